"""The one way from a code in an address to the check behind it, for every page of a review."""

from django.http import Http404, HttpRequest

from screening.models import Screening

LONGEST_CODE = 11
LONGEST_VERSION = 9
UNKNOWN_VERSION = -1


def sent_check(code: str) -> Screening:
    """The sent check with this code, in whatever letters it was typed. Raises Http404 for a draft and for none."""
    tidy = code.strip().upper()
    if len(tidy) > LONGEST_CODE or not tidy.isascii() or not tidy.isprintable():
        raise Http404
    sent = Screening.objects.select_related("repeat_of", "claimed_by").filter(submitted_at__isnull=False)
    found = sent.filter(code=tidy).first()
    if found is None:
        raise Http404
    return found


def version_in(request: HttpRequest) -> int:
    """The version of the check that a form was made from; one that no check has where it was left out or made up."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_VERSION else UNKNOWN_VERSION
