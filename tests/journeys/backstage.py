"""Self-checks set up without walking: the answers are stored as the walk would, and a browser is handed the secret."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from playwright.sync_api import BrowserContext

from programs.actions import finish
from screening import actions
from screening.models import Screening
from screening.questions import load_questions
from screening.typed_answers import typed_answers
from screening.wizard import SEEN, Walk

A_WALK = timedelta(minutes=6)


def stored_answers(case: Mapping[str, Any], **more: str) -> dict[str, str]:
    """Every answer of a worked case as the walk stores it; a distance carries its unit."""
    questions = load_questions()
    typed = typed_answers(case) | {"name": "Sarah Miller", "email": ""} | more
    distances = {q.key for page in questions.pages for q in page.questions if q.kind == "distance"}
    stored = {key: f"{value} {typed['unit']}" if key in distances and value else value for key, value in typed.items()}
    walk = Walk(questions, stored | {SEEN + page.slug: "yes" for page in questions.pages})
    return Walk(questions, walk.pruned()).pruned()


def draft(case: Mapping[str, Any], without: str = "", **more: str) -> tuple[Screening, str]:
    """A self-check answered up to the page `without`, or to the end, and its secret."""
    screening, token = actions.start()
    screening.created_at -= A_WALK
    pages = load_questions().pages
    first = next((place for place, page in enumerate(pages) if page.slug == without), len(pages))
    left_out = {key for page in pages[first:] for key in (SEEN + page.slug, *(q.key for q in page.questions))}
    screening.answers = {key: value for key, value in stored_answers(case, **more).items() if key not in left_out}
    screening.save()
    return screening, token


def sent(case: Mapping[str, Any], **more: str) -> tuple[Screening, str]:
    """A self-check that was sent, with its plan, and its secret."""
    screening, token = draft(case, **more)
    return finish(screening.pk, today=timezone.localdate()), token


def stopped(case: Mapping[str, Any]) -> tuple[Screening, str]:
    """A self-check that a red flag ended, and its secret."""
    screening, token = draft(case)
    answers = stored_answers(case)
    for page in load_questions().pages:
        given = {q.key: answers[q.key] for q in page.questions if q.key in answers}
        screening = actions.save_page(screening.pk, page.slug, given)
        if screening.is_locked:
            return screening, token
    raise AssertionError("This case is not stopped by a red flag.")


def hand(context: BrowserContext, address: str, token: str) -> None:
    """Give a browser the secret, as the walk's own cookie does."""
    cookie = {"name": settings.RUNNER_COOKIE_NAME, "value": token, "url": address, "httpOnly": True}
    context.add_cookies([{**cookie, "sameSite": "Lax"}])
