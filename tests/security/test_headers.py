"""Every answer of the site carries the headers: page, error, sheet, spreadsheet, data, style and script."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from itbcare.security_headers import PUBLIC_PAGES
from tests.security.addresses import ADDRESSES, PUBLIC
from tests.security.people import answering, sent

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
EVERYWHERE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "microphone=(), payment=(), usb=()",
}
STATIC = [
    "css/site.css",
    "css/pages.css",
    "js/site.js",
    "favicon.svg",
    "fonts/atkinson-400.woff2",
    "django_htmx/htmx-2.min.js",
]


def lacking(response):
    """The headers an answer should have and has not."""
    return [name for name, value in EVERYWHERE.items() if response.headers.get(name) != value]


@pytest.fixture(scope="module")
def askers(django_db_setup, django_db_blocker):
    """Makes each kind of runner inside a test's own transaction."""
    return {
        "stranger": lambda: Client(),
        "answering": lambda: answering(upto="how-long").client,
        "sent": lambda: sent().client,
        "locked": lambda: sent("V06").client,
    }


@pytest.mark.parametrize("asker", ["stranger", "answering", "sent", "locked"])
def test_every_address_carries_every_header(askers, asker):
    client = askers[asker]()
    answers = {
        (m, a): getattr(client, m)(a)
        for m in ("get", "head", "options", "post")
        for a in ADDRESSES
        if (m, a) != ("post", "/my/erase/")
    }

    assert {key: lacking(answer) for key, answer in answers.items() if lacking(answer)} == {}
    assert len({answer.status_code for answer in answers.values()}) >= 3


def test_no_search_engine_keeps_a_page_that_may_be_someones():
    client = sent().client
    public = {reverse(name) for name in PUBLIC_PAGES}
    found = {address: client.get(address).headers.get("X-Robots-Tag") for address in ADDRESSES}

    assert {address for address, tag in found.items() if tag != "noindex"} == public
    assert public <= PUBLIC


@pytest.mark.parametrize("asker", ["stranger", "answering", "sent", "locked"])
def test_no_page_is_kept_by_a_browser_or_a_cache(askers, asker):
    client = askers[asker]()
    kept = {address: client.get(address).headers["Cache-Control"] for address in ADDRESSES}

    assert [(address, value) for address, value in kept.items() if "no-store" not in value] == []


def test_the_sheet_the_spreadsheet_and_the_data_carry_them_too():
    client = sent().client
    files = [client.get(address) for address in ("/plan/sheet.pdf", "/plan/run-weeks.csv", "/my/data.json")]

    assert [file.headers["Content-Type"].split(";")[0] for file in files] == [
        "application/pdf", "text/csv", "application/json",
    ]  # fmt: skip
    assert [lacking(file) for file in files] == [[], [], []]
    assert {file.headers["Cache-Control"] for file in files} == {"no-store"}


@pytest.mark.parametrize("name", STATIC)
def test_static_files_carry_them_and_may_be_kept(name):
    response = Client().get(f"/static/{name}")

    assert response.status_code == 200
    assert lacking(response) == []
    assert "no-store" not in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/static/../itbcare/settings.py", "/static/%2e%2e/manage.py", "/data/secret-key"])
def test_no_file_beside_the_static_ones_is_served(address):
    response = Client().get(address)

    assert response.status_code == 404
    assert lacking(response) == []


def test_the_policy_trusts_nothing_but_the_site():
    sources = set(re.findall(r"[^\s;]+", " ".join(part.split(" ", 1)[1] for part in POLICY.split("; "))))

    assert sources == {"'none'", "'self'", "data:"}


def test_no_answer_names_the_software():
    assert not {"Server", "X-Powered-By"} & set(Client().get("/").headers)


def test_no_other_site_may_read_an_answer():
    response = sent().client.get("/my/data.json", headers={"origin": "https://elsewhere.example"})

    assert not [name for name in response.headers if name.lower().startswith("access-control")]


def test_the_deployment_check_is_clean():
    bare = {"PATH": os.environ["PATH"]}
    done = subprocess.run(["scripts/check-deploy"], cwd=ROOT, env=bare, capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stdout + done.stderr) == (0, "System check identified no issues (0 silenced).\n")
