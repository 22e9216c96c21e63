"""What came back from the plan's page: the working copy with what was typed and which button was pressed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from clinic.review.plan_sources import Desk
from clinic.review.plan_work import DOSE_FIELDS, Work, built, means_for, unpacked, work_of
from clinic.review.revision_words import refusal_words
from programs.arranging import BESIDE, NO_RUNS, Line, RevisionError, StageLines, is_there
from programs.dosing import DoseError, Known, read_dose
from programs.holding import Held
from programs.notes import LONGEST as LONGEST_NOTE
from programs.plan import Plan
from programs.revising import Part, add, add_stage, drop_stage, leave_out, move, remove, start_at, swap

LONGEST_REASON: Final = 600
SAVE, SAVE_AND_PRINT, LOOK = "save", "print", "look"
BUTTON: Final = re.compile(r"(up|down|out|swap)-([xw])-(\d{1,2})|(add|stage-in|stage-out|open)-([xw]?)(\d)")
PARTS: Final[Mapping[str, Part]] = {"x": "exercises", "w": "warm_up"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and the id of the field where it can be put right."""

    target: str
    message: str


@dataclass(slots=True)
class Edited:
    """The working copy after one round trip, and what was typed beside it.

    `typed` are doses as they were typed where they could not be read, by the name of their field. `press` is the
    button: "save", "print", or another, which was done already.
    """

    work: Work
    plan: Plan
    open: int
    press: str = ""
    reason: str = ""
    note: str = ""
    runs_now: bool = False
    typed: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def saves(self) -> bool:
        """Whether the plan is to be issued."""
        return self.press in (SAVE, SAVE_AND_PRINT)

    @property
    def warming(self) -> bool:
        """Whether the button was one of the warm-up's."""
        return "-w" in self.press


def begun(desk: Desk) -> Edited:
    """The plan on the desk as nobody has touched it yet."""
    work = work_of(desk.base, desk)
    plan = built(work, desk)
    return Edited(work, plan, plan.stages[0].number if plan.stages else 0)


def read_form(post: QueryDict, desk: Desk) -> Edited:
    """What was posted, as far as it can be done; `problems` tell the rest. Raises BadWork where it is not ours."""
    known = desk.known()
    work = unpacked(post.get("work", ""), known)
    edited = Edited(work, desk.base, _number(post.get("open", "")), post.get("do", ""))
    edited.reason = tidy(post.get("reason", ""))
    edited.note = tidy(post.get("note", ""))
    edited.runs_now = "runs_now" in post
    _read_doses(edited, post, known)
    try:
        edited.plan = built(edited.work, desk)
    except RevisionError as error:
        edited.problems.append(Problem("plan", refusal_words(error, desk.means.library)))
        edited.work, edited.plan = work_of(desk.base, desk), built(work_of(desk.base, desk), desk)
    _settings(edited, post, desk)
    _press(edited, post, desk)
    _check_texts(edited)
    return edited


def tidy(typed: str) -> str:
    """Typed text with one kind of line end and nothing that is not seen."""
    lines = "\n".join(typed.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "".join(letter for letter in lines if letter.isprintable() or letter == "\n").strip()


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 1 else 0


def dose_field(part: str, place: int, name: str) -> str:
    """The name of the field of one part of a dose, such as "d-x-0-start"."""
    return f"d-{part}-{place}-{name}"


def _read_doses(edited: Edited, post: QueryDict, known: Known) -> None:
    """Take over the doses of the stage that is open; one that can not be read stays as it was, and as it was typed."""
    stages = []
    for lines in edited.work.stages:
        if lines.number == edited.open:
            exercises = _dosed(lines.exercises, "x", edited, post, known)
            lines = StageLines(lines.number, exercises, _dosed(lines.warm_up, "w", edited, post, known))
        stages.append(lines)
    edited.work = replace(edited.work, stages=tuple(stages))


def _dosed(lines: tuple[Line, ...], part: str, edited: Edited, post: QueryDict, known: Known) -> tuple[Line, ...]:
    found = []
    for place, line in enumerate(lines):
        names = {name: dose_field(part, place, name) for name in DOSE_FIELDS}
        typed = {name: post.get(posted, "") for name, posted in names.items() if posted in post}
        try:
            line = replace(line, dose=read_dose(typed, line.dose, known))
        except DoseError as error:
            edited.typed |= {names[name]: value[:100] for name, value in typed.items()}
            edited.problems += [Problem(names[name], _(message)) for name, message in error.problems.items()]
        found.append(line)
    return tuple(found)


def _settings(edited: Edited, post: QueryDict, desk: Desk) -> None:
    """The leg that starts, what is released, where the runs begin, what is left out, where the plan begins."""
    work = edited.work
    released = tuple(what for what in held_in(edited.plan, desk) if what in post.getlist("release"))
    leg = post.get("leg", work.leg)
    run = post.get("run", work.run)
    _do(edited, desk, "id_leg", lambda _plan: None, replace(work, released=released))
    if leg in ("left", "right") and leg != work.leg:
        _do(edited, desk, "id_leg", lambda _plan: None, replace(edited.work, leg="right" if leg == "right" else "left"))
    if run and edited.work.run and run != edited.work.run:
        _do(edited, desk, "id_run", lambda _plan: None, replace(edited.work, run=run))
    beside = post.get("beside")
    if beside in (BESIDE, NO_RUNS) and (beside == BESIDE) != edited.work.beside:
        _do(edited, desk, "id_beside", lambda _plan: None, replace(edited.work, beside=beside == BESIDE))
    if "out_shown" in post:
        out = post.getlist("out")
        if set(out) != set(edited.work.leave_out):
            _do(edited, desk, "id_out", lambda plan: leave_out(plan, out, means_for(edited.work, desk)))
    first = _number(post.get("first", ""))
    if first and edited.plan.stages and first != edited.plan.stages[0].number:
        _do(edited, desk, "id_first", lambda plan: start_at(plan, first, means_for(edited.work, desk)))


def held_in(plan: Plan, desk: Desk) -> Held:
    """What waits for staff and is in this plan, released meanwhile or not."""
    numbers = [stage.number for stage in plan.stages]
    return tuple(what for what in desk.due if is_there(what, numbers))


def _do(
    edited: Edited, desk: Desk, target: str, change: Callable[[Plan], Plan | None], work: Work | None = None
) -> None:
    """Change the working copy or the plan; where that can not be, say so and leave both as they are."""
    try:
        plan = built(work, desk) if work else change(edited.plan)
        if plan is not None:
            new = work or replace(work_of(plan, desk, edited.work.released), beside=edited.work.beside)
            edited.plan, edited.work = built(new, desk), new
    except RevisionError as error:
        edited.problems.append(Problem(target, refusal_words(error, desk.means.library)))


def _press(edited: Edited, post: QueryDict, desk: Desk) -> None:
    """Do what the button says; while a dose can not be read, its stage stays open and keeps its places."""
    found = BUTTON.fullmatch(edited.press)
    if not found or edited.typed:
        return
    means = means_for(edited.work, desk)
    if found[1]:
        place, part = int(found[3]), PARTS[found[2]]
        edits: dict[str, Callable[[Plan], Plan]] = {
            "up": lambda plan: move(plan, edited.open, place, -1, means, part=part),
            "down": lambda plan: move(plan, edited.open, place, 1, means, part=part),
            "out": lambda plan: remove(plan, edited.open, place, means, part=part),
            "swap": lambda plan: swap(plan, edited.open, place, post.get(f"swap-{place}", ""), means),
        }
        _do(edited, desk, f"row-{found[2]}-{place}", edits[found[1]])
        return
    _press_stage(edited, post, desk, found[4], found[5], int(found[6]))


def _press_stage(edited: Edited, post: QueryDict, desk: Desk, verb: str, part: str, number: int) -> None:
    means = means_for(edited.work, desk)
    if verb == "add":
        key, into = post.get(f"add-{part or 'x'}", ""), PARTS[part or "x"]
        _do(edited, desk, f"id_add_{part or 'x'}", lambda plan: add(plan, number, key, means, part=into))
    if verb == "stage-in":
        _do(edited, desk, "stages", lambda plan: add_stage(plan, number, means))
    if verb == "stage-out":
        _do(edited, desk, "stages", lambda plan: drop_stage(plan, number, means))
    numbers = [stage.number for stage in edited.plan.stages]
    edited.open = number if number in numbers else next(iter(numbers), 0)


def _check_texts(edited: Edited) -> None:
    if len(edited.reason) > LONGEST_REASON:
        edited.problems.append(
            Problem("id_reason", _("A reason has at most %(most)s letters.") % {"most": LONGEST_REASON})
        )
    if len(edited.note) > LONGEST_NOTE:
        edited.problems.append(Problem("id_note", _("A note has at most %(most)s letters.") % {"most": LONGEST_NOTE}))
