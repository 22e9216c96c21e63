"""Making and changing the clinic's own exercises."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from clinic.accounts.gate import staff_page
from clinic.roles import May
from clinic.shelf.exercise_views import standing_version
from clinic.shelf.library import own_key, own_number
from clinic.shelf.models import ExerciseVersion
from clinic.shelf.own import LABELS, Slot, own_from_dict
from clinic.shelf.own_forms import OwnForm, initial_of
from clinic.shelf.saving import InUse, Stale, archive_exercise, save_exercise
from clinic.shelf.showing import shown
from clinic.shelf.template_views import number_of
from clinic.shelf.uploads import take_photos, takes_photos
from programs.pdf.photos import is_photo
from programs.plan import Picture
from programs.result import ShownPicture

FORM_METHODS = ("GET", "HEAD", "POST")
FIRST = {"version": 0, "sided": True, "position": "standing", "kind": "strength", "dose_start": "2 x 10"}


@dataclass(frozen=True, slots=True)
class PhotoFields:
    """The fields of one photo, and the photo where there is one."""

    slot: str
    label: str
    shown: ShownPicture | None
    fields: dict[str, object]


@staff_page(May.LIBRARY)
@takes_photos
@require_http_methods(FORM_METHODS)
def exercise_new(request: HttpRequest) -> HttpResponse:
    """A new exercise."""
    return _form_page(request, None)


@staff_page(May.LIBRARY)
@takes_photos
@require_http_methods(FORM_METHODS)
def exercise_edit(request: HttpRequest, key: str) -> HttpResponse:
    """The next version of one of the clinic's own; the built-in ones are not changed here."""
    return _form_page(request, standing_version(_number(key)))


def _number(key: str) -> int:
    number = own_number(key)
    if number is None:
        raise Http404
    return number


def _form_page(request: HttpRequest, version: ExerciseVersion | None) -> HttpResponse:
    key = own_key(version.exercise_id) if version else ""
    if request.method != "POST":
        initial = initial_of(own_from_dict(version.content), version.version) if version else FIRST
        return _page(request, OwnForm(initial=initial, key=key), version)
    form = OwnForm(request.POST, key=key, taken=take_photos(request))
    if not form.is_valid():
        return _page(request, form, version, status=422)
    try:
        number = version.exercise_id if version else None
        saved = save_exercise(form.exercise(), number=number, version=form.cleaned_data["version"], by=request.user)
    except Stale as stale:
        form.data = {**form.data, "version": str(stale.now.version)}
        return _page(request, form, version, status=409, stale=stale)
    messages.success(request, gettext("Saved. Plans that were made before keep the words they had."))
    return redirect("clinic:exercise", own_key(saved.exercise_id))


def _page(
    request: HttpRequest,
    form: OwnForm,
    version: ExerciseVersion | None,
    *,
    status: int = 200,
    stale: Stale | None = None,
) -> HttpResponse:
    context = {
        "room": "exercises",
        "form": form,
        "version": version,
        "key": form.key,
        "photos": [_photo_fields(form, slot) for slot in LABELS],
        "problems": [
            {"target": form[name].auto_id, "message": message}
            for name, errors in form.errors.items()
            if name in form.fields
            for message in errors
        ],
        "stale": stale,
    }
    return render(request, "clinic/shelf/exercise_form.html", context, status=status)


def _photo_fields(form: OwnForm, slot: Slot) -> PhotoFields:
    slug = str(form[f"kept_{slot}"].value() or "")
    seen = shown(Picture(slug, LABELS[slot], "", "none")) if is_photo(slug) else None
    return PhotoFields(
        slot, LABELS[slot], seen, {name: form[f"{name}_{slot}"] for name in ("kept", "alt", "side", "drop")}
    )


@staff_page(May.LIBRARY)
@require_POST
def exercise_archive(request: HttpRequest, key: str) -> HttpResponse:
    """Offer an exercise no more, or again."""
    number, archived = _number(key), request.POST.get("archived") == "1"
    standing_version(number)
    try:
        archive_exercise(number, version=number_of(request.POST.get("version")), archived=archived, by=request.user)
    except InUse as used:
        names = ", ".join(template.name for template in used.templates)
        messages.error(
            request, gettext("Still in these templates: %(names)s. Take it out there first.") % {"names": names}
        )
    except Stale:
        messages.error(request, gettext("Somebody changed this exercise just now. Please look again."))
    else:
        messages.success(request, gettext("Archived.") if archived else gettext("Taken back."))
    return redirect("clinic:exercise", key)
