"""Tomorrow's list: names and codes, typed or pasted, and who is meant by them."""

from datetime import UTC, datetime

import pytest

from audit.models import AuditEvent, Kind
from clinic.packs.names import code_in, is_name, read_lines
from screening.limits import MOST_IN_A_PACK
from screening.models import Screening
from tests.clinic.front_desk import PACK, USUAL, case, opened, printing, sarah_and_ben, signed_in
from tests.drafts import sent
from tests.page import Page


@pytest.fixture
def staff(db):
    return signed_in()


@pytest.fixture
def two(db):
    """Sarah Miller and Ben Ortiz."""
    return sarah_and_ben()


def reading(client, *lines, **more):
    """The page after "Read the list"."""
    return Page(client.post(PACK, USUAL | {"checks": "\n".join(lines), "find": "1"} | more))


def box(page):
    return page.one("textarea").text


def problems(page):
    return [link.text for link in page.all("a") if link.inside(id="error-summary")]


def who(text):
    """Whom the lines of a text name."""
    return [line.screening for line in read_lines(text)]


@pytest.mark.parametrize(
    "typed", ["Sarah Miller", "sarah miller", "Miller, Sarah", "MILLER,SARAH", "Sárah  Mïller", "Miller Sarah"]
)
def test_a_name_is_found_however_it_is_written(two, typed):
    assert who(typed) == [two[0]]


@pytest.mark.parametrize("typed", ["Sarah", "Sarah Mill", "Sarah Anne Miller", "Sarah Miller Miller"])
def test_a_part_of_a_name_is_nobody(two, typed):
    assert who(typed) == [None]


@pytest.mark.parametrize(
    "typed",
    ["ITB-7F3K-Q2", "itb-7f3k-q2", " itb 7f3k q2 ", "ITB7F3KQ2", "ITB-7F3K-Q2 Sarah Miller", "ITB-7F3K-Q2, Sarah"],
)
def test_a_code_is_read_leniently(typed):
    assert code_in(typed) == "ITB-7F3K-Q2"


@pytest.mark.parametrize("typed", ["ITB-7F3K-Q23", "Sarah ITB-7F3K-Q2", "ITB-7F3K", "ITB-7F3K-Q2x"])
def test_what_is_no_code_is_none(typed):
    assert code_in(typed) == ""


@pytest.mark.parametrize(
    ("typed", "is_one"), [("Li", True), ("Ng Ly", True), ("<b>", False), ("Room 7", False), ("=1+1", False)]
)
def test_a_name_has_letters_and_no_digit(typed, is_one):
    assert is_name(typed) is is_one


def test_the_newest_check_of_a_runner_is_meant(two):
    later = sent(case("V02"), name="Sarah Miller")[0]
    Screening.objects.filter(pk=later.pk).update(repeat_of=two[0])

    assert who("Sarah Miller") == [later]


def test_the_same_e_mail_address_is_the_same_runner(db):
    sent(case("V01"), name="Sarah Miller", email="sarah@example.org")
    later = sent(case("V02"), name="Sarah Miller", email="Sarah@example.org")[0]

    assert who("Sarah Miller") == [later]


def test_a_check_set_aside_is_nobody_s(two):
    Screening.objects.filter(pk=two[0].pk).update(state="aside")

    assert who("Sarah Miller") == [None]


def test_the_list_is_shown_before_anything_is_printed(staff, two):
    page = Page(printing(staff, "Miller, Sarah"))

    assert "Look over the list" in page.main
    assert box(page) == f"{two[0].code} Miller, Sarah"
    assert opened(*two) == [False, False]


def test_what_was_looked_over_is_printed(staff, two):
    shown = box(Page(printing(staff, "Miller, Sarah")))

    assert printing(staff, shown)["Content-Type"] == "application/pdf"


def test_codes_alone_need_no_look(staff, two):
    assert printing(staff, two[0].code)["Content-Type"] == "application/pdf"


def test_namesakes_are_shown_with_code_day_and_age(staff, two):
    other = sent(case("V02"), name="Sarah Miller")[0]
    page = reading(staff, "Sarah Miller")

    assert problems(page) == ["Line 1: more than one runner is called Sarah Miller. Choose which."]
    assert {radio.attrs["value"] for radio in page.all("input", name="pick-1")} == {
        f"{one.code} Sarah Miller" for one in (two[0], other)
    }
    assert f"age {two[0].answers['age']}" in page.main


def test_a_namesake_is_chosen_by_one_button(staff, two):
    other = sent(case("V02"), name="Sarah Miller")[0]
    page = reading(staff, "Ben Ortiz", "Sarah Miller", **{"pick-2": f"{other.code} Sarah Miller"})

    assert problems(page) == []
    assert box(page) == f"{two[1].code} Ben Ortiz {other.code} Sarah Miller"


def test_a_choice_stays_with_its_line_when_others_move(staff, two):
    other = sent(case("V02"), name="Sarah Miller")[0]
    page = reading(staff, "Sarah Miller", "Ben Ortiz", **{"pick-2": f"{other.code} Sarah Miller"})

    assert other.code in box(page)


def test_unknown_lines_are_named_by_their_number_and_nothing_is_lost(staff, two):
    page = reading(staff, "Jon Doe", "", "Sarah Miller", "ITB-AAAA-AA")

    assert problems(page) == ["Line 1: no check was sent by Jon Doe.", "Line 4: there is no check ITB-AAAA-AA."]
    assert box(page) == f"Jon Doe {two[0].code} Sarah Miller ITB-AAAA-AA"


def test_a_name_of_markup_is_only_text(staff, two):
    assert b"<script>alert" not in staff.post(PACK, USUAL | {"checks": "<script>alert</script>", "find": "1"}).content


def test_somebody_named_twice_is_said(staff, two):
    assert problems(reading(staff, two[0].code, "Sarah Miller")) == [f"Line 2: {two[0].code} is on line 1 too."]


@pytest.mark.parametrize(
    ("move", "order"), [("2-up", "ba"), ("1-down", "ba"), ("1-up", "ab"), ("2-down", "ab"), ("1-out", "b")]
)
def test_the_order_is_changed_by_buttons(staff, two, move, order):
    page = Page(staff.post(PACK, USUAL | {"checks": "\n".join(one.code for one in two), "move": move}))

    assert box(page) == " ".join(two["ab".index(letter)].code for letter in order)


@pytest.mark.parametrize("move", ["", "9-up", "x-up", "1-sideways", "-", "99999-up", "\0"])
def test_a_button_that_there_is_not_changes_nothing(staff, two, move):
    codes = "\n".join(one.code for one in two)

    assert box(Page(staff.post(PACK, USUAL | {"checks": codes, "move": move, "find": "1"}))) == codes.replace("\n", " ")


def test_too_many_names_are_not_looked_up(staff, two, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        page = reading(staff, *["Sarah Miller"] * (MOST_IN_A_PACK + 1))

    assert problems(page) == ["A pack takes 120 runners. Here are 121."]


def test_looking_names_up_is_on_the_trail_without_the_names(staff, two):
    reading(staff, "Sarah Miller", "Jon Doe", two[1].code)
    row = AuditEvent.objects.get(kind=Kind.LISTED)

    assert row.detail == {"what": "names for a pack", "count": 3}


def test_codes_that_show_names_are_counted_on_the_trail_too(staff, two):
    reading(staff, two[0].code)

    assert AuditEvent.objects.get(kind=Kind.LISTED).detail == {"what": "codes for a pack", "count": 1}


def test_an_address_that_shows_names_is_a_look_at_each_of_these_runners(staff, two):
    staff.get(PACK, {"check": [two[1].code, two[0].code, "ITB-AAAA-AA"]})
    looked = AuditEvent.objects.filter(kind=Kind.VIEWED).order_by("number")

    assert [(row.by_name, row.about) for row in looked] == [("dana", two[1].code), ("dana", two[0].code)]


def test_a_ready_list_is_on_the_trail_with_its_count(staff, two):
    staff.get(PACK, {"list": "waiting"})

    assert AuditEvent.objects.get(kind=Kind.LISTED).detail == {"what": "codes for a pack", "count": 2}


def test_days_are_written_as_everywhere_else(staff, two):
    Screening.objects.filter(pk=two[0].pk).update(submitted_at=datetime(2026, 11, 22, 15, tzinfo=UTC))
    page = Page(staff.get(PACK, {"check": [two[0].code]}))

    assert "Nov 22, 2026" in page.main


def test_an_empty_pack_page_shows_nobody(staff, two):
    staff.get(PACK)

    assert not AuditEvent.objects.filter(kind__in=[Kind.LISTED, Kind.VIEWED]).exists()


def test_rows_ticked_in_the_queue_arrive_in_their_order(staff, two):
    page = Page(staff.get(PACK, {"check": [two[1].code, two[0].code]}))

    assert box(page) == f"{two[1].code} {two[0].code}"
    assert [item.text[2:11] for item in page.all("li", class_="who")] == ["Ben Ortiz", "Sarah Mil"]


def test_everyone_who_waits_is_one_click_most_urgent_first(staff, two):
    Screening.objects.filter(pk=two[1].pk).update(rank=2)

    assert box(Page(staff.get(PACK, {"list": "waiting"}))) == f"{two[1].code} {two[0].code}"


def test_whom_a_red_flag_stopped_is_not_in_a_ready_list(staff, two):
    Screening.objects.filter(pk=two[0].pk).update(level="urgent", rank=0)

    assert box(Page(staff.get(PACK, {"list": "waiting"}))) == two[1].code


def test_those_reviewed_today_are_one_click(staff, two):
    Screening.objects.filter(pk=two[0].pk).update(state="done", reviewed_at=two[0].submitted_at)

    assert box(Page(staff.get(PACK, {"list": "today"}))) == two[0].code


def test_an_empty_list_says_what_to_do(staff):
    assert "Nobody was reviewed yet today." in Page(staff.get(PACK, {"list": "today"})).main


def test_a_list_that_there_is_not_is_empty(staff, two):
    assert box(Page(staff.get(PACK, {"list": "nonsense"}))) == ""
