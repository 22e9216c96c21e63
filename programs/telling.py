"""Tells a runner by e-mail that the clinic has something for them: a link, and nothing about their health."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import DatabaseError
from django.urls import reverse
from django.utils.translation import gettext as _

from programs.models import Decision
from screening import throttle
from screening.actions import open_to_another
from screening.models import PrivateLink, Screening
from screening.private_link import hash_of

logger = logging.getLogger("itbcare.note")
TOLD = frozenset({Decision.Kind.REFERRED, Decision.Kind.CHANGED, Decision.Kind.RELEASED, Decision.Kind.MADE})
"""What a runner is told of with or without a note; a note is told of whatever it stands beside."""


def is_told(decision: Decision) -> bool:
    """Whether the runner gets word of this decision."""
    return bool(decision.note) or decision.kind in TOLD


def tell(screening_id: int) -> bool:
    """Send the runner a new private link, if they left an e-mail address. Returns whether it was sent.

    Called once the decision is stored. It never raises: a mail that does not go out is logged, without a name or an
    address, and the note still waits on every page of the runner.
    """
    screening = Screening.objects.filter(pk=screening_id).first()
    if screening is None or not screening.email:
        return False
    try:
        throttle.take(throttle.EMAIL_TO, throttle.keyed_hash(screening.email.lower()))
        _send(screening)
    except (OSError, ValueError, DatabaseError, throttle.TooMany) as error:
        logger.warning("runner not told", extra={"reason": type(error).__name__})
        return False
    return True


def _send(screening: Screening) -> None:
    """With a new secret of its own; one that did not go out opens nothing."""
    token = open_to_another(screening)
    try:
        message_to(screening.email, token).send()
    except (OSError, ValueError):
        PrivateLink.objects.filter(token_hash=hash_of(token)).delete()
        raise


def message_to(address: str, token: str) -> EmailMessage:
    """The mail: a link, and nothing that tells who reads it or why."""
    link = f"{settings.SITE_URL}{reverse('screening:open_link', args=[token])}"
    body = _(
        "Your clinic has something new for you. You can read it here:\n\n%(link)s\n\n"
        "Keep this link to yourself. You can stop it at any time on the page it opens."
    )
    return EmailMessage(_("News from your clinic"), body % {"link": link}, to=[address])
