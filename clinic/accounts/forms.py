"""The second step as a form. In the demo alone it takes the demo's code.

The library accepts the code of this half minute only, and once: it remembers a code for that long. A wider window
(MFA_TOTP_TOLERANCE) would let a code be used twice.
"""

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator

from clinic.accounts.demo import is_demo_code
from clinic.accounts.proof import FACTORS


class DemoCode:
    """Takes the demo's code where this is a demo, and asks the form it stands before in every other case."""

    def clean_code(self) -> str:
        """The code. Raises ValidationError for a wrong one, or after too many."""
        code: str = self.cleaned_data["code"]  # type: ignore[attr-defined]
        owned = Authenticator.objects.filter(user=self.user, type__in=FACTORS).first()  # type: ignore[attr-defined]
        if owned is not None and is_demo_code(code):
            self.authenticator = owned
            return code
        return super().clean_code()  # type: ignore[misc,no-any-return]


class SecondStep(DemoCode, AuthenticateForm):  # type: ignore[misc]
    """The code that ends a sign-in."""


class AskedAgain(DemoCode, ReauthenticateForm):  # type: ignore[misc]
    """The code that is asked for again."""
