"""Staff at the front desk: signed in, and printing packs."""

from django.http import HttpResponseBase
from django.test import Client

from audit.models import AuditEvent, Kind
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.staff import FRONT_DESK, sign_in

PACK = "/staff/pack/"
USUAL = {"kinds": ["stage", "run"], "layout": "fit", "paper": "letter"}


def case(short):
    """The answers of one of the cast."""
    return VIGNETTES[short]["case"]


def signed_in(name: str = "dana") -> Client:
    """The front desk's browser."""
    return sign_in(FRONT_DESK, name)


def sarah_and_ben() -> tuple[Screening, Screening]:
    """Both with exercises and run weeks."""
    return sent(case("V01"), name="Sarah Miller")[0], sent(case("V02"), name="Ben Ortiz")[0]


def stopped() -> Screening:
    """Ana, whose check a red flag ended."""
    screening = sent(case("V01"), name="Ana Diaz")[0]
    Screening.objects.filter(pk=screening.pk).update(level="urgent")
    return screening


def printing(client: Client, *codes: str, **changes: object) -> HttpResponseBase:
    """The answer to "Make the pack" for these codes."""
    return client.post(PACK, USUAL | {"checks": "\n".join(codes)} | changes)


def opened(*screenings: Screening) -> list[bool]:
    """Which of these the clinic has opened."""
    return [Screening.objects.get(pk=one.pk).opened_at is not None for one in screenings]


def printed() -> list[tuple[str, list[str]]]:
    """The codes and the sheets that the trail says were printed, oldest first."""
    rows = AuditEvent.objects.filter(kind=Kind.PRINTED).order_by("number")
    return [(row.about, row.detail["what"]) for row in rows]
