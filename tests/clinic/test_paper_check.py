"""A check on paper, typed in by staff: the same questions, the same rules, and marked as such."""

import pytest

from audit.models import AuditEvent, Kind
from clinic.roles import Role
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from screening.questions import load_questions
from screening.rules.red_flags import URGENT_IDS
from screening.typed_answers import typed_answers
from tests.clinic.front_desk import case, signed_in
from tests.drafts import sent
from tests.page import Page
from tests.staff import sign_in

PAPER = "/staff/paper-check/"
SAFETY = [q.key for page in load_questions().pages if page.part == "red_flags" for q in page.questions]


@pytest.fixture
def desk(db):
    return signed_in()


def typed(short="V01", **changes):
    return typed_answers(case(short)) | {"name": "", "email": "", "agreed": "1", "key": "k1"} | changes


def send(client, short="V01", **changes):
    return client.post(PAPER, typed(short, **changes))


def problems(response):
    return [link.text for link in Page(response).all("a") if link.inside(id="error-summary")]


def chosen(page):
    """What is ticked or typed, by name."""
    fields = {
        e.attrs["name"]: e.attrs.get("value", "") for e in page.all("input", type="radio") if "checked" in e.attrs
    }
    return fields | {e.attrs["name"]: e.attrs["value"] for e in page.all("input", type="text") if "name" in e.attrs}


def test_a_whole_check_joins_the_queue_marked_as_paper(desk):
    response = send(desk, name="Sarah Miller")
    made = Screening.objects.get()

    assert response["Location"] == f"/staff/check/{made.code}/typed-in/"
    assert (made.source, made.state, made.consent_version) == ("paper", "waiting", "paper")
    assert (made.name, made.suspected) == ("Sarah Miller", "")


def test_the_same_rules_find_the_same(desk):
    own = sent(case("V01"))[0]
    send(desk, email="another@example.org")
    own.refresh_from_db()
    made = Screening.objects.get(source="paper")

    assert (made.level, made.pattern, made.side, made.assessment) == (own.level, own.pattern, own.side, own.assessment)
    assert made.plans.get().snapshot == own.plans.get().snapshot


@pytest.mark.parametrize("leg", ["left", "right"])
def test_left_is_left(desk, leg):
    other = "right" if leg == "left" else "left"
    clear = {"hip_drop": "0", "knee_cave": "0"}
    marked = {"hip_drop": "2", "knee_cave": "2"}
    changes = {f"{leg}_{key}": value for key, value in marked.items()}
    changes |= {f"{other}_{key}": value for key, value in clear.items()}
    send(desk, pain_side=leg, **changes)
    made = Screening.objects.get()

    assert (made.side, made.answers[f"{leg}_hip_drop"], made.answers[f"{other}_hip_drop"]) == (leg, "2", "0")


def test_the_left_leg_comes_before_the_right_as_on_the_sheet(desk):
    page = Page(desk.get(PAPER))
    names = [e.attrs["name"] for e in page.all("input", type="radio")]

    assert page.main.index("Mirror check: left leg") < page.main.index("Mirror check: right leg")
    assert names.index("left_hip_drop") < names.index("left_knee_cave") < names.index("right_hip_drop")


def test_only_pictures_of_the_right_leg_are_turned(desk):
    turned = {
        e.around[-1].around[-1].attrs["aria-labelledby"]
        for e in Page(desk.get(PAPER)).all("img")
        if "flip" in e.classes
    }

    assert turned == {
        "words-right_hip_drop",
        "words-right_hip_drop_again",
        "words-right_knee_cave",
        "words-right_knee_cave_again",
    }


def test_who_typed_it_in_is_a_decision(desk):
    send(desk)

    assert [(d.kind, d.by_name) for d in Decision.objects.all()] == [("typed_in", "Dana Whitlock")]
    assert AuditEvent.objects.filter(kind=Kind.CHANGED, about=Screening.objects.get().code).exists()


def test_every_question_is_on_one_page_and_asked_once(desk):
    page = Page(desk.get(PAPER))
    names = {e.attrs.get("name") for tag in ("input", "select") for e in page.all(tag)}

    assert {q.key for each in load_questions().pages for q in each.questions} <= names


def test_what_is_missing_is_said_and_nothing_typed_is_lost(desk):
    response = send(desk, age="", name="Sarah Miller", left_reps="")

    assert problems(response) == [
        "Type your age in years, such as 34.",
        "Left leg: bends in one go: Choose how many bends you could do.",
    ]
    assert chosen(Page(response))["name"] == "Sarah Miller"
    assert chosen(Page(response))["RF-01"] == "no"
    assert not Screening.objects.exists()


def test_of_many_problems_the_first_ten_are_listed(desk):
    found = problems(desk.post(PAPER, {"agreed": "1"}))

    assert len(found) == 11
    assert found[-1].endswith("more, marked below.")


def test_without_a_yes_of_the_runner_nothing_is_kept(desk):
    response = send(desk, agreed="")

    assert "Tick that the runner agreed." in problems(response)[0]
    assert not Screening.objects.exists()


def test_an_urgent_answer_locks_at_once_whatever_else_is_blank(desk):
    response = desk.post(PAPER, {"RF-01": "yes", "agreed": "1", "key": "k"}, follow=True)
    made = Screening.objects.get()

    assert (made.level, made.rank, made.state, made.is_locked) == ("urgent", 0, "waiting", True)
    assert "Tell the runner now" in Page(response).main
    assert "Call 911 now" in Page(response).main
    assert not IssuedPlan.objects.exists()


def test_an_urgent_answer_is_told_even_before_the_runner_agreed(desk):
    response = desk.post(PAPER, {"RF-01": "yes", "key": "k"})

    assert "Tell the runner now" in Page(response).main
    assert not Screening.objects.exists()


def test_a_clinician_first_answer_locks_when_the_safety_page_is_whole(desk):
    flags = dict.fromkeys(SAFETY, "no") | {"RF-09": "yes"}
    desk.post(PAPER, {**flags, "age": "34", "unit": "mi", "agreed": "1", "key": "k"})
    made = Screening.objects.get()

    assert (made.level, made.is_locked) == ("clinician_first", True)


def test_after_a_red_flag_nothing_of_the_mirror_check_is_kept(desk):
    send(desk, **{"RF-09": "yes"})

    assert not any(key.startswith(("left_", "right_")) for key in Screening.objects.get().answers)


def no_to_all(client, **typed_before):
    """What is ticked after the button, and what the page remembers of it."""
    page = Page(client.post(PAPER, {**typed_before, "no_to_all": "1"}))
    asked = {key: value for key, value in chosen(page).items() if key.startswith("RF-")}
    return asked, page.one("input", name="filled").attrs["value"].split(",")


def test_no_to_all_fills_in_what_is_blank_and_sends_nothing(desk):
    asked, filled = no_to_all(desk, **{"RF-13": "yes"})

    assert asked.pop("RF-13") == "yes"
    assert set(asked.values()) == {"no"}
    assert set(filled) == set(asked)
    assert not Screening.objects.exists()


def test_no_to_all_never_answers_an_urgent_question(desk):
    asked, _filled = no_to_all(desk)

    assert not set(URGENT_IDS) & set(asked)
    assert {"RF-09", "RF-13"} <= set(asked)


def test_the_urgent_questions_are_marked_to_be_asked_one_by_one(desk):
    marked = [e for e in Page(desk.get(PAPER)).elements if "data-one-by-one" in e.attrs]

    assert len(marked) == len([key for key in SAFETY if key in URGENT_IDS and len(key) == 5])


def test_a_check_after_no_to_all_alone_is_not_whole(desk):
    asked, _filled = no_to_all(desk)
    given = {key: value for key, value in typed().items() if not key.startswith("RF-")}

    assert len(problems(desk.post(PAPER, given | asked))) >= 1
    assert not Screening.objects.exists()


def test_which_answers_the_button_filled_is_kept_with_the_decision(desk):
    send(desk, filled="RF-09,RF-13,RF-14,xx", **{"RF-14": "yes"})

    assert Decision.objects.get().detail["no_to_all"] == ["RF-09", "RF-13"]


def test_without_the_button_the_decision_says_nothing_of_it(desk):
    send(desk)

    assert "no_to_all" not in Decision.objects.get().detail


def test_a_red_flag_on_paper_keeps_name_and_phone_so_that_the_clinic_can_call(desk):
    send(desk, name="Paper  Pat", phone="973 555 0142", **{"RF-04": "yes"})
    made = Screening.objects.get()

    assert (made.is_locked, made.name, made.phone) == (True, "Paper Pat", "973 555 0142")
    assert "paper pat" in made.search_text


@pytest.mark.parametrize("field", ["name", "phone"])
def test_odd_letters_in_name_or_phone_break_nothing(desk, field):
    assert send(desk, **{field: "\0" + "9" * 500, "RF-04": "yes"}).status_code == 302
    assert len(getattr(Screening.objects.get(), field)) <= 80


def stopped(name="Tom Reed"):
    screening = sent(case("V01"), name=name)[0]
    Screening.objects.filter(pk=screening.pk).update(level="urgent")
    return screening


def whos(response):
    return [e.attrs["value"] for e in Page(response).all("input", name="who")]


def test_a_runner_whose_check_is_locked_is_not_typed_in_as_a_new_person(desk):
    locked = stopped()
    response = send(desk, "V02", name="Tom Reed")

    assert "A runner of this name was stopped by a warning sign" in Page(response).main
    assert whos(response) == [locked.code, f"other:{locked.code}"]
    assert chosen(Page(response))["name"] == "Tom Reed"
    assert not Screening.objects.filter(source="paper").exists()


def test_it_can_be_a_later_check_of_the_runner_who_was_stopped_and_stays_held(desk):
    locked = stopped()
    send(desk, "V02", name="Tom Reed", who=locked.code)
    later = Screening.objects.get(source="paper")

    assert later.repeat_of == locked
    assert desk.get(f"/staff/check/{later.code}/print/").status_code == 409


def test_it_can_be_another_person_and_the_decision_says_so(desk):
    locked = stopped()
    send(desk, "V02", name="Tom Reed", who=f"other:{locked.code}")

    assert Screening.objects.get(source="paper").repeat_of is None
    assert locked.code in Decision.objects.get().reason


def test_a_red_flag_on_paper_is_sent_whoever_it_is(desk):
    stopped()

    assert send(desk, name="Tom Reed", **{"RF-01": "yes"}).status_code == 302


def test_no_to_all_leaves_alone_what_only_a_yes_asks_for(desk):
    page = Page(desk.post(PAPER, {"RF-05": "yes", "no_to_all": "1"}))

    assert not {"RF-05a", "RF-05b", "RF-05c"} & set(chosen(page))


def test_a_double_click_makes_one(desk):
    assert send(desk)["Location"] == send(desk)["Location"]
    assert Screening.objects.count() == Decision.objects.count() == 1


def test_for_a_runner_of_a_late_check_only_safety_pain_now_and_mirror_are_asked(desk):
    earlier = sent(case("V01"), name="Sarah Miller")[0]
    page = Page(desk.get(PAPER, {"from": earlier.code.lower()}))
    kept = chosen(page)

    assert kept["name"] == "Sarah Miller"
    assert kept["pain_side"] == earlier.answers["pain_side"]
    assert not [key for key in kept if key.startswith(("RF-", "left_", "right_")) or key == "pain_running"]
    assert "Taken over from" in page.main


def test_only_what_is_taken_over_whole_is_folded(desk):
    earlier = sent(case("V01"), name="Sarah Miller")[0]
    page = Page(desk.get(PAPER, {"from": earlier.code}))
    folded = {e.attrs.get("name") for e in page.all("input") if any("kept" in each.classes for each in e.around)}

    assert {"age", "name"} <= folded
    assert not {"RF-01", "pain_running", "last_week", "left_reps"} & folded


def test_without_an_earlier_check_nothing_is_folded(desk):
    assert not Page(desk.get(PAPER)).all("details", class_="part kept")


def test_of_an_older_check_the_pain_is_asked_anew(desk):
    earlier = sent(case("V01"), name="Sarah Miller")[0]
    long_ago = earlier.submitted_at.replace(year=earlier.submitted_at.year - 1)
    Screening.objects.filter(pk=earlier.pk).update(submitted_at=long_ago, created_at=long_ago)

    assert "pain_side" not in chosen(Page(desk.get(PAPER, {"from": earlier.code})))


def test_it_is_a_later_check_of_that_runner(desk):
    earlier = sent(case("V01"), name="Sarah Miller")[0]
    send(desk, "V02", name="Sarah Miller", **{"from": earlier.code})
    earlier.refresh_from_db()
    later = Screening.objects.get(source="paper")

    assert (later.repeat_of, earlier.state) == (earlier, "replaced")
    assert Decision.objects.get().detail == {"repeats": earlier.code}


def test_a_red_flag_on_paper_holds_the_plan_before_it(desk):
    earlier = sent(case("V01"))[0]
    send(desk, **{"from": earlier.code, "RF-01": "yes"})

    assert Screening.objects.get(pk=earlier.pk).is_on_hold


@pytest.mark.parametrize("code", ["ITB-AAAA-AA", "\0", "<b>", "x" * 500])
def test_a_code_that_names_nobody_is_said_and_nothing_typed_is_lost(desk, code):
    response = send(desk, **{"from": code, "name": "Sarah Miller"})

    assert problems(response)[0].startswith("There is no check")
    assert chosen(Page(response))["name"] == "Sarah Miller"
    assert not Screening.objects.exists()


def test_looking_at_a_runner_s_answers_is_on_the_trail(desk):
    earlier = sent(case("V01"))[0]
    desk.get(PAPER, {"from": earlier.code})

    assert [row.about for row in AuditEvent.objects.filter(kind=Kind.VIEWED)] == [earlier.code]


def test_what_was_found_leads_on_to_the_sheets(desk):
    page = Page(send_and_follow(desk))
    code = Screening.objects.get().code

    assert "marked as typed in from paper" in page.main
    assert f"/staff/check/{code}/print/" in page.links


def send_and_follow(client):
    return client.post(PAPER, typed(), follow=True)


@pytest.mark.parametrize("role", Role)
def test_every_role_may_type_one_in(db, role):
    assert send(sign_in(role)).status_code == 302


def test_a_stranger_types_nothing_in(client, db):
    assert send(client).status_code in (302, 403)
    assert not Screening.objects.exists()


def test_a_runner_may_not_read_what_was_typed_in(client, desk):
    send(desk)

    assert client.get(f"/staff/check/{Screening.objects.get().code}/typed-in/").status_code == 302
