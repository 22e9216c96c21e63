"""Name, dose and cues of an exercise belong together, in the order in which the body lies, sits and stands."""

from functools import cache
from itertools import chain, groupby
from operator import attrgetter, itemgetter

import pytest
from django.test import RequestFactory

from programs.library import load_library
from programs.pdf.large_styles import HEADING
from programs.pdf.pack import sheet_of
from programs.pdf.sketch import Placed, Sketch, Turned, Words
from programs.plan import Plan, PrescribedExercise, Stage
from programs.printing.sheet_page import render_sheet
from programs.sheets import wording
from programs.sheets.order import Item, Kind, Layout, Look, released_stages, warm_up_stage
from programs.sheets.paper import Paper
from tests.page import Element, Page
from tests.programs.on_paper import Card, cards, dose_of, grounds, least_ground, lines_of, said, titled
from tests.programs.plans import CLINIC, TODAY, job_for, squeezed
from tests.programs.press_room import subject
from tests.programs.runners import RULES, plan_for, plan_of, stage_of

LARGE = Look(large=True)
STAGES = [
    (rule, stage.number, paper)
    for rule in RULES
    for stage in released_stages(plan_of(RULES[rule]))
    for paper in (Paper if rule == "PL-03" else [Paper.LETTER])
]
each_stage = pytest.mark.parametrize(("rule", "number", "paper"), STAGES)


def practice_of(stage: Stage) -> tuple[str, ...]:
    return load_library().stages[stage.number].practice


def numbered(stage: Stage) -> list[tuple[int | None, PrescribedExercise]]:
    """What a session holds, as the plan has it: practice, then the exercises from 1."""
    first = [(None, drill) for drill in stage.warm_up if drill.key in practice_of(stage)]
    return first + list(enumerate(stage.exercises, 1))


def drills(stage: Stage) -> list[PrescribedExercise]:
    return [drill for drill in stage.warm_up if drill.key not in practice_of(stage)]


@cache
def pages(rule: str, item: Item, look: Look) -> list[Sketch]:
    plan = plan_of(RULES[rule])
    return sheet_of(job_for(plan, look={"layout": look.layout, "large": look.large}, paper=look.paper), item)


def titles_of(rule: str, number: int) -> list[tuple[str, ...]]:
    practice = load_library().sheet.practice_title
    return [titled(*pair, practice) for pair in numbered(stage_of(plan_of(RULES[rule]), number))]


def found(rule: str, number: int, look: Look) -> list[Card]:
    titles = titles_of(rule, number)
    return [card for page in pages(rule, Item(Kind.STAGE, number), look) for card in cards(page, titles)]


@pytest.mark.parametrize("layout", Layout)
@each_stage
def test_each_card_has_its_own_name_and_its_own_dose(rule, number, paper, layout):
    doses = [dose_of(exercise.dose) for _place, exercise in numbered(stage_of(plan_of(RULES[rule]), number))]
    wanted = dict(zip((title[0] for title in titles_of(rule, number)), doses, strict=True))
    on_paper = found(rule, number, Look(paper, layout))

    assert [len(card.titles) for card in on_paper] == [1] * len(wanted)
    assert {card.titles[0]: card.dose for card in on_paper} == wanted


@pytest.mark.parametrize("layout", [layout for layout in Layout if layout != Layout.FRIDGE])
@each_stage
def test_each_card_has_its_own_cues_and_no_other_s(rule, number, paper, layout):
    exercises = [exercise for _place, exercise in numbered(stage_of(plan_of(RULES[rule]), number))]
    by_name = {squeezed(exercise.name): set(map(squeezed, exercise.cues)) for exercise in exercises}
    for card in found(rule, number, Look(paper, layout)):
        own = next(cues for name, cues in by_name.items() if card.titles[0].endswith(name))
        others = set(chain.from_iterable(by_name.values())) - own

        assert not [cue for cue in own if cue not in card.said]
        assert not [cue for cue in others if cue in card.said and not any(cue in each for each in own)]


@pytest.mark.parametrize("layout", [layout for layout in Layout if layout != Layout.POCKET])
@each_stage
def test_the_cards_stand_in_the_order_of_the_plan(rule, number, paper, layout):
    wanted = [title[0] for title in titles_of(rule, number)]

    assert [card.titles[0] for card in found(rule, number, Look(paper, layout))] == wanted


@each_stage
def test_leafed_through_the_pocket_card_has_the_order_of_the_plan(rule, number, paper):
    pocket = pages(rule, Item(Kind.STAGE, number), Look(paper, Layout.POCKET))
    heads = [title for page in pocket for panel in leafed(page) for title in heads_of(panel, titles_of(rule, number))]

    assert [head for head, _same in groupby(heads)] == [title[0] for title in titles_of(rule, number)]


def leafed(page: Sketch) -> list[Sketch]:
    """The panels of a folded card from the cover on, by where they lie on the paper."""
    (lying,) = [mark.sketch for mark in page.marks]
    lower = [mark for mark in lying.marks if isinstance(mark, Placed)]
    upper = [mark for mark in lying.marks if isinstance(mark, Turned) and mark.sketch.width > lying.width / 5]
    first, *others = sorted(lower, key=attrgetter("x"))
    return [mark.sketch for mark in (*others, *sorted(upper, key=attrgetter("x"), reverse=True), first)]


def heads_of(panel: Sketch, titles: list[tuple[str, ...]]) -> list[str]:
    said_there = [squeezed("".join(lines_of(ground))) for ground in grounds(panel)]
    return [title[0] for words in said_there for title in titles if words in title]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("number", [2, 3])
def test_each_drill_has_its_own_dose_and_its_own_cues(number, layout):
    for drill in drills(stage_of(plan_for(), number)):
        paper = pages("PL-03", Item(Kind.STAGE, number), Look(layout=layout))
        block = least_ground(paper, drill.name + drill.dose.start)
        cues = () if layout == Layout.FRIDGE else drill.cues

        assert said(block) == squeezed(drill.name + drill.dose.start + "".join(cues))


def on_a_card(kind: Kind, exercises) -> None:
    """On a card of its own each exercise has its name, then its dose, then its cues, and the cards stand in order."""
    paper = pages("PL-03", Item(kind), Look())
    blocks = [least_ground(paper, exercise.name + exercise.dose.start) for exercise in exercises]
    for exercise, block in zip(exercises, blocks, strict=True):
        words = said(block)
        places = [words.index(squeezed(part)) for part in (exercise.name + exercise.dose.start, *exercise.cues)]

        assert places == sorted(places)
        assert squeezed(exercise.dose.goal) in words
        assert not [e.name for e in exercises if e != exercise and squeezed(e.name + e.dose.start) in words]
    drawn = [ground for page in paper for ground in grounds(page)]
    places = [next(place for place, ground in enumerate(drawn) if ground is block) for block in blocks]

    assert places == sorted(places)


def test_the_warm_up_card_holds_each_drill_together_and_in_order():
    on_a_card(Kind.WARM_UP, drills(warm_up_stage(plan_for())))


def test_the_keep_it_card_holds_each_exercise_together_and_in_order():
    on_a_card(Kind.UPKEEP, stage_of(plan_for(), 4).exercises)


def rows_of(exercise: PrescribedExercise) -> list[tuple[str, str]]:
    """The dose as large print and the page say it: each name with its value."""
    dose = exercise.dose
    rows = [
        (wording.START, dose.start), (wording.GOAL, dose.goal), (wording.DAYS, dose.days), (wording.HOLD, dose.hold),
        (wording.TEMPO, dose.tempo), (wording.REST, dose.rest),
    ]  # fmt: skip
    return [row for row in rows if row[1]]


def chapters(paper: list[Sketch]) -> list[tuple[str, str]]:
    """Large print as headings, each with all that stands below it."""
    found: list[tuple[str, str]] = [("", "")]
    in_heading = False
    for mark in (mark for page in paper for ground in grounds(page.marks[1].sketch) for mark in ground.marks):
        if isinstance(mark, Words):
            words, is_heading = "".join(run.text for run in mark.line.runs), mark.style in HEADING.values()
            found += [("", "")] if is_heading and not in_heading else []
            head, below = found[-1]
            found[-1] = (head + words, below) if is_heading else (head, below + words)
            in_heading = is_heading
    return [(squeezed(head), squeezed(below)) for head, below in found]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_large_print_keeps_each_exercise_together_and_in_order(number):
    stage, practice = stage_of(plan_for(), number), squeezed(load_library().sheet.practice_title + ":")
    names = [squeezed(exercise.name) for _place, exercise in numbered(stage)]
    read = [
        (name, below)
        for head, below in chapters(pages("PL-03", Item(Kind.STAGE, number), LARGE))
        for name in names
        if head.removeprefix(practice).startswith(name)
    ]

    assert [name for name, _more in groupby(read, key=itemgetter(0))] == names
    for _place, exercise in numbered(stage):
        words = "".join(below for name, below in read if name == squeezed(exercise.name))
        assert squeezed("".join(chain.from_iterable(rows_of(exercise)))) in words
        assert not [cue for cue in exercise.cues if squeezed(cue) not in words]


def inside(page: Page, tag: str, around: Element) -> list[str]:
    return [element.text for element in page.all(tag) if around in element.around]


def screen(plan: Plan, item: Item) -> list[tuple[str, list[tuple[str, str]], list[str]]]:
    """The sections of a sheet's page: number and heading, the dose by name, and every item of a list."""
    page = Page(render_sheet(RequestFactory().get("/plan/sheet/"), subject(plan), item, Look(), CLINIC, TODAY))
    sections = [(each, [*inside(page, "h2", each), *inside(page, "h3", each)]) for each in page.all("section")]
    return [
        (head[0], list(zip(inside(page, "dt", each), inside(page, "dd", each), strict=True)), inside(page, "li", each))
        for each, head in sections
        if head
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_page_keeps_each_exercise_together_and_in_order(number):
    practice = load_library().sheet.practice_title
    wanted = {
        f"{place} {exercise.name}" if place else f"{practice}: {exercise.name}": exercise
        for place, exercise in numbered(stage_of(plan_for(), number))
    }
    shown = [section for section in screen(plan_for(), Item(Kind.STAGE, number)) if section[0] in wanted]

    assert [(head, dose) for head, dose, _items in shown] == [(head, rows_of(e)) for head, e in wanted.items()]
    assert not [head for head, _dose, items in shown if not set(wanted[head].cues) <= set(items)]
