"""The one gate to a self-check: it is found through the secret this device holds, never through an id in an address."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils import timezone

from screening.models import DRAFT_KEPT, PrivateLink, Screening
from screening.private_link import hash_of, tokens_of


@dataclass(frozen=True, slots=True)
class Pass:
    """A valid secret, the link it belongs to, and the self-check it opens."""

    token: str
    link: PrivateLink

    @property
    def screening(self) -> Screening:
        """The self-check this secret opens."""
        return self.link.screening


def link_of(token: str) -> PrivateLink | None:
    """The living link of a secret: not revoked, not expired, and its draft not past keeping; else None."""
    link = PrivateLink.objects.select_related("screening").filter(token_hash=hash_of(token)).first()
    now = timezone.now()
    if link is None or link.revoked_at or link.expires_at <= now:
        return None
    if link.screening.is_draft and link.screening.saved_at <= now - DRAFT_KEPT:
        return None
    return link


def pass_of(request: HttpRequest) -> Pass | None:
    """The first of the device's secrets that still opens something; None for a stranger."""
    for token in tokens_of(request):
        if link := link_of(token):
            return Pass(token, link)
    return None


def require_pass(request: HttpRequest) -> Pass:
    """As `pass_of`; raises Http404 for a stranger, so that nothing tells what exists."""
    found = pass_of(request)
    if found is None:
        raise Http404
    return found
