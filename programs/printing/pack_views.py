"""Staff print packs: many runners, many sheets, one file. Everything is read before the first byte is sent."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from programs.letterhead import clinic_letterhead
from programs.pdf.pack import Press, pack, packing
from programs.printing.pack_forms import KIND_NAMES, MOST_LETTERS, MOST_RUNNERS, USUAL, PackForm
from programs.printing.pack_orders import LOCKED, ON_HOLD, Missing, order_for
from programs.printing.subjects import subjects_of
from programs.sheets.order import Layout, Order, Who
from programs.sheets.paper import Paper
from programs.views import today
from screening.actions import mark_opened
from screening.models import Screening

PROGRESS = "application/x-pack-progress"


@dataclass(frozen=True, slots=True)
class Without:
    """One runner who goes without some sheets, and why."""

    who: Who
    sheets: str
    why: str


@staff_member_required
@permission_required("screening.view_screening", raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def pack_page(request: HttpRequest) -> HttpResponseBase:
    """The form; sent, the file itself, or first the names of those who go without something."""
    if request.method != "POST":
        return _page(request, PackForm(initial=_at_first(request)))
    form = PackForm(request.POST)
    with transaction.atomic():
        if not form.is_valid():
            return _page(request, form)
        orders, without = _orders(form)
        if not any(order.items for order in orders):
            form.add_error("kinds", gettext("None of these runners has any of these sheets."))
            return _page(request, form, without)
        if without and form.cleaned_data["despite"] != _digest(without):
            return _page(request, form, without)
        for screening in form.screenings:
            mark_opened(screening)
    return _file(request, orders, Press(form.look, clinic_letterhead(settings.CLINIC), today(), gettext))


def _at_first(request: HttpRequest) -> dict[str, object]:
    """The usual choices, and the codes that the clinic's list named."""
    named = "\n".join(request.GET.getlist("check"))[:MOST_LETTERS].replace(",", "\n")
    usual = {"kinds": [str(kind) for kind in USUAL], "layout": Layout.FIT, "paper": Paper.LETTER}
    return {"checks": named, **usual}


def _orders(form: PackForm) -> tuple[list[Order], list[Without]]:
    """What is printed for each runner, in the order typed, and who goes without what."""
    orders: list[Order] = []
    without: list[Without] = []
    for screening, subject in zip(form.screenings, subjects_of(form.screenings, for_staff=True), strict=True):
        order, missing = order_for(subject, form.chosen_kinds, _held(screening))
        orders.append(order)
        without += _without(subject.who, missing)
    return orders, without


def _held(screening: Screening) -> str:
    if screening.is_locked:
        return LOCKED
    return ON_HOLD if screening.is_on_hold else ""


def _without(who: Who, missing: Sequence[Missing]) -> Iterator[Without]:
    """One line for each reason."""
    for why in dict.fromkeys(each.why for each in missing):
        names = ", ".join(gettext(KIND_NAMES[each.kind]) for each in missing if each.why == why)
        yield Without(who, names, gettext(why))


def _digest(without: Sequence[Without]) -> str:
    """Stands for exactly these gaps, so that a yes to them is no yes to others."""
    return hashlib.sha256(repr(without).encode()).hexdigest()


def _page(request: HttpRequest, form: PackForm, without: Sequence[Without] = ()) -> HttpResponse:
    problems = [
        {"target": f"id_{name}", "message": message} for name, messages in form.errors.items() for message in messages
    ]
    context = {
        "form": form,
        "problems": problems,
        "without": without,
        "despite": _digest(without) if without and not problems else "",
        "most": MOST_RUNNERS,
    }
    return render(request, "programs/printing/pack.html", context)


def _file(request: HttpRequest, orders: Sequence[Order], press: Press) -> HttpResponseBase:
    """The file as such, or, for the page's own script, as it grows."""
    name = f"pack-{press.today.isoformat()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if PROGRESS in request.headers.get("Accept", ""):
        at_once = {"X-Accel-Buffering": "no"}  # a proxy that gathers the lines would hold the bar still
        return StreamingHttpResponse(_growing(orders, press), content_type=PROGRESS, headers=headers | at_once)
    return HttpResponse(pack(orders, press), content_type="application/pdf", headers=headers)


def _growing(orders: Sequence[Order], press: Press) -> Iterator[bytes]:
    """Lines "done total", one for each sheet; then "pdf length", and that many bytes."""
    total = sum(len(order.items) for order in orders)
    yield f"0 {total}\n".encode()
    making = packing(orders, press)
    while True:
        try:
            yield f"{next(making)} {total}\n".encode()
        except StopIteration as done:
            yield f"pdf {len(done.value)}\n".encode()
            yield done.value
            return
