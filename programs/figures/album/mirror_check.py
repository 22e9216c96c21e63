"""The mirror check: answer cards, the start position and the movement as a sprite. The left leg, as in a mirror."""

from typing import Final, Literal

from programs.figures.picture import Card, Figure, MirrorFrame, Picture, Sprite
from programs.figures.pose import Pose
from programs.figures.stances import FRONT, MIRROR_START, mirror_squat

# Chest to floor: no face to like or dislike, and nothing on one card that is not on the others.
CROP: Final = (-37, 44, -3, 118)


def hip_card(answer: str, alt: str, drop: float) -> Card:
    """How far the pelvis drops, in degrees; the belt line beside a level line shows it."""
    return card(f"hip-{answer}", alt, mirror_squat(drop=drop), "hip")


def knee_card(answer: str, alt: str, cave: float) -> Card:
    """How far the knee turns in; the line from hip over kneecap to toe beside a plumb line shows it."""
    return card(f"knee-{answer}", alt, mirror_squat(cave=cave), "knee")


def card(slug: str, alt: str, pose: Pose, lines: Literal["hip", "knee"]) -> Card:
    """One answer card: the same person, view and crop on each."""
    return Card(
        folder="mirror",
        slug=slug,
        side="left",
        alt=alt,
        shows="answer card",
        person="woman",
        view=FRONT,
        crop=CROP,
        pose=pose,
        lines=lines,
    )


PICTURES: Final[tuple[Figure, ...]] = (
    hip_card("none", "The hands on the hips are level.", drop=0),
    hip_card("slight", "The hand on the lifted side is a little lower.", drop=7),
    hip_card("marked", "The hand on the lifted side is much lower.", drop=17),
    # Zero would leave the knee outside the line: a straight line is what "none" looks like.
    knee_card("none", "The kneecap is in line with the foot.", cave=0.07),
    knee_card("slight", "The kneecap has moved in a little.", cave=0.24),
    knee_card("marked", "The kneecap has moved far in, past the big toe.", cave=0.60),
    Picture(
        folder="mirror",
        slug="squat-start",
        side="left",
        alt="Stand on one leg in front of a mirror, with your hands on your hips.",
        shows="start position with mirror frame",
        person="woman",
        view=FRONT,
        pose=MIRROR_START,
        marks=(MirrorFrame(-44, 44, 176),),
    ),
    Sprite(
        folder="mirror",
        slug="squat-sprite",
        side="left",
        alt="A person stands on one leg, with hands on hips, and bends the knee.",
        shows="6 frames side by side",
        person="woman",
        view=FRONT,
        start=MIRROR_START,
        end=mirror_squat(),
        frames=6,
    ),
)
