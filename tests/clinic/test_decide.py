"""What a clinician decides from the review page: each decision's row, what it moves, and what is asked before it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.clinic.deciding import address, case, issued_on, newest, press, rerated, version_of
from tests.drafts import device, sent
from tests.page import Page
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, sign_in

ACTIONS = ("accept", "release", "refer", "came_in", "unlock", "note")
TYPED = {
    "accept": {},
    "release": {"what": ["stage_3"], "reason": "Looked at the hip."},
    "refer": {"soon": "today", "reason": "Look at the knee.", "note": "Please come in today."},
    "came_in": {"outcome": "came"},
    "unlock": {"full_name": "Kim Sato", "reason": "Examined, calm knee."},
    "note": {"note": "Keep going."},
}


@pytest.fixture
def kim(db):
    return sign_in(CLINICIAN)


@pytest.fixture
def sarah(db):
    return sent(case("V01"), name="Sarah Miller")[0]


@pytest.fixture
def held(db):
    """Someone with outer-hip pain: running waits for staff."""
    return sent(case("V14"))[0]


@pytest.fixture
def locked(runner):
    """Someone whose knee is hot and swollen: the walk ended there."""
    runner.start()
    runner.answer({**case("V01"), "flags": {"RF-04": "yes"}})
    return Screening.objects.get(level="urgent")


def act(client, name, screening, **typed):
    form = {"version": version_of(screening)} | TYPED[name] | typed
    return client.post(address(name, screening), form)


def the_decision(screening):
    return Decision.objects.get(screening=screening)


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize("role", [FRONT_DESK, MANAGER])
def test_only_a_clinician_decides(sarah, name, role):
    assert act(sign_in(role), name, sarah).status_code == 403
    assert not Decision.objects.exists()


@pytest.mark.parametrize("name", ACTIONS)
def test_a_decision_is_never_made_by_a_link(kim, sarah, name):
    assert kim.get(address(name, sarah)).status_code == 405


def test_accepting_ends_the_review_and_keeps_the_plan(kim, sarah):
    act(kim, "accept", sarah)
    sarah.refresh_from_db()

    assert (sarah.state, the_decision(sarah).kind, the_decision(sarah).by_name) == ("done", "accepted", "Kim Sato")
    assert sarah.reviewed_at
    assert sarah.claimed_by is None
    assert newest(sarah).version == 1


def test_accept_and_print_leads_to_the_sheets(kim, sarah):
    assert act(kim, "accept", sarah, print="1")["Location"] == address("print_one", sarah)


def test_the_plan_from_the_clinic_s_rating_is_issued_when_chosen(kim, sarah):
    rerated(sarah, left=0)
    act(kim, "accept", sarah, which="rated")

    assert newest(sarah).version == 2
    assert newest(sarah).rule == "PL-05"


def test_accepting_does_not_release_what_is_held(kim, held):
    act(kim, "accept", held)
    held.refresh_from_db()

    assert held.held
    assert newest(held).read().needs_staff == ("stage_3",)


def test_a_locked_check_can_not_be_accepted(kim, locked):
    act(kim, "accept", locked)
    locked.refresh_from_db()

    assert locked.state == "waiting"
    assert not Decision.objects.exists()


def test_releasing_opens_the_stage_for_the_runner(kim):
    held, token = sent(case("V14"))
    act(kim, "release", held)
    held.refresh_from_db()

    assert (newest(held).version, newest(held).read().needs_staff, held.held) == (2, (), False)
    assert not newest(held).read().stages[2].needs_staff
    assert "so the clinic looked at your answers" in Page(device(token).get("/plan/")).text


def test_a_released_start_counts_its_days_from_today(kim, db):
    screening = sent(case("V03"))[0]
    issued_on(screening, timezone.localdate() - timedelta(days=9))
    act(kim, "release", screening, what=["start"])
    plan = newest(screening).read()

    assert (plan.issued_on, plan.needs_staff) == (timezone.localdate(), ())


@pytest.mark.parametrize("lacks", [{"what": []}, {"reason": " \n"}, {"what": ["start"]}, {"reason": "x" * 601}])
def test_a_release_that_lacks_something_keeps_what_was_typed(kim, held, lacks):
    response = act(kim, "release", held, **lacks)
    page = Page(response)

    assert response.status_code == 422
    assert page.one("div", id="error-summary")
    assert page.one("textarea", id="id_release_reason").text == lacks.get("reason", "Looked at the hip.").strip()
    assert newest(held).version == 1


def test_the_form_that_lacks_something_stands_open(kim, held):
    page = Page(act(kim, "release", held, reason=""))

    assert any(
        "open" in each.attrs for each in page.one("textarea", id="id_release_reason").around if each.tag == "details"
    )


def test_asking_to_come_in_waits_for_the_visit(kim, sarah):
    act(kim, "refer", sarah)
    sarah.refresh_from_db()

    assert sarah.state == "referred"
    assert (the_decision(sarah).detail["soon"], the_decision(sarah).note) == ("today", "Please come in today.")


def test_the_runner_reads_that_they_are_asked_to_come_in(kim):
    screening, token = sent(case("V01"))
    act(kim, "refer", screening, note="<b>Please</b> come in.")
    page = device(token).get("/plan/")

    assert "&lt;b&gt;Please&lt;/b&gt; come in." in page.content.decode()


@pytest.mark.parametrize("lacks", [{"reason": ""}, {"note": ""}, {"note": "x" * 601}, {"soon": "next year"}])
def test_a_referral_that_lacks_something_is_not_made(kim, sarah, lacks):
    assert act(kim, "refer", sarah, **lacks).status_code == 422
    assert not Decision.objects.exists()


@pytest.mark.parametrize("outcome", ["came", "seen_elsewhere"])
def test_with_its_outcome_a_referral_is_done(kim, sarah, outcome):
    act(kim, "refer", sarah)
    act(kim, "came_in", sarah, outcome=outcome)
    sarah.refresh_from_db()

    assert sarah.state == "done"
    assert Decision.objects.last().detail == {"outcome": outcome}


def test_who_did_not_come_is_still_asked_to_and_it_is_counted(kim, sarah):
    act(kim, "refer", sarah)
    for _time in range(2):
        act(kim, "came_in", sarah, outcome="did_not_come")
    sarah.refresh_from_db()

    assert sarah.state == "referred"
    assert "Did not come 2 times so far." in panel(kim, sarah).text


@pytest.mark.parametrize("name", ["accept", "release"])
def test_a_decision_on_the_plan_does_not_end_a_referral(kim, held, name):
    act(kim, "refer", held)
    act(kim, name, held)
    held.refresh_from_db()

    assert held.state == "referred"
    assert "Asked to come in." in panel(kim, held).text


def test_a_locked_check_stays_referred_until_somebody_says_how_it_ended(kim, locked):
    act(kim, "refer", locked)
    act(kim, "came_in", locked, outcome="did_not_come")
    assert act(kim, "came_in", locked, outcome="came").status_code == 422
    locked.refresh_from_db()
    assert (locked.state, locked.is_locked) == ("referred", True)

    act(kim, "came_in", locked, outcome="seen_elsewhere", reason="The ER kept him in.")
    locked.refresh_from_db()
    assert (locked.state, locked.is_locked) == ("done", True)


def test_who_needs_care_now_is_asked_for_today_alone_in_words_of_the_clinician(kim, locked):
    page = Page(kim.get(address("review", locked)))
    options = [each.attrs["value"] for each in page.all("option") if each.inside(id="id_refer_soon")]

    assert options == ["today"]
    assert page.one("textarea", id="id_refer_note").text.strip() == ""
    assert act(kim, "refer", locked, soon="this week").status_code == 422
    assert act(kim, "refer", locked, note="").status_code == 422


def test_an_outcome_without_a_referral_is_not_taken(kim, sarah):
    act(kim, "came_in", sarah)

    assert not Decision.objects.exists()


def unlocking(client, screening, **typed):
    return act(client, "unlock", screening, **({"examined_on": timezone.localdate().isoformat()} | typed))


def test_a_red_flag_is_cleared_by_name_with_reason_and_date(kim, locked):
    response = unlocking(kim, locked)
    locked.refresh_from_db()

    assert response["Location"] == address("plan", locked)
    assert locked.unlocked_at
    assert not locked.is_locked
    assert (locked.state, locked.level, the_decision(locked).detail["name"]) == ("waiting", "urgent", "Kim Sato")


@pytest.mark.parametrize(
    "lacks",
    [
        {"full_name": ""},
        {"full_name": "Dana Whitlock"},
        {"reason": ""},
        {"examined_on": ""},
        {"examined_on": "soon"},
        {"examined_on": (timezone.localdate() + timedelta(days=1)).isoformat()},
        {"examined_on": (timezone.localdate() - timedelta(days=400)).isoformat()},
    ],
)
def test_a_red_flag_is_not_cleared_without_all_three(kim, locked, lacks):
    assert unlocking(kim, locked, **lacks).status_code == 422
    locked.refresh_from_db()
    assert locked.is_locked


def test_the_name_may_be_typed_in_any_letters(kim, locked):
    assert unlocking(kim, locked, full_name="  kim   SATO").status_code == 302


def test_the_first_decision_is_when_it_was_reviewed(kim, sarah):
    long_ago = timezone.now() - timedelta(days=3)
    Screening.objects.update(reviewed_at=long_ago)
    act(kim, "accept", sarah)
    sarah.refresh_from_db()

    assert sarah.reviewed_at == long_ago


def test_what_was_never_locked_can_not_be_unlocked(kim, sarah):
    unlocking(kim, sarah)

    assert not Decision.objects.exists()


def test_after_the_red_flag_is_cleared_a_plan_is_made_from_a_stage_of_the_library(kim, locked):
    unlocking(kim, locked)
    page = press(kim, locked, "stage-in-1")
    assert press(kim, locked, "save", page=page).status_code == 422

    press(kim, locked, "save", page=page, reason="Ready for Stage 1.")
    locked.refresh_from_db()
    assert (locked.state, newest(locked).rule, newest(locked).version) == ("done", "STAFF", 1)


def test_it_waits_until_a_plan_was_made(kim, locked):
    unlocking(kim, locked)
    act(kim, "accept", locked)
    locked.refresh_from_db()

    assert locked.state == "waiting"


def test_a_note_moves_nothing_else(kim, sarah):
    act(kim, "note", sarah, note=" Keep\r\ngoing.\x07 ")
    sarah.refresh_from_db()

    assert (sarah.state, the_decision(sarah).note) == ("waiting", "Keep\ngoing.")


@pytest.mark.parametrize("note", ["", " \n ", "x" * 601])
def test_an_empty_or_endless_note_is_not_sent(kim, sarah, note):
    assert act(kim, "note", sarah, note=note).status_code == 422


def test_the_runner_has_the_newest_note_on_their_page(kim):
    screening, token = sent(case("V01"))
    act(kim, "note", screening, note="First note.")
    act(kim, "note", screening, note="Second note.")

    assert "Second note." in Page(device(token).get("/plan/")).text


def panel(client, screening):
    return Page(client.get(address("review", screening))).one("section", id="decide")


def test_the_panel_offers_one_main_action(kim, sarah):
    page = Page(kim.get(address("review", sarah)))
    buttons = [each for each in page.all("button") if each.inside(id="decide") and "btn-primary" in each.classes]

    assert [each.text for each in buttons] == ["Accept and print"]


def test_a_locked_check_offers_to_clear_the_flag_and_no_plan(kim, locked):
    text = panel(kim, locked).text

    assert "Clear the red flag" in text
    assert "Accept" not in text
    assert "Change the plan" not in text


def test_the_front_desk_sees_the_state_and_no_form(sarah):
    dana = sign_in(FRONT_DESK)
    page = Page(dana.get(address("review", sarah)))

    assert "A clinician decides on this check." in panel(dana, sarah).text
    assert not [each for each in page.all("form") if each.inside(id="decide")]


@pytest.mark.parametrize("vignette", ["V01", "V05", "V10", "V11", "V14"])
def test_every_kind_of_result_has_a_panel(kim, vignette):
    screening = sent(case(vignette))[0]

    assert kim.get(address("review", screening)).status_code == 200
    assert act(kim, "accept", screening).status_code == 302
    assert kim.get(address("plan", screening)).status_code == 200


def test_a_code_that_names_nobody_is_not_found(kim, sarah):
    for name in (*ACTIONS, "plan"):
        assert kim.post(address(name, sarah).replace(sarah.code, "ITB-AAAA-AA"), {}).status_code == 404


def test_no_plan_is_issued_by_a_decision_that_fails(kim, held):
    act(kim, "release", held, version=99)

    assert IssuedPlan.objects.filter(screening=held).count() == 1
