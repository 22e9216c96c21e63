"""Runners made without walking the pages: each has a self-check, its secret, and a device that holds it."""

from dataclasses import dataclass

from django.conf import settings
from django.test import Client
from django.utils import timezone

from programs.actions import finish
from screening.actions import save_page, start
from screening.forms import PageForm
from screening.models import Screening
from screening.questions import load_questions
from screening.typed_answers import typed_answers
from screening.wizard import Walk
from tests.conftest import VIGNETTES


@dataclass(frozen=True)
class Person:
    """One runner: what is stored, the secret, and a client on the device that holds it."""

    screening: Screening
    token: str
    client: Client

    def now(self) -> Screening:
        """The self-check as it stands in the database."""
        return Screening.objects.get(pk=self.screening.pk)


def device(token: str, **options) -> Client:
    """A client that holds the secret, as after opening the link."""
    client = Client(**options)
    client.cookies[settings.RUNNER_COOKIE_NAME] = token
    return client


def answering(short: str = "V01", name: str = "", email: str = "", upto: str = "") -> Person:
    """A runner who answered every page before `upto`, or all of them, and has not sent yet."""
    screening, token = start()
    typed = typed_answers(VIGNETTES[short]["case"]) | {"name": name, "email": email}
    while screening.is_draft and (page := Walk(load_questions(), screening.answers).first_open()):
        if page.slug == upto:
            break
        form = PageForm(Walk(load_questions(), screening.answers), page, typed)
        assert form.is_valid(), form.errors
        screening = save_page(screening.pk, page.slug, form.answers_of_page)
    return Person(screening, token, device(token))


def sent(short: str = "V01", name: str = "", email: str = "") -> Person:
    """A runner whose self-check was sent."""
    person = answering(short, name, email)
    if person.screening.is_draft:
        finish(person.screening.pk, today=timezone.localdate())
    return Person(person.now(), person.token, person.client)
