"""The workshop stands apart: the site never imports it, nor what it needs."""

import ast
import subprocess
import sys

import pytest
from django.conf import settings

PACKAGES = ("itbcare", "screening", "programs")
WORKSHOP = settings.BASE_DIR / "programs" / "figures"
MODULES = sorted(path for package in PACKAGES for path in (settings.BASE_DIR / package).rglob("*.py"))
HEAVY = {"numpy", "numba", "scipy", "skimage", "cairosvg"}
SITE = "import django; django.setup(); import itbcare.urls, itbcare.wsgi"
DATA = "import programs.figures.__main__, programs.figures.catalog, programs.figures.manifest"


def imported(path):
    """The modules that a module imports."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def loaded(statement, before=""):
    """What a fresh Python has loaded after a statement."""
    code = f"import sys; {before}\n{statement}\nprint('\\n'.join(name for name in sys.modules if sys.modules[name]))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_nothing_outside_imports_the_workshop():
    outside = [path for path in MODULES if WORKSHOP not in path.parents]
    guilty = [path.name for path in outside if any(name.startswith("programs.figures") for name in imported(path))]

    assert len(outside) > 50
    assert guilty == []


@pytest.mark.parametrize("path", sorted(WORKSHOP.rglob("*.py")), ids=lambda path: str(path.relative_to(WORKSHOP)))
def test_only_the_drawing_room_needs_numpy(path):
    names = {name.split(".")[0] for name in imported(path)}

    assert WORKSHOP / "drawing" in path.parents or not names & (HEAVY | {"PIL"})
    assert not names & {"django", "itbcare", "screening"}


def test_the_running_site_loads_neither_the_workshop_nor_numpy(monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "itbcare.settings")
    modules = loaded(SITE)

    assert "programs.views" in modules
    assert not any(name.startswith("programs.figures") for name in modules)
    assert not modules & HEAVY


def test_the_data_is_read_without_numpy():
    forbidden = f"sys.modules.update(dict.fromkeys({sorted(HEAVY)}))"

    assert "programs.figures.manifest" in loaded(DATA, before=forbidden)
