"""One page of the walk after another: shown on GET, stored on POST. No step is skipped, nothing typed is lost."""

import logging

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from screening import actions
from screening.body_chart import body_views
from screening.forms import PageForm
from screening.gate import pass_of
from screening.models import Screening
from screening.private_link import remember
from screening.questions import Page, load_questions
from screening.wizard import REACHED_END, Walk

logger = logging.getLogger("itbcare.walk")
# What a page's buttons ask for besides going on. "keep" is nobody's button: the page sends it as answers change.
LEAVING = ("back", "later")


def walk_of(screening: Screening) -> Walk:
    """The walk of a stored self-check."""
    return Walk(load_questions(), screening.answers)


def to_where_it_stands(screening: Screening) -> HttpResponse:
    """Redirect to the page that a self-check is at: the first open one, the care page or the result."""
    if screening.is_locked:
        return redirect("screening:care")
    if not screening.is_draft:
        return redirect("programs:result")
    page = walk_of(screening).first_open()
    return redirect("screening:step", slug=page.slug) if page else redirect("screening:check")


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """One page of the walk."""
    page = load_questions().page(slug)
    if page is None:
        raise Http404
    found = pass_of(request)
    if found is None:
        return lost(request)
    walk = walk_of(found.screening)
    if not found.screening.is_draft:
        return sent_before(request, found.screening)
    if not walk.may_open(page):
        return leave_walk(request, to_where_it_stands(found.screening))
    if request.method != "POST":
        return show_step(request, found.screening, page, PageForm(walk, page))
    response = answer(request, found.screening, page, PageForm(walk, page, request.POST))
    if request.POST.get("go") != "keep":
        remember(request, response, found.token)  # the tab that speaks is the current one
    return response


def answer(request: HttpRequest, screening: Screening, page: Page, form: PageForm) -> HttpResponse:
    """Store what can be stored, and go where the pressed button leads.

    An urgent answer ends the walk even when the rest of its page is blank: nobody fills in a form first.
    """
    go = request.POST.get("go", "")
    go = go if go in (*LEAVING, "keep") else ""
    whole = form.is_valid() and not go
    if not whole and not go and not form.raises_urgent():
        return show_step(request, screening, page, form)
    how: actions.How = "whole" if whole else "quietly" if go == "keep" else "partly"
    try:
        saved = actions.save_page(screening.pk, page.slug, form.answers_of_page, how)
    except actions.AlreadySent:
        screening.refresh_from_db()
        return sent_before(request, screening)
    except Screening.DoesNotExist:
        return lost(request)
    if go == "keep":
        return HttpResponse(status=204)
    if not saved.is_draft:
        logger.info("sent", extra={"event": "sent"})
        return leave_walk(request, redirect("screening:care"))
    return leave_page(request, saved, page) if go in LEAVING else go_on(request, saved, page)


def leave_page(request: HttpRequest, screening: Screening, page: Page) -> HttpResponse:
    """Back to the page before, or to the private link that brings the runner here again."""
    before = walk_of(screening).before(page)
    if request.POST.get("go") == "later":
        return leave_walk(request, redirect("screening:my_link"))
    if before is None:
        return leave_walk(request, redirect("screening:landing"))
    return redirect("screening:step", slug=before.slug)


def go_on(request: HttpRequest, screening: Screening, page: Page) -> HttpResponse:
    """To the next page; for a runner who was at the end before, only to what is still open."""
    walk = walk_of(screening)
    was_at_end = REACHED_END in walk.answers or bool(request.POST.get("change"))
    only_open = was_at_end or screening.repeat_of_id is not None
    following = walk.first_open() if only_open else walk.after(page)
    if following is None:
        return leave_walk(request, to_where_it_stands(screening))
    response = redirect("screening:step", slug=following.slug)
    if request.POST.get("change"):
        response["Location"] += "?" + urlencode({"change": 1})
    return response


def show_step(request: HttpRequest, screening: Screening, page: Page, form: PageForm) -> HttpResponse:
    """Draw the page; htmx gets the fragment alone."""
    walk = form.walk
    changing = bool(request.POST.get("change") or request.GET.get("change"))
    context = {
        "screening": screening,
        "page": page,
        "form": form,
        "groups": form.groups(),
        "lone": len(page.questions) == 1 and not page.lead,
        "sections": walk.progress(page),
        "problems": form.problems(),
        "changing": changing,
        "may_cancel": changing and walk.first_open() is None,
        "fingertips": actions.is_soon_after_unclear(screening.repeat_of),
        "pain_side": walk.answers.get("pain_side", ""),
        "body_views": body_views() if any(q.kind == "body_chart" for q in page.questions) else (),
    }
    template = "screening/_step.html" if is_htmx(request) else "screening/step.html"
    response = render(request, template, context)
    if is_htmx(request) and not form.is_bound:
        response["HX-Push-Url"] = request.get_full_path()
    return response


def leave_walk(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Pages outside the walk are no fragments: htmx is told to load them whole."""
    return HttpResponseClientRedirect(response["Location"]) if is_htmx(request) else response


def is_htmx(request: HttpRequest) -> bool:
    """Whether the fragment alone is wanted."""
    return bool(request.htmx)  # type: ignore[attr-defined]


def sent_before(request: HttpRequest, screening: Screening) -> HttpResponse:
    """A page of the walk was opened or sent after the self-check was sent: say so, and lead on."""
    if is_htmx(request):
        return HttpResponseClientRedirect(request.path)
    where = "screening:care" if screening.is_locked else "programs:result"
    return render(request, "screening/sent.html", {"screening": screening, "where": where}, status=409)


def lost(request: HttpRequest) -> HttpResponse:
    """This device opens no self-check any more. What it sent is kept on a page that can send it again."""
    if request.method != "POST":
        return leave_walk(request, redirect("screening:start"))
    kept = [(name, value) for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "go")]
    return render(request, "screening/lost.html", {"kept": kept}, status=403)
