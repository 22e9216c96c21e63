"""A ladder file -> a typed Ladder: what `manage.py ladder` reads."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from programs.rules.mileage import Goal
from programs.rules.progression import Ladder, LogWeek
from screening.case import UNITS, CaseError
from screening.fields import Fields

LADDER_FIELDS: Final = ("unit", "usual_week", "usual_days", "first_week", "log")
WEEK_FIELDS: Final = ("done", "worst_pain", "settled", "limp", "missed_weeks")
MOST_WEEKS: Final = 520


def parse_ladder(raw: object) -> Ladder:
    """Return the ladder held by a JSON-like dict; raise CaseError naming every field that is wrong."""
    if not isinstance(raw, Mapping):
        raise CaseError(("case: must be an object",))
    fields = Fields(raw)
    goal = Goal(
        unit=fields.choice("unit", UNITS),
        usual_week=fields.tenths("usual_week", "0.5", "150"),
        usual_days=fields.whole("usual_days", 1, 7),
    )
    # The way back never starts above where it leads to.
    highest = str(Decimal(goal.usual_week) / 10) if fields.is_good("usual_week") else "150"
    first_week = fields.tenths("first_week", "0.5", highest)
    log = tuple(_read_week(week) for week in fields.items("log", MOST_WEEKS))
    fields.refuse_unknown(LADDER_FIELDS)
    if fields.problems:
        raise CaseError(tuple(fields.problems))
    return Ladder(goal, first_week, log)


def _read_week(week: Fields) -> LogWeek:
    week.refuse_unknown(WEEK_FIELDS)
    return LogWeek(
        done=week.hundredths("done", "0", "300"),
        worst_pain=week.whole("worst_pain", 0, 10),
        settled=week.choice("settled", (True, False), default=True),
        limp=week.choice("limp", (True, False), default=False),
        missed_weeks=week.whole("missed_weeks", 0, 520, default=0),
    )
