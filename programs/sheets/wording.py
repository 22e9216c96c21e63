"""Labels that stand on the paper and on the screen alike. What a runner is told to do stands in the content."""

from screening.wording import gettext_noop

STAGE_OF = gettext_noop("Stage {number} of {last}: {name}")
STAGE_SHORT = gettext_noop("Stage {number} of {last}")
STAGE_ALONE = gettext_noop("Stage {number}: {name}")
STAGE_ALONE_SHORT = gettext_noop("Stage {number}")
WHOLE_PLAN = gettext_noop("The whole plan")
RULES = gettext_noop("Rules {rules}, content {content}")
DAY = gettext_noop("{month} {day}, {year}")
DAY_SHORT = gettext_noop("{month} {day}")
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
FAULTS_LEAD = gettext_noop("Not like this:")
EASIER = gettext_noop("Easier: {text}")
HARDER = gettext_noop("Harder: {text}")
NOTES = gettext_noop("Notes and questions for my next visit")
COLUMN_DAYS = gettext_noop("One box for each day")
WAITS_TITLE = gettext_noop("What waits for the clinic")
STAGE_WAITS = gettext_noop("Stage {number} waits until the clinic has looked at your answers.")
RUN_WAITS = gettext_noop("Your run weeks wait until the clinic has looked at your answers.")
SAME_WARM_UP = gettext_noop("The drills are the same as in Stage {number}.")

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
FIRST_WEEK = gettext_noop("The clinic sets your weeks by distance, from {day} at the earliest.")
REPEATED_STEP = gettext_noop("A step that you repeat moves all later dates.")
RUN_RULES_TITLE = gettext_noop("How to run these weeks")
STEP_RULES_TITLE = gettext_noop("How to do these steps")
RUN_PAIN_TITLE = gettext_noop("Pain while you run")
RUN_CUES_TITLE = gettext_noop("Think of this while you run")
RUN_KEY = {
    "mi": gettext_noop("For each run, check the box. Then write the miles you ran and your worst pain, 0 to 10."),
    "km": gettext_noop("For each run, check the box. Then write the kilometers you ran and your worst pain, 0 to 10."),
}
WEEKS_CAPTION = {"mi": gettext_noop("Your weeks in miles"), "km": gettext_noop("Your weeks in kilometers")}
CHART = {"mi": gettext_noop("Miles each week"), "km": gettext_noop("Kilometers each week")}
USUAL = gettext_noop("Your usual week: {total}")
RUN_NUMBER = gettext_noop("Run {number}")
COLUMN_WEEK = gettext_noop("Week")
COLUMN_FROM = gettext_noop("Earliest start")
COLUMN_RUNS = gettext_noop("Runs")
COLUMN_TOTAL = gettext_noop("In all")
COLUMN_DONE = gettext_noop("Done")
COLUMN_PLAN = gettext_noop("Plan")
COLUMN_RAN = gettext_noop("Ran")
COLUMN_PAIN = gettext_noop("Pain")
LADDER_TITLE = gettext_noop("First, run and walk")
LADDER_KEY = gettext_noop("Each time, check the box. Then write the minutes you did and your worst pain, 0 to 10.")
STEP = gettext_noop("Step {step}")
COLUMN_STEP = gettext_noop("Step")
COLUMN_TO_DO = gettext_noop("What to do")
COLUMN_MINUTES = gettext_noop("Minutes")
COLUMN_TIMES = gettext_noop("Do it twice")
TIMES = (gettext_noop("First time"), gettext_noop("Second time"))

WARM_UP_TITLE = gettext_noop("Your warm-up")
UPKEEP_TITLE = gettext_noop("Keep it")
UPKEEP_RHYTHM = gettext_noop("Your 12 months")
UPKEEP_KEY = gettext_noop("Check a box for each session. One pair of boxes is one week.")
UPKEEP_BEGAN = gettext_noop("I started on")
UPKEEP_MONTH = gettext_noop("Month {month}")
COLUMN_MONTH = gettext_noop("Month")
COLUMN_SESSIONS = gettext_noop("Sessions")
UPKEEP_MIRROR = gettext_noop("Mirror")

MIRROR_TITLE = gettext_noop("Mirror check")
FROM_CLINIC = gettext_noop("From your clinic")

SUMMARY_SENT = gettext_noop("Self-check sent {at}")
SUMMARY_MADE = gettext_noop("Made at the clinic {at}")
SUMMARY_LEVEL = gettext_noop("Level")
SUMMARY_PATTERN = gettext_noop("Pattern")
SUMMARY_FLAGS = gettext_noop("Red flags")
SUMMARY_TOLD = gettext_noop("What the runner was told")
SUMMARY_PLAN = gettext_noop("Plan")
SUMMARY_LEGS = gettext_noop("Legs")
SUMMARY_RULES = gettext_noop("Rules and reasons")
SUMMARY_DECISIONS = gettext_noop("Decisions")
SUMMARY_EARLIER = gettext_noop("Decisions before these, in the clinic’s record: {count}")
SUMMARY_ANSWERS = gettext_noop("Answers")
SUMMARY_SCORE = gettext_noop("score {score}")
SUMMARY_LEG = gettext_noop("Leg")
SUMMARY_FOUND = gettext_noop("Found")
SUMMARY_LINE = (gettext_noop("Decision"), gettext_noop("Name"), gettext_noop("Date"))
MORNING, EVENING = gettext_noop("am"), gettext_noop("pm")
SUMMARY_RULE = gettext_noop("Rule")
SUMMARY_WHY = gettext_noop("Why")
SUMMARY_SOURCE = gettext_noop("Source")

UNTIL_VISIT = gettext_noop("Until your visit: leave out runs and all that hurts.")
UNTIL_VISIT_FINE = gettext_noop("Walking is fine if it does not hurt.")
UNTIL_VISIT_ELSE = gettext_noop("If your clinic told you something else, do that.")
