"""A photo of the clinic's, to the runner whose plan shows it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from programs.photos import photos_of
from programs.plan import Plan
from programs.views import plan_at, released


@require_safe
def photo(request: HttpRequest, slug: str) -> HttpResponse:
    """The JPEG, if the plan that stands shows it; every other photo is not found, like one that is none."""
    plan = plan_at(released(request)).read()
    if slug not in photos_in(plan):
        raise Http404
    return jpeg(slug)


def photos_in(plan: Plan) -> set[str]:
    """The slugs of all pictures of a plan, photos and drawings."""
    exercises = (exercise for stage in plan.stages for exercise in (*stage.exercises, *stage.warm_up))
    return {picture.slug for exercise in exercises for picture in exercise.pictures}


def jpeg(slug: str) -> HttpResponse:
    """A photo as the answer: a picture and nothing else, kept by nobody unless the caller says so. Raises Http404."""
    data = photos_of([slug]).get(slug)
    if data is None:
        raise Http404
    return HttpResponse(data, content_type="image/jpeg", headers={"Content-Disposition": "inline"})
