"""The runner's plan: finishing the self-check, the result page, the run weeks, and the runner's own data."""

import csv
import logging
from datetime import date

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from programs import actions
from programs.library import load_library
from programs.models import IssuedPlan
from programs.notes import awaits_visit
from programs.own_data import all_data
from programs.result import Result, result_of
from programs.spreadsheet import run_week_rows
from screening import throttle
from screening.gate import plan_pass_of, require_own_pass, require_pass
from screening.models import Screening
from screening.private_link import remember
from screening.step_views import to_where_it_stands

logger = logging.getLogger("itbcare.plan")


@require_POST
def finish(request: HttpRequest) -> HttpResponse:
    """Send the answers and issue the plan; from any tab, any number of times, it happens once."""
    found = require_pass(request)
    screening = found.screening
    if screening.is_draft:
        with transaction.atomic():
            throttle.take(throttle.SUBMIT, throttle.sender_of(request))
            screening = actions.finish(screening.pk, today=today())
        logger.info("sent", extra={"event": "sent"})
    response = to_where_it_stands(screening)
    remember(request, response, found.token)
    return response


def today() -> date:
    """The day at the clinic."""
    return timezone.localdate()


def plan_at(screening: Screening) -> IssuedPlan:
    """The plan that stands. Raises Http404 while the clinic has yet to make one: after a red flag, for a walk-in."""
    issued = IssuedPlan.objects.filter(screening=screening).first()
    if issued is None:
        raise Http404
    return issued


def without_a_plan(request: HttpRequest, screening: Screening) -> HttpResponse:
    """It is on its way: after a red flag that a clinician cleared, and for a walk-in. Raises Http404 for any other."""
    if not screening.was_stopped and screening.source != Screening.Source.WALK_IN:
        raise Http404
    return render(request, "programs/on_its_way.html", {"screening": screening})


@require_safe
def result(request: HttpRequest) -> HttpResponse:
    """What was seen, what it is called, what to do now, and what comes next."""
    found_pass = plan_pass_of(request)
    if found_pass is None:
        return to_where_it_stands(require_pass(request).screening)
    screening = found_pass.screening
    if screening.is_on_hold:
        return render(request, "programs/on_hold.html", {"screening": screening})
    issued = IssuedPlan.objects.filter(screening=screening).first()
    if issued is None:
        return without_a_plan(request, screening)
    found: Result = result_of(screening, issued.read())
    library = load_library()
    context = {
        "result": found,
        "plan": found.plan,
        "screening": screening,
        "running": library.running,
        "sheet_words": library.sheet,
    }
    return render(request, "programs/result.html", context)


def released(request: HttpRequest) -> Screening:
    """The self-check whose plan may be handed out here. Raises Http404 for any other, and where there is no plan."""
    found = plan_pass_of(request)
    if found is None or found.screening.is_on_hold:
        raise Http404
    if not IssuedPlan.objects.filter(screening=found.screening).exists():
        raise Http404
    return found.screening


@require_safe
def run_weeks(request: HttpRequest) -> HttpResponse:
    """The run weeks for a spreadsheet; every cell is safe to open (T5)."""
    screening = released(request)
    plan = plan_at(screening).read()
    if plan.run is None or not plan.run.weeks or not plan.run_is_released or awaits_visit(screening):
        raise Http404
    name = f"run-weeks-{screening.code}.csv"
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
    response.write("\ufeff")
    rows = run_week_rows(plan, screening.name, screening.code, translate=gettext)
    csv.writer(response, quoting=csv.QUOTE_ALL).writerows(rows)
    return response


@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    """Everything kept about this self-check, as JSON; for the runner alone, not for who holds a printed sheet."""
    screening = require_own_pass(request).screening
    return JsonResponse(
        all_data(screening),
        json_dumps_params={"indent": 2, "ensure_ascii": False},
        headers={"Content-Disposition": f'attachment; filename="{screening.code}.json"'},
    )
