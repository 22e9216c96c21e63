"""Gathers one check from the database for the FHIR export."""

from collections.abc import Iterator

from clinic.exports.fhir_record import PlanRecord, PlanStatus, Record, SquatSeen
from programs.models import Decision, IssuedPlan
from programs.plan import Plan
from programs.ratings import own_case, ratings_in
from screening.models import Screening
from screening.questions import load_questions
from screening.rules.single_leg_squat import rate
from screening.wizard import SEEN

GONE = (Screening.State.ASIDE, Screening.State.REPLACED)


def record_of(screening: Screening) -> Record:
    """A sent check as it stands now."""
    assessment = screening.read_assessment() if screening.assessment else None
    return Record(
        code=screening.code,
        sent=screening.submitted_at or screening.created_at,
        own=screening.source == Screening.Source.OWN,
        stopped=screening.was_stopped,
        name=screening.name or screening.answers.get("name", ""),
        questions=load_questions(),
        answers={key: value for key, value in screening.answers.items() if not key.startswith(SEEN)},
        level=screening.level,
        flags=assessment.triage.raised if assessment else (),
        pattern=screening.pattern,
        squats=(*_own_squats(screening), *_staff_squats(screening)),
        plan=_plan(screening),
    )


def _own_squats(screening: Screening) -> Iterator[SquatSeen]:
    """Both legs as the runner saw them; none where a red flag ended the walk."""
    case, sent = own_case(screening), screening.submitted_at or screening.created_at
    for leg in (case.left, case.right) if case else ():
        if leg:
            yield SquatSeen(leg, rate(leg), sent)


def _staff_squats(screening: Screening) -> Iterator[SquatSeen]:
    """Every rating of the clinic's, in order, those that a later one followed as well."""
    for decision in screening.decisions.filter(kind=Decision.Kind.RERATED).order_by("at", "id"):
        for rating in ratings_in([decision]).values():
            yield SquatSeen(rating.leg, rate(rating.leg), rating.at, rating.by)


def _plan(screening: Screening) -> PlanRecord | None:
    """The newest version; none while a red flag locks the check."""
    issued = IssuedPlan.objects.filter(screening=screening).first()
    if issued is None or screening.is_locked:
        return None
    plan = issued.read()
    return PlanRecord(plan, issued.version, _status(screening, plan), issued.issued_by_name)


def _status(screening: Screening, plan: Plan) -> PlanStatus:
    if screening.state in GONE:
        return "revoked"
    return "on-hold" if "start" in plan.needs_staff or screening.is_on_hold else "active"
