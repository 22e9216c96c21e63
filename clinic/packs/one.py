"""One runner's sheets in one click: the file itself, or a page that says why there is none and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from audit import trail
from audit.models import Kind as Trace
from clinic.accounts.gate import staff_page
from clinic.packs.forms import USUAL, tidy
from clinic.packs.handing_out import hand_out, held_of, press_for, take_one
from clinic.packs.orders import HELD_BEFORE, LOCKED, NO_PLAN, NOT_PLANNED, ON_HOLD, WAITS, allowed, order_for
from clinic.roles import May
from programs.pdf.pack import pack
from programs.printing.options import FILE_NAMES, read_look, value_of
from programs.printing.subjects import subject_of
from programs.sheets.order import Item, Kind, Order, SheetError, Subject
from screening.models import Screening
from screening.wording import gettext_noop

NOTHING = 409
WHAT_TO_DO = {
    LOCKED: gettext_noop("A clinician can clear the red flag once they have looked. Then a plan can be made."),
    ON_HOLD: gettext_noop("Open the later check first. Once a clinician clears it, this plan can be printed again."),
    HELD_BEFORE: gettext_noop("Open the earlier check first. Once a clinician clears it, this plan can be printed."),
    NO_PLAN: gettext_noop("A clinician can make a plan for this runner on the review page."),
    WAITS: gettext_noop("Once a clinician releases the plan, it can be printed here."),
    NOT_PLANNED: gettext_noop("Print what the plan has."),
}
CAN_NOT_BE_DRAWN = gettext_noop("This sheet can not be drawn with this choice.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is printed: a sentence for staff, and what they can do about it."""

    why: str
    what_to_do: str


@staff_page(May.PRINT)
@require_GET
def print_one(request: HttpRequest, code: str) -> HttpResponse:
    """The usual sheets of one runner, or those that `what` names, as a file to look at and print.

    `what` may come more than once ("stage-2", "run"); `paper`, `layout` and `large` are as on the print page.
    Raises Http404 for a code that names no check that was sent.
    """
    take_one(request)
    screening = sent_check(code)
    subject = subject_of(screening, for_staff=True)
    items, refusal = chosen(subject, held_of(screening), request.GET.getlist("what"))
    if refusal:
        return _nothing(request, screening, subject, refusal)
    try:
        return _file(request, screening, Order(subject, tuple(items)))
    except SheetError:
        return _nothing(request, screening, subject, Refusal(CAN_NOT_BE_DRAWN, ""))


def sent_check(code: str) -> Screening:
    """The check of this code that was sent. Raises Http404 where there is none."""
    sent = Screening.objects.select_related("repeat_of").filter(submitted_at__isnull=False)
    named = tidy(code)
    return get_object_or_404(sent, code=named if named.isprintable() else "")


def chosen(subject: Subject, held: str, what: Sequence[str]) -> tuple[list[Item], Refusal | None]:
    """The sheets asked for, all of them or none; without a wish the usual ones that there are."""
    if not what:
        order, missing = order_for(subject, USUAL, held)
        return list(order.items), None if order.items else _because(missing[0].why)
    there = {value_of(item): item for item in allowed(subject, held)}
    gaps = [name for name in what if name not in there]
    return [there[name] for name in dict.fromkeys(what) if name in there], _gap(subject, held) if gaps else None


def _gap(subject: Subject, held: str) -> Refusal:
    if held:
        return _because(held)
    plan = subject.plan
    if plan is None or not plan.stages:
        return _because(NO_PLAN)
    return _because(WAITS if plan.needs_staff or any(stage.needs_staff for stage in plan.stages) else NOT_PLANNED)


def _because(why: str) -> Refusal:
    return Refusal(why, WHAT_TO_DO.get(why, ""))


def _file(request: HttpRequest, screening: Screening, order: Order) -> HttpResponse:
    """Raises SheetError where it can not be drawn, Http404 where the check was erased meanwhile."""
    data = pack([order], press_for(read_look(request.GET, {})))
    try:
        hand_out([(screening, order.items)], by=request.user)
    except Screening.DoesNotExist:
        raise Http404 from None
    name = f"{FILE_NAMES[order.items[0].kind]}-{screening.code}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(data, content_type="application/pdf", headers=headers)


def _nothing(request: HttpRequest, screening: Screening, subject: Subject, refusal: Refusal) -> HttpResponse:
    """Why there is no file, what to do, and which sheets there are."""
    trail.note(Trace.VIEWED, by=request.user, about=screening.code, what="print")
    items = allowed(subject, held_of(screening))
    context = {
        "room": "packs",
        "screening": screening,
        "why": gettext(refusal.why),
        "what_to_do": gettext(refusal.what_to_do) if refusal.what_to_do else "",
        "is_locked": screening.is_locked,
        "holder": screening.holder,
        "stages": [item for item in items if item.kind == Kind.STAGE],
        "kinds": {str(item.kind) for item in items},
    }
    return render(request, "clinic/packs/nothing.html", context, status=NOTHING)
