"""The library's pages for everybody on staff: the list, one exercise, its photos, and the star."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from clinic.accounts.gate import staff_page
from clinic.roles import May
from clinic.shelf.browse import GEAR, ON_PAGE, find, read_wanted
from clinic.shelf.library import clinic_library, favorites_of, own_key, own_number
from clinic.shelf.models import ExerciseVersion, OwnExercise
from clinic.shelf.own import exercise_from_dict, long_sentences, own_from_dict
from clinic.shelf.saving import star, templates_with
from clinic.shelf.showing import KIND_WORDS, POSITION_WORDS, card_of, doses_of, shown, stages_of, uses_of, words_of
from programs.library_content import Exercise
from programs.photo_views import jpeg

PHOTO_SECONDS = 3600
MOST_VERSIONS = 50


@staff_page(May.LIST)
@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """All exercises, or those that were asked for."""
    wanted, library, starred = read_wanted(request.GET), clinic_library(), favorites_of(request.user)
    found = find(library, wanted, starred)
    page = Paginator(found, ON_PAGE).get_page(request.GET.get("page"))
    context = {
        "room": "exercises",
        "wanted": wanted,
        "page": page,
        "cards": [card_of(exercise, starred) for exercise in page],
        "stages": library.stages.values(),
        "kinds": KIND_WORDS.items(),
        "positions": POSITION_WORDS.items(),
        "gear": GEAR.items(),
        "archived": OwnExercise.objects.filter(is_archived=True).count(),
    }
    return render(request, "clinic/shelf/exercises.html", context)


@staff_page(May.LIST)
@require_safe
def archived_exercises(request: HttpRequest) -> HttpResponse:
    """The clinic's own exercises that are offered no more."""
    kept = OwnExercise.objects.filter(is_archived=True).order_by("-pk")
    page = Paginator(kept, ON_PAGE).get_page(request.GET.get("page"))
    cards = [card_of(_exercise(version), ()) for version in _standing(page.object_list)]
    return render(request, "clinic/shelf/archived.html", {"room": "exercises", "page": page, "cards": cards})


def _standing(exercises: Any) -> list[ExerciseVersion]:
    wanted = {exercise.pk: exercise.version for exercise in exercises}
    found = ExerciseVersion.objects.filter(exercise__in=wanted).order_by("-exercise_id")
    return [version for version in found if wanted[version.exercise_id] == version.version]


def _exercise(version: ExerciseVersion) -> Exercise:
    return exercise_from_dict(own_key(version.exercise_id), version.content)


@staff_page(May.LIST)
@require_safe
def exercise(request: HttpRequest, key: str) -> HttpResponse:
    """One exercise whole, with where it is used; of the clinic's own, any version."""
    library, number = clinic_library(), own_number(key)
    version = None if number is None else standing_version(number)
    old = _old_version(version, request.GET.get("version", "")) if version else None
    found = _exercise(old or version) if version else library.exercises.get(key)
    if found is None:
        raise Http404
    context = {
        "room": "exercises",
        "key": key,
        "it": found,
        "words": words_of(found),
        "kind": KIND_WORDS[found.kind],
        "position": POSITION_WORDS[found.words.position],
        "stages": stages_of(found),
        "pictures": list(map(shown, found.words.pictures)),
        "doses": doses_of(found),
        "uses": list(uses_of(key, library)),
        "templates": templates_with(key),
        "starred": key in favorites_of(request.user),
        "version": version,
        "old": old,
        "versions": version.exercise.versions.all()[:MOST_VERSIONS] if version else (),
        "long": long_sentences(own_from_dict(version.content)) if version else (),
    }
    return render(request, "clinic/shelf/exercise.html", context)


def standing_version(number: int) -> ExerciseVersion:
    """The newest version of an own exercise, archived or not. Raises Http404."""
    own = get_object_or_404(OwnExercise, pk=number)
    return ExerciseVersion.objects.select_related("exercise").get(exercise=own, version=own.version)


def _old_version(version: ExerciseVersion, asked: str) -> ExerciseVersion | None:
    """The older version that is asked for; None where none is. Raises Http404 for one that never was."""
    if not asked or asked == str(version.version):
        return None
    if not asked.isdecimal() or len(asked) > 6:
        raise Http404
    return get_object_or_404(ExerciseVersion, exercise=version.exercise, version=int(asked))


@staff_page(May.LIST)
@require_POST
def exercise_star(request: HttpRequest, key: str) -> HttpResponse:
    """Star an exercise, or take the star back; then the list as it was, or the exercise."""
    if key not in clinic_library().exercises:
        raise Http404
    star(key, on=request.POST.get("on") == "1", by=request.user)
    if (back := request.POST.get("back")) is None:
        return redirect("clinic:exercise", key)
    asked = QueryDict(back[:500])
    page = asked.get("page", "")
    place = read_wanted(asked).address()
    turned = f"&page={page}" if page.isdecimal() and len(page) < 5 else ""
    return redirect(f"{reverse('clinic:exercises')}{place}{turned}#{key}")


@staff_page(May.LIST)
@require_safe
def photo(request: HttpRequest, slug: str) -> HttpResponse:
    """A photo of the clinic's, for staff."""
    answer = jpeg(slug)
    answer.headers["Cache-Control"] = f"private, max-age={PHOTO_SECONDS}"
    return answer
