"""Everything that writes a self-check. Each function is one transaction; `by` is the secret that allowed it."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from screening.answered_case import case_of
from screening.assessment import RULE_SET, Assessment, assess, locked
from screening.case import parse_case
from screening.code import new_code
from screening.models import LINK_LIVES, PrivateLink, Screening
from screening.private_link import hash_of, new_token
from screening.questions import QuestionSet, load_questions
from screening.wizard import SEEN, Walk

CONSENT_VERSION = "2026-11"
TRIES = 5
QUICKEST_WALK = timedelta(seconds=20)
# A re-check asks again what may have changed: safety, how much it hurts, the mirror. The rest is not typed twice.
PARTS_ASKED_ANEW = ("red_flags", "mirror_check")
PAGES_ASKED_ANEW = ("how-much", "lately")


class AlreadySent(Exception):
    """The self-check was sent; its answers stand."""


def start(*, repeat_of: Screening | None = None) -> tuple[Screening, str]:
    """Begin a self-check for someone who agreed. Returns it with the new secret that opens it."""
    now, questions = timezone.now(), load_questions()
    answers = kept_answers(repeat_of, questions) if repeat_of else {}
    token = new_token()
    for attempt in range(TRIES):
        try:
            with transaction.atomic():
                screening = Screening.objects.create(
                    code=new_code(),
                    question_set=questions.version,
                    answers=answers,
                    consent_version=CONSENT_VERSION,
                    consented_at=now,
                    repeat_of=repeat_of,
                )
                PrivateLink.objects.create(screening=screening, token_hash=hash_of(token), expires_at=now + LINK_LIVES)
                return screening, token
        except IntegrityError:
            if attempt == TRIES - 1:
                raise
    raise AssertionError("unreachable")


def kept_answers(earlier: Screening, questions: QuestionSet) -> dict[str, str]:
    """What a re-check need not ask again; all of it can be changed on the last page."""
    kept = {
        question.key
        for page in questions.pages
        if page.part not in PARTS_ASKED_ANEW and page.slug not in PAGES_ASKED_ANEW
        for question in page.questions
    }
    return {key: value for key, value in earlier.answers.items() if key in kept}


def save_page(screening_id: int, slug: str, answers_of_page: Mapping[str, str]) -> Screening:
    """Store one page's answers, and drop those no longer asked for. A red flag that ends the walk sends it.

    Raises AlreadySent for a self-check that was sent, for instance from a second tab.
    """
    with transaction.atomic():
        screening = Screening.objects.select_for_update().get(pk=screening_id)
        if not screening.is_draft:
            raise AlreadySent
        questions = load_questions()
        given = {**screening.answers, **answers_of_page, SEEN + slug: "yes"}
        walk = Walk(questions, Walk(questions, given).pruned())
        screening.answers = dict(walk.answers)
        screening.question_set = questions.version
        screening.saved_at = timezone.now()
        if walk.stops():
            _send(screening, locked(walk.triage()))
        screening.save()
        return screening


def submit(screening: Screening) -> Assessment:
    """Send a complete draft: assess it and keep the result beside the answers. Call inside a transaction.

    Raises AlreadySent when it was sent before, KeyError or CaseError when answers are missing.
    """
    if not screening.is_draft:
        raise AlreadySent
    assessment = assess(parse_case(case_of(screening.answers)))
    _send(screening, assessment)
    screening.save()
    return assessment


def _send(screening: Screening, assessment: Assessment) -> None:
    now = timezone.now()
    screening.submitted_at = screening.saved_at = now
    screening.assessment = assessment.to_dict()
    screening.rule_set = RULE_SET
    screening.level = str(assessment.triage.level)
    screening.pattern = str(assessment.pattern or "")
    screening.name = screening.answers.get("name", "")[:80]
    screening.email = screening.answers.get("email", "")
    if now - screening.created_at < QUICKEST_WALK:
        screening.suspected = "faster than a person"


def leave_contact(screening: Screening, *, name: str, phone: str) -> None:
    """Keep how the clinic may call a runner whose walk ended; the answers stay as they were."""
    Screening.objects.filter(pk=screening.pk).update(name=name, phone=phone)


def mark_opened(screening: Screening) -> None:
    """Remember when the clinic first opened it; from then on the clinic's own record rules keep it."""
    Screening.objects.filter(pk=screening.pk, opened_at=None).update(opened_at=timezone.now())


def renew_link(link: PrivateLink) -> None:
    """Let a link live for its full time again, from now."""
    PrivateLink.objects.filter(pk=link.pk).update(expires_at=timezone.now() + LINK_LIVES)


def replace_link(link: PrivateLink) -> str:
    """Stop every link to this self-check, and return a new secret for the device that asked."""
    token, now = new_token(), timezone.now()
    with transaction.atomic():
        PrivateLink.objects.filter(screening_id=link.screening_id, revoked_at=None).update(revoked_at=now)
        PrivateLink.objects.create(
            screening_id=link.screening_id, token_hash=hash_of(token), expires_at=now + LINK_LIVES
        )
    return token


def erase(screening: Screening) -> bool:
    """Delete a self-check with all that hangs on it, unless a clinician has opened it. Returns whether it did."""
    with transaction.atomic():
        deleted, _ = Screening.objects.filter(pk=screening.pk, opened_at=None).delete()
    return bool(deleted)


def erase_old_drafts() -> int:
    """Delete the drafts past keeping, with their links. Returns how many self-checks went."""
    _, by_model = Screening.objects.drafts_past_keeping(timezone.now()).delete()
    return by_model.get("screening.Screening", 0)
