"""Around the walk: the front page, start, check your answers, and the care page that ends it early."""

import logging

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from screening import actions, throttle
from screening.care import CallMeForm, care_of
from screening.contact import leave_contact
from screening.gate import Pass, pass_of, passes_of, require_own_pass, require_pass
from screening.models import Screening
from screening.private_link import hash_of, remember
from screening.start import StartForm, new_stamp
from screening.step_views import sent_before, to_where_it_stands, walk_of
from screening.summary import sections_of

logger = logging.getLogger("itbcare.walk")


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """The front page."""
    return render(request, "screening/landing.html")


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Agree, and begin. Nothing is stored before."""
    form = StartForm(request.POST) if request.method == "POST" else StartForm()
    if request.method == "POST" and form.is_valid():
        throttle.take(throttle.START, throttle.sender_of(request))
        key = hash_of(form.cleaned_data["stamp"])
        screening, token = actions.start(key=key)
        response = to_where_it_stands(screening)
        remember(request, response, token)
        logger.info("started", extra={"event": "started"})
        return response
    sent = [found for found in passes_of(request) if not found.screening.is_draft]
    own = (found.screening for found in sent if not found.is_on_paper)
    context = {
        "form": form,
        "stamp": new_stamp(),
        "agreements": [form["understood"], form["consent"]],
        "problems": problems_of(form),
        "earlier": next(own, None),
        "by_sheet": bool(sent) and all(found.is_on_paper for found in sent),
    }
    return render(request, "screening/start.html", context)


def problems_of(form: Form) -> list[dict[str, str]]:
    """What the error summary lists, each with the field to jump to."""
    return [
        {"target": form[name].auto_id if name in form.fields else "main", "message": str(errors[0])}
        for name, errors in form.errors.items()
    ]


@require_safe
def resume(request: HttpRequest) -> HttpResponse:
    """To where this device's self-check stands: the first open page, the care page or the result."""
    found = pass_of(request)
    if found is None:
        return redirect("screening:landing")
    return to_where_it_stands(found.screening)


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Check your answers, with a Change link each."""
    screening = require_pass(request).screening
    if not screening.is_draft:
        return sent_before(request, screening)
    walk = walk_of(screening)
    if walk.first_open():
        return to_where_it_stands(screening)
    context = {"sections": sections_of(walk), "screening": screening, "before": walk.asked_pages()[-1]}
    return render(request, "screening/check.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def care(request: HttpRequest) -> HttpResponse:
    """What to do now, when a red flag ended the walk; the runner may leave a name and a number to be called."""
    found = require_own_pass(request) if request.method == "POST" else require_pass(request)
    screening = found.screening
    if not screening.is_locked:
        return to_where_it_stands(screening)
    initial = {"name": screening.name, "phone": screening.phone}
    form = CallMeForm(request.POST) if request.method == "POST" else CallMeForm(initial=initial)
    if request.method == "POST" and form.is_valid():
        throttle.take(throttle.SUBMIT, throttle.sender_of(request))
        leave_contact(screening, **form.cleaned_data)
        response = redirect("screening:care")
        remember(request, response, found.token)
        return response
    context = {
        "screening": screening,
        "care": care_of(screening.read_assessment().triage),
        "form": form,
        "by_sheet": found.is_on_paper,
    }
    return render(request, "screening/care.html", context | {"problems": problems_of(form)})


@require_http_methods(["GET", "HEAD", "POST"])
def my_checks(request: HttpRequest) -> HttpResponse:
    """The self-checks this device opens, when there is more than one: which of them now?"""
    chosen = require_pass(request)
    if request.method == "POST":
        response = to_where_it_stands(chosen.screening)
        remember(request, response, chosen.token)
        return response
    passes = passes_of(request)
    if len(passes) < 2:
        return redirect("screening:resume")
    return render(request, "screening/my_checks.html", {"checks": [found.screening for found in passes]})


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """A later check by the same runner: it asks anew what may have changed; the earlier plan stays at hand.

    Who came in by a printed sheet may be anyone: their new check takes no answer over, and holds no plan of another.
    """
    found = require_pass(request)
    screening = found.screening
    if screening.is_draft:
        return to_where_it_stands(screening)
    if held := begun_from(request, screening):
        response = to_where_it_stands(held.screening)
        remember(request, response, held.token)
        return response
    if found.is_on_paper:
        return redirect("screening:start")
    throttle.take(throttle.START, throttle.sender_of(request))
    new, token = actions.start_again(screening)
    response = to_where_it_stands(new)
    remember(request, response, token)
    return response


def begun_from(request: HttpRequest, earlier: Screening) -> Pass | None:
    """The later check that this device has begun from an earlier one; pressing twice begins no second."""
    drafts = (found for found in passes_of(request) if found.screening.is_draft)
    return next((found for found in drafts if found.screening.repeat_of_id == earlier.pk), None)
