"""T10: a session ends by itself, at once for who is switched off, and leaves nothing behind at a shared desk."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from audit.models import AuditEvent, Kind
from clinic.models import StaffMember
from clinic.roles import Role
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, PASSWORD, member, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_quick_passwords")]
ME, ENTRANCE = "/staff/me/", "/staff/sign-in/"
TYPED = {"first_name": "Dana", "last_name": "Whitlock", "email": "dana@clinic.example", "role": "front_desk"}


@pytest.fixture
def _quick_passwords(settings):
    """A password is hashed for a tenth of a second, and these tests set dozens."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def clock():
    """A Monday morning; the time stands still until a test moves it."""
    with time_machine.travel("2026-11-23T14:00:00Z", tick=False) as moved:
        yield moved


def is_in(client, **more):
    return client.get(ME, **more).status_code == 200


def stored():
    return Session.objects.get().get_decoded()


def test_a_session_is_open_at_14_59_without_a_sign_of_life(clock):
    client = sign_in(CLINICIAN)
    clock.shift(timedelta(minutes=14, seconds=59))

    assert is_in(client)


def test_a_session_has_ended_at_15_01(clock):
    client = sign_in(CLINICIAN)
    clock.shift(timedelta(minutes=15, seconds=1))

    assert client.get(ME).url == f"{ENTRANCE}?next={ME}"
    assert not is_in(client)
    assert AuditEvent.objects.filter(kind=Kind.SIGNED_OUT, detail__what="idle", by_name="kim").exists()


def test_a_page_now_and_then_keeps_it_open(clock):
    client = sign_in(CLINICIAN)

    for _ in range(6):
        clock.shift(timedelta(minutes=10))
        assert is_in(client)


def test_a_page_that_refreshes_itself_does_not_keep_it_open(clock):
    client = sign_in(CLINICIAN)
    for _ in range(3):
        clock.shift(timedelta(minutes=4))
        assert is_in(client, headers={"X-Quiet": "1"})
    clock.shift(timedelta(minutes=4))

    assert not is_in(client, headers={"X-Quiet": "1"})


def test_no_session_outlives_12_hours(clock):
    client = sign_in(CLINICIAN)
    for _ in range(71):
        clock.shift(timedelta(minutes=10))
        assert is_in(client)
    clock.shift(timedelta(minutes=10, seconds=1))

    assert not is_in(client)
    assert AuditEvent.objects.filter(kind=Kind.SIGNED_OUT, detail__what="after 12 hours").exists()


def test_a_sign_of_life_is_stored_once_a_minute(clock):
    client = sign_in(CLINICIAN)
    clock.shift(timedelta(seconds=59))
    client.get(ME)
    with CaptureQueriesContext(connection) as first:
        client.get("/staff/session/")
    clock.shift(timedelta(seconds=2))
    with CaptureQueriesContext(connection) as second:
        client.get("/staff/session/")

    assert not [query for query in first if query["sql"].startswith(("UPDATE", "INSERT"))]
    assert [query for query in second if query["sql"].startswith("UPDATE")]


def test_a_page_knows_how_long_it_has(clock):
    client = sign_in(CLINICIAN)
    clock.shift(timedelta(minutes=10))

    assert client.get("/staff/session/", headers={"X-Quiet": "1"}).json()["left"] == 300
    client.post("/staff/session/stay/")
    assert client.get("/staff/session/", headers={"X-Quiet": "1"}).json()["left"] == 900


def test_the_session_has_a_new_name_after_signing_in():
    client = Client()
    client.get(ENTRANCE)
    user = member(CLINICIAN)
    user.set_password(PASSWORD)
    user.save()
    client.post(ENTRANCE, {"login": "kim", "password": PASSWORD})
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/staff/sign-in/code/", {"code": "246810"})

    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before
    assert is_in(client)


def test_who_is_switched_off_is_out_at_once():
    client, manager = sign_in(CLINICIAN), sign_in(MANAGER)
    assert is_in(client)

    manager.post(f"/staff/people/{member(CLINICIAN).pk}/switch/", {"on": "no"})

    assert not is_in(client)
    assert Session.objects.count() == 1


def test_a_new_role_counts_from_the_next_page():
    client = sign_in(MANAGER)
    assert client.get("/staff/people/").status_code == 200

    StaffMember.objects.update(role=Role.FRONT_DESK)

    assert client.get("/staff/people/").status_code == 403


def test_a_new_password_ends_every_other_session():
    client = sign_in(CLINICIAN)
    user = User.objects.get(username="kim")
    user.set_password("another-quiet-heron")
    user.save()

    assert not is_in(client)


def test_one_can_end_one_s_own_sessions_elsewhere():
    here, there = sign_in(CLINICIAN), sign_in(CLINICIAN)
    assert is_in(here)
    assert is_in(there)

    here.post("/staff/me/sessions/")

    assert is_in(here)
    assert not is_in(there)


def test_nobody_ends_the_session_of_another():
    mine, theirs = sign_in(CLINICIAN), sign_in(FRONT_DESK)
    assert is_in(theirs)
    pk = User.objects.get(username="dana").usersession_set.get().pk

    assert mine.post(f"/staff/me/sessions/{pk}/end/").status_code == 404
    assert is_in(theirs)


def test_signing_out_empties_the_browser_s_cache_and_spares_the_runner():
    client = sign_in(CLINICIAN)
    client.cookies["itbcare"] = "a-runner-at-the-same-desk"

    answer = client.post("/staff/sign-out/")

    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.cookies["itbcare"].value == "a-runner-at-the-same-desk"
    assert not is_in(client)


def test_every_page_of_the_clinic_is_kept_nowhere():
    assert "no-store" in sign_in(CLINICIAN).get(ME).headers["Cache-Control"]


def ended(clock, role=MANAGER):
    """A browser whose session has ended, and its answer to a form that was sent after that."""
    client = sign_in(role)
    pk = member(FRONT_DESK).pk
    clock.shift(timedelta(minutes=16))
    return client, client.post(f"/staff/people/{pk}/", TYPED)


def sign_in_again(client, role):
    user = member(role)
    user.set_password(PASSWORD)
    user.save()
    client.post(ENTRANCE, {"login": user.username, "password": PASSWORD})
    return client.post("/staff/sign-in/code/", {"code": "246810"})


def test_what_was_typed_waits_for_the_same_member(clock):
    client, answer = ended(clock)
    said = answer.content.decode()
    assert (answer.status_code, "Morgan Bell" in said, "dana@clinic.example" in said) == (403, True, False)

    assert sign_in_again(client, MANAGER).url == "/staff/kept/"

    page = client.get("/staff/kept/").content.decode()
    assert 'name="email" value="dana@clinic.example"' in page
    pk = member(FRONT_DESK).pk
    assert client.post(f"/staff/people/{pk}/", TYPED).status_code == 302
    assert User.objects.get(pk=pk).email == "dana@clinic.example"
    assert client.get("/staff/kept/").url == "/staff/"


def test_nobody_else_is_shown_what_was_typed(clock):
    client, _answer = ended(clock)
    sign_in_again(client, CLINICIAN)

    page = client.get("/staff/kept/").content.decode()

    assert "dana@clinic.example" not in page
    assert "Morgan Bell" in page
    assert client.get("/staff/kept/").url == "/staff/"


def test_a_browser_that_never_had_a_session_stores_nothing_here(db):
    answer = Client().post("/staff/people/1/", TYPED)

    assert 'name="email" value="dana@clinic.example"' in answer.content.decode()
    assert Session.objects.count() == 0


def test_a_password_is_never_kept():
    answer = Client().post("/staff/me/password/", {"oldpassword": PASSWORD, "password1": "x-y-z-x-y-z-x"})

    assert PASSWORD not in answer.content.decode()


def test_a_file_that_is_lost_is_named(clock):
    client = sign_in(MANAGER)
    clock.shift(timedelta(minutes=16))

    answer = client.post("/staff/people/", {"file": SimpleUploadedFile("list.csv", b"1,2")})

    assert "list.csv" in answer.content.decode()


def test_a_part_of_a_page_is_told_that_the_session_has_ended(clock):
    client = sign_in(CLINICIAN)
    clock.shift(timedelta(minutes=16))

    answer = client.get(ME, headers={"HX-Request": "true", "X-Quiet": "1"})

    assert (answer.status_code, answer.headers["HX-Trigger"]) == (204, "staff:signed-out")


def test_runners_have_no_session():
    client = Client()
    client.get("/check/")

    assert settings.SESSION_COOKIE_NAME not in client.cookies
