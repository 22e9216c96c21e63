"""Weighs every question page of Sarah's walk over HTTP, as a browser that takes gzip gets it."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPResponse
from statistics import median
from time import sleep
from typing import Any

from django.conf import settings
from django.core.management import call_command

from bench import drafts
from bench.measure import ROOT
from screening.questions import load_questions
from screening.wizard import Walk

KIB = 1024
DRAWING = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
TRIES = 100


@dataclass(frozen=True, slots=True)
class Reply:
    """What came over the wire: the body as it was sent, and how long it may be kept."""

    body: bytes
    kept: str


class Links(HTMLParser):
    """The files that a page asks for before it looks finished; pictures apart."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect styles, scripts, preloaded fonts and an icon that is a file."""
        given = dict(attrs)
        address = given.get("href" if tag == "link" else "src") or ""
        if tag in ("link", "script") and address.startswith("/"):
            self.found.add(address)


def main() -> dict[str, Any]:
    """The heaviest first load, the heaviest page after it, and the number of requests."""
    call_command("collectstatic", interactive=False, verbosity=0)
    screening, token = drafts.answered()
    slugs = [page.slug for page in Walk(load_questions(), screening.answers).asked_pages()]
    with server() as port:
        site = Site(port, token)
        site.first_load(slugs[0])
        first = {slug: site.first_load(slug) for slug in slugs}
        after = {slug: len(site.get(f"/check/{slug}/", htmx=True).body) / KIB for slug in slugs}
    heavy, later = max(first, key=lambda slug: first[slug][0]), max(after, key=lambda slug: after[slug])
    return {
        "first page": heavy,
        "first": first[heavy][0],
        "requests": max(requests for _, requests in first.values()),
        "next page": later,
        "next": after[later],
        "median": median(after.values()),
        "cached for good": site.all_kept,
    }


class Site:
    """A browser with Sarah's cookie."""

    def __init__(self, port: int, token: str) -> None:
        self.port, self.cookie = port, f"{settings.RUNNER_COOKIE_NAME}={token}"
        self.files: dict[str, Reply] = {}
        self.all_kept = True

    def get(self, address: str, *, htmx: bool = False) -> Reply:
        """Fetch one address, compressed where the server compresses; a picture drawn inside a page is left out."""
        headers = {"Accept-Encoding": "gzip", "Cookie": self.cookie} | ({"HX-Request": "true"} if htmx else {})
        response = fetch(self.port, address, headers)
        if response.status != 200:
            raise ValueError(f"{address}: {response.status}")
        return Reply(DRAWING.sub(b"", response.read()), response.headers.get("Cache-Control", ""))

    def first_load(self, slug: str) -> tuple[float, int]:
        """KiB of a page with its files, and how many requests that takes."""
        page = self.get(f"/check/{slug}/")
        links = Links()
        links.feed(page.body.decode())
        for address in links.found:
            self.files.setdefault(address, self.get(address))
            self.all_kept &= "immutable" in self.files[address].kept
        total = len(page.body) + sum(len(self.files[address].body) for address in links.found)
        return total / KIB, 1 + len(links.found)


def fetch(port: int, address: str, headers: dict[str, str]) -> HTTPResponse:
    """One request on a connection of its own."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", address, headers=headers)
    return connection.getresponse()


@contextmanager
def server() -> Iterator[int]:
    """The site behind its production server on a free port, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "itbcare.wsgi", "--config", "deploy/gunicorn.conf.py"]
    command += ["--log-level", "error", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ)  # noqa: S603  (our own server)
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(port: int) -> None:
    """Until the server answers. Raises TimeoutError after ten seconds."""
    for _ in range(TRIES):
        try:
            fetch(port, "/healthz", {})
        except ConnectionError:
            sleep(0.1)
        else:
            return
    raise TimeoutError("the server did not start")
