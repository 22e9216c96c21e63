"""What a runner reads when a red flag is raised, and the source that staff read.

No word here names a disease.
"""

from collections.abc import Mapping
from typing import Final

from screening.rules.urgent_wording import URGENT_WORDING, FlagWording
from screening.wording import gettext_noop

_CLINICIAN: Final = gettext_noop(
    "See a clinician this week, before you start. Until then, no running and no hopping. "
    "Easy walking is fine if it does not hurt."
)
_STAFF_BEFORE_RUNNING: Final = gettext_noop(
    "You can go on with care. The clinic will look at your answers before you run again."
)

WORDING: Final[Mapping[str, FlagWording]] = {
    **URGENT_WORDING,
    "RF-02": FlagWording(
        because={
            "yes": gettext_noop("You told us about your heart, or how you felt when you exercised."),
            "not_sure": gettext_noop("You were not sure about your heart, or how you felt when you exercised."),
        },
        action={
            "clinician_first": gettext_noop(
                "Talk to a doctor before any exercise. "
                "Call 911 if your chest hurts, you pass out, or you can't breathe well."
            ),
        },
        source="ACSM 2017 (Health Fit J)",
    ),
    "RF-09": FlagWording(
        because={
            "yes": gettext_noop("You have pain deep in the groin or at the front of the hip."),
            "not_sure": gettext_noop("You were not sure about pain in the groin or at the front of the hip."),
        },
        action={
            "clinician_first": gettext_noop(
                "See a clinician this week. Until then, no running and no hopping. "
                "Go to the ER if you can't stand on that leg."
            ),
        },
        source="Robertson & Wood 2017 (Sports Med Int Open)",
    ),
    "RF-10": FlagWording(
        because={
            "yes": gettext_noop("Your knee buckles under you."),
            "not_sure": gettext_noop("You were not sure if your knee buckles under you."),
        },
        action={"clinician_first": _CLINICIAN},
        source="NHS knee triage",
    ),
    "RF-11": FlagWording(
        because={
            "yes": gettext_noop("Your pain wakes you at night, or hurts all day even at rest."),
            "not_sure": gettext_noop("You were not sure about pain at night or all day at rest."),
        },
        action={"clinician_first": _CLINICIAN},
        source="Verhagen 2016 (Eur Spine J); Robertson & Wood 2017 (Sports Med Int Open)",
    ),
    "RF-12": FlagWording(
        because={
            "yes": gettext_noop("One small spot on a bone is very sore."),
            "not_sure": gettext_noop("You were not sure about a sore spot on a bone."),
        },
        action={
            "clinician_first": gettext_noop(
                "See a clinician this week. Until then, no running, no hopping, and no jumps."
            ),
        },
        source="Bone stress injury reviews (IJSPT 2021)",
    ),
    "RF-13": FlagWording(
        because={
            "yes": gettext_noop("You told us about a past stress fracture, weak bones, or steroid pills."),
            "not_sure": gettext_noop("You were not sure about a stress fracture, weak bones, or steroid pills."),
        },
        action={"caution": _STAFF_BEFORE_RUNNING},
        source="Bone stress injury reviews (IJSPT 2021)",
    ),
    "RF-14": FlagWording(
        because={
            "yes": gettext_noop("You told us about missed periods, or that you often eat too little."),
            "not_sure": gettext_noop("You were not sure about missed periods, or about eating too little."),
        },
        action={"caution": _STAFF_BEFORE_RUNNING},
        source="Mountjoy 2023 (Br J Sports Med)",
    ),
    "RF-15": FlagWording(
        because={
            "yes": gettext_noop("You told us about your past health, weight loss, fevers, or night sweats."),
            "not_sure": gettext_noop("You were not sure about your past health, weight loss, fevers, or night sweats."),
        },
        action={"clinician_first": _CLINICIAN},
        source="Verhagen 2016 (Eur Spine J)",
    ),
    "RF-16": FlagWording(
        because={"computed": gettext_noop("You are under 18, and this plan is made for adults.")},
        action={
            "clinician_first": gettext_noop(
                "See a clinician with a parent or guardian before you start. Until then, no running and no hopping."
            ),
        },
        source="Peck 2017 (Am Fam Physician)",
    ),
    "RF-17": FlagWording(
        because={
            "yes": gettext_noop("You are pregnant, or you had a baby in the last 12 weeks."),
            "not_sure": gettext_noop("You were not sure if you are pregnant or had a baby not long ago."),
        },
        action={
            "clinician_first": gettext_noop("Talk to your doctor, your midwife, or us before you start."),
        },
        source="Goom, Donnelly & Brockwell 2019",
    ),
    "RF-18": FlagWording(
        because={
            "yes": gettext_noop("You told us about surgery, a broken bone, a joint shot, or a new joint."),
            "not_sure": gettext_noop("You were not sure about surgery, a broken bone, a joint shot, or a new joint."),
        },
        action={"clinician_first": _CLINICIAN},
        source="Clinical reasoning",
    ),
    "RF-19": FlagWording(
        because={
            "yes": gettext_noop("You have numbness, tingling, or burning, or back pain that goes down your leg."),
            "not_sure": gettext_noop("You were not sure about numbness, tingling, or pain that goes down your leg."),
        },
        action={"clinician_first": _CLINICIAN},
        source="Clinical reasoning",
    ),
    "RF-20": FlagWording(
        because={
            "yes": gettext_noop("Your knee is puffy, or it swelled up more than once."),
            "not_sure": gettext_noop("You were not sure if your knee is puffy or swells up."),
        },
        action={"clinician_first": _CLINICIAN},
        source="Lateral knee pain reviews (secondary)",
    ),
    "RF-21": FlagWording(
        because={
            "yes": gettext_noop("You limp when you walk."),
            "not_sure": gettext_noop("You were not sure if you limp when you walk."),
            "computed": gettext_noop("Your pain at rest is 7 or more out of 10."),
        },
        action={"clinician_first": _CLINICIAN},
        source="Vincent & Vincent 2017 (Curr Sports Med Rep)",
    ),
    "RF-22": FlagWording(
        because={
            "yes": gettext_noop("You take a blood thinner, or you bruise or bleed very easily."),
            "not_sure": gettext_noop("You were not sure about a blood thinner, or if you bruise easily."),
        },
        action={"caution": gettext_noop("You can go on. Leave out the roller and the ball.")},
        source="Bartsch 2021 (J Clin Med); blood thinner by reasoning",
    ),
    "RF-23": FlagWording(
        because={
            "yes": gettext_noop("You told us about swollen joints from an illness, or numb feet."),
            "not_sure": gettext_noop("You were not sure about swollen joints from an illness, or numb feet."),
        },
        action={"caution": _STAFF_BEFORE_RUNNING},
        source="Clinical reasoning",
    ),
    "RF-24": FlagWording(
        because={"computed": gettext_noop("Your pain has lasted more than 12 weeks.")},
        action={"caution": gettext_noop("You can go on. Please book a visit, so that we can look at it with you.")},
        source="Clinical reasoning",
    ),
}
