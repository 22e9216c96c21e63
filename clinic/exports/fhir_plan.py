"""The plan that stands as a FHIR R4 CarePlan: each stage an activity with its exercises and doses. No Django."""

from clinic.exports.fhir_codes import Json, id_of
from clinic.exports.fhir_record import PlanRecord, Record
from programs.plan import Dose, Plan, PrescribedExercise, Stage
from programs.rules.mileage import RunPlan
from programs.run_chart import tenths

WAITS = "Waits until the clinic releases it"


def care_plan(record: Record, kept: PlanRecord, *, patient: Json, author: Json | None, seen: list[Json]) -> Json:
    """The plan. References: `author` is who issued it, None for the rules; `seen` the observations behind it."""
    plan = kept.plan
    return {
        "resourceType": "CarePlan",
        "id": id_of(record.code, "plan"),
        "status": kept.status,
        "intent": "plan",
        "title": f"Plan {plan.rule}, version {kept.version}",
        **({"description": plan.both_legs} if plan.both_legs else {}),
        "subject": patient,
        "period": {"start": plan.issued_on.isoformat()},
        "created": plan.issued_on.isoformat(),
        **({"author": author} if author else {}),
        **({"supportingInfo": seen} if seen else {}),
        "activity": _activities(plan),
        **({"note": notes} if (notes := _notes(plan)) else {}),
    }


def has_activities(plan: Plan) -> bool:
    """Whether there is anything to do in a plan; one that only says to come in has nothing."""
    return bool(plan.stages or plan.run)


def _activities(plan: Plan) -> list[Json]:
    found = [_stage(stage, plan) for stage in plan.stages]
    return [*found, _run(plan.run, plan)] if plan.run else found


def _stage(stage: Stage, plan: Plan) -> Json:
    lines = [stage.aim, *map(_exercise, stage.exercises), *(f"Warm-up: {_exercise(one)}" for one in stage.warm_up)]
    if stage.gate:
        lines.append(f"Before the next stage: {' '.join(stage.gate)}")
    return {
        "detail": {
            "code": {"text": f"Stage {stage.number}: {stage.name}"},
            **_status(held=stage.needs_staff or "start" in plan.needs_staff),
            **({"scheduledString": stage.lasts} if stage.lasts else {}),
            "description": "\n".join(line for line in lines if line),
        }
    }


def _run(run: RunPlan, plan: Plan) -> Json:
    weeks = [
        f"Week {week.week}: {' + '.join(map(tenths, week.runs))} = {tenths(week.total)} {plan.unit}"
        for week in run.weeks
    ]
    first = [f"Begins with run-walk step {run.start}"] if run.start else []
    return {
        "detail": {
            "code": {"text": "Run weeks"},
            **_status(held=bool(plan.needs_staff)),
            "description": "\n".join([*first, *weeks]) or "Run-walk steps",
        }
    }


def _status(*, held: bool) -> Json:
    return {"status": "on-hold", "statusReason": {"text": WAITS}} if held else {"status": "not-started"}


def _exercise(one: PrescribedExercise) -> str:
    leg = "both legs" if one.leg == "both" else f"{one.leg} leg first"
    return "; ".join(part for part in (f"{one.name} ({one.key})", one.side_rule or leg, *_dose(one.dose)) if part)


def _dose(dose: Dose) -> tuple[str, ...]:
    """How much and how often, each part with its name; a part that is not given is left out."""
    named = (("up to", dose.goal), ("hold:", dose.hold), ("tempo:", dose.tempo), ("rest:", dose.rest))
    return (dose.start, *(f"{name} {part}" for name, part in named if part), dose.days)


def _notes(plan: Plan) -> list[Json]:
    """Why it is this plan, and what it leaves out."""
    reasons = [{"text": f"{reason.sentence} ({reason.rule})"} for reason in plan.reasons]
    left_out = [{"text": f"Left out: {', '.join(plan.leave_out)}"}] if plan.leave_out else []
    return [*reasons, *left_out]
