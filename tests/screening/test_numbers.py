"""Numbers are read as people type them, and never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.numbers import Unreadable, plain, read_distance, read_number, read_whole

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


@pytest.mark.parametrize("typed", ["3o", "O5", "1l", "I2 km"])
def test_a_letter_typed_for_a_digit_is_not_guessed_away(typed):
    with pytest.raises(Unreadable):
        read_number(typed)


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
