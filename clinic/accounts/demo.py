"""The demo's sign-in, written here for everyone to read. Outside the demo neither its password nor its code opens."""

import hmac
from typing import Final

from django.conf import settings

from clinic.roles import Role

PASSWORD: Final = "level-hips-quiet-knees"  # noqa: S105
CODE: Final = "246810"
MEMBERS: Final = (
    (Role.FRONT_DESK, "frontdesk", "Dana", "Whitlock"),
    (Role.CLINICIAN, "clinician", "Kim", "Sato"),
    (Role.MANAGER, "manager", "Morgan", "Bell"),
)


def is_demo_code(code: str) -> bool:
    """Whether this is the demo's second step, and this is a demo."""
    return bool(settings.DEMO) and hmac.compare_digest(code.strip().encode(), CODE.encode())


def is_demo_password(password: str) -> bool:
    """Whether this is the password that everyone can read here."""
    return hmac.compare_digest(password.encode(), PASSWORD.encode())
