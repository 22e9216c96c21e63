"""What comes out of the pack page: the file as it was asked for, whom it marks as and how much is too much."""

from io import BytesIO

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from programs.letterhead import clinic_letterhead
from programs.pdf.pack import Press, pack
from programs.printing.subjects import subject_of, subjects_of
from programs.sheets.order import Item, Kind, Layout, Look, Order
from programs.sheets.paper import Paper
from screening.models import Screening
from tests.clinic.front_desk import case, printing, sarah_and_ben, signed_in
from tests.drafts import SUNDAY_MORNING, sent


@pytest.fixture
def staff(db):
    return signed_in()


@pytest.fixture
def two(db):
    """Sarah and Ben, both with exercises and run weeks."""
    return sarah_and_ben()


def codes(people):
    return [one.code for one in people]


def pages_in(response):
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(response.content)).pages


def text_of(response):
    return " ".join(page.extract_text() for page in pages_in(response))


def smallest_letters(response):
    """The smallest size of letters on the first page, in points."""
    sizes = []
    first = pages_in(response)[0]
    first.extract_text(visitor_text=lambda text, _cm, _tm, _font, size: sizes.extend([size] if text.strip() else []))
    return min(sizes)


@pytest.mark.parametrize("order", [1, -1])
def test_the_pack_has_everyone_in_the_order_typed(staff, two, order):
    first, second = two[::order]
    words = text_of(printing(staff, first.code, second.code))

    assert words.index(first.name) < words.index(second.name)


@pytest.mark.parametrize("now", ["2026-11-23 04:59:59+00:00", SUNDAY_MORNING])
def test_the_file_is_named_for_the_day_at_the_clinic_and_for_nobody(db, now):
    with time_machine.travel(now, tick=False):
        response = printing(signed_in(), sarah_and_ben()[0].code)

    assert response["Content-Disposition"] == 'attachment; filename="pack-2026-11-22.pdf"'


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 841)), ("", (612, 792))])
def test_the_pack_is_on_the_paper_that_was_chosen(staff, two, paper, size):
    found = {
        (int(p.mediabox.width), int(p.mediabox.height)) for p in pages_in(printing(staff, two[0].code, paper=paper))
    }

    assert found == {size}


LOOKS = {
    "as it comes": ({}, Look()),
    "A4": ({"paper": "a4"}, Look(Paper.A4)),
    "two-sided": ({"duplex": "1"}, Look(duplex=True)),
    "large": ({"large": "1"}, Look(large=True)),
    **{f"layout {layout}": ({"layout": str(layout)}, Look(layout=layout)) for layout in Layout},
}


@pytest.mark.parametrize("chosen", LOOKS)
def test_the_pack_looks_as_it_was_asked_to(staff, two, chosen):
    asked, look = LOOKS[chosen]
    made = printing(staff, two[0].code, **asked).content
    order = Order(subject_of(two[0], for_staff=True), (Item(Kind.STAGE, 1), Item(Kind.RUN)))

    assert made == pack([order], Press(look, clinic_letterhead(settings.CLINIC), timezone.localdate(), str))


def test_each_layout_gives_another_file(staff, two):
    files = [printing(staff, two[0].code, kinds=["stage"], layout=str(layout)).content for layout in Layout]

    assert len(set(files)) == len(Layout)


def test_one_on_a_page_takes_more_pages_than_six(staff, two):
    counts = [len(pages_in(printing(staff, two[0].code, layout=layout))) for layout in ("1", "6")]

    assert counts[0] > counts[1] + 2


def test_two_sided_each_sheet_begins_on_a_fresh_piece_of_paper(staff, two):
    words = [page.extract_text() for page in pages_in(printing(staff, *codes(two), kinds=["seen", "run"], duplex="1"))]
    first = [place for place, text in enumerate(words) if "Page 1 of" in text]

    assert len(first) == 4
    assert all(place % 2 == 0 for place in first)
    assert "" in words


def test_one_sided_no_page_is_empty(staff, two):
    assert all(page.extract_text() for page in pages_in(printing(staff, *codes(two), kinds=["seen", "run"])))


def test_large_print_has_no_small_letters(staff, two):
    usual, large = (printing(staff, two[0].code, **asked) for asked in ({}, {"large": "1"}))

    assert smallest_letters(usual) < 12
    assert smallest_letters(large) >= 18


def test_many_are_gathered_as_one_is(two):
    people = [Screening.objects.get(pk=one.pk) for one in (*two, sent(case("V10"))[0], sent(case("V14"))[0])]
    alone = [subject_of(person, for_staff=True) for person in people]

    assert subjects_of(people, for_staff=True) == alone


def test_more_runners_ask_no_more_of_the_database(db):
    people = [sent(case("V01"))[0] for _ in range(8)]
    subjects_of(people)
    counts = []
    for some in (people[:2], people):
        fresh = list(Screening.objects.filter(pk__in=[one.pk for one in some]).select_related("repeat_of"))
        with CaptureQueriesContext(connection) as asked:
            subjects_of(fresh, for_staff=True)
        counts.append(len(asked))

    assert counts[0] == counts[1] <= 8
