"""What a runner reads about the run weeks and about each weekly decision, and the source that staff read."""

from collections.abc import Mapping
from typing import Final

from screening.rules.reason import Reason
from screening.wording import gettext_noop

_SETTING: Final = "clinic setting, needs sign-off"


def _by_rule(*reasons: Reason) -> Mapping[str, Reason]:
    return {reason.rule: reason for reason in reasons}


RUN_REASONS: Final[Mapping[str, Reason]] = _by_rule(
    Reason("RR-01", gettext_noop("You start with short runs, at most three in the week."), "Clinic article"),
    Reason(
        "RR-02",
        gettext_noop("Your first runs end well before the distance where your pain came on."),
        f"Clinical reasoning; {_SETTING}",
    ),
    Reason(
        "RR-03",
        gettext_noop("Your first week is well below what you used to run."),
        f"Clinical reasoning; {_SETTING}",
    ),
    Reason(
        "RR-04",
        gettext_noop("Your first runs would be very short, so you start with run-walk steps."),
        f"Return-to-run table (Trials 2023); {_SETTING}",
    ),
    Reason(
        "RR-05",
        gettext_noop("You have not run for some weeks, so you start with run-walk steps."),
        f"Coaching practice after a break; {_SETTING}",
    ),
    Reason(
        "RR-06",
        gettext_noop("Each week adds no more than 10%."),
        "Clinic article; Buist 2008 (Am J Sports Med)",
    ),
    Reason(
        "RR-07",
        gettext_noop("No run is more than 10% longer than your longest in the last four weeks."),
        "Frandsen 2025 (Br J Sports Med)",
    ),
    Reason(
        "RR-08",
        gettext_noop("As your week grows, you run on more days, but never more than you used to."),
        f"Coaching practice; {_SETTING}",
    ),
    Reason("RR-10", gettext_noop("The plan ends at your usual week."), "Clinic article"),
)

_TRAFFIC_LIGHT: Final = f"Silbernagel 2007 (Am J Sports Med); Vincent & Vincent 2017 (Curr Sports Med Rep); {_SETTING}"
_LAY_OFF: Final = f"Coaching practice after a break; {_SETTING}"

DECISION_REASONS: Final[Mapping[str, Reason]] = {
    "start": Reason("RR-01", gettext_noop("This is your first week."), "Clinic article"),
    "stop_then_restart": Reason(
        "RR-09",
        gettext_noop("Stop running until a 30-minute walk is easy. Then start again with less."),
        _TRAFFIC_LIGHT,
    ),
    "pause_see_clinician": Reason(
        "RR-09",
        gettext_noop("This was the second stop in four weeks. Please pause and see a clinician."),
        _TRAFFIC_LIGHT,
    ),
    "hold": Reason("RR-09", gettext_noop("You felt some pain, so run the same week again."), _TRAFFIC_LIGHT),
    "back_one": Reason(
        "RR-09", gettext_noop("You felt some pain two weeks in a row, so go back one step."), _TRAFFIC_LIGHT
    ),
    "resume": Reason(
        "RR-09", gettext_noop("You missed a week of runs, so go on from the last week you did."), _LAY_OFF
    ),
    "step_back": Reason("RR-09", gettext_noop("You missed some weeks, so start again with less."), _LAY_OFF),
    "restart": Reason(
        "RR-09",
        gettext_noop("You missed more than four weeks. Do the self-check again, then start from week 1."),
        _LAY_OFF,
    ),
    "repeat": Reason("RR-09", gettext_noop("You did a part of the week, so run the same week again."), _TRAFFIC_LIGHT),
    "did_more_than_planned": Reason(
        "RR-12",
        gettext_noop("You ran more than planned, so the week stays the same. Running more does not speed it up."),
        f"Clinical reasoning; {_SETTING}",
    ),
    "at_usual": Reason("RR-10", gettext_noop("You are back at your usual week."), "Clinic article"),
    "advance": Reason("RR-06", gettext_noop("All went well, so you may add up to 10%."), "Clinic article"),
}
