"""The bones of the drawn person by name. Right and left are the person's own, whatever a mirror shows."""

from typing import Final, Literal

Bone = Literal[
    "pelvis", "abdomen", "chest", "neck", "head",
    "right thigh", "right shin", "right foot", "left thigh", "left shin", "left foot",
    "right upper arm", "right forearm", "right hand", "left upper arm", "left forearm", "left hand",
    "world",
]  # fmt: skip

# The order in which bones stand in every array: a right limb's bones come three before the left limb's.
BONES: Final[dict[Bone, int]] = {
    "pelvis": 0, "abdomen": 1, "chest": 2, "neck": 3, "head": 4,
    "right thigh": 5, "right shin": 6, "right foot": 7, "left thigh": 8, "left shin": 9, "left foot": 10,
    "right upper arm": 11, "right forearm": 12, "right hand": 13,
    "left upper arm": 14, "left forearm": 15, "left hand": 16,
    "world": 17,
}  # fmt: skip
