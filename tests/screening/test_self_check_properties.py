"""What must hold for every self-check, whatever was answered."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from screening.assessment import assess
from screening.case import BEGAN, EASES, PAIN_SIDES, SPOTS, parse_case
from screening.rules.red_flags import CLINICIAN_ON_YES, FLAG_IDS, URGENT_ON_YES, Level, triage
from tests.cases import sarah

answers = st.sampled_from(["yes", "no", "not_sure"])
signs = st.sampled_from([0, 1, 2])
legs = st.fixed_dictionaries(
    {
        "reps": st.integers(0, 5),
        "hip_drop": signs | st.none(),
        "knee_cave": signs | st.none(),
        "trunk_lean": signs,
        "balance": signs,
        "pain": st.integers(0, 10),
    }
)
all_flags = st.dictionaries(st.sampled_from(FLAG_IDS), answers)
no_flags = st.just({})
OTHER = {"left": "right", "right": "left", "both": "both", None: None}


@st.composite
def cases(draw, flags=no_flags):
    return sarah(
        pain=draw(st.booleans()),
        pain_side=draw(st.sampled_from(PAIN_SIDES)),
        pain_spot=draw(st.sampled_from(SPOTS)),
        began=draw(st.sampled_from(BEGAN)),
        same_distance=draw(answers),
        downhill_or_stairs=draw(answers),
        eases=draw(st.sampled_from(EASES)),
        flags=draw(flags),
        left=draw(legs),
        right=draw(legs),
    )


def mirrored(raw: dict[str, Any]) -> dict[str, Any]:
    return {**raw, "left": raw["right"], "right": raw["left"], "pain_side": OTHER[raw["pain_side"]]}


@given(
    cases(),
    st.sampled_from([*URGENT_ON_YES, *CLINICIAN_ON_YES, "RF-05"]),
    st.sampled_from(["yes", "not_sure"]),
)
def test_a_red_flag_always_locks(raw, key, answer):
    found = assess(parse_case({**raw, "flags": {**raw["flags"], key: answer}}))

    assert found.triage.locked
    assert (found.left, found.right, found.pattern, found.side) == (None, None, None, None)


@given(all_flags, st.sampled_from([*URGENT_ON_YES, *CLINICIAN_ON_YES, "RF-05"]))
def test_not_sure_is_never_calmer_than_no(flags, key):
    assert triage({**flags, key: "not_sure"}).level >= triage({**flags, key: "no"}).level


@given(all_flags, st.sampled_from(["RF-05a", "RF-05b", "RF-05c"]))
def test_an_unsure_injury_detail_is_never_calmer_than_the_calm_answer(flags, key):
    injury = {**flags, "RF-05": "yes"}
    calm = "no" if key == "RF-05c" else "yes"

    assert triage({**injury, key: "not_sure"}).level >= triage({**injury, key: calm}).level


@given(all_flags, st.sampled_from(FLAG_IDS), st.integers(1, 110))
def test_one_more_answer_given_never_calms_what_was_raised(flags, key, age):
    before = triage({name: answer for name, answer in flags.items() if name != key}, age=age)
    after = triage({**flags, key: "yes"}, age=age)

    # "Yes, I can take 4 steps" is a calm answer; every other yes can only raise.
    assert key in ("RF-05a", "RF-05b") or after.level >= before.level


@given(all_flags, st.integers(1, 110), st.integers(0, 10), st.integers(0, 520))
def test_the_level_is_the_highest_raised(flags, age, rest, weeks):
    found = triage(flags, age=age, pain_rest=rest, pain_weeks=weeks)

    assert found.level == max((flag.level for flag in found.raised), default=Level.OK)
    assert len(found.ids) == len(found.raised)
    assert all(flag.action and flag.reason.sentence for flag in found.raised)


@given(cases(flags=all_flags))
def test_left_and_right_swap_cleanly(raw):
    found, swapped = assess(parse_case(raw)), assess(parse_case(mirrored(raw)))

    assert swapped.triage == found.triage
    assert (swapped.pattern, swapped.strength, swapped.fit) == (found.pattern, found.strength, found.fit)
    assert (swapped.side, swapped.notes) == (OTHER[found.side], found.notes)


@given(cases())
def test_each_leg_is_judged_alone(raw):
    found, swapped = assess(parse_case(raw)), assess(parse_case(mirrored(raw)))

    assert (swapped.left.state, swapped.left.score) == (found.right.state, found.right.score)
    assert swapped.left.reason.rule == found.right.reason.rule


@given(cases())
def test_a_side_is_named_exactly_with_a_strength(raw):
    found = assess(parse_case(raw))

    assert (found.side is None) == (found.strength is None)
    assert (found.side is not None) == (found.pattern in ("hip_control", "pattern_no_pain"))
