"""Result pages, rendered once for all the tests that read them."""

import json
from functools import cache

import pytest

from tests.conftest import VIGNETTES
from tests.drafts import rendered


@pytest.fixture(scope="session")
def result_page(django_db_setup, django_db_blocker):
    """A function: the short name of a worked case, and what differs, to the result page of that runner."""

    @cache
    def render(short, changes):
        with django_db_blocker.unblock():
            return rendered({**VIGNETTES[short]["case"], **json.loads(changes)}, name="Sarah Miller")

    def page(short, **changes):
        return render(short, json.dumps(changes, sort_keys=True))

    return page
