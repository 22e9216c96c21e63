"""What the repository promises about itself, kept true by reading its own files."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from statistics import median

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template

from programs.library import load_library

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("itbcare", "clinic", "screening", "programs", "audit")
MODULES = sorted(
    path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts
)
TREES = {path: ast.parse(path.read_text()) for path in MODULES}
FUNCTIONS = [
    (path, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]
LENGTHS = sorted(node.end_lineno - node.lineno + 1 for _path, node in FUNCTIONS)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PAGES = [path for path in TEMPLATES if not path.name.startswith("_") and path.parent.name != "widgets"]
FIGURES = ROOT / "static" / "figures"
# Section 7 of the rule set, but for what staff do (RF-X, SC-08), what follows a plan by hand (PG-.., MT-01), and
# RR-11, which is a sentence of the content.
RULES = [
    *(f"RF-{n:02}" for n in range(1, 25)),
    *(f"SC-{n:02}" for n in range(1, 8)),
    *(f"CL-{n:02}" for n in range(1, 10)),
    *(f"PL-{n:02}" for n in range(9)),
    *(f"RR-{n:02}" for n in (*range(1, 11), 12)),
]
# The one frame, and what stands in it: trouble, the clinic's side, its sign-in.
FRAMES = (r"base\.html", r"_trouble\.html", r"clinic/base\.html", r"clinic/accounts/frame\.html")
PURE = ("screening/rules", "programs/rules", "programs/pdf")


def where(path):
    return str(path.relative_to(ROOT))


def imports(path):
    """The modules that a module names in its imports."""
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_functions_are_short():
    assert median(LENGTHS) <= 8
    assert LENGTHS[len(LENGTHS) * 9 // 10] < 25


def test_no_function_is_longer_than_50_lines():
    assert [(where(path), node.name) for path, node in FUNCTIONS if node.end_lineno - node.lineno >= 50] == []


def test_no_file_is_longer_than_250_lines():
    assert [where(path) for path in MODULES if len(path.read_text().splitlines()) > 250] == []


def test_nothing_is_imported_inside_a_function():
    inner = [
        (where(path), function.name)
        for path, function in FUNCTIONS
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert inner == []


def test_no_package_hands_on_what_others_hold():
    assert [where(path) for path in MODULES if path.name == "__init__.py" and list(imports(path))] == []


def test_there_is_no_room_for_odds_and_ends():
    odd = {"utils", "helpers", "core", "common", "misc", "signals"}

    assert [where(path) for path in MODULES if odd & {path.stem, path.parent.name}] == []


def test_no_module_trusts_a_text_to_be_safe():
    wanted = re.compile(r"mark_safe|SafeString|SafeText|autoescape|csrf_exempt|\beval\(|\bexec\(")

    assert [where(path) for path in MODULES if wanted.search(path.read_text())] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=where)
def test_a_template_escapes_every_value(path):
    assert not re.search(r"\|\s*(safe|safeseq|escapejs|json_script)\b|autoescape", path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, ids=where)
def test_a_template_compiles_and_has_nothing_inline(path):
    get_template(str(path.relative_to(ROOT / "templates")))

    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", path.read_text())


@pytest.mark.parametrize("path", [path for path in PAGES if path.name != "500.html"], ids=where)
def test_a_page_stands_in_the_one_frame(path):
    first = path.read_text().lstrip().splitlines()[0]

    assert path.name == "base.html" or re.match(r'{% extends "(' + "|".join(FRAMES) + r')" %}', first)


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path not in PAGES], ids=where)
def test_a_fragment_is_no_page(path):
    assert "<html" not in path.read_text()
    assert path.name == "_trouble.html" or "{% extends" not in path.read_text()


@pytest.mark.parametrize("package", ["screening", "programs"])
def test_every_view_has_its_template_where_its_module_says(package):
    named = {
        name
        for path in MODULES
        if path.parts[-2] == package
        for name in re.findall(r'render\(\s*request, "([^"]+)"', path.read_text())
    }

    assert named
    assert [name for name in named if not name.startswith(f"{package}/")] == []


def test_every_migration_is_written(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_rooms_keep_their_contracts():
    contracts = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )

    assert contracts.returncode == 0, contracts.stdout


def test_what_is_pure_imports_no_framework():
    pure = [path for path in MODULES if where(path).startswith(PURE)]

    assert len(pure) > 10
    assert [where(path) for path in pure if any(name.split(".")[0] == "django" for name in imports(path))] == []


def test_every_pure_module_is_named_in_the_contract():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][1]
    named = set(contract["source_modules"])

    free = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in MODULES
        if path.parts[-2] in ("screening", "programs", "printing")
        or (
            "clinic" in path.parts
            and path.name != "__init__.py"
            and not any(name.split(".")[0] in ("django", "django_htmx") for name in imports(path))
            and not any(name.endswith((".models", ".actions")) for name in imports(path))
        )
    }

    assert {"screening.case", "screening.wizard", "programs.library", "programs.plan"} <= named
    assert named - free - {"screening.rules", "programs.rules", "programs.pdf", "programs.sheets"} == set()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_cited_where_it_is_decided(rule):
    assert any(rule in path.read_text() for path in MODULES if where(path).startswith(("screening/", "programs/")))


def test_every_picture_of_an_exercise_exists():
    kept = {path.stem for path in (FIGURES / "exercises").glob("*.svg")}
    named = set(re.findall(r"slug='([a-z0-9-]+)'", repr(load_library())))

    assert len(named) > 30
    assert named <= kept


def test_every_picture_that_a_template_names_exists():
    named = {name for path in TEMPLATES for name in re.findall(r"figures/[\w/-]+\.svg", path.read_text())}

    assert named
    assert [name for name in named if not (ROOT / "static" / name).is_file()] == []


def readme_rows():
    """Each row of the README's table: what, and the paths to open."""
    readme = ROOT / "README.md"
    if not readme.is_file():
        pytest.skip("the README is still being written")
    table = readme.read_text().partition("Where do I change")[2].partition("\n\n#")[0]
    return [row.split("|")[1:3] for row in table.splitlines() if row.startswith("|") and "`" in row]


def test_where_do_i_change_names_what_exists():
    paths = [path for _what, cell in readme_rows() for path in re.findall(r"`([^`]+)`", cell)]

    assert len(paths) >= 10
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_readme_has_a_picture_of_the_product_and_the_two_commands():
    readme = (ROOT / "README.md").read_text()
    pictures = re.findall(r"(?:!\[[^\]]*\]\(|<img[^>]*src=\")([^)\"]+)", readme)

    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
    assert "make run" in readme
    assert "make test" in readme


def test_the_readme_names_every_setting():
    readme = (ROOT / "README.md").read_text()
    read = re.findall(r'env\.\w+\("([A-Z_]+)"', (ROOT / "itbcare" / "settings.py").read_text())

    assert [name for name in read if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("name", ["LICENSE", "CHANGELOG.md", "Makefile", ".ci/run", "requirements.txt"])
def test_a_file_that_every_repository_has_is_here(name):
    assert (ROOT / name).is_file()


def test_the_license_is_the_one_that_is_named():
    assert "Apache License" in (ROOT / "LICENSE").read_text()
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["license"] == "Apache-2.0"


@pytest.mark.parametrize("name", ["run", "test", "check", "bench"])
def test_the_makefile_keeps_the_promised_commands(name):
    assert re.search(rf"^{name}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_the_data_of_a_run_is_kept_under_one_ignored_folder():
    assert "/data/" in (ROOT / ".gitignore").read_text().splitlines()


def test_ci_calls_make_test_and_the_suite_on_postgresql():
    steps = (ROOT / ".ci" / "run").read_text()

    assert "make test\n" in steps
    assert "make test-postgres" in steps
