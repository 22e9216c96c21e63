"""The link on printed sheets: the same check prints the same code every time, on any device and at the clinic.

Its secret and its short code are derived from the site's own key and a random nonce, so nothing that opens a check
lies in the database, and a copy of the database alone opens nothing. One such link of a check lives at most.
"""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from unicodedata import normalize

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from screening.gate import Pass, link_of
from screening.models import PAPER_LINK_LIVES, PrivateLink, Screening
from screening.private_link import hash_of
from screening.throttle import keyed_hash

# Crockford's base 32: no I, L, O, U. Ten letters are 50 bits, which is enough where every guess is throttled.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10
MISREAD = str.maketrans("OIL", "011")
# Printing lets the link live its full time again; within a day of the last time, nothing is written.
JUST_RENEWED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PaperSecret:
    """What a sheet carries: the secret of its link, and the code to type instead, such as "7KQM2-XHT9P"."""

    token: str
    code: str


def paper_link_of(screening: Screening) -> PaperSecret:
    """The living link for the sheets of a check; a new one where there is none, or none that can be drawn again.

    Printing lets a living one live its full time again, rather than giving way to a new one: the sheet on the
    fridge and the one printed today open the same, and both for as long as a sheet says. One that has run out
    stays so. Raises Screening.DoesNotExist when the check was erased meanwhile.
    """
    link = standing(screening)
    secret = secret_of(link) if link else None
    if link and secret and link.expires_at - timezone.now() > PAPER_LINK_LIVES - JUST_RENEWED:
        return secret
    with transaction.atomic():
        Screening.objects.select_for_update().get(pk=screening.pk)  # two that print at once get the same
        link = standing(screening)
        secret = secret_of(link) if link else None
        if link and secret:
            PrivateLink.objects.filter(pk=link.pk).update(expires_at=timezone.now() + PAPER_LINK_LIVES)
            return secret
        _stop(screening.pk)
        return _new(screening)


def paper_links_of(screenings: Sequence[Screening]) -> list[PaperSecret]:
    """As `paper_link_of` for many, in their order: one query, and writing only for those who need it."""
    with transaction.atomic():
        lasting = timezone.now() + PAPER_LINK_LIVES - JUST_RENEWED
        living = PrivateLink.objects.filter(screening__in=screenings, revoked_at=None, expires_at__gt=lasting)
        found = {link.screening_id: secret_of(link) for link in living.exclude(nonce="")}
        return [found.get(screening.pk) or paper_link_of(screening) for screening in screenings]


def standing(screening: Screening) -> PrivateLink | None:
    """The link of the check's printed sheets, unless it was stopped or has run out."""
    return _on_paper(screening.pk).filter(expires_at__gt=timezone.now()).first()


def standing_secret(screening: Screening) -> PaperSecret | None:
    """What the check's printed sheets carry now; writes nothing. None where no sheet opens it, or none is known."""
    link = standing(screening)
    return secret_of(link) if link else None


def secret_of(link: PrivateLink) -> PaperSecret | None:
    """What the sheets with this link carry; None where the key that it was made with is no longer known."""
    derived = (_derived(link.nonce, key) for key in _keys())
    return next((secret for secret in derived if hash_of(secret.token) == link.token_hash), None)


def pass_of_code(typed: str) -> Pass | None:
    """What a typed code opens; None for one that was stopped, has run out or never was."""
    code = tidy(typed)
    link = PrivateLink.objects.filter(code_hash__in=[_code_hash(code, key) for key in _keys()]).first()
    secret = secret_of(link) if link else None
    living = link_of(secret.token) if secret else None
    return Pass(secret.token, living) if secret and living else None


def tidy(typed: str) -> str:
    """The letters of a typed code, whatever stands between them and however its 0 and 1 were read."""
    letters = (letter for letter in normalize("NFKC", typed).upper() if letter.isalnum())
    return "".join(letters).translate(MISREAD)


def stop_paper_link(screening: Screening) -> None:
    """Stop the link on the printed sheets of a check, for every device that came in by one.

    The next sheet printed carries a new one.
    """
    _stop(screening.pk)


def _on_paper(screening_id: int) -> QuerySet[PrivateLink]:
    return PrivateLink.objects.filter(screening_id=screening_id, revoked_at=None).exclude(nonce="")


def _stop(screening_id: int) -> None:
    _on_paper(screening_id).update(revoked_at=timezone.now())


def _new(screening: Screening) -> PaperSecret:
    """One more row; a code that another check has, one in ten billion, is refused by its unique column."""
    nonce = secrets.token_urlsafe(16)
    secret = _derived(nonce, settings.SECRET_KEY)
    PrivateLink.objects.create(
        screening=screening,
        nonce=nonce,
        token_hash=hash_of(secret.token),
        code_hash=_code_hash(tidy(secret.code), settings.SECRET_KEY),
        expires_at=timezone.now() + PAPER_LINK_LIVES,
    )
    return secret


def _keys() -> Iterator[str]:
    """The site's key, then those before it that are still known."""
    yield settings.SECRET_KEY
    yield from settings.SECRET_KEY_FALLBACKS


def _derived(nonce: str, key: str) -> PaperSecret:
    token = urlsafe_b64encode(_bytes("token", nonce, key)).decode().rstrip("=")
    number = int.from_bytes(_bytes("code", nonce, key), "big")
    letters = "".join(ALPHABET[number >> 5 * place & 31] for place in range(CODE_LENGTH))
    return PaperSecret(token, f"{letters[:5]}-{letters[5:]}")


def _bytes(purpose: str, nonce: str, key: str) -> bytes:
    return salted_hmac(f"screening.paper_link.{purpose}", nonce, secret=key, algorithm="sha256").digest()


def _code_hash(code: str, key: str) -> str:
    return keyed_hash(f"typed code|{code}", key)
