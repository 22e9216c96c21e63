"""A dose as it is typed, and as it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.dosing import FIELDS, DoseError, known_texts, read_dose
from programs.library import load_library

LIBRARY = load_library()
KNOWN = known_texts(LIBRARY)
USUAL = LIBRARY.exercises["EX-06"].doses["2"]
DOSES = [dose for exercise in LIBRARY.exercises.values() for dose in exercise.doses.values()]


def read(**typed):
    dose = read_dose(typed, USUAL, KNOWN)
    return getattr(dose, next(iter(typed)))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("3x12", "3 x 12"),
        ("3 × 12", "3 x 12"),
        ("3*12", "3 x 12"),
        ("3 sets of 12", "3 x 12"),
        ("3 x 12 reps", "3 x 12"),
        ("3 x 8-10", "3 x 8 to 10"),
        ("3 x 30s", "3 x 30 sec"),
        ("2 x 45 seconds", "2 x 45 sec"),
        ("3-5 minutes", "3 to 5 min"),
        ("2x10 steps", "2 x 10 steps"),
        ("10 EACH side", "10 each side"),
        ("2 x 5 to 5", "2 x 5"),
    ],
)
def test_an_amount_is_read_kindly(typed, printed):
    assert read(start=typed, goal="") == printed


@pytest.mark.parametrize(
    "typed", ["", "many", "0 x 3", "7 x 3", "3 x 0", "3 x 61", "3 x 9-8", "3 x 301 sec", "31 min", "1000"]
)
def test_an_amount_out_of_bounds_is_refused(typed):
    with pytest.raises(DoseError):
        read(start=typed)


def test_a_goal_may_be_left_empty():
    assert read(goal="") == ""


@pytest.mark.parametrize(
    ("field", "typed", "printed"),
    [
        ("goal", "3x20", "3 x 20"),
        ("hold", "", ""),
        ("hold", "1", "1 second"),
        ("hold", "15-30 s", "15 to 30 seconds"),
        ("rest", "", ""),
        ("rest", "45 to 60", "45 to 60 seconds"),
        ("tempo", "", ""),
        ("tempo", "4-0-2", None),
        ("tempo", "4-1-2", "4 down, 1 hold, 2 up"),
        ("tempo", "4-2", None),
        ("tempo", "2 up 5 hold 3 down", "2 up, 5 hold, 3 down"),
        ("tempo", "2 up, 3-5 hold", "2 up, 3 to 5 hold"),
        ("tempo", "25 up", None),
        ("tempo", "like a swan", None),
        ("hold", "301", None),
        ("hold", "long", None),
        ("rest", "none at all", None),
        ("days", "3", "3 days a week"),
        ("days", "1", "1 day a week"),
        ("days", "3-5 per week", "3 to 5 days a week"),
        ("days", "3 days a week, not back to back", "3 days a week, not back to back"),
        ("days", "8", None),
        ("days", "", ""),
        ("days", "often", None),
    ],
)
def test_every_other_field_has_its_own_words(field, typed, printed):
    if printed is None:
        with pytest.raises(DoseError) as caught:
            read(**{field: typed})
        assert list(caught.value.problems) == [field]
    else:
        assert read(**{field: typed}) == printed


def test_bare_counts_without_a_usual_tempo_are_up_hold_down():
    still = LIBRARY.exercises["EX-08"].doses["1"]

    assert read_dose({"tempo": "2-2-3"}, still, KNOWN).tempo == "2 up, 2 hold, 3 down"


def test_what_the_library_prints_may_stand_as_it_is():
    for dose in DOSES:
        typed = {name: getattr(dose, name) for name in FIELDS if getattr(dose, name) or name not in ("start", "days")}
        assert read_dose(typed, USUAL, KNOWN).start == dose.start


def test_what_is_not_typed_stays_as_it_was():
    assert read_dose({}, USUAL, KNOWN) == USUAL


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"start": "6 x 300 sec", "goal": ""}, "start"),
        ({"start": "2 x 20 min", "goal": ""}, "start"),
        ({"start": "3 x 60", "goal": "1 x 1 sec"}, "goal"),
        ({"start": "3 x 12", "goal": "3 x 10"}, "goal"),
        ({"start": "3 x 20 sec", "goal": "", "hold": "45"}, "hold"),
        ({"hold": "61"}, "hold"),
        ({"tempo": "3 down, 3 down, 3 down"}, "tempo"),
        ({"days": "3 a"}, "days"),
    ],
)
def test_a_dose_that_makes_no_sense_is_refused(typed, wrong):
    with pytest.raises(DoseError) as caught:
        read_dose(typed, USUAL, KNOWN)

    assert list(caught.value.problems) == [wrong]


@pytest.mark.parametrize(
    "typed",
    [
        {"start": "5 x 60 sec", "goal": ""},
        {"start": "30 min", "goal": ""},
        {"start": "3 x 12", "goal": "2 x 18"},
        {"start": "3 x 20 sec", "goal": "3 x 45 sec", "hold": "20 to 45"},
    ],
)
def test_a_dose_at_the_edge_of_sense_is_taken(typed):
    assert read_dose(typed, USUAL, KNOWN).start == typed["start"]


def test_every_wrong_field_is_named():
    with pytest.raises(DoseError) as caught:
        read_dose({"start": "x", "rest": "y"}, USUAL, KNOWN)

    assert set(caught.value.problems) == {"start", "rest"}


@given(st.sampled_from(FIELDS), st.text(max_size=80))
def test_whatever_is_typed_what_is_printed_reads_the_same_again(field, typed):
    try:
        once = read_dose({field: typed}, USUAL, KNOWN)
    except DoseError:
        return
    assert read_dose({field: getattr(once, field)}, USUAL, KNOWN) == once
