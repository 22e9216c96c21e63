"""The home-exercise sheet a runner downloads: one stage with its pictures, and the run weeks."""

from collections.abc import Collection
from datetime import date
from io import BytesIO
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from programs.library import load_library
from programs.pdf import wording
from programs.pdf.cards import card
from programs.pdf.figures import load_figures
from programs.pdf.flow import Block, pages_of
from programs.pdf.fonts import load_fonts
from programs.pdf.job import Job, SheetError, Translate, Who
from programs.pdf.letterhead import Letterhead
from programs.pdf.page import body_height, leg_badge, page
from programs.pdf.panels import aim_panel, help_panel, pain_panel
from programs.pdf.pen import draw
from programs.pdf.run_weeks import run_blocks
from programs.pdf.sketch import Sketch
from programs.pdf.styles import Paper
from programs.pdf.text import clean
from programs.pdf.warm_up import warm_up_panel
from programs.pdf.way_on import notes_panel, way_on
from programs.plan import Plan, Stage

Part = Literal["stage", "run"]
LANGUAGE = "en-US"


def handout(
    plan: Plan,
    *,
    stage: int,
    who: Who,
    letterhead: Letterhead,
    paper: Paper,
    today: date,
    screened_on: date | None = None,
    translate: Translate = str,
    parts: Collection[Part] = ("stage", "run"),
) -> bytes:
    """The sheet of one stage and, where running is planned and released, the run weeks, as one PDF file.

    The same input gives the same bytes. `stage` is the stage's own number; `today` stands on the page.
    Raises SheetError where the plan has no such stage, staff have yet to release it, or nothing is left to
    print.
    """
    job = Job(plan, who, letterhead, paper, today, screened_on, translate, load_library())
    sheets = sheets_of(job, stage, parts)
    if not sheets:
        raise SheetError("nothing to print")
    return _file(job, sheets)


def warm_up() -> None:
    """Parse fonts and figures now. A server calls this when it starts, so that its first sheet is as fast."""
    load_library()
    load_fonts()
    load_figures()


def sheets_of(job: Job, stage: int, parts: Collection[Part]) -> list[Sketch]:
    """Every page of the file, measured and placed but not yet drawn."""
    bodies: list[tuple[str, str, Sketch]] = []
    if "stage" in parts:
        bodies += _stage_bodies(job, _stage(job.plan, stage))
    if "run" in parts and job.plan.run_is_released:
        bodies += _run_bodies(job, helped=bool(bodies))
    return [
        page(job, title, subtitle, body, (place, len(bodies)))
        for place, (title, subtitle, body) in enumerate(bodies, 1)
    ]


def _stage(plan: Plan, number: int) -> Stage:
    for stage in plan.stages:
        if stage.number == number:
            if stage.needs_staff:
                raise SheetError(f"stage {number} has not been released")
            return stage
    raise SheetError(f"the plan has no stage {number}")


def _stage_bodies(job: Job, stage: Stage) -> list[tuple[str, str, Sketch]]:
    last = max(planned.number for planned in job.plan.stages)
    name = job.say(wording.STAGE_OF, number=stage.number, last=last, name=job.say(stage.name))
    subtitle = "  ·  ".join(filter(None, (name, job.say(stage.lasts))))
    pages = pages_of(_stage_blocks(job, stage, last), body_height(job), job.width)
    return [(job.say(job.library.sheet.title), subtitle, body) for body in pages]


def _stage_blocks(job: Job, stage: Stage, last: int) -> list[Block]:
    """In reading order: the rules, when to get help, the exercises, the warm-up before a run, the way on."""
    practice = job.library.stages[stage.number].practice
    drills = tuple(drill for drill in stage.warm_up if drill.key not in practice)
    blocks = [aim_panel(stage, job), pain_panel(job), help_panel(job)]
    blocks += [card(exercise, None, job) for exercise in stage.warm_up if exercise.key in practice]
    blocks += [card(exercise, place, job) for place, exercise in enumerate(stage.exercises, 1)]
    if drills:
        blocks.append(warm_up_panel(drills, job))
    return [*blocks, *way_on(stage, last, job), notes_panel(job)]


def _run_bodies(job: Job, *, helped: bool) -> list[tuple[str, str, Sketch]]:
    """The run pages; when to get help stands here too where no stage's sheet came before."""
    if job.plan.run is None:
        return []
    blocks = run_blocks(job.plan.run, job.plan, job)
    if not helped:
        blocks.append(help_panel(job))
    subtitle = job.say(wording.RUN_SUBTITLE[job.plan.unit])
    pages = pages_of(blocks, body_height(job), job.width)
    return [(job.say(wording.RUN_TITLE), subtitle, body) for body in pages]


def _file(job: Job, sheets: list[Sketch]) -> bytes:
    """Pages to bytes. No name stands in the file's own title, which every program shows that opens it."""
    held = BytesIO()
    canvas = Canvas(held, pagesize=job.paper.size, invariant=1, pageCompression=1, lang=LANGUAGE)
    canvas.setTitle(clean(job.say(job.library.sheet.title)))
    canvas.setAuthor(clean(job.letterhead.name))
    canvas.setSubject(clean(leg_badge(job)))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for sheet in sheets:
        draw(canvas, sheet, (0, sheet.height))
        canvas.showPage()
    canvas.save()
    return held.getvalue()
