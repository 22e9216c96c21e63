"""Whom a pack marks as opened: those for whom something was printed, and only once it is there. And how often."""

from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from clinic.packs import handing_out
from clinic.packs import size as pack_size
from clinic.packs import views as pack_views
from clinic.packs.views import PROGRESS
from programs.pdf.pack import pack
from screening import throttle
from screening.actions import erase
from screening.models import Screening
from tests.clinic.front_desk import PACK, USUAL, case, opened, printed, printing, sarah_and_ben, signed_in, stopped
from tests.drafts import sent
from tests.page import Page
from tests.staff import FRONT_DESK, member


@pytest.fixture
def staff(db):
    return signed_in()


@pytest.fixture
def two(db):
    """Sarah and Ben, both with exercises and run weeks."""
    return sarah_and_ben()


def codes(people):
    return [one.code for one in people]


def despite(response):
    return Page(response).one("input", name="despite").attrs["value"]


def test_printing_marks_each_check_as_opened(staff, two):
    printing(staff, two[0].code)

    assert opened(*two) == [True, False]


def test_the_first_opening_stands(staff, two):
    before = timezone.now()
    Screening.objects.filter(pk=two[0].pk).update(opened_at=before)
    printing(staff, two[0].code)

    assert Screening.objects.get(pk=two[0].pk).opened_at == before


@pytest.mark.parametrize("accept", ["text/html", PROGRESS])
def test_one_for_whom_nothing_is_printed_is_not_marked(staff, two, accept):
    locked = stopped()
    yes = despite(printing(staff, two[0].code, locked.code))
    form = USUAL | {"checks": f"{two[0].code}\n{locked.code}", "despite": yes}
    b"".join(staff.post(PACK, form, headers={"accept": accept}))

    assert opened(two[0], locked) == [True, False]


def test_each_runner_is_on_the_trail_with_their_sheets(staff, two):
    printing(staff, *codes(two))

    assert printed() == [(one.code, ["stage-1", "run"]) for one in two]


def test_one_for_whom_nothing_is_printed_is_not_on_the_trail(staff, two):
    locked = stopped()
    printing(staff, two[0].code, locked.code, despite=despite(printing(staff, two[0].code, locked.code)))

    assert [code for code, _what in printed()] == [two[0].code]


def test_a_pack_that_can_not_be_drawn_marks_nobody(staff, two, monkeypatch):
    monkeypatch.setattr(pack_views, "pack", broken)
    with pytest.raises(OSError, match="full"):
        printing(staff, two[0].code)

    assert opened(*two) == [False, False]
    assert printed() == []


def broken(*_args):
    raise OSError("full")


def growing(client, *checks, **changes):
    return client.post(PACK, USUAL | {"checks": "\n".join(checks)} | changes, headers={"accept": PROGRESS})


def test_the_page_s_script_hears_how_far_it_is_and_then_gets_the_very_file(staff, two):
    response = growing(staff, *codes(two))
    head, _, file = response.getvalue().partition(b"pdf ")
    length, _, pdf = file.partition(b"\n")

    assert response["Content-Type"] == PROGRESS
    assert head.decode().split("\n")[:-2] == [f"{n} 4" for n in range(5)]
    assert (int(length), pdf) == (len(pdf), printing(staff, *codes(two)).content)
    assert opened(*two) == [True, True]


def said(response):
    """The line that tells what is in the file."""
    return next(line for line in response if line.startswith(b"said ")).decode()[5:].strip()


def test_a_finished_pack_says_how_much_is_in_it(staff, two):
    pages = len(PdfReader(BytesIO(printing(staff, *codes(two)).content)).pages)

    assert said(growing(staff, *codes(two))) == f"The pack is ready. Runners: 2. Sheets: 4. Pages: {pages}."


def test_a_finished_pack_says_who_is_not_in_it(staff, two):
    locked, held = stopped(), sent(case("V14"))[0]
    checks = (two[0].code, locked.code, held.code)
    words = said(growing(staff, *checks, despite=despite(printing(staff, *checks))))

    assert "Runners: 2. Sheets: 3." in words
    assert words.endswith(f"Left out: {locked.code}. Without some: {held.code}.")


def test_while_it_is_drawn_nothing_is_asked_of_the_database(staff, two, django_assert_num_queries):
    lines = iter(growing(staff, two[0].code))
    with django_assert_num_queries(0):
        assert [next(lines) for _ in range(3)] == [b"0 2\n", b"1 2\n", b"2 2\n"]


def test_a_pack_that_is_stopped_marks_nobody(staff, two):
    response = growing(staff, two[0].code)
    lines = response._iterator  # what a server would drop when the browser has gone
    assert [next(lines) for _ in range(3)][-1] == b"2 2\n"
    lines.close()

    assert opened(*two) == [False, False]


def test_a_stream_that_breaks_marks_nobody(staff, two, monkeypatch):
    monkeypatch.setattr(pack_views, "packing", broken)
    with pytest.raises(OSError, match="full"):
        growing(staff, two[0].code).getvalue()

    assert opened(*two) == [False, False]


def test_one_erased_while_the_pack_is_drawn_is_not_handed_out(staff, two):
    response = growing(staff, *codes(two))
    lines = iter(response)
    next(lines)
    erase(two[1])

    assert not any(line.startswith(b"pdf") for line in lines)
    assert opened(two[0]) == [False]


def test_one_erased_meanwhile_is_named_on_the_form(staff, two, monkeypatch):
    def slowly(orders, press):
        erase(two[1])
        return pack(orders, press)

    monkeypatch.setattr(pack_views, "pack", slowly)
    response = printing(staff, *codes(two))

    assert f"Line 2: there is no check {two[1].code}." in Page(response).text
    assert opened(two[0]) == [False]


def test_a_flood_of_packs_is_slowed_down_before_anything_is_read(staff, two, monkeypatch):
    monkeypatch.setattr(handing_out, "PACK", throttle.Limit("pack", burst=1, every=60))
    printing(staff, two[0].code)
    monkeypatch.setattr(pack_views, "PackForm", broken)

    assert printing(staff, two[1].code).status_code == 429
    assert staff.get(f"/staff/sheet/?check={two[1].code}&what=run").status_code == 429
    assert opened(*two) == [True, False]


def test_each_member_of_staff_has_a_measure_of_their_own(staff, two, monkeypatch):
    monkeypatch.setattr(handing_out, "PACK", throttle.Limit("pack", burst=1, every=60))
    found = [printing(one, two[0].code).status_code for one in (staff, signed_in("eve"), staff)]

    assert found == [200, 200, 429]


@pytest.mark.parametrize(("large", "parts"), [("", 2), ("1", 4)])
def test_a_pack_that_is_too_much_says_in_how_many_parts_it_can_be_printed(staff, two, monkeypatch, large, parts):
    monkeypatch.setattr(pack_size, "MOST_LOAD", 6)
    page = Page(printing(staff, *codes(two), large=large))
    said = [link.text for link in page.all("a") if link.inside(id="error-summary")]

    assert said == [f"This is too much for one file. Print it in {parts} parts."]
    assert page.one("textarea").text == " ".join(codes(two))
    assert opened(*two) == [False, False]


def test_putting_a_list_in_order_is_not_slowed_down(staff, two, monkeypatch):
    monkeypatch.setattr(handing_out, "PACK", throttle.Limit("pack", burst=1, every=60))
    form = USUAL | {"checks": "\n".join(codes(two)), "move": "1-down"}

    assert [staff.post(PACK, form).status_code for _ in range(4)] == [200] * 4


def test_a_script_that_asks_for_packs_in_a_row_is_refused(staff, two):
    answers = [staff.get("/staff/sheet/").status_code for _ in range(60)]

    assert answers[:40] == [404] * 40
    assert 429 in answers


@pytest.mark.parametrize("address", ["/staff/check/ITB-AAAA-AA/print/", "/staff/sheet/", PACK, "/staff/walk-in/"])
def test_every_way_to_print_counts_as_one(staff, two, address):
    sender = throttle.keyed_hash(f"staff|{member(FRONT_DESK, 'dana').pk}")
    for _ in range(40):
        throttle.take(handing_out.PACK, sender)
    ask = staff.get if "check" in address or "sheet" in address else staff.post

    assert ask(address).status_code == 429
