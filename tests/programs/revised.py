"""What tests of changed plans share: a runner's plan with the means to change it, and what to look for."""

from programs.arranging import Means
from programs.building import facts_of
from programs.library import load_library
from screening.assessment import assess
from screening.case import parse_case
from tests.programs.runners import SARAH, plan_of

LIBRARY = load_library()
SORE = {"pain_spot": "outer_hip"}


def begin(raw):
    """The plan of a raw case, and the means to change it."""
    case = parse_case(raw)
    return plan_of(raw), Means(LIBRARY, facts_of(case, assess(case)))


def start(**changes):
    """The plan of Sarah with some answers changed, and its means."""
    return begin(SARAH | changes)


def keys(plan, number=1, part="exercises"):
    """What is done in a stage, in its order."""
    stage = next(stage for stage in plan.stages if stage.number == number)
    return [each.key for each in getattr(stage, part)]


def gate(plan, number):
    """What stands before the next stage."""
    return " ".join(next(stage.gate for stage in plan.stages if stage.number == number))
