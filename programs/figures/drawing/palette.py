"""Colors by what they are for. Neighbors differ by more than 0.2 in luminance, so that a gray print still reads."""

from typing import Final

from programs.figures.drawing import scene
from programs.figures.picture import Person, Role

PALETTE: Final[dict[Role, str]] = {
    "skin": "#f2d6c1",
    "shorts": "#2f4a63",
    "top": "#5fb0a6",
    "shoe": "#ffffff",
    "hair": "#54402f",
    "sock": "#ffffff",
    "band": "#e6edf2",
    "sole": "#aebdc9",
    "line": "#1b2733",
    "shade": "#14233a",
    "accent": "#b93e0b",
    "good": "#15703a",
    "bad": "#b3201f",
    "guide": "#475569",
    "mat": "#cfe3e1",
    "wood": "#e9dcc6",
    "roller": "#9fb3c4",
    "rollerend": "#b9c8d5",
    "bandprop": "#b93e0b",
    "feel": "#ea580c",
    "wall": "#e8edf1",
    "hairline": "#8a6d56",
    "blush": "#e8a48c",
    "paper": "#ffffff",
    "ground": "#e1e6e6",
    "mirror": "#f0f8f7",
    "frame": "#9fb4b8",
}
WORN: Final[dict[Person, dict[Role, str]]] = {
    "woman": {},
    "man": {"skin": "#c98f68", "blush": "#b5693f", "hair": "#241c18", "hairline": "#4a3c34", "top": "#c2d2e6"},
}
# An answer card is in one color, so that no card looks like the right answer.
CARD: Final[dict[Role, str]] = {"good": "#0e6168", "guide": "#1b2733"}
CHART: Final[dict[Role, str]] = {
    "skin": "#f6e7db",
    "shorts": "#c3d0db",
    "top": "#dfe8ee",
    "band": "#eef3f7",
    "shade": "#5b6b7b",
}
ROLES: Final[dict[int, Role]] = {
    scene.SKIN: "skin",
    scene.SHORTS: "shorts",
    scene.SHIRT: "top",
    scene.SHOE: "shoe",
    scene.HAIR_LAYER: "hair",
    scene.SOCK: "sock",
    scene.WAISTBAND: "band",
    scene.SOLE: "sole",
}
