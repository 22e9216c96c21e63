"""A raw case is read exactly, or refused with one line per problem."""

from decimal import Decimal

import pytest

from screening.case import CaseError, Leg, parse_case
from screening.rules.red_flags import FLAG_IDS
from tests.cases import raw_leg, sarah, tom


def problems_of(raw: object) -> tuple[str, ...]:
    with pytest.raises(CaseError) as caught:
        parse_case(raw)
    return caught.value.problems


def without(raw: dict, name: str) -> dict:
    return {key: value for key, value in raw.items() if key != name}


def test_sarah_is_read_whole():
    case = parse_case(sarah())

    assert (case.unit, case.age, case.usual_week, case.usual_days, case.weeks_off) == ("mi", 34, 250, 5, 2)
    assert case.left == Leg("left", 5, 2, 1, 0, 0, 0)
    assert case.right == Leg("right", 5, 0, 0, 0, 0, 0)


def test_sarahs_pain_is_read_whole():
    pain = parse_case(sarah(pain_running=6, pain_stairs=3, pain_walking=2, pain_rest=1)).pain

    assert pain is not None
    assert (pain.side, pain.spot, pain.began) == ("left", "outer_knee", "slowly")
    assert (pain.same_distance, pain.onset, pain.downhill_or_stairs) == ("yes", 300, "yes")
    assert (pain.running, pain.stairs, pain.walking, pain.rest, pain.weeks) == (6, 3, 2, 1, 6)
    assert pain.eases == "same_day"


def test_a_flag_left_out_of_a_file_is_no():
    assert parse_case(sarah(flags={"RF-22": "yes"})).flags == {
        key: "yes" if key == "RF-22" else "no" for key in FLAG_IDS
    }


def test_the_flags_are_those_of_the_rule_set():
    asked = [f"RF-{n:02}" for n in range(1, 24) if n not in (14, 16)]
    details = ["RF-05a", "RF-05b", "RF-05c", "RF-14a", "RF-14b"]

    assert sorted(FLAG_IDS) == sorted(asked + details)


@pytest.mark.parametrize("name", [key for key in sarah() if key not in ("left", "right")])
def test_every_field_that_is_asked_must_be_there(name):
    found = problems_of(without(sarah(), name))

    assert [line.split(":")[0] for line in found] == [name]


@pytest.mark.parametrize("name", ["left", "right"])
def test_both_legs_are_asked_when_the_runner_may_go_on(name):
    assert problems_of(without(sarah(), name)) == (f"{name}: must be an object",)


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("unit", "miles", "mi or km"),
        ("age", 0, "a whole number from 1 to 110"),
        ("age", 111, "a whole number from 1 to 110"),
        ("age", True, "a whole number from 1 to 110"),
        ("age", 34.0, "a whole number from 1 to 110"),
        ("age", "34", "a whole number from 1 to 110"),
        ("usual_week", 0.4, "a number from 0.5 to 150 with at most one decimal"),
        ("usual_week", Decimal("150.1"), "a number from 0.5 to 150 with at most one decimal"),
        ("usual_week", Decimal("25.05"), "a number from 0.5 to 150 with at most one decimal"),
        ("usual_week", True, "a number from 0.5 to 150 with at most one decimal"),
        ("usual_week", float("nan"), "a number from 0.5 to 150 with at most one decimal"),
        ("usual_week", "25", "a number from 0.5 to 150 with at most one decimal"),
        ("usual_days", 0, "a whole number from 1 to 7"),
        ("usual_days", 8, "a whole number from 1 to 7"),
        ("weeks_off", -1, "a whole number from 0 to 520"),
        ("weeks_off", 521, "a whole number from 0 to 520"),
        ("pain", 1, "true or false"),
        ("pain", None, "true or false"),
        ("pain_side", "center", "left, right or both"),
        ("began", "suddenly", "slowly or one_moment"),
        ("same_distance", True, "yes, no or not_sure"),
        ("downhill_or_stairs", "maybe", "yes, no or not_sure"),
        ("eases", "never", "minutes, same_day, next_day or does_not"),
        ("onset_distance", 0, "a number from 0.1 to 50, or null"),
        ("onset_distance", 50.01, "a number from 0.1 to 50, or null"),
        ("onset_distance", False, "a number from 0.1 to 50, or null"),
        ("pain_running", 11, "a whole number from 0 to 10"),
        ("pain_stairs", -1, "a whole number from 0 to 10"),
        ("pain_walking", -1, "a whole number from 0 to 10"),
        ("pain_walking", 11, "a whole number from 0 to 10"),
        ("pain_rest", None, "a whole number from 0 to 10"),
        ("pain_weeks", 521, "a whole number from 0 to 520"),
        ("flags", [], "an object"),
    ],
)
def test_a_field_out_of_range_is_named_with_what_it_may_be(name, value, allowed):
    assert problems_of(sarah(**{name: value})) == (f"{name}: must be {allowed}",)


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("reps", 6, "a whole number from 0 to 5"),
        ("reps", -1, "a whole number from 0 to 5"),
        ("hip_drop", 3, "0, 1, 2 or null"),
        ("hip_drop", True, "0, 1, 2 or null"),
        ("knee_cave", 1.0, "0, 1, 2 or null"),
        ("trunk_lean", None, "0, 1 or 2"),
        ("balance", None, "0, 1 or 2"),
        ("pain", 11, "a whole number from 0 to 10"),
        ("pain", -1, "a whole number from 0 to 10"),
    ],
)
def test_a_leg_out_of_range_is_named_with_what_it_may_be(name, value, allowed):
    assert problems_of(sarah(left=raw_leg(**{name: value}))) == (f"left.{name}: must be {allowed}",)


@pytest.mark.parametrize("name", ["reps", "hip_drop", "knee_cave", "balance", "pain"])
def test_a_leg_needs_every_sign(name):
    found = problems_of(sarah(right=without(raw_leg(), name)))

    assert [line.split(":")[0] for line in found] == [f"right.{name}"]


@pytest.mark.parametrize("highest", [{"age": 110}, {"usual_week": 150}, {"usual_days": 7}, {"weeks_off": 520}])
@pytest.mark.parametrize("pain", [{"pain_running": 10, "onset_distance": 50}, {"pain_weeks": 520}])
def test_the_ends_of_the_ranges_are_allowed(highest, pain):
    assert parse_case(sarah(**highest, **pain))


@pytest.mark.parametrize("lowest", [{"age": 1}, {"usual_week": 0.5, "usual_days": 1}, {"weeks_off": 0}])
def test_the_low_ends_of_the_ranges_are_allowed(lowest):
    assert parse_case(sarah(**lowest, onset_distance=0.1, pain_weeks=0))


def test_could_not_tell_is_an_answer():
    case = parse_case(sarah(left=raw_leg(hip_drop=None, knee_cave=None)))

    assert case.left is not None
    assert (case.left.hip_drop, case.left.knee_cave) == (None, None)


def test_trunk_lean_may_be_left_out():
    case = parse_case(sarah(left=without(raw_leg(), "trunk_lean")))

    assert case.left is not None
    assert case.left.trunk_lean == 0


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (sarah(shoe="red"), "shoe"),
        (sarah(left=raw_leg(foo=1)), "left.foo"),
        (sarah(right=raw_leg(side="left")), "right.side"),
        (sarah(flags={"RF-99": "no"}), "flags.RF-99"),
        (sarah(flags={"RF-14": "no"}), "flags.RF-14"),
        (sarah(flags={"RF-16": "yes"}), "flags.RF-16"),
        (sarah(**{"two\nlines": 1}), r"two\nlines"),
        (sarah(**{"x" * 90: 1}), "x" * 60),
    ],
)
def test_an_unknown_field_is_refused_by_name(raw, name):
    assert problems_of(raw) == (f"{name}: unknown field",)


@pytest.mark.parametrize("answer", ["maybe", True, None, 1])
def test_a_flag_takes_three_answers_only(answer):
    assert problems_of(sarah(flags={"RF-05": answer})) == ("flags.RF-05: must be yes, no or not_sure",)


def test_a_mistyped_pain_asks_for_no_pain_picture():
    assert problems_of(tom(pain="no")) == ("pain: must be true or false",)


def test_every_problem_is_told_at_once():
    found = problems_of(sarah(age=0, left=raw_leg(hip_drop=7), flags={"RF-05": "?"}, color=1))

    assert [line.split(":")[0] for line in found] == ["age", "flags.RF-05", "left.hip_drop", "color"]


@pytest.mark.parametrize("raw", [None, [], "case", 3])
def test_a_case_must_be_an_object(raw):
    assert problems_of(raw) == ("case: must be an object",)


def test_the_error_reads_as_its_problems():
    assert str(CaseError(("age: must be 1", "unit: must be mi"))) == "age: must be 1\nunit: must be mi"


def test_without_pain_the_pain_fields_are_not_read():
    assert parse_case(tom(pain_side="nowhere", pain_rest=99)).pain is None


def test_when_triage_locks_the_legs_are_not_read():
    case = parse_case(sarah(flags={"RF-01": "yes"}, left={"hip_drop": 9}, right="nonsense"))

    assert (case.left, case.right) == (None, None)


@pytest.mark.parametrize("locking", [{"age": 17}, {"pain_rest": 7}, {"flags": {"RF-12": "not_sure"}}])
def test_a_locked_case_needs_no_legs(locking):
    assert parse_case(without(without(sarah(**locking), "left"), "right")).left is None


def test_a_mistyped_age_does_not_excuse_the_legs():
    found = problems_of(without(sarah(age=None), "left"))

    assert found == ("age: must be a whole number from 1 to 110", "left: must be an object")


def test_a_mistyped_field_does_not_ask_a_locked_case_for_legs():
    found = problems_of(without(without(sarah(age=200, flags={"RF-01": "yes"}), "left"), "right"))

    assert found == ("age: must be a whole number from 1 to 110",)


@pytest.mark.parametrize("week", [25.4, Decimal("25.4"), Decimal("25.40")])
def test_a_usual_week_is_kept_in_tenths(week):
    assert parse_case(sarah(usual_week=week)).usual_week == 254


@pytest.mark.parametrize(("given", "kept"), [(3, 300), (3.159, 315), (Decimal("0.1"), 10), (None, None)])
def test_an_onset_distance_is_kept_in_hundredths_rounded_down(given, kept):
    pain = parse_case(sarah(onset_distance=given)).pain

    assert pain is not None
    assert pain.onset == kept


def test_a_number_with_many_digits_is_still_read_exactly():
    assert problems_of(sarah(usual_week=Decimal("25.4000000000000000000000000000000000001")))
