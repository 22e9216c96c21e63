"""One review on one page: who, what was found and why, what was not told, pain, legs, plan, answers, rules."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent, Kind
from programs.deciding import decide
from programs.models import Decision, IssuedPlan, NoteSeen
from programs.views import plan_at
from screening.models import Screening
from tests.clinic.reviewing import address, check_of, page_of, rating, stopped, words_in
from tests.conftest import VIGNETTES
from tests.drafts import draft, sent
from tests.staff import CLINICIAN, FRONT_DESK, member, sign_in

pytestmark = pytest.mark.django_db


def test_the_summary_says_who_and_how_old():
    page = page_of(check_of("V01", name="Sarah Miller"))
    assert page.one("h1").text == "Sarah Miller, 34"


def test_the_summary_says_what_was_found_and_why():
    words = page_of(check_of("V01")).main
    assert "Hip control pattern, left leg, clear, pain fits" in words
    assert "The pain fits, and the mirror check shows the pattern." in words
    assert "Stage 1: Wake up the hip" in words


def test_the_summary_comes_before_everything_else():
    words = page_of(check_of("V01")).main
    order = ["Hip control pattern", "Mirror check", "Proposed plan", "Every rule that fired", "All answers"]
    assert sorted(order, key=words.index) == order


def test_nothing_left_open_is_said():
    assert "Nothing was left open" in page_of(check_of("V01")).main


def test_what_the_runner_could_not_tell_is_listed_with_the_summary():
    case = json.loads(json.dumps(VIGNETTES["V01"]["case"]))
    case["left"]["hip_drop"] = None
    page = page_of(sent(case)[0])
    box = page.one("div", aria_labelledby="unclear")
    assert "Left leg: belt line tipped" in box.text
    assert box.inside(id="summary")


def test_a_flag_is_shown_with_its_level_and_rule():
    words = page_of(stopped("V06")).main
    assert "RF-04 You have a hot, swollen knee or hip" in words


def test_a_locked_check_says_that_it_is_locked():
    words = page_of(stopped("V06")).main
    assert "Locked by a red flag." in words
    assert "No mirror check: the red flag came first." in words


def test_of_a_locked_check_only_what_was_asked_is_listed():
    page = page_of(stopped("V06"))
    assert not [element for element in page.all("dt") if "bends in one go" in element.text]


def test_a_raised_flag_stands_first_among_its_answers():
    page = page_of(stopped("V06"))
    first = words_in(page, aria_label="Safety first").removeprefix("Safety first").strip()
    assert first.startswith("Hot, red, swollen joint and feeling sick")


@pytest.mark.parametrize(("side", "flips"), [("left", [True]), ("right", [False]), ("both", [True, False])])
def test_the_place_is_marked_on_the_true_side(side, flips):
    page = page_of(sent({**VIGNETTES["V01"]["case"], "pain_side": side})[0])
    charts = [element for element in page.all("div") if "rv-chart" in element.classes]
    assert ["flip" in chart.classes for chart in charts] == flips


def test_somewhere_else_is_on_no_chart():
    page = page_of(sent({**VIGNETTES["V01"]["case"], "pain_spot": "other"})[0])
    assert not [element for element in page.all("div") if "rv-chart" in element.classes]
    assert "Somewhere else, left" in page.main


def test_the_right_leg_is_drawn_turned():
    page = page_of(check_of("V01"))
    pictures = [img for img in page.all("img") if "figures/mirror" in img.attrs["src"] and img.attrs["alt"]]
    assert ["flip" in img.classes for img in pictures] == [False, False, True, True]


def test_each_leg_tells_its_state_its_score_and_its_rule():
    left = words_in(page_of(check_of("V01")), aria_labelledby="leg-left")
    assert "Clear pattern" in left
    assert "score 3 of 4 · SC-02" in left


def test_each_rule_stands_with_its_source():
    page = page_of(check_of("V01"))
    rules = words_in(page, id="rules")
    assert all(rule in rules for rule in ("SC-02", "SC-06", "CL-03", "PL-03", "PL-08", "RR-01"))
    assert "Nakagawa 2012 (JOSPT)" in rules


def test_the_plan_is_shown_with_doses_and_run_weeks():
    plan = words_in(page_of(check_of("V01")), id="plan")
    assert "Side-lying leg raise EX-01 · 2 x 10" in plan
    assert "Week 1: 3 × 2.0, 6.0 mi. Week 18: 25.0 mi." in plan


def test_what_is_held_and_left_out_is_said():
    plan = words_in(page_of(check_of("V14")), id="plan")
    assert "Held: staff open Stage 3." in plan
    assert "MB-03" in plan


def test_a_walk_in_shows_its_plan_without_answers():
    kim = member(CLINICIAN)
    made = walk_in()
    decide(made.pk, Decision.Kind.MADE, by=kim, version=None, plan=plan_at(check_of("V01")).read())
    words = page_of(made).main
    assert "A walk-in: Kim Sato made this plan at the clinic." in words
    assert "Stage 1: Wake up the hip" in words
    assert "All answers" not in words


def walk_in():
    now = timezone.now()
    return Screening.objects.create(
        code="ITB-WA2K-22",
        source=Screening.Source.WALK_IN,
        state=Screening.State.DONE,
        question_set="2026-11.1",
        consent_version="2026-11",
        consented_at=now,
        submitted_at=now,
    )


def test_a_paper_check_names_who_typed_it_in():
    check = check_of("V01")
    Screening.objects.filter(pk=check.pk).update(source=Screening.Source.PAPER)
    decide(check.pk, Decision.Kind.TYPED_IN, by=member(FRONT_DESK), version=None)
    assert "Typed in by staff from paper, by Dana Whitlock." in page_of(check).main


def test_a_cleared_red_flag_names_who_why_and_when():
    check = stopped("V06")
    changes = {"unlocked_at": timezone.now()}
    decide(check.pk, Decision.Kind.UNLOCKED, by=member(CLINICIAN), version=None, reason="Seen at 9 today.", **changes)
    words = page_of(check).main
    assert "Red flag cleared by Kim Sato" in words
    assert "Reason: Seen at 9 today." in words


def test_a_check_set_aside_says_so():
    check = check_of("V01")
    Screening.objects.filter(pk=check.pk).update(state=Screening.State.ASIDE)
    assert "Set aside by staff." in page_of(check).main


def test_an_earlier_version_can_be_looked_at_and_is_not_taken_for_the_one_that_stands():
    check = check_of("V01")
    decide(check.pk, Decision.Kind.CHANGED, by=member(CLINICIAN), version=None, plan=plan_at(check).read())
    assert IssuedPlan.objects.filter(screening=check).count() == 2
    assert "This is version 1. Version 2 stands." in page_of(check, version=1).main
    assert "version 2," in words_in(page_of(check, version="many"), id="plan")


def test_a_note_tells_whether_the_runner_has_seen_it():
    check = check_of("V01")
    noted = decide(check.pk, Decision.Kind.NOTED, by=member(CLINICIAN), version=None, note="Go slow.")
    assert "Not seen by the runner yet" in page_of(check).main
    NoteSeen.objects.create(decision=noted)
    assert "Seen by the runner" in page_of(check).main


def test_a_name_is_never_markup():
    page = page_of(check_of("V01", name="<script>alert(1)</script>"))
    assert page.one("h1").text == "<script>alert(1)</script>, 34"
    assert "<script>alert" not in page.html


def test_a_name_that_is_read_from_the_right_stays_apart():
    page = page_of(check_of("V01", name="שרה מילר"))
    assert page.one("h1").text.endswith(", 34")
    assert [bdi.text for bdi in page.all("bdi") if bdi.inside(id="who")] == ["שרה מילר"]


def test_a_look_is_one_row_of_the_trail():
    check = check_of("V01")
    page_of(check)
    (event,) = AuditEvent.objects.filter(kind=Kind.VIEWED)
    assert (event.about, event.by_name, event.detail) == (check.code, "kim", {"what": "review"})


def test_from_the_first_look_on_the_clinic_keeps_it():
    check = check_of("V01")
    page_of(check)
    check.refresh_from_db()
    assert check.opened_at is not None


def test_a_code_may_be_typed_in_small_letters():
    check = check_of("V01")
    assert sign_in(CLINICIAN).get(f"/staff/check/{check.code.lower()}/").status_code == 200


@pytest.mark.parametrize("code", ["ITB-0000-00", "x" * 300, "\x00", "ß", "ITB-%F0%9F%98%80"])
def test_a_code_that_is_none_is_not_found(code):
    assert sign_in(CLINICIAN).get(reverse("clinic:review", args=[code])).status_code == 404


def test_a_draft_is_not_found_and_leaves_no_trace():
    check, _token = draft(VIGNETTES["V01"]["case"])
    assert sign_in(CLINICIAN).get(address("review", check)).status_code == 404
    assert not AuditEvent.objects.filter(kind=Kind.VIEWED).exists()


def test_the_front_desk_reads_and_decides_nothing():
    check = check_of("V01")
    client = sign_in(FRONT_DESK)
    assert not page_of(check, client).all("form", action=address("claim", check))
    assert client.post(address("claim", check), {"version": 0}).status_code == 403
    assert client.post(address("rate", check), rating(check, left=("0", "0"))).status_code == 403


def test_waiting_is_told_in_hours():
    check = check_of("V01")
    Screening.objects.filter(pk=check.pk).update(submitted_at=timezone.now() - timedelta(hours=3))
    assert "waiting 3" in page_of(check).main


def test_the_text_for_the_chart_has_no_markup_and_short_lines():
    check = check_of("V01", name="Sarah <b>Miller</b>")
    response = sign_in(CLINICIAN).get(address("notes", check))
    text = response.content.decode()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert max(map(len, text.splitlines())) <= 80
    assert "Sarah <b>Miller</b>, 34 years" in text


def test_the_text_for_the_chart_holds_what_a_chart_needs():
    check = check_of("V01")
    text = sign_in(CLINICIAN).get(address("notes", check)).content.decode()
    assert "Left leg, runner: hip marked, knee slight; clear pattern (SC-02, score 3 of 4)" in " ".join(text.split())
    assert "PL-03, version 1" in text
    assert AuditEvent.objects.get(kind=Kind.VIEWED).detail == {"what": "notes"}


def test_the_number_of_queries_does_not_grow_with_decisions(django_assert_max_num_queries):
    check, client = check_of("V01"), sign_in(CLINICIAN)
    for _number in range(20):
        decide(check.pk, Decision.Kind.NOTED, by=member(CLINICIAN), version=None, note="Go slow.")
    with django_assert_max_num_queries(40):
        page_of(check, client)


def test_while_an_earlier_version_is_looked_at_the_summary_and_the_chart_stay_with_the_one_that_stands():
    check = check_of("V14")
    released = replace(plan_at(check).read(), needs_staff=())
    decide(check.pk, Decision.Kind.RELEASED, by=member(CLINICIAN), version=None, plan=released)
    page = page_of(check, version=1)
    assert "Held" in words_in(page, id="plan")
    assert "Held" not in words_in(page, id="summary")
    assert "version 2" in page.one("textarea", id="chart-field").text


def test_a_locked_check_leads_to_its_call_script_and_prints_nothing():
    check = stopped("V06")
    links = page_of(check, sign_in(FRONT_DESK)).links
    assert address("call", check) in links
    assert address("print_one", check) not in links


def test_the_front_desk_prints_from_here_and_sets_nothing_aside():
    check = check_of("V01")
    links = page_of(check, sign_in(FRONT_DESK)).links
    assert address("print_one", check) in links
    assert address("aside", check) not in links


def test_what_a_decision_was_is_said_in_words():
    check, kim = check_of("V01"), member(CLINICIAN)
    for kind, detail in (
        (Decision.Kind.CALLED, {"outcome": "no_answer"}),
        (Decision.Kind.REFERRED, {"soon": "this week"}),
        (Decision.Kind.RELEASED, {"released": ["stage_3"]}),
        (Decision.Kind.CHANGED, {"changes": [["Glute bridge", "2 x 10", "3 x 10"], ["Hip hike", "", "added"]]}),
        (Decision.Kind.UNLOCKED, {"name": "Kim Sato", "examined_on": "2026-11-21"}),
        (Decision.Kind.MADE, {"template": "First weeks", "safety": "asked"}),
        (Decision.Kind.ACCEPTED, {"source": "rated"}),
    ):
        decide(check.pk, kind, by=kim, version=None, detail=detail)
    words = words_in(page_of(check), id="decisions")
    assert "Glute bridge: 3 x 10; was: 2 x 10 Hip hike: added" in words
    for said in ("No answer", "This week", "Stage 3", "Examined by Kim Sato on Nov 21, 2026", "First weeks"):
        assert said in words


def test_a_leg_to_be_checked_again_says_why_and_what_was_out_of_the_ordinary():
    check = check_of("V11")
    left = words_in(page_of(check), aria_labelledby="leg-left")
    assert "Look again score 1 of 4 · SC-01" in left
    text = " ".join(sign_in(CLINICIAN).get(address("notes", check)).content.decode().split())
    assert "hip slight, knee none, 2 bends, pain 5 in the bend; look again (SC-01" in text
