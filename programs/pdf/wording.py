"""The sheets' own labels. What a runner is told to do stands in the content, not here."""

from screening.wording import gettext_noop

STAGE_OF = gettext_noop("Stage {number} of {last}: {name}")
PRINTED = gettext_noop("Printed {day}")
SCREENED = gettext_noop("Self-check {day}")
RULES = gettext_noop("Rules {rules}, content {content}")
VERSION = gettext_noop("Plan version {version}")
PAGE_OF = gettext_noop("Page {page} of {pages}")

DAY = gettext_noop("{month} {day}, {year}")
MONTHS = (
    gettext_noop("Jan"),
    gettext_noop("Feb"),
    gettext_noop("Mar"),
    gettext_noop("Apr"),
    gettext_noop("May"),
    gettext_noop("Jun"),
    gettext_noop("Jul"),
    gettext_noop("Aug"),
    gettext_noop("Sep"),
    gettext_noop("Oct"),
    gettext_noop("Nov"),
    gettext_noop("Dec"),
)

PAIN_TITLE = gettext_noop("How much pain is all right?")
STOP_TITLE = gettext_noop("When to stop")

START = gettext_noop("Start with")
GOAL = gettext_noop("Build up to")
HOLD = gettext_noop("Hold")
TEMPO = gettext_noop("Tempo")
REST = gettext_noop("Rest")
DAYS = gettext_noop("How often")
EQUIPMENT = gettext_noop("You need: {things}")
FAULTS = gettext_noop("Not like this: {faults}")
EASIER = gettext_noop("Easier: {text}")
HARDER = gettext_noop("Harder: {text}")
NOTES = gettext_noop("Notes and questions for my next visit")

RUN_TITLE = gettext_noop("Your run weeks")
RUN_SUBTITLE = {"mi": gettext_noop("Stage 3, in miles"), "km": gettext_noop("Stage 3, in kilometers")}
RUN_INTRO = gettext_noop(
    "Start these weeks in Stage 3. No week grows by more than 10 percent. You end at your usual week."
)
RUN_WALK_INTRO = gettext_noop("Start these steps in Stage 3. Weeks by distance come after the last step.")
FIRST_RUN = gettext_noop("Your first run is on {day} at the earliest.")
LAST_WEEK = {
    "mi": gettext_noop("If every week goes well, week {weeks} is your usual {goal} miles."),
    "km": gettext_noop("If every week goes well, week {weeks} is your usual {goal} kilometers."),
}
LAST_WEEK_BEGINS = gettext_noop("That week begins on {last} at the earliest.")
REPEATED_WEEK = gettext_noop("A week that you repeat moves all later dates.")
FIRST_TURN = gettext_noop("You start with run and walk turns, on {day} at the earliest.")
STEP_DAYS = gettext_noop("These steps take at least {days} days.")
FIRST_WEEK = gettext_noop("Your first week by distance begins on {day} at the earliest.")
REPEATED_STEP = gettext_noop("A step that you repeat moves all later dates.")
RUN_RULES_TITLE = gettext_noop("How to run these weeks")
RUN_PAIN_TITLE = gettext_noop("Pain while you run")
COLUMN_WEEK = gettext_noop("Week")
COLUMN_RUNS = gettext_noop("Each run: tick it, then write your worst pain")
COLUMN_TOTAL = gettext_noop("In all")
CHART = {"mi": gettext_noop("Miles each week"), "km": gettext_noop("Kilometers each week")}
USUAL = gettext_noop("Your usual week: {total}")
LADDER_TITLE = gettext_noop("First, run and walk")
STEP = gettext_noop("Step {step}")
