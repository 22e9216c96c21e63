"""What every page of the clinic's side knows: who is signed in, and what they may do."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from clinic.accounts.gate import member_of
from clinic.models import StaffMember
from clinic.roles import May


def staff(request: HttpRequest) -> dict[str, object]:
    """`staff`, the member who is signed in or None, and `may`: what they may do. Looked up where a page uses them."""
    return {
        "staff": SimpleLazyObject(lambda: member_of(request)),
        "may": SimpleLazyObject(lambda: abilities_of(member_of(request))),
    }


def abilities_of(member: StaffMember | None) -> dict[str, bool]:
    """Each ability's name and whether this member has it: `may.review` in a template."""
    return {str(what): bool(member) and member.may(what) for what in May} if member else {}
