"""From a stored self-check to the one-page summary for the clinic's record. For staff: no runner is shown it."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programs.behind import Behind, behind, legs_of
from programs.plan import Plan
from programs.printing.decisions_gathering import decided_on
from programs.ratings import looked_on
from programs.run_chart import tenths
from programs.schedule import START, week_begins
from programs.sheets.record import AnswerGroup, FiredRule, LegRecord, RaisedFlag, Record
from screening.assessment import Assessment
from screening.care import care_of
from screening.models import Screening
from screening.questions import load_questions
from screening.rules.pattern import SIDE_MISMATCH, Fit, Pattern
from screening.rules.red_flags import Level, Triage
from screening.rules.single_leg_squat import LegFinding, LegState
from screening.summary import sections_of
from screening.wizard import Walk

STAFF_STAGE = "stage_3"


def record_of(screening: Screening, plan: Plan | None, version: int = 0) -> Record | None:
    """The summary of a check that was sent, locked or not, with the plan that stands. None for a draft.

    A walk-in has a plan and decisions, and no answers.
    """
    if screening.submitted_at is None:
        return None
    if screening.assessment is None:
        return _made_at_the_clinic(screening, screening.submitted_at, plan, version)
    assessment = screening.read_assessment()
    basis = behind(screening, plan) if plan else Behind(assessment)
    decisions, earlier = decided_on(screening)
    return Record(
        sent_at=timezone.localtime(screening.submitted_at),
        locked=assessment.triage.locked,
        level=_level(assessment.triage.level),
        pattern=_pattern(assessment),
        notes=(*_by_rating(basis), *_notes(screening)),
        told=tuple(_told(assessment.triage)),
        plan=tuple(_plan(plan, version)) if plan else (),
        answers=_answers(screening),
        legs=tuple(_legs(assessment)),
        flags=tuple(
            RaisedFlag(flag.id, _level(flag.level), _(flag.reason.sentence), flag.reason.source)
            for flag in assessment.triage.raised
        ),
        rules=tuple(_rules(assessment, basis, plan)),
        held=tuple(_held(plan)) if plan else (),
        decisions=decisions,
        earlier=earlier,
        rule_set=assessment.rule_set,
        content_version=plan.content_version if plan else "",
    )


def _made_at_the_clinic(screening: Screening, sent_at: datetime, plan: Plan | None, version: int) -> Record:
    decisions, earlier = decided_on(screening)
    return Record(
        sent_at=timezone.localtime(sent_at),
        made_here=True,
        level=_("Made at the clinic"),
        pattern="",
        notes=(_("A walk-in without a self-check: the plan was made at the clinic."), *_notes(screening)),
        plan=tuple(_plan(plan, version)) if plan else (),
        answers=(),
        legs=(),
        flags=(),
        rules=(),
        held=tuple(_held(plan)) if plan else (),
        decisions=decisions,
        earlier=earlier,
        rule_set=plan.rule_set if plan else "",
        content_version=plan.content_version if plan else "",
    )


def _level(level: Level) -> str:
    return {
        Level.OK: _("No red flag"),
        Level.CAUTION: _("Caution"),
        Level.CLINICIAN_FIRST: _("Clinician first"),
        Level.URGENT: _("Urgent"),
    }[level]


def _told(found: Triage) -> Iterator[str]:
    """What the care page said, or beside a plan the result page, each sentence once."""
    if found.locked:
        care = care_of(found)
        yield _(care.title)
        yield from map(_, care.actions)
    else:
        yield from dict.fromkeys(_(flag.action) for flag in found.raised)


def _pattern(found: Assessment) -> str:
    """The class, its side and strength, and how the pain fits; "" where the check ended before."""
    if found.pattern is None or found.fit is None:
        return ""
    parts = [_pattern_name(found.pattern), _side(found.side), _(found.strength) if found.strength else ""]
    fit = _fit(found.fit)
    mismatch = _("pain on the other side") if SIDE_MISMATCH in found.notes else ""
    return ", ".join(filter(None, (*parts, fit, mismatch)))


def _pattern_name(pattern: Pattern) -> str:
    return {
        Pattern.PAIN_DOES_NOT_FIT: _("Pain does not fit"),
        Pattern.RETEST: _("Mirror check to repeat"),
        Pattern.HIP_CONTROL: _("Hip control pattern"),
        Pattern.PAIN_WITHOUT_PATTERN: _("Pain without pattern"),
        Pattern.PATTERN_NO_PAIN: _("Pattern without pain"),
        Pattern.NO_PATTERN_NO_PAIN: _("No pattern, no pain"),
    }[pattern]


def _side(side: str | None) -> str:
    return {"left": _("left"), "right": _("right"), "both": _("both legs")}.get(side or "", "")


def _fit(fit: Fit) -> str:
    return {
        Fit.NO_PAIN: "",
        Fit.FITS: _("pain fits"),
        Fit.PARTLY: _("pain fits in part"),
        Fit.NO_FIT: _("pain does not fit"),
    }[fit]


def _by_rating(basis: Behind) -> Iterator[str]:
    """That the plan follows a clinician's rating, not the answers below, and what was found by it."""
    if looked := looked_on(basis.ratings):
        found = _pattern(basis.assessment) if basis.assessment else ""
        words = {"day": date_format(looked, "M j, Y"), "found": found}
        yield _("The plan follows the clinician's rating of %(day)s: %(found)s.") % words


def _notes(screening: Screening) -> Iterator[str]:
    """What the reader must know of the answers as such."""
    if screening.is_locked:
        yield _("A red flag ended this check: no plan was given. What came after it was not asked.")
    elif screening.unlocked_at:
        day = date_format(timezone.localtime(screening.unlocked_at), "M j, Y")
        yield _("A red flag ended this check. A clinician cleared it on %(day)s.") % {"day": day}
    elif holder := screening.holder:
        later = _("On hold: a later check of this runner met a red flag.")
        yield later if holder.later else _("On hold: an earlier check of this runner met a red flag.")
    if screening.source == Screening.Source.PAPER:
        yield _("Filled in on paper, typed in by the clinic.")
    if screening.repeat_of:
        yield _("Repeats check %(code)s.") % {"code": screening.repeat_of.code}
    if screening.suspected:
        yield _("Set aside: it looks sent by a program.")
    if screening.phone:
        yield _("Call back: %(phone)s") % {"phone": screening.phone}


def _answers(screening: Screening) -> tuple[AnswerGroup, ...]:
    """Every answer in the runner's words. Of a check that ended at a red flag, what was asked."""
    groups = []
    for section in sections_of(Walk(load_questions(), screening.answers)):
        asked = [row for row in section.rows if not screening.was_stopped or row.key in screening.answers]
        if asked:
            groups.append(AnswerGroup(section.title, tuple((row.label, row.answer) for row in asked)))
    return tuple(groups)


def _legs(found: Assessment) -> Iterator[LegRecord]:
    names = {"left": _("Left leg"), "right": _("Right leg")}
    for leg, finding in legs_of(found).items():
        yield _leg(names[leg], finding)


def _leg(name: str, finding: LegFinding) -> LegRecord:
    state = {
        LegState.RETEST: _("Not clear yet"),
        LegState.CLEAR: _("Clear pattern"),
        LegState.POSSIBLE: _("Possible pattern"),
        LegState.NONE: _("No pattern seen"),
    }[finding.state]
    return LegRecord(name, state, finding.score, finding.reason.rule, _(finding.reason.sentence))


def _rules(found: Assessment, basis: Behind, plan: Plan | None) -> Iterator[FiredRule]:
    """What fired beside the flags and the legs, which stand in places of their own: class, plan, runs.

    Where a clinician's rating decided the plan, what was found by it.
    """
    told = {flag.reason for flag in found.triage.raised} | {leg.reason for leg in legs_of(found).values()}
    reasons = [reason for reason in (basis.assessment.reasons if basis.assessment else ()) if reason not in told]
    if plan:
        reasons += [reason for reason in plan.reasons if reason not in told]
        reasons += plan.run.reasons if plan.run else ()
    for reason in dict.fromkeys(reasons):
        yield FiredRule(reason.rule, _(reason.sentence), reason.source)


def _plan(plan: Plan, version: int) -> Iterator[str]:
    """The plan given: its rule and version, its stages, what it leaves out, and how running begins."""
    yield _("%(rule)s, version %(version)s, issued %(day)s") % {
        "rule": plan.rule,
        "version": version,
        "day": date_format(plan.issued_on, "M j, Y"),
    }
    if plan.stages:
        stages = ", ".join(str(stage.number) for stage in plan.stages)
        yield _("Stages: %(stages)s") % {"stages": stages}
    else:
        yield _("No stages were given.")
    if plan.leave_out:
        yield _("Left out: %(keys)s") % {"keys": ", ".join(plan.leave_out)}
    yield from _runs(plan)


def _runs(plan: Plan) -> Iterator[str]:
    if plan.run is None:
        return
    if START in plan.needs_staff:
        yield _("Runs: no day known before staff open the start.")
    else:
        day = date_format(week_begins(plan, 1), "M j, Y")
        yield _("First run: %(day)s at the earliest") % {"day": day}
    if plan.run.start:
        yield _("Run and walk from step %(step)s") % {"step": plan.run.start}
    if plan.run.weeks:
        first, last = plan.run.weeks[0], plan.run.weeks[-1]
        ends = {"weeks": len(plan.run.weeks), "first": tenths(first.total), "last": tenths(last.total)}
        yield _("%(weeks)s run weeks, from %(first)s to %(last)s %(unit)s") % (ends | {"unit": plan.unit})


def _held(plan: Plan) -> Iterator[str]:
    if START in plan.needs_staff:
        yield _("Held: staff open the start.")
    if STAFF_STAGE in plan.needs_staff:
        yield _("Held: staff open Stage 3.")
