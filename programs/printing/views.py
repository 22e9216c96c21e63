"""What a runner prints: the options with a true preview of page 1, the file itself, and the same as a page.

Preview and file come from the same call with the same choice: what is shown is what is printed. Only until the first
sheet was printed, the preview has an example in the place of the code that opens the plan.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from programs.clinic_details import standing_letterhead
from programs.pdf.pack import Press, pack
from programs.printing.options import (
    LAYOUT_NAMES,
    PAPER_NAMES,
    REMEMBERED,
    Choice,
    Offer,
    offers_for,
    read_choice,
    read_remembered,
    remembered_text,
)
from programs.printing.preview import first_page, page_count
from programs.printing.sheet_page import render_sheet
from programs.printing.subjects import subject_of
from programs.sheets.order import Order, SheetError, Subject
from programs.views import released, today
from screening import throttle
from screening.gate import pass_of, plan_pass_of
from screening.models import Screening

PREVIEW = throttle.Limit("preview", burst=80, every=1)
PREVIEW_WIDTH = 840
"""Pixels: sharp on a phone, where a page is 360 CSS pixels wide, and on a desk."""
COOKIE_SECONDS = 365 * 24 * 3600


def handed_out(view: Callable[[HttpRequest, Screening], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Call the view with the check whose plan may be handed out here; a stranger and a draft find nothing.

    A runner whose plan a red flag locked or holds, or who has none yet, is led to the page that says so.
    """

    @wraps(view)
    def inner(request: HttpRequest) -> HttpResponse:
        try:
            screening = released(request)
        except Http404:
            current = pass_of(request)
            is_locked = current is not None and current.screening.is_locked
            if is_locked or plan_pass_of(request):
                return redirect("programs:result")
            raise
        return view(request, screening)

    return inner


@require_safe
@handed_out
def print_options(request: HttpRequest, screening: Screening) -> HttpResponse:
    """What to print and how, beside the first page as it would come out; htmx gets the preview alone."""
    throttle.take(PREVIEW, throttle.sender_of(request))
    subject = subject_of(screening, looking=True)
    offers = offers_for(subject)
    choice = _choice(request, offers, _remembered(request))
    context = {"choice": choice, "preview": _shown(subject, choice), "screening": screening}
    if request.htmx:  # type: ignore[attr-defined]
        return _keep(request, render(request, "programs/printing/_preview.html", context), choice)
    context |= {
        "offers": offers,
        "layouts": [(str(layout), gettext(name)) for layout, name in LAYOUT_NAMES.items()],
        "papers": [(str(paper), gettext(name)) for paper, name in PAPER_NAMES.items()],
    }
    return _keep(request, render(request, "programs/printing/options.html", context), choice)


@require_safe
@handed_out
def preview(request: HttpRequest, screening: Screening) -> HttpResponse:
    """The first page of the file as a picture."""
    throttle.take(PREVIEW, throttle.sender_of(request))
    subject = subject_of(screening, looking=True)
    choice = _choice(request, offers_for(subject), {})
    return HttpResponse(first_page(_drawn(subject, choice), PREVIEW_WIDTH).png, content_type="image/png")


@require_safe
@handed_out
def sheet(request: HttpRequest, screening: Screening) -> HttpResponse:
    """The file itself. Without a choice it is what to do now, in the look that this device remembers."""
    subject, choice = _asked_for(request, screening)
    name = f"{choice.offer.file_name}-{subject.who.code}.pdf"
    response = HttpResponse(
        _drawn(subject, choice),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
    return _keep(request, response, choice)


@require_safe
@handed_out
def sheet_page(request: HttpRequest, screening: Screening) -> HttpResponse:
    """The same sheets as a page, which a screen reader can read and a browser can print."""
    subject, choice = _asked_for(request, screening)
    letterhead = standing_letterhead()
    try:
        response = render_sheet(request, subject, choice.offer.items, choice.look, letterhead, today())
    except SheetError:
        raise Http404 from None
    return _keep(request, response, choice)


def _asked_for(request: HttpRequest, screening: Screening) -> tuple[Subject, Choice]:
    """Whose sheet and which; what to do now unless the address says otherwise, in the look that was remembered."""
    throttle.take(throttle.SHEET, throttle.sender_of(request))
    subject = subject_of(screening, looking=request.method == "HEAD")
    look_alone = {name: value for name, value in _remembered(request).items() if name != "what"}
    return subject, _choice(request, offers_for(subject), look_alone)


def _choice(request: HttpRequest, offers: Sequence[Offer], remembered: dict[str, str]) -> Choice:
    """The choice that the address names. Raises Http404 for a sheet that this runner has not."""
    try:
        return read_choice(request.GET, remembered, tuple(offers))
    except SheetError:
        raise Http404 from None


def _drawn(subject: Subject, choice: Choice) -> bytes:
    """The file. Raises Http404 where it can not be drawn."""
    press = Press(choice.look, standing_letterhead(), today(), gettext)
    try:
        return pack([Order(subject, choice.offer.items)], press)
    except SheetError:
        raise Http404 from None


def _shown(subject: Subject, choice: Choice) -> dict[str, object]:
    """What the preview's picture needs: its address, size, and the number of pages, 0 where it can not be drawn."""
    width, height = choice.look.paper.size
    try:
        pages = page_count(_drawn(subject, choice))
    except Http404:
        pages = 0
    return {
        "address": f"{reverse('programs:preview')}?{urlencode(choice.values)}",
        "width": PREVIEW_WIDTH,
        "height": round(PREVIEW_WIDTH * height / width),
        "pages": pages,
        "paper": gettext(PAPER_NAMES[choice.look.paper]),
    }


def _cookie_name() -> str:
    return f"{settings.RUNNER_COOKIE_NAME}-print"


def _remembered(request: HttpRequest) -> dict[str, str]:
    return read_remembered(request.COOKIES.get(_cookie_name(), ""))


def _keep(request: HttpRequest, response: HttpResponse, choice: Choice) -> HttpResponse:
    """Remember a choice that was made, on this device alone; a page that was merely opened changes nothing."""
    if any(name in request.GET for name in REMEMBERED):
        response.set_cookie(
            _cookie_name(),
            remembered_text(choice),
            max_age=COOKIE_SECONDS,
            secure=settings.RUNNER_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
            path="/",
        )
    return response
