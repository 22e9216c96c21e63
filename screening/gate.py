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

    @property
    def is_on_paper(self) -> bool:
        """Whether it came from a printed sheet: then it may look, print, and stop the codes on sheets, no more."""
        return self.link.is_on_paper


def link_of(token: str) -> PrivateLink | None:
    """The living link of a secret: not revoked, not expired, and its draft not past keeping; else None."""
    link = PrivateLink.objects.select_related("screening").filter(token_hash=hash_of(token)).first()
    now = timezone.now()
    if link is None or link.revoked_at or link.expires_at <= now:
        return None
    if link.screening.is_draft and link.screening.saved_at <= now - DRAFT_KEPT:
        return None
    return link


def passes_of(request: HttpRequest) -> list[Pass]:
    """Everything this device's secrets still open, the current one first.

    Each self-check once: a secret of the runner's own counts for more than one from a printed sheet.
    """
    found = ((token, link_of(token)) for token in tokens_of(request))
    best: dict[int, Pass] = {}
    for held in (Pass(token, link) for token, link in found if link):
        before = best.setdefault(held.link.screening_id, held)
        if before.is_on_paper and not held.is_on_paper:
            best[held.link.screening_id] = held
    return list(best.values())


def pass_of(request: HttpRequest) -> Pass | None:
    """The device's current self-check, or the one whose code a form names; None for a stranger.

    The code only chooses among what the device's own secrets open. One that is named and not held opens nothing:
    a form of an erased check must never reach another.
    """
    code = request.POST.get("check") or request.GET.get("check")
    named = (found for found in passes_of(request) if not code or found.screening.code == code)
    return next(named, None)


def require_pass(request: HttpRequest) -> Pass:
    """As `pass_of`; raises Http404 for a stranger, so that nothing tells what exists."""
    found = pass_of(request)
    if found is None:
        raise Http404
    return found


def require_own_pass(request: HttpRequest) -> Pass:
    """As `require_pass`, for what is the runner's alone; Http404 as well for who came in by a printed sheet."""
    found = require_pass(request)
    if found.is_on_paper:
        raise Http404
    return found


def plan_pass_of(request: HttpRequest) -> Pass | None:
    """The self-check whose plan this device shows: the current one, or, while that is under way, the one before.

    None for a stranger, beside a current check that a red flag locked, and where there is no result yet.
    """
    current = pass_of(request)
    if current is None or current.screening.is_locked:
        return None
    if not current.screening.is_draft:
        return current
    sent = [found for found in passes_of(request) if not found.screening.is_draft]
    repeated = (found for found in sent if found.screening.pk == current.screening.repeat_of_id)
    before = next(repeated, next(iter(sent), None))
    return before if before and before.screening.has_result else None
