"""The body chart: the same places as the radio list, one view at a time, the outer side first."""

import pytest

from screening.body_chart import body_views
from screening.questions import load_questions
from tests.drafts import device, draft
from tests.page import Page
from tests.programs.runners import SARAH

PLACES = {choice.value for choice in load_questions().question("pain_spot").choices}
DRAWN = [region.spot for view in body_views() for region in view.regions]


@pytest.fixture(scope="module")
def chart(django_db_setup, django_db_blocker):
    """The page with the chart, for pain on the right."""
    with django_db_blocker.unblock():
        screening, token = draft({**SARAH, "pain_side": "right"})
        page = Page(device(token).get("/check/where/"))
        screening.delete()
    return page


def test_the_outer_side_comes_first():
    assert [view.slug for view in body_views()] == ["outer", "front", "back"]


def test_every_drawn_place_is_an_answer():
    assert set(DRAWN) <= PLACES


def test_every_place_of_the_list_can_be_tapped():
    assert set(DRAWN) >= PLACES


def test_the_outer_knee_stands_in_the_first_view():
    assert "outer_knee" in {region.spot for region in body_views()[0].regions}


def test_every_place_has_an_outline():
    assert all(region.outline.startswith("M") for view in body_views() for region in view.regions)


def test_the_same_places_stand_as_a_radio_list(chart):
    assert {i.attrs["value"] for i in chart.all("input", name="pain_spot")} == PLACES


def test_one_tab_a_view_and_the_first_is_open(chart):
    tabs = chart.all("input", name="chart_view")

    assert ["checked" in tab.attrs for tab in tabs] == [True, False, False]
    assert all(tab.attrs["form"] == "none" for tab in tabs)


def test_the_pictures_are_silent_where_the_list_speaks(chart):
    views = [e for e in chart.all("div") if "chart-view" in e.classes]

    assert len(views) == 3
    assert [svg.attrs["aria-hidden"] for svg in chart.all("svg") if svg.inside(class_="chart-view")] == ["true"] * 3


def test_the_chosen_spot_is_chosen_when_shown_again(chart):
    assert [i.attrs["value"] for i in chart.all("input", name="pain_spot") if "checked" in i.attrs] == ["outer_knee"]
