"""T9: guessing a password or a code stops after five tries, whichever worker answers; half a sign-in opens nothing."""

from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import pytest
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client

from tests.security.addresses import STAFF_ADDRESSES
from tests.staff import CLINICIAN, PASSWORD, SECRET, member, sign_in

WORKERS, EACH = 4, 5
ENTRANCE, SECOND_STEP = "/staff/sign-in/", "/staff/sign-in/code/"
OPEN_WITHOUT_SECOND_STEP = {
    "/staff/me/second-step/", "/staff/me/second-step/app/", "/staff/me/passkeys/", "/staff/me/passkeys/add/",
    "/staff/sign-out/", "/staff/prove/", "/staff/sign-in/off/", "/staff/password/lost/", "/staff/password/lost/sent/",
    "/staff/password/done/", "/staff/me/second-step/codes/new/",
}  # fmt: skip


class Counted:
    """Counts how often it was asked, from any worker, and says no."""

    def __init__(self):
        self.asked, self.lock = 0, Lock()

    def __call__(self, *_arguments, **_options):
        with self.lock:
            self.asked += 1


@pytest.fixture
def counters():
    """The counters of the limits, empty before and after."""
    cache.clear()
    yield cache
    cache.clear()


@pytest.fixture
def passwords(monkeypatch):
    """What would check a password."""
    counted = Counted()
    monkeypatch.setattr(AuthenticationBackend, "_authenticate", counted)
    monkeypatch.setattr(AuthenticationBackend, "_mitigate_timing_attack", lambda *_: None)
    return counted


@pytest.fixture
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def with_password():
    user = member(CLINICIAN)
    user.set_password(PASSWORD)
    user.save()
    return user


def guess(name="kim", **headers):
    return Client().post(ENTRANCE, {"login": name, "password": "not-this-one"}, headers=headers)


def at_once(work):
    """Four workers, each with a connection of its own."""

    def worker(_number):
        try:
            for _ in range(EACH):
                work()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(worker, range(WORKERS)))


def test_twenty_wrong_passwords_over_four_workers_are_five_tries(disk, counters, passwords):
    at_once(guess)

    assert 1 <= passwords.asked <= 5


@pytest.mark.usefixtures("_quick_passwords")
def test_twenty_wrong_codes_over_four_workers_are_five_tries(disk, counters, monkeypatch):
    with_password()
    asked = Counted()
    monkeypatch.setattr(TOTP, "validate_code", asked)
    client = Client()
    client.post(ENTRANCE, {"login": "kim", "password": PASSWORD})
    cookies = client.cookies

    def guess_a_code():
        other = Client()
        other.cookies = cookies.copy() if hasattr(cookies, "copy") else cookies
        other.post(SECOND_STEP, {"code": "000000"})

    at_once(guess_a_code)

    assert 1 <= asked.asked <= 5


@pytest.mark.django_db
def test_one_sender_is_stopped_whatever_the_names(counters, passwords):
    for number in range(15):
        guess(f"name-{number}")

    assert passwords.asked == 10


@pytest.mark.django_db
def test_a_forged_address_is_no_other_sender(counters, passwords):
    for number in range(15):
        guess(f"name-{number}", x_forwarded_for=f"203.0.113.{number}")

    assert passwords.asked == 10


@pytest.mark.django_db
def test_behind_a_trusted_proxy_each_sender_has_their_own_tries(counters, passwords, settings):
    settings.TRUSTED_PROXIES = 1
    for number in range(15):
        guess(f"name-{number}", x_forwarded_for=f"203.0.113.{number}")

    assert passwords.asked == 15


@pytest.mark.django_db
def test_made_up_names_push_no_counter_out(counters, passwords):
    for _ in range(5):
        guess()
    for number in range(400):
        cache.set(f"made-up-{number}", [1.0], 300)
    guess()

    assert passwords.asked == 5


@pytest.mark.django_db
def test_too_many_is_said_without_the_password_in_the_page(counters):
    for number in range(31):
        answer = Client().post(ENTRANCE, {"login": f"name-{number}", "password": PASSWORD, "x": "1"})

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "60"
    assert PASSWORD not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("_quick_passwords")
def test_the_right_password_does_not_count_as_a_guess(counters):
    user = with_password()

    for _ in range(8):
        assert Client().post(ENTRANCE, {"login": user.username, "password": PASSWORD}).url == SECOND_STEP


@pytest.mark.django_db
def test_a_form_sent_again_carries_no_password():
    answer = Client(enforce_csrf_checks=True).post(ENTRANCE, {"login": "kim", "password": PASSWORD})

    assert answer.status_code == 403
    assert PASSWORD not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", STAFF_ADDRESSES)
def test_a_password_alone_opens_only_the_set_up(address):
    client = sign_in(CLINICIAN, second_factor=False)
    Authenticator.objects.all().delete()

    answer = client.get(address)

    assert answer.status_code in (302, 404, 405) or address in OPEN_WITHOUT_SECOND_STEP or "/password/" in address


@pytest.mark.django_db
@pytest.mark.parametrize("address", STAFF_ADDRESSES)
def test_a_session_older_than_the_second_step_opens_no_page_with_names(address):
    client = sign_in(CLINICIAN, second_factor=False)

    answer = client.get(address)

    shown = {"/staff/prove/", "/staff/prove/code/", "/staff/sign-out/", "/staff/sign-in/off/"}
    assert answer.status_code in (302, 404, 405) or address in shown or "/password/" in address


@pytest.mark.django_db
def test_there_is_one_way_in():
    for old in ("/admin/", "/admin/login/?next=/admin/"):
        led = Client().get(old, follow=True)
        assert [address for address, _status in led.redirect_chain] == ["/staff/", "/staff/sign-in/?next=/staff/"]
    assert Client().get("/accounts/login/").status_code == 404


@pytest.mark.django_db
def test_no_password_and_no_secret_reaches_the_log(log, counters):
    guess("kim-at-the-clinic")
    sign_in(CLINICIAN).post("/staff/prove/code/", {"code": "135799"})

    assert not [word for word in ("not-this-one", "kim-at-the-clinic", "135799", SECRET) if word in log.text]
    assert User.objects.exists()
