"""What a worker reads before its first runner, so that nobody waits for it."""

from django.conf import settings
from django.template.loader import get_template

from programs.letterhead import clinic_letterhead
from programs.library import load_library
from programs.pdf.pack import warm_up as warm_up_sheets
from screening.body_chart import body_views
from screening.questions import load_questions

TEMPLATES = ("screening/step.html", "screening/check.html", "programs/result.html")


def warm_up() -> None:
    """Read content, fonts, figures and the busiest templates. Raises LogoError for an unusable CLINIC_LOGO."""
    load_questions()
    load_library()
    body_views()
    clinic_letterhead(settings.CLINIC)
    warm_up_sheets()
    for name in TEMPLATES:
        get_template(name)
