"""What a runner reads when a flag that can be urgent is raised, and the source that staff read.

No word here names a disease.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from screening.wording import gettext_noop


@dataclass(frozen=True, slots=True)
class FlagWording:
    """`because` is keyed by yes, not_sure or computed; `action` by the level it goes with."""

    because: Mapping[str, str]
    action: Mapping[str, str]
    source: str


URGENT_WORDING: Final[Mapping[str, FlagWording]] = {
    "RF-01": FlagWording(
        because={
            "yes": gettext_noop("You have chest pain, trouble breathing, or feel you might pass out."),
            "not_sure": gettext_noop("You were not sure about chest pain, your breathing, or passing out."),
        },
        action={
            "urgent": gettext_noop("Call 911 now. Do not drive yourself."),
            "clinician_first": gettext_noop(
                "Call a doctor today, and do not exercise. "
                "Call 911 at once if your chest hurts, you can't breathe well, or you feel faint."
            ),
        },
        source="NHS patient guidance; ACSM 2017 (Health Fit J)",
    ),
    "RF-03": FlagWording(
        because={
            "yes": gettext_noop("One of your lower legs is newly swollen, warm, red, or darker."),
            "not_sure": gettext_noop("You were not sure if one lower leg is swollen, warm, red, or darker."),
        },
        action={
            "urgent": gettext_noop(
                "See a doctor today, and do not rub or roll that leg. "
                "Call 911 if you are short of breath or your chest hurts."
            ),
            "clinician_first": gettext_noop(
                "Call a doctor today and ask to be seen. Do not rub or roll that leg. "
                "Call 911 if you are short of breath or your chest hurts."
            ),
        },
        source="NHS patient guidance",
    ),
    "RF-04": FlagWording(
        because={
            "yes": gettext_noop("You have a hot, swollen knee or hip, and you feel sick."),
            "not_sure": gettext_noop("You were not sure about a hot, swollen joint and feeling sick."),
        },
        action={
            "urgent": gettext_noop("Go to the ER today. Do not wait to see if it gets better."),
            "clinician_first": gettext_noop(
                "Call a doctor today. Go to the ER if the joint is hot and you have a fever or chills."
            ),
        },
        source="NHS knee triage",
    ),
    "RF-05": FlagWording(
        because={
            "yes": gettext_noop("Your pain began with a fall, a twist, or a hit."),
            "not_sure": gettext_noop("You were not sure if your pain began with a fall, a twist, or a hit."),
        },
        action={
            "urgent": gettext_noop("Get this leg checked today. It may need an X-ray. Stay off it as much as you can."),
            "clinician_first": gettext_noop(
                "See a clinician this week. Until then, no running and no hopping. "
                "Be seen today if you can't take 4 steps, can't bend the knee, or it swells up."
            ),
        },
        source="Ottawa knee rule",
    ),
    "RF-06": FlagWording(
        because={
            "yes": gettext_noop("Your knee is stuck and will not fully bend or go straight."),
            "not_sure": gettext_noop("You were not sure if your knee is stuck."),
        },
        action={
            "urgent": gettext_noop("See a doctor today or tomorrow. Do not force the knee to bend or go straight."),
            "clinician_first": gettext_noop(
                "See a clinician this week. Until then, no running and no hopping. "
                "Be seen the same day if the knee gets stuck."
            ),
        },
        source="NHS knee triage",
    ),
    "RF-07": FlagWording(
        because={
            "yes": gettext_noop("You told us about numbness, trouble in the bathroom, or two weak legs."),
            "not_sure": gettext_noop("You were not sure about numbness, trouble in the bathroom, or two weak legs."),
        },
        action={
            "urgent": gettext_noop("Go to the ER now. Ask someone to take you."),
            "clinician_first": gettext_noop(
                "Call a doctor today. Go to the ER at once if you notice any of these signs."
            ),
        },
        source="NHS hospital leaflets (Royal Free, Torbay)",
    ),
    "RF-08": FlagWording(
        because={
            "yes": gettext_noop("Your foot is newly weak and slaps or drags."),
            "not_sure": gettext_noop("You were not sure if your foot is newly weak."),
        },
        action={
            "urgent": gettext_noop("See a doctor today. Walk with care, so that you do not trip."),
            "clinician_first": gettext_noop(
                "See a clinician this week. Until then, no running and no hopping. "
                "Be seen the same day if the foot slaps or drags."
            ),
        },
        source="Standard practice",
    ),
}
