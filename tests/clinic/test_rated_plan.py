"""The plan from the clinic's rating: looked at before it is accepted, and no way around what was held or left out."""

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from programs.models import Decision
from tests.clinic.deciding import address, case, newest, press, rerated, version_of
from tests.drafts import device, sent
from tests.page import Page
from tests.staff import CLINICIAN, sign_in


@pytest.fixture
def kim(db):
    return sign_in(CLINICIAN)


@pytest.fixture
def sarah(db):
    return sent(case("V01"), name="Sarah Miller")[0]


@pytest.fixture
def held(db):
    """Someone whose start waits for staff: pain, and a mirror check without the pattern."""
    return sent(case("V03"))[0]


def accept(client, screening, **typed):
    return client.post(address("accept", screening), {"version": version_of(screening)} | typed)


def shown(client, screening):
    return Page(client.get(address("review", screening))).one("section", id="decide").text


def test_it_is_shown_before_anyone_accepts_it(kim, sarah):
    rerated(sarah, left=0)
    text = shown(kim, sarah)

    assert "From the clinic's rating, PL-05:" in text
    assert "Starts at Stage 1: Wake up the hip" in text
    assert "First leg: left leg" in text
    assert "Held: staff open the start." in text
    assert "The runner waits there until a clinician releases it." in text


def test_a_new_hold_is_a_change_and_the_runner_hears_of_it(kim, sarah):
    rerated(sarah, left=0)
    assert "The start waits for staff" in shown(kim, sarah)
    accept(kim, sarah, which="rated")
    sarah.refresh_from_db()

    assert sarah.held
    assert "before you go on" in Decision.objects.get(kind="accepted").detail["new"][1]


def test_what_it_changes_is_shown_too(kim, sarah):
    rerated(sarah, left=0, right=2)

    assert "Another leg starts" in shown(kim, sarah)


def test_neither_plan_is_chosen_for_the_clinician(kim, sarah):
    rerated(sarah, left=0)

    assert accept(kim, sarah).status_code == 422
    assert not Decision.objects.filter(kind="accepted").exists()


@pytest.mark.parametrize(("which", "version"), [("standing", 1), ("rated", 2)])
def test_the_plan_that_was_chosen_stands(kim, sarah, which, version):
    rerated(sarah, left=0)

    assert accept(kim, sarah, which=which).status_code == 302
    assert newest(sarah).version == version


def test_where_there_is_none_it_can_not_be_accepted(kim, sarah):
    assert accept(kim, sarah, which="rated").status_code == 422
    assert newest(sarah).version == 1


def test_the_runner_reads_first_that_a_clinician_looked_and_when(kim):
    screening, token = sent(case("V01"))
    rerated(screening, left=0, right=2)
    accept(kim, screening, which="rated")
    told = f"A clinician watched your squat on both legs on {date_format(timezone.localdate(), 'F j, Y')}."

    assert newest(screening).read().reasons[0].sentence.startswith(told)
    assert Decision.objects.get(kind="accepted").detail["new"][0].startswith(told)
    assert told in Page(device(token).get("/plan/")).text


def test_a_held_start_is_not_released_by_it_without_a_reason(kim, held):
    rerated(held, left=2, right=2)
    assert "The start is released." in shown(kim, held)
    assert accept(kim, held, which="rated").status_code == 422
    assert newest(held).version == 1

    accept(kim, held, which="rated", reason="Clear pattern on both legs.")
    decision = Decision.objects.get(kind="accepted")
    assert (newest(held).read().needs_staff, decision.reason) == ((), "Clear pattern on both legs.")
    assert decision.detail["released"] == ["start"]


def test_what_waits_in_it_waits_in_the_editor_too(kim, held):
    rerated(held, left=2, right=2)
    begun = kim.get(address("plan", held), {"from": "rated"})
    press(kim, held, "save", page=begun)

    assert newest(held).read().needs_staff == ("start",)


def test_what_the_clinic_left_out_stays_left_out(kim, sarah):
    press(kim, sarah, "save", page=press(kim, sarah, "look", out=["EX-01"]), reason="Bruised.")
    rerated(sarah, left=1)
    accept(kim, sarah, which="rated")
    plan = newest(sarah).read()

    assert (newest(sarah).version, plan.leave_out) == (3, ("EX-01",))
    assert "EX-01" not in [each.key for stage in plan.stages for each in stage.exercises]


def test_its_gates_stay_those_of_the_rating_when_it_is_changed(kim):
    screening = sent(case("V20"))[0]
    by_own_answers = newest(screening).read().stages[0].gate
    rerated(screening, left=2, right=0)
    accept(kim, screening, which="rated")
    by_rating = newest(screening).read().stages[0].gate
    press(kim, screening, "save", page=press(kim, screening, "down-x-0"))

    assert newest(screening).version == 3
    assert newest(screening).read().stages[0].gate == by_rating != by_own_answers
