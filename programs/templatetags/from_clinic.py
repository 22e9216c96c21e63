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


@register.inclusion_tag("programs/_from_clinic.html", takes_context=True)
def from_clinic(context: Context, screening: Screening, *, narrow: bool = False) -> dict[str, Any]:
    """The request to come in, the notes, what changed; remembers the first time that each note was shown."""
    request: HttpRequest = context["request"]
    said = said_to(screening)
    seen_by(request, screening, said.notes)
    return {"said": said, "screening": screening, "clinic": context.get("clinic"), "narrow": narrow}
