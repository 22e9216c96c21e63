"""Red flags stop the right people, at the right level, with the right words."""

import pytest

from screening.rules.red_flag_wording import WORDING
from screening.rules.red_flags import FLAG_IDS, URGENT_IDS, Level, triage

URGENT = ["RF-01", "RF-03", "RF-04", "RF-06", "RF-07", "RF-08"]
CLINICIAN = [f"RF-{n:02}" for n in (2, 9, 10, 11, 12, 15, 17, 18, 19, 20, 21)]
CAUTION = {"RF-13": "RF-13", "RF-14a": "RF-14", "RF-14b": "RF-14", "RF-22": "RF-22", "RF-23": "RF-23"}
CALM_INJURY = {"RF-05": "yes", "RF-05a": "yes", "RF-05b": "yes", "RF-05c": "no"}


def levels(found):
    return {flag.id: flag.level for flag in found.raised}


def test_no_flag_is_ok():
    found = triage(dict.fromkeys(FLAG_IDS, "no"), age=40, pain_rest=0, pain_weeks=3)

    assert (found.level, found.raised, found.locked) == ("ok", (), False)


def test_nothing_answered_yet_raises_nothing():
    assert triage({}).level == Level.OK


@pytest.mark.parametrize("key", URGENT)
def test_yes_is_urgent(key):
    assert levels(triage({key: "yes"})) == {key: "urgent"}


@pytest.mark.parametrize("key", CLINICIAN)
def test_yes_is_for_a_clinician(key):
    assert levels(triage({key: "yes"})) == {key: "clinician_first"}


@pytest.mark.parametrize("key", [*URGENT, *CLINICIAN, "RF-05"])
def test_not_sure_is_never_taken_for_no(key):
    found = triage({key: "not_sure"})

    assert (levels(found), found.locked) == ({key: "clinician_first"}, True)


@pytest.mark.parametrize("answer", ["yes", "not_sure"])
@pytest.mark.parametrize("key", CAUTION)
def test_a_caution_lets_the_runner_go_on(key, answer):
    found = triage({key: answer})

    assert (levels(found), found.locked) == ({CAUTION[key]: "caution"}, False)


@pytest.mark.parametrize("key", FLAG_IDS)
def test_no_raises_nothing(key):
    assert triage({key: "no"}).raised == ()


def test_an_injury_that_looks_calm_is_for_a_clinician():
    assert levels(triage(CALM_INJURY, age=54)) == {"RF-05": "clinician_first"}


@pytest.mark.parametrize("sign", [{"RF-05a": "no"}, {"RF-05b": "no"}, {"RF-05c": "yes"}])
def test_one_sign_makes_an_injury_urgent(sign):
    assert levels(triage({**CALM_INJURY, **sign}, age=30)) == {"RF-05": "urgent"}


def test_an_injury_from_55_on_is_urgent():
    assert levels(triage(CALM_INJURY, age=55)) == {"RF-05": "urgent"}


@pytest.mark.parametrize("detail", ["RF-05a", "RF-05b", "RF-05c"])
def test_an_unsure_detail_of_an_injury_still_locks(detail):
    assert levels(triage({**CALM_INJURY, detail: "not_sure"})) == {"RF-05": "clinician_first"}


def test_details_without_an_injury_raise_nothing():
    assert triage({"RF-05": "no", "RF-05a": "no", "RF-05c": "yes"}, age=60).raised == ()


def test_an_unsure_injury_is_for_a_clinician_whatever_its_details():
    assert levels(triage({"RF-05": "not_sure", "RF-05c": "yes"}, age=60)) == {"RF-05": "clinician_first"}


@pytest.mark.parametrize(("age", "raised"), [(17, {"RF-16": "clinician_first"}), (18, {})])
def test_under_18_is_for_a_clinician(age, raised):
    assert levels(triage({}, age=age)) == raised


@pytest.mark.parametrize(("rest", "raised"), [(7, {"RF-21": "clinician_first"}), (6, {})])
def test_pain_at_rest_from_7_is_for_a_clinician(rest, raised):
    assert levels(triage({}, pain_rest=rest)) == raised


@pytest.mark.parametrize(("weeks", "raised"), [(13, {"RF-24": "caution"}), (12, {})])
def test_more_than_12_weeks_of_pain_is_a_caution(weeks, raised):
    assert levels(triage({}, pain_weeks=weeks)) == raised


def test_a_limp_with_pain_at_rest_is_one_flag():
    found = triage({"RF-21": "not_sure"}, pain_rest=8)

    assert [flag.reason.sentence for flag in found.raised] == ["Your pain at rest is 7 or more out of 10."]


def test_yes_speaks_louder_than_not_sure_within_one_flag():
    found = triage({"RF-14a": "not_sure", "RF-14b": "yes"})

    assert found.raised[0].reason.sentence == WORDING["RF-14"].because["yes"]


def test_the_most_urgent_flag_stands_first_then_by_id():
    found = triage({"RF-13": "yes", "RF-22": "yes", "RF-09": "yes", "RF-08": "yes", "RF-02": "yes"})

    assert [flag.id for flag in found.raised] == ["RF-08", "RF-02", "RF-09", "RF-13", "RF-22"]
    assert (found.level, found.ids) == ("urgent", {"RF-08", "RF-02", "RF-09", "RF-13", "RF-22"})


def test_a_raised_flag_says_why_what_to_do_and_where_it_comes_from():
    flag = triage({"RF-06": "yes"}).raised[0]

    assert flag.reason.rule == "RF-06"
    assert flag.reason.sentence == "Your knee is stuck and will not fully bend or go straight."
    assert flag.reason.source == "NHS knee triage; clinic setting, needs sign-off"
    assert flag.action == "See a doctor today or tomorrow. Do not force the knee to bend or go straight."


def test_an_unsure_answer_is_told_as_unsure():
    flag = triage({"RF-06": "not_sure"}).raised[0]

    assert flag.reason.sentence == "You were not sure if your knee is stuck."
    assert flag.action.startswith("See a clinician this week.")


def test_an_unsure_injury_is_told_as_unsure():
    flag = triage({"RF-05": "not_sure"}).raised[0]

    assert flag.reason.sentence.startswith("You were not sure if your pain began")


def test_a_sure_injury_is_told_as_sure():
    assert triage(CALM_INJURY).raised[0].reason.sentence.startswith("Your pain began")


@pytest.mark.parametrize("key", CAUTION)
def test_an_unsure_caution_is_told_as_unsure(key):
    assert triage({key: "not_sure"}).raised[0].reason.sentence.startswith("You were not sure")


@pytest.mark.parametrize("flags", [{"RF-01": "yes"}, {"RF-07": "yes"}, {"RF-04": "yes"}])
def test_the_most_urgent_actions_name_where_to_go(flags):
    action = triage(flags).raised[0].action

    assert "911" in action or "ER" in action


def test_the_walk_knows_which_keys_can_be_urgent():
    assert set(URGENT_IDS) == {*URGENT, "RF-05", "RF-05a", "RF-05b", "RF-05c"}


def test_levels_compare_by_urgency():
    assert Level.OK < Level.CAUTION < Level.CLINICIAN_FIRST < Level.URGENT
    assert Level.URGENT > Level.CLINICIAN_FIRST > Level.CAUTION > Level.OK
    assert [level.rank for level in Level] == [0, 1, 2, 3]


@pytest.mark.parametrize("level", list(Level))
def test_a_level_is_neither_above_nor_below_itself(level):
    same = Level(level)

    assert [level <= same, level >= same, level < same, level > same] == [True, True, False, False]


def test_at_most_and_at_least_follow_urgency_too():
    assert Level.OK <= Level.URGENT
    assert not Level.URGENT <= Level.CAUTION
    assert Level.URGENT >= Level.OK
    assert not Level.OK >= Level.CAUTION


def test_no_action_names_a_disease():
    words = " ".join(text for flag in WORDING.values() for text in flag.action.values()).lower()

    assert not [name for name in ("clot", "cancer", "infection", "fracture", "cauda", "tumor") if name in words]
