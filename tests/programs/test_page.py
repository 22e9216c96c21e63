"""The head and foot of every page with the private link in it: everything has room, nothing is lost."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import product

import pytest
from PIL import Image

from programs.pdf.page import HEADER_HEIGHT, QR, footer, header
from programs.sheets.order import PaperLink, Subject, Who
from programs.sheets.paper import Paper
from tests.programs.plans import CLINIC, SARAH_WHO, job_for, overlapping, placements
from tests.programs.runners import plan_for

LINK = PaperLink("https://screen.example.org/r/" + "k7Q_" * 10 + "k7Q/", "7KQM2-XHT9P", "screen.example.org/code")
WIDE = replace(LINK, code="WMQWM-WMQWM", typed_at="a-rather-long-name-of-a-host.spectrumtherapynj.com/code")
LONGEST = replace(LINK, typed_at=f"{'a-very-long-name.' * 5}example.org/code")
WORDY = replace(
    CLINIC,
    name="The Northern Center for Running Injuries and Physical Therapy of Greater Wayne and Passaic",
    address=("Building 12, Long Corridor, Third Floor, 601 Hamburg Turnpike", "Suite 103, Wayne, NJ 07470"),
    web="a-very-long-web-address-of-a-clinic.example.org/physical-therapy/running",
)
PEOPLE = [
    SARAH_WHO,
    Who("", "ITB-7F3K-Q2"),
    Who("Maximiliana Konstantinopoulou-Featherstonehaugh of the Very Long Lane by Wayne", "ITB-WMWM-WM"),
    Who("\u5c71" * 80, "ITB-7F3K-Q2"),
]
STAGE = "Stage 1 of 4: Wake up the hip  ·  At least 7 days and 5 sessions"


def logo(size):
    pixels = BytesIO()
    Image.new("RGB", size, "navy").save(pixels, "PNG")
    return pixels.getvalue()


LOGOS = [None, logo((300, 90)), logo((90, 300))]


def job_with(link=LINK, who=SARAH_WHO, **changes):
    return job_for(plan_for(), subject=Subject(who, plan_for(), 1, date(2026, 11, 20), link), **changes)


def lines_of(job):
    return list(placements(header(job, "Your home exercises", STAGE)))


@pytest.mark.parametrize(("clinic", "picture", "who", "link"), [*product((CLINIC, WORDY), LOGOS, PEOPLE, (LINK, WIDE))])
def test_nothing_in_the_head_meets_anything_else(clinic, picture, who, link):
    job = job_with(link, who, paper=Paper.A4, letterhead=replace(clinic, logo=picture))
    lines = lines_of(job)

    assert not overlapping(lines)
    assert max(line.bottom for line in lines) <= HEADER_HEIGHT
    assert max(line.right for line in lines) <= job.width + 0.1


@pytest.mark.parametrize("who", PEOPLE)
def test_no_word_lies_in_the_square_of_the_link(who):
    job = job_with(who=who, paper=Paper.A4)
    lines = [line for line in lines_of(job) if line.words != LINK.code]

    assert all(line.right <= job.width - QR + 6 for line in lines)


@pytest.mark.parametrize(("paper", "picture"), [*product(Paper, LOGOS)])
def test_the_clinic_is_named_whole_beside_any_logo(paper, picture):
    words = [line.words for line in lines_of(job_with(paper=paper, letterhead=replace(CLINIC, logo=picture)))]

    assert {CLINIC.name, ", ".join(CLINIC.address), f"{CLINIC.phone} · {CLINIC.web}"} <= set(words)


def test_a_name_of_80_wide_letters_is_not_cut():
    drawn = "".join(line.words for line in lines_of(job_with(who=PEOPLE[-1], paper=Paper.A4)))

    assert sum(not letter.isascii() and letter != "·" for letter in drawn) == 80


@pytest.mark.parametrize("who", PEOPLE)
def test_the_dates_are_whole_beside_any_name(who):
    words = " ".join(line.words for line in lines_of(job_with(who=who, paper=Paper.A4)))

    assert all(fact in words for fact in (who.code, "Self-check Nov 20, 2026", "Printed Nov 22, 2026"))


def test_a_long_subtitle_breaks_between_its_parts():
    words = [line.words for line in lines_of(job_with(paper=Paper.A4))]

    assert {"Stage 1 of 4: Wake up the hip", "At least 7 days and 5 sessions"} <= set(words)


@pytest.mark.parametrize(("link", "told"), [
    (LINK, "No camera? Type 7KQM2-XHT9P at screen.example.org/code."),
    (WIDE, f"Type the code at {WIDE.typed_at}."),
])  # fmt: skip
def test_the_foot_says_where_to_type_the_code_and_which_rules_made_the_page(link, told):
    words = " ".join(line.words for line in placements(footer(job_with(link, paper=Paper.A4), (1, 2))))

    assert all(part in words for part in (told, "Plan version 1", "Rules 2026", "Page 1 of 2"))


@pytest.mark.parametrize(("clinic", "link"), [*product((CLINIC, WORDY), (None, LINK, WIDE, LONGEST))])
def test_nothing_in_the_foot_meets_anything_else(clinic, link):
    lines = list(placements(footer(job_with(link, paper=Paper.A4, letterhead=clinic), (1, 2))))

    assert not overlapping(lines)
