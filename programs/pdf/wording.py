"""The labels of the paper alone; those that the screen shows as well stand in `programs.sheets.wording`.

What a runner is told to do stands in the content.
"""

from programs.sheets.wording import *  # noqa: F403 - every label of the screen stands on paper too
from screening.wording import gettext_noop

PRINTED = gettext_noop("Printed {day}")
SCREENED = gettext_noop("Self-check {day}")
VERSION = gettext_noop("Plan version {version}")
PAGE_OF = gettext_noop("Page {page} of {pages}")

TYPE_CODE = gettext_noop("No camera? Type {code} at {place}.")
TYPE_CODE_AT = gettext_noop("Type the code at {place}.")

# The layouts of exercises, the fridge page and the pocket card.
SEE_FULL_SHEET = gettext_noop("More is on your full sheet.")
WEEKDAYS = (
    gettext_noop("Mon"),
    gettext_noop("Tue"),
    gettext_noop("Wed"),
    gettext_noop("Thu"),
    gettext_noop("Fri"),
    gettext_noop("Sat"),
    gettext_noop("Sun"),
)
FRIDGE_KEY = gettext_noop("Check a box each day you do it.")
ABOUT_TITLE = gettext_noop("About this stage")
POCKET_TITLE = gettext_noop("Your pocket card")
FOLD = gettext_noop("Fold on the dashed lines. Cut the solid line. Push both ends in, then fold it shut.")

# Large print.
PART_OF = gettext_noop("{title}, {part} of {parts}")
