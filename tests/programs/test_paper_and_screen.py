"""Every sheet says the same on paper and on the screen, but for what is named here with its reason."""

import re
from functools import cache

import pytest

from programs.library import load_library
from programs.pdf.pack import job_of, sheet_of
from programs.pdf.page import FOOTER_HEIGHT, HEADER_HEIGHT
from programs.pdf.styles import MARGIN
from programs.sheets.order import Kind, Look, Order, choices_for
from programs.sheets.text import Facts, Log, SheetText, Table, every_text
from programs.sheets.texts import text_of
from tests.programs.plans import CLINIC, placements, squeezed
from tests.programs.press_room import press, subject
from tests.programs.runners import RULES, plan_of

RULES_WITH_PLAN = [rule for rule in RULES if plan_of(RULES[rule]).stages]
SHEETS = [
    pytest.param(rule, item, id=f"{rule}-{item.kind}{item.stage or ''}")
    for rule in RULES_WITH_PLAN
    for item in choices_for(subject(plan_of(RULES[rule])))
]
ONLY_ON_SCREEN = {
    Kind.STAGE: {
        "Like this": "on paper it gives way where start and finish would come out too small",
        "Notes and questions for my next visit": "paper has room for notes only where a last page leaves some",
    },
    Kind.PLAN: {
        "Notes and questions for my next visit": "paper has room for notes only where a last page leaves some",
        "The whole plan": "each page of the paper names its own stage",
        "What waits for the clinic": "on paper what waits runs on from the aim, without a title",
        "Like this": "on paper it gives way where start and finish would come out too small",
        "The drills are the same as in Stage 3.": "a stage on paper is taken along alone, so it repeats its drills",
    },
    Kind.RUN: {
        "Notes and questions for my next visit": "paper has room for notes only where a last page leaves some",
    },
    Kind.UPKEEP: {"Mirror check": "on paper the word Mirror stands at the box of its month"},
    Kind.MIRROR: {
        "Check one box for each question.": "on paper the boxes stand beside the answers",
        "You stand on your left leg.": "on paper the first step says so, under the badge of the leg",
        "You stand on your right leg.": "on paper the first step says so, under the badge of the leg",
        "Left leg:": "the title of a page of the walk; on paper all of a leg stands under one badge",
        "Right leg:": "the title of a page of the walk; on paper all of a leg stands under one badge",
        "watch your hands": "the title of a page of the walk; on paper its lead says where to look",
        "watch your knee": "the title of a page of the walk; on paper its lead says where to look",
        "how did it go?": "the title of a page of the walk",
        "one more look": "the title of a page of the walk; on paper the second look stands in its card",
    },
    Kind.SUMMARY: {
        "Answers": "on paper each part of the walk has its own lead",
        "Rules 2026-11, content 2026-11.1": "on paper the foot names them",
    },
}
OF_THE_WEEKS = {
    "Miles each week": "the bars; on the screen the weeks are a table",
    "Earliest": "a head of the table on paper",
    "Plan": "a head of the table on paper",
    **{f"Run {number}": "a head of the table on paper" for number in range(1, 8)},
}
ONLY_ON_PAPER = {
    Kind.RUN: OF_THE_WEEKS,
    Kind.PLAN: OF_THE_WEEKS,
    Kind.UPKEEP: {"Mirror": "the short name of a mirror check, at the box of its month"},
    Kind.MIRROR: {"Circle one number.": "on the screen, as in large print, each number has a box"},
}
NAMES_A_NUMBER = frozenset({Kind.WARM_UP, Kind.UPKEEP})
"""A card gives the dose in one line, without a name for each of its numbers."""


@cache
def paper(rule, item):
    """Every line of the sheet as it is printed, and those between its head and foot."""
    order = Order(subject(plan_of(RULES[rule])), (item,))
    pages = sheet_of(job_of(order, press(Look())), item)
    lines = [(line, page.height) for page in pages for line in placements(page)]
    body = [line.words for line, height in lines if _in_body(line, height)]
    return [line.words for line, _ in lines], body


def _in_body(line, height):
    return MARGIN + HEADER_HEIGHT - 1 < line.top < height - MARGIN - FOOTER_HEIGHT


def screen(rule, item) -> SheetText:
    return text_of(item, subject(plan_of(RULES[rule])), load_library(), str)


def bare(text):
    """The text with its dates cut to month and day, as they stand in a table on paper."""
    return re.sub(r"\b([A-Z][a-z]{2} \d{1,2}), \d{4}", r"\1", text)


def pieces(text):
    """Its sentences, without the signs between them."""
    found = re.split(r"(?<=[.!?:])\s+|\s+·\s+|;\s+", bare(text))
    return [piece for piece in (each.strip(" .:;=()") for each in found) if piece and not piece.isdigit()]


def lost(texts, found):
    """The sentences that are not there, neither whole nor, as in a line of facts, each part between its commas."""
    for piece in (piece for words in texts for piece in pieces(words)):
        if not all(squeezed(part) in found for part in ([piece] if squeezed(piece) in found else piece.split(", "))):
            yield piece


def table_heads(text):
    """The heads of a table or log: on paper they are set another way, or the boxes are explained in a sentence."""
    for section in text.sections:
        for part in section.parts:
            if isinstance(part, Log):
                yield from (*part.head, *part.fill, part.caption, *(row.name for row in part.rows))
            if isinstance(part, Table):
                yield from (*part.head, part.caption)
            if isinstance(part, Facts) and text.kind in (*NAMES_A_NUMBER, Kind.SUMMARY):
                yield from (name for name, _ in part.rows)


@pytest.mark.parametrize(("rule", "item"), SHEETS)
def test_every_sentence_of_the_screen_is_on_paper(rule, item):
    found, text = squeezed(bare(" ".join(paper(rule, item)[0]))), screen(rule, item)
    named = {piece for words in (*ONLY_ON_SCREEN.get(item.kind, {}), *table_heads(text)) for piece in pieces(words)}

    assert set(lost(every_text(text), found)) <= named


@pytest.mark.parametrize(("rule", "item"), SHEETS)
def test_every_sentence_of_the_paper_is_on_the_screen(rule, item):
    text = screen(rule, item)
    clinic = (CLINIC.name, ", ".join(CLINIC.address), CLINIC.phone, CLINIC.hours)
    whole = " ".join((*every_text(text), text.edition, *clinic))
    found = squeezed(f"{bare(whole)} {whole}")
    named = {piece for words in ONLY_ON_PAPER.get(item.kind, {}) for piece in pieces(words)}

    assert set(lost(paper(rule, item)[1], found)) <= named


def test_every_exception_is_one():
    """A name that is no longer needed goes."""
    said = {kind: squeezed("".join(every_text(screen("PL-03", item)))) for kind, item in _first_of_each().items()}
    named = {words: kind for kind, words_of in ONLY_ON_SCREEN.items() for words in words_of}
    unneeded = {words for words, kind in named.items() if squeezed(words) not in said[kind]}
    assert unneeded <= {"What waits for the clinic"}, "nothing of this plan waits"


def _first_of_each():
    return {item.kind: item for item in reversed(choices_for(subject(plan_of(RULES["PL-03"]))))}


def test_every_kind_is_compared():
    assert {item.kind for _, item in (sheet.values for sheet in SHEETS)} == set(Kind)
