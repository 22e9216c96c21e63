"""The summary for the clinic's record is one page whatever the answers, and says what it leaves out."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programs.pdf.pack import Press, job_of, sheet_of
from programs.pdf.summary_answers import MORE
from programs.pdf.summary_page import IN_ORDER
from programs.printing.subjects import subject_of
from programs.sheets.order import Item, Kind, Look, Order, SheetError, Subject, Who
from programs.sheets.paper import Paper
from programs.sheets.record import AnswerGroup, Decision, FiredRule, LegRecord, RaisedFlag, Record
from screening.questions import load_questions
from screening.rules.red_flag_wording import WORDING
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.programs.plans import CLINIC, SARAH_WHO, TODAY, squeezed
from tests.programs.runners import plan_for
from tests.programs.sheet_checks import assert_well_set, words_on

SUMMARY = Item(Kind.SUMMARY)
SENT_AT = datetime(2026, 11, 20, 15, 5, tzinfo=UTC)
WIDEST = Who("W" * 80, "ITB-7F3K-Q2")
LEGS = tuple(
    LegRecord(leg, "Not clear yet", None, "SC-01", f"When you stood on your {leg} leg, " + "it was long to say. " * 8)
    for leg in ("Left leg", "Right leg")
)
FLAGS = tuple(
    RaisedFlag(rule, "Clinician first", max(words.because.values(), key=len), words.source * 2)
    for rule, words in WORDING.items()
)
LONGEST = {"text": "W" * 80, "email": "w" * 240 + "@example.org"}


def longest_answer(question):
    return max(
        LONGEST.get(question.kind, "150 kilometers"), *(choice.label for choice in question.choices), "", key=len
    )


def longest_answers():
    """Every question there is, with the longest answer it can have."""
    asked = [(page.part, question) for page in load_questions().pages for question in page.questions]
    return tuple(
        AnswerGroup(title, tuple((question.short, longest_answer(question)) for of, question in asked if of == part))
        for part, title in load_questions().parts.items()
    )


WORST = Record(
    sent_at=SENT_AT,
    level="Urgent",
    pattern="Pain without pattern, both legs, possible, pain fits in part",
    plan=("PL-05, version 12, issued Nov 20, 2026", "Stages: 1, 2, 3, 4", "Left out: MB-01, MB-03"),
    answers=longest_answers(),
    legs=LEGS,
    flags=FLAGS,
    rules=tuple(FiredRule(f"RR-{n:02}", "You start with short runs.", "Clinic article; Buist 2008") for n in range(14)),
    held=("Held: staff open the start.", "Held: staff open Stage 3."),
    decisions=(),
    rule_set="2026-11",
    content_version="2026-11.1",
    locked=True,
    notes=("A red flag ended this check: no plan was given.", "Call back: " + "9" * 30),
    told=("See a clinician this week. " * 10,),
)


def sheet(record, paper=Paper.LETTER, who=SARAH_WHO, plan=None):
    subject = Subject(who, plan, 1 if plan else 0, TODAY, record=record)
    return sheet_of(job_of(Order(subject, (SUMMARY,)), Press(Look(paper), CLINIC, TODAY)), SUMMARY)


def stored(short, **changes):
    screening, _token = sent(VIGNETTES[short]["case"] | changes, name="Sarah Miller", email="sarah@example.org")
    return subject_of(screening, for_staff=True)


@pytest.mark.django_db
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("short", ["V01", "V03", "V05", "V10", "V11", "V14", "V15", "V19"])
def test_every_answer_leg_and_rule_of_a_check_stands_on_one_page(short, paper):
    record = stored(short).record
    pages = sheet(record, paper)
    text = squeezed(words_on(pages))

    assert len(pages) == 1
    assert_well_set(pages)
    for row in (row for group in record.answers for row in group.rows):
        assert squeezed(f"{row[0]}: {row[1]}") in text
    for leg in record.legs:
        assert squeezed(leg.sentence) in text
    assert all(squeezed(rule.rule + rule.sentence) in text for rule in record.rules)
    assert all(squeezed(line) in text for line in (*record.plan, *record.held))


@pytest.mark.django_db
@pytest.mark.parametrize("short", ["V06", "V07", "V08", "V09", "V16", "V17"])
def test_a_locked_check_says_so_on_top_with_every_flag(runner, short):
    runner.whole_walk(VIGNETTES[short]["case"])
    record = subject_of(runner.screening, for_staff=True).record
    pages = sheet(record)
    text = squeezed(words_on(pages))

    assert len(pages) == 1
    assert_well_set(pages)
    assert text.index(squeezed("A red flag ended this check")) < text.index(squeezed(record.flags[0].sentence))
    assert all(squeezed(flag.sentence + f"({flag.source})") in text for flag in record.flags)


@pytest.mark.parametrize("paper", Paper)
def test_the_worst_there_can_be_is_one_page(paper):
    pages = sheet(WORST, paper, WIDEST, plan_for())

    assert len(pages) == 1
    assert_well_set(pages)


@pytest.mark.parametrize("paper", Paper)
def test_even_the_worst_loses_no_flag_and_no_leg(paper):
    text = squeezed(words_on(sheet(WORST, paper, WIDEST)))

    assert all(squeezed(flag.rule) in text and squeezed(flag.sentence) in text for flag in WORST.flags)
    assert all(squeezed(leg.sentence) in text for leg in WORST.legs)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("locked", [False, True])
def test_nothing_that_a_check_can_really_hold_is_left_out(locked, paper):
    """Unlocked: all answers, at most four cautions. Locked: every flag, the answers up to there, no legs, no plan."""
    walked = replace(WORST, flags=FLAGS[-4:], told=WORST.told[:1], locked=False)
    ended = replace(WORST, answers=WORST.answers[:2], legs=(), plan=(), held=(), rules=())
    text = words_on(sheet(ended if locked else walked, paper, WIDEST))

    assert not re.search(MORE.format(count=r"\d+"), text)
    assert WORST.answers[1].rows[-1][0] in text


def test_answers_that_find_no_room_are_counted():
    rows = tuple((f"Question {place}", f"{place} " * 70) for place in range(100))
    text = words_on(sheet(replace(WORST, answers=(AnswerGroup("Your running", rows),))))
    counted = re.search(MORE.format(count=r"(\d+)"), text)
    shown = len(set(re.findall(r"Question (\d+):", text)))

    assert counted
    assert int(counted[1]) + shown == 100


ROWS = st.tuples(st.text(min_size=1, max_size=60), st.text(max_size=260))
GROUPS = st.lists(st.lists(ROWS, min_size=1, max_size=40), max_size=6)


@settings(max_examples=25)
@given(groups=GROUPS, flags=st.integers(0, len(FLAGS)), name=st.text(max_size=80), paper=st.sampled_from(list(Paper)))
def test_any_answers_make_one_page(groups, flags, name, paper):
    answers = tuple(AnswerGroup("Part", tuple(rows)) for rows in groups)
    pages = sheet(replace(WORST, answers=answers, flags=FLAGS[:flags]), paper, Who(name, "ITB-7F3K-Q2"))

    assert len(pages) == 1
    assert_well_set(pages)


def test_sources_are_what_goes_first():
    assert [detail.sources for detail in IN_ORDER][:3] == ["whole", "first", "none"]
    assert all(detail.rows and detail.one_by_one and detail.reasons for detail in IN_ORDER[:3])


def test_no_answer_is_given_up_before_everything_else():
    assert all(detail.most is None for detail in IN_ORDER)


def test_decisions_stand_there_with_name_and_time():
    decided = (Decision("Stage 3 opened.", "Dr. Ann Lee", SENT_AT),)
    text = words_on(sheet(replace(WORST, flags=(), decisions=decided)))

    assert "Nov 20, 2026, 3:05 pm, Dr. Ann Lee:" in text
    assert "Stage 3 opened." in text


def test_there_are_lines_to_write_the_next_decisions():
    text = words_on(sheet(WORST))

    assert text.count("Decision ") + text.count("Decisions") >= 3


def test_hostile_answers_stay_text():
    rows = (("Name", "</text><b>&amp; {count} %s"),)
    text = words_on(sheet(replace(WORST, answers=(AnswerGroup("Contact", rows),))))

    assert squeezed("</text><b>&amp; {count} %s") in squeezed(text)


@pytest.mark.django_db
def test_no_runner_gets_one():
    screening, _token = sent(VIGNETTES["V01"]["case"])
    subject = subject_of(screening)

    with pytest.raises(SheetError, match="no record"):
        sheet_of(job_of(Order(subject, (SUMMARY,)), Press(Look(), CLINIC, TODAY)), SUMMARY)
