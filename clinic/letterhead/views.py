"""The clinic's letterhead: seen on a true sheet before it is saved, and each version kept."""

from base64 import b64encode
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audit import trail
from audit.models import Kind as Trace
from clinic.accounts.gate import staff_page
from clinic.letterhead.forms import LetterheadForm, initial_of
from clinic.roles import May
from programs.clinic_details import details_of, letterhead_of, standing_letterhead, standing_version
from programs.deciding import name_of
from programs.letterhead import kept_logo
from programs.models import LetterheadVersion
from programs.pdf.pack import Press, pack
from programs.printing.preview import first_page
from programs.printing.subjects import example_link
from programs.sheets.order import Item, Kind, Look, Order, Subject, Who
from programs.views import today

SHOWN = 10
PREVIEW_WIDTH = 840
MOST_BODY = 2_600_000
"""Bytes of a form with its picture: what the server takes into memory; it drops the picture of a larger one."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The first page of a sheet as it would print."""

    name: str
    address: str
    width: int
    height: int


@staff_page(May.LETTERHEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def letterhead(request: HttpRequest) -> HttpResponse:
    """Change the details, look at them on a sheet, save. What was seen is what is saved."""
    if request.method != "POST":
        return _page(request, LetterheadForm(initial=initial_of(_version_asked_for(request))))
    form = LetterheadForm(request.POST, request.FILES)
    if _is_too_big(request):
        form.add_error("new_logo", _("The picture is larger than 2 MB. Save a smaller one."))
    if not form.is_valid():
        return _page(request, form)
    if request.POST.get("go") == "save" and request.POST.get("seen") == form.digest:
        _save(request, form.version)
        return redirect(f"{reverse('clinic:letterhead')}?done=saved")
    return _page(request, form, _samples(form.version))


def _version_asked_for(request: HttpRequest) -> LetterheadVersion:
    """An earlier version to take up again, else the one that stands."""
    asked = request.GET.get("from", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 10:
        found = LetterheadVersion.objects.filter(pk=int(asked)).first()
        if found:
            return found
    return standing_version() or _from_settings()


def _from_settings() -> LetterheadVersion:
    logo = standing_letterhead().logo
    return LetterheadVersion(**details_of(None), logo=kept_logo(logo) if logo else None)


def _is_too_big(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) > min(MOST_BODY, settings.FILE_UPLOAD_MAX_MEMORY_SIZE)


def _save(request: HttpRequest, version: LetterheadVersion) -> None:
    """A row more, and its trace; the rows before it stay."""
    user = request.user
    version.set_by, version.set_by_name = user, name_of(user)  # type: ignore[assignment, arg-type]
    with transaction.atomic():
        version.save(force_insert=True)
        trail.note(Trace.CHANGED, by=user, what="letterhead")


def _page(request: HttpRequest, form: LetterheadForm, samples: tuple[Sample, ...] = ()) -> HttpResponse:
    problems = [
        {"target": f"id_{name}", "message": message} for name, messages in form.errors.items() for message in messages
    ]
    context = {
        "room": "letterhead",
        "form": form,
        "details": [form[name] for name in ("name", "address", "phone", "email", "web", "hours")],
        "problems": problems,
        "samples": samples,
        "seen": form.digest if samples else "",
        "changed_since": bool(samples) and request.POST.get("go") == "save",
        "saved": request.GET.get("done") == "saved",
        "versions": LetterheadVersion.objects.defer("logo")[:SHOWN],
    }
    return render(request, "clinic/letterhead/letterhead.html", context, status=422 if problems else 200)


def _samples(version: LetterheadVersion) -> tuple[Sample, ...]:
    """A cover as any runner gets it, and one in large print, whose head is the tightest."""
    return (_sample(version, _("A sheet"), Look()), _sample(version, _("In large print"), Look(large=True)))


def _sample(version: LetterheadVersion, name: str, look: Look) -> Sample:
    subject = Subject(Who(_("Name of the runner"), "ITB-XXXX-XX"), link=example_link())
    order = Order(subject, (Item(Kind.COVER),))
    drawn = first_page(pack([order], Press(look, letterhead_of(version), today(), _)), PREVIEW_WIDTH)
    address = f"data:image/png;base64,{b64encode(drawn.png).decode()}"
    return Sample(name, address, drawn.width, drawn.height)
