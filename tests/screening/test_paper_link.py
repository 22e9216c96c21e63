"""The link on printed sheets and its short code: the same each time, open to any device, theirs to stop."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from screening.models import PrivateLink
from screening.paper_link import ALPHABET, paper_link_of, pass_of_code, standing, tidy
from screening.private_link import TOKEN_LENGTH
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, sent
from tests.page import Page

SARAH = VIGNETTES["V01"]["case"]
COOKIE = settings.RUNNER_COOKIE_NAME
NEVER_MADE = "00000-00000"
OPENS_NOTHING = "This code does not open a plan. Check each letter, or print a new sheet."


@pytest.fixture
def mine(db):
    """Sarah's sent check, what her sheets carry, and her device."""
    screening, token = sent(SARAH, name="Sarah Miller")
    return screening, paper_link_of(screening), device(token)


def typing(code, client=None):
    """The answer to a code typed on another phone."""
    return (client or Client()).post("/code/", {"code": code})


def later(**time):
    return time_machine.travel(timezone.now() + timedelta(**time))


def test_every_sheet_of_a_check_carries_the_same_link(mine):
    screening, first, _client = mine

    assert paper_link_of(screening) == first
    assert PrivateLink.objects.exclude(nonce="").count() == 1


def test_two_checks_carry_two_links(mine):
    other = paper_link_of(sent(SARAH, name="Sarah Miller")[0])

    assert {other.token, other.code}.isdisjoint({mine[1].token, mine[1].code})


def test_the_link_is_a_secret_like_any_other(mine):
    assert re.fullmatch(rf"[A-Za-z0-9_-]{{{TOKEN_LENGTH}}}", mine[1].token)


def test_the_code_is_two_groups_of_five_without_letters_that_look_like_digits(mine):
    assert re.fullmatch(rf"[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}", mine[1].code)
    assert set("ILOU").isdisjoint(ALPHABET)


def test_the_link_opens_the_result_on_another_phone(mine):
    phone = Client()
    response = phone.get(f"/r/{mine[1].token}/", follow=True)

    assert [address for address, _ in response.redirect_chain] == ["/check/resume/", "/plan/"]
    assert mine[0].code in phone.get("/plan/").content.decode()


def test_the_code_opens_the_result_on_another_phone(mine):
    phone = Client()
    response = typing(mine[1].code, phone)

    assert response["Location"] == "/check/resume/"
    assert phone.get("/check/resume/")["Location"] == "/plan/"
    assert phone.cookies[COOKIE].value == mine[1].token


@pytest.mark.parametrize(
    "typed",
    ["7kqm2-xht9p", "7KQM2XHT9P", " 7 K Q M 2 x h t 9 p ", "7KQM2–XHT9P", "7KQM2 / XHT9P.", "７ＫＱＭ２ＸＨＴ９Ｐ"],
)
def test_a_code_may_be_typed_in_many_ways(typed):
    assert tidy(typed) == "7KQM2XHT9P"


def test_a_zero_may_be_typed_as_a_letter_o_and_a_one_as_an_i_or_an_l():
    assert tidy("oO0-iIlL1") == "000" + "11111"


@pytest.mark.parametrize(("typed", "said"), [
    ("", "Type the code that stands under the square picture."),
    ("--- ", "Type the code that stands under the square picture."),
    ("ITB-7F3K-Q2", "That code only names your check. Type the one under the square picture."),
    (NEVER_MADE, OPENS_NOTHING),
    ("7KQM2", OPENS_NOTHING),
    ("山田" * 40, OPENS_NOTHING),
])  # fmt: skip
def test_a_wrong_code_is_named_and_stays_in_its_field(db, typed, said):
    page = Page(typing(typed))

    assert page.one("p", id="id_code_error").text == f"Error: {said}"
    assert page.one("input", id="id_code").attrs["value"].strip() == typed.strip()


def test_a_code_that_begins_like_the_name_of_a_check_still_opens(mine, monkeypatch):
    monkeypatch.setattr("screening.code_views.NAME_OF_A_CHECK", tidy(mine[1].code)[:3])

    assert typing(mine[1].code).status_code == 302


def test_a_scanned_sheet_never_takes_the_place_of_a_check_under_way(mine):
    phone = device(draft(SARAH)[1])

    assert typing(mine[1].code, phone)["Location"] == "/my/checks/"


def test_a_locked_check_opens_at_what_to_do_now(db):
    screening, _token = sent(VIGNETTES["V01"]["case"])
    type(screening).objects.filter(pk=screening.pk).update(level="clinician_first")
    phone = Client()
    typing(paper_link_of(screening).code, phone)

    assert phone.get("/check/resume/")["Location"] == "/check/care/"


def test_a_sheet_works_for_12_months(mine):
    with later(days=364, hours=23):
        assert typing(mine[1].code).status_code == Client().get(f"/r/{mine[1].token}/").status_code == 302
    with later(days=365, seconds=1):
        assert (typing(mine[1].code).status_code, Client().get(f"/r/{mine[1].token}/").status_code) == (200, 404)


def test_printing_again_lets_the_same_link_live_12_months_from_then(mine):
    screening, first, _client = mine
    with later(days=300):
        again = paper_link_of(screening)

    assert again == first
    assert standing(screening).expires_at > timezone.now() + timedelta(days=664)


def test_printing_many_sheets_in_a_day_writes_once(mine):
    with CaptureQueriesContext(connection) as queries:
        paper_link_of(mine[0])

    assert [query["sql"].split()[0] for query in queries.captured_queries] == ["SELECT"]


def test_a_link_that_has_run_out_never_opens_again(mine):
    screening, first, _client = mine
    with later(days=366):
        second = paper_link_of(screening)

        assert pass_of_code(first.code) is None
        assert pass_of_code(second.code).screening == screening


def test_a_check_has_one_living_link_on_paper_at_most(mine):
    row = PrivateLink.objects.exclude(nonce="").values().get()
    twin = row | {"id": None, "nonce": "n", "token_hash": "t", "code_hash": "c"}

    with pytest.raises(IntegrityError), transaction.atomic():
        PrivateLink.objects.create(**twin)


def test_a_changed_key_keeps_the_sheets_as_long_as_the_old_one_is_named(mine, settings):
    screening, first, _client = mine
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new" * 20, [settings.SECRET_KEY]

    assert paper_link_of(screening) == first
    assert typing(first.code).status_code == 302


def test_with_the_old_key_gone_the_next_sheet_carries_a_new_link(mine, settings):
    screening, first, _client = mine
    settings.SECRET_KEY = "new" * 20
    before = Client().get(f"/r/{first.token}/").status_code, typing(first.code).status_code
    second = paper_link_of(screening)

    assert before == (302, 200)
    assert second != first
    assert [Client().get(f"/r/{secret.token}/").status_code for secret in (first, second)] == [404, 302]


def test_the_page_says_which_code_is_on_the_sheets_and_until_when(mine):
    with time_machine.travel("2026-11-22 15:00+00:00", tick=False):
        screening, token = sent(SARAH)
        code = paper_link_of(screening).code
        page = Page(device(token).get("/my/link/"))

    assert f"On your sheets the code is {code}. It works until November 22, 2027." in page.main


def test_before_a_sheet_is_printed_there_is_nothing_to_stop(db):
    page = Page(device(sent(SARAH)[1]).get("/my/link/"))

    assert "No printed sheet opens your plan now." in page.text
    assert "Stop the codes on printed sheets" not in page.text


def test_a_draft_has_no_sheets_to_speak_of(db):
    assert "printed sheets" not in Page(device(draft(SARAH)[1]).get("/my/link/")).main


def test_an_erased_check_leaves_nothing_behind_its_code(mine):
    _screening, first, client = mine
    client.post("/my/erase/")

    assert typing(first.code).status_code == 200
    assert PrivateLink.objects.count() == 0


def test_the_downloaded_data_say_which_link_is_on_sheets(mine):
    links = mine[2].get("/my/data.json").json()["private_links"]

    assert [link["on_printed_sheets"] for link in links] == [False, True]


@pytest.mark.parametrize("address", ["/help/", "/"])
def test_whoever_holds_a_sheet_finds_where_to_type_its_code(db, address):
    assert 'href="/code/"' in Client().get(address).content.decode()


def test_the_address_may_be_typed_without_its_last_slash(db):
    assert Client().get("/code", follow=True).redirect_chain == [("/code/", 301)]
