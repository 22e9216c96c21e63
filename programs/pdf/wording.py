"""The sheets' own labels. What a runner is told to do stands in the content, not here."""

from screening.wording import gettext_noop

STAGE_OF = gettext_noop("Stage {number} of {last}: {name}")
PRINTED = gettext_noop("Printed {day}")
SCREENED = gettext_noop("Self-check {day}")
RULES = gettext_noop("Rules {rules}, content {content}")
PAGE_OF = gettext_noop("Page {page} of {pages}")

LEG_PILL = {
    "left": gettext_noop("Left leg first"),
    "right": gettext_noop("Right leg first"),
    "both": gettext_noop("Both legs"),
    None: gettext_noop("Both legs"),
}
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
RUN_PAIN_TITLE = gettext_noop("Pain while you run")
COLUMN_WEEK = gettext_noop("Week")
COLUMN_RUNS = gettext_noop("Each run: tick it, then write your worst pain")
COLUMN_TOTAL = gettext_noop("In all")
CHART = {"mi": gettext_noop("Miles each week"), "km": gettext_noop("Kilometers each week")}
USUAL = gettext_noop("Your usual week: {total}")
LADDER_TITLE = gettext_noop("First, run and walk")
STEP = gettext_noop("Step {step}")
