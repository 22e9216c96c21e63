"""Plan templates: the list, one template with its versions, the editor."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audit import trail
from audit.models import Kind
from clinic.accounts.gate import staff_page
from clinic.roles import May
from clinic.shelf.drafts import MOST_STAGES, Draft, Problem, pressed, problems_of, read_draft
from clinic.shelf.library import clinic_library, favorites_of
from clinic.shelf.models import PlanTemplate, TemplateVersion
from clinic.shelf.outline import MOST_IN_STAGE, Outline, outline_of
from clinic.shelf.plans import read_outline, standing_templates
from clinic.shelf.saving import Stale, archive_template, restore_template, save_template
from clinic.shelf.template_pages import pick_lists, shown_outline
from programs.models import IssuedPlan
from screening.models import Screening

FORM_METHODS = ("GET", "HEAD", "POST")
ON_PAGE = 30
MOST_VERSIONS = 50


def number_of(typed: str | None) -> int:
    """A version number as it was sent; 0 for what is none."""
    return int(typed) if typed and typed.isdecimal() and len(typed) < 10 else 0


@staff_page(May.PRINT)
@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """The clinic's templates, or the archived ones."""
    archived = request.GET.get("archived") == "1"
    found = standing_templates()
    if archived:
        found = TemplateVersion.objects.filter(version=F("template__version"), template__is_archived=True)
        found = found.select_related("template").order_by("content__stages__0__number", "name", "template_id")
    page = Paginator(found, ON_PAGE).get_page(request.GET.get("page"))
    library = clinic_library()
    rows = [(version, shown_outline(read_outline(version), library)) for version in page]
    context = {"room": "templates", "archived": archived, "page": page, "rows": rows}
    return render(request, "clinic/shelf/templates.html", context)


def standing_template(number: int) -> TemplateVersion:
    """The newest version of a template, archived or not. Raises Http404."""
    template = get_object_or_404(PlanTemplate, pk=number)
    return TemplateVersion.objects.select_related("template").get(template=template, version=template.version)


@staff_page(May.PRINT)
@require_safe
def template(request: HttpRequest, number: int) -> HttpResponse:
    """One template, any version of it."""
    now, asked = standing_template(number), number_of(request.GET.get("version"))
    seen = get_object_or_404(TemplateVersion, template_id=number, version=asked) if asked else now
    outline, library = read_outline(seen), clinic_library()
    context = {
        "room": "templates",
        "now": now,
        "seen": seen,
        "is_old": seen.version != now.version,
        "outline": outline,
        "stages": shown_outline(outline, library),
        "missing": outline.missing_from(library),
        "versions": TemplateVersion.objects.filter(template_id=number)[:MOST_VERSIONS],
    }
    return render(request, "clinic/shelf/template.html", context)


@staff_page(May.LIBRARY)
@require_http_methods(FORM_METHODS)
def template_new(request: HttpRequest) -> HttpResponse:
    """A template from scratch."""
    return _editor(request, None)


@staff_page(May.LIBRARY)
@require_http_methods(FORM_METHODS)
def template_edit(request: HttpRequest, number: int) -> HttpResponse:
    """The next version of a template."""
    return _editor(request, standing_template(number))


@staff_page(May.LIBRARY)
@require_POST
def template_from(request: HttpRequest, code: str) -> HttpResponse:
    """A runner's plan as the start of a template: its exercises and doses, nothing of the runner; not saved yet."""
    screening = get_object_or_404(Screening, code=code, submitted_at__isnull=False)
    issued = IssuedPlan.objects.filter(screening=screening).first()
    if issued is None:
        raise Http404
    trail.note(Kind.VIEWED, by=request.user, about=screening.code, what="plan as a template")
    outline = outline_of(issued.read(), clinic_library())
    return _page(request, Draft(outline=outline), None, [])


def _editor(request: HttpRequest, now: TemplateVersion | None) -> HttpResponse:
    if request.method != "POST":
        return _page(request, _draft_of(now) if now else Draft(), now, [])
    library, draft = clinic_library(), read_draft(request.POST.dict())
    if request.POST.get("do", "save") != "save":
        return _page(request, pressed(draft, request.POST.dict(), library), now, [])
    if problems := problems_of(draft, library):
        return _page(request, draft, now, problems, status=422)
    number = now.template_id if now else None
    try:
        saved = save_template(
            draft.outline, draft.name, draft.description, template_id=number, version=draft.version, by=request.user
        )
    except Stale as stale:
        return _page(request, draft, now, [], status=409, stale=stale)
    messages.success(request, gettext("Saved. Plans that were made before stay as they are."))
    return redirect("clinic:template", saved.template_id)


def _draft_of(version: TemplateVersion) -> Draft:
    return Draft(version.name, version.description, version.version, read_outline(version))


def _page(
    request: HttpRequest,
    draft: Draft,
    now: TemplateVersion | None,
    problems: list[Problem],
    *,
    status: int = 200,
    stale: Stale | None = None,
) -> HttpResponse:
    library, outline = clinic_library(), draft.outline
    theirs = stale.now if stale and isinstance(stale.now, TemplateVersion) else None
    context = {
        "room": "templates",
        "now": now,
        "draft": draft,
        "version": theirs.version if theirs else draft.version,
        "stages": shown_outline(outline, library),
        "picks": pick_lists(outline, library, favorites_of(request.user)),
        "free_stages": _free_stages(outline),
        "most_rows": MOST_IN_STAGE,
        "problems": problems,
        "theirs": theirs,
        "their_stages": shown_outline(read_outline(theirs), library) if theirs else (),
        "address": reverse("clinic:template_edit", args=[now.template_id]) if now else reverse("clinic:template_new"),
    }
    return render(request, "clinic/shelf/template_form.html", context, status=status)


def _free_stages(outline: Outline) -> list[Any]:
    taken = {stage.number for stage in outline.stages}
    stages = [stage for stage in clinic_library().stages.values() if stage.number not in taken]
    return stages if len(taken) < MOST_STAGES else []


@staff_page(May.LIBRARY)
@require_POST
def template_archive(request: HttpRequest, number: int) -> HttpResponse:
    """Offer a template no more, or again."""
    standing_template(number)
    archived = request.POST.get("archived") == "1"
    try:
        archive_template(number, version=number_of(request.POST.get("version")), archived=archived, by=request.user)
    except Stale:
        messages.error(request, gettext("Somebody changed this template just now. Please look again."))
    else:
        messages.success(request, gettext("Archived.") if archived else gettext("Taken back."))
    return redirect("clinic:template", number)


@staff_page(May.LIBRARY)
@require_POST
def template_restore(request: HttpRequest, number: int) -> HttpResponse:
    """An older version as the newest."""
    standing_template(number)
    old = number_of(request.POST.get("old"))
    get_object_or_404(TemplateVersion, template_id=number, version=old)
    try:
        restore_template(number, old, version=number_of(request.POST.get("version")), by=request.user)
    except Stale:
        messages.error(request, gettext("Somebody changed this template just now. Please look again."))
    else:
        messages.success(request, gettext("Restored as the newest version."))
    return redirect("clinic:template", number)
