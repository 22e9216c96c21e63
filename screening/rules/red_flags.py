"""Red flags: answers -> triage level and every raised flag, each with its reason and what to do now.

Rules RF-U, RF-C and RF-K. The levels follow the clinic's rule set of November 2026; all of them are clinic
settings that need sign-off. The words are in `red_flag_wording.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, get_args

from screening.rules.reason import Reason
from screening.rules.red_flag_wording import WORDING

Answer = Literal["yes", "no", "not_sure"]
ANSWERS: Final[tuple[Answer, ...]] = get_args(Answer)

X_RAY_AGE: Final = 55  # RF-05: Ottawa knee rule, 55 years or more
ADULT_AGE: Final = 18  # RF-16: Peck 2017 Am Fam Physician; the hip's growth plate
REST_PAIN: Final = 7  # RF-21: 7 of 10 at rest; Vincent 2017 Curr Sports Med Rep
LONG_PAIN_WEEKS: Final = 12  # RF-24: clinic setting


class Level(StrEnum):
    """How far a self-check may go, calmest first; levels compare by urgency, never by spelling."""

    OK = "ok"
    CAUTION = "caution"
    CLINICIAN_FIRST = "clinician_first"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 for ok to 3 for urgent."""
        return list(Level).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < Level(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Level(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Level(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Level(other).rank


URGENT_ON_YES: Final = ("RF-01", "RF-03", "RF-04", "RF-06", "RF-07", "RF-08")
CLINICIAN_ON_YES: Final = (
    "RF-02",
    "RF-09",
    "RF-10",
    "RF-11",
    "RF-12",
    "RF-15",
    "RF-17",
    "RF-18",
    "RF-19",
    "RF-20",
    "RF-21",
)
INJURY: Final = "RF-05"
INJURY_DETAILS: Final = ("RF-05a", "RF-05b", "RF-05c")
CAUTION_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "RF-13": ("RF-13",),
    "RF-14": ("RF-14a", "RF-14b"),
    "RF-22": ("RF-22",),
    "RF-23": ("RF-23",),
}

# The keys whose answer can make a result urgent: the walk asks them all before it stops for anything calmer.
URGENT_IDS: Final = tuple(sorted((*URGENT_ON_YES, INJURY, *INJURY_DETAILS)))
# Every key a runner answers, in the order of the rule set. RF-16 and RF-24 are computed, never asked.
FLAG_IDS: Final = tuple(
    sorted(
        (*URGENT_IDS, *CLINICIAN_ON_YES, *(key for keys in CAUTION_KEYS.values() for key in keys)),
    )
)


@dataclass(frozen=True, slots=True)
class Raised:
    """One raised flag: `action` says in plain words what to do now and names no suspected disease."""

    id: str
    level: Level
    reason: Reason
    action: str


@dataclass(frozen=True, slots=True)
class Triage:
    """The highest level raised, and every raised flag, most urgent first and then by id."""

    level: Level
    raised: tuple[Raised, ...]

    @property
    def locked(self) -> bool:
        """Whether the walk ends here: no squat, no plan."""
        return self.level >= Level.CLINICIAN_FIRST

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all raised flags."""
        return frozenset(flag.id for flag in self.raised)


def triage(
    flags: Mapping[str, str],
    *,
    age: int | None = None,
    pain_rest: int | None = None,
    pain_weeks: int | None = None,
) -> Triage:
    """Return the triage of the answers given so far; what has not been answered raises nothing.

    `flags` maps a key of FLAG_IDS to yes, no or not_sure; `age` in years, `pain_rest` 0-10, `pain_weeks` in
    weeks.
    """
    found = (
        *_urgent_items(flags),
        *_injury(flags, age),
        *_clinician_items(flags),
        *_cautions(flags),
        *_computed(age, pain_rest, pain_weeks),
    )
    raised = tuple(sorted(_one_each(found), key=lambda flag: (-flag.level.rank, flag.id)))
    return Triage(raised[0].level if raised else Level.OK, raised)


def _urgent_items(flags: Mapping[str, str]) -> Iterator[Raised]:
    for key in URGENT_ON_YES:
        answer = flags.get(key)
        if answer == "yes":
            yield _raise(key, Level.URGENT, "yes")
        if answer == "not_sure":
            yield _raise(key, Level.CLINICIAN_FIRST, "not_sure")


def _injury(flags: Mapping[str, str], age: int | None) -> Iterator[Raised]:
    """RF-05: nobody here can press a bone, so any injury goes to a clinician; at once by the X-ray rule.

    Only a clear answer makes it urgent; an unsure one leaves it with the clinician, as the calm answer does.
    """
    answer = flags.get(INJURY)
    if answer == "yes":
        yield _raise(INJURY, Level.URGENT if _x_ray_rule(flags, age) else Level.CLINICIAN_FIRST, "yes")
    if answer == "not_sure":
        yield _raise(INJURY, Level.CLINICIAN_FIRST, "not_sure")


def _x_ray_rule(flags: Mapping[str, str], age: int | None) -> bool:
    return (
        flags.get("RF-05a") == "no"
        or flags.get("RF-05b") == "no"
        or flags.get("RF-05c") == "yes"
        or (age is not None and age >= X_RAY_AGE)
    )


def _clinician_items(flags: Mapping[str, str]) -> Iterator[Raised]:
    for key in CLINICIAN_ON_YES:
        answer = flags.get(key)
        if answer in ("yes", "not_sure"):
            yield _raise(key, Level.CLINICIAN_FIRST, answer)


def _cautions(flags: Mapping[str, str]) -> Iterator[Raised]:
    for flag, keys in CAUTION_KEYS.items():
        answers = {flags.get(key) for key in keys}
        if "yes" in answers:
            yield _raise(flag, Level.CAUTION, "yes")
        elif "not_sure" in answers:
            yield _raise(flag, Level.CAUTION, "not_sure")


def _computed(age: int | None, pain_rest: int | None, pain_weeks: int | None) -> Iterator[Raised]:
    if age is not None and age < ADULT_AGE:
        yield _raise("RF-16", Level.CLINICIAN_FIRST, "computed")
    if pain_rest is not None and pain_rest >= REST_PAIN:
        yield _raise("RF-21", Level.CLINICIAN_FIRST, "computed")
    if pain_weeks is not None and pain_weeks > LONG_PAIN_WEEKS:
        yield _raise("RF-24", Level.CAUTION, "computed")


def _one_each(found: Iterable[Raised]) -> Iterable[Raised]:
    # RF-21 has two ways in, a limp and pain at rest; the number speaks more plainly, so the later one stays.
    return {flag.id: flag for flag in found}.values()


def _raise(flag: str, level: Level, because: str) -> Raised:
    words = WORDING[flag]
    reason = Reason(flag, words.because[because], f"{words.source}; clinic setting, needs sign-off")
    return Raised(flag, level, reason, words.action[level])
