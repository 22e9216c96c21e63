"""Looking at the options or a preview writes nothing: only a sheet handed over makes its link, or prolongs it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from programs.pdf.qr import modules
from programs.printing.subjects import EXAMPLE_CODE, subject_of
from screening.models import PrivateLink
from screening.paper_link import paper_link_of
from tests.conftest import VIGNETTES
from tests.drafts import device, sent

LOOKS = ("/plan/print/", "/plan/preview.png")
FILES = ("/plan/sheet.pdf", "/plan/sheet/")


@pytest.fixture
def sarah(db):
    """A sent check, nothing printed yet, and the device that did it."""
    screening, token = sent(VIGNETTES["V01"]["case"])
    return screening, device(token)


def on_paper():
    return list(PrivateLink.objects.exclude(nonce="").values())


@pytest.mark.parametrize("address", LOOKS)
def test_a_look_makes_no_link(sarah, address):
    assert sarah[1].get(address).status_code == 200
    assert on_paper() == []


@pytest.mark.parametrize("address", LOOKS)
def test_a_look_prolongs_no_link(sarah, address):
    paper_link_of(sarah[0])
    before = on_paper()
    with time_machine.travel(timezone.now() + timedelta(days=80)):
        assert sarah[1].get(address).status_code == 200

    assert on_paper() == before


@pytest.mark.parametrize("address", FILES)
def test_asking_for_the_head_of_a_file_makes_no_link(sarah, address):
    assert sarah[1].head(address).status_code == 200
    assert on_paper() == []


@pytest.mark.parametrize("address", FILES)
def test_a_sheet_that_is_handed_over_makes_its_link(sarah, address):
    assert sarah[1].get(address).status_code == 200
    assert [link["screening_id"] for link in on_paper()] == [sarah[0].pk]


def test_before_the_first_sheet_a_look_shows_a_code_that_is_plainly_none(sarah):
    assert subject_of(sarah[0], looking=True).link.code == EXAMPLE_CODE == "XXXXX-XXXXX"


def test_after_the_first_sheet_a_look_shows_what_is_printed(sarah):
    printed = subject_of(sarah[0])

    assert subject_of(sarah[0], looking=True) == printed


def test_once_the_sheets_are_stopped_a_look_shows_an_example_again(sarah):
    subject_of(sarah[0])
    sarah[1].post("/my/link/stop-paper/")

    assert subject_of(sarah[0], looking=True).link.code == EXAMPLE_CODE


def test_the_example_is_drawn_as_fine_as_a_printed_one_and_leads_to_the_front_page(sarah, client):
    example, printed = (subject_of(sarah[0], looking=looking).link for looking in (True, False))

    assert modules(example.address)[0] == modules(printed.address)[0]
    assert example.typed_at == printed.typed_at
    assert client.get(example.address.split("#")[0]).resolver_match.view_name == "screening:landing"
