"""A plan template's content: stages, each with exercises and doses, and whether running comes with it.

It is kept as plain JSON data, and read back strictly: what is stored is a template or an error, never half of one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from programs.library_content import Library
from programs.plan import Dose, Plan

MOST_ROWS: Final = 22
"""Exercises in one template: with their doses as fields, what one form may send (200 fields)."""
MOST_IN_STAGE: Final = 8
MOST_LETTERS: Final = 40
"""Letters in one value of a dose."""


class OutlineError(ValueError):
    """Stored data is no template; the message names the place."""


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise by its key in the library, with its dose; no days means the stage's own."""

    key: str
    dose: Dose


@dataclass(frozen=True, slots=True)
class StageRows:
    """One stage by its number, its exercises in order, and whether the library's drills for it come first."""

    number: int
    rows: tuple[Row, ...]
    warm_up: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole template; `run` adds the run-walk steps where a stage returns to running."""

    stages: tuple[StageRows, ...]
    run: bool = False

    def rows(self) -> Iterator[Row]:
        """Every exercise of every stage."""
        yield from (row for stage in self.stages for row in stage.rows)

    def missing_from(self, library: Library) -> tuple[str, ...]:
        """The keys that the library does not know, such as an exercise that was archived."""
        return tuple(dict.fromkeys(row.key for row in self.rows() if row.key not in library.exercises))


def outline_to_dict(outline: Outline) -> dict[str, Any]:
    """The outline as JSON data."""
    return asdict(outline)


def outline_from_dict(kept: object) -> Outline:
    """What `outline_to_dict` wrote. Raises OutlineError for anything else."""
    try:
        return _outline(kept)
    except (KeyError, TypeError, AttributeError) as error:
        raise OutlineError(f"not a template: {error}") from error


def _outline(kept: Any) -> Outline:
    stages = tuple(_stage(stage) for stage in kept["stages"])
    return Outline(stages, bool(kept["run"]))


def _stage(kept: Mapping[str, Any]) -> StageRows:
    rows = tuple(
        Row(str(row["key"]), Dose(**{item.name: str(row["dose"][item.name]) for item in fields(Dose)}))
        for row in kept["rows"]
    )
    return StageRows(int(kept["number"]), rows, bool(kept["warm_up"]))


def outline_of(plan: Plan, library: Library) -> Outline:
    """A runner's plan as a template: its stages, exercises and doses, and nothing of the runner.

    What the library does not know any more is left out.
    """
    stages = (
        StageRows(
            stage.number,
            tuple(Row(it.key, it.dose) for it in stage.exercises if it.key in library.exercises)[:MOST_IN_STAGE],
            bool(stage.warm_up),
        )
        for stage in plan.stages
    )
    return Outline(tuple(stage for stage in stages if stage.number in library.stages), plan.run is not None)
