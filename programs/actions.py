"""Everything that writes a plan: finishing a self-check sends it and issues its plan, in one transaction."""

from datetime import date

from django.db import transaction
from django.shortcuts import get_object_or_404

from programs.building import build_plan
from programs.library import load_library
from programs.models import IssuedPlan
from programs.plan import Plan
from programs.plan_storage import plan_to_dict
from programs.rules.assignment import assign
from programs.rules.mileage import run_plan
from screening.actions import submit
from screening.answered_case import case_of
from screening.assessment import Assessment
from screening.case import Case, parse_case
from screening.models import Screening
from screening.questions import load_questions
from screening.wizard import Walk


def finish(screening_id: int, *, today: date) -> Screening:
    """Send a complete draft and issue its plan. A second call, from a double click or a second tab, changes nothing.

    A draft that another tab has opened again stays a draft. Raises Http404 for one that was erased meanwhile.
    """
    with transaction.atomic():
        screening = get_object_or_404(Screening.objects.select_for_update(), pk=screening_id)
        if not screening.is_draft or Walk(load_questions(), screening.answers).first_open():
            return screening
        assessment = submit(screening)
        plan = plan_for(parse_case(case_of(screening.answers)), assessment, today=today)
        IssuedPlan.objects.create(
            screening=screening,
            rule=plan.rule,
            rule_set=plan.rule_set,
            content_version=plan.content_version,
            snapshot=plan_to_dict(plan),
        )
        if plan.needs_staff:
            screening.held = True
            screening.save(update_fields=["held"])
        return screening


def plan_for(case: Case, assessment: Assessment, *, today: date) -> Plan:
    """The plan of one case: rule, stages, run weeks and exercises, issued today."""
    assignment = assign(case, assessment)
    run = run_plan(case) if assignment.has_run else None
    return build_plan(case, assessment, assignment, run, load_library(), today=today)
