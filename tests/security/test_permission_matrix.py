"""Who may open what: every address of the site, six people, one table. A new address fails until it has its row.

T2, T9 and requirement 5. The table stands in permissions.txt, with what its words mean. Runner A owns the check that
the addresses name.
"""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from clinic.shelf.library import own_key
from clinic.shelf.plans import standing_templates
from clinic.shelf.saving import save_exercise
from tests.clinic.shelf import kept_photo, told
from tests.security.addresses import ROUTES, SLUG
from tests.security.people import sent
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, member, sign_in

pytestmark = pytest.mark.django_db
PEOPLE = ("anonymous", "runner A", "runner B", "front desk", "clinician", "manager")
TABLE = {
    "" if route == "/" else route: words
    for route, *words in (
        [part.strip() for part in line.split("|")]
        for line in (Path(__file__).parent / "permissions.txt").read_text().splitlines()
        if line and not line.startswith("#")
    )
}
SIGN_IN = "/staff/sign-in/"
OPEN_TO_ALL = {
    "staff/sign-in/", "staff/sign-in/off/", "staff/password/lost/", "staff/password/lost/sent/",
    "staff/password/done/", "staff/password/set/<str:uidb36>/<str:key>/",
}  # fmt: skip
"""What nobody could sign in without; none of these shows anything of a runner."""


def word_of(response):
    """One answer in a word of the table."""
    if response.status_code in (301, 302) and response.headers["Location"].startswith(SIGN_IN):
        return "sign-in"
    return {403: "no", 404: "none", 405: "off"}.get(response.status_code, "in")


def reading_and_sending(client, address):
    """What came of GET and POST; nothing of either stays."""
    found = []
    for method in (client.get, client.post):
        with transaction.atomic():
            found.append(word_of(method(address)))
            transaction.set_rollback(True)
    return found[0] if found[0] == found[1] else "/".join(found)


def row_of(route, people, check):
    """What each of the six gets at this address."""
    address = filled(route, check)
    return [reading_and_sending(client, address) for client in people]


def filled(route, check):
    """The route with runner A's own code and secret in it; a call is made to the one whose check was stopped.

    What the clinic's own shelf holds is there: an exercise with a photo, and a template.
    """
    code = sent("V06", "Tom Reed").screening.code if route.endswith("/call/") else check.screening.code
    own, photo = own_exercise() if "exercises/" in route or "photos/" in route else ("", SLUG)
    holes = {
        "<str:code>": code,
        "<slug:code>": code,
        "<str:token>": check.token,
        "<slug:slug>": photo,
        "<slug:key>": own,
        "<str:uidb36>": "1",
        "<str:key>": "x-1",
        "<path:rest>": "login/",
        "<int:number>": str(standing_templates()[0].template_id) if "templates/" in route else "",
        "<int:pk>": str(member(FRONT_DESK).pk),
    }
    for hole, value in holes.items():
        route = route.replace(hole, value)
    return f"/{route}"


def own_exercise():
    """An exercise of the clinic's own: its key, and its photo's name."""
    photo = kept_photo()
    saved = save_exercise(told(photo), number=None, version=0, by=member(CLINICIAN))
    return own_key(saved.exercise_id), photo.slug


@pytest.fixture
def people():
    """The six, and the check that is runner A's."""
    sarah, ben = sent("V01", "Sarah Miller"), sent("V02", "Ben Ortiz")
    staff = [sign_in(role) for role in (FRONT_DESK, CLINICIAN, MANAGER)]
    return [Client(), sarah.client, ben.client, *staff], sarah


@pytest.mark.parametrize("route", sorted(set(ROUTES)))
def test_each_of_the_six_gets_what_the_table_says(route, people):
    six, sarah = people
    found = row_of(route, six, sarah)

    assert dict(zip(PEOPLE, found, strict=True)) == dict(zip(PEOPLE, TABLE.get(route, ["?"] * 6), strict=True))


def test_the_table_has_no_address_that_is_gone():
    assert set(TABLE) == set(ROUTES)


@pytest.mark.parametrize("route", sorted(route for route in set(ROUTES) if route.startswith("staff/")))
def test_no_runner_gets_further_at_the_clinic_than_a_stranger(route):
    anonymous, own, other, *_staff = TABLE[route]

    assert anonymous == own == other
    assert anonymous == "sign-in" or route in OPEN_TO_ALL
