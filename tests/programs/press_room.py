"""Every sheet of one runner in every look: what the tests of all sheets walk through."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from itertools import product
from typing import NamedTuple

import pypdfium2
from PIL import Image

from programs.pdf.pack import Press, job_of, pack, sheet_of
from programs.pdf.sketch import Sketch
from programs.plan import Plan
from programs.sheets.order import Item, Kind, Layout, Look, Order, PaperLink, Subject, Who, choices_for
from programs.sheets.paper import Paper
from programs.sheets.record import AnswerGroup, FiredRule, LegRecord, Record
from programs.sheets.seen import Seen, SeenLeg, SeenSign
from tests.programs.plans import CLINIC, SARAH_WHO, TODAY
from tests.programs.runners import MIRRORED, plan_for

LINK = PaperLink(
    address="https://clinic.example/link/" + "k7" * 21 + "q",
    code="7KQM2-XHT9P",
    typed_at="clinic.example/code",
)
LAID_OUT = (Kind.STAGE, Kind.PLAN)


class Sheet(NamedTuple):
    """One sheet in one look; prints as a short name in a test's id."""

    item: Item
    look: Look
    leg: str

    def __str__(self) -> str:
        layout = "large" if self.look.large else str(self.look.layout)
        return f"{self.item.kind}{self.item.stage or ''}-{layout}-{self.look.paper}-{self.leg}"


def seen(leg: str = "left") -> Seen:
    """A page "What we saw" with a clear drop on one leg."""
    legs = tuple(_seen_leg(side, marked=side == leg) for side in ("left", "right"))
    return Seen(
        title="We saw a hip control pattern",
        lead=("On one leg, your hip drops. This may add load at the outside of your knee.",),
        legs=legs,
        pain=(("Where it hurts", "Outside of the knee"),),
        reasons=("The hip dropped clearly on your first look.",),
        cautions=(),
        next_steps=("Start with Stage 1.",),
    )


def _seen_leg(side: str, *, marked: bool) -> SeenLeg:
    level = "marked" if marked else "none"
    signs = (
        SeenSign("Hip", "The free side drops clearly" if marked else "Level", f"hip-{level}", "The hands on the hips."),
        SeenSign("Knee", "Over the foot", "knee-none", "The knee is over the foot."),
    )
    facts = (("Upper body", "Did not lean"),)
    tag = ("clear", "Clear sign") if marked else ("none", "No sign")
    return SeenLeg(side, signs, facts, f"The {side} leg was seen.", f"{side.title()} leg", *tag)


RECORD = Record(
    sent_at=datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
    level="No warning sign",
    pattern="Hip control pattern",
    plan=("PL-01", "Stages 1, 2, 3, 4"),
    answers=(AnswerGroup("About you", (("Age", "34"), ("Usual week", "25 miles"))),),
    legs=(
        LegRecord("left", "clear", 5, "SC-02", "The hip dropped clearly."),
        LegRecord("right", "none", 0, "SC-06", "No sign."),
    ),
    flags=(),
    rules=(FiredRule("SC-02", "The hip dropped clearly.", "clinical rules 3"),),
    held=(),
    decisions=(),
    rule_set="2026-11",
    content_version="2026-11.1",
)


def subject(plan: Plan | None = None, who: Who = SARAH_WHO, leg: str = "left") -> Subject:
    """Someone for whom every kind of sheet can be printed."""
    plan = plan or plan_for(**(MIRRORED if leg == "right" else {}))
    return Subject(who, plan, 1, date(2026, 11, 20), LINK, seen(leg), RECORD)


def press(look: Look) -> Press:
    """The clinic's press on a fixed day."""
    return Press(look, CLINIC, TODAY)


def every_sheet(papers: tuple[Paper, ...] = tuple(Paper), legs: tuple[str, ...] = ("left",)) -> Iterator[Sheet]:
    """Every kind in every layout it has, and in large print."""
    for leg, paper in product(legs, papers):
        for item in choices_for(subject(leg=leg)):
            layouts = Layout if item.kind in LAID_OUT else (Layout.FIT,)
            yield from (Sheet(item, Look(paper, layout), leg) for layout in layouts)
            yield Sheet(item, Look(paper, large=True), leg)


@cache
def pages(sheet: Sheet) -> list[Sketch]:
    """The pages of one sheet, placed but not drawn."""
    order = Order(subject(leg=sheet.leg), (sheet.item,))
    return sheet_of(job_of(order, press(sheet.look)), sheet.item)


@cache
def data(sheet: Sheet) -> bytes:
    """The file of one sheet."""
    return pack([Order(subject(leg=sheet.leg), (sheet.item,))], press(sheet.look))


def pictures(file: bytes, dots_per_inch: int, *, gray: bool = True) -> list[Image.Image]:
    """Every page as a printer shows it."""
    document = pypdfium2.PdfDocument(BytesIO(file))
    drawn = [page.render(scale=dots_per_inch / 72).to_pil() for page in document]
    return [picture.convert("L") if gray else picture for picture in drawn]


def renamed(name: str) -> Subject:
    """The same runner under another name."""
    return replace(subject(), who=Who(name, SARAH_WHO.code))
