"""Sarah (V01 of the worked cases): her plan, and the order for her sheet under a new name each time."""

import json
from datetime import date
from functools import cache
from typing import Any

from bench.measure import ROOT
from programs.building import build_plan
from programs.library import load_library
from programs.pdf.handout import handout, sheets_of
from programs.pdf.job import Job, Who
from programs.pdf.letterhead import Letterhead
from programs.pdf.sketch import Sketch
from programs.pdf.styles import Paper
from programs.plan import Plan
from programs.rules.assignment import assign
from programs.rules.mileage import run_plan
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


def job(number: int) -> Job:
    """The order for one sheet."""
    return Job(plan(), who(number), CLINIC, Paper.LETTER, TODAY, TODAY, str, load_library())


def ours(number: int) -> bytes:
    """Stage 1 and the run weeks, as the site makes them."""
    return handout(
        plan(), stage=1, who=who(number), letterhead=CLINIC, paper=Paper.LETTER, today=TODAY, screened_on=TODAY
    )


def pages(number: int) -> list[Sketch]:
    """The same pages, every mark in its place, nothing drawn."""
    return sheets_of(job(number), 1, ("stage", "run"))
