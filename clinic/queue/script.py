"""What to say on the phone to a runner whose check met a red flag: in short lines, by what they were told to do.

A clinic setting that needs sign-off. The caller names no disease and makes no promise; 911 comes before all else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from screening.care import AT_ONCE, ER_NOW, ER_TODAY, Care
from screening.wording import gettext_noop

OUTCOMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "reached_care": gettext_noop("Reached: has care, or is on the way to it"),
        "reached_visit": gettext_noop("Reached: comes to see us"),
        "message": gettext_noop("Left a message"),
        "no_answer": gettext_noop("No answer"),
    }
)
REACHED: Final = ("reached_care", "reached_visit")
SOONER: Final = gettext_noop("Did you get help? Are you with a doctor, or on the way to one?")


@dataclass(frozen=True, slots=True)
class Script:
    """Lines to say, questions to ask, and what to do where nobody answers."""

    say: tuple[str, ...]
    ask: tuple[str, ...]
    no_answer: tuple[str, ...]


_AT_ONCE: Final = Script(
    say=(
        gettext_noop("I am calling about your self-check. Are you safe right now?"),
        gettext_noop("If it is still there: hang up and call 911 now. Do not drive yourself."),
        gettext_noop("Is anyone with you? Give them the phone, please."),
    ),
    ask=(SOONER, gettext_noop("Has it stopped? When?"), gettext_noop("Where are you now?")),
    no_answer=(
        gettext_noop("Call again at once, then every 15 minutes for an hour."),
        gettext_noop("Tell a clinician right away. The clinician decides what else to do."),
    ),
)
_ER: Final = Script(
    say=(
        gettext_noop("I am calling about your self-check. Your answers mean that you should go to the ER."),
        gettext_noop("Please go now. Ask someone to take you. If it gets worse, call 911."),
    ),
    ask=(SOONER, gettext_noop("Who can take you?"), gettext_noop("Is it getting worse?")),
    no_answer=(
        gettext_noop("Call again within 15 minutes, and again within the hour."),
        gettext_noop("Tell a clinician right away. The clinician decides what else to do."),
    ),
)
_SOON: Final = Script(
    say=(
        gettext_noop("I am calling about your self-check. One of your answers means that a doctor should look today."),
        gettext_noop("Please see your doctor or urgent care. Do not run or hop on that leg."),
        gettext_noop("If it gets worse fast, go to the ER. If you can't breathe well, call 911."),
    ),
    ask=(SOONER, gettext_noop("Can you be seen today? Where?"), gettext_noop("Is it getting worse?")),
    no_answer=(
        gettext_noop("Call again within the hour, and once more today."),
        gettext_noop("No luck today? Tell a clinician before you go home."),
    ),
)
_FIRST: Final = Script(
    say=(
        gettext_noop("I am calling about your self-check. One of your answers is for a clinician to look at first."),
        gettext_noop("We would like to see you, or you can see your own doctor."),
        gettext_noop("Until then, please do not run. There is no plan yet, so please do not start one."),
    ),
    ask=(
        gettext_noop("When can you come in?"),
        gettext_noop("Have you seen a doctor about this? When, and what did they say?"),
        gettext_noop("Has anything changed since you sent it?"),
    ),
    no_answer=(
        gettext_noop("Call again today, and once more on the next working day."),
        gettext_noop("After three tries, ask a clinician what to do next."),
    ),
)
ON_VOICEMAIL: Final = gettext_noop(
    "On a voicemail: your name, our name, our number, “please call us back today”. Say nothing about health."
)
GREETING: Final = gettext_noop("Check who you speak with: full name, and age or check code. Only then go on.")


def script_for(care: Care) -> Script:
    """The script of the most urgent thing that was raised."""
    ids = {flag.id for flag in care.decided}
    if not care.urgent:
        return _FIRST
    if ids & AT_ONCE:
        return _AT_ONCE
    return _ER if ids & (ER_NOW | ER_TODAY) else _SOON
