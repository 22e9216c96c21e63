"""Two people decide at once: the second sees both, loses nothing, and may save on top."""

import pytest

from programs.models import Decision
from screening.models import Screening
from tests.clinic.deciding import address, case, fields_of, newest, press, version_of
from tests.drafts import sent
from tests.page import Page
from tests.staff import CLINICIAN, sign_in

NOTE = {"note": "Come back\non <b>Friday</b>."}


@pytest.fixture
def kim(db):
    return sign_in(CLINICIAN)


@pytest.fixture
def lee(db):
    return sign_in(CLINICIAN, "lee")


@pytest.fixture
def sarah(db):
    return sent(case("V01"))[0]


def again(client, response, path):
    """Press "Save mine on top"."""
    page = Page(response)
    form = {each.attrs["name"]: each.attrs["value"] for each in page.all("input") if each.inside(action=path)}
    typed = {each.attrs["name"]: each.text for each in page.all("textarea") if each.inside(action=path)}
    return client.post(path, form | typed)


def second(kim, lee, sarah):
    """Lee's note, sent from a page that was made before Kim accepted."""
    version = version_of(sarah)
    kim.post(address("accept", sarah), {"version": version})
    return lee.post(address("note", sarah), {"version": version} | NOTE)


def test_the_second_is_told_and_nothing_of_theirs_is_saved(kim, lee, sarah):
    assert second(kim, lee, sarah).status_code == 409
    assert [each.kind for each in Decision.objects.all()] == ["accepted"]


def test_both_stand_side_by_side(kim, lee, sarah):
    response = second(kim, lee, sarah)
    page = Page(response)

    assert "Kim Sato" in page.one("section", aria_labelledby="theirs-title").text
    assert "Friday" in page.one("section", aria_labelledby="mine-title").text
    assert b"<b>Friday" not in response.content


def test_mine_goes_on_top_when_i_say_so(kim, lee, sarah):
    again(lee, second(kim, lee, sarah), address("note", sarah))

    assert Decision.objects.last().note == "Come back\non <b>Friday</b>."


def test_on_top_is_a_conflict_again_where_a_third_came_first(kim, lee, sarah):
    response = second(kim, lee, sarah)
    kim.post(address("note", sarah), {"version": version_of(sarah), "note": "Third."})

    assert again(lee, response, address("note", sarah)).status_code == 409


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_a_form_without_a_version_is_a_conflict(kim, sarah, version):
    assert kim.post(address("accept", sarah), {"version": version}).status_code == 409


def test_two_plans_are_shown_by_their_differences(kim, lee, sarah):
    mine, theirs = press(lee, sarah, "out-x-0"), press(kim, sarah, "swap-x-0", **{"swap-0": "EX-03"})
    press(kim, sarah, "save", page=theirs)
    page = Page(press(lee, sarah, "save", page=mine, reason="Sore."))

    assert "Leg raise at a wall is in" in page.one("section", aria_labelledby="theirs-title").text
    assert "Side-lying leg raise is out" in page.one("section", aria_labelledby="mine-title").text
    assert "Sore." in page.text


def test_what_of_theirs_would_be_undone_is_listed_before_the_button(kim, lee, sarah):
    mine = press(lee, sarah, "out-x-1")
    press(kim, sarah, "save", page=press(kim, sarah, "look", **{"d-x-0-start": "1 x 5", "d-x-0-goal": ""}))
    text = Page(press(lee, sarah, "save", page=mine)).one("section", aria_labelledby="mine-title").text
    told, _marked, gone = text.partition("If you save yours on top, this of theirs is gone:")

    assert "Side plank on your knees is out" in told
    assert "1 x 5" in gone
    assert "Side plank on your knees is out" not in gone


def test_where_nothing_of_theirs_is_undone_nothing_is_listed(kim, lee, sarah):
    mine = press(lee, sarah, "out-x-1")
    kim.post(address("accept", sarah), {"version": version_of(sarah)})

    assert "this of theirs is gone" not in Page(press(lee, sarah, "save", page=mine)).text


def test_my_plan_on_top_is_the_next_version_as_i_made_it(kim, lee, sarah):
    mine = press(lee, sarah, "out-x-0")
    press(kim, sarah, "save", page=press(kim, sarah, "out-x-1"))
    again(lee, press(lee, sarah, "save", page=mine), address("plan", sarah))
    kept = [each.key for each in newest(sarah).read().stages[0].exercises]

    assert newest(sarah).version == 3
    assert "EX-01" not in kept
    assert "EX-08" in kept


def test_a_claim_of_a_colleague_can_be_taken_over_from_here(kim, lee, sarah):
    kim.post(address("claim", sarah), {"version": version_of(sarah)})
    response = lee.post(address("claim", sarah), {"version": version_of(sarah)})
    assert "Take it over" in Page(response).text

    again(lee, response, address("claim", sarah))
    assert Screening.objects.get().claimed_by.username == "lee"


def test_the_working_copy_comes_through_whole(kim, lee, sarah):
    mine = press(lee, sarah, "out-x-0")
    press(kim, sarah, "save", page=press(kim, sarah, "out-x-1"))
    page = Page(press(lee, sarah, "save", page=mine))

    assert page.one("input", name="work").attrs["value"] == fields_of(Page(mine), "plan")["work"]


def test_what_was_chosen_stands_in_its_words(kim, lee, sarah):
    version = version_of(sarah)
    kim.post(address("accept", sarah), {"version": version})
    form = {"version": version, "soon": "this week", "reason": "Look.", "note": "Please come."}

    page = Page(lee.post(address("refer", sarah), form))

    assert "This week" in page.one("section", aria_labelledby="mine-title").text


def test_what_was_ticked_stands_in_its_words(kim, lee, db):
    held = sent(case("V14"))[0]
    version = version_of(held)
    kim.post(address("accept", held), {"version": version})
    page = Page(lee.post(address("release", held), {"version": version, "what": ["stage_3"], "reason": "Calm."}))

    assert "Stage 3, running" in page.one("section", aria_labelledby="mine-title").text
