"""The yardstick for a step: the walk's pages as a django-formtools wizard with its answers in database sessions.

A page that is asked only after certain answers is so here too, by a condition written as its manual shows.
"""

import importlib
from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.test.utils import override_settings
from django.urls import include, path

from screening.questions import Page, Question, load_questions

NAME = "wizard"
PREFIX = "walk_wizard"
TEMPLATE = (
    "<!doctype html><html lang=en><title>Step</title><form method=post>{% csrf_token %}{{ wizard.management_form }}"
    "{{ wizard.form.as_p }}<button>Continue</button></form></html>"
)
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
"""What a new Django project starts with."""


def addresses() -> tuple[Any, ...]:
    """The site's own addresses and the wizard's. Raises ImportError without django-formtools."""
    views = importlib.import_module("formtools.wizard.views")
    steps = [(page.slug, form_of(page)) for page in pages()]
    wizard = type("WalkWizard", (views.NamedUrlSessionWizardView,), {"render_to_response": page_of, "done": done})
    conditions = {page.slug: partial(is_asked, page) for page in pages() if page.when}
    view = wizard.as_view(steps, url_name=NAME, done_step_name="done", condition_dict=conditions)
    return (path("wizard/<slug:step>/", view, name=NAME), path("", include("itbcare.urls")))


def pages() -> list[Page]:
    """The pages that ask something."""
    return [page for page in load_questions().pages if page.questions]


def is_asked(page: Page, wizard: Any) -> bool:
    """Whether the answers so far call for a page."""
    return all(answer_of(wizard, key) in values for key, values in page.when.items())


def answer_of(wizard: Any, key: str) -> str:
    """An earlier answer; "" before it was given."""
    step = next(page.slug for page in pages() if any(question.key == key for question in page.questions))
    return str((wizard.get_cleaned_data_for_step(step) or {}).get(key, ""))


def form_of(page: Page) -> type[forms.Form]:
    """A form with a field for each question, all of them asked."""
    fields = {question.key: field_of(question) for question in page.questions}
    return type("StepForm", (forms.Form,), fields)


def field_of(question: Question) -> forms.Field:
    """Radio buttons, a number or text."""
    if question.choices:
        choices = [(choice.value, choice.label) for choice in question.choices]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, label=question.label, required=False)
    if question.kind == "integer":
        return forms.IntegerField(min_value=0, max_value=int(question.max), label=question.label, required=False)
    if question.kind == "distance":
        return forms.DecimalField(min_value=0, max_value=1000, label=question.label, required=False)
    return forms.CharField(max_length=300, label=question.label, required=False)


def page_of(_wizard: Any, context: Mapping[str, Any]) -> HttpResponse:
    """A page with nothing but the form."""
    request: HttpRequest = _wizard.request
    return HttpResponse(engines["django"].from_string(TEMPLATE).render(dict(context), request))


def done(_wizard: Any, _forms: object, **_: object) -> HttpResponse:
    """Never reached: the walk stops at the page that is measured."""
    return HttpResponse("done")


def data(slug: str, answers: Mapping[str, str]) -> dict[str, str]:
    """What a browser sends for one step."""
    page = load_questions().page(slug)
    questions = page.questions if page else ()
    given = {f"{slug}-{question.key}": answers.get(question.key, "") for question in questions}
    return given | {f"{PREFIX}-current_step": slug}


def walked(slug: str, answers: Mapping[str, str]) -> Client:
    """A client that has sent every step before this one."""
    client = Client(headers={"host": "127.0.0.1"})
    with override_settings(MIDDLEWARE=MIDDLEWARE):
        # The first request keeps the middleware of its moment for the life of the client.
        client.get(address(pages()[0].slug))
    for page in pages():
        if page.slug == slug:
            break
        response = client.post(address(page.slug), data(page.slug, answers))
        if response.status_code != 302:
            raise ValueError(f"{page.slug}: {response.content.decode()[:500]}")
    return client


def address(slug: str) -> str:
    """Where a step lies."""
    return f"/wizard/{slug}/"
