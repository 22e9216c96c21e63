"""A walk-in: a plan and sheets without a self-check, never past a warning sign, and made once."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from audit.models import AuditEvent, Kind
from clinic.roles import Role
from clinic.shelf.plans import standing_templates
from programs.deciding import name_of
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.clinic.front_desk import case, printed, printing, signed_in
from tests.drafts import sent
from tests.page import Page
from tests.staff import member, sign_in

WALK_IN = "/staff/walk-in/"


@pytest.fixture
def desk(db):
    return signed_in()


@pytest.fixture
def clinician(db):
    return sign_in(Role.CLINICIAN)


def template(starter="stage-1"):
    return str(standing_templates().get(template__starter=starter).template_id)


def wish(**changes):
    usual = {
        "key": "k1",
        "safety": "asked",
        "leg": "both",
        "template": template(),
        "kinds": ["stage"],
        "paper": "letter",
    }
    return usual | changes


def make(client, **changes):
    return client.post(WALK_IN, wish(**changes))


def problems(response):
    return [link.text for link in Page(response).all("a") if link.inside(id="error-summary")]


def the_plan():
    return IssuedPlan.objects.get().read()


def test_one_form_makes_a_walk_in_and_leads_to_its_file(desk):
    response = make(desk, name="  Pat   Lee ")
    made = Screening.objects.get()

    assert response["Location"] == f"/staff/check/{made.code}/print/?what=stage-1&paper=letter&large=0"
    assert "Pat Lee" in PdfReader(BytesIO(desk.get(response["Location"]).content)).pages[0].extract_text()


def test_it_is_kept_as_what_it_is(desk):
    make(desk, name="Pat Lee")
    made = Screening.objects.get()

    assert (made.source, made.state, made.answers, made.assessment) == ("walk_in", "done", {}, None)
    assert (made.level, made.pattern, made.consent_version, made.name) == ("", "", "walk-in", "Pat Lee")
    assert made.submitted_at is not None


def test_who_made_it_and_how_is_a_decision(desk):
    make(desk, safety="seen", leg="left")
    made = Decision.objects.get()

    assert (made.kind, made.by_name, made.plan_version) == ("made", name_of(member(Role.FRONT_DESK)), 1)
    assert made.detail["safety"] == "seen"
    assert made.detail["template"] == "Wake up the hip"


def test_the_plan_is_version_1_by_this_member_of_staff(desk):
    make(desk)
    issued = IssuedPlan.objects.get()

    assert (issued.version, issued.rule, issued.issued_by) == (1, "STAFF", member(Role.FRONT_DESK))


@pytest.mark.parametrize("leg", ["left", "right"])
def test_the_leg_to_start_with_is_the_one_that_was_chosen(desk, leg):
    make(desk, leg=leg)
    first = the_plan().stages[0].exercises[0]

    assert (the_plan().leg, first.leg) == (leg, leg)
    assert f"your {leg} leg on top" in first.set_up


def test_every_template_of_day_one_can_be_printed(desk):
    for version in standing_templates():
        response = make(desk, template=str(version.template_id))

        assert desk.get(response["Location"])["Content-Type"] == "application/pdf"


def test_paper_and_large_print_are_taken_over(desk):
    assert make(desk, paper="a4", large="1")["Location"].endswith("paper=a4&large=1")


def test_several_kinds_of_sheets_come_in_their_order(desk):
    file = desk.get(make(desk, kinds=["mirror", "stage", "cover"])["Location"])

    assert file.status_code == 200
    assert printed()[0][1] == ["cover", "stage-1", "mirror"]


def test_a_sheet_that_the_plan_has_not_is_said_and_nothing_is_made(desk):
    response = make(desk, kinds=["stage", "run"], name="Pat Lee")

    assert problems(response) == ["This plan has none of these: Return to running. Untick them."]
    assert Page(response).one("input", name="name").attrs["value"] == "Pat Lee"
    assert not Screening.objects.exists()


def test_without_the_safety_line_there_is_no_plan(desk):
    response = make(desk, safety="")

    assert problems(response) == ["Ask about the warning signs first. There is no plan without it."]
    assert not Screening.objects.exists()


def test_a_warning_sign_stops_at_once_and_says_what_to_do(desk):
    response = make(desk, safety="stop", template="", kinds=[])

    assert "Stop: no plan for now" in Page(response).main
    assert "Call 911." in Page(response).main
    assert problems(response) == []
    assert "Choose a template." not in Page(response).main
    assert not Screening.objects.exists()


def test_a_walk_in_that_was_stopped_leaves_a_row_without_a_name(desk):
    make(desk, safety="stop", name="Tom Reed")
    row = AuditEvent.objects.get(kind=Kind.CHANGED)

    assert (row.by_name, row.about) == ("dana", "")
    assert row.detail == {"what": "walk-in stopped by a warning sign"}


def locked(name="Tom Reed", **columns):
    """The check of this runner, which a red flag ended."""
    screening = sent(case("V01"), name=name)[0]
    Screening.objects.filter(pk=screening.pk).update(level="urgent", **columns)
    return screening


def another(response):
    """What the page offers for "another person"."""
    return Page(response).one("input", name="who").attrs["value"]


@pytest.mark.parametrize("name", ["Tom Reed", "reed,  tom", "TÓM Reed"])
def test_a_runner_whose_check_is_locked_gets_no_walk_in(desk, name):
    stopped = locked()
    page = Page(make(desk, name=name))

    assert "A runner of this name was stopped by a warning sign" in page.main
    assert f"/staff/check/{stopped.code}/" in page.links
    assert page.one("input", name="name").attrs["value"] == name
    assert not Screening.objects.filter(source="walk_in").exists()


def test_a_runner_whose_plan_is_on_hold_gets_no_walk_in(desk):
    before = sent(case("V01"), name="Tom Reed")[0]
    Screening.objects.filter(pk=locked("Thomas Reed").pk).update(repeat_of=before)

    assert before.code in Page(make(desk, name="Tom Reed")).main


def test_another_person_of_that_name_gets_one_and_the_decision_says_so(desk):
    stopped = locked()
    who = another(make(desk, name="Tom Reed"))
    assert make(desk, name="Tom Reed", who=who).status_code == 302

    made = Decision.objects.get(kind="made")
    assert made.detail["another_person"] == "asked"
    assert stopped.code in made.reason
    assert stopped.code not in str(made.detail)


def test_another_person_than_one_is_no_answer_about_the_next(desk):
    locked()
    who = another(make(desk, name="Tom Reed"))
    locked()

    assert make(desk, name="Tom Reed", who=who).status_code == 200
    assert not Screening.objects.filter(source="walk_in").exists()


@pytest.mark.parametrize("who", ["other:", "other", "ITB-AAAA-AA", "\0"])
def test_a_made_up_answer_is_none(desk, who):
    locked()

    assert make(desk, name="Tom Reed", who=who).status_code == 200


def test_once_a_clinician_cleared_it_nobody_is_asked(desk):
    stopped = locked()
    Screening.objects.filter(pk=stopped.pk).update(unlocked_at=stopped.submitted_at)

    assert make(desk, name="Tom Reed").status_code == 302


@pytest.mark.parametrize("columns", [{"state": "aside"}, {}])
def test_what_was_set_aside_or_is_older_than_a_year_asks_nothing(desk, columns):
    stopped = locked(**columns)
    if not columns:
        long_ago = stopped.submitted_at - timedelta(days=366)
        Screening.objects.filter(pk=stopped.pk).update(submitted_at=long_ago)

    assert make(desk, name="Tom Reed").status_code == 302


@pytest.mark.parametrize("name", ["", "Tom", "Tom B. Reed", "?"])
def test_who_is_called_otherwise_is_not_asked(desk, name):
    locked()

    assert make(desk, name=name).status_code == 302


def test_looking_namesakes_up_is_on_the_trail(desk):
    locked()
    make(desk, name="Tom Reed")

    assert AuditEvent.objects.get(kind=Kind.LISTED).detail == {"what": "namesakes of a walk-in", "count": 1}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"template": ""}, "Choose a template."),
        ({"template": "999"}, "Choose a template."),
        ({"template": "\0"}, "Choose a template."),
        ({"leg": "middle"}, "Choose the leg to start with."),
        ({"kinds": []}, "Tick at least one sheet."),
        ({"safety": "<b>"}, "Ask about the warning signs first. There is no plan without it."),
    ],
)
def test_what_is_missing_or_wrong_is_said(desk, changes, said):
    assert problems(make(desk, **changes)) == [said]


def test_a_double_click_makes_one(desk):
    assert make(desk)["Location"] == make(desk)["Location"]
    assert Screening.objects.count() == Decision.objects.count() == 1


def test_another_plan_chosen_after_going_back_is_another_walk_in(desk):
    make(desk)
    make(desk, template=template("stage-2"))

    assert Screening.objects.count() == 2


def test_the_same_key_of_another_member_of_staff_is_another_walk_in(desk, clinician):
    make(desk)
    make(clinician)

    assert Screening.objects.count() == 2


def test_each_page_has_a_key_of_its_own(desk):
    keys = {Page(desk.get(WALK_IN)).one("input", name="key").attrs["value"] for _ in range(2)}

    assert len(keys) == 2


def test_a_clinician_puts_a_plan_together_from_the_library(clinician):
    make(clinician, template="scratch", exercises=["1:EX-04", "2:EX-06", "1:EX-01"])
    stages = the_plan().stages

    assert [(stage.number, [it.key for it in stage.exercises]) for stage in stages] == [
        (1, ["EX-01", "EX-04"]),
        (2, ["EX-06"]),
    ]


def test_from_scratch_each_exercise_has_the_library_s_dose(clinician):
    make(clinician, template="scratch", exercises=["1:EX-01"])
    dose = the_plan().stages[0].exercises[0].dose

    assert dose.start
    assert dose.days == "5 days a week (3 if sore)"


def test_nothing_ticked_is_said(clinician):
    assert problems(make(clinician, template="scratch")) == ["Tick at least one exercise."]


def test_an_exercise_that_there_is_not_is_refused(clinician):
    assert len(problems(make(clinician, template="scratch", exercises=["1:EX-99"]))) == 1


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.MANAGER])
def test_only_who_may_review_puts_a_plan_together(db, role):
    client = sign_in(role)

    assert make(client, template="scratch", exercises=["1:EX-01"]).status_code == 403
    assert "From scratch" not in Page(client.get(WALK_IN)).main
    assert not Screening.objects.exists()


def test_every_role_makes_one_from_a_template(db):
    assert {make(sign_in(role)).status_code for role in Role} == {302}


def test_a_stranger_makes_none(client, db):
    assert make(client).status_code in (302, 403)
    assert not Screening.objects.exists()


def test_the_name_is_only_text(desk):
    response = make(desk, name="<b>Pat</b>", template="")

    assert "<b>Pat" not in response.content.decode()


def test_a_template_s_own_page_leads_here_with_it_chosen(desk):
    page = Page(desk.get(WALK_IN, {"template": template()}))

    assert [e.attrs["value"] for e in page.all("input", name="template") if "checked" in e.attrs] == [template()]


def test_its_sheets_open_as_a_page_too(desk):
    make(desk, name="Pat Lee")
    page = Page(desk.get("/staff/sheet/", {"check": Screening.objects.get().code, "what": "stage-1"}))

    assert "Pat Lee" in page.main
    assert not {"/plan/", "/plan/print/"} & set(page.links)


def test_it_is_printed_in_a_pack_as_well(desk):
    make(desk, name="Pat Lee")

    assert printing(desk, Screening.objects.get().code, kinds=["stage"])["Content-Type"] == "application/pdf"


def test_the_page_asks_before_it_offers(desk):
    main = Page(desk.get(WALK_IN)).main

    assert main.index("1. Ask about warning signs") < main.index("2. Choose the plan")


def test_templates_come_in_the_order_of_their_stages(desk):
    main = Page(desk.get(WALK_IN)).main
    names = ["Wake up the hip", "Control your body weight", "Keep it"]

    assert sorted(names, key=main.index) == names
