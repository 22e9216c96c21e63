"""The walk: start, one page after another, check your answers, and the care page that ends it early."""

import logging

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from screening import actions, throttle
from screening.body_chart import body_views
from screening.care import CallMeForm, care_of
from screening.forms import PageForm
from screening.gate import pass_of, require_pass
from screening.models import Screening
from screening.private_link import remember
from screening.questions import Page, load_questions
from screening.start import StartForm, new_stamp
from screening.summary import sections_of
from screening.wizard import Walk

logger = logging.getLogger("itbcare.walk")


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """The front page."""
    return render(request, "screening/landing.html")


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Agree, and begin. Nothing is stored before."""
    form = StartForm(request.POST) if request.method == "POST" else StartForm()
    if request.method == "POST" and form.is_valid():
        throttle.take(throttle.START, throttle.sender_of(request))
        screening, token = actions.start()
        response = redirect("screening:step", slug=load_questions().pages[0].slug)
        remember(request, response, token)
        logger.info("started", extra={"event": "started", "code": screening.code})
        return response
    context = {
        "form": form,
        "stamp": new_stamp(),
        "agreements": [form["understood"], form["consent"]],
        "problems": problems_of(form),
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


def to_where_it_stands(screening: Screening) -> HttpResponse:
    """Redirect to the page that a self-check is at."""
    if screening.is_locked:
        return redirect("screening:care")
    if not screening.is_draft:
        return redirect("programs:result")
    page = walk_of(screening).first_open()
    return redirect("screening:step", slug=page.slug) if page else redirect("screening:check")


def walk_of(screening: Screening) -> Walk:
    """The walk of a stored self-check."""
    return Walk(load_questions(), screening.answers)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """One page of the walk: shown on GET, stored on POST. Steps are not skipped."""
    page = load_questions().page(slug)
    if page is None:
        raise Http404
    found = pass_of(request)
    if found is None:
        return redirect("screening:start")
    walk = walk_of(found.screening)
    if not found.screening.is_draft:
        return sent_before(request, found.screening)
    if not walk.may_open(page):
        return leave_walk(request, to_where_it_stands(found.screening))
    if request.method == "POST":
        form = PageForm(walk, page, request.POST)
        if form.is_valid():
            return save(request, found.screening, page, form)
        return show_step(request, walk, page, form)
    return show_step(request, walk, page, PageForm(walk, page))


def save(request: HttpRequest, screening: Screening, page: Page, form: PageForm) -> HttpResponse:
    """Store the page and go on: to the care page, back to the answers, or to the next page."""
    try:
        saved = actions.save_page(screening.pk, page.slug, form.answers_of_page)
    except actions.AlreadySent:
        screening.refresh_from_db()
        return sent_before(request, screening)
    if not saved.is_draft:
        logger.info("ended early", extra={"event": "locked", "code": saved.code})
        return leave_walk(request, redirect("screening:care"))
    walk = walk_of(saved)
    only_open = bool(request.POST.get("change")) or saved.repeat_of_id is not None
    following = walk.first_open() if only_open else walk.after(page)
    if following is None:
        return leave_walk(request, to_where_it_stands(saved))
    response = redirect("screening:step", slug=following.slug)
    if request.POST.get("change"):
        response["Location"] += "?" + urlencode({"change": 1})
    return response


def leave_walk(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Pages outside the walk are no fragments: htmx is told to load them whole."""
    return HttpResponseClientRedirect(response["Location"]) if is_htmx(request) else response


def is_htmx(request: HttpRequest) -> bool:
    """Whether the fragment alone is wanted."""
    return bool(request.htmx)  # type: ignore[attr-defined]


def show_step(request: HttpRequest, walk: Walk, page: Page, form: PageForm) -> HttpResponse:
    """Draw the page; htmx gets the fragment alone."""
    changing = bool(request.POST.get("change") or request.GET.get("change"))
    before = walk.before(page)
    context = {
        "page": page,
        "form": form,
        "groups": form.groups(),
        "lone": len(page.questions) == 1 and not page.lead,
        "sections": walk.progress(page),
        "problems": form.problems(),
        "before": before,
        "changing": changing,
        "pain_side": walk.answers.get("pain_side", ""),
        "body_views": body_views() if any(q.kind == "body_chart" for q in page.questions) else (),
    }
    template = "screening/_step.html" if is_htmx(request) else "screening/step.html"
    response = render(request, template, context)
    if is_htmx(request) and not form.is_bound:
        response["HX-Push-Url"] = request.get_full_path()
    return response


def sent_before(request: HttpRequest, screening: Screening) -> HttpResponse:
    """A page of the walk was opened or sent after the self-check was sent: say so, and lead on."""
    if is_htmx(request):
        return HttpResponseClientRedirect(request.path)
    where = "screening:care" if screening.is_locked else "programs:result"
    return render(request, "screening/sent.html", {"screening": screening, "where": where}, status=409)


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


@require_http_methods(["GET", "POST"])
def care(request: HttpRequest) -> HttpResponse:
    """What to do now, when a red flag ended the walk; the runner may leave a name and a number to be called."""
    screening = require_pass(request).screening
    if not screening.is_locked:
        return to_where_it_stands(screening)
    initial = {"name": screening.name, "phone": screening.phone}
    form = CallMeForm(request.POST) if request.method == "POST" else CallMeForm(initial=initial)
    if request.method == "POST" and form.is_valid():
        throttle.take(throttle.SUBMIT, throttle.sender_of(request))
        actions.leave_contact(screening, **form.cleaned_data)
        return redirect("screening:care")
    context = {"screening": screening, "care": care_of(screening.read_assessment().triage), "form": form}
    return render(request, "screening/care.html", context | {"problems": problems_of(form)})


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """A re-check: a new self-check that does not ask again what has not changed."""
    screening = require_pass(request).screening
    if screening.is_draft:
        return to_where_it_stands(screening)
    throttle.take(throttle.START, throttle.sender_of(request))
    new, token = actions.start(repeat_of=screening)
    response = to_where_it_stands(new)
    remember(request, response, token)
    return response
