"""Whichever leg a clinician has a runner start with, no page and no sheet names the other one as first."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from programs.arranging import arranged, lines_of, sentence_on_legs
from programs.library import load_library
from programs.pdf.pack import job_of, sheet_of
from programs.plan import Plan
from programs.sheets.leg import leg_words
from programs.sheets.order import Item, Kind, Layout, Look, Order, choices_for
from programs.sheets.text import every_text
from programs.sheets.texts import text_of
from tests.programs.press_room import press, subject
from tests.programs.revised import begin
from tests.programs.runners import MIRRORED, SARAH
from tests.programs.sheet_checks import words_on

OTHER = {"left": "right", "right": "left"}
BOTH = SARAH | {"left": SARAH["left"], "right": SARAH["left"]}
RUNNERS = {"left": SARAH, "right": SARAH | MIRRORED, "both": BOTH}
LOOKS = [Look(), Look(large=True), Look(layout=Layout.POCKET), Look(layout=Layout.FRIDGE)]


def turned(raw, leg) -> Plan:
    """The plan of these answers, with the leg to start with that a clinician chose."""
    plan, means = begin(raw)
    means = replace(means, facts=replace(means.facts, leg=leg))
    return replace(arranged(plan, lines_of(plan), means), both_legs=sentence_on_legs(means))


def first_named(words):
    """Every leg that these words name as the first one."""
    found = re.findall(
        r"(left|right)(?: leg)? first|start with your (left|right) leg", words.replace("L", "l").replace("R", "r")
    )
    return {one or other for one, other in found}


@pytest.mark.parametrize("leg", ["left", "right"])
@pytest.mark.parametrize("raw", RUNNERS.values(), ids=RUNNERS)
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_sheet_names_the_chosen_leg_alone(raw, leg, look):
    whose = subject(turned(raw, leg))
    said = words_on(sheet_of(job_of(Order(whose, (Item(Kind.STAGE, 1),)), press(look)), Item(Kind.STAGE, 1)))

    assert first_named(said) == {leg}


@given(leg=st.sampled_from(["left", "right"]), name=st.sampled_from(sorted(RUNNERS)), data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_sheet_names_the_other_leg_as_first(leg, name, data):
    whose = replace(subject(turned(RUNNERS[name], leg)), seen=None, record=None)
    item = data.draw(st.sampled_from([item for item in choices_for(whose) if item.kind != Kind.MIRROR]))
    said = " ".join(every_text(text_of(item, whose, load_library(), str)))
    head = text_of(item, whose, load_library(), str).leg

    assert first_named(f"{said} {head}") <= {leg}


@pytest.mark.parametrize("leg", ["left", "right"])
def test_the_head_names_it_where_the_sentence_is_worded_otherwise(leg):
    plan = replace(turned(SARAH, leg), both_legs="Train both legs.")

    assert leg_words(plan, load_library(), str) == f"{leg.title()} leg first"


def test_a_plan_without_a_named_leg_is_for_both():
    plan = replace(turned(SARAH, "right"), leg=None)

    assert leg_words(plan, load_library(), str) == "Both legs"
