"""One way in: password, then a second step; who has none yet sets one up first."""

import re
import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client, override_settings

from audit.models import AuditEvent, Kind
from clinic.accounts import demo
from clinic.models import StaffMember
from tests.page import Page
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, PASSWORD, SECRET, member, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_passwords")]
QUEUE = "/staff/"
ENTRANCE = "/staff/sign-in/"
SECOND_STEP = "/staff/sign-in/code/"
NEW_MEMBER = {"username": "ada", "first_name": "Ada", "last_name": "Moss", "email": "", "role": "front_desk"}


@pytest.fixture
def _quick_passwords(settings):
    """A password is hashed for a tenth of a second, and these tests set dozens."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _a_code_s_time_begins():
    """A code lives for 30 seconds, and no test may begin at the end of them."""
    with time_machine.travel(1_800_000_000):
        yield


def code_of(secret=SECRET):
    """What an app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def with_password(role=CLINICIAN):
    """A member who has a password."""
    user = member(role)
    user.set_password(PASSWORD)
    user.save()
    return user


def without_factor(role=CLINICIAN):
    """A member who never set up a second step."""
    user = with_password(role)
    Authenticator.objects.filter(user=user).delete()
    return user


def password_given(user, password=PASSWORD, **more):
    """A browser in which the password was sent, and its answer."""
    client = Client()
    return client, client.post(ENTRANCE, {"login": user.username, "password": password} | more)


def kinds():
    return [(row.kind, row.detail.get("what")) for row in AuditEvent.objects.order_by("number")]


def test_password_and_code_open_the_queue():
    client, answer = password_given(with_password())
    assert answer.url == SECOND_STEP

    assert client.post(SECOND_STEP, {"code": code_of()}).url == QUEUE
    assert client.get("/staff/me/").status_code == 200


def test_a_password_alone_opens_nothing():
    client, _answer = password_given(with_password())

    assert client.get("/staff/me/").url.startswith(ENTRANCE)


def test_a_code_works_once():
    user = with_password()
    code = code_of()
    client, _answer = password_given(user)
    client.post(SECOND_STEP, {"code": code})
    other, _answer = password_given(user)

    assert other.post(SECOND_STEP, {"code": code}).status_code == 200
    assert other.get("/staff/me/").status_code == 302


def test_the_sign_in_leads_back_to_where_one_was_going():
    user = with_password()
    client, _answer = password_given(user, next="/staff/me/sessions/")

    assert client.post(SECOND_STEP, {"code": code_of()}).url == "/staff/me/sessions/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_sign_in_leads_nowhere_else(elsewhere):
    client, _answer = password_given(with_password(), next=elsewhere)

    assert client.post(SECOND_STEP, {"code": code_of()}).url == QUEUE


def test_a_wrong_password_is_said_and_stays_outside():
    client, answer = password_given(with_password(), "not-this-one-at-all")

    assert "not correct" in answer.content.decode()
    assert client.get("/staff/me/").status_code == 302


@pytest.mark.parametrize("name", ["signup", "email", "3rdparty", "login", "confirm-email"])
def test_other_doors_of_the_library_do_not_exist(name):
    assert Client().get(f"/staff/account/{name}/").status_code == 404
    assert Client().get(f"/staff/{name}/").status_code == 404


def test_who_was_switched_off_is_told_after_the_right_password_only():
    user = with_password()
    User.objects.filter(pk=user.pk).update(is_active=False)

    assert password_given(user)[1].url == "/staff/sign-in/off/"
    assert password_given(user, "wrong-password-here")[1].status_code == 200


def test_a_sign_in_that_is_no_member_opens_nothing():
    user = User.objects.create_user("nobody", password=PASSWORD)

    assert password_given(user)[1].url == "/staff/sign-in/off/"


def test_a_member_taken_off_the_staff_is_refused_without_a_loop():
    client = sign_in(CLINICIAN)
    StaffMember.objects.all().delete()

    assert client.get(QUEUE).status_code == 403


def test_who_has_no_second_step_is_led_to_set_one_up():
    client, answer = password_given(without_factor())

    assert answer.url == QUEUE
    assert client.get("/staff/me/").url.startswith("/staff/me/second-step/")
    assert client.get("/staff/me/password/").url.startswith("/staff/me/second-step/")


def test_a_new_app_counts_at_once_and_gives_recovery_codes():
    client, _answer = password_given(without_factor())
    page = client.get("/staff/me/second-step/app/").content.decode()
    secret = re.search(r'id="secret">(\w+)<', page)[1]
    assert "data:image/svg+xml;base64," in page

    answer = client.post("/staff/me/second-step/app/", {"code": code_of(secret)})

    assert answer.url == "/staff/me/second-step/codes/"
    assert client.get("/staff/me/").status_code == 200


def test_recovery_codes_are_shown_once_and_work_once():
    user = without_factor()
    client, _answer = password_given(user)
    page = client.get("/staff/me/second-step/app/").content.decode()
    client.post("/staff/me/second-step/app/", {"code": code_of(re.search(r'id="secret">(\w+)<', page)[1])})
    codes = re.findall(r"<li>(\d{8})</li>", client.get("/staff/me/second-step/codes/").content.decode())
    assert len(codes) == 10
    assert codes[0] not in client.get("/staff/me/second-step/codes/").content.decode()

    for expected in (QUEUE, None):
        other, _answer = password_given(user)
        assert getattr(other.post(SECOND_STEP, {"code": codes[3]}), "url", None) == expected


def test_secrets_rest_encrypted():
    client, _answer = password_given(without_factor())
    page = client.get("/staff/me/second-step/app/").content.decode()
    secret = re.search(r'id="secret">(\w+)<', page)[1]
    client.post("/staff/me/second-step/app/", {"code": code_of(secret)})

    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_the_last_second_step_can_not_be_removed():
    client = sign_in(CLINICIAN)

    assert client.post("/staff/me/second-step/app/remove/").status_code == 200
    assert Authenticator.objects.count() == 1


def test_without_any_factor_left_the_door_closes_at_once():
    client = sign_in(CLINICIAN)
    Authenticator.objects.all().delete()

    assert client.get("/staff/me/").url.startswith("/staff/me/second-step/")


def test_a_reset_password_still_asks_for_the_second_step():
    user = with_password()
    User.objects.filter(pk=user.pk).update(email="kim@clinic.example")
    client = Client()
    client.post("/staff/password/lost/", {"email": "kim@clinic.example"})
    link = re.search(r"http\S+(/staff/password/\S+)", mail.outbox[0].body)[1]
    form = client.get(link).url
    assert link.split("/")[-2] not in form
    client.post(form, {"password1": "seven-loud-geese", "password2": "seven-loud-geese"})

    assert client.get("/staff/me/").status_code == 302
    assert password_given(user, "seven-loud-geese")[1].url == SECOND_STEP
    assert client.get(link).status_code == 200


def test_no_mail_goes_to_an_address_that_nobody_has():
    answer = Client().post("/staff/password/lost/", {"email": "stranger@example.com"})

    assert answer.url == "/staff/password/lost/sent/"
    assert mail.outbox == []


def test_a_proof_is_asked_for_again_after_a_while_and_the_form_goes_its_way():
    client = sign_in(MANAGER, minutes_ago=6)
    asked = client.post("/staff/people/", NEW_MEMBER)
    assert asked.url.startswith("/staff/prove/")

    answer = client.post(asked.url.replace("/prove/", "/prove/code/"), {"code": code_of()})

    assert "A link for Ada Moss" in answer.content.decode()
    assert User.objects.filter(username="ada").exists()


def test_a_password_manager_is_told_whose_password_is_asked_for():
    with_password(MANAGER)
    form = Page(sign_in(MANAGER, minutes_ago=6).get("/staff/prove/?next=/staff/people/"))
    named = form.one("input", name="username").attrs

    assert (named["autocomplete"], named["value"]) == ("username", "morgan")


def test_the_password_is_a_proof_too():
    user = with_password(MANAGER)
    client = sign_in(MANAGER, minutes_ago=6)

    assert client.post("/staff/prove/?next=/staff/people/", {"password": "no-no-no-no-no"}).status_code == 200
    assert client.get("/staff/people/").status_code == 302
    sent = client.post("/staff/prove/?next=/staff/people/", {"password": PASSWORD})
    assert (sent.status_code, user.username) == (302, "morgan")


def test_a_session_older_than_the_second_step_is_asked_for_it():
    client = sign_in(CLINICIAN, second_factor=False)

    assert client.get("/staff/me/").url.startswith("/staff/prove/code/")
    assert client.get("/staff/me/passkeys/add/").url.startswith("/staff/prove/code/")
    client.post("/staff/prove/code/?next=/staff/me/", {"code": code_of()})
    assert client.get("/staff/me/").status_code == 200


def test_each_step_is_in_the_trail():
    client, _answer = password_given(with_password())
    client.post(SECOND_STEP, {"code": "000000"})
    client.post(SECOND_STEP, {"code": code_of()})
    client.post("/staff/sign-out/")

    assert kinds() == [
        (Kind.SIGN_IN_FAILED, "second step"),
        (Kind.SECOND_FACTOR, "totp"),
        (Kind.SIGNED_IN, None),
        (Kind.SIGNED_OUT, "by hand"),
    ]


def test_a_name_that_nobody_has_is_not_stored():
    Client().post(ENTRANCE, {"login": "my-secret-typed-in-the-wrong-box", "password": "x"})

    row = AuditEvent.objects.get()
    assert (row.kind, row.by, row.by_name, row.detail) == (Kind.SIGN_IN_FAILED, None, "", {"what": "password"})


@override_settings(DEMO=True)
def test_the_demo_code_opens_the_demo():
    client, _answer = password_given(with_password())

    assert client.post(SECOND_STEP, {"code": demo.CODE}).url == QUEUE


@override_settings(DEMO=False)
def test_the_demo_code_opens_nothing_else():
    client, _answer = password_given(with_password())

    assert client.post(SECOND_STEP, {"code": demo.CODE}).status_code == 200
    assert client.get("/staff/me/").status_code == 302


@override_settings(DEMO=False)
def test_the_demo_code_is_no_proof_outside_the_demo():
    client = sign_in(FRONT_DESK, minutes_ago=6)

    assert client.post("/staff/prove/code/", {"code": demo.CODE}).status_code == 200


@override_settings(DEMO=False)
def test_the_demo_password_fits_nobody_outside_the_demo():
    user = with_password()
    user.set_password(demo.PASSWORD)
    user.save()

    assert password_given(user, demo.PASSWORD)[1].status_code == 200
