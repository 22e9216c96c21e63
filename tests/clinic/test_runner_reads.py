"""From the clinician's hand to the runner's page and paper: what was decided there is what is read here."""

import pytest

from tests.clinic.deciding import address, case, fields_of, press, rerated, version_of
from tests.clinic.reviewing import page_of
from tests.drafts import device, sent
from tests.page import Page
from tests.staff import CLINICIAN, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim():
    return sign_in(CLINICIAN)


@pytest.fixture
def sarah():
    """Sarah, whose left hip drops, and the secret that opens her page."""
    return sent(case("V01"), name="Sarah Miller")


def read(token, path="/plan/"):
    return Page(device(token).get(path)).text


def test_the_leg_chosen_in_the_editor_is_first_on_page_and_paper(kim, sarah):
    screening, token = sarah
    turned = press(kim, screening, "look", leg="right")
    assert press(kim, screening, "save", page=turned, reason="The right one hurts.").status_code == 302
    said, sheet = read(token), read(token, "/plan/sheet/?what=stage-1")

    for words in (said, sheet):
        assert "Start with your right leg." in words
        assert "Start with your left leg." not in words
        assert "the named leg first" not in words
    assert "Right leg first" in sheet
    assert "Left leg first" not in sheet


def test_an_accepted_rating_names_one_leg_and_who_looked(kim, sarah):
    screening, token = sarah
    rerated(screening, left=0, right=2)
    form = fields_of(page_of(screening, kim), "accept-form") | {"version": version_of(screening)}
    answer = kim.post(address("accept", screening), form | {"which": "rated", "reason": "Seen in the clinic."})
    assert answer.status_code == 302, Page(answer).text
    said = read(token)

    assert "A hip control pattern on the right" in said
    assert "A clinician looked at your squat on " in said
    assert "control pattern on the left" not in said
    assert "Right leg first" in read(token, "/plan/sheet/?what=stage-1")


def test_asked_to_come_in_and_not_there_yet_the_paper_says_so(kim, sarah):
    screening, token = sarah
    typed = {"version": version_of(screening), "soon": "this week", "reason": "A look.", "note": "Please call us."}
    assert kim.post(address("refer", screening), typed).status_code == 302
    typed = {"version": version_of(screening), "outcome": "did_not_come"}
    assert kim.post(address("came_in", screening), typed).status_code == 302

    for path in ("/plan/", "/plan/sheet/?what=stage-1"):
        assert "Until your visit: leave out runs and all that hurts." in read(token, path)
