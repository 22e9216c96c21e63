"""What a changed plan says of runs before they come back: nobody is told to run unless somebody decided it."""

import pytest
from django.utils import timezone

from clinic.shelf.plans import standing_templates
from programs.models import Decision
from screening.models import Screening
from tests.clinic.deciding import address, case, newest, press
from tests.clinic.front_desk import stopped
from tests.clinic.test_walk_in import make as walk_in_made
from tests.drafts import device, sent
from tests.page import Page
from tests.staff import CLINICIAN, sign_in

NONE, NORMAL = "No runs in this stage.", "Keep your normal runs"


@pytest.fixture
def kim(db):
    return sign_in(CLINICIAN)


def template():
    return next(f"template-{each.pk}" for each in standing_templates() if each.name == "Wake up the hip")


def begun(client, screening):
    return client.get(address("plan", screening), {"from": template()})


def offered(response):
    return [each.attrs["value"] for each in Page(response).all("option") if each.inside(id="id_beside")]


def calm(**changes):
    """Sarah's case with little pain when running."""
    return {**case("V01"), "pain_running": 1, **changes}


def test_a_template_tells_who_hurts_to_leave_out_runs(kim):
    screening, token = sent(case("V01"))
    page = begun(kim, screening)
    assert offered(page) == []
    assert NONE in Page(page).one("section", id="stage-1").text

    press(kim, screening, "save", page=page)
    assert NONE in newest(screening).read().stages[0].aim
    assert NORMAL not in Page(device(token).get("/plan/")).text


@pytest.mark.parametrize(
    "raw",
    [
        case("V01"),
        calm(flags={"RF-22": "yes"}),
        calm(flags={"RF-13": "yes"}),
        calm(pain_spot="outer_hip"),
    ],
)
def test_normal_runs_are_not_even_offered_where_something_speaks_against_them(kim, raw):
    screening = sent(raw)[0]

    assert offered(begun(kim, screening)) == []
    press(kim, screening, "save", page=begun(kim, screening), beside="beside")
    assert NONE in newest(screening).read().stages[0].aim


def test_a_cleared_red_flag_does_not_bring_runs_back(kim):
    screening = stopped()
    Screening.objects.filter(pk=screening.pk).update(unlocked_at=timezone.now())
    assert offered(begun(kim, screening)) == []

    press(kim, screening, "save", page=begun(kim, screening), reason="Examined.")
    assert NONE in newest(screening).read().stages[0].aim


def test_where_nothing_speaks_against_it_the_clinician_chooses_with_a_reason(kim):
    screening = sent(calm())[0]
    page = begun(kim, screening)
    assert offered(page) == ["none", "beside"]
    runs = press(kim, screening, "look", page=page, beside="beside")
    assert NORMAL in Page(runs).one("section", id="stage-1").text
    assert press(kim, screening, "save", page=runs).status_code == 422

    press(kim, screening, "save", page=runs, reason="Easy runs do not hurt.")
    assert NORMAL in newest(screening).read().stages[0].aim
    assert ["Runs beside Stages 1 and 2", "No runs", "Normal runs go on"] in Decision.objects.get().detail["changes"]


def test_who_may_run_by_the_rules_still_may_from_a_template(kim):
    screening = sent(case("V04"))[0]
    assert NORMAL in newest(screening).read().stages[0].aim
    press(kim, screening, "save", page=begun(kim, screening))

    assert NORMAL in newest(screening).read().stages[0].aim


def test_a_stage_3_that_goes_in_and_out_again_leaves_runs_as_they_were(kim):
    screening = sent(case("V04"))[0]
    back = press(kim, screening, "stage-out-3", page=press(kim, screening, "stage-in-3"))

    assert NORMAL in Page(back).one("section", id="stage-1").text


def test_without_stage_3_a_plan_does_not_turn_to_normal_runs(kim):
    screening = sent(calm())[0]
    press(kim, screening, "save", page=press(kim, screening, "stage-out-3"))

    assert NONE in newest(screening).read().stages[0].aim


def test_a_walk_in_runs_only_where_the_clinician_says_so(kim, db):
    walk_in_made(kim)
    screening = Screening.objects.get(source="walk_in")
    assert NONE in newest(screening).read().stages[0].aim

    runs = press(kim, screening, "look", beside="beside")
    press(kim, screening, "save", page=runs, reason="No pain at all.")
    assert NORMAL in newest(screening).read().stages[0].aim
