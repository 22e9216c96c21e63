"""What every page knows: the clinic, and whether this is a demo."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from itbcare.environment import phone_digits
from programs.clinic_details import clinic_details, known_details


def site(request: HttpRequest) -> dict[str, object]:
    """The clinic's details as templates use them; looked up once for a page, and only where it uses them.

    `known_clinic` is for pages of trouble: as this worker last knew it, without asking the database.
    """
    return {
        "site_name": "itbcare",
        "demo": settings.DEMO,
        "clinic": SimpleLazyObject(lambda: shown(clinic_details())),
        "known_clinic": SimpleLazyObject(lambda: shown(known_details())),
    }


def shown(clinic: Mapping[str, str]) -> dict[str, object]:
    """The details with the address in lines and the number to call as a link."""
    digits = phone_digits(clinic["phone"])
    return {
        **clinic,
        "address_lines": [line.strip() for line in clinic["address"].split("|")],
        "phone_href": f"tel:+1{digits}" if len(digits) == 10 else f"tel:+{digits}",
    }
