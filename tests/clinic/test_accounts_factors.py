"""One's own second factors: added, named and removed, never the last one; and one hears of it by mail."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core import mail
from django.db import OperationalError
from django.test import override_settings

from audit.models import AuditEvent, Kind
from clinic.accounts.browser import browser_of
from clinic.accounts.factors import FactorAdapter
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, PASSWORD, member, sign_in

pytestmark = pytest.mark.django_db
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1"


def passkey(role, name="Desk computer"):
    """A passkey as it is stored."""
    data = {"name": name, "credential": {"clientExtensionResults": {"credProps": {"rk": True}}}}
    return Authenticator.objects.create(user=member(role), type=Authenticator.Type.WEBAUTHN, data=data)


def app_of(role):
    return Authenticator.objects.get(user=member(role), type=Authenticator.Type.TOTP)


def test_the_app_can_go_once_there_is_a_passkey_and_other_sessions_end():
    here, there = sign_in(CLINICIAN), sign_in(CLINICIAN)
    passkey(CLINICIAN)

    here.post("/staff/me/second-step/app/remove/")

    assert here.get("/staff/me/").status_code == 200
    assert there.get("/staff/me/").status_code == 302
    assert not Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()


def test_the_last_passkey_stays():
    client = sign_in(CLINICIAN)
    key = passkey(CLINICIAN)
    app_of(CLINICIAN).delete()

    page = client.post(f"/staff/me/passkeys/{key.pk}/remove/")

    assert "your only second step" in page.content.decode()
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_a_passkey_beside_the_app_can_go():
    client = sign_in(CLINICIAN)
    key = passkey(CLINICIAN)

    assert client.post(f"/staff/me/passkeys/{key.pk}/remove/").status_code == 302
    assert not Authenticator.objects.filter(pk=key.pk).exists()


def test_a_passkey_gets_a_new_name():
    client = sign_in(CLINICIAN)
    key = passkey(CLINICIAN)

    client.post(f"/staff/me/passkeys/{key.pk}/name/", {"name": "Key on my ring"})

    assert "Key on my ring" in client.get("/staff/me/passkeys/").content.decode()


def test_nobody_touches_the_passkey_of_another():
    key = passkey(FRONT_DESK)
    client = sign_in(CLINICIAN)

    assert client.post(f"/staff/me/passkeys/{key.pk}/remove/").status_code == 404
    assert client.post(f"/staff/me/passkeys/{key.pk}/name/", {"name": "mine"}).status_code == 404


def test_a_passkey_that_is_none_is_refused_and_noted():
    client = sign_in(CLINICIAN)
    client.logout()

    answer = client.post("/staff/sign-in/passkey/", {"credential": "{}"})

    assert answer.url == "/staff/sign-in/"
    assert AuditEvent.objects.filter(kind=Kind.SIGN_IN_FAILED, detail={"what": "passkey"}).exists()


def test_a_passkey_that_does_not_fit_is_no_proof():
    passkey(CLINICIAN)
    app_of(CLINICIAN).delete()
    client = sign_in(CLINICIAN, second_factor=False)

    assert client.post("/staff/prove/passkey/", {"credential": "{}"}).url == "/staff/prove/passkey/"
    assert client.get("/staff/me/").url.startswith("/staff/prove/passkey/")


def test_a_member_hears_of_a_new_password_by_mail(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    client = sign_in(CLINICIAN)
    user = member(CLINICIAN)
    user.set_password(PASSWORD)
    user.email = "kim@clinic.example"
    user.save()
    client = sign_in(CLINICIAN)
    new = "nine-grey-otters"
    client.post("/staff/me/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert mail.outbox[0].to == ["kim@clinic.example"]
    assert new not in mail.outbox[0].body
    assert client.get("/staff/me/").status_code == 200


@override_settings(EMAIL_BACKEND="tests.clinic.test_accounts_people.NoMail")
def test_a_mail_server_that_is_down_stops_nobody():
    client = sign_in(MANAGER)
    passkey(MANAGER)
    User.objects.filter(username="morgan").update(email="morgan@clinic.example")

    assert client.post("/staff/me/second-step/app/remove/").status_code == 302


def test_a_key_of_the_site_that_was_replaced_still_opens_the_secrets(settings):
    hidden = FactorAdapter().encrypt("the secret")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-" * 10

    assert FactorAdapter().decrypt(hidden) == "the secret"
    assert "secret" not in hidden


@pytest.mark.parametrize(
    ("said", "words"),
    [(WINDOWS, "Chrome on Windows"), (PHONE, "Safari on iPhone"), ("", "A browser"), ("curl/8", "A browser")],
)
def test_a_browser_is_named_in_words(said, words):
    assert browser_of(said) == words


def test_a_busy_database_refuses_no_page_that_only_reads(monkeypatch):
    client = sign_in(CLINICIAN)
    session = client.session
    session["staff_seen"] -= 120
    session.save()

    def busy(_request):
        raise OperationalError("database is locked")

    monkeypatch.setattr("clinic.accounts.sessions.touch", busy)

    assert client.get("/staff/session/").status_code == 200
