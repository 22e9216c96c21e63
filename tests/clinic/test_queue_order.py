"""The queue is in order: most urgent first, then longest waiting; done and all, newest first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from screening.models import Screening
from tests.clinic.queued import codes_on, listed, queued, row_of, walk_in
from tests.clinic.reviewing import check_of, stopped
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, member, sign_in

pytestmark = pytest.mark.django_db


def test_the_most_urgent_stands_on_top_whoever_came_first():
    ok, caution, first, urgent = (queued(rank, minutes=-rank) for rank in (3, 2, 1, 0))

    assert codes_on(listed()) == [each.code for each in (urgent, first, caution, ok)]


def test_among_equals_the_longest_waiting_comes_first():
    later, sooner = queued(minutes=5), queued(minutes=-5)

    assert codes_on(listed()) == [sooner.code, later.code]


def test_done_shows_the_newest_first():
    older, newer = (queued(state="done", rank=rank, minutes=at) for rank, at in ((2, 0), (3, 9)))

    assert codes_on(listed(state="done")) == [newer.code, older.code]


def test_all_checks_hold_every_state_and_no_draft():
    sent = {queued(state=state).code for state in ("waiting", "referred", "done", "aside", "replaced")}
    Screening.objects.create(code="DRAFT", question_set="q", consent_version="q", consented_at=queued().submitted_at)

    assert sent < set(codes_on(listed(state="all")))
    assert "DRAFT" not in codes_on(listed(state="all"))


def test_red_flags_stand_in_a_section_of_their_own_with_a_script():
    urgent = stopped("V06")
    page = listed()

    assert page.all("section", aria_labelledby="call-first")
    assert f"/staff/check/{urgent.code}/call/" in page.html


def test_nobody_is_picked_for_a_pack_who_must_be_called():
    urgent, calm = stopped("V06"), check_of("V01")
    picks = {box.attrs["value"] for box in listed().all("input", name="check")}

    assert picks == {calm.code} != {urgent.code}


def test_a_row_says_who_where_how_bad_and_since_when():
    check = check_of("V01", name="Sarah Miller")
    said = row_of(listed(), check)

    for words in ("Sarah Miller", "34 years", check.code, "Outer knee, left", "of 10", "None", "now"):
        assert words in said


def test_a_runner_without_a_name_is_shown_by_the_code():
    check = check_of("V04")

    assert f"No name 23 years · {check.code}" in row_of(listed(), check)


def test_flags_are_named_in_words():
    check = check_of("V15")

    assert "Blood thinner, bruises" in row_of(listed(), check)


def test_an_unsure_answer_says_so():
    check = stopped("V16")

    assert "Knee stuck: not sure" in row_of(listed(), check)


def test_a_walk_in_without_any_answer_has_a_row():
    check = walk_in(name="Omar Reyes")

    assert "Omar Reyes" in row_of(listed(), check)
    assert "Walk-in" in row_of(listed(), check)


@pytest.mark.parametrize(
    ("columns", "words"),
    [({"source": "paper"}, "Paper check"), ({"held": True}, "Plan on hold"), ({"suspected": "x"}, "Very fast")],
)
def test_what_sets_a_check_apart_is_marked(columns, words):
    check = queued(**columns)

    assert words in row_of(listed(), check)


def test_a_repeat_is_marked():
    check = queued(repeat_of=queued(state="done"))

    assert "Repeat" in row_of(listed(), check)


def test_who_has_a_check_is_shown_with_since_when():
    kim = member(CLINICIAN)
    check = queued(claimed_by=kim, claimed_at=queued().submitted_at)

    assert "With Kim Sato, " in row_of(listed(), check)


@pytest.mark.parametrize("role", [FRONT_DESK, CLINICIAN, MANAGER])
def test_every_role_reads_the_queue(role):
    check = queued()

    assert codes_on(listed(sign_in(role))) == [check.code]


def test_a_full_page_takes_as_many_statements_as_a_short_one():
    client = sign_in(FRONT_DESK)
    check_of("V01"), stopped("V06")
    with CaptureQueriesContext(
        connection,
    ) as few:
        listed(client)
    for short in ("V01", "V02", "V15"):
        check_of(short, name=short)
        stopped("V06")
    with CaptureQueriesContext(connection) as many:
        listed(client)

    assert len(many) == len(few) <= 17


def test_a_cleared_red_flag_stays_on_top_until_its_plan_is_made():
    check = stopped("V06")
    Screening.objects.filter(pk=check.pk).update(unlocked_at=check.submitted_at)
    page = listed()

    assert "Make the plan" in row_of(page, check)
    assert "0 to call first" in page.text


def test_the_very_first_day_says_what_to_do():
    assert "No self-check has come in yet" in listed().text


def test_an_empty_queue_says_what_to_do_next():
    queued(state="done")

    assert "Nobody is waiting" in listed().text


def test_a_filter_that_fits_nobody_can_be_cleared():
    queued()
    page = listed(level="urgent")

    assert "Nothing matches" in page.text
    assert "Clear all" in page.text
