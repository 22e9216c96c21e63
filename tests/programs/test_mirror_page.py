"""The mirror check on paper: the web's own questions, a page for each leg, pictures as that leg shows in a mirror."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from programs.pdf.pack import Press, job_of, pack, sheet_of
from programs.sheets.handout_words import mirror_words
from programs.sheets.order import Item, Kind, Look, Order, Subject, Who
from programs.sheets.paper import Paper
from screening.questions import LEGS, load_questions
from tests.conftest import VIGNETTES
from tests.page import Page
from tests.programs.plans import CLINIC, SARAH_WHO, TODAY, placements, squeezed
from tests.programs.runners import MIRRORED, plan_for
from tests.programs.sheet_checks import art_on, assert_well_set, words_on
from tests.runner import Runner

NOBODY = Subject(Who("", ""))
MIRROR = Item(Kind.MIRROR)
HOSTILE = "<b>Bobby</b> {0} %s \u202eTables & Söhne" + "W" * 60


def sheet(subject=NOBODY, paper=Paper.LETTER):
    return sheet_of(job_of(Order(subject, (MIRROR,)), Press(Look(paper), CLINIC, TODAY)), MIRROR)


def questions_of(leg):
    return [question for page in load_questions().pages if page.leg == leg for question in page.questions]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("subject", [NOBODY, Subject(SARAH_WHO, plan_for(), 1), Subject(Who(HOSTILE, "ITB-7F3K-Q2"))],
                         ids=["nobody", "sarah", "hostile"])  # fmt: skip
def test_it_takes_two_pages_and_is_well_set(subject, paper):
    pages = sheet(subject, paper)

    assert len(pages) == 2
    assert_well_set(pages)


@pytest.mark.parametrize(("page", "leg"), [(0, "left"), (1, "right")])
def test_every_question_of_a_leg_stands_on_its_own_page_in_the_web_s_words(page, leg):
    text = squeezed(words_on([sheet()[page]]))

    for question in questions_of(leg):
        assert squeezed(question.label) in text
        for choice in question.choices:
            assert squeezed(choice.label) in text
            assert squeezed(choice.hint) in text


@pytest.mark.parametrize(("page", "leg"), [(0, "left"), (1, "right")])
def test_no_page_asks_about_the_other_leg(page, leg):
    other = LEGS[1 - LEGS.index(leg)]
    text = squeezed(words_on([sheet()[page]]))

    assert not [question.label for question in questions_of(other) if question.label not in
                [mine.label for mine in questions_of(leg)] and squeezed(question.label) in text]  # fmt: skip
    assert mirror_words().badge[leg] in words_on([sheet()[page]])
    assert mirror_words().badge[other] not in words_on([sheet()[page]])


@pytest.mark.parametrize("subject", [NOBODY, Subject(SARAH_WHO, plan_for(**MIRRORED), 1)], ids=["nobody", "right"])
def test_pictures_are_as_drawn_for_the_left_leg_and_mirrored_for_the_right(subject):
    left, right = (list(art_on(page)) for page in sheet(subject))

    assert {flipped for _slug, flipped, _x in left} == {False}
    assert {flipped for _slug, flipped, _x in right} == {True}
    assert [slug for slug, _flipped, _x in left] == [slug for slug, _flipped, _x in right]


@pytest.mark.parametrize("place", [0, 1])
def test_the_answer_cards_run_from_none_to_marked(place):
    cards = sorted((x, slug) for slug, _flipped, x in art_on(sheet()[place]) if "start" not in slug)

    assert [slug for _x, slug in cards] == [
        f"mirror/{sign}-{level}" for sign in ("hip", "knee") for level in ("none", "slight", "marked")
    ]


@pytest.mark.parametrize("place", [0, 1])
def test_the_pain_band_runs_from_0_to_10(place):
    lines = list(placements(sheet()[place]))
    top = next(line.top for line in lines if line.words == "10")

    assert [line.words for line in lines if abs(line.top - top) < 1] == [str(number) for number in range(11)]


def test_without_a_name_there_is_a_line_to_write_it():
    assert mirror_words().name in [line.words for line in placements(sheet()[0])]


def test_with_a_name_there_is_none():
    assert mirror_words().name not in [line.words for line in placements(sheet(Subject(SARAH_WHO))[0])]


@pytest.mark.parametrize("words", [mirror_words().date, mirror_words().watched_by])
def test_both_pages_have_lines_for_the_day_and_who_watched(words):
    assert all(words in words_on([page]) for page in sheet())


def test_both_pages_say_when_to_stop():
    assert all(squeezed(mirror_words().caution) in squeezed(words_on([page])) for page in sheet())


def test_the_safety_questions_come_before_the_check():
    text = squeezed(words_on(sheet()[:1]))

    assert text.index(squeezed(mirror_words().before[0])) < text.index(squeezed(mirror_words().badge["left"]))


def test_it_judges_nothing_and_says_what_to_do_with_it():
    text = squeezed(words_on(sheet()))

    assert all(squeezed(sentence) in text for sentence in mirror_words().done)
    assert "SC-0" not in text


def test_a_plan_for_the_right_leg_puts_no_leg_first():
    assert "Right leg first" not in words_on(sheet(Subject(SARAH_WHO, plan_for(**MIRRORED), 1)))


def test_the_day_of_an_earlier_check_does_not_stand_on_it():
    assert "Self-check Nov" not in words_on(sheet(Subject(SARAH_WHO, plan_for(), 1, TODAY)))


@pytest.mark.parametrize("leg", LEGS)
def test_the_steps_are_the_web_s_own(client, db, leg):
    runner = Runner(client)
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto=f"{leg}-practice")
    practice = Page(client.get(f"/check/{leg}-practice/")).main

    assert all(" ".join(step.split()) in practice for step in mirror_words().steps[leg][:-1])
    assert mirror_words().caution in practice


def test_the_set_up_is_the_web_s_own(client, db):
    runner = Runner(client)
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto="mirror-set-up")
    page = Page(client.get("/check/mirror-set-up/")).main

    assert all(sentence in page for sentence in (mirror_words().set_up_title, *mirror_words().set_up))


def test_a_picture_is_stored_once_for_both_legs():
    file = pack([Order(NOBODY, (MIRROR,))], Press(Look(), CLINIC, TODAY))
    pages = PdfReader(BytesIO(file)).pages
    forms = [page["/Resources"]["/XObject"].raw_get("/FormXob.mirror.hip-none").idnum for page in pages]

    assert forms[0] == forms[1]
