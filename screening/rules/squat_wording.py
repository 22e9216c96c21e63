"""What a runner reads about one leg, keyed by what was seen and by the leg stood on.

Whole sentences, never put together from parts, so that they can be translated. Each begins with the leg stood on,
since the belt line tips toward the other, lifted leg: "on your left leg" alone could be read as that side.
"""

from collections.abc import Mapping
from typing import Final

from screening.wording import gettext_noop

# (hip drop, knee cave) -> the sentence for each leg stood on.
SEEN: Final[Mapping[tuple[int, int], Mapping[str, str]]] = {
    (0, 0): {
        "left": gettext_noop(
            "When you stood on your left leg, your belt line stayed level and your knee stayed in line."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, your belt line stayed level and your knee stayed in line."
        ),
    },
    (0, 1): {
        "left": gettext_noop("When you stood on your left leg, your knee moved in a little."),
        "right": gettext_noop("When you stood on your right leg, your knee moved in a little."),
    },
    (0, 2): {
        "left": gettext_noop("When you stood on your left leg, your knee moved in a lot."),
        "right": gettext_noop("When you stood on your right leg, your knee moved in a lot."),
    },
    (1, 0): {
        "left": gettext_noop(
            "When you stood on your left leg, your belt line tipped down a little toward your lifted leg."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, your belt line tipped down a little toward your lifted leg."
        ),
    },
    (1, 1): {
        "left": gettext_noop(
            "When you stood on your left leg, your belt line tipped down a little toward your lifted leg. "
            "Your left knee moved in a little."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, your belt line tipped down a little toward your lifted leg. "
            "Your right knee moved in a little."
        ),
    },
    (1, 2): {
        "left": gettext_noop(
            "When you stood on your left leg, your belt line tipped down a little toward your lifted leg. "
            "Your left knee moved in a lot."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, your belt line tipped down a little toward your lifted leg. "
            "Your right knee moved in a lot."
        ),
    },
    (2, 0): {
        "left": gettext_noop(
            "When you stood on your left leg, your belt line tipped down a lot toward your lifted leg."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, your belt line tipped down a lot toward your lifted leg."
        ),
    },
    (2, 1): {
        "left": gettext_noop(
            "When you stood on your left leg, your belt line tipped down a lot toward your lifted leg. "
            "Your left knee moved in a little."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, your belt line tipped down a lot toward your lifted leg. "
            "Your right knee moved in a little."
        ),
    },
    (2, 2): {
        "left": gettext_noop(
            "When you stood on your left leg, your belt line tipped down a lot toward your lifted leg. "
            "Your left knee moved in a lot."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, your belt line tipped down a lot toward your lifted leg. "
            "Your right knee moved in a lot."
        ),
    },
}

COMPENSATED: Final[Mapping[str, str]] = {
    "left": gettext_noop("When you stood on your left leg, your hips stayed level but your upper body leaned a lot."),
    "right": gettext_noop("When you stood on your right leg, your hips stayed level but your upper body leaned a lot."),
}

RETEST: Final[Mapping[str, Mapping[str, str]]] = {
    "cannot_tell": {
        "left": gettext_noop("When you stood on your left leg, you could not tell what your hip or knee did."),
        "right": gettext_noop("When you stood on your right leg, you could not tell what your hip or knee did."),
    },
    "pain": {
        "left": gettext_noop(
            "When you stood on your left leg, the squat hurt more than 3 out of 10. So we could not judge it."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, the squat hurt more than 3 out of 10. So we could not judge it."
        ),
    },
    "reps": {
        "left": gettext_noop("When you stood on your left leg, you did fewer than 3 squats. So we could not judge it."),
        "right": gettext_noop(
            "When you stood on your right leg, you did fewer than 3 squats. So we could not judge it."
        ),
    },
    "balance": {
        "left": gettext_noop(
            "When you stood on your left leg, you could not keep your balance. So we could not judge it."
        ),
        "right": gettext_noop(
            "When you stood on your right leg, you could not keep your balance. So we could not judge it."
        ),
    },
}

_SETTING: Final = "clinic setting, needs sign-off"

SOURCES: Final[Mapping[str, str]] = {
    "SC-01": f"Clinical reasoning; {_SETTING}",
    "SC-02": f"Clinic article; Nakagawa 2012 (JOSPT); Ageberg 2010 (BMC Musculoskelet Disord); {_SETTING}",
    "SC-03": f"Clinic article; Ressman 2019 (BMJ Open SEM); {_SETTING}",
    "SC-04": f"Ressman 2019 (BMJ Open SEM); Zhang 2025 (PeerJ); {_SETTING}",
    "SC-05": f"Teaching texts on the compensated sign; {_SETTING}",
    "SC-06": f"Ressman 2019 (BMJ Open SEM); Nakagawa 2012 (JOSPT); {_SETTING}",
}
