"""What the clinic says to a runner, at the top of every page that the runner may land on.

A part of the template, so that the care page, which knows nothing of decisions, shows it too.
"""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context

from programs.notes import from_clinic as said_to
from programs.notes import seen_by
from screening.models import Screening

register = template.Library()
URGENT = "urgent"


@register.inclusion_tag("programs/_from_clinic.html", takes_context=True)
def from_clinic(context: Context, screening: Screening, *, narrow: bool = False) -> dict[str, Any]:
    """The request to come in, the notes, what changed; remembers the first time that each note was shown.

    Beside an emergency it stands below what to do at once, and names no day of its own.
    """
    request: HttpRequest = context["request"]
    said = said_to(screening)
    seen_by(request, screening, said.notes)
    urgent = screening.is_locked and screening.level == URGENT
    return {"said": said, "screening": screening, "clinic": context.get("clinic"), "narrow": narrow, "urgent": urgent}
