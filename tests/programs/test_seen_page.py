""" "What we saw" on paper: every fact stands there, the left leg at the left, the right leg mirrored."""

from dataclasses import replace

import pytest

from programs.pdf.pack import Press, job_of, sheet_of
from programs.printing.subjects import subject_of
from programs.sheets.order import Item, Kind, Look, Order, SheetError, Who
from programs.sheets.paper import Paper
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.programs.plans import CLINIC, TODAY, placements, squeezed
from tests.programs.sheet_checks import art_on, assert_well_set, words_on
from tests.test_left_is_left import mirrored

pytestmark = pytest.mark.django_db

SEEN = Item(Kind.SEEN)
ALL = ["V01", "V02", "V03", "V04", "V05", "V10", "V11", "V12", "V13", "V14", "V15", "V18", "V19", "V20"]
HOSTILE = "<script>alert(1)</script> {name} %(x)s " + "Ω" * 40


def subject(case, **typed):
    screening, _token = sent(case, **typed)
    return subject_of(screening)


def sheet(whose, paper=Paper.LETTER, items=(SEEN,)):
    return sheet_of(job_of(Order(whose, items), Press(Look(paper), CLINIC, TODAY)), SEEN)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("short", ALL)
def test_every_class_takes_one_page_and_is_well_set(short, paper):
    pages = sheet(subject(VIGNETTES[short]["case"], name="Sarah Miller"), paper)

    assert len(pages) == 1
    assert_well_set(pages)


@pytest.mark.parametrize("short", ALL)
def test_every_fact_stands_there(short):
    whose = subject(VIGNETTES[short]["case"])
    seen, text = whose.seen, squeezed(words_on(sheet(whose)))
    legs = [words for leg in seen.legs for words in (leg.title, leg.tag, leg.sentence)]
    answers = [words for leg in seen.legs for row in leg.facts for words in row]
    signs = [words for leg in seen.legs for sign in leg.signs for words in (sign.name, sign.answer)]
    pain = [words for row in seen.pain for words in row]

    for words in (seen.title, *seen.lead, *legs, *answers, *signs, *pain, *seen.reasons, *seen.cautions,
                  *seen.next_steps, *seen.until_then):  # fmt: skip
        assert squeezed(words) in text


@pytest.mark.parametrize("short", ["V01", "V04", "V12", "V18"])
def test_the_left_leg_stands_at_the_left_as_drawn_and_the_right_one_mirrored(short):
    whose = subject(VIGNETTES[short]["case"])
    (page,) = sheet(whose)
    figures = sorted((x, slug, flipped) for slug, flipped, x in art_on(page))
    left, right = whose.seen.legs

    assert [(slug, flipped) for _x, slug, flipped in figures] == [
        *((f"mirror/{sign.figure}", False) for sign in left.signs),
        *((f"mirror/{sign.figure}", True) for sign in right.signs),
    ]


def test_a_leg_s_name_stands_over_its_own_pictures():
    (page,) = sheet(subject(VIGNETTES["V01"]["case"]))
    titles = {line.words: line.left for line in placements(page) if line.words in ("Left leg", "Right leg")}
    edges = {flipped: min(x for _slug, turned, x in art_on(page) if turned == flipped) for flipped in (False, True)}

    assert titles["Left leg"] < edges[False] < titles["Right leg"] < edges[True]


@pytest.mark.parametrize("short", ["V01", "V12"])
def test_a_mirror_image_gets_the_mirrored_page(short):
    ours, theirs = (
        [(slug, flipped) for slug, flipped, _x in art_on(sheet(subject(case))[0])]
        for case in (VIGNETTES[short]["case"], mirrored(VIGNETTES[short]["case"]))
    )

    assert [slug for slug, _flipped in ours] == [slug for slug, _flipped in theirs[2:] + theirs[:2]]


def test_a_leg_that_could_not_be_seen_has_a_question_mark_for_a_picture():
    case = VIGNETTES["V01"]["case"]
    (page,) = sheet(subject(case | {"left": case["left"] | {"hip_drop": None}}))

    assert len(list(art_on(page))) == 3
    assert "?" in [line.words for line in placements(page)]


def test_many_cautions_take_a_second_page_and_lose_nothing():
    flags = {"RF-13": "yes", "RF-14a": "yes", "RF-14b": "yes", "RF-22": "yes", "RF-23": "yes"}
    whose = subject(VIGNETTES["V02"]["case"] | {"flags": flags})
    pages = sheet(whose)

    assert len(pages) == 2
    assert_well_set(pages)
    assert all(squeezed(caution) in squeezed(words_on(pages)) for caution in whose.seen.cautions)


def test_when_to_get_help_stands_there_unless_a_stage_of_the_same_order_says_it():
    whose = subject(VIGNETTES["V01"]["case"])
    alone, beside = sheet(whose), sheet(whose, items=(SEEN, Item(Kind.STAGE, 1)))

    assert "a knee that is stuck" in words_on(alone)
    assert "a knee that is stuck" not in words_on(beside)


def test_no_score_and_no_rule_id_stands_on_a_runner_s_page():
    text = words_on(sheet(subject(VIGNETTES["V01"]["case"])))

    assert not [mark for mark in ("SC-0", "CL-0", "PL-0", "sign-off", "score") if mark in text]


def test_a_hostile_name_stays_text():
    whose = replace(subject(VIGNETTES["V01"]["case"]), who=Who(HOSTILE, "ITB-7F3K-Q2"))
    pages = sheet(whose)

    assert_well_set(pages)
    assert "<script>alert(1)</script>" in words_on(pages)


def test_without_anything_seen_there_is_no_page():
    whose = replace(subject(VIGNETTES["V01"]["case"]), seen=None)

    with pytest.raises(SheetError, match="nothing was seen"):
        sheet(whose)
