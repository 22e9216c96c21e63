"""The yardstick for sheets: the same content as an HTML document, for a web engine to lay out and write as PDF.

Written from the same plan, with the same words, fonts, figures, tables and boxes to tick, the way a site would.
"""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

from bench.web_style import CSS
from programs.library_content import Light
from programs.pdf import wording
from programs.pdf.figures import FOLDER
from programs.pdf.job import Job
from programs.pdf.qr import modules
from programs.plan import Picture, PrescribedExercise, Side, Stage
from programs.rules.mileage import RunPlan
from programs.run_chart import tenths
from programs.schedule import week_begins
from programs.sheets.leg import LEG_WORDS

WEEKS, DAYS = 4, 7


def document(job: Job) -> str:
    """The whole sheet: the current stage, then the run weeks."""
    stage, run = job.plan.current_stage, job.plan.run
    if stage is None or run is None:
        raise ValueError("Sarah's plan has both")
    return f"<!doctype html><html lang=en>{_top(job)}{_stage(stage, job)}{_run(run, job)}</html>"


def stylesheet() -> str:
    """Its style sheet, which an engine may read once."""
    return CSS


def _top(job: Job) -> str:
    """Head and foot of every page, as running elements."""
    clinic, words = job.letterhead, job.library.sheet
    rules = job.say(wording.RULES, rules=job.plan.rule_set, content=job.plan.content_version)
    days = f"{job.say(wording.SCREENED, day=job.day(job.today))} · {job.say(wording.PRINTED, day=job.day(job.today))}"
    return (
        f"<header>{_code(job)}<div class=who><b>{escape(job.who.name)}</b><br>{job.who.code} · {days}</div>"
        f"<b>{escape(clinic.name)}</b><br>{escape(', '.join(clinic.address))}<br>{clinic.phone} · {clinic.web}</header>"
        f"<footer><b class=urgent>{escape(words.urgent)}</b>{escape(words.disclaimer)}<br>"
        f"{escape(clinic.name)} · {rules}</footer>"
    )


def _code(job: Job) -> str:
    """The QR code, and the code to type under it."""
    link = job.subject.link
    if link is None:
        return ""
    count, runs = modules(link.address)
    bars = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs)
    return (
        f'<div class=code><svg viewBox="-4 -4 {count + 8} {count + 8}" width="52" height="52"><path d="{bars}"/></svg>'
        f"<br><b>{escape(link.code)}</b></div>"
    )


def _title(title: str, subtitle: str, job: Job) -> str:
    pill = job.say(LEG_WORDS[job.plan.leg])
    return f"<h1><span class=pill>{pill}</span>{escape(title)} <small>{escape(subtitle)}</small></h1>"


def _stage(stage: Stage, job: Job) -> str:
    words = job.library.sheet
    practice = job.library.stages[stage.number].practice
    drills = [drill for drill in stage.warm_up if drill.key not in practice]
    practiced = [_card(drill, words.practice_title, job) for drill in stage.warm_up if drill.key in practice]
    cards = [_card(exercise, str(place), job) for place, exercise in enumerate(stage.exercises, 1)]
    rules = _paragraphs((*words.stop_rule.sentences, words.form_rule, job.plan.both_legs))
    return (
        _title(words.title, f"Stage {stage.number} of 4: {stage.name} · {stage.lasts}", job)
        + f"<p>{escape(stage.aim)}</p><div class=pair><div>{_lights(wording.PAIN_TITLE, words.pain_rule)}</div>"
        + f"<div class=sand><h3 class=red>{wording.STOP_TITLE}</h3>{rules}</div></div>"
        + _help(job)
        + (f"<div class=sand><h3>{escape(words.warm_up_title)}</h3>{escape(words.warm_up_help)}" if drills else "")
        + ("".join(_drill(drill) for drill in drills) + "</div>" if drills else "")
        + "".join(practiced + cards)
        + _way_on(stage, job)
    )


def _help(job: Job) -> str:
    words, clinic = job.library.sheet, job.letterhead
    items = _listed(words.get_help)
    return (
        f"<div class=help><h3 class=red>{escape(words.get_help_title)}</h3>"
        f"<b>{escape(words.contact)} {clinic.phone} {clinic.hours}</b>{items}</div>"
    )


def _lights(title: str, lights: Iterable[Light]) -> str:
    band = "".join(f"<td class=z{(value > 2) + (value > 5)}>{value}</td>" for value in range(11))
    rows = "".join(f"<tr><th>{escape(light.pain)}</th><td>{escape(light.sentence)}</td></tr>" for light in lights)
    return f"<h3>{title}</h3><table class=band><tr>{band}</tr></table><table>{rows}</table>"


def _card(exercise: PrescribedExercise, badge: str, job: Job) -> str:
    tag = "span" if exercise.kind == "mobility" else "li"
    steps = "".join(f"<{tag}>{escape(step)} </{tag}>" for step in exercise.steps)
    easier = wording.EASIER.format(text=exercise.easier) if exercise.easier else ""
    pictures = "".join(_picture(picture, exercise.leg) for picture in exercise.pictures)
    return (
        f"<section><div class=pictures>{pictures}</div><div class=words>"
        f"<h2><i>{escape(badge)}</i> {escape(exercise.name)} <small>{escape(exercise.equipment)}</small></h2>"
        f"<p>{escape(exercise.set_up)}</p><ol>{steps}</ol><p><b>{escape(' '.join(exercise.cues))}</b></p>"
        f"<p>{escape(wording.FAULTS.format(faults=' '.join(exercise.faults)))}</p>"
        f"<p class=red>{escape(exercise.stop)}</p><p class=small>{escape(easier)} {escape(exercise.note)}</p>"
        f"</div>{_dose(exercise)}</section>"
    )


def _dose(exercise: PrescribedExercise) -> str:
    dose = exercise.dose
    cells = (
        (wording.START, dose.start), (wording.GOAL, dose.goal), (wording.DAYS, dose.days),
        (wording.HOLD, dose.hold), (wording.TEMPO, dose.tempo), (wording.REST, dose.rest),
    )  # fmt: skip
    shown = "".join(f"<td><b>{escape(value)}</b><br>{label}</td>" for label, value in cells if value)
    return f"<table class=dose><tr>{shown}</tr></table>"


def _drill(drill: PrescribedExercise) -> str:
    pictures = "".join(_picture(picture, drill.leg) for picture in drill.pictures[-1:])
    cues = escape(" ".join(drill.cues[:2]))
    return f"<div class=drill>{pictures}<b>{escape(drill.name)}</b><br>{escape(drill.dose.start)}<br>{cues}</div>"


def _picture(picture: Picture, leg: Side) -> str:
    flipped = " class=flipped" if picture.flipped_for(leg) else ""
    return f"<figure><div{flipped}>{_svg(picture.slug)}</div>{escape(picture.label)}</figure>"


@cache
def _svg(slug: str) -> str:
    return Path(FOLDER / f"{slug}.svg").read_text()


def _way_on(stage: Stage, job: Job) -> str:
    words = job.library.sheet
    gate = "".join(f"<p><span class=box></span> {escape(sentence)}</p>" for sentence in stage.gate)
    week = "<td class=tick></td>" * DAYS
    log = "".join(
        f"<tr><th>{escape(words.log_week)} {number + 1}</th>{week}</tr><tr><th>{escape(words.log_pain)}</th>{week}</tr>"
        for number in range(WEEKS)
    )
    return (
        f"<div class=pair><div><h3>{escape(words.gate_title)} {escape(words.gate_help)}</h3>{gate}"
        f"<p class=small>{escape(words.review)}</p></div><div><h3>{escape(words.log_title)}</h3>"
        f"<p class=small>{escape(words.log_help)} {escape(words.log_bring)}</p><table>{log}</table></div></div>"
        f"{_notes()}"
    )


def _notes() -> str:
    return f"<h3>{wording.NOTES}</h3>" + "<div class=note></div>" * 6


def _run(run: RunPlan, job: Job) -> str:
    running = job.library.running
    intro = _listed((*running.rest.sentences, *running.avoid.sentences, *running.cues.sentences))
    title = _title(wording.RUN_TITLE, wording.RUN_SUBTITLE[job.plan.unit], job)
    rows = "".join(
        f"<tr><td>{week.week}</td><td>{job.day(week_begins(job.plan, week.week))}</td>"
        + "".join(f"<td><span class=box></span> {tenths(each)} <span class=pain></span></td>" for each in week.runs)
        + f"<th>= {tenths(week.total)}</th></tr>"
        for week in run.weeks
    )
    return (
        f"<div class=run>{title}<div class=pair><div class=sand><b>{wording.RUN_INTRO}</b>{intro}</div>"
        f"<div>{_lights(wording.RUN_PAIN_TITLE, running.lights)}</div></div><table class=weeks><thead><tr>"
        f"<th>{wording.COLUMN_WEEK}</th><th>{wording.COLUMN_FROM}</th><th colspan=5>{wording.COLUMN_RUNS}</th>"
        f"<th>{wording.COLUMN_TOTAL}</th></tr>"
        f"</thead>{rows}</table>{_chart(run, job)}</div>"
    )


def _chart(run: RunPlan, job: Job) -> str:
    most = max(week.total for week in run.weeks)
    bars = "".join(
        f'<rect x="{place * 30 + 5}" y="{80 - 60 * week.total / most:.2f}" width="20" '
        f'height="{60 * week.total / most:.2f}" rx="1.5" fill="#0e6168"/>'
        f'<text x="{place * 30 + 15}" y="90" font-size="8" text-anchor="middle">{week.week}</text>'
        f'<text x="{place * 30 + 15}" y="{78 - 60 * week.total / most:.2f}" font-size="8" '
        f'text-anchor="middle">{tenths(week.total)}</text>'
        for place, week in enumerate(run.weeks)
    )
    usual = wording.USUAL.format(total=tenths(run.weeks[-1].total))
    return (
        f'<p>{wording.CHART[job.plan.unit]} {usual}</p><svg viewBox="0 0 544 92" width="544" height="92">{bars}</svg>'
    )


def _paragraphs(sentences: Iterable[str]) -> str:
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)


def _listed(sentences: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences) + "</ul>"
