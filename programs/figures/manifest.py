"""What was drawn from which numbers: the committed list of pictures, and what in it is stale."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from programs.figures.fingerprint import fingerprint
from programs.figures.picture import ChartView, Figure, Side

MANIFEST: Final = Path(__file__).with_name("manifest.toml")
FIGURES: Final = Path(__file__).parents[2] / "static" / "figures"
REGIONS: Final = "body/regions.json"

HEADER: Final = """\
# Written by `python -m programs.figures`; not edited by hand.
# Each picture under static/figures/ that is drawn from numbers: a hash of the numbers, the leg that works in the
# drawing ("none": never flip it), and its words for who cannot see it. The three views of the body chart also write
# body/regions.json. Not listed: brand/need-*.svg, three signs made by hand, and brand/sheet-thumb.png, a picture of a
# printed sheet.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One picture as it was drawn."""

    file: str
    hash: str
    side: Side
    alt: str


Manifest = dict[str, Entry]


def read(path: Path = MANIFEST) -> Manifest:
    """The manifest by file; empty where there is none yet."""
    if not path.is_file():
        return {}
    return {entry["file"]: Entry(**entry) for entry in tomllib.loads(path.read_text()).get("figure", ())}


def written(manifest: Manifest) -> str:
    """The manifest as text. A JSON string is a TOML string too."""
    return HEADER + "".join(
        f"\n[[figure]]\nfile = {text(entry.file)}\nhash = {text(entry.hash)}\n"
        f"side = {text(entry.side)}\nalt = {text(entry.alt)}\n"
        for entry in manifest.values()
    )


def text(value: str) -> str:
    """A quoted string."""
    return json.dumps(value, ensure_ascii=False)


def entry_of(figure: Figure) -> Entry:
    """A figure as it would be drawn now."""
    return Entry(figure.file, fingerprint(figure), figure.side, figure.alt)


def brought_up_to_date(manifest: Manifest, catalog: Mapping[str, Figure], drawn: str = "") -> Manifest:
    """The manifest in the catalog's order with its words of today; only the file `drawn` gets a new hash."""
    new: Manifest = {}
    for file, figure in catalog.items():
        entry = entry_of(figure)
        if file == drawn:
            new[file] = entry
        elif file in manifest:
            new[file] = Entry(file, manifest[file].hash, entry.side, entry.alt)
    return new


def why_stale(figure: Figure, manifest: Manifest, folder: Path) -> str:
    """Why a figure must be drawn anew, or nothing."""
    files = (figure.file, REGIONS) if isinstance(figure, ChartView) else (figure.file,)
    missing = [file for file in files if not (folder / file).is_file()]
    if missing:
        return f"{missing[0]} is missing"
    if figure.file not in manifest:
        return "not in the manifest"
    return "" if manifest[figure.file].hash == fingerprint(figure) else "its numbers or the generator changed"


def stale(catalog: Mapping[str, Figure], manifest: Manifest, folder: Path = FIGURES) -> dict[str, str]:
    """Each file that must be drawn anew, with the reason."""
    reasons = {file: why_stale(figure, manifest, folder) for file, figure in catalog.items()}
    return {file: reason for file, reason in reasons.items() if reason}


def outdated(catalog: Mapping[str, Figure], manifest: Manifest) -> dict[str, str]:
    """Each entry of the manifest whose words are not the catalog's, or which the catalog does not know."""
    reasons = {file: "nothing draws it any more" for file in manifest if file not in catalog}
    for file, figure in catalog.items():
        if file in manifest and (manifest[file].side, manifest[file].alt) != (figure.side, figure.alt):
            reasons[file] = "its side or alt text changed"
    return reasons
