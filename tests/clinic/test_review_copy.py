"""The text for the chart: short lines, any name, nothing that another program could trip over."""

from hypothesis import given
from hypothesis import strategies as st

from clinic.review.copy import WIDEST, ChartNote, NotePart, text_of


def note(*lines):
    return text_of(ChartNote("Self-check ITB-7F3K-Q2", (NotePart("Runner", lines),)))


def test_the_heading_stands_first():
    assert note("Sarah").splitlines() == ["Self-check ITB-7F3K-Q2", "", "RUNNER", "  Sarah"]


def test_a_part_without_lines_is_left_out():
    assert note() == "Self-check ITB-7F3K-Q2\n"


def test_markup_stays_what_was_typed():
    assert "<script>" in note("<script>")


def test_a_line_break_in_a_name_breaks_no_line():
    assert "  Sarah Miller" in note("Sarah\nMiller")


def test_marks_that_turn_the_reading_direction_are_dropped():
    assert "\u202e" not in note("Sarah\u202erelliM")


@given(st.lists(st.text(max_size=300), max_size=4))
def test_no_line_is_wider_than_eighty_letters(lines):
    assert all(len(line) <= WIDEST for line in note(*lines).split("\n"))
