"""One runner's sheets of any kind as a page for staff, which a screen reader can read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from clinic.accounts.gate import staff_page
from clinic.packs.handing_out import hand_out, held_of, press_for, take_one
from clinic.packs.one import sent_check
from clinic.packs.orders import allowed
from clinic.roles import May
from programs.printing.options import read_look, value_of
from programs.printing.sheet_page import render_sheet
from programs.printing.subjects import subject_of
from programs.sheets.order import SheetError
from screening.models import Screening


@staff_page(May.PRINT)
@require_GET
def staff_sheet(request: HttpRequest) -> HttpResponse:
    """Sheets of one runner, of any kind that staff may print, as a page which a screen reader can read."""
    take_one(request)
    screening = sent_check(request.GET.get("check", ""))
    try:
        return _sheets_of(request, screening)
    except (SheetError, Screening.DoesNotExist):
        raise Http404 from None


def _sheets_of(request: HttpRequest, screening: Screening) -> HttpResponse:
    """Raises SheetError for what is not there to print, Screening.DoesNotExist where it was erased meanwhile."""
    subject = subject_of(screening, for_staff=True)
    wanted = set(request.GET.getlist("what"))
    items = [item for item in allowed(subject, held_of(screening)) if value_of(item) in wanted]
    if not items or len(items) < len(wanted):
        raise SheetError("no such sheet for this runner")
    press = press_for(read_look(request.GET, {}))
    response = render_sheet(request, subject, items, press.look, press.letterhead, press.today)
    hand_out([(screening, items)], by=request.user)
    return response
