"""The command line of the workshop: `python -m programs.figures`."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from programs.figures.catalog import CATALOG
from programs.figures.manifest import FIGURES, MANIFEST, brought_up_to_date, outdated, read, stale, written
from programs.figures.picture import Figure

CONTACT: Final = Path("build") / "figures" / "contact.png"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what changed, or only check; gives 0, or 1 where the check finds something stale."""
    options = parser().parse_args(arguments)
    if options.check:
        return check()
    try:
        # Not imported above: a check needs no NumPy, and the site's own packages do not bring it.
        workshop = import_module("programs.figures.drawing.workshop")
    except ModuleNotFoundError as missing:
        print(f"Drawing needs the extra `figures`: {missing.name} is not installed.", file=sys.stderr)
        return 2
    if options.into:
        look(options, workshop)
    else:
        renew(options, workshop)
    return 0


def parser() -> ArgumentParser:
    """What may be asked for."""
    options = ArgumentParser(prog="python -m programs.figures", description="Draw the pictures that changed.")
    options.add_argument("--all", action="store_true", help="draw every picture, changed or not")
    options.add_argument("--only", metavar="PREFIX", default="", help="draw only pictures whose name begins so")
    options.add_argument("--into", metavar="FOLDER", type=Path, help="draw into another folder, to look first")
    options.add_argument("--contact", metavar="PNG", type=Path, default=CONTACT, help="where the contact sheet goes")
    options.add_argument("--check", action="store_true", help="draw nothing; name what is stale and exit with 1")
    return options


def check() -> int:
    """Name what is stale."""
    manifest = read()
    found = outdated(CATALOG, manifest) | stale(CATALOG, manifest)
    for file, reason in found.items():
        print(f"{file}: {reason}")
    return 1 if found else 0


def wanted(only: str) -> dict[str, Figure]:
    """The figures whose name begins with `only`."""
    return {file: figure for file, figure in CATALOG.items() if figure.slug.startswith(only)}


def look(options: Namespace, workshop: Any) -> None:
    """Draw into a folder of one's own; the manifest stays as it is."""
    figures = wanted(options.only)
    for file in workshop.draw_all(figures, options.into):
        print(file, flush=True)
    workshop.contact_sheet([options.into / file for file in figures], options.contact)
    print(options.contact)


def renew(options: Namespace, workshop: Any) -> None:
    """Draw what is stale into the site, and note it in the manifest picture by picture."""
    manifest = brought_up_to_date(read(), CATALOG)
    MANIFEST.write_text(written(manifest))
    figures = wanted(options.only)
    if not options.all:
        reasons = stale(figures, manifest)
        figures = {file: figures[file] for file in reasons}
    for file in workshop.draw_all(figures, FIGURES):
        print(file, flush=True)
        manifest = brought_up_to_date(manifest, CATALOG, drawn=file)
        MANIFEST.write_text(written(manifest))
    workshop.contact_sheet([FIGURES / file for file in CATALOG if (FIGURES / file).is_file()], options.contact)
    print(options.contact)


if __name__ == "__main__":
    sys.exit(main())
