"""What staff decided stands on the clinic's summary: what, who, when, why; the latest, and never more than a page."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from programs.printing.decisions_gathering import LONGEST, LONGEST_NAME, MOST, decided_on
from programs.printing.subjects import subject_of
from programs.sheets.record import Decision
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.programs.sheet_checks import assert_well_set, words_on
from tests.programs.staff_decided import KIND, decided, plan_of
from tests.programs.test_summary_page import WIDEST, WORST, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def sarah():
    return sent(VIGNETTES["V01"]["case"], name="Sarah Miller")[0]


def said(screening):
    return [line.what for line in decided_on(screening)[0]]


def test_a_decision_says_what_who_when_and_why(sarah):
    row = decided(sarah, KIND.CHANGED, plan=plan_of(sarah), reason="Sore hip.", note="Start gently.")
    ((line,), _earlier) = decided_on(sarah)

    assert line.what == "Plan changed, version 2. Reason: Sore hip. Note: Start gently."
    assert line.who == "Kim Sato"
    assert line.at == row.at


def test_a_call_says_what_it_came_to(sarah):
    decided(sarah, KIND.CALLED, detail={"outcome": "no_answer"})

    assert said(sarah) == ["Called, no answer."]


def test_who_took_it_over_is_left_out(sarah):
    decided(sarah, KIND.CLAIMED)
    decided(sarah, KIND.LET_GO)

    assert said(sarah) == []


def test_a_rating_stands_beside_the_runner_s_own(sarah):
    rating = {"reps": 5, "hip_drop": 0, "knee_cave": 1, "trunk_lean": 0, "balance": "steady", "pain": "no"}
    decided(sarah, KIND.RERATED, detail={"left": rating})
    (line,) = said(sarah)

    assert line.startswith("Left leg: hip none (runner: marked)")


def test_a_rating_of_both_legs_is_two_lines(sarah):
    rating = {"hip_drop": 0, "knee_cave": 0, "trunk_lean": 0}
    decided(sarah, KIND.RERATED, detail={"left": rating, "right": rating})

    assert [line[:9] for line in said(sarah)] == ["Left leg:", "Right leg"]


def test_the_latest_stand_there_in_their_order(sarah):
    for place in range(MOST + 3):
        decided(sarah, note=f"Note {place}.")

    assert said(sarah)[0].endswith("Note 3.")
    assert said(sarah)[-1].endswith(f"Note {MOST + 2}.")
    assert decided_on(sarah)[1] == 3


def test_a_long_reason_is_cut_and_shows_it(sarah):
    decided(sarah, KIND.ACCEPTED, reason="word " * 400)
    (line,) = said(sarah)

    assert len(line) <= LONGEST
    assert line.endswith("…")


@pytest.mark.parametrize("locked", [True, False])
def test_the_worst_summary_with_all_of_them_is_one_page(locked):
    longest = Decision("W" * LONGEST, "W" * LONGEST_NAME, datetime(2026, 11, 22, 15, 5, tzinfo=UTC))
    pages = sheet(replace(WORST, locked=locked, decisions=(longest,) * MOST), who=WIDEST)

    assert len(pages) == 1
    assert_well_set(pages)
    assert re.search(r"Decisions before these, in the clinic’s record: \d", words_on(pages))


def test_what_a_check_can_really_hold_has_room_for_all_of_them(sarah):
    for place in range(MOST):
        decided(sarah, KIND.ACCEPTED, reason=f"{place}: looked at both legs and at the shoes. " * 3)
    pages = sheet(subject_of(Screening.objects.get(pk=sarah.pk), for_staff=True).record)

    assert len(pages) == 1
    assert "Decisions before these" not in words_on(pages)
