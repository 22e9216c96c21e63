"""T25: no page asks another host for anything, and what is installed is named down to its bytes."""

import os
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import find

from tests.security.addresses import ADDRESSES
from tests.security.people import answering, sent

ROOT = Path(settings.BASE_DIR)
ELSEWHERE = re.compile(r"""(?:https?:)?//[\w.-]+\.[a-z]{2,}[^\s"'<>)]*""")
# Names of grammars, which no browser fetches.
GRAMMARS = ("http://www.w3.org/",)
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"), ("files", "pythonhosted", "org"), ("registry", "npmjs", "org"), ("unpkg", "com"),
        ("cdn", "jsdelivr", "net"), ("cdnjs", "cloudflare", "com"), ("fonts", "googleapis", "com"),
        ("fonts", "gstatic", "com"), ("proxy", "golang", "org"), ("crates", "io"), ("yarnpkg", "com"),
    )
]  # fmt: skip
LEFT_OUT = {".git", ".venv", "data", "mutants", "static-built", "test-results", "__pycache__"}
WRITTEN = {
    ".py", ".toml", ".txt", ".md", ".html", ".css", ".js", ".svg", ".json", ".cfg", ".ini", ".yml", ".yaml", ".service",
    ".lock", ".csv", "",
}  # fmt: skip
LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt"]


def elsewhere(text):
    """The addresses of other hosts in a text."""
    return sorted({found for found in ELSEWHERE.findall(text) if not found.startswith(GRAMMARS)})


def files(*kinds):
    """The project's own files of some kinds."""
    for folder, inside, names in os.walk(ROOT):
        inside[:] = [name for name in inside if name not in LEFT_OUT and not name.endswith("_cache")]
        yield from (Path(folder, name) for name in names if Path(name).suffix in kinds)


def loaded(page):
    """Whatever a page makes a browser fetch or send to: links to click are left out."""
    tags = re.findall(r"<(?!a\b)\w[^>]*>", page)
    return "\n".join(tags)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["answering", "sent", "locked"])
def test_no_page_names_another_host(kind):
    person = {"answering": lambda: answering(upto="where"), "sent": sent, "locked": lambda: sent("V06")}[kind]()
    pages = {address: person.client.get(address, follow=True) for address in ADDRESSES}
    texts = {address: page.content.decode("utf-8", "replace") for address, page in pages.items()}
    named = {address: elsewhere(loaded(text)) for address, text in texts.items() if "<html" in text}

    assert len(named) > 10
    assert {address: hosts for address, hosts in named.items() if hosts} == {}


@pytest.mark.parametrize("path", sorted(files(".css", ".js")), ids=lambda path: path.name)
def test_no_style_or_script_names_another_host(path):
    assert elsewhere(path.read_text()) == []


def test_the_one_script_of_others_is_served_by_the_site_and_asks_no_other_host():
    script = Path(find("django_htmx/htmx-2.min.js")).read_text()

    assert elsewhere(script) == []


def test_no_drawing_loads_anything():
    drawn = [
        path
        for path in files(".svg")
        if re.search(r"<script|xlink:href=\"(?!#)|href=\"(?!#)|@import", path.read_text())
    ]

    assert drawn == []


def test_no_file_of_the_project_names_a_registry():
    naming = [
        (path.relative_to(ROOT), host)
        for path in files(*WRITTEN)
        for text in [path.read_bytes().decode("utf-8", "replace")]
        for host in REGISTRIES
        if host in text
    ]

    assert naming == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_to_its_bytes(name):
    entries = (ROOT / name).read_text().replace("\\\n", " ").strip().splitlines()
    entries = [entry for entry in entries if entry.strip() and not entry.startswith("#")]

    assert len(entries) > 10
    assert [e for e in entries if not re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.]+ ", e)] == []
    assert [e for e in entries if "--hash=sha256:" not in e or "://" in e] == []


def test_the_make_file_installs_only_what_is_hashed():
    installs = [line for line in (ROOT / "Makefile").read_text().splitlines() if "pip install" in line]

    assert installs
    assert [line for line in installs if "--require-hashes" not in line] == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_journey_works_with_every_other_host_blocked(page, base_url):
    asked, own = [], (f"{base_url}/", "data:")

    def guard(route):
        asked.append(route.request.url)
        route.continue_() if route.request.url.startswith(own) else route.abort()

    page.context.route("**/*", guard)
    sarah = answering(upto="your-name")
    for address in ("/", "/the-idea/", "/privacy/", "/help/", "/contact/", f"/r/{sarah.token}/"):
        page.goto(address)
    page.fill("#id_name", "Sarah Miller")
    page.click("button:has-text('Continue')")
    page.wait_for_url("**/check/answers/")
    page.click("text=Send and see my result")
    page.wait_for_url("**/plan/")
    for address in ("/my/link/", "/my/erase/"):
        page.goto(address)

    assert len(asked) > 20
    assert [address for address in asked if not address.startswith(own)] == []
    assert sarah.now().is_draft is False
