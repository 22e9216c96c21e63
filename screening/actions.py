"""Everything that writes a self-check. Each function is one transaction; `by` is the secret that allowed it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Literal

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit import trail
from audit.models import Kind as Trace
from screening.answered_case import case_of
from screening.assessment import RULE_SET, Assessment, assess, locked
from screening.case import parse_case
from screening.code import new_code
from screening.models import LINK_LIVES, PrivateLink, Screening
from screening.private_link import hash_of, new_token
from screening.questions import Page, QuestionSet, load_questions
from screening.queueing import join_queue
from screening.rules.pattern import Pattern
from screening.wizard import REACHED_END, SEEN, Walk

CONSENT_VERSION = "2026-11"
TRIES = 5
QUICKEST_WALK = timedelta(seconds=20)
# What a later check need not ask again. All else may have changed, and is asked anew.
PARTS_KEPT = ("about_you", "contact")
PAGES_KEPT = ("usual-running",)
# PL-02: a mirror check that was not clear is repeated soon; then only safety, pain now and the mirror are asked.
RETEST_WITHIN = timedelta(days=14)
ANEW_AT_RETEST = ("red_flags", "mirror_check")
PAGES_ANEW_AT_RETEST = ("how-much", "lately")

How = Literal["whole", "partly", "quietly"]


class AlreadySent(Exception):
    """The self-check was sent; its answers stand."""


def start(*, key: str = "") -> tuple[Screening, str]:
    """Begin a self-check for someone who agreed. Returns it with the new secret that opens it.

    `key` is the start form's own one-time key: a double click with the same key begins one self-check.
    """
    if key and (draft := Screening.objects.filter(start_key=key, submitted_at=None).first()):
        return draft, open_to_another(draft)
    return _create(start_key=key or None)


def start_again(earlier: Screening) -> tuple[Screening, str]:
    """Begin a later check by the same runner, or go on with the one already begun. Returns it and a secret."""
    with transaction.atomic():
        Screening.objects.select_for_update().get(pk=earlier.pk)
        Screening.objects.drafts_past_keeping(timezone.now()).filter(repeat_of=earlier).delete()
        if draft := earlier.repeats.filter(submitted_at=None).first():
            return draft, open_to_another(draft)
        return _create(repeat_of=earlier, answers=kept_answers(earlier, load_questions()))


def _create(**values: Any) -> tuple[Screening, str]:
    """A new draft with a code of its own, and its first secret."""
    with transaction.atomic():
        screening = new_screening(**values)
        return screening, open_to_another(screening)


def new_screening(**values: Any) -> Screening:
    """A new self-check with a code of its own. Raises IntegrityError where another value clashes."""
    agreed = {"consent_version": CONSENT_VERSION, "consented_at": timezone.now()}
    for attempt in range(TRIES):
        try:
            with transaction.atomic():
                return Screening.objects.create(
                    code=new_code(), question_set=load_questions().version, **(agreed | values)
                )
        except IntegrityError:
            if attempt == TRIES - 1:
                raise
    raise AssertionError("unreachable")


def open_to_another(screening: Screening) -> str:
    """A new secret that opens a self-check, for one more device."""
    token = new_token()
    expires = timezone.now() + LINK_LIVES
    PrivateLink.objects.create(screening=screening, token_hash=hash_of(token), expires_at=expires)
    return token


def kept_answers(earlier: Screening, questions: QuestionSet) -> dict[str, str]:
    """What a later check need not ask again; all of it can be changed on the last page.

    After a red flag the age is asked anew too: a slip there must not follow the runner.
    """
    return kept_of(earlier, questions, soon=is_soon_after_unclear(earlier))


def kept_of(earlier: Screening, questions: QuestionSet, *, soon: bool) -> dict[str, str]:
    """The answers of an earlier check that stand; `soon` after it, only safety, pain now and the mirror are asked."""
    kept = {q.key for page in questions.pages if _is_kept(page, earlier, soon=soon) for q in page.questions}
    return {key: value for key, value in earlier.answers.items() if key in kept}


def _is_kept(page: Page, earlier: Screening, *, soon: bool) -> bool:
    if soon:
        return page.part not in ANEW_AT_RETEST and page.slug not in PAGES_ANEW_AT_RETEST
    return page.slug in PAGES_KEPT or (page.part in PARTS_KEPT and not earlier.was_stopped)


def is_soon_after_unclear(earlier: Screening | None) -> bool:
    """Whether a check begun now repeats one whose mirror part was not clear (PL-02)."""
    return earlier is not None and earlier.pattern == Pattern.RETEST and is_recent(earlier)


def is_recent(earlier: Screening) -> bool:
    """Whether it was sent so lately that a later check repeats it (PL-02)."""
    return earlier.submitted_at is not None and timezone.now() - earlier.submitted_at < RETEST_WITHIN


def save_page(screening_id: int, slug: str, answers_of_page: Mapping[str, str], how: How = "whole") -> Screening:
    """Store one page's answers, and drop those no longer asked for.

    "whole": the runner sent the page; a red flag that ends the walk sends the self-check. "partly": the runner
    leaves the page with what is answered so far; only an urgent answer ends the walk. "quietly": nobody pressed
    anything. An answer that would end the walk and does not is left open, so that a slip never locks and a lock is
    never passed.
    Raises AlreadySent for a self-check that was sent, for instance from a second tab.
    """
    with transaction.atomic():
        screening = Screening.objects.select_for_update().get(pk=screening_id)
        if not screening.is_draft:
            raise AlreadySent
        seen = {SEEN + slug: "yes"} if how == "whole" else {}
        walk = _walk_with({**screening.answers, **answers_of_page, **seen})
        ends = walk.stops()
        if ends and (how == "quietly" or (how == "partly" and not walk.is_urgent())):
            walk, ends = _walk_with(_without_what_ends(screening.answers, answers_of_page)), False
        if how == "quietly" and screening.answers.keys() - walk.answers.keys() - answers_of_page.keys():
            return screening  # what this answer would drop waits until the runner means it
        screening.answers = dict(walk.answers)
        screening.question_set = walk.questions.version
        screening.saved_at = timezone.now()
        if ends:
            _send(screening, locked(walk.triage()))
        screening.save()
        return screening


def _without_what_ends(before: Mapping[str, str], page: Mapping[str, str]) -> dict[str, str]:
    """The answers with this page's, save those that would end the walk: they are open again, and asked."""
    kept = {key: value for key, value in before.items() if key not in page}
    for key, value in page.items():
        if not Walk(load_questions(), {**kept, key: value}).stops():
            kept[key] = value
    return kept


def _walk_with(given: Mapping[str, str]) -> Walk:
    """The walk with these answers, without what is no longer asked; a complete one remembers that it was."""
    questions = load_questions()
    walk = Walk(questions, Walk(questions, given).pruned())
    if walk.first_open() is None:
        return Walk(questions, {**walk.answers, REACHED_END: "yes"})
    return walk


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
    if screening.source == Screening.Source.OWN and now - screening.created_at < QUICKEST_WALK:
        screening.suspected = "faster than a person"
    join_queue(screening, assessment)


def mark_opened(screening: Screening) -> None:
    """Remember when the clinic first opened it; from then on the clinic's own record rules keep it."""
    Screening.objects.filter(pk=screening.pk, opened_at=None).update(opened_at=timezone.now())


def renew_link(link: PrivateLink) -> None:
    """Let a link live for its full time again, from now."""
    PrivateLink.objects.filter(pk=link.pk).update(expires_at=timezone.now() + LINK_LIVES)


def replace_link(link: PrivateLink) -> str:
    """Stop every link to this self-check, printed ones too, and return a new secret for the device that asked."""
    with transaction.atomic():
        every = PrivateLink.objects.filter(screening_id=link.screening_id, revoked_at=None)
        every.update(revoked_at=timezone.now())
        return open_to_another(link.screening)


def erase(screening: Screening) -> bool:
    """Delete a self-check with all that hangs on it, unless a clinician has opened it. Returns whether it did.

    What a red flag stopped stays until the clinic has seen it: it waits in the queue, and holds the plan before it.
    """
    with transaction.atomic():
        # Locked first: a clinician who opens it at this moment either comes before, and it stays, or finds nothing.
        found = Screening.objects.select_for_update().filter(pk=screening.pk, opened_at=None).first()
        if found is None or found.was_stopped:
            return False
        _close_gap(found)
        trail.note(Trace.ERASED, about=found.code, what="check" if found.submitted_at else "draft")
        found.delete()
        return True


def _close_gap(gone: Screening) -> None:
    """Keep the checks of one runner together, so that a red flag among them holds the plans of all others."""
    heir = gone.repeat_of_id or gone.repeats.order_by("pk").values_list("pk", flat=True).first()
    if heir is not None:
        gone.repeats.exclude(pk=heir).update(repeat_of=heir)


def erase_old_drafts() -> int:
    """Delete the drafts past keeping, with their links. Returns how many self-checks went."""
    with transaction.atomic():
        _, by_model = Screening.objects.drafts_past_keeping(timezone.now()).delete()
        gone = by_model.get("screening.Screening", 0)
        if gone:
            trail.note(Trace.ERASED, what="old drafts", count=gone)
        return gone
