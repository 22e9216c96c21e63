"""The plan's page: each button, what is said before anything is saved, and the version that follows."""

import json

import pytest

from audit.models import AuditEvent, Kind
from clinic.shelf.library import clinic_library
from clinic.shelf.models import Favorite
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.clinic.deciding import address, case, newest, plan_form, press
from tests.clinic.front_desk import stopped
from tests.clinic.shelf import make
from tests.clinic.test_walk_in import make as walk_in_made
from tests.drafts import device, sent
from tests.page import Page
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, member, sign_in


@pytest.fixture
def kim(db):
    return sign_in(CLINICIAN)


@pytest.fixture
def sarah(db):
    return sent(case("V01"), name="Sarah Miller")[0]


def test_it_shows_every_stage_with_the_first_one_open(kim, sarah):
    page = Page(kim.get(address("plan", sarah)))

    assert [heading.text.partition(":")[0] for heading in page.all("h2")][:4] == [f"Stage {n}" for n in range(1, 5)]
    assert page.one("input", name="d-x-0-start").attrs["value"] == "2 x 10"


def test_opening_it_is_noted_and_marks_the_check_as_opened(kim, sarah):
    kim.get(address("plan", sarah))
    sarah.refresh_from_db()

    assert sarah.opened_at


@pytest.mark.parametrize("role", [FRONT_DESK, MANAGER])
def test_only_a_clinician_may_change_a_plan(sarah, role):
    assert sign_in(role).get(address("plan", sarah)).status_code == 403


def test_a_locked_check_has_no_plan_to_change(kim):
    locked = stopped()

    assert kim.get(address("plan", locked))["Location"] == address("review", locked)
    assert kim.post(address("plan", locked), {"do": "save"})["Location"] == address("review", locked)


def keys(response, stage=1):
    work = json.loads(Page(response).one("input", name="work").attrs["value"])
    return [line[0] for number, lines, _warm in work["stages"] if number == stage for line in lines]


def test_an_exercise_goes_down_and_up_again(kim, sarah):
    first = press(kim, sarah, "down-x-0")
    assert keys(first)[:2] == ["EX-08", "EX-01"]

    assert keys(press(kim, sarah, "up-x-1", page=first))[:2] == ["EX-01", "EX-08"]


def test_an_exercise_is_taken_out(kim, sarah):
    assert "EX-08" not in keys(press(kim, sarah, "out-x-1"))


def test_an_exercise_is_swapped_for_another(kim, sarah):
    assert keys(press(kim, sarah, "swap-x-0", **{"swap-0": "EX-03"}))[0] == "EX-03"


def test_an_exercise_is_put_in(kim, sarah):
    assert "EX-02" in keys(press(kim, sarah, "add-x1", **{"add-x": "EX-02"}))


@pytest.mark.parametrize("chosen", ["", "EX-99", "EX-01", "WU-01", "<script>", "\0"])
def test_what_can_not_be_put_in_is_said_and_changes_nothing(kim, sarah, chosen):
    response = press(kim, sarah, "add-x1", **{"add-x": chosen})

    assert response.status_code == 422
    assert keys(response) == keys(kim.get(address("plan", sarah)))
    assert b"<script>" not in response.content.replace(b"<script src", b"")


def test_another_stage_is_opened(kim, sarah):
    page = Page(press(kim, sarah, "open-2"))

    assert page.one("input", name="open").attrs["value"] == "2"


def test_a_stage_is_taken_out_and_put_in_again(kim, sarah):
    out = press(kim, sarah, "stage-out-2")
    assert keys(out, 2) == []

    assert "EX-06" in keys(press(kim, sarah, "stage-in-2", page=out), 2)


def test_a_dose_is_read_kindly(kim, sarah):
    page = Page(press(kim, sarah, "look", **{"d-x-0-start": "3x12", "d-x-0-rest": "45-60 s"}))

    assert page.one("input", name="d-x-0-start").attrs["value"] == "3 x 12"
    assert page.one("input", name="d-x-0-rest").attrs["value"] == "45 to 60 seconds"


def test_a_dose_that_is_none_stays_as_it_was_typed(kim, sarah):
    response = press(kim, sarah, "open-2", reason="Sore", **{"d-x-0-start": "a lot", "d-x-1-goal": "3x35s"})
    page = Page(response)

    assert (response.status_code, page.one("input", name="open").attrs["value"]) == (422, "1")
    assert page.one("input", name="d-x-0-start").attrs["value"] == "a lot"
    assert page.one("input", name="d-x-1-goal").attrs["value"] == "3 x 35 sec"
    assert "Sore" in page.one("textarea", name="reason").text


def test_what_changes_is_listed_before_it_is_saved(kim, sarah):
    text = Page(press(kim, sarah, "out-x-1")).text

    assert "Stage 1: Side plank on your knees is out" in text
    assert IssuedPlan.objects.filter(screening=sarah).count() == 1


def test_it_is_saved_as_the_next_version(kim, sarah):
    response = press(kim, sarah, "save", page=press(kim, sarah, "out-x-1"))
    sarah.refresh_from_db()
    plan = newest(sarah)

    assert response.status_code == 302
    assert (plan.version, plan.issued_by_name, sarah.state) == (2, "Kim Sato", Screening.State.DONE)
    assert "EX-08" not in [each.key for each in plan.read().stages[0].exercises]


def test_the_runner_s_page_follows(kim):
    screening, token = sent(case("V01"))
    press(kim, screening, "save", page=press(kim, screening, "swap-x-0", **{"swap-0": "EX-03"}))

    page = Page(device(token).get("/plan/"))

    assert "Leg raise at a wall" in page.text
    assert "Your clinician chose some of the exercises for you." in page.text


def test_save_and_print_leads_to_the_sheets(kim, sarah):
    response = press(kim, sarah, "print", page=press(kim, sarah, "out-x-1"))

    assert response["Location"] == f"/staff/check/{sarah.code}/print/"


def test_the_note_and_the_reason_are_kept(kim, sarah):
    changed = press(kim, sarah, "out-x-1")
    press(kim, sarah, "save", page=changed, note="Leave the\r\nplank for now.", reason="Shoulder.")
    decision = Decision.objects.get(screening=sarah)

    assert (decision.note, decision.reason) == ("Leave the\nplank for now.", "Shoulder.")


def test_nothing_changed_is_nothing_to_save(kim, sarah):
    assert press(kim, sarah, "save").status_code == 422
    assert not Decision.objects.exists()


def test_a_fifth_strength_exercise_asks_for_a_reason(kim, sarah):
    four = press(kim, sarah, "add-x1", **{"add-x": "EX-02"})
    five = press(kim, sarah, "add-x1", page=four, **{"add-x": "EX-03"})
    assert "Stage 1 has more than four strength exercises." in Page(five).text

    assert press(kim, sarah, "save", page=five).status_code == 422
    assert press(kim, sarah, "save", page=five, reason="They asked for more.").status_code == 302


def test_what_a_blood_thinner_leaves_out_comes_back_only_with_a_reason(kim, db):
    screening = sent(case("V15"))[0]
    back = press(kim, screening, "look", out=[])

    assert "was left out for this runner, and is allowed again." in Page(back).text
    assert press(kim, screening, "save", page=back).status_code == 422


def test_leaving_out_takes_it_from_every_stage(kim, sarah):
    work = Page(press(kim, sarah, "look", out=["EX-01", "WU-01"])).one("input", name="work").attrs["value"]

    assert json.loads(work)["out"] == ["EX-01", "WU-01"]
    assert work.count("EX-01") == work.count("WU-01") == 1


def test_starting_at_a_later_stage_asks_for_a_reason(kim, sarah):
    later = press(kim, sarah, "look", first="2")
    assert press(kim, sarah, "save", page=later).status_code == 422

    press(kim, sarah, "save", page=later, reason="Did Stage 1 with us.")
    assert [stage.number for stage in newest(sarah).read().stages] == [2, 3, 4]


def test_the_runs_start_lower(kim, sarah):
    press(kim, sarah, "save", page=press(kim, sarah, "look", run="48"))

    assert newest(sarah).read().run.weeks[0].total == 48


def test_a_far_start_is_for_who_runs_as_much_already(kim, sarah):
    far = press(kim, sarah, "look", run="108")
    assert press(kim, sarah, "save", page=far, reason="Ran with us.").status_code == 422

    assert press(kim, sarah, "save", page=far, reason="Ran with us.", runs_now="1").status_code == 302
    assert newest(sarah).read().run.weeks[0].total == 108


def test_what_is_held_is_released_with_a_reason(kim, db):
    screening = sent(case("V14"))[0]
    opened = press(kim, screening, "look", release="stage_3")
    assert press(kim, screening, "save", page=opened).status_code == 422

    press(kim, screening, "save", page=opened, reason="Hip is calm.")
    screening.refresh_from_db()
    assert (newest(screening).read().needs_staff, screening.held) == ((), False)


def test_a_stage_taken_out_and_put_in_again_is_still_held(kim, db):
    screening = sent(case("V14"))[0]
    back = press(kim, screening, "stage-in-3", page=press(kim, screening, "stage-out-3"))

    assert "Held" in Page(back).one("section", id="stage-3").text


def test_the_other_leg_goes_first(kim, sarah):
    turned = press(kim, sarah, "look", leg="right")
    assert press(kim, sarah, "save", page=turned).status_code == 422
    press(kim, sarah, "save", page=turned, reason="The right hip is weaker.")
    plan = newest(sarah).read()

    assert plan.stages[0].exercises[0].leg == "right"
    assert "right" in plan.both_legs


@pytest.mark.parametrize(
    "work", ["", "{}", "[]", "null", "x" * 50_000, '{"stages": 1}', '{"stages":[[1,[["EX-01"]],[]]]}']
)
def test_a_working_copy_that_is_none_is_refused_and_the_plan_shown_anew(kim, sarah, work):
    response = kim.post(address("plan", sarah), plan_form(kim, sarah) | {"work": work, "do": "save"})

    assert response.status_code == 400
    assert "could not be read" in Page(response).text


def test_a_plan_that_is_shown_is_noted_even_where_nothing_could_be_read(kim, sarah):
    kim.post(address("plan", sarah), {"do": "look"})

    assert AuditEvent.objects.get(kind=Kind.VIEWED).detail == {"what": "plan"}


def test_the_page_shows_what_a_stage_says_of_runs(kim, sarah):
    assert "No runs in this stage." in Page(kim.get(address("plan", sarah))).one("section", id="stage-1").text


def test_posted_words_never_reach_a_plan(kim, sarah):
    form = plan_form(kim, sarah)
    form["work"] = form["work"].replace("2 x 10", "Run a marathon")

    assert kim.post(address("plan", sarah), form | {"do": "save"}).status_code == 400


@pytest.mark.parametrize(
    "do", ["", "nonsense", "up-x-99", "out-w-99", "stage-in-9", "stage-out-9", "swap-x-99", "open-9"]
)
def test_no_button_breaks_it(kim, sarah, do):
    assert press(kim, sarah, do).status_code in (200, 422)


def test_a_template_is_a_place_to_begin(kim, sarah):
    page = Page(kim.get(address("plan", sarah)))
    source = next(each.attrs["value"] for each in page.all("option") if each.attrs["value"].startswith("template-"))
    begun = kim.get(address("plan", sarah), {"from": source})

    saved = press(kim, sarah, "save", page=begun, reason="Own plan.")

    assert saved.status_code == 302
    assert newest(sarah).read().rule == "STAFF"


def test_a_walk_in_s_plan_is_changed_too(kim, db):
    walk_in_made(kim)
    screening = Screening.objects.get(source="walk_in")
    changed = press(kim, screening, "swap-x-0", **{"swap-0": "EX-03"})

    assert press(kim, screening, "save", page=changed).status_code == 302
    assert newest(screening).read().stages[0].exercises[0].key == "EX-03"


def test_the_clinic_s_own_exercise_can_be_put_in(kim, sarah):
    make(kim)
    own = next(key for key in clinic_library().exercises if key.startswith("OWN-"))
    press(kim, sarah, "save", page=press(kim, sarah, "add-x1", **{"add-x": own}))

    assert own in [each.key for each in newest(sarah).read().stages[0].exercises]


def test_favorites_stand_first_in_the_list(kim, sarah):
    Favorite.objects.create(user=member(CLINICIAN), key="EX-12")
    page = Page(kim.get(address("plan", sarah)))
    group = next(each for each in page.all("optgroup") if each.inside(id="id_add_x"))

    assert (group.attrs["label"], group.text) == ("Your favorites", "Step-up")


def test_a_page_that_looks_at_nothing_new_asks_few_questions(kim, sarah, django_assert_max_num_queries):
    kim.get(address("plan", sarah))
    with django_assert_max_num_queries(30):
        kim.get(address("plan", sarah))
