"""The people page: a manager adds members, changes and switches them, and can not lock the clinic out."""

import re
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from audit.models import AuditEvent, Kind
from clinic.models import StaffMember
from clinic.roles import Role
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, PASSWORD, member, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_passwords")]
PEOPLE = "/staff/people/"
ADA = {"username": "Ada", "first_name": "Ada", "last_name": "Moss", "email": "ada@clinic.example", "role": "clinician"}


@pytest.fixture
def _quick_passwords(settings):
    """A password is hashed for a tenth of a second, and these tests set dozens."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def manager():
    """Morgan's browser."""
    return sign_in(MANAGER)


def page_of(role):
    return f"{PEOPLE}{member(role).pk}/"


def rows():
    return [row.detail for row in AuditEvent.objects.filter(kind=Kind.PEOPLE).order_by("number")]


def link_in(page):
    return re.search(r"https?://[^/]+(/staff/password/[^\s<]+)", page)[1]


@pytest.mark.parametrize("role", [FRONT_DESK, CLINICIAN])
def test_only_a_manager_comes_in(role):
    client = sign_in(role)

    assert client.get(PEOPLE).status_code == 403
    assert client.post(PEOPLE, ADA).status_code == 403


@pytest.mark.parametrize("step", ["", "switch/", "sessions/end/", "second-step/reset/", "link/"])
def test_a_password_of_some_time_ago_is_asked_for_again(step):
    late = sign_in(MANAGER, minutes_ago=6)

    assert late.get(PEOPLE).url.startswith("/staff/prove/")
    assert late.post(f"{page_of(CLINICIAN)}{step}", {"on": "no"}).url.startswith("/staff/prove/")
    assert rows() == []


def test_everyone_is_listed_with_role_and_second_step(manager):
    User.objects.filter(pk=member(CLINICIAN).pk).update(is_active=False)
    Authenticator.objects.filter(user=member(FRONT_DESK)).delete()

    page = manager.get(PEOPLE).content.decode()

    assert all(words in page for words in ("Kim Sato", "Dana Whitlock", "Front desk", "Not yet", "Never", "Off"))


def test_a_new_member_gets_a_link_that_sets_the_password_once(manager):
    page = manager.post(PEOPLE, ADA).content.decode()
    link = link_in(page)
    new = Client()
    form = new.get(link).url
    new.post(form, {"password1": "eleven-odd-wrens", "password2": "eleven-odd-wrens"})

    assert new.post("/staff/sign-in/", {"login": "ada", "password": "eleven-odd-wrens"}).status_code == 302
    assert new.get("/staff/").url.startswith("/staff/me/second-step/")
    assert "no longer works" in Client().get(link).content.decode()
    assert StaffMember.objects.get(user__username="ada").role == Role.CLINICIAN
    assert rows() == [{"what": "added", "who": "ada", "role": "clinician"}]


def test_the_link_is_mailed_where_there_is_an_address(manager):
    manager.post(PEOPLE, ADA)

    assert mail.outbox[0].to == ["ada@clinic.example"]
    assert "/staff/password/" in mail.outbox[0].body


@override_settings(EMAIL_BACKEND="tests.clinic.test_accounts_people.NoMail")
def test_a_mail_server_that_is_down_is_said(manager):
    assert "could not be mailed" in manager.post(PEOPLE, ADA).content.decode()


class NoMail:
    """A mail server that nobody answers at."""

    def __init__(self, **_options):
        pass

    def send_messages(self, messages):
        """Refuse."""
        raise ConnectionRefusedError


@pytest.mark.parametrize(
    "wrong",
    [
        {"username": "morgan"},
        {"username": "a b"},
        {"username": "ålv"},
        {"email": "no"},
        {"role": "owner"},
        {"first_name": ""},
    ],
)
def test_what_can_not_be_is_refused(manager, wrong):
    page = manager.post(PEOPLE, ADA | wrong)

    assert "Please look at this again" in page.content.decode()
    assert not User.objects.filter(first_name="Ada").exists()


def test_two_members_can_not_share_an_email(manager):
    User.objects.filter(pk=member(CLINICIAN).pk).update(email="ADA@clinic.example")

    assert "Another member has this email." in manager.post(PEOPLE, ADA).content.decode()


def test_a_role_is_changed_and_noted(manager):
    typed = {"first_name": "Dana", "last_name": "Whitlock", "email": "", "role": "clinician"}
    manager.post(page_of(FRONT_DESK), typed)

    assert StaffMember.objects.get(user__username="dana").role == Role.CLINICIAN
    assert rows()[-1] == {"what": "role changed", "who": "dana", "was": "front_desk", "role": "clinician"}


def test_the_last_manager_can_not_be_demoted(manager):
    typed = {"first_name": "Morgan", "last_name": "Bell", "email": "", "role": "front_desk"}
    page = manager.post(page_of(MANAGER), typed).content.decode()

    assert "The clinic needs a manager" in page
    assert StaffMember.objects.get(user__username="morgan").role == Role.MANAGER


def test_the_last_manager_can_not_be_switched_off(manager):
    User.objects.filter(pk=member(MANAGER, "second").pk).update(is_active=False)
    manager.post(f"{page_of(MANAGER)}switch/", {"on": "no"})

    assert User.objects.get(username="morgan").is_active


def test_with_a_second_manager_one_may_go(manager):
    member(MANAGER, "second")
    manager.post(f"{page_of(MANAGER)}switch/", {"on": "no"})

    assert not User.objects.get(username="morgan").is_active


def test_who_was_switched_off_can_be_switched_on(manager):
    for on in ("no", "yes"):
        manager.post(f"{page_of(CLINICIAN)}switch/", {"on": on})

    assert User.objects.get(username="kim").is_active
    assert [row["what"] for row in rows()] == ["switched off", "switched on"]


def test_an_old_session_is_dead_after_being_switched_on_again(manager):
    kim = sign_in(CLINICIAN)
    assert kim.get("/staff/me/").status_code == 200
    for on in ("no", "yes"):
        manager.post(f"{page_of(CLINICIAN)}switch/", {"on": on})

    assert kim.get("/staff/me/").url.startswith("/staff/sign-in/")


def test_all_sessions_of_a_member_end(manager):
    kim = sign_in(CLINICIAN)

    manager.post(f"{page_of(CLINICIAN)}sessions/end/")

    assert kim.get("/staff/me/").status_code == 302
    assert rows()[-1]["count"] == 1


def test_a_lost_second_step_is_reset_with_a_reason(manager):
    kim = sign_in(CLINICIAN)

    manager.post(f"{page_of(CLINICIAN)}second-step/reset/", {"reason": "New phone, saw her at the desk"})

    assert not Authenticator.objects.filter(user__username="kim").exists()
    assert kim.get("/staff/me/").status_code == 302
    assert rows()[-1]["reason"] == "New phone, saw her at the desk"


def test_without_a_reason_nothing_is_reset(manager):
    page = manager.post(f"{page_of(CLINICIAN)}second-step/reset/", {"reason": ""})

    assert "Please look at this again" in page.content.decode()
    assert Authenticator.objects.filter(user__username="kim").exists()


def test_nobody_resets_their_own(manager):
    assert manager.post(f"{page_of(MANAGER)}second-step/reset/", {"reason": "because"}).status_code == 404


def test_the_server_s_owner_makes_the_first_manager():
    said = StringIO()
    call_command("make_manager", "Rosa", stdout=said)

    user = User.objects.get(username="rosa")
    assert user.staff.role == Role.MANAGER
    assert Client().get(link_in(said.getvalue())).status_code == 302


def test_the_server_s_owner_lets_a_manager_in_again():
    User.objects.filter(pk=member(MANAGER).pk).update(is_active=False)
    call_command("make_manager", "morgan", "--reset-second-factor", stdout=StringIO())

    user = User.objects.get(username="morgan")
    assert user.is_active
    assert not Authenticator.objects.filter(user=user).exists()


def test_a_name_that_can_not_be_one_is_refused():
    with pytest.raises(CommandError):
        call_command("make_manager", "two words", stdout=StringIO())


def test_the_demo_s_three_members_can_be_made_twice():
    said = StringIO()
    for _ in range(2):
        call_command("seed_demo", "--if-empty", stdout=said)

    assert User.objects.count() == 3
    assert {one.role for one in StaffMember.objects.all()} == set(Role)
    assert "level-hips-quiet-knees" in said.getvalue()
    assert PASSWORD not in said.getvalue()


@override_settings(DEMO=False)
def test_the_demo_is_refused_in_production():
    with pytest.raises(CommandError):
        call_command("seed_demo", stdout=StringIO())
    assert not User.objects.exists()
