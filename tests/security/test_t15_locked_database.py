"""T15: while another process holds the database, a runner is told to wait, and what was typed is kept."""

import subprocess
import sys

import pytest
from django.db import connection

from tests.security.people import answering, sent
from tests.security.test_t14_nothing_typed_is_lost import form_of

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL locks rows, not the database"),
]
HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
held.execute("ROLLBACK")
"""
TYPED = {"name": "Sarah <Miller>", "email": "sarah@example.com"}


@pytest.fixture
def other_process(disk):
    """Take the lock, and give it back: two calls. The site waits a tenth of a second for it, not five seconds."""
    connection.settings_dict["OPTIONS"]["timeout"] = 0.1
    connection.close()
    holders = []

    def take():
        command = [sys.executable, "-c", HOLD, connection.settings_dict["NAME"]]
        holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        holders.append(holder)
        assert holder.stdout.readline() == "held\n"

    def give_back():
        for holder in holders:
            holder.communicate(timeout=10)
        holders.clear()

    yield take, give_back
    give_back()


def test_a_locked_database_is_told_with_503_and_keeps_the_answers(other_process):
    (take, give_back), sarah = other_process, answering(upto="your-name")
    take()
    refused = sarah.client.post("/check/your-name/", TYPED)
    form = form_of(refused)
    give_back()

    assert refused.status_code == 503
    assert int(refused.headers["Retry-After"]) > 0
    assert {name: form.fields[name] for name in TYPED} == TYPED
    assert sarah.client.post(form.action, form.fields).status_code == 302
    assert sarah.now().answers["name"] == TYPED["name"]


def test_sending_while_locked_sends_nothing_by_halves(other_process):
    (take, give_back), sarah = other_process, answering()
    take()
    refused = sarah.client.post("/plan/finish/")
    still_draft = sarah.now().is_draft
    give_back()

    assert (refused.status_code, still_draft) == (503, True)
    assert sarah.client.post("/plan/finish/").headers["Location"] == "/plan/"


@pytest.mark.parametrize("address", ["/", "/plan/", "/my/link/", "/plan/run-weeks.csv", "/my/data.json"])
def test_reading_goes_on_while_another_writes(other_process, address):
    (take, _give_back), sarah = other_process, sent()
    take()

    assert sarah.client.get(address).status_code == 200


def test_a_guess_while_locked_is_no_500(other_process, client):
    take, _give_back = other_process
    take()

    assert client.get(f"/r/{'A' * 43}/").status_code == 503
