"""T1 on paper: the code on a sheet holds nothing of the runner, and a stolen database or a guess opens nothing."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone

from screening import throttle
from screening.models import PrivateLink, Screening
from screening.paper_link import paper_link_of, secret_of, stop_paper_link
from screening.private_link import new_token
from tests.page import Page
from tests.security.people import sent

pytestmark = pytest.mark.django_db
GUESS = "00000-00000"


def typing(code, client=None):
    return (client or Client()).post("/code/", {"code": code})


def stored() -> str:
    """Every value of every table."""
    return "\n".join(str(row) for model in apps.get_models() for row in model._base_manager.values_list())


def shown(response):
    """What a guesser can tell of an answer, without what is made anew for each."""
    page = Page(response)
    return response.status_code, page.main, sorted(set(response.headers) - {"X-Request-ID"})


def test_neither_link_nor_code_holds_anything_of_the_runner():
    person = sent(name="Sarah Miller", email="sarah@example.com")
    secret = paper_link_of(person.screening)
    facts = ("Sarah", "Miller", "sarah", person.screening.code, str(timezone.localdate().year), person.token)

    assert not [fact for fact in facts if fact in f"{secret.token} {secret.code}"]


def test_the_database_holds_neither_secret_nor_code():
    person = sent()
    secret = paper_link_of(person.screening)
    typing(secret.code)

    assert person.screening.code in stored()
    assert not [held for held in (secret.token, secret.code, secret.code.replace("-", "")) if held in stored()]


def test_a_copy_of_the_database_can_not_be_turned_into_links(settings):
    secret = paper_link_of(sent().screening)
    row = PrivateLink.objects.exclude(nonce="").get()

    assert secret_of(row) == secret
    settings.SECRET_KEY = "a key of the thief's own, who has the rows alone"
    assert secret_of(row) is None


def test_the_log_holds_neither_secret_nor_code(log):
    person = sent()
    secret = paper_link_of(person.screening)
    Client().get(f"/r/{secret.token}/", follow=True)
    typing(secret.code)
    typing(secret.code[:-1])
    person.client.post("/my/link/stop-paper/")

    assert len(log.lines) >= 4
    assert not [held for held in (secret.token[:-1], secret.code[:-1]) if held in log.text]


def dead_codes():
    """A code of each kind that opens nothing."""
    stopped, expired = sent().screening, sent().screening
    codes = [GUESS, paper_link_of(stopped).code, paper_link_of(expired).code]
    stop_paper_link(stopped)
    PrivateLink.objects.filter(screening=expired).update(expires_at=timezone.now())
    return codes


def test_every_dead_code_gives_the_same_page():
    guessed, *others = [shown(typing(code)) for code in dead_codes()]

    assert "This code does not open a plan." in guessed[1]
    assert others == [guessed, guessed]


def test_guesses_at_codes_run_out():
    answers = [typing(GUESS).status_code for _ in range(throttle.LINK_GUESS.burst + 1)]

    assert answers == [200] * throttle.LINK_GUESS.burst + [429]


def test_a_guesser_meets_429_even_with_the_right_code():
    code = paper_link_of(sent().screening).code
    for _ in range(throttle.LINK_GUESS.burst):
        typing(GUESS)

    assert typing(code).status_code == 429
    assert typing(code, Client(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_guesses_at_links_and_at_codes_share_one_bucket():
    for _ in range(throttle.LINK_GUESS.burst // 2):
        typing(GUESS)
        Client().get(f"/r/{new_token()}/")

    assert typing(GUESS).status_code == Client().get(f"/r/{new_token()}/").status_code == 429


def test_what_was_typed_stays_on_the_page_that_says_wait():
    for _ in range(throttle.LINK_GUESS.burst):
        typing(GUESS)

    assert Page(typing("7KQM2-XHT9P")).one("input", name="code").attrs["value"] == "7KQM2-XHT9P"


def test_a_right_code_costs_no_guess():
    code = paper_link_of(sent().screening).code

    assert [typing(code).status_code for _ in range(throttle.LINK_GUESS.burst + 1)] == [302] * 21


def test_opening_by_a_code_writes_nothing():
    code = paper_link_of(sent().screening).code
    before = stored()
    typing(code)

    assert stored() == before


def test_the_secret_of_a_sheet_is_kept_where_no_script_can_read_it():
    cookie = typing(paper_link_of(sent().screening).code).cookies[settings.RUNNER_COOKIE_NAME]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


@pytest.mark.django_db(transaction=True)
def test_two_that_print_at_once_print_the_same_link(disk):
    screening, barrier = sent().screening, Barrier(4)

    def prints(_printer):
        try:
            Screening.objects.count()
            barrier.wait(timeout=20)
            return paper_link_of(screening)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(prints, range(4)))

    assert (len(found), PrivateLink.objects.exclude(nonce="").count()) == (1, 1)


@pytest.mark.parametrize("address", ["/r/" + "a" * 43 + "/", "/r/short/"])
def test_a_dead_link_says_what_may_have_happened_and_the_same_for_each(client, db, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert "It may have been stopped, it may be too old, or it may have a typing slip." in answer.content.decode()
