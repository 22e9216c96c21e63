"""Where a picture of an exercise lies: a drawing among the static files, a photo behind a gate."""

from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse

from programs.pdf.photos import is_photo

EXERCISES = "exercises/"


def picture_address(slug: str, namespace: str) -> str:
    """The address of a picture by its slug, "glute-bridge-start", "exercises/glute-bridge-start" or "photo-...".

    Each side of the site shows photos through its own gate: `namespace` is that of the page's addresses, "programs"
    or "clinic". A page of any other leads to the runner's.
    """
    name = slug.removeprefix(EXERCISES)
    if not is_photo(name):
        return static(f"figures/{slug if '/' in slug else EXERCISES + slug}.svg")
    try:
        return reverse(f"{namespace}:photo", args=[name])
    except NoReverseMatch:
        return reverse("programs:photo", args=[name])
