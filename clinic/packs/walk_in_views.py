"""The walk-in page: a plan and sheets for someone at the desk who did no self-check, in under a minute."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from audit import trail
from audit.models import Kind as Trace
from clinic.accounts.gate import member_of, staff_page
from clinic.packs.handing_out import take_one
from clinic.packs.namesakes import another_than, reason_for, stopped_namesakes, told_apart
from clinic.packs.walk_in import make_walk_in
from clinic.packs.walk_in_form import SCRATCH, WalkInForm
from clinic.packs.walk_in_page import page_of
from clinic.roles import May
from clinic.shelf.library import clinic_library
from clinic.shelf.plans import standing_templates
from programs.plan import Plan
from programs.printing.options import value_of
from programs.sheets.order import Kind
from programs.sheets.paper import Paper
from programs.views import today
from screening.models import Screening
from screening.private_link import hash_of


@staff_page(May.PRINT)
@require_http_methods(["GET", "HEAD", "POST"])
def walk_in(request: HttpRequest) -> HttpResponse:
    """The form; sent, a walk-in is made and leads to the file. Raises PermissionDenied.

    The front desk makes plans from templates; only who may review also puts one together from the library.
    """
    if request.method != "POST":
        usual = {"kinds": [str(Kind.STAGE)], "leg": "both", "paper": Paper.LETTER}
        return _page(request, _form(initial={**usual, "template": request.GET.get("template", "")}))
    take_one(request)
    form = _form(request.POST)
    if form.stops:
        trail.note(Trace.CHANGED, by=request.user, what="walk-in stopped by a warning sign")
    if form["template"].value() == SCRATCH and not _may_compose(request):
        raise PermissionDenied
    if not form.is_valid() or form.plan is None:
        return _page(request, form)
    namesakes = stopped_namesakes(form.cleaned_data["name"], timezone.now())
    if not told_apart(namesakes, request.POST.get("who", "")):
        trail.note(Trace.LISTED, by=request.user, what="namesakes of a walk-in", count=len(namesakes))
        return _page(request, form, namesakes)
    return redirect(_print_address(_make(request, form, form.plan, namesakes), form))


def _form(*args: Any, **kwargs: Any) -> WalkInForm:
    return WalkInForm(*args, templates=list(standing_templates()), library=clinic_library(), today=today(), **kwargs)


def _page(request: HttpRequest, form: WalkInForm, namesakes: Sequence[Screening] = ()) -> HttpResponse:
    asked = {"namesakes": namesakes, "another": another_than(namesakes)}
    return render(request, "clinic/packs/walk_in.html", page_of(form, may_compose=_may_compose(request)) | asked)


def _may_compose(request: HttpRequest) -> bool:
    member = member_of(request)
    return member is not None and member.may(May.REVIEW)


def _make(request: HttpRequest, form: WalkInForm, plan: Plan, namesakes: Sequence[Screening]) -> Screening:
    """The walk-in of this very form: what is sent twice unchanged is made once, a changed form is another plan.

    Whom the desk told apart from it stands in the reason, which no runner reads.
    """
    found = form.cleaned_data
    detail = {"from": found["template"], "safety": found["safety"], "leg": found["leg"]}
    if namesakes:
        detail["another_person"] = "asked"
    if version := form.templates.get(found["template"]):
        detail |= {"template": version.name, "template_version": str(version.version)}
    same = [f"{name}={value}" for name in sorted(form.fields) for value in request.POST.getlist(name)]
    key = hash_of("\n".join(["walk-in", str(request.user.pk), *same]))
    reason = reason_for(namesakes)
    return make_walk_in(name=found["name"], plan=plan, detail=detail, by=request.user, key=key, reason=reason)


def _print_address(screening: Screening, form: WalkInForm) -> str:
    asked = [("what", value_of(item)) for item in form.items]
    return f"{reverse('clinic:print_one', args=[screening.code])}?{urlencode([*asked, *form.look.items()])}"
