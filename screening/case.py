"""A whole self-check as typed data, and the door through which raw data becomes one.

What is not asked is not read: pain fields without pain, and legs when triage locks, may be left out or hold
anything. Their names must still be known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from screening.fields import Fields
from screening.rules.red_flags import ANSWERS, FLAG_IDS, Answer, triage

Unit = Literal["mi", "km"]
LegSide = Literal["left", "right"]
PainSide = Literal["left", "right", "both"]
Spot = Literal[
    "outer_knee",
    "outer_hip",
    "front_knee",
    "inner_knee",
    "back_knee",
    "below_outer_knee",
    "groin",
    "buttock_back",
    "shin",
    "calf",
    "other",
]
Began = Literal["slowly", "one_moment"]
Eases = Literal["minutes", "same_day", "next_day", "does_not"]
Sign = Literal[0, 1, 2]

UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
PAIN_SIDES: Final[tuple[PainSide, ...]] = get_args(PainSide)
SPOTS: Final[tuple[Spot, ...]] = get_args(Spot)
BEGAN: Final[tuple[Began, ...]] = get_args(Began)
EASES: Final[tuple[Eases, ...]] = get_args(Eases)
SIGNS: Final[tuple[Sign, ...]] = get_args(Sign)
SIGNS_OR_NULL: Final[tuple[Sign | None, ...]] = (*SIGNS, None)

GENERAL_FIELDS: Final = ("unit", "age", "usual_week", "usual_days", "weeks_off", "pain")
PAIN_FIELDS: Final = (
    "pain_side",
    "pain_spot",
    "began",
    "same_distance",
    "onset_distance",
    "downhill_or_stairs",
    "eases",
    "pain_running",
    "pain_stairs",
    "pain_walking",
    "pain_rest",
    "pain_weeks",
)
LEG_FIELDS: Final = ("reps", "hip_drop", "knee_cave", "trunk_lean", "balance", "pain")


class CaseError(ValueError):
    """A case that cannot be judged; `problems` has one line each, such as `age: must be ...`."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Pain:
    """The pain picture. Pains are 0-10 (NPRS), `onset` is in hundredths of the unit, `weeks` in weeks."""

    side: PainSide
    spot: Spot
    began: Began
    same_distance: Answer
    onset: int | None
    downhill_or_stairs: Answer
    eases: Eases
    running: int
    stairs: int
    walking: int
    rest: int
    weeks: int


@dataclass(frozen=True, slots=True)
class Leg:
    """What was seen while the runner stood on the leg of `side` (the stance leg).

    Signs are 0 none, 1 slight, 2 marked, None could not tell; `reps` 0-5, `balance` 0-2, `pain` 0-10.
    """

    side: LegSide
    reps: int
    hip_drop: Sign | None
    knee_cave: Sign | None
    trunk_lean: Sign
    balance: Sign
    pain: int


@dataclass(frozen=True, slots=True)
class Case:
    """One self-check. `usual_week` is in tenths of `unit`; `flags` has every question's answer.

    `pain` is None without pain; `left` and `right` are None when triage locks, and only then.
    """

    unit: Unit
    age: int
    usual_week: int
    usual_days: int
    weeks_off: int
    pain: Pain | None
    flags: Mapping[str, Answer]
    left: Leg | None
    right: Leg | None


def parse_case(raw: object) -> Case:
    """Return the case held by a JSON-like dict; raise CaseError naming every field that is wrong.

    Numbers may be int, Decimal or float. A flag left out is "no": only files may
    leave one out, the pages never do.
    """
    if not isinstance(raw, Mapping):
        raise CaseError(("case: must be an object",))
    fields = Fields(raw)
    case = _read_case(fields)
    fields.refuse_unknown((*GENERAL_FIELDS, *PAIN_FIELDS, "flags", "left", "right"))
    if fields.problems:
        raise CaseError(tuple(fields.problems))
    return case


def _read_case(fields: Fields) -> Case:
    unit = fields.choice("unit", UNITS)
    age = fields.whole("age", 1, 110)
    usual_week = fields.tenths("usual_week", "0.5", "150")
    usual_days = fields.whole("usual_days", 1, 7)
    weeks_off = fields.whole("weeks_off", 0, 520)
    pain = _read_pain(fields) if fields.choice("pain", (True, False)) and fields.is_good("pain") else None
    flags = _read_flags(fields)
    asked = not _locks(fields, flags, age, pain)
    left = _read_leg(fields, "left") if asked else None
    right = _read_leg(fields, "right") if asked else None
    return Case(unit, age, usual_week, usual_days, weeks_off, pain, flags, left, right)


def _read_pain(fields: Fields) -> Pain:
    return Pain(
        side=fields.choice("pain_side", PAIN_SIDES),
        spot=fields.choice("pain_spot", SPOTS),
        began=fields.choice("began", BEGAN),
        same_distance=fields.choice("same_distance", ANSWERS),
        onset=fields.hundredths_or_null("onset_distance", "0.1", "50"),
        downhill_or_stairs=fields.choice("downhill_or_stairs", ANSWERS),
        eases=fields.choice("eases", EASES),
        running=fields.whole("pain_running", 0, 10),
        stairs=fields.whole("pain_stairs", 0, 10),
        walking=fields.whole("pain_walking", 0, 10),
        rest=fields.whole("pain_rest", 0, 10),
        weeks=fields.whole("pain_weeks", 0, 520),
    )


def _read_flags(fields: Fields) -> Mapping[str, Answer]:
    given = fields.nested("flags")
    if given is None:
        return {}
    answers = {key: given.choice(key, ANSWERS, default="no") for key in FLAG_IDS}
    given.refuse_unknown(FLAG_IDS)
    return {key: answer for key, answer in answers.items() if given.is_good(key)}


def _locks(fields: Fields, flags: Mapping[str, Answer], age: int, pain: Pain | None) -> bool:
    # A mistyped field must not excuse the legs: its age is left out, its pain at rest was read as 0.
    found = triage(
        flags,
        age=age if fields.is_good("age") else None,
        pain_rest=pain.rest if pain else None,
    )
    return found.locked


def _read_leg(fields: Fields, side: LegSide) -> Leg | None:
    leg = fields.nested(side)
    if leg is None:
        return None
    leg.refuse_unknown(LEG_FIELDS)
    return Leg(
        side=side,
        reps=leg.whole("reps", 0, 5),
        hip_drop=leg.choice("hip_drop", SIGNS_OR_NULL),
        knee_cave=leg.choice("knee_cave", SIGNS_OR_NULL),
        trunk_lean=leg.choice("trunk_lean", SIGNS, default=0),
        balance=leg.choice("balance", SIGNS),
        pain=leg.whole("pain", 0, 10),
    )
