"""What the clinic decides about second factors, for the library that keeps them."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext

from clinic.accounts.proof import FACTORS


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets rest encrypted with a key made of the site's own; the last second factor can not be taken away."""

    def encrypt(self, text: str) -> str:
        """The text as only this site can read it."""
        return vault().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again. Raises InvalidToken where none of the site's keys fits."""
        return vault().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one: the member would be outside at once."""
        return not is_last(authenticator)

    def get_totp_label(self, user: User) -> str:
        """The name they sign in with."""
        return user.get_username()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        """What a new passkey is called until it gets a name."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey {number}").format(number=number)

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)


def is_last(authenticator: Authenticator) -> bool:
    """Whether its owner has no other second factor; recovery codes alone do not count."""
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS).exclude(pk=authenticator.pk)
    return authenticator.type in FACTORS and not others.exists()


def vault() -> MultiFernet:
    """Encrypts with SECRET_KEY; reads what one of SECRET_KEY_FALLBACKS encrypted too."""
    return MultiFernet([Fernet(_key_of(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key_of(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"second factors:" + secret.encode()).digest())
