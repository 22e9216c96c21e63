"""What every page knows of the runner at hand: the self-check this device holds, if any."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from screening.gate import Pass, pass_of, passes_of, plan_pass_of
from screening.models import Screening


def my_check(request: HttpRequest) -> dict[str, object]:
    """`my_check` and `my_plan`: the device's current self-check and the one whose plan it shows, or a false value.

    Looked up only where a page uses them.
    """
    return {
        "my_check": SimpleLazyObject(lambda: _screening(pass_of(request))),
        "my_plan": SimpleLazyObject(lambda: _screening(plan_pass_of(request))),
        "several_checks": SimpleLazyObject(lambda: len(passes_of(request)) > 1),
    }


def _screening(found: Pass | None) -> Screening | None:
    return found.screening if found else None
