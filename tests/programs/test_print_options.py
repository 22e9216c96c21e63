"""The options page: what is offered, what is shown, and what this device remembers."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PIL import Image

from programs.printing import views as sheet_views
from programs.printing.options import offers_for, read_choice, read_remembered, remembered_text
from programs.printing.preview import first_page
from programs.sheets.order import Layout, Look, SheetError, Subject, Who
from programs.sheets.paper import Paper
from screening import throttle
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.page import Page
from tests.programs.runners import plan_for

SARAH = VIGNETTES["V01"]["case"]
COOKIE = f"{settings.RUNNER_COOKIE_NAME}-print"


@pytest.fixture
def sarah(db):
    """A client on Sarah's phone."""
    return device(sent(SARAH, name="Sarah Miller")[1])


@pytest.fixture
def offers():
    return offers_for(Subject(Who("Sarah", "ITB-7F3K-Q2"), plan_for(), 1))


def chosen(page, name):
    """The value that is checked."""
    return [e.attrs["value"] for e in page.all("input", name=name) if "checked" in e.attrs]


def test_what_to_do_now_is_offered_first(offers):
    assert (offers[0].value, [item.kind for item in offers[0].items]) == ("now", ["stage", "run"])
    assert len({offer.value for offer in offers}) == len(offers)


def test_without_run_weeks_the_stage_to_do_now_comes_first():
    plan = plan_for(pain=False)
    found = offers_for(Subject(Who("", "ITB-7F3K-Q2"), plan, 1))

    assert found[0].value == ("now" if plan.run_is_released else "stage-1")


def test_what_is_the_clinic_s_own_is_not_offered(sarah):
    page = Page(sarah.get("/plan/print/"))

    assert not {"cover", "summary"} & {radio.attrs["value"] for radio in page.all("input", name="what")}


def test_each_stage_is_offered_by_its_name(sarah):
    text = Page(sarah.get("/plan/print/")).main

    for name in ("Stage 1: Wake up the hip", "Stage 4: Keep it", "The whole plan", "Return to running"):
        assert name in text


def test_a_first_visit_has_the_usual_choice(sarah):
    page = Page(sarah.get("/plan/print/"))

    assert [chosen(page, name) for name in ("what", "layout", "paper", "large")] == [["now"], ["fit"], ["letter"], []]


def test_opening_the_page_remembers_nothing(sarah):
    assert COOKIE not in sarah.get("/plan/print/").cookies


def test_a_choice_is_remembered_on_the_next_visit(sarah):
    sarah.get("/plan/print/?what=plan&layout=2&paper=a4&large=0&large=1")
    page = Page(sarah.get("/plan/print/"))

    assert [chosen(page, name) for name in ("what", "layout", "paper", "large")] == [["plan"], ["2"], ["a4"], ["1"]]


def test_a_box_that_was_cleared_is_remembered_too(sarah):
    sarah.get("/plan/print/?what=now&large=0&large=1")
    sarah.get("/plan/print/?what=now&large=0")

    assert chosen(Page(sarah.get("/plan/print/")), "large") == []


def test_the_cookie_is_kept_a_year_closed_to_scripts_and_says_nothing_of_anyone(sarah):
    cookie = sarah.get("/plan/print/?what=run&layout=4&paper=a4&large=0").cookies[COOKIE]

    assert cookie.value == "run.4.a4.0"
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert cookie["max-age"] == timedelta(days=365).total_seconds()


def test_in_production_the_cookie_goes_over_tls_alone(sarah, settings):
    settings.RUNNER_COOKIE_SECURE = True

    assert sarah.get("/plan/print/?paper=a4").cookies[COOKIE]["secure"]


@pytest.mark.parametrize("kept", ["", "....", "now.fit.letter", "plan.9.a5.7", "x" * 5000, "now.fit.letter.0.x"])
def test_a_cookie_of_any_other_shape_is_the_usual_choice_where_it_is_wrong(sarah, kept):
    sarah.cookies[COOKIE] = kept
    page = Page(sarah.get("/plan/print/"))

    assert chosen(page, "layout") + chosen(page, "paper") + chosen(page, "large") == ["fit", "letter"]


@given(st.text(max_size=80))
@hypothesis_settings(max_examples=100)
def test_whatever_a_device_kept_gives_a_choice(text):
    offers = offers_for(Subject(Who("Sarah", "ITB-7F3K-Q2"), plan_for(), 1))

    assert read_choice({}, read_remembered(text), offers).offer in offers


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", ["0", "1"])
def test_what_is_remembered_reads_back_as_it_was(offers, layout, paper, large):
    choice = read_choice({"what": "plan", "layout": layout, "paper": paper, "large": large}, {}, offers)

    assert choice.look == Look(paper, layout, large == "1")
    assert read_choice({}, read_remembered(remembered_text(choice)), offers) == choice


def test_nothing_to_offer_is_no_choice():
    with pytest.raises(SheetError):
        read_choice({}, {}, ())


def test_the_preview_is_page_1_of_the_file_itself(sarah):
    query = "?what=run&layout=fit&paper=a4&large=0"
    # The file first: until a sheet was printed, the preview has an example in the place of its code.
    file, shown = sarah.get(f"/plan/sheet.pdf{query}"), sarah.get(f"/plan/preview.png{query}")

    assert shown["Content-Type"] == "image/png"
    assert shown.content == first_page(file.content, sheet_views.PREVIEW_WIDTH).png


@pytest.mark.parametrize("paper", Paper)
def test_the_page_keeps_the_place_of_the_picture_free(sarah, paper):
    page = Page(sarah.get(f"/plan/print/?paper={paper}"))
    image = next(i for i in page.all("img") if i.attrs["src"].startswith("/plan/preview.png"))
    shown = Image.open(BytesIO(sarah.get(image.attrs["src"]).content))

    assert shown.width == int(image.attrs["width"])
    assert abs(shown.height - int(image.attrs["height"])) <= 1


def test_the_picture_says_what_it_shows_and_of_how_many_pages(sarah):
    page = Page(sarah.get("/plan/print/?what=run"))

    assert [i.attrs["alt"] for i in page.all("img") if "preview" in i.attrs["src"]] == [
        "Page 1 as it prints: Return to running"
    ]
    assert re.search(r"The (one page|first of \d+ pages), US Letter", page.one("figcaption").text)


def test_htmx_gets_the_preview_alone_and_the_choice_is_remembered(sarah):
    response = sarah.get("/plan/print/?what=run&paper=a4", headers={"HX-Request": "true"})

    assert "<form" not in response.content.decode()
    assert "A4" in Page(response).one("figcaption").text
    assert response.cookies[COOKIE].value == "run.fit.a4.0"


def test_a_look_that_can_not_be_drawn_leaves_the_options_open(sarah, monkeypatch):
    def fail(*_args):
        raise SheetError

    monkeypatch.setattr(sheet_views, "pack", fail)
    response = sarah.get("/plan/print/")

    assert "choose another layout" in Page(response).main
    assert sarah.get("/plan/sheet.pdf").status_code == 404


def test_a_plan_on_hold_is_not_printed(db):
    screening, token = sent(SARAH)
    later, _token = sent(VIGNETTES["V05"]["case"])
    Screening.objects.filter(pk=later.pk).update(repeat_of=screening, level="urgent")

    for address in ("/plan/print/", "/plan/preview.png", "/plan/sheet.pdf", "/plan/sheet/"):
        response = device(token).get(address)
        assert (response.status_code, response["Location"]) == (302, "/plan/")


@pytest.mark.parametrize("address", ["/plan/preview.png", "/plan/print/"])
def test_a_flood_of_previews_is_slowed_down(sarah, monkeypatch, address):
    monkeypatch.setattr(sheet_views, "PREVIEW", throttle.Limit("preview", burst=2, every=60))

    assert [sarah.get(address).status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize("address", ["/plan/preview.png", "/plan/print/", "/plan/sheet.pdf", "/plan/sheet/"])
def test_a_flood_is_stopped_before_anything_is_gathered_or_written(sarah, monkeypatch, address):
    def gathered(*_args, **_kwargs):
        raise AssertionError("gathered")

    none = throttle.Limit("none", burst=0, every=60)
    monkeypatch.setattr(sheet_views, "PREVIEW", none)
    monkeypatch.setattr(throttle, "SHEET", none)
    monkeypatch.setattr(sheet_views, "subject_of", gathered)

    assert sarah.get(address).status_code == 429


@given(st.dictionaries(st.sampled_from(["what", "layout", "paper", "large", "check"]), st.text(max_size=40)))
@hypothesis_settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_breaks_the_page(sarah, options):
    found = [sarah.get(address, options).status_code for address in ("/plan/print/", "/plan/preview.png")]

    assert set(found) <= {200, 404, 429}


def test_a_script_in_an_option_comes_back_as_nothing(sarah):
    page = sarah.get("/plan/print/", {"layout": '"><script>alert(1)</script>', "paper": "<b>"}).content.decode()

    assert "alert(1)" not in page
