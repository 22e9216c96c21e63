"""From stored self-checks to those whom sheets are made for."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone

from programs.models import IssuedPlan
from programs.printing.record_gathering import record_of
from programs.printing.seen_gathering import seen_of
from programs.sheets.order import PaperLink, Subject, Who
from screening.models import Screening
from screening.paper_link import PaperSecret, paper_link_of, paper_links_of


def subject_of(screening: Screening, *, for_staff: bool = False) -> Subject:
    """The runner of a self-check that was sent, with the plan that stands, if one was issued.

    The summary for the clinic's record is there only `for_staff`: it holds scores and sources, not words to a runner.
    """
    issued = IssuedPlan.objects.filter(screening=screening).first()
    return _subject(screening, issued, paper_link_of(screening), for_staff=for_staff)


def subjects_of(screenings: Sequence[Screening], *, for_staff: bool = False) -> list[Subject]:
    """As `subject_of` for many, in the order given, with a number of queries that does not grow with them.

    Only a link that must be made, or must live on, is written by itself.
    """
    _load_later_checks(screenings)
    # The newest version of a check's plan comes first, so that it is the one that stays.
    issued = {plan.screening_id: plan for plan in IssuedPlan.objects.filter(screening__in=screenings).reverse()}
    return [
        _subject(screening, issued.get(screening.pk), link, for_staff=for_staff)
        for screening, link in zip(screenings, paper_links_of(screenings), strict=True)
    ]


def _subject(screening: Screening, issued: IssuedPlan | None, secret: PaperSecret, *, for_staff: bool) -> Subject:
    plan, version = (issued.read(), issued.version) if issued else (None, 0)
    return Subject(
        who=Who(screening.name, screening.code),
        plan=plan,
        version=version,
        screened_on=timezone.localdate(screening.submitted_at) if screening.submitted_at else None,
        link=_paper_link(secret),
        seen=seen_of(screening, plan),
        record=record_of(screening, plan, version) if for_staff else None,
    )


def _paper_link(secret: PaperSecret) -> PaperLink:
    """The link on a runner's sheets, at the address under which the site is known."""
    site = urlsplit(settings.SITE_URL)
    return PaperLink(
        address=f"{settings.SITE_URL}{reverse('screening:open_link', args=[secret.token])}",
        code=secret.code,
        typed_at=f"{site.netloc}{site.path}{reverse('screening:typed_code').rstrip('/')}",
    )


def _load_later_checks(screenings: Sequence[Screening]) -> None:
    """Load what tells whether a plan is on hold: one query for each later check in a row, not for each runner."""
    level = list(screenings)
    while level:
        prefetch_related_objects(level, "repeats")
        level = [later for screening in level for later in screening.repeats.all()]
