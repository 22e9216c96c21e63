"""The shapes of the exercise library: exercises, stages, running and the words that stand on every sheet."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from programs.plan import Dose, Picture
from programs.rules.body_position import Position

Kind = Literal["strength", "mobility", "warm_up"]
Underneath = Literal["", "leg", "other"]
USES = ("1", "2", "2-practice", "3", "4")
OUTER_HIP = "outer_hip"


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a runner reads and sees of one exercise, with `{leg}` and `{other}` open, and how the body is.

    `side_rule` keeps it to one side; "" where both are trained.
    """

    name: str
    set_up: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    faults: tuple[str, ...]
    easier: str
    harder: str
    equipment: str
    stop: str
    note: str
    pictures: tuple[Picture, ...]
    position: Position
    side_rule: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise. `underneath` is the side lain on while the leg works; `doses` and `changes` go by use.

    A use is one of `USES`: a stage, or its practice. A change may also be for `OUTER_HIP`.
    """

    key: str
    kind: Kind
    sided: bool
    underneath: Underneath
    source: str
    words: Words
    doses: Mapping[str, Dose]
    changes: Mapping[str, Mapping[str, Any]]

    def words_for(self, *uses: str) -> Words:
        """The words with the changes of these uses, such as "1" or "outer_hip", laid over them in order."""
        words = self.words
        for use in uses:
            if use in self.changes:
                words = replace(words, **self.changes[use])
        return words

    def every_wording(self) -> Iterator[Words]:
        """The words as they stand, and once with each change."""
        yield self.words
        yield from (self.words_for(use) for use in self.changes)

    def pictures(self) -> Iterator[Picture]:
        """Every picture of every wording; one may come more than once."""
        yield from (picture for words in self.every_wording() for picture in words.pictures)

    def texts(self) -> Iterator[str]:
        """Every string a runner may read of this exercise, with its placeholders still open."""
        for words in self.every_wording():
            yield from (words.name, words.side_rule, words.set_up, *words.steps, *words.cues, *words.faults)
            yield from (words.easier, words.harder, words.equipment, words.stop, words.note)
            yield from (text for picture in words.pictures for text in (picture.label, picture.alt))


@dataclass(frozen=True, slots=True)
class GateSentence:
    """One thing that must be true before the next stage, and for whom the sentence stands on the sheet."""

    sentence: str
    exercise: str = ""
    strength: Literal["", "clear", "possible"] = ""
    hop_test: Literal["", "allowed", "ask_clinic"] = ""
    with_stage: int = 0
    without_stage: int = 0


@dataclass(frozen=True, slots=True)
class StageContent:
    """One stage as written: ids of exercises in their order.

    Of `mobility` the sheet takes the first that are not left out; `instead` maps an exercise to its stand-in
    for a runner who may not lie on a sore hip; `options` are what staff may choose.
    """

    number: int
    name: str
    aim: str
    lasts: str
    days: str
    strength: tuple[str, ...]
    mobility: tuple[str, ...]
    practice: tuple[str, ...]
    warm_up: tuple[str, ...]
    options: tuple[str, ...]
    source: str
    instead: Mapping[str, str] = field(default_factory=dict)
    gate: tuple[GateSentence, ...] = ()

    def uses(self) -> Iterator[tuple[str, str]]:
        """Every exercise this stage can hold, with the use whose dose it takes."""
        listed = (*self.strength, *self.mobility, *self.warm_up, *self.options, *self.instead.values())
        yield from ((key, str(self.number)) for key in listed)
        yield from ((key, f"{self.number}-practice") for key in self.practice)


@dataclass(frozen=True, slots=True)
class RunWalkStep:
    """One step of the run-walk ladder: minutes run, minutes walked, how many times."""

    id: str
    run_minutes: int
    walk_minutes: int
    times: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Light:
    """One light of a pain rule: which pain, 0-10, and what to do."""

    color: Literal["green", "amber", "red"]
    pain: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """A few sentences for the runner with their source for staff."""

    sentences: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class RestLine:
    """One sentence about rest days.

    `runs` are the numbers of runs a week it is for, none for every plan; `weeks_only` leaves run-walk steps out.
    """

    sentence: str
    runs: tuple[int, ...] = ()
    weeks_only: bool = False

    def is_for(self, run_counts: Collection[int]) -> bool:
        """Whether it is told to a plan whose weeks have these numbers of runs; none for run-walk steps."""
        return any(runs in run_counts for runs in self.runs) if self.runs else bool(run_counts) or not self.weeks_only


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest days between runs, with their source for staff."""

    lines: tuple[RestLine, ...]
    source: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence, whatever the plan."""
        return tuple(line.sentence for line in self.lines)


@dataclass(frozen=True, slots=True)
class Running:
    """What a runner reads about running in Stage 3.

    `run_counts` are the numbers of runs that a plan's weeks have; a plan of run-walk steps has none.
    """

    run_walk: tuple[RunWalkStep, ...]
    run_walk_rules: Sentences
    cues: Sentences
    lights: tuple[Light, ...]
    step_lights: tuple[Light, ...]
    lights_source: str
    rest: Rest
    avoid: Sentences
    avoid_in_steps: Sentences

    def rest_lines(self, run_counts: Collection[int]) -> tuple[str, ...]:
        """The sentences about rest."""
        return tuple(line.sentence for line in self.rest.lines if line.is_for(run_counts))

    def rules(self, run_counts: Collection[int]) -> tuple[str, ...]:
        """The sentences about rest, then what to leave for later."""
        return (*self.rest_lines(run_counts), *(self.avoid if run_counts else self.avoid_in_steps).sentences)

    def lights_for(self, run_counts: Collection[int]) -> tuple[Light, ...]:
        """How much pain is all right, and what comes after it: a week, or a step."""
        return self.lights if run_counts else self.step_lights


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Words that stand on every sheet; `get_help` are phrases for a list under `get_help_title`."""

    title: str
    form_rule: str
    both_legs: str
    either_leg: str
    no_leg: str
    one_side: str
    disclaimer: str
    urgent: str
    contact: str
    log_title: str
    log_help: str
    log_week: str
    log_pain: str
    log_bring: str
    review: str
    warm_up_title: str
    warm_up_help: str
    practice_title: str
    gate_title: str
    gate_help: str
    upkeep_title: str
    pain_rule: tuple[Light, ...]
    stop_rule: Sentences
    get_help_title: str
    get_help: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """All content and its version. `most_strength` and `most_mobility` bound one sheet."""

    version: str
    exercises: Mapping[str, Exercise]
    stages: Mapping[int, StageContent]
    most_strength: int
    most_mobility: int
    no_runs: str
    beside_running: str
    running: Running
    sheet: SheetWords
