"""A photo on the runner's pages: for the runner whose plan has it, turned for the leg that works, and nobody else."""

import pytest
from django.urls import reverse

from programs.deciding import decide
from programs.models import Decision
from programs.picture_addresses import picture_address
from tests.clinic.shelf import kept_photo, kim
from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.programs.test_photos import photo_plan
from tests.staff import FRONT_DESK, sign_in

PHOTO = "photo-" + "0a" * 16


def with_photo_plan(leg="right", short="V01"):
    """A runner whose plan was changed to one with a photo: the check, its secret, the photo's slug."""
    screening, token = sent(VIGNETTES[short]["case"])
    made = photo_plan(kept_photo(), leg=leg)
    decide(screening.pk, Decision.Kind.CHANGED, by=kim(), version=None, plan=made)
    return screening, token, made.stages[0].exercises[0].pictures[0].slug


def test_each_side_shows_photos_through_its_own_gate():
    assert picture_address(PHOTO, "programs") == f"/plan/photo/{PHOTO}.jpg"
    assert picture_address(PHOTO, "clinic") == f"/staff/photos/{PHOTO}.jpg"
    assert picture_address(f"exercises/{PHOTO}", "screening") == f"/plan/photo/{PHOTO}.jpg"


def test_a_drawing_stays_where_it_was():
    assert picture_address("glute-bridge-start", "clinic").endswith("figures/exercises/glute-bridge-start.svg")
    assert picture_address("mirror/hip-none", "programs").endswith("figures/mirror/hip-none.svg")


@pytest.mark.django_db
@pytest.mark.parametrize(("leg", "flipped"), [("left", False), ("right", True)])
@pytest.mark.parametrize("path", ["/plan/", "/plan/sheet/?what=stage-1"])
def test_the_page_shows_the_photo_turned_for_the_leg(path, leg, flipped):
    _screening, token, slug = with_photo_plan(leg)
    seen = device(token).get(path).content.decode()

    image = next(part for part in seen.split("<img") if f"/plan/photo/{slug}.jpg" in part)
    assert ('class="flip"' in image.split(">")[0]) is flipped
    assert 'width="330" height="440"' in image


@pytest.mark.django_db
def test_the_runner_whose_plan_shows_it_gets_the_photo():
    _screening, token, slug = with_photo_plan()
    answer = device(token).get(reverse("programs:photo", args=[slug]))

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.content.startswith(b"\xff\xd8\xff")


@pytest.mark.django_db
def test_another_runner_and_a_stranger_do_not(client):
    _screening, _token, slug = with_photo_plan()
    _other, other_token = sent(VIGNETTES["V01"]["case"], name="Tom Reed")
    address = reverse("programs:photo", args=[slug])

    assert device(other_token).get(address).status_code == 404
    assert client.get(address).status_code == 404
    assert client.get(reverse("clinic:photo", args=[slug])).status_code == 302


@pytest.mark.django_db
def test_a_photo_of_an_earlier_version_is_shown_no_more():
    screening, token, slug = with_photo_plan()
    decide(screening.pk, Decision.Kind.CHANGED, by=kim(), version=None, plan=photo_plan())

    assert device(token).get(reverse("programs:photo", args=[slug])).status_code == 404


@pytest.mark.django_db
def test_a_drawing_is_not_served_as_a_photo():
    _screening, token, _slug = with_photo_plan()
    assert device(token).get(reverse("programs:photo", args=["glute-bridge-start"])).status_code == 404


@pytest.mark.django_db
def test_staff_get_every_photo():
    _screening, _token, slug = with_photo_plan()
    answer = sign_in(FRONT_DESK).get(reverse("clinic:photo", args=[slug]))

    assert answer.status_code == 200
    assert "private" in answer.headers["Cache-Control"]
