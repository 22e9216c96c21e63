"""The body chart: a view of the legs, and its places to tap as paths over the picture."""

from typing import Any, Final

import numpy as np
from scipy.ndimage import binary_dilation, gaussian_filter1d

from programs.figures.drawing.bodies import SHOULDER_OUT, body
from programs.figures.drawing.figure import painted
from programs.figures.drawing.paint import Paint, Path
from programs.figures.drawing.palette import CHART, PALETTE
from programs.figures.drawing.scene import HEM, SOCK_TOP
from programs.figures.drawing.shot import Shot
from programs.figures.drawing.skeleton import Skeleton
from programs.figures.drawing.svg import UNITS, svg, whole
from programs.figures.picture import ChartView, Edge, Region

Array = Any

SHOWN: Final = 5.8  # pixels in a centimeter at the file's own size
PIXEL: Final = 0.16
SHORT_HEM: Final = 8.0
LOW_SOCK: Final = 37.5
THINNER: Final = 0.72  # lines
PALE: Final = 0.62  # the other leg
SHADE: Final = 0.10
REACH: Final = 1.25  # cm that a place may reach past the skin
TALL: Final = 16  # cm: a place this tall is hit well enough without


def chart_svg(view: ChartView) -> tuple[str, Shot]:
    """One view of the chart, and the shot it was drawn from."""
    model = body("woman")
    model.clothes[HEM], model.clothes[SOCK_TOP] = SHORT_HEM, LOW_SOCK
    shot = Shot(model, Skeleton(view.pose, SHOULDER_OUT["woman"]), (view.yaw, 0), view.crop, PIXEL)
    paints = painted(shot, "woman", shade=SHADE)
    for paint in paints:
        paint.width *= THINNER
    if view.slug != "outer":
        paints.append(Paint(shot.outline.region(other_leg(shot), 1.0, 0.1), "paper", strength=PALE))
    for paint in paints:
        paint.path = shifted(paint.path, view)
    wide, high = size(view)
    return svg(paints, (0, wide, -high, 0), PALETTE | CHART, pad=0, shown=SHOWN), shot


def tappable(view: ChartView, shot: Shot) -> dict[str, Any]:
    """The places of a view with their paths, in the coordinates of its file."""
    wide, high = size(view)
    return {
        "viewBox": f"0 0 {wide * UNITS} {high * UNITS}",
        "drawn_leg": "right",
        "regions": [
            {
                "id": f"{view.slug}-{region.name}",
                "label": region.label,
                "spot": region.spot,
                "d": absolute(shifted(place(shot, region), view)),
            }
            for region in view.regions
        ],
    }


def size(view: ChartView) -> tuple[float, float]:
    """Width and height of a view, in cm."""
    left, right, bottom, top = view.crop
    return right - left, top - bottom


def leg(shot: Shot) -> Array:
    """The pixels of the right leg with its half of the pelvis."""
    bones = shot.skeleton
    inside = (shot.seen.place - bones.place[0]) @ bones.turn[0]
    return (shot.seen.layer > 0) & (inside[..., 0] * -1 > -0.05)


def other_leg(shot: Shot) -> Array:
    """The pixels of all but the right leg."""
    return (shot.seen.layer > 0) & ~leg(shot)


def place(shot: Shot, region: Region) -> Path:
    """The path around a place to tap."""
    pixel, skin = shot.pixel, leg(shot)
    height, width = skin.shape
    across = shot.box[0] + (np.arange(width) + 0.5) * pixel
    up = (shot.box[3] - (np.arange(height) + 0.5) * pixel)[:, None]
    roomy = region.high - region.low > TALL and region.spot != "outer_knee"
    reach = skin if roomy else binary_dilation(skin, iterations=int(REACH / pixel))
    inside = reach & skin.any(1)[:, None] & (up > region.low) & (up <= region.high)
    inside &= (across[None] > border(shot, skin, region.start)) & (across[None] <= border(shot, skin, region.end))
    return shot.outline.region(inside, 3.0, 0.12, int(6 / pixel / pixel))


def border(shot: Shot, skin: Array, edge: Edge) -> Array:
    """Where an edge lies across the page, row by row."""
    height, width = skin.shape
    has = skin.any(1)
    first = gaussian_filter1d(np.where(has, skin.argmax(1), 0).astype(float), 3)
    last = gaussian_filter1d(np.where(has, width - 1 - skin[:, ::-1].argmax(1), 0).astype(float), 3)
    left, right = shot.box[0] + first * shot.pixel, shot.box[0] + last * shot.pixel
    match edge.of:
        case "left":
            at = left + edge.shift
        case "right":
            at = right - edge.shift
        case "middle":
            at = (left + right) / 2 + edge.shift
        case "page":
            at = np.full(height, float(edge.shift))
    return at[:, None]


def shifted(path: Path, view: ChartView) -> Path:
    """A path moved so that the view's top left corner is 0, 0."""
    left, _, _, top = view.crop
    return [
        (letter, *[v - left if i % 2 == 0 else v + top for i, v in enumerate(numbers)]) for letter, *numbers in path
    ]


def absolute(path: Path) -> str:
    """A path in absolute numbers of the file."""
    return " ".join(letter + " ".join(str(whole(float(v))) for v in numbers) for letter, *numbers in path)
