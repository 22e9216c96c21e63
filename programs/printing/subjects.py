"""From stored self-checks to those whom sheets are made for."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils import timezone

from programs.clinic_details import clinic_details
from programs.library import load_library
from programs.models import IssuedPlan
from programs.notes import newest_note
from programs.printing.record_gathering import record_of
from programs.printing.seen_gathering import seen_of
from programs.sheets.order import PaperLink, Subject, Who
from programs.until_visit import until_visit
from screening.family import holders_of
from screening.models import Screening
from screening.paper_link import PaperSecret, paper_link_of, paper_links_of, standing_secret
from screening.private_link import TOKEN_LENGTH

EXAMPLE_CODE = "XXXXX-XXXXX"
"""On a sheet that is only looked at, before the first is printed. It opens nothing, and looks like that."""


def subject_of(screening: Screening, *, for_staff: bool = False, looking: bool = False) -> Subject:
    """The runner of a self-check that was sent, with the plan that stands, if one was issued.

    The summary for the clinic's record is there only `for_staff`: it holds scores and sources, not words to a runner.
    `looking` writes nothing: the link is the one on sheets printed before, as long as it lives, or an example.
    """
    issued = IssuedPlan.objects.filter(screening=screening).first()
    link = _link_to_look_at(screening) if looking else _paper_link(paper_link_of(screening))
    return _subject(screening, issued, link, phone=clinic_details()["phone"], for_staff=for_staff)


def subjects_of(screenings: Sequence[Screening], *, for_staff: bool = False) -> list[Subject]:
    """As `subject_of` for many, in the order given, with a number of queries that does not grow with them.

    Only a link that must be made, or must live on, is written by itself.
    """
    _load_holders(screenings)
    prefetch_related_objects(screenings, "decisions")
    phone = clinic_details()["phone"]
    # The newest version of a check's plan comes first, so that it is the one that stays.
    issued = {plan.screening_id: plan for plan in IssuedPlan.objects.filter(screening__in=screenings).reverse()}
    return [
        _subject(screening, issued.get(screening.pk), _paper_link(secret), phone=phone, for_staff=for_staff)
        for screening, secret in zip(screenings, paper_links_of(screenings), strict=True)
    ]


def _subject(
    screening: Screening, issued: IssuedPlan | None, link: PaperLink, *, phone: str, for_staff: bool
) -> Subject:
    plan, version = (issued.read(), issued.version) if issued else (None, 0)
    note = newest_note(screening)
    awaits_visit = note is not None and note.until_visit
    return Subject(
        who=Who(screening.name, screening.code),
        plan=until_visit(plan, load_library()) if plan and awaits_visit else plan,
        version=version,
        screened_on=timezone.localdate(screening.submitted_at) if screening.submitted_at else None,
        link=link,
        seen=seen_of(screening, plan, phone),
        record=record_of(screening, plan, version) if for_staff else None,
        note=note,
        made_here=screening.source == Screening.Source.WALK_IN,
    )


def _link_to_look_at(screening: Screening) -> PaperLink:
    """The link of the sheets printed before, or an example."""
    secret = standing_secret(screening)
    return _paper_link(secret) if secret else example_link()


def example_link() -> PaperLink:
    """A link that opens nothing, drawn as large and as fine as one that does."""
    length = len(_address("X" * TOKEN_LENGTH))
    # What follows the # stays in the browser: a scanned preview opens the front page, and is no guess at a link.
    address = f"{settings.SITE_URL}{reverse('screening:landing')}#".ljust(length, "X")
    return PaperLink(address=address, code=EXAMPLE_CODE, typed_at=_typed_at())


def _paper_link(secret: PaperSecret) -> PaperLink:
    """The link on a runner's sheets, at the address under which the site is known."""
    return PaperLink(address=_address(secret.token), code=secret.code, typed_at=_typed_at())


def _address(token: str) -> str:
    return f"{settings.SITE_URL}{reverse('screening:open_link', args=[token])}"


def _typed_at() -> str:
    site = urlsplit(settings.SITE_URL)
    return f"{site.netloc}{site.path}{reverse('screening:typed_code').rstrip('/')}"


def _load_holders(screenings: Sequence[Screening]) -> None:
    """Look up what tells whether a plan is on hold, for all of them at once."""
    found = holders_of([screening.pk for screening in screenings])
    for screening in screenings:
        screening.known_holders = found
