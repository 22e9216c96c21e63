"""Setting a check aside that nobody sent in earnest, and taking one back: each with a reason that is kept."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audit import trail
from audit.models import Kind
from clinic.accounts.gate import staff_page
from clinic.queue.forms import AsideForm
from clinic.queue.rows import flags_of
from clinic.review.conflict import conflict
from clinic.review.finding import sent_check
from clinic.roles import May
from programs.deciding import Stale, decide
from programs.models import Decision
from screening.models import Screening

BACK = (Screening.State.ASIDE, Screening.State.REPLACED)


@staff_page(May.REVIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def aside(request: HttpRequest, code: str) -> HttpResponse:
    """Asks why, then moves it: out of the queue, or back into it where it was set aside or replaced.

    Raises Http404 for a check that was decided on: that is no longer a matter of the queue.
    """
    screening = sent_check(code)
    if screening.state not in (Screening.State.WAITING, *BACK):
        raise Http404
    if request.method == "POST":
        return _move(request, screening)
    trail.note(Kind.VIEWED, by=request.user, about=screening.code, what="set aside")
    return _page(request, screening, AsideForm())


def _move(request: HttpRequest, screening: Screening) -> HttpResponse:
    form, back = AsideForm(request.POST), screening.state in BACK
    if not form.is_valid():
        return _page(request, screening, form)
    kind = Decision.Kind.TAKEN_BACK if back else Decision.Kind.SET_ASIDE
    state = Screening.State.WAITING if back else Screening.State.ASIDE
    version, reason = form.cleaned_data["version"], form.cleaned_data["reason"]
    try:
        decide(screening.pk, kind, by=request.user, version=version, reason=reason, state=state, claimed_by=None)
    except Stale as stale:
        return conflict(request, stale, kept={_("Reason"): reason})
    words = _("%(code)s is back in the queue.") if back else _("%(code)s is set aside. You can take it back.")
    messages.success(request, words % {"code": screening.code})
    return redirect("clinic:queue")


def _page(request: HttpRequest, screening: Screening, form: AsideForm) -> HttpResponse:
    context = {
        "room": "queue",
        "check": screening,
        "back": screening.state in BACK,
        "flags": flags_of(screening),
        "form": form,
    }
    return render(request, "clinic/queue/aside.html", context, status=400 if form.errors else 200)
