"""The care page: what to do now, whom to call, no plan, and the truth about who is watching."""

import re

import pytest

from audit.models import AuditEvent, Kind
from programs.models import IssuedPlan
from screening.actions import mark_opened
from screening.models import Screening
from screening.questions import load_questions
from screening.rules.red_flags import CLINICIAN_ON_YES, INJURY, URGENT_ON_YES
from tests.conftest import VIGNETTES
from tests.page import Page

SARAH = VIGNETTES["V01"]["case"]
PLAN_WORDS = re.compile(r"\b(Stage [1-4]|PDF|sets|week 1|miles a week|your sheet)\b", re.IGNORECASE)
ILLNESS = re.compile(r"clot|DVT|thrombo|infection|sepsis|cauda|fracture|tumou?r|cancer|stress injury", re.IGNORECASE)
LOCKS = [
    *[(key, "yes", "urgent") for key in URGENT_ON_YES],
    *[(key, "not_sure", "clinician_first") for key in (*URGENT_ON_YES, INJURY, *CLINICIAN_ON_YES)],
    *[(key, "yes", "clinician_first") for key in (INJURY, *CLINICIAN_ON_YES)],
]


def stopped(runner, **flags):
    """The runner's care page; the details of an injury are calm unless said."""
    runner.start()
    calm = {"RF-05a": "yes", "RF-05b": "yes", "RF-05c": "no"} if flags.get("RF-05") == "yes" else {}
    runner.answer({**SARAH, "flags": calm | flags})
    return Page(runner.client.get("/check/care/"))


@pytest.fixture
def urgent(runner):
    """The page of a runner with a hot, swollen knee."""
    return stopped(runner, **{"RF-04": "yes"})


@pytest.fixture
def first(runner):
    """The page of a runner whose knee buckles."""
    return stopped(runner, **{"RF-10": "yes"})


@pytest.mark.parametrize(("key", "answer", "level"), LOCKS)
def test_a_red_flag_ends_the_walk_on_its_care_page_with_no_plan(runner, key, answer, level):
    page = stopped(runner, **{key: answer})
    kept = runner.screening

    assert kept.level == level
    assert [flag.id for flag in kept.read_assessment().triage.raised] == [key]
    assert not PLAN_WORDS.search(page.main)
    assert not [key for key in kept.answers if key.startswith(("left_", "right_", "seen:mirror"))]
    assert not IssuedPlan.objects.exists()


@pytest.mark.parametrize(("key", "answer"), [("RF-05a", "no"), ("RF-05b", "no"), ("RF-05c", "yes")])
def test_an_injury_with_a_sign_of_the_x_ray_rule_is_urgent(runner, key, answer):
    page = stopped(runner, **{"RF-05": "yes", key: answer})

    assert page.one("h1").text == "Please get care today"


def test_the_page_says_what_to_do_now_first(urgent):
    assert urgent.one("h1").text == "Go to the ER today"
    assert [p for p in urgent.all("p") if "care-do" in p.classes]


@pytest.mark.parametrize(
    ("flag", "title"),
    [
        ("RF-01", "Call 911 now"),
        ("RF-03", "Please get care today"),
        ("RF-06", "Get care today or tomorrow"),
        ("RF-07", "Go to the ER now"),
    ],
)
def test_the_heading_says_how_soon(runner, flag, title):
    assert stopped(runner, **{flag: "yes"}).one("h1").text == title


@pytest.mark.parametrize("flags", [{"RF-01": "not_sure"}, {"RF-02": "yes"}])
def test_beside_heart_and_breathing_no_walking_is_called_fine(runner, flags):
    page = stopped(runner, **flags)

    assert "Easy walking" not in page.text
    assert [a for a in page.all("a") if a.attrs.get("href") == "tel:911"]


def test_chest_pain_leads_with_911(runner):
    page = stopped(runner, **{"RF-01": "yes"})

    assert page.one("h1").text == "Call 911 now"
    assert page.links.index("tel:911") < page.links.index("tel:+19736897123")


def test_an_unsure_answer_about_chest_pain_is_told_what_the_page_s_own_words_say(runner):
    page = stopped(runner, **{"RF-01": "not_sure"})

    assert page.one("h1").text == "Please see a clinician before you start"
    assert "Call a doctor today" in page.main


def test_an_urgent_page_has_911_and_the_clinic_to_call(urgent):
    assert {"tel:911", "tel:+19736897123"} <= set(urgent.links)


def test_a_clinician_first_page_gives_the_clinic_and_what_to_leave_out(first):
    assert first.one("h1").text == "Please see a clinician before you start"
    assert "tel:+19736897123" in first.links
    assert "no running and no hopping" in first.text


@pytest.mark.parametrize("level", ["urgent", "first"])
def test_the_page_says_that_nobody_watches_at_night(level, request):
    assert "Nobody watches the inbox at night or on weekends." in request.getfixturevalue(level).main


def test_an_urgent_page_says_not_to_wait_for_a_call(urgent):
    assert "Do not wait for us to call you." in urgent.main


def test_the_page_says_why_without_naming_an_illness(urgent):
    assert "Why we stopped here" in urgent.main
    assert "This is not a diagnosis." in urgent.main
    assert not ILLNESS.search(urgent.main)


def test_the_page_names_what_else_the_clinician_should_hear(runner):
    assert "Please tell the clinician this as well:" in stopped(runner, **{"RF-09": "yes", "RF-14a": "yes"}).main


def test_the_code_to_say_on_the_phone_is_shown(runner, urgent):
    assert f"Your code is {runner.screening.code}." in urgent.main


def test_the_stop_is_kept_for_staff_with_the_answers_given_so_far(runner, urgent):
    kept = runner.screening

    assert kept.submitted_at is not None
    assert kept.rule_set
    assert kept.answers["RF-04"] == "yes"


def test_a_clinician_s_answer_waits_for_the_urgent_ones(runner):
    page = stopped(runner, **{"RF-03": "not_sure", "RF-06": "yes"})

    assert page.one("h1").text == "Get care today or tomorrow"
    assert runner.screening.level == "urgent"


@pytest.mark.parametrize("path", ["/plan/", "/check/answers/", "/check/resume/"])
def test_every_way_on_leads_back_to_care(runner, urgent, path):
    response = runner.client.get(path)

    assert response.status_code == 409 or response["Location"] == "/check/care/"


@pytest.mark.parametrize("path", ["/plan/print/", "/plan/sheet.pdf", "/plan/sheet/"])
def test_there_is_no_sheet_and_its_address_leads_back_to_care(runner, urgent, path):
    response = runner.client.get(path, follow=True)

    assert response.redirect_chain == [("/plan/", 302), ("/check/care/", 302)]


def test_there_are_no_run_weeks(runner, urgent):
    assert runner.client.get("/plan/run-weeks.csv").status_code == 404


def test_finish_gives_no_plan_to_a_stopped_check(runner, urgent):
    assert runner.finish()["Location"] == "/check/care/"
    assert not IssuedPlan.objects.exists()


def test_a_draft_has_no_care_page(runner):
    runner.start()

    assert runner.client.get("/check/care/")["Location"] == "/check/about-you/"


def test_a_number_to_call_is_kept_and_said_back(runner, urgent):
    runner.client.post("/check/care/", {"name": "Tom Reed", "phone": "973 555 0100"})

    assert (runner.screening.name, runner.screening.phone) == ("Tom Reed", "973 555 0100")
    assert "Saved. The clinic has your number: 973 555 0100." in Page(runner.client.get("/check/care/")).main


def changed_after_opening(runner):
    """The runner leaves one number, the clinic opens the check, and the runner leaves another."""
    runner.client.post("/check/care/", {"name": "Tom Reed", "phone": "973 555 0100"})
    mark_opened(runner.screening)
    runner.client.post("/check/care/", {"name": "Somebody Else", "phone": "862 555 0199"})
    return runner.screening


def test_what_the_clinic_had_opened_is_kept_beside_what_the_runner_changes(runner, urgent):
    kept = changed_after_opening(runner)

    assert (kept.name, kept.phone) == ("Somebody Else", "862 555 0199")
    assert kept.contact_before == {"name": "Tom Reed", "phone": "973 555 0100"}


def test_a_second_change_keeps_what_the_clinic_had_opened(runner, urgent):
    changed_after_opening(runner)
    runner.client.post("/check/care/", {"name": "A Third", "phone": "862 555 0200"})

    assert runner.screening.contact_before == {"name": "Tom Reed", "phone": "973 555 0100"}


def test_the_trail_tells_of_the_change_and_not_the_words(runner, urgent):
    changed_after_opening(runner)
    event = AuditEvent.objects.get(kind=Kind.CHANGED)

    assert (event.about, event.by, event.detail) == (runner.screening.code, None, {"what": "contact, by the runner"})


@pytest.mark.parametrize("opened", [False, True])
def test_what_is_left_first_or_left_again_as_it_was_is_no_change(runner, urgent, opened):
    runner.client.post("/check/care/", {"name": "Tom Reed", "phone": "973 555 0100"})
    if opened:
        mark_opened(runner.screening)
    runner.client.post("/check/care/", {"name": "Tom Reed", "phone": "973 555 0100"})

    assert runner.screening.contact_before is None
    assert not AuditEvent.objects.filter(kind=Kind.CHANGED).exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"name": "", "phone": "12"}, "Type a phone number with its area code, such as 973 555 0100."),
        ({"name": "Tom", "phone": ""}, "Type the number the clinic should call."),
    ],
)
def test_a_number_that_can_not_be_called_is_told_and_kept_in_its_box(runner, urgent, data, said):
    page = Page(runner.client.post("/check/care/", data))

    assert said in page.main
    assert page.one("input", name="name").attrs["value"] == data["name"]
    assert runner.screening.phone == ""


def test_a_wrong_tap_can_be_put_right_with_a_new_check_and_the_clinic_keeps_both(runner, urgent):
    response = runner.client.post("/check/again/")

    assert response["Location"] == "/check/about-you/"
    assert Screening.objects.filter(level="urgent").count() == 1


def test_every_red_flag_that_locks_was_tried():
    asked = {q.key for page in load_questions().pages for q in page.questions if q.key.startswith("RF-")}
    cautions, details = {"RF-13", "RF-14a", "RF-14b", "RF-22", "RF-23"}, {"RF-05a", "RF-05b", "RF-05c"}

    assert {key for key, _answer, _level in LOCKS} == asked - cautions - details
