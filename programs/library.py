"""Reads the exercise library, `content/*.toml`. Unknown or missing keys and ids are refused by name.

Content says what is done, in which words, how often; it holds no logic. `{leg}` and `{other}` in the words
stand for the leg that works and the other one, and are filled in when a plan is built.
"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from programs.library_content import (
    OUTER_HIP,
    USES,
    Exercise,
    GateSentence,
    Library,
    Light,
    Rest,
    RestLine,
    Running,
    RunWalkStep,
    Sentences,
    SheetWords,
    StageContent,
    Words,
)
from programs.plan import Dose, Picture
from programs.rules.body_position import LEVELS
from screening.questions import ContentError

CONTENT = Path(__file__).parent / "content"
EXERCISE_FILES = ("exercises", "warm_up")
DOSE_DEFAULTS = ("tempo", "hold", "rest", "days")
WORD_KEYS = tuple(item.name for item in fields(Words))
PLACEHOLDERS = {"leg", "other"}
Raw = dict[str, Any]
T = TypeVar("T")


@cache
def load_library(folder: Path = CONTENT) -> Library:
    """Read the library of a folder. Raises ContentError naming the exercise or stage and what is wrong."""
    files = {name: _read(folder, name) for name in (*EXERCISE_FILES, "stages", "running", "sheet")}
    version = _common_version(files)
    exercises = {key: _exercise(key, raw) for name in EXERCISE_FILES for key, raw in files[name].items()}
    stages = {int(number): _stage(number, raw) for number, raw in files["stages"].pop("stage").items()}
    library = _build(
        Library,
        files["stages"]
        | {"version": version, "exercises": exercises, "stages": stages}
        | {"running": _running(files["running"]), "sheet": _sheet(files["sheet"])},
        "stages.toml",
    )
    for stage in library.stages.values():
        _check_stage(stage, library)
    return library


def check_pictures(library: Library, folder: Path) -> None:
    """Raise ContentError naming every picture of the library that `folder` has no SVG for."""
    slugs = {picture.slug for exercise in library.exercises.values() for picture in exercise.pictures()}
    if missing := sorted(slug for slug in slugs if not (folder / f"{slug}.svg").is_file()):
        raise ContentError(f"no such picture: {', '.join(missing)}")


def _read(folder: Path, name: str) -> Raw:
    return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))


def _common_version(files: Mapping[str, Raw]) -> str:
    versions = {name: raw.pop("version", "") for name, raw in files.items()}
    if len(set(versions.values())) != 1 or "" in versions.values():
        raise ContentError(f"version: must be the same in every file, not {versions}")
    return str(versions["stages"])


def _exercise(key: str, raw: Raw) -> Exercise:
    values = dict(raw)
    defaults = {name: values.pop(name) for name in DOSE_DEFAULTS if name in values}
    words = _word_values(key, {name: values.pop(name) for name in WORD_KEYS if name in values})
    doses = {use: _dose(f"{key}.{use}", defaults | dose) for use, dose in values.pop("doses", {}).items()}
    changes = {use: _word_values(f"{key}.{use}", change) for use, change in values.pop("change", {}).items()}
    parts = {"key": key, "words": _build(Words, words, key), "doses": doses, "changes": changes}
    exercise = _build(Exercise, values | parts, key)
    _check_exercise(exercise)
    return exercise


def _dose(place: str, values: Raw) -> Dose:
    return _build(Dose, {"goal": "", "days": ""} | values, place)


def _word_values(place: str, raw: Raw) -> Raw:
    """The texts as they stand in `Words`; a change may hold any few of them."""
    if unknown := set(raw) - set(WORD_KEYS):
        raise ContentError(f"{place}: unknown {', '.join(sorted(unknown))}")
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()}
    if "pictures" in values:
        values["pictures"] = tuple(_build(Picture, item, f"{place}.pictures") for item in values["pictures"])
    return values


def _stage(number: str, raw: Raw) -> StageContent:
    place = f"stage.{number}"
    gate = tuple(_build(GateSentence, item, f"{place}.gate") for item in raw.get("gate", []))
    return _build(StageContent, raw | {"number": int(number), "gate": gate}, place)


def _running(raw: Raw) -> Running:
    steps = tuple(_build(RunWalkStep, item, "running.run_walk") for item in raw.get("run_walk", []))
    rules = {name: _sentences(raw, name) for name in ("run_walk_rules", "cues", "avoid", "avoid_in_steps")}
    lights = {name: _lights(raw, name) for name in ("lights", "step_lights")}
    return _build(
        Running, raw | {"run_walk": steps, "rest": _rest(raw.get("rest", {}))} | rules | lights, "running.toml"
    )


def _rest(raw: Raw) -> Rest:
    lines = tuple(_build(RestLine, item, "rest.lines") for item in raw.get("lines", []))
    return _build(Rest, raw | {"lines": lines}, "rest")


def _sheet(raw: Raw) -> SheetWords:
    built = {"pain_rule": _lights(raw, "pain_rule"), "stop_rule": _sentences(raw, "stop_rule")}
    return _build(SheetWords, raw | built, "sheet.toml")


def _lights(raw: Raw, name: str) -> tuple[Light, ...]:
    return tuple(_build(Light, item, name) for item in raw.get(name, []))


def _sentences(raw: Raw, name: str) -> Sentences:
    return _build(Sentences, raw.get(name, {}), name)


def _build(kind: type[T], values: Mapping[str, Any], place: str) -> T:
    """An object of the content. Unknown and missing keys, and values of another kind, are refused by name."""
    known = {item.name: item for item in fields(kind)}  # type: ignore[arg-type]
    if unknown := set(values) - set(known):
        raise ContentError(f"{place}: unknown {', '.join(sorted(unknown))}")
    needed = {n for n, item in known.items() if item.default is MISSING and item.default_factory is MISSING}
    if missing := needed - set(values):
        raise ContentError(f"{place}: missing {', '.join(sorted(missing))}")
    hints = get_type_hints(kind)
    return kind(**{name: _checked(value, hints[name], f"{place}.{name}") for name, value in values.items()})


def _checked(value: Any, hint: Any, place: str) -> Any:
    if get_origin(hint) is Literal:
        good: bool = value in get_args(hint)
    elif hint in (tuple[str, ...], tuple[int, ...]):
        value = tuple(value)
        good = all(type(item) is get_args(hint)[0] for item in value)
    else:
        good = hint not in (str, bool, int) or type(value) is hint
    if not good:
        raise ContentError(f"{place}: cannot be {value!r}")
    return value


def _check_exercise(exercise: Exercise) -> None:
    if unknown := set(exercise.doses) - set(USES):
        raise ContentError(f"{exercise.key}: no such dose: {', '.join(sorted(unknown))}")
    if flying := {str(words.position) for words in exercise.every_wording()} - set(LEVELS):
        raise ContentError(f"{exercise.key}: no such position: {', '.join(sorted(flying))}")
    if unknown := set(exercise.changes) - {*USES, OUTER_HIP}:
        raise ContentError(f"{exercise.key}: no such change: {', '.join(sorted(unknown))}")
    allowed = PLACEHOLDERS if exercise.sided else set()
    for text in exercise.texts():
        if unknown := _placeholders(text) - allowed:
            raise ContentError(f"{exercise.key}: no such placeholder: {', '.join(sorted(unknown))}")


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _check_stage(stage: StageContent, library: Library) -> None:
    for key, use in stage.uses():
        if key not in library.exercises:
            raise ContentError(f"stage.{stage.number}: no such exercise: {key}")
        if use not in library.exercises[key].doses:
            raise ContentError(f"stage.{stage.number}: {key} has no dose for {use}")
    if unknown := set(_named_beside_the_lists(stage)) - {key for key, _ in stage.uses()}:
        raise ContentError(f"stage.{stage.number}: not on this sheet: {', '.join(sorted(unknown))}")
    if len(stage.strength) > library.most_strength:
        raise ContentError(f"stage.{stage.number}: more than {library.most_strength} strength exercises")
    for kind in ("strength", "mobility", "warm_up"):
        if wrong := [key for key in getattr(stage, kind) if library.exercises[key].kind != kind]:
            raise ContentError(f"stage.{stage.number}: not a {kind} exercise: {', '.join(wrong)}")


def _named_beside_the_lists(stage: StageContent) -> Iterator[str]:
    yield from stage.instead
    yield from (sentence.exercise for sentence in stage.gate if sentence.exercise)
