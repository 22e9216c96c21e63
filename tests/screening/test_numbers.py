"""Numbers are read as people type them, and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.numbers import DISTANCE, OTHER_MEASURES, Unreadable, plain, read_distance, read_number, read_whole
from screening.questions import load_questions

WORDS = {"mi": ["", "mi", "miles", "mile", " MI"], "km": ["", "km", "k", "kilometers", "kilometres", " KM"]}


@pytest.mark.parametrize(
    ("typed", "unit", "tenths"),
    [
        ("25", "mi", "25"),
        ("5 km", "km", "5"),
        ("5km", "km", "5"),
        ("3,1", "mi", "3.1"),
        ("3.1 miles", "mi", "3.1"),
        ("  about 5  ", "mi", "5"),
        ("10k", "km", "10"),
        ("~ 12.5 mi a week", "mi", "12.5"),
        ("3.19", "mi", "3.1"),
        ("6,25 km", "km", "6.2"),
        (".5", "mi", "0.5"),
        (".9", "mi", "0.9"),
        ("about ,5 km", "km", "0.5"),
        ("25 miles a week", "mi", "25"),
        ("I'd say 5", "mi", "5"),
        ("3,1250", "mi", "3.1"),
    ],
)
def test_a_distance_is_read_as_it_is_typed(typed, unit, tenths):
    assert read_distance(typed, unit) == Decimal(tenths)


@pytest.mark.parametrize("typed", ["5 km", "5km", "5 k", "5 Kilometers"])
def test_kilometers_are_not_taken_for_miles(typed):
    with pytest.raises(Unreadable) as refused:
        read_distance(typed, "mi")

    assert refused.value.why == "other_unit"


def test_miles_are_not_taken_for_kilometers():
    with pytest.raises(Unreadable, match="other_unit"):
        read_distance("3 miles", "km")


@pytest.mark.parametrize(
    ("typed", "why"),
    [("", "none"), ("a lot", "none"), ("20-25", "many"), ("20–25", "many"), ("-5", "many"), ("3 or 4", "many")],
)
def test_what_is_no_single_number_is_refused(typed, why):
    with pytest.raises(Unreadable) as refused:
        read_number(typed)

    assert refused.value.why == why


@pytest.mark.parametrize("typed", ["−5", "—5", "⁻5", "minus 5", "3½", "½", "5²", "1/2", "2 and a half", "3 hundred"])
def test_a_minus_or_a_fraction_is_not_dropped(typed):
    with pytest.raises(Unreadable):
        read_number(typed)


@pytest.mark.parametrize("typed", ["1,000", "12,345 mi", "1,000.5", "about,5", "..5", "5'", "20’"])
def test_a_mark_that_may_mean_two_things_is_asked_about(typed):
    with pytest.raises(Unreadable, match="none"):
        read_number(typed)


@pytest.mark.parametrize("typed", ["3o", "O5", "1l", "I2 km"])
def test_a_letter_typed_for_a_digit_is_not_guessed_away(typed):
    with pytest.raises(Unreadable):
        read_number(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("20 min", "20min", "20 minutes", "1 hour", "1h", "90 sec", "800 m", "800 meters", "100 yards", "5 feet"),
        *("2 laps", "5 blocks", "5 miles a day", "100 miles a month"),
    ],
)
def test_a_number_of_something_else_is_no_distance(typed):
    with pytest.raises(Unreadable, match="other_measure"):
        read_distance(typed, "mi")


@pytest.mark.parametrize(
    ("typed", "measure"),
    [
        *(
            (typed, "weeks")
            for typed in ("4 months", "2 years", "3 months", "3 days", "2mo", "1y", "4 miles", "20 min")
        ),
        *((typed, "days a week") for typed in ("3 weeks", "3w", "2 months", "5 miles", "2 hours")),
        *((typed, "years") for typed in ("18 months", "18mo", "40 weeks", "5 days")),
    ],
)
def test_what_is_counted_is_not_taken_for_something_else(typed, measure):
    with pytest.raises(Unreadable, match="other_measure"):
        read_whole(typed, measure)


@pytest.mark.parametrize(
    ("typed", "measure", "number"),
    [
        ("6 weeks ago", "weeks", 6),
        ("4w", "weeks", 4),
        ("4 days a week", "days a week", 4),
        ("4 per week", "days a week", 4),
        ("34 years old", "years", 34),
        ("34yo", "years", 34),
    ],
)
def test_a_count_may_name_its_own_measure(typed, measure, number):
    assert read_whole(typed, measure) == number


def test_every_count_of_the_walk_has_its_measure():
    counted = {q.suffix for page in load_questions().pages for q in page.questions if q.kind == "integer"}

    assert counted == OTHER_MEASURES.keys() - {DISTANCE}


@pytest.mark.parametrize(("typed", "number"), [("34", 34), ("34 years", 34), ("6.0", 6), (" 4 days", 4)])
def test_a_whole_number_is_read(typed, number):
    assert read_whole(typed) == number


def test_half_a_day_is_no_whole_number():
    with pytest.raises(Unreadable):
        read_whole("3.5")


@given(
    st.integers(0, 1500),
    st.sampled_from(".,"),
    st.sampled_from(["mi", "km"]),
    st.data(),
    st.sampled_from(["", "about ", "~", " "]),
)
def test_any_distance_in_any_dress_is_the_same_distance(tenths, comma, unit, data, before):
    word = data.draw(st.sampled_from(WORDS[unit]))

    typed = f"{before}{tenths // 10}{comma}{tenths % 10} {word}"

    assert read_distance(typed, unit) == Decimal(tenths) / 10


@given(st.text(max_size=60), st.sampled_from(["mi", "km"]))
def test_any_text_is_read_in_tenths_or_refused(typed, unit):
    try:
        number = read_distance(typed, unit)
    except Unreadable:
        return
    assert number >= 0
    assert number.as_tuple().exponent == -1


@given(st.integers(0, 99999))
def test_a_number_shown_is_read_back_the_same(tenths):
    number = Decimal(tenths) / 10

    assert read_number(plain(number)) == number
