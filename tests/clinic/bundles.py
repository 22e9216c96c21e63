"""FHIR bundles of checks, and an independent look at them."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.test import Client

from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.security.people import sent
from tests.staff import MANAGER, sign_in

CASES = sorted(VIGNETTES)


def downloaded(screening: Screening, client: Client | None = None) -> dict[str, Any]:
    """The bundle that a manager saves."""
    response = (client or sign_in(MANAGER)).get(f"/staff/check/{screening.code}/fhir.json")
    assert response.status_code == 200, response.status_code
    assert response["Content-Type"] == "application/fhir+json"
    return response.json()


@cache
def bundle_of_case(short: str) -> dict[str, Any]:
    """The bundle of one worked case, made once for all tests that only look at it."""
    return downloaded(checked(short))


def checked(short: str = "V01", **typed: str) -> Screening:
    """One worked case, sent; one that a red flag stops is sent with what was answered until then."""
    screening = sent(short, **typed).screening
    # A test answers faster than people do, and looks like a program.
    Screening.objects.filter(pk=screening.pk).update(state=Screening.State.WAITING, suspected="")
    screening.refresh_from_db()
    return screening


def of_type(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The resources of one kind."""
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == kind]


def only(bundle: dict[str, Any], kind: str) -> dict[str, Any]:
    """The one resource of a kind."""
    (found,) = of_type(bundle, kind)
    return found


def squats(bundle: dict[str, Any]) -> list[dict[str, Any]]:
    """The observations of legs."""
    return [one for one in of_type(bundle, "Observation") if "bodySite" in one]


def code_in(concept: dict[str, Any]) -> str:
    """The first code of a concept."""
    return concept["coding"][0]["code"]


def values_in(value: Any) -> Iterator[Any]:
    """Every value of a document, containers included."""
    yield value
    for inside in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from values_in(inside)


def all_of(document: Any, key: str) -> list[Any]:
    """What stands under this key, anywhere."""
    return [part[key] for part in values_in(document) if isinstance(part, dict) and key in part]


def leaves(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The questions of a questionnaire or of its answers, out of their groups."""
    for item in items:
        yield from leaves(item["item"]) if "item" in item else [item]
