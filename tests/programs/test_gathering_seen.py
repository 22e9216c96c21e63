"""The page "What we saw" says what the result page says: the same words, leg by leg."""

import re

import pytest
from django.utils import timezone

from programs.models import IssuedPlan
from programs.printing.seen_gathering import seen_of
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import draft, rendered, sent
from tests.test_left_is_left import mirrored

pytestmark = pytest.mark.django_db

OPEN = ["V01", "V02", "V03", "V04", "V05", "V10", "V11", "V12", "V13", "V14", "V15", "V18", "V19", "V20"]
LOCKED = ["V06", "V07", "V08", "V09", "V16", "V17"]


def plan_at(screening):
    issued = IssuedPlan.objects.filter(screening=screening).first()
    return issued.read() if issued else None


def seen_in(case):
    screening, _token = sent(case)
    return seen_of(screening, plan_at(screening))


def plain(text):
    return " ".join(text.split())


@pytest.mark.parametrize("short", OPEN)
def test_title_lead_legs_reasons_and_cautions_stand_on_the_result_page_too(short):
    case = VIGNETTES[short]["case"]
    page, seen = rendered(case).text, seen_in(case)
    legs = [words for leg in seen.legs for words in (leg.title, leg.tag, leg.sentence)]
    signs = [words for leg in seen.legs for sign in leg.signs for words in (sign.name, sign.answer)]

    for words in (seen.title, *seen.lead, *legs, *signs, seen.reasons_title, *seen.reasons, *seen.cautions):
        assert plain(words) in page, words


@pytest.mark.parametrize("short", OPEN)
def test_every_lead_denies_a_diagnosis_or_asks_for_another_look(short):
    lead = " ".join(seen_in(VIGNETTES[short]["case"]).lead)

    assert re.search(r"not a diagnosis|clear picture", lead)


@pytest.mark.parametrize("short", OPEN)
def test_everyone_is_told_what_to_do_now(short):
    assert seen_in(VIGNETTES[short]["case"]).next_steps


@pytest.mark.parametrize("short", LOCKED)
def test_a_check_that_a_red_flag_ended_has_no_such_page(runner, short):
    runner.whole_walk(VIGNETTES[short]["case"])

    assert runner.screening.is_locked
    assert seen_of(runner.screening, None) is None


def test_a_draft_has_no_such_page():
    screening, _token = draft(VIGNETTES["V01"]["case"])

    assert seen_of(screening, None) is None


def test_a_check_on_hold_has_no_such_page():
    screening, _token = sent(VIGNETTES["V01"]["case"])
    later, _token = draft(VIGNETTES["V01"]["case"])
    Screening.objects.filter(pk=later.pk).update(
        repeat_of=screening, submitted_at=timezone.now(), level="urgent", assessment={}, state="waiting"
    )

    assert seen_of(screening, plan_at(screening)) is None


def test_the_left_leg_comes_first_and_only_the_right_is_mirrored():
    seen = seen_in(VIGNETTES["V01"]["case"])

    assert [(leg.title, leg.flipped) for leg in seen.legs] == [("Left leg", False), ("Right leg", True)]


@pytest.mark.parametrize("short", ["V01", "V04", "V12", "V18"])
def test_a_mirror_image_has_its_legs_swapped_whole(short):
    case = VIGNETTES[short]["case"]
    ours, theirs = seen_in(case).legs, seen_in(mirrored(case)).legs

    assert [(leg.state, leg.signs, leg.facts) for leg in ours] == [
        (leg.state, leg.signs, leg.facts) for leg in reversed(theirs)
    ]


def test_each_sign_has_the_picture_of_its_answer():
    left, right = seen_in(VIGNETTES["V01"]["case"]).legs

    assert [sign.figure for sign in left.signs] == ["hip-marked", "knee-slight"]
    assert [sign.figure for sign in right.signs] == ["hip-none", "knee-none"]


def test_an_answer_of_cannot_tell_has_no_picture():
    case = VIGNETTES["V01"]["case"]
    left = seen_in(case | {"left": case["left"] | {"hip_drop": None}}).legs[0]

    assert (left.signs[0].figure, left.signs[0].answer) == ("", "I can’t tell")


def test_a_held_plan_says_that_the_clinic_looks_first():
    assert "waits until the clinic has looked" in " ".join(seen_in(VIGNETTES["V14"]["case"]).next_steps)


def test_an_opened_plan_no_longer_waits_for_the_clinic():
    case = VIGNETTES["V03"]["case"]
    screening, _token = sent(case)
    issued = IssuedPlan.objects.get(screening=screening)
    issued.snapshot["needs_staff"] = []

    seen = seen_of(screening, issued.read())

    assert "The clinic looks at your answers first." not in " ".join(seen.next_steps)
    assert not seen.until_then


def test_without_pain_the_page_says_so():
    assert seen_in(VIGNETTES["V05"]["case"]).pain == (("Leg, hip, or knee pain", "No"),)
