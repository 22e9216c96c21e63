"""Sarah's self-check in the database, answered page by page and ready to be sent, as often as needed."""

from datetime import timedelta
from functools import cache

from django.utils import timezone

from bench.sarah import raw_case
from screening.actions import save_page, start
from screening.forms import PageForm
from screening.models import Screening
from screening.questions import load_questions
from screening.typed_answers import typed_answers
from screening.wizard import Walk


@cache
def typed() -> dict[str, str]:
    """What she types, by question."""
    return typed_answers(raw_case()) | {"name": "Sarah Miller", "email": ""}


def answered(upto: str = "") -> tuple[Screening, str]:
    """A new draft with every page answered, or those before the page `upto`, and the secret that opens it."""
    screening, token = start()
    while page := Walk(load_questions(), screening.answers).first_open():
        if page.slug == upto:
            break
        form = PageForm(Walk(load_questions(), screening.answers), page, typed())
        if not form.is_valid():
            raise ValueError(f"{page.slug}: {form.errors.as_text()}")
        screening = save_page(screening.pk, page.slug, form.answers_of_page)
    return screening, token


def many(number: int) -> list[tuple[int, str]]:
    """As many complete drafts, begun six minutes ago: their keys and secrets."""
    answers = answered()[0].answers
    begun = timezone.now() - timedelta(minutes=6)
    made = [start() for _ in range(number)]
    keys = [screening.pk for screening, _ in made]
    for some in (keys[at : at + 500] for at in range(0, number, 500)):
        Screening.objects.filter(pk__in=some).update(answers=answers, created_at=begun)
    return [(screening.pk, token) for screening, token in made]
