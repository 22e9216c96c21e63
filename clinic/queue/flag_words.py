"""Red flags in two or three words, as a clinician says them: for a row of the queue, never for a runner."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext as _

from screening.rules.red_flags import CAUTION_KEYS, Level, Raised
from screening.wizard import Answers
from screening.wording import gettext_noop

SHORT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "RF-01": gettext_noop("Chest pain, breathing, faint"),
        "RF-02": gettext_noop("Heart signs on exercise"),
        "RF-03": gettext_noop("Lower leg swollen, warm"),
        "RF-04": gettext_noop("Hot joint, feels sick"),
        "RF-05": gettext_noop("Fall, twist or hit"),
        "RF-06": gettext_noop("Knee stuck"),
        "RF-07": gettext_noop("Saddle numbness, bladder"),
        "RF-08": gettext_noop("Foot newly weak"),
        "RF-09": gettext_noop("Groin pain"),
        "RF-10": gettext_noop("Knee buckles"),
        "RF-11": gettext_noop("Night or rest pain"),
        "RF-12": gettext_noop("Sore spot on bone"),
        "RF-13": gettext_noop("Bone risk"),
        "RF-14": gettext_noop("Missed periods, eats little"),
        "RF-15": gettext_noop("Cancer, weight loss, fever"),
        "RF-16": gettext_noop("Under 18"),
        "RF-17": gettext_noop("Pregnancy, new baby"),
        "RF-18": gettext_noop("Surgery, fracture, implant"),
        "RF-19": gettext_noop("Tingling, pain down the leg"),
        "RF-20": gettext_noop("Knee swells"),
        "RF-21": gettext_noop("Limp, pain at rest"),
        "RF-22": gettext_noop("Blood thinner, bruises"),
        "RF-23": gettext_noop("Joint illness, numb feet"),
        "RF-24": gettext_noop("Over 12 weeks"),
    }
)
TAGS: Final[Mapping[Level, str]] = MappingProxyType(
    {
        Level.URGENT: "tag-urgent",
        Level.CLINICIAN_FIRST: "tag-first",
        Level.CAUTION: "tag-caution",
        Level.OK: "tag-ok",
    }
)


@dataclass(frozen=True, slots=True)
class Flag:
    """A raised flag in short: `tag` is the class of its level."""

    words: str
    tag: str


def flag_of(raised: Raised, answers: Answers) -> Flag:
    """Its short name; what the runner was not sure about says so."""
    words = _(SHORT[raised.id])
    keys = CAUTION_KEYS.get(raised.id, (raised.id,))
    unsure = "yes" not in [answers.get(key) for key in keys] and "not_sure" in [answers.get(key) for key in keys]
    return Flag(_("%(flag)s: not sure") % {"flag": words} if unsure else words, TAGS[raised.level])
