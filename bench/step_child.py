"""One round of wizard steps: ours through the whole site, formtools' through Django's usual middleware."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from bench import drafts, formtools_site
from bench.measure import in_turn
from screening.questions import Page, load_questions
from screening.wizard import Walk

TIMES = 30
PAGE = "how-much"
"""Several scales, near the middle of the walk."""
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
FORM = "application/x-www-form-urlencoded"
"""As a browser sends it; the test client alone would send parts."""
Works = dict[str, Callable[[], object]]


def main() -> dict[str, float]:
    """Seconds of a POST and of the page after it, and how many transactions of ours wrote."""
    works = ours()
    writes = {"writes": float(written(works["ours"]))}
    try:
        addresses = formtools_site.addresses()
    except ImportError:
        return in_turn(works, TIMES) | writes
    with override_settings(ROOT_URLCONF=addresses):
        return in_turn(works | theirs(), TIMES) | writes


def following() -> Page:
    """The page that Sarah is asked after this one."""
    questions = load_questions()
    walk = Walk(questions, drafts.answered()[0].answers)
    pages = walk.asked_pages()
    return pages[[page.slug for page in pages].index(PAGE) + 1]


def ours() -> Works:
    """The same POST again and again, as from a runner who goes back, and the page after it."""
    _, token = drafts.answered(upto=PAGE)
    client = Client(headers={"host": "127.0.0.1"})
    client.cookies[settings.RUNNER_COOKIE_NAME] = token
    page = load_questions().page(PAGE)
    asked = page.questions if page else ()
    sent = {question.key: drafts.typed().get(question.key, "") for question in asked}
    after = f"/check/{following().slug}/"
    return works_of(client, f"/check/{PAGE}/", sent, after, "ours")


def theirs() -> Works:
    """As ours, in the wizard."""
    client = formtools_site.walked(PAGE, drafts.typed())
    sent = formtools_site.data(PAGE, drafts.typed())
    after = formtools_site.address(following().slug)
    return works_of(client, formtools_site.address(PAGE), sent, after, "formtools")


def works_of(client: Client, address: str, sent: dict[str, str], after: str, name: str) -> Works:
    """A POST that must lead on to `after`, and its GET."""

    body = urlencode(sent)

    def post() -> None:
        response = client.post(address, body, content_type=FORM)
        if response.status_code != 302 or response["Location"] != after:
            raise ValueError(f"{name}: {response.status_code} {response.get('Location')}")

    def get() -> None:
        if client.get(after).status_code != 200:
            raise ValueError(f"{name}: no page at {after}")

    post()
    get()
    return {name: post, f"{name} page": get}


def written(work: Callable[[], object]) -> int:
    """How many transactions write something in one call."""
    with CaptureQueriesContext(connection) as queries:
        work()
    count, begun, counted = 0, False, False
    for statement in (query["sql"].lstrip("-( ").upper() for query in queries):
        if statement.startswith(("BEGIN", "COMMIT", "ROLLBACK")):
            begun, counted = statement.startswith("BEGIN"), False
        elif statement.startswith(WRITES) and not (begun and counted):
            count, counted = count + 1, True
    return count
