"""A plan that the clinic made without a self-check claims none, on any page or sheet."""

import pytest

from programs.pdf.pack import job_of, sheet_of
from programs.printing.subjects import subject_of
from programs.sheets.order import Item, Kind, Layout, Look, Order
from screening.models import Screening
from screening.paper_link import paper_link_of
from tests.drafts import device
from tests.page import Page
from tests.programs.plans import squeezed
from tests.programs.press_room import press
from tests.programs.runners import plan_for
from tests.programs.sheet_checks import words_on
from tests.programs.staff_decided import walk_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    """Ana, who walked in, and a device that opened the code on her sheet."""
    screening = walk_in(plan_for())
    return screening, device(paper_link_of(screening).token)


@pytest.mark.parametrize("look", [{}, {"layout": Layout.POCKET}], ids=str)
def test_a_walk_in_s_sheet_claims_no_self_check(ana, look):
    screening = Screening.objects.get(pk=ana[0].pk)
    item = Item(Kind.STAGE, 1)
    order = Order(subject_of(screening, looking=True), (item,))
    words = squeezed(words_on(sheet_of(job_of(order, press(Look(**look))), item)))

    assert squeezed("Made at the clinic Nov ") in words
    assert "Self-check" not in words


def test_a_walk_in_s_page_and_summary_claim_none(ana):
    summary = Order(subject_of(ana[0], for_staff=True), (Item(Kind.SUMMARY),))
    words = words_on(sheet_of(job_of(summary, press(Look())), Item(Kind.SUMMARY)))
    page = Page(ana[1].get("/plan/sheet/")).text

    assert "Made at the clinic" in page
    assert "Self-check" not in page
    assert "Self-check sent" not in words
    assert "Made at the clinic Nov" in words
