"""Every kind of sheet as text: whole, in reading order, with the right leg in its pictures."""

from dataclasses import replace

import pytest

from programs.library import load_library
from programs.pdf.sketch import Sketch
from programs.run_chart import tenths
from programs.sheets.order import Item, Kind, Layout, Look, SheetError, Subject, Who, choices_for, released_stages
from programs.sheets.stage_text import waiting
from programs.sheets.text import Choices, Facts, Listing, Log, Pictures, Section, every_text
from programs.sheets.texts import text_of
from screening.questions import load_questions
from tests.programs.plans import placements
from tests.programs.press_room import Sheet, pages, subject
from tests.programs.promised import promised
from tests.programs.runners import RULES, SARAH, plan_for, plan_of, stage_of

KINDS = choices_for(subject())
LADDER = plan_for(onset_distance=1.2, usual_week=5)


def written(item, whose=None, translate=str, contents=()):
    return text_of(item, whose or subject(), load_library(), translate, contents)


def parts(text, kind):
    return [part for section in text.sections for part in section.parts if isinstance(part, kind)]


def section(text, heading) -> Section:
    return next(each for each in text.sections if each.heading == heading)


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_every_kind_has_a_title_a_leg_and_something_to_say(item):
    text = written(item)

    assert text.kind == item.kind
    assert all((text.title, text.short, text.leg, text.sections))


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_no_part_is_empty(item):
    assert all(each.parts or each.heading for each in written(item).sections)
    assert all(part.items for part in parts(written(item), Listing))


@pytest.mark.parametrize("rule", RULES)
def test_nothing_that_a_plan_promises_is_left_out(rule):
    whose = subject(plan_of(RULES[rule]))
    for item in choices_for(whose):
        words = " ".join(every_text(written(item, whose)))
        assert not [text for text in promised(whose.plan, item, Look()) if text not in words]


def body_words(sketch: Sketch) -> set[str]:
    """The words between header and footer of a page of ordinary print."""
    height = sketch.height
    return {word for line in placements(sketch) if 100 < line.top < height - 60 for word in line.words.split()}


@pytest.mark.parametrize("item", [item for item in KINDS if item.kind in (Kind.STAGE, Kind.RUN, Kind.WARM_UP)], ids=str)
def test_every_word_of_the_paper_can_be_read(item):
    drawn = set().union(*(body_words(page) for page in pages(Sheet(item, Look(layout=Layout.FIT), "left"))))
    ours = " ".join(every_text(written(item)))

    missing = [word for word in drawn if word.isalpha() and len(word) > 3 and word not in ours]
    assert set(missing) <= {"weekdays", "Plan"}


def test_a_stage_tells_its_exercises_in_the_order_of_the_plan():
    stage = stage_of(plan_for(), 1)
    numbered = [(each.number, each.heading) for each in written(Item(Kind.STAGE, 1)).sections if each.number]

    assert numbered == list(enumerate((exercise.name for exercise in stage.exercises), 1))


def test_a_dose_stands_under_its_names():
    exercise = stage_of(plan_for(), 1).exercises[0]
    (dose,) = [part for part in section(written(Item(Kind.STAGE, 1)), exercise.name).parts if isinstance(part, Facts)]

    assert dict(dose.rows) == {
        "Start with": exercise.dose.start,
        "Build up to": exercise.dose.goal,
        "How often": exercise.dose.days,
        "Hold": exercise.dose.hold,
        "Tempo": exercise.dose.tempo,
        "Rest": exercise.dose.rest,
    }


@pytest.mark.parametrize(("leg", "turned"), [("left", False), ("right", True)])
def test_the_pictures_of_the_mirror_are_turned_for_the_right_leg_only(leg, turned):
    asked = [
        each for each in written(Item(Kind.MIRROR)).sections if each.heading.startswith(f"{leg.title()} leg: watch")
    ]
    shown = [
        answer.shown for each in asked for part in each.parts if isinstance(part, Choices) for answer in part.answers
    ]

    assert [picture.flipped for picture in shown if picture] == [turned] * 6


def test_a_plan_for_the_right_leg_turns_the_pictures_of_a_sided_exercise():
    left, right = (parts(written(Item(Kind.STAGE, 1), subject(leg=leg)), Pictures) for leg in ("left", "right"))

    assert [[not shown.flipped for shown in one.shown] for one in left[:1]] == [
        [shown.flipped for shown in one.shown] for one in right[:1]
    ]


def test_every_week_has_its_day_its_runs_and_their_sum():
    (log,) = parts(written(Item(Kind.RUN)), Log)
    weeks = plan_for().run.weeks

    assert [row.boxes for row in log.rows] == [tuple(map(tenths, week.runs)) for week in weeks]
    assert [row.total for row in log.rows] == [tenths(week.total) for week in weeks]
    assert (log.rows[0].name, log.rows[0].detail) == ("Week 1", "Dec 14, 2026")


def test_run_walk_steps_come_with_two_boxes_each():
    log = parts(written(Item(Kind.RUN), subject(LADDER)), Log)[0]

    assert {len(row.boxes) for row in log.rows} == {2}
    assert log.rows[0].detail == load_library().running.run_walk[0].sentence


def test_run_walk_steps_as_text_speak_of_steps():
    words = list(every_text(written(Item(Kind.RUN), subject(LADDER))))

    assert "Stop the run and walk home. If it settles by the next morning, do the same step again." in words
    assert not [sentence for sentence in words if "same week" in sentence or "next week" in sentence]


def test_the_whole_plan_says_what_waits_for_the_clinic():
    words = list(every_text(written(Item(Kind.PLAN), subject(plan_of(RULES["PL-04"])))))

    assert "Stage 3 waits until the clinic has looked at your answers." in words
    assert "Your run weeks wait until the clinic has looked at your answers." in words


def test_the_whole_plan_tells_a_warm_up_once():
    headings = [each.heading for each in written(Item(Kind.PLAN)).sections]
    drill = stage_of(plan_for(), 3).warm_up[0]

    assert headings.count(drill.name) == 1
    assert "The drills are the same as in Stage 3." in list(every_text(written(Item(Kind.PLAN))))


def test_the_mirror_check_asks_every_question_of_both_legs():
    words = list(every_text(written(Item(Kind.MIRROR))))
    asked = [q for page in load_questions().pages if page.part == "mirror_check" for q in page.questions]

    assert not [question.key for question in asked if question.label not in words]


def test_a_mirror_check_on_paper_names_no_leg_of_an_older_plan():
    assert written(Item(Kind.MIRROR)).leg == "Both legs"


def test_the_mirror_check_needs_no_runner():
    assert written(Item(Kind.MIRROR), Subject(Who("", ""))).sections


def test_the_cover_names_the_sheets_of_its_order():
    contents = (Item(Kind.COVER), Item(Kind.STAGE, 2), Item(Kind.RUN))
    rows = parts(written(Item(Kind.COVER), contents=contents), Facts)[0].rows

    assert [name for name, _use in rows] == ["Stage 2 of 4: Control your body weight", "Return to running"]


def test_a_cover_without_an_order_names_all_there_is():
    rows = parts(written(Item(Kind.COVER)), Facts)[0].rows

    assert len(rows) == len(choices_for(subject())) - 2  # neither itself nor what stays at the clinic


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_every_label_of_ours_goes_through_the_translator(item):
    text = written(item, translate=lambda message: f"«{message}»")
    bare = [words for words in (text.title, *(each.heading for each in text.sections)) if words and "«" not in words]

    assert set(bare) <= {
        "left leg",
        "right leg",
        "We saw a hip control pattern",
        "About you",
        "Left leg",
        "Right leg",
        "Why",
    }


@pytest.mark.parametrize("kind", [Kind.SEEN, Kind.SUMMARY, Kind.STAGE, Kind.RUN, Kind.WARM_UP, Kind.UPKEEP, Kind.PLAN])
def test_what_a_runner_has_not_has_no_text(kind):
    with pytest.raises(SheetError):
        written(Item(kind, 1 if kind == Kind.STAGE else 0), Subject(Who("", "ITB-7F3K-Q2")))


def test_run_weeks_that_staff_hold_have_no_text():
    with pytest.raises(SheetError, match="no run weeks"):
        written(Item(Kind.RUN), subject(plan_of(RULES["PL-04"])))


def test_no_warm_up_is_made_of_practice():
    plan = plan_of(SARAH)
    without = replace(plan, stages=tuple(stage for stage in plan.stages if stage.number < 3))

    with pytest.raises(SheetError, match="no warm-up"):
        written(Item(Kind.WARM_UP), subject(without))


def test_a_stage_behind_a_held_one_waits_as_well():
    plan = plan_of(RULES["PL-04"])
    held = plan.stages[len(released_stages(plan)) :]

    assert len(held) > 1
    assert [sentence.split()[1] for sentence in waiting(plan, say)][: len(held)] == [str(each.number) for each in held]


def say(message, **values):
    return message.format(**values)
