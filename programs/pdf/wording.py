"""The labels of the paper alone; those that the screen shows as well stand in `programs.sheets.wording`.

What a runner is told to do stands in the content.
"""

from programs.sheets.wording import *  # noqa: F403 - every label of the screen stands on paper too
from screening.wording import gettext_noop

PRINTED = gettext_noop("Printed {day}")
SCREENED = gettext_noop("Self-check {day}")
MADE_HERE = gettext_noop("Made at the clinic {day}")
VERSION = gettext_noop("Plan version {version}")
PAGE_OF = gettext_noop("Page {page} of {pages}")

TYPE_CODE = gettext_noop("No camera? Type {code} at {place}.")
TYPE_CODE_AT = gettext_noop("Type the code at {place}.")

# The layouts of exercises, the fridge page and the pocket card.
MORE_BY_CODE = gettext_noop("For more, scan the code.")
MORE_ON_FULL_SHEET = gettext_noop("For more, ask for the full sheet.")
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
FOLD_TITLE = gettext_noop("How to fold it")
FOLD = gettext_noop("Fold each dashed line. Cut the solid line. Fold it the long way. Push both ends in. Close it.")

# Large print.
PART_OF = gettext_noop("{title}, {part} of {parts}")

# An exercise of the clinic's own may come without a picture.
NO_PICTURE = gettext_noop("Room for a drawing")
