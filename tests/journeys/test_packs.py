"""Packs in a browser: staff see one grow and get it, stop it, or open one runner's sheets as a page."""

import re
from threading import Event

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from programs.pdf.pack import packing
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look, no_barriers
from tests.staff import FRONT_DESK, cookies_of, sign_in

pytestmark = pytest.mark.browser
NO_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)
SARAH = VIGNETTES["V01"]["case"]
RUNNERS = 20


@pytest.fixture
def staff(page, context, base_url, transactional_db):
    """The front desk's browser, signed in."""
    context.add_cookies(cookies_of(sign_in(FRONT_DESK), base_url))
    return page


def people(count):
    """So many copies of Sarah, each with a plan."""
    return [backstage.sent(SARAH, name=f"Runner {place}")[0].code for place in range(count)]


def names_in(path):
    """The runners of a file in the order of its pages."""
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return list(dict.fromkeys(re.findall(r"Runner \d+", text)))


@pytest.fixture
def half_way(monkeypatch):
    """Packs stop when they are half done, until this is set."""
    gate = Event()

    def waiting(orders, press):
        making = packing(orders, press)
        for _ in range(RUNNERS):
            yield next(making)
        gate.wait(30)
        return (yield from making)

    monkeypatch.setattr("clinic.packs.views.packing", waiting)
    yield gate
    gate.set()


def watch_the_bar(page):
    """Note every value that the bar takes."""
    page.evaluate(
        """() => {
          const bar = document.getElementById("pack-bar");
          window.taken = [];
          new MutationObserver(() => window.taken.push(bar.value)).observe(bar, { attributes: true });
        }"""
    )


def make(page):
    page.get_by_role("button", name="Make the pack").click()


def test_a_pack_grows_before_the_eyes_and_arrives_whole(staff, half_way):
    page = staff
    page.goto(f"/staff/pack/?check={','.join(people(RUNNERS))}")
    watch_the_bar(page)
    with page.expect_download(timeout=60_000) as coming:
        make(page)
        expect(page.locator("#pack-bar")).to_be_visible()
        expect(page.locator("#pack-count")).to_have_text(f"{RUNNERS} / {2 * RUNNERS}")
        expect(page.get_by_role("status")).to_contain_text("Making the pack")
        no_barriers(page)
        half_way.set()
    taken = page.evaluate("window.taken")

    assert coming.value.suggested_filename.startswith("pack-")
    assert names_in(coming.value.path()) == [f"Runner {place}" for place in range(RUNNERS)]
    assert taken == sorted(taken)
    assert len(set(taken)) > 5
    assert taken[-1] == 2 * RUNNERS
    pages = len(PdfReader(coming.value.path()).pages)
    words = f"The pack is ready. Runners: {RUNNERS}. Sheets: {2 * RUNNERS}. Pages: {pages}."
    expect(page.get_by_role("status")).to_have_text(words)
    expect(page.locator("#pack-words")).to_have_text(words)
    expect(page.get_by_role("link", name="Save the pack again")).to_be_visible()
    assert not Screening.objects.filter(opened_at=None).exists()


def test_a_list_of_names_is_put_in_order_and_printed(staff):
    page, (first, second) = staff, people(2)
    page.goto("/staff/pack/")
    page.get_by_label("Codes or names, one on a line").fill("Runner A\n" + second + "\n" + first)
    page.get_by_role("button", name="Read the list").click()
    expect(page.locator(".who")).to_have_count(3)
    no_barriers(page)
    page.get_by_role("button", name="Take line 1 out").click()
    page.get_by_role("button", name="Move line 2 up").click()
    expect(page.get_by_role("button", name="Move line 1 down")).to_be_focused()
    with page.expect_download() as coming:
        make(page)

    assert names_in(coming.value.path()) == ["Runner 0", "Runner 1"]


def test_a_pack_can_be_stopped_and_made_after_all(staff, half_way):
    page, codes = staff, people(RUNNERS)
    page.goto(f"/staff/pack/?check={','.join(codes)}")
    make(page)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("status")).to_have_text("Stopped. Nothing you typed is lost.")
    expect(page.get_by_label("Codes or names, one on a line")).to_have_value("\n".join(codes))
    half_way.set()

    with page.expect_download(timeout=60_000):
        make(page)


def test_a_pack_that_breaks_off_leaves_the_form_as_it_was(staff, monkeypatch):
    def broken(_orders, _press):
        yield 1
        raise OSError

    monkeypatch.setattr("clinic.packs.views.packing", broken)
    page, (code,) = staff, people(1)
    page.goto(f"/staff/pack/?check={code}")
    make(page)

    expect(page.get_by_role("status")).to_contain_text("The pack did not come through")
    expect(page.get_by_label("Codes or names, one on a line")).to_have_value(code)
    expect(page.get_by_role("button", name="Make the pack")).to_be_enabled()


def test_who_goes_without_is_named_and_one_click_prints_the_others(staff):
    page = staff
    held = backstage.sent(VIGNETTES["V14"]["case"], name="Ana Diaz")[0].code
    page.goto(f"/staff/pack/?check={people(1)[0]},{held}")
    make(page)
    expect(page.get_by_role("heading", name="These runners go without")).to_be_visible()
    expect(page.locator(".pack-without")).to_contain_text(f"{held} Ana Diaz")
    holds_in_every_look(page)

    with page.expect_download():
        page.get_by_role("button", name="Print the others").click()
    expect(page.get_by_role("status")).to_contain_text(f"Without some: {held}.")
    holds_in_every_look(page)


def test_one_runner_s_sheets_open_as_a_page_from_the_pack(staff):
    page, (code,) = staff, people(1)
    page.goto(f"/staff/pack/?check={code}")
    page.get_by_label("Summary for the clinic's record").check()
    page.get_by_role("button", name="Open as a page").click()

    expect(page.locator("article")).to_have_count(3)
    no_barriers(page)
    page.get_by_role("link", name="Back to the pack").click()
    expect(page.get_by_label("Codes or names, one on a line")).to_have_value(code)


def test_a_wrong_code_is_named_and_its_line_leads_to_the_field(staff):
    page = staff
    page.goto("/staff/pack/?check=ITB-AAAA-AA")
    make(page)
    page.get_by_role("link", name="Line 1: there is no check ITB-AAAA-AA.").click()

    expect(page.get_by_label("Codes or names, one on a line")).to_be_focused()
    expect(page.get_by_label("Codes or names, one on a line")).to_have_value("ITB-AAAA-AA")
    no_barriers(page)


def test_the_pack_page_holds_in_every_look(staff):
    staff.goto("/staff/pack/")
    holds_in_every_look(staff)


@NO_SCRIPTS
def test_without_scripts_the_pack_is_a_plain_download(staff):
    page = staff
    page.goto(f"/staff/pack/?check={','.join(people(3))}")
    with page.expect_download() as coming:
        make(page)

    assert names_in(coming.value.path()) == ["Runner 0", "Runner 1", "Runner 2"]
