"""What a runner's file says, read back from the file itself."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from programs.library import load_library
from programs.pdf.panels import help_panel
from programs.pdf.sketch import Placed
from programs.sheets.leg import leg_words
from programs.sheets.order import Item, Kind, SheetError, Who
from programs.sheets.paper import Paper
from tests.programs.plans import CLINIC, TODAY, job_for, placements, sheet, text, texts
from tests.programs.runners import DROPS, MIRRORED, RULES, SARAH, plan_for, plan_of, stage_of

SARAH_S_PAGES = texts(sheet())


def leg_of(plan):
    return leg_words(plan, load_library(), str)


@pytest.mark.parametrize(
    "words",
    [
        "Spectrum Therapeutics of NJ",
        "601 Hamburg Turnpike, Suite 103, Wayne, NJ 07470",
        "(973) 689-7123",
        "spectrumtherapynj.com",
        "Sarah Lindqvist",
        "ITB-7F3K-Q2",
        "Left leg first",
        "Printed Nov 22, 2026",
        "Rules 2026",
        "It is not a diagnosis and does not replace a visit.",
        "Call 911 in an emergency.",
    ],
)
def test_every_page_carries(words):
    assert all(words in page for page in SARAH_S_PAGES)


def test_every_page_tells_its_place_in_its_own_sheet():
    places = [re.search(r"Page \d of \d", page)[0] for page in SARAH_S_PAGES]

    assert places == ["Page 1 of 2", "Page 2 of 2", "Page 1 of 1"]


def test_911_stands_right_under_the_heading_of_what_ends_the_plan_for_now():
    words = "Stop and get help if you get any of these Call 911 in an emergency. chest pain, trouble breathing"

    assert words in SARAH_S_PAGES[0].replace("• ", "")


def test_the_clinic_s_hours_stand_below_the_red_box():
    panel = help_panel(job_for(plan_for())).build(0)
    box = next(mark.sketch for mark in panel.marks if isinstance(mark, Placed))
    inside = " ".join(line.words for line in placements(box))

    assert "a knee that is stuck" in inside
    assert not [words for words in (CLINIC.phone, CLINIC.hours, "clinic") if words in inside]
    assert next(line.top for line in placements(panel) if CLINIC.phone in line.words) > box.height


def test_the_first_page_says_how_much_pain_is_all_right():
    assert "0 1 2 3 4 5 6 7 8 9 10 0 to 2" in SARAH_S_PAGES[0]
    assert "Above 5 Stop that one and go back a step." in SARAH_S_PAGES[0]


def test_an_exercise_stands_there_whole():
    exercise = stage_of(plan_for(), 1).exercises[0]
    page = next(page for page in SARAH_S_PAGES if exercise.name in page)

    for words in (exercise.set_up, *exercise.steps, *exercise.cues, *exercise.faults, exercise.stop):
        assert words in page


def test_the_dose_stands_over_its_names():
    assert "2 x 10 Start with 3 x 15 Build up to" in text(sheet())


def test_sarah_trains_her_left_leg_first():
    assert "Start with your left leg." in SARAH_S_PAGES[0]


def test_a_right_leg_is_called_right():
    pages = texts(sheet(plan_for(**MIRRORED)))

    assert all("Right leg first" in page and "Left leg first" not in page for page in pages)


def test_the_gate_to_the_next_stage_can_be_ticked():
    for sentence in stage_of(plan_for(), 1).gate:
        assert sentence in text(sheet())


@pytest.mark.parametrize("drill", stage_of(plan_for(), 3).warm_up, ids=lambda drill: drill.key)
def test_stage_3_shows_the_warm_up(drill):
    assert drill.name in text(sheet(stage=3))


def test_the_run_weeks_begin_with_three_runs_of_two_miles():
    assert "1 Dec 14 2.0 2.0 2.0 = 6.0" in SARAH_S_PAGES[-1]


def test_the_run_weeks_end_at_the_usual_week():
    assert "18 Apr 12 5.0 5.0 5.0 5.0 5.0 = 25.0" in SARAH_S_PAGES[-1]


def test_run_walk_steps_come_before_weeks():
    page = texts(sheet(plan_for(onset_distance=1.2, usual_week=5)))[-1]

    assert "Run 1 minute, walk 2 minutes." in page


@pytest.mark.parametrize(("both_legs", "badge"), [
    ("Train both legs, with the same count. Start with your left leg.", "Both legs, left first"),
    ("Train both legs, with the same count. Start with your right leg.", "Both legs, right first"),
    ("Train both legs, with the same count. You may start with either one.", "Both legs"),
])  # fmt: skip
def test_with_both_legs_named_the_badge_tells_which_starts(both_legs, badge):
    assert leg_of(replace(plan_for(), leg="both", both_legs=both_legs)) == badge


def test_the_badge_of_a_worse_leg_comes_from_the_rules():
    worse = DROPS | {"knee_cave": 2}
    plan = plan_for(left=DROPS, right=worse, pain_side="right")

    assert leg_of(plan) == "Both legs, right first"


def test_with_no_leg_named_the_badge_names_both():
    assert leg_of(replace(plan_for(), leg=None)) == "Both legs"


def test_a_language_may_turn_a_date_around():
    turned = {"{month} {day}, {year}": "{day} {month} {year}"}

    assert job_for(plan_for(), lambda words: turned.get(words, words)).day(TODAY) == "22 Nov 2026"


def test_parts_choose_what_is_printed():
    assert "Your run weeks" not in text(sheet(items=(Item(Kind.STAGE, 1),)))
    assert "Your home exercises" not in text(sheet(items=(Item(Kind.RUN),)))


def test_run_weeks_alone_still_say_what_ends_the_plan():
    assert "chest pain, trouble breathing" in text(sheet(items=(Item(Kind.RUN),)))


def test_no_run_weeks_before_staff_release_stage_3():
    assert "Your run weeks" not in text(sheet(plan_of(RULES["PL-04"])))


def test_a_stage_that_staff_must_release_has_no_sheet():
    with pytest.raises(SheetError, match="released"):
        sheet(plan_of(RULES["PL-05"]), stage=1)


def test_a_stage_outside_the_plan_has_no_sheet():
    with pytest.raises(SheetError, match="no stage 9"):
        sheet(stage=9)


def test_a_plan_without_runs_has_no_run_sheet():
    with pytest.raises(SheetError, match="no run weeks"):
        sheet(plan_of(RULES["PL-07"]), stage=4, items=(Item(Kind.RUN),))


def test_the_code_stands_alone_where_no_name_was_given():
    page = texts(sheet(who=Who("", "ITB-7F3K-Q2")))[0]

    assert page.count("ITB-7F3K-Q2") == 1


def test_every_sentence_of_ours_goes_through_the_translator():
    spoken = text(sheet(translate=lambda message: f"«{message}»"))

    assert all(f"«{words}»" in spoken for words in ("Your home exercises", "Start", "Not like this", "Tempo"))
    assert "«Sarah" not in spoken


def test_the_file_names_its_title_its_clinic_and_its_language():
    reader = PdfReader(BytesIO(sheet()))

    assert (reader.metadata.title, reader.metadata.author) == ("Your home exercises", CLINIC.name)
    assert reader.root_object["/Lang"] == "en-US"


def test_the_file_s_own_title_holds_no_name():
    assert "Sarah" not in str(PdfReader(BytesIO(sheet())).metadata)


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595, 842))])
def test_every_page_has_the_size_of_its_paper(paper, size):
    boxes = [page.mediabox for page in PdfReader(BytesIO(sheet(paper=paper))).pages]

    assert {(round(box.width), round(box.height)) for box in boxes} == {size}


def test_a_clinic_s_own_logo_is_drawn():
    pixels = BytesIO()
    pytest.importorskip("PIL.Image").new("RGB", (300, 90), "navy").save(pixels, "PNG")
    reader = PdfReader(BytesIO(sheet(letterhead=replace(CLINIC, logo=pixels.getvalue()))))

    assert len(reader.pages[0].images) == 1


def test_kilometers_are_called_kilometers():
    assert "in kilometers" in text(sheet(plan_of(SARAH | {"unit": "km", "usual_week": 40}), items=(Item(Kind.RUN),)))
