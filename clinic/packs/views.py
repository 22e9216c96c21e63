"""Staff print packs: many runners, many sheets, one file; or one runner's sheets as a page.

Everything is read before the first byte is sent, and nobody is marked as opened before their sheets are there.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from audit import trail
from audit.models import Kind as Trace
from clinic.accounts.gate import staff_page
from clinic.packs.arranging import Arranged, arranged, only_arranges
from clinic.packs.batch import Batch, Without, batch_of, digest_of, said_of
from clinic.packs.forms import MOST_LETTERS, USUAL, PackForm
from clinic.packs.handing_out import hand_out, press_for, take_one
from clinic.packs.ready_lists import NAMES, ReadyList, ready_list
from clinic.packs.size import load_of, parts_for
from clinic.roles import May
from programs.pdf.pack import Press, pack, packing
from programs.printing.options import value_of
from programs.sheets.order import Layout, Order
from programs.sheets.paper import Paper
from programs.views import today
from screening.limits import MOST_IN_A_PACK
from screening.models import Screening

PROGRESS = "application/x-pack-progress"


@staff_page(May.PRINT)
@require_http_methods(["GET", "HEAD", "POST"])
def pack_page(request: HttpRequest) -> HttpResponseBase:
    """The form; sent, the file itself, or first the names of those who go without something."""
    if request.method != "POST":
        ready = ready_list(request.GET.get("list", ""), today())
        return _page(request, _at_first(request, ready), ready=ready)
    take_one(request, prints=not only_arranges(request))
    done = arranged(request)
    try:
        return _answer(request, PackForm(done.data), done)
    except Screening.DoesNotExist:  # erased meanwhile: now the form itself says so
        return _page(request, PackForm(done.data))


def _answer(request: HttpRequest, form: PackForm, done: Arranged) -> HttpResponseBase:
    """The file, the page of one runner's sheets, or the form with what is to be said first.

    Raises Screening.DoesNotExist where a check was erased meanwhile.
    """
    is_whole = form.is_valid()
    if not is_whole or done.asked or form.by_name:
        return _page(request, form, done=done)
    batch = batch_of(form)
    if problem := _too_little(batch) or _too_much(batch, form):
        form.add_error(*problem)
        return _page(request, form, without=batch.without)
    if batch.without and form.cleaned_data["despite"] != digest_of(batch.without):
        return _page(request, form, without=batch.without)
    if form.cleaned_data["pages"]:
        return redirect(_pages_address(batch.orders[0], form))
    return _file(request, batch, press_for(form.look))


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


def _at_first(request: HttpRequest, ready: ReadyList | None) -> PackForm:
    """The usual choices, and those whom the queue, or a list that is ready, named."""
    codes = ready.codes if ready else request.GET.getlist("check")
    named = "\n".join(codes)[:MOST_LETTERS].replace(",", "\n")
    usual = {"kinds": [str(kind) for kind in USUAL], "layout": Layout.FIT, "paper": Paper.LETTER}
    form = PackForm(initial={"checks": named, **usual})
    form.read(named)
    return form


def _page(
    request: HttpRequest,
    form: PackForm,
    *,
    without: Sequence[Without] = (),
    done: Arranged | None = None,
    ready: ReadyList | None = None,
) -> HttpResponse:
    problems = [
        {"target": f"id_{name}", "message": str(message)}
        for name, messages in form.errors.items()
        for message in messages
    ]
    _note_shown(request, form, ready)
    if done and done.problem:
        problems.insert(0, {"target": "id_list", "message": done.problem})
    context = {
        "room": "packs",
        "form": form,
        "problems": problems,
        "without": without,
        "despite": digest_of(without) if without and not problems else "",
        "most": MOST_IN_A_PACK,
        "done": done,
        "look_over": form.is_bound and form.by_name and not form.errors,
        "ready": ready,
        "lists": [(value, gettext(name)) for value, name in NAMES.items()],
    }
    return render(request, "clinic/packs/pack.html", context)


def _note_shown(request: HttpRequest, form: PackForm, ready: ReadyList | None) -> None:
    """On the trail, whom the page names: each runner that an address asked for, else how many were looked up."""
    names = sum(line.is_name for line in form.lines)
    codes = [line.screening.code for line in form.lines if line.screening and not line.is_name]
    if names or (codes and (form.is_bound or ready)):
        what = "names for a pack" if names else "codes for a pack"
        trail.note(Trace.LISTED, by=request.user, what=what, count=names + len(codes))
        return
    for code in dict.fromkeys(codes):
        trail.note(Trace.VIEWED, by=request.user, about=code, what="pack")


def _file(request: HttpRequest, batch: Batch, press: Press) -> HttpResponseBase:
    """The file as such, or, for the page's own script, as it grows."""
    name = f"pack-{press.today.isoformat()}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if PROGRESS in request.headers.get("Accept", ""):
        at_once = {"X-Accel-Buffering": "no"}  # a proxy that gathers the lines would hold the bar still
        return StreamingHttpResponse(
            _growing(batch, press, request.user), content_type=PROGRESS, headers=headers | at_once
        )
    data = pack(batch.orders, press)
    hand_out(batch.handed_out, by=request.user)
    return HttpResponse(data, content_type="application/pdf", headers=headers)


def _growing(batch: Batch, press: Press, by: Any) -> Iterator[bytes]:
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
        hand_out(batch.handed_out, by=by)
    except Screening.DoesNotExist:
        return
    yield f"said {said_of(batch, data)}\n".encode()
    yield f"pdf {len(data)}\n".encode()
    yield data
