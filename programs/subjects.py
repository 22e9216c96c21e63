"""From a stored self-check to the one whom sheets are made for."""

from django.utils import timezone

from programs.models import IssuedPlan
from programs.sheets.order import Subject, Who
from screening.models import Screening


def subject_of(screening: Screening) -> Subject:
    """The runner of a self-check that was sent, with the plan that stands, if one was issued."""
    issued = IssuedPlan.objects.filter(screening=screening).first()
    return Subject(
        who=Who(screening.name, screening.code),
        plan=issued.read() if issued else None,
        version=issued.version if issued else 0,
        screened_on=timezone.localdate(screening.submitted_at) if screening.submitted_at else None,
    )
