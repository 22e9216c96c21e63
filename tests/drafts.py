"""Self-checks made in one step, for tests of what comes after the walk; the walk itself has tests of its own."""

from datetime import timedelta

import time_machine
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from programs.actions import finish
from screening.actions import start
from screening.forms import PageForm
from screening.models import Screening
from screening.questions import load_questions
from screening.typed_answers import typed_answers
from screening.wizard import SEEN, Walk
from tests.page import Page

SUNDAY_MORNING = "2026-11-22 15:00+00:00"
"""Ten in the morning at the clinic; what every dated page of the tests is rendered at."""


def answers_of(case, **typed):
    """Complete stored answers, as the walk would keep them."""
    given = typed_answers(case) | {"name": "", "email": ""} | typed
    answers = {}
    while page := Walk(load_questions(), answers).first_open():
        form = PageForm(Walk(load_questions(), answers), page, given)
        assert form.is_valid(), (page.slug, form.errors)
        answers |= form.answers_of_page | {SEEN + page.slug: "yes"}
    return answers


def draft(case, **typed):
    """A complete draft and the secret that opens it."""
    screening, token = start()
    began = timezone.now() - timedelta(minutes=6)
    Screening.objects.filter(pk=screening.pk).update(answers=answers_of(case, **typed), created_at=began)
    screening.refresh_from_db()
    return screening, token


def sent(case, **typed):
    """A sent self-check with its plan, and the secret that opens it."""
    screening, token = draft(case, **typed)
    return finish(screening.pk, today=timezone.localdate()), token


def device(token, **extra):
    """A device that holds this secret."""
    client = Client(**extra)
    client.cookies[settings.RUNNER_COOKIE_NAME] = token
    return client


def at_the_end(runner, case, **typed):
    """The same runner with every question answered, at "Check your answers"."""
    _screening, token = draft(case, **typed)
    runner.client.cookies[settings.RUNNER_COOKIE_NAME] = token
    return runner


def rendered(case, path="/plan/", **typed):
    """One page of someone who sent this case, read on a Sunday morning; nothing of it stays in the database."""
    with time_machine.travel(SUNDAY_MORNING, tick=False), transaction.atomic():
        _screening, token = sent(case, **typed)
        response = device(token).get(path)
        transaction.set_rollback(True)
    assert response.status_code == 200, (path, response.status_code)
    return Page(response)
