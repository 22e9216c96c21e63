"""Sarah (V01 of the worked cases): her plan, and the order for her sheet under a new name each time."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from bench.measure import ROOT
from programs.building import build_plan
from programs.library import load_library
from programs.pdf.job import Job
from programs.pdf.letterhead import Letterhead
from programs.pdf.pack import Press, job_of, pack, sheet_of
from programs.pdf.sketch import Sketch
from programs.plan import Plan
from programs.rules.assignment import assign
from programs.rules.mileage import run_plan
from programs.sheets.order import Item, Kind, Layout, Look, Order, PaperLink, Subject, Who
from screening.assessment import assess
from screening.case import parse_case

TODAY = date(2026, 11, 23)
CLINIC = Letterhead(
    name="Spectrum Therapeutics of NJ",
    address=("601 Hamburg Turnpike, Suite 103", "Wayne, NJ 07470"),
    phone="(973) 689-7123",
    email="spectrum@spectrumtherapynj.com",
    web="spectrumtherapynj.com",
    hours="Monday to Friday, 8 am to 6 pm",
    logo=None,
)


@cache
def raw_case() -> dict[str, Any]:
    """Her answers as a raw case."""
    cases = json.loads((ROOT / "tests" / "vignettes.json").read_text())
    found: dict[str, Any] = next(item["case"] for item in cases if item["name"].startswith("V01"))
    return found


@cache
def plan() -> Plan:
    """Her plan, from the rules and the library."""
    case = parse_case(raw_case())
    assessment = assess(case)
    return build_plan(case, assessment, assign(case, assessment), run_plan(case), load_library(), today=TODAY)


def who(number: int) -> Who:
    """A new name each time: nothing may be remembered from the sheet before."""
    return Who(f"Sarah Miller {number}", f"ITB-{number:04d}-Q2")


def press() -> Press:
    """What every sheet of the bench shares."""
    return Press(Look(), CLINIC, TODAY)


def order(number: int) -> Order:
    """Stage 1 and the run weeks."""
    subject = Subject(who(number), plan(), 1, TODAY, link(number))
    return Order(subject, (Item(Kind.STAGE, 1), Item(Kind.RUN)))


def link(number: int) -> PaperLink:
    """Another address each time: every sheet's code is worked out anew."""
    token = f"{number:043d}"
    return PaperLink(
        f"https://itbcare.clinic.example/link/{token}", f"{number:05d}-XHT9P", "itbcare.clinic.example/code"
    )


def job(number: int) -> Job:
    """The order for one sheet, ready to draw."""
    return job_of(order(number), press())


def ours(number: int) -> bytes:
    """Stage 1 and the run weeks, as the site makes them."""
    return pack([order(number)], press())


def pack_of(numbers: range) -> bytes:
    """The same for many in one file."""
    return pack([order(number) for number in numbers], press())


def one_pagers(numbers: range) -> bytes:
    """One page for each: the exercises of Stage 1 to tick off."""
    look = replace(press(), look=Look(layout=Layout.FRIDGE))
    orders = [replace(order(number), items=(Item(Kind.STAGE, 1),)) for number in numbers]
    return pack(orders, look)


def pages(number: int) -> list[Sketch]:
    """The same pages, every mark in its place, nothing drawn."""
    placed = job(number)
    return [page for item in placed.contents for page in sheet_of(placed, item)]
