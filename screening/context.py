"""What every page knows of the runner at hand: the self-check this device holds, if any."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from screening.gate import pass_of
from screening.models import Screening


def my_check(request: HttpRequest) -> dict[str, object]:
    """`my_check`: the device's self-check or a false value; looked up only where a page uses it."""

    def find() -> Screening | None:
        found = pass_of(request)
        return found.screening if found else None

    return {"my_check": SimpleLazyObject(find)}
