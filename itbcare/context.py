"""What every page knows: the clinic, and whether this is a demo."""

from django.conf import settings
from django.http import HttpRequest

from itbcare.environment import phone_digits


def site(request: HttpRequest) -> dict[str, object]:
    """The clinic's details as templates use them."""
    clinic = settings.CLINIC
    digits = phone_digits(clinic["phone"])
    return {
        "site_name": "itbcare",
        "demo": settings.DEMO,
        "clinic": {
            **clinic,
            "address_lines": [line.strip() for line in clinic["address"].split("|")],
            "phone_href": f"tel:+1{digits}" if len(digits) == 10 else f"tel:+{digits}",
        },
    }
