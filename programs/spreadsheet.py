"""Rows for a spreadsheet that no program will take for formulas. See ecosystem threat T5."""

from collections.abc import Callable, Iterator

from programs.plan import Plan
from programs.run_chart import tenths
from programs.schedule import week_begins
from screening.wording import gettext_noop

# What spreadsheet programs read as the start of a formula, full-width twins included.
TRIGGERS = tuple("=+-@\t\r\n\0|%＝＋－＠")
HEADINGS = (
    gettext_noop("Week"),
    gettext_noop("Earliest first day"),
    gettext_noop("Runs"),
    gettext_noop("Total"),
    gettext_noop("Unit"),
)


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would run it; numbers stay numbers.

    What is not seen does not count: a spreadsheet may drop spaces and marks of any kind before it looks.
    """
    seen = "".join(char for char in text if char.isprintable() and not char.isspace())
    return f"'{text}" if text.startswith(TRIGGERS) or seen.startswith(TRIGGERS) else text


def run_week_rows(plan: Plan, name: str, code: str, translate: Callable[[str], str] = str) -> Iterator[list[str]]:
    """A line of who, the headings as `translate` says them, then one row a week. Expects a plan with run weeks."""
    yield [safe_cell(text) for text in (name, code) if text]
    yield [safe_cell(translate(heading)) for heading in HEADINGS]
    for week in plan.run.weeks if plan.run else ():
        runs = " + ".join(tenths(run) for run in week.runs)
        begins = week_begins(plan, week.week).isoformat()
        yield [safe_cell(cell) for cell in (str(week.week), begins, runs, tenths(week.total), plan.unit)]
