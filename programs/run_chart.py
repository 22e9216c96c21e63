"""The run weeks as bars: geometry for an inline SVG, in whole units, with the table beside it as its text."""

from dataclasses import dataclass

from programs.rules.mileage import RunWeek

WIDTH, HEIGHT, TOP, BOTTOM = 360, 200, 20, 24
LEFT = 26  # so that the first total, which ends with its bar, does not run out of the picture
GAP_SHARE = 4  # a quarter of each step is gap
LABELS_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One week's bar; `label`, its number, is "" where the row would be crowded; `total` stands at both ends."""

    x: int
    y: int
    width: int
    height: int
    week: int
    label: str
    total: str

    @property
    def middle(self) -> int:
        """Where text is centred."""
        return self.x + self.width // 2

    @property
    def end(self) -> int:
        """Where its total ends, clear of the higher bar after it and of the edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars, and the goal line at the usual week."""

    bars: tuple[Bar, ...]
    goal_y: int
    goal: str
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def base_y(self) -> int:
        """The line the bars stand on."""
        return HEIGHT - BOTTOM


def tenths(value: int) -> str:
    """Whole tenths as people read them: 60 is "6.0"."""
    return f"{value // 10}.{value % 10}"


def run_chart(weeks: tuple[RunWeek, ...]) -> Chart:
    """Bars for at least one week, the last being the usual week."""
    room, most = HEIGHT - TOP - BOTTOM, max(week.total for week in weeks)
    step = (WIDTH - LEFT) // len(weeks)
    width = max(2, min(34, step - step // GAP_SHARE))
    every, last = -(-len(weeks) // LABELS_AT_MOST), len(weeks) - 1
    ends = {weeks[0].week, weeks[-1].week}
    bars = tuple(
        Bar(
            x=LEFT + index * step + (step - width) // 2,
            y=HEIGHT - BOTTOM - room * week.total // most,
            width=width,
            height=room * week.total // most,
            week=week.week,
            label=str(week.week) if index == last or (index % every == 0 and last - index >= every) else "",
            total=tenths(week.total) if week.week in ends else "",
        )
        for index, week in enumerate(weeks)
    )
    return Chart(bars, goal_y=HEIGHT - BOTTOM - room * weeks[-1].total // most, goal=tenths(weeks[-1].total))
