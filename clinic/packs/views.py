"""Staff print packs: many runners, many sheets, one file; or one runner's sheets as a page.

Everything is read before the first byte is sent, and nobody is marked as opened before their sheets are there.
"""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from clinic.accounts.gate import staff_page
from clinic.packs.batch import Batch, Without, batch_of, digest_of, held_of, mark, said_of
from clinic.packs.forms import MOST_LETTERS, USUAL, PackForm, tidy
from clinic.packs.orders import allowed
from clinic.packs.size import load_of, parts_for
from clinic.roles import May
from programs.letterhead import clinic_letterhead
from programs.pdf.pack import Press, pack, packing
from programs.printing.options import read_look, value_of
from programs.printing.sheet_page import render_sheet
from programs.printing.subjects import subject_of
from programs.sheets.order import Layout, Order, SheetError
from programs.sheets.paper import Paper
from programs.views import today
from screening import throttle
from screening.limits import MOST_IN_A_PACK
from screening.models import Screening

PROGRESS = "application/x-pack-progress"
PACK = throttle.Limit("pack", burst=40, every=15)
"""For one member of staff: a busy front desk never meets it, a script that asks for packs in a row does."""


@staff_page(May.PRINT)
@require_http_methods(["GET", "HEAD", "POST"])
def pack_page(request: HttpRequest) -> HttpResponseBase:
    """The form; sent, the file itself, or first the names of those who go without something."""
    if request.method != "POST":
        return _page(request, PackForm(initial=_at_first(request)))
    throttle.take(PACK, _sender(request))
    try:
        return _answer(request, PackForm(request.POST))
    except Screening.DoesNotExist:  # erased meanwhile: now the form itself says so
        return _page(request, PackForm(request.POST))


@staff_page(May.PRINT)
@require_GET
def staff_sheet(request: HttpRequest) -> HttpResponse:
    """Sheets of one runner, of any kind that staff may print, as a page which a screen reader can read."""
    throttle.take(PACK, _sender(request))
    sent = Screening.objects.select_related("repeat_of").filter(submitted_at__isnull=False)
    code = tidy(request.GET.get("check", ""))
    screening = get_object_or_404(sent, code=code if code.isprintable() else "")
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
    look, letterhead = read_look(request.GET, {}), clinic_letterhead(settings.CLINIC)
    response = render_sheet(request, subject, items, look, letterhead, today())
    mark([screening])
    return response


def _sender(request: HttpRequest) -> str:
    """The member of staff, whichever device they sit at."""
    return throttle.keyed_hash(f"staff|{request.user.pk}")


def _answer(request: HttpRequest, form: PackForm) -> HttpResponseBase:
    """The file, the page of one runner's sheets, or the form with what is to be said first.

    Raises Screening.DoesNotExist where a check was erased meanwhile.
    """
    if not form.is_valid():
        return _page(request, form)
    batch = batch_of(form)
    if problem := _too_little(batch) or _too_much(batch, form):
        form.add_error(*problem)
        return _page(request, form, batch.without)
    if batch.without and form.cleaned_data["despite"] != digest_of(batch.without):
        return _page(request, form, batch.without)
    if form.cleaned_data["pages"]:
        return redirect(_pages_address(batch.orders[0], form))
    return _file(request, batch, Press(form.look, clinic_letterhead(settings.CLINIC), today(), gettext))


def _too_little(batch: Batch) -> tuple[str, str] | None:
    return None if batch.handed_out else ("kinds", gettext("None of these runners has any of these sheets."))


def _too_much(batch: Batch, form: PackForm) -> tuple[str, str] | None:
    """What to say, and beside which field, where this is more than one file, or one page, should hold."""
    if form.cleaned_data["pages"]:
        return ("checks", gettext("Only one runner's sheets open as a page.")) if len(batch.orders) > 1 else None
    parts = parts_for(load_of(batch.orders, large=form.look.large))
    words = gettext("This is too much for one file. Print it in %(parts)s parts.") % {"parts": parts}
    return ("checks", words) if parts > 1 else None


def _pages_address(order: Order, form: PackForm) -> str:
    asked = [("check", order.subject.who.code), *(("what", value_of(item)) for item in order.items)]
    return f"{reverse('clinic:staff_sheet')}?{urlencode([*asked, ('large', int(form.look.large))])}"


def _at_first(request: HttpRequest) -> dict[str, object]:
    """The usual choices, and the codes that the clinic's list named."""
    named = "\n".join(request.GET.getlist("check"))[:MOST_LETTERS].replace(",", "\n")
    usual = {"kinds": [str(kind) for kind in USUAL], "layout": Layout.FIT, "paper": Paper.LETTER}
    return {"checks": named, **usual}


def _page(request: HttpRequest, form: PackForm, without: Sequence[Without] = ()) -> HttpResponse:
    problems = [
        {"target": f"id_{name}", "message": message} for name, messages in form.errors.items() for message in messages
    ]
    context = {
        "form": form,
        "problems": problems,
        "without": without,
        "despite": digest_of(without) if without and not problems else "",
        "most": MOST_IN_A_PACK,
    }
    return render(request, "clinic/packs/pack.html", context)


def _file(request: HttpRequest, batch: Batch, press: Press) -> HttpResponseBase:
    """The file as such, or, for the page's own script, as it grows."""
    name = f"pack-{press.today.isoformat()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if PROGRESS in request.headers.get("Accept", ""):
        at_once = {"X-Accel-Buffering": "no"}  # a proxy that gathers the lines would hold the bar still
        return StreamingHttpResponse(_growing(batch, press), content_type=PROGRESS, headers=headers | at_once)
    data = pack(batch.orders, press)
    mark(batch.handed_out)
    return HttpResponse(data, content_type="application/pdf", headers=headers)


def _growing(batch: Batch, press: Press) -> Iterator[bytes]:
    """Lines "done total", one for each sheet; then "said" and what is in it; then "pdf length", and that many bytes.

    Less than that is no pack.
    """
    total = sum(len(order.items) for order in batch.orders)
    yield f"0 {total}\n".encode()
    making = packing(batch.orders, press)
    while True:
        try:
            yield f"{next(making)} {total}\n".encode()
        except StopIteration as done:
            data: bytes = done.value
            break
    try:
        mark(batch.handed_out)
    except Screening.DoesNotExist:
        return
    yield f"said {said_of(batch, data)}\n".encode()
    yield f"pdf {len(data)}\n".encode()
    yield data
