"""The clinic's cast: Dana at the front desk, Kim the clinician, Morgan the manager; each signed in with two factors."""

import time
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.test import Client

from clinic.accounts.factors import FactorAdapter
from clinic.accounts.sessions import SEEN, SIGNED_IN
from clinic.models import StaffMember
from clinic.roles import Role

FRONT_DESK, CLINICIAN, MANAGER = Role.FRONT_DESK, Role.CLINICIAN, Role.MANAGER
NAMES = {
    FRONT_DESK: ("dana", "Dana", "Whitlock"),
    CLINICIAN: ("kim", "Kim", "Sato"),
    MANAGER: ("morgan", "Morgan", "Bell"),
}
PASSWORD = "three-calm-herons"
SECRET = "JBSWY3DPEHPK3PXP"


def member(role: Role, username: str = "") -> User:
    """The member of staff with this role; the same one each time. Another `username` is another person."""
    usual, first, last = NAMES[role]
    user, new = User.objects.get_or_create(
        username=username or usual, defaults={"first_name": first, "last_name": last}
    )
    if new:
        StaffMember.objects.create(user=user, role=role)
        secret = FactorAdapter().encrypt(SECRET)
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": secret})
    return user


def sign_in(
    role: Role, username: str = "", *, minutes_ago: int = 0, second_factor: bool = True, **options: Any
) -> Client:
    """A browser in which this member signed in, with both factors, so many minutes ago."""
    client = Client(**options)
    client.force_login(member(role, username), backend="allauth.account.auth_backends.AuthenticationBackend")
    at = time.time() - 60 * minutes_ago
    records = [{"method": "password", "at": at, "username": username}]
    if second_factor:
        records.append({"method": "mfa", "at": at, "type": "totp", "reauthenticated": False})
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = records
    session[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(client.session["_auth_user_id"])
    session[SIGNED_IN], session[SEEN] = at, time.time()
    session.save()
    UserSession.objects.create(user_id=session["_auth_user_id"], session_key=session.session_key, ip="127.0.0.1")
    return client


def cookies_of(client: Client, base_url: str) -> list[dict[str, Any]]:
    """The session of such a browser, for a real one."""
    return [
        {"name": cookie.key, "value": cookie.value, "url": base_url, "httpOnly": True, "sameSite": "Lax"}
        for cookie in client.cookies.values()
    ]
