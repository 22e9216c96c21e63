"""The clinic's own exercise as data: its words, its photos and its usual dose."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Final, Literal

from programs.library_content import Exercise, Kind, Underneath, Words
from programs.plan import Dose, Picture
from programs.rules.body_position import Position
from screening.wording import gettext_noop

Slot = Literal["start", "finish", "right", "wrong"]
LABELS: Final[Mapping[Slot, str]] = {
    "start": gettext_noop("Start"),
    "finish": gettext_noop("Finish"),
    "right": gettext_noop("Like this"),
    "wrong": gettext_noop("Not like this"),
}
"""What may be shown, in this order, and what stands under it."""
MARKS: Final[Mapping[Slot, Literal["", "right", "wrong"]]] = {
    "start": "",
    "finish": "",
    "right": "right",
    "wrong": "wrong",
}
SOURCE: Final = gettext_noop("The clinic's own exercise.")
PLACEHOLDER = re.compile(r"\{(leg|other)\}")
SENTENCE = re.compile(r"[^.!?]+[.!?]*")
LONG: Final = 18
"""Words in a sentence above which a runner may lose its thread."""


@dataclass(frozen=True, slots=True)
class OwnPhoto:
    """One photo of an exercise. `side` is the leg that works in it: for the other leg the photo is mirrored.

    "none" keeps it as it was taken for both legs.
    """

    slot: Slot
    slug: str
    alt: str
    side: Literal["left", "right", "none"]


@dataclass(frozen=True, slots=True)
class OwnExercise:
    """All that a clinic says of its own exercise; `stages` are the stages that it is meant for, 1 to 4."""

    name: str
    kind: Kind
    sided: bool
    position: Position
    underneath: Underneath
    set_up: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    faults: tuple[str, ...]
    easier: str
    harder: str
    equipment: str
    stop: str
    note: str
    stages: tuple[str, ...]
    dose: Dose
    photos: tuple[OwnPhoto, ...]

    def to_dict(self) -> dict[str, Any]:
        """The exercise as JSON data."""
        return asdict(self)

    def texts(self) -> Iterator[str]:
        """Every sentence that a runner reads."""
        yield from (self.name, self.set_up, *self.steps, *self.cues, *self.faults)
        yield from (self.easier, self.harder, self.equipment, self.stop, self.note)
        yield from (photo.alt for photo in self.photos)


def own_from_dict(kept: Mapping[str, Any]) -> OwnExercise:
    """What `to_dict` wrote."""
    values = {item.name: kept[item.name] for item in fields(OwnExercise)}
    lists = {name: tuple(values[name]) for name in ("steps", "cues", "faults", "stages")}
    photos = tuple(OwnPhoto(**photo) for photo in values["photos"])
    return OwnExercise(**{**values, **lists, "dose": Dose(**values["dose"]), "photos": photos})


def exercise_from_dict(key: str, kept: Mapping[str, Any]) -> Exercise:
    """The exercise as the library holds it: the same dose at each of its stages."""
    own = own_from_dict(kept)
    return Exercise(
        key=key,
        kind=own.kind,
        sided=own.sided,
        underneath=own.underneath,
        source=SOURCE,
        words=_words(own),
        doses=dict.fromkeys(own.stages, own.dose),
        changes={},
    )


def _words(own: OwnExercise) -> Words:
    said = {item.name: getattr(own, item.name) for item in fields(Words) if item.name not in ("pictures", "side_rule")}
    return Words(**said, pictures=tuple(map(picture_of, own.photos)))


def picture_of(photo: OwnPhoto) -> Picture:
    """A photo as a plan shows it."""
    return Picture(photo.slug, LABELS[photo.slot], photo.alt, photo.side, MARKS[photo.slot])


def stray_braces(text: str) -> bool:
    """Whether a text holds any brace but those of {leg} and {other}; no other placeholder is filled in."""
    return bool(set("{}") & set(PLACEHOLDER.sub("", text)))


def names_a_leg(text: str) -> bool:
    """Whether a text waits for a leg to be filled in."""
    return bool(PLACEHOLDER.search(text))


def long_sentences(own: OwnExercise) -> tuple[str, ...]:
    """The sentences of more than 18 words, to be made shorter."""
    sentences = (sentence.strip() for text in own.texts() for sentence in SENTENCE.findall(text))
    return tuple(sentence for sentence in sentences if len(sentence.split()) > LONG)
