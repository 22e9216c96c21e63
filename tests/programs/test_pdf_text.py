"""The one door for text."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.pdf.bidi import in_drawing_order
from programs.pdf.fonts import REPLACEMENT
from programs.pdf.run_chart import tenths
from programs.pdf.sketch import Sketch
from programs.pdf.styles import BODY, SMALL, STRONG
from programs.pdf.text import clean, clipped, one_line, wrap

ROOT = Path(__file__).parents[2]


def shown(text: str) -> str:
    return "".join(run.text for run in one_line(text, BODY).runs)


def test_control_and_direction_marks_are_taken_out():
    assert clean("Sa\u202era\x00h\u2066\u200b") == "Sarah"


def test_every_kind_of_white_space_is_one_space():
    assert clean(" a\n\tb\u00a0\u2003c\u2028d ") == "a b c d"


def test_letters_and_their_marks_are_composed():
    assert clean("Nguye\u0302\u0303n") == "Nguyễn"


def test_what_is_cut_off_is_shown():
    assert clean("a" * 5000, 80) == "a" * 79 + "…"


def test_a_text_that_just_fits_is_left_alone():
    assert clean("a" * 80, 80) == "a" * 80


def test_a_clipped_line_shows_its_cut():
    line = clipped("Spectrum Therapeutics of New Jersey", BODY, 90)

    assert line.runs[-1].text.endswith("…")
    assert line.width <= 90


def test_an_indented_text_keeps_its_lines_in_their_room():
    lines = wrap("Easier: Lift only half as high.", BODY, 120, indent=80)

    assert lines[0].width <= 40
    assert max(line.width for line in lines) <= 120


def test_a_first_line_without_room_for_a_word_stays_empty():
    assert wrap("Shoulder", BODY, 60, indent=58)[0].runs == ()


def test_texts_that_run_on_share_a_line_and_a_baseline():
    sketch = Sketch(300, 0)
    sketch.run_on(0, 0, 300, [("Stop if it hurts.", STRONG), ("Easier: Lift less.", SMALL)])
    stop, easier = sketch.marks

    assert stop.y == easier.y
    assert easier.x > stop.line.width


def test_a_text_that_runs_on_is_never_above_the_one_before():
    sketch = Sketch(90, 0)
    below = sketch.run_on(0, 0, 90, [("Stop if your shoulder hurts.", STRONG), ("Easier: Lift less.", SMALL)])
    ys = [mark.y for mark in sketch.marks]

    assert ys == sorted(ys)
    assert below > ys[-1]


def test_markup_is_only_letters():
    assert clean("<b>&amp;</b>") == "<b>&amp;</b>"


@pytest.mark.parametrize("name", ["Łukasz", "Nguyễn Thị", "Ελένη", "Мария", "Žofia Ångström"])
def test_a_name_keeps_its_letters(name):
    assert shown(name) == name


@pytest.mark.parametrize(("name", "seen"), [("山田", REPLACEMENT * 2), ("Ana 🏃", f"Ana {REPLACEMENT}")])
def test_a_letter_no_face_has_is_replaced_and_seen(name, seen):
    assert shown(name) == seen


def test_a_word_is_set_in_one_face():
    assert len(one_line("Nguyễn", BODY).runs) == 1


def test_hebrew_is_drawn_from_the_right():
    assert in_drawing_order(["דוד", "כהן"]) == ["ןהכ", "דוד"]


def test_numbers_keep_their_order_among_hebrew():
    assert in_drawing_order(["א12"]) == ["12א"]


def test_latin_words_keep_their_place_beside_hebrew():
    assert in_drawing_order(["Dan", "דוד", "כהן", "Levi"]) == ["Dan", "ןהכ", "דוד", "Levi"]


def test_arabic_letters_are_joined():
    assert in_drawing_order(["محمد"]) == ["\ufeaa\ufee4\ufea4\ufee3"]


def test_lam_and_alef_become_one_letter():
    assert in_drawing_order(["لا"]) == ["\ufefb"]


@given(st.text(max_size=200), st.floats(30, 400))
def test_no_line_is_wider_than_its_room(text, width):
    assert all(line.width <= width * 1.02 or len(line.runs[0].text) <= 2 for line in wrap(text, BODY, width))


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P")), max_size=300))
def test_wrapping_loses_no_letter(text):
    wrapped = "".join(run.text for line in wrap(text, BODY, 60) for run in line.runs)

    assert wrapped.replace(" ", "") == clean(text).replace(" ", "")


@pytest.mark.parametrize(("value", "words"), [(60, "6.0"), (66, "6.6"), (250, "25.0"), (5, "0.5")])
def test_tenths_are_written_exactly(value, words):
    assert tenths(value) == words


def names_used(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    found |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return found | {name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}


def test_no_module_uses_a_paragraph_that_reads_markup():
    folders = ("itbcare", "screening", "programs")
    modules = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]

    assert not [path for path in modules if {"Paragraph", "XPreformatted", "platypus"} & names_used(path)]


def test_only_the_pen_draws_letters():
    modules = sorted((ROOT / "programs").rglob("*.py"))
    drawing = {"drawString", "drawRightString", "drawCentredString", "beginText", "linkURL"}

    assert [path.name for path in modules if drawing & names_used(path)] == ["pen.py"]
