"""Who may do what at the clinic: three roles and a table."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from screening.wording import gettext_noop


class Role(StrEnum):
    """What a member of staff is at the clinic."""

    FRONT_DESK = "front_desk"
    CLINICIAN = "clinician"
    MANAGER = "manager"


class May(StrEnum):
    """One thing that a role may do. Every staff page names exactly one for reading it and one for each change."""

    SIGN_IN = "sign_in"  # every member of staff: their own sign-in, factors and sessions
    LIST = "list"  # the queue, the waiting list, a runner's record, without deciding anything
    CALL = "call"  # record what a call came to
    PRINT = "print"  # sheets, packs, walk-in sheets from a template
    REVIEW = "review"  # claim, re-rate, accept, change, release, unlock, refer, note
    LIBRARY = "library"  # own exercises and plan templates
    MONTH = "month"  # counts of a month, no names
    EXPORT = "export"  # CSV, JSON, FHIR
    LETTERHEAD = "letterhead"  # the clinic's name, address, phone, hours and logo, on every page and sheet
    PEOPLE = "people"  # members of staff and their roles
    TRAIL = "trail"  # who looked at what


ROLE_NAMES: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.FRONT_DESK: gettext_noop("Front desk"),
        Role.CLINICIAN: gettext_noop("Clinician"),
        Role.MANAGER: gettext_noop("Manager"),
    }
)

_FRONT_DESK = frozenset({May.SIGN_IN, May.LIST, May.CALL, May.PRINT})
_CLINICIAN = _FRONT_DESK | {May.REVIEW, May.LIBRARY, May.MONTH}
_MANAGER = _FRONT_DESK | {May.LIBRARY, May.MONTH, May.EXPORT, May.LETTERHEAD, May.PEOPLE, May.TRAIL}
CAN: Final[Mapping[Role, frozenset[May]]] = MappingProxyType(
    {Role.FRONT_DESK: _FRONT_DESK, Role.CLINICIAN: _CLINICIAN, Role.MANAGER: _MANAGER}
)


def may(role: str, what: May) -> bool:
    """Whether a role may do this; a role that is none may do nothing."""
    return role in set(Role) and what in CAN[Role(role)]
