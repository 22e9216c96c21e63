"""Writes the self-checks that begin at the clinic's desk: typed in from paper, or a walk-in without answers."""

from typing import Any, Final

from django.db import IntegrityError
from django.utils import timezone

from screening.actions import is_recent, kept_of, new_screening
from screening.models import Screening
from screening.questions import QuestionSet, load_questions

# Agreed at the desk, by word or on paper.
CONSENT_ON_PAPER: Final = "paper"
CONSENT_OF_WALK_IN: Final = "walk-in"


def start_paper(*, key: str, earlier: Screening | None = None) -> Screening | None:
    """Begin a check that staff type in from paper, with what an earlier one by the same runner keeps.

    `key` is the form's own one-time key. Returns None where a check was begun with it before. Call in the transaction
    that also sends it. No device holds a secret of it; a printed sheet may.
    """
    kept = kept_for_paper(earlier, load_questions()) if earlier else {}
    consent = {"consent_version": CONSENT_ON_PAPER}
    return _new_once(key, source=Screening.Source.PAPER, repeat_of=earlier, answers=kept, **consent)


def start_walk_in(*, name: str, key: str) -> Screening | None:
    """A walk-in who is handed a plan at the desk: sent and done, without answers, assessment or level.

    `key` is the form's own one-time key. Returns None where a walk-in was made with it before.
    """
    now = timezone.now()
    return _new_once(
        key,
        source=Screening.Source.WALK_IN,
        name=name[:80],
        consent_version=CONSENT_OF_WALK_IN,
        submitted_at=now,
        saved_at=now,
        state=Screening.State.DONE,
    )


def kept_for_paper(earlier: Screening, questions: QuestionSet) -> dict[str, str]:
    """What is not asked again: of a whole check of the last days all but safety, pain now and the mirror.

    Of an older one as much as a runner's own later check keeps; after a red flag no age either.
    """
    return kept_of(earlier, questions, soon=not earlier.was_stopped and is_recent(earlier))


def _new_once(key: str, **values: Any) -> Screening | None:
    """A new self-check under a one-time key, or None where the key was used, a moment ago in another tab as well."""
    if Screening.objects.filter(start_key=key).exists():
        return None
    try:
        return new_screening(start_key=key, **values)
    except IntegrityError:
        if Screening.objects.filter(start_key=key).exists():
            return None
        raise
