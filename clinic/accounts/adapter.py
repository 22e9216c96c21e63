"""What the clinic decides about sign-in, for the library that does it."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core.internal.httpkit import clean_client_ip
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from clinic.accounts.demo import is_demo_password
from clinic.accounts.kept import KEPT
from clinic.accounts.proof import recently_proved
from clinic.models import StaffMember
from screening.throttle import address_of

NO_ADDRESS = "::"
logger = logging.getLogger("clinic.accounts")


class StaffAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up: the manager makes each sign-in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The sender's address, past as many proxies as the settings trust; whoever has none is one sender."""
        return clean_client_ip(address_of(request)) or NO_ADDRESS

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The member with this name and password, or None. Outside the demo the demo's password fits nobody."""
        user: User | None = super().authenticate(request, **credentials)
        if not settings.DEMO and is_demo_password(str(credentials.get("password", ""))):
            return None
        return user

    def pre_login(self, request: HttpRequest, user: User, **rest: Any) -> HttpResponse | None:
        """Turn away who was switched off, and who is no member of staff."""
        if not StaffMember.objects.filter(user=user).exists():
            clear_login(request)
            return self.respond_user_inactive(request, user)  # type: ignore[no-any-return]
        return super().pre_login(request, user, **rest)  # type: ignore[no-any-return]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """What waits to be sent again comes first."""
        if KEPT in request.session:
            return reverse("clinic:kept")
        return super().get_login_redirect_url(request)  # type: ignore[no-any-return]

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not for who gave a proof just now, signing in included."""
        return not recently_proved(self.request)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The one-time link, at the site's own address whatever the request says."""
        uid, _, token = key.partition("-")
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
        return f"{settings.SITE_URL}{path}"

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **kwargs: Any) -> None:
        """Tell a member by mail that their sign-in changed, where there is an address."""
        if user.email:
            super().send_notification_mail(template_prefix, user, *args, **kwargs | {"email": user.email})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send; a mail server that is down stops nobody's sign-in, and what failed is in the log without a name."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            logger.exception("mail not sent")
