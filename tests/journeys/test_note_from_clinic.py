"""A runner comes back to a note of the clinic, reads it first, and has it on the sheet."""

import pytest
from playwright.sync_api import expect

from programs.models import NoteSeen
from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look, no_barriers
from tests.programs.staff_decided import KIND, decided, plan_of

pytestmark = pytest.mark.browser
NOTE = "Please bring your old running shoes."


def test_a_note_is_read_first_and_printed(page, context, base_url, vignettes):
    screening, token = backstage.sent(vignettes["V01"]["case"])
    decided(screening, note="Start gently.")
    decided(screening, KIND.CHANGED, note=NOTE, plan=plan_of(screening), detail={"new": ["You start in Stage 2."]})
    backstage.hand(context, base_url, token)

    page.goto("/plan/")
    expect(page.get_by_role("heading").first).to_have_text("A note from your clinic")
    expect(page.get_by_text(NOTE)).to_be_in_viewport()
    assert NoteSeen.objects.count() == 2
    holds_in_every_look(page)

    page.goto("/plan/print/")
    expect(page.get_by_text(NOTE)).to_be_visible()
    page.get_by_role("button", name="Open as a page").click()
    expect(page.get_by_role("heading", name="From your clinic").first).to_be_visible()
    no_barriers(page)
