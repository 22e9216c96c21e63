"""The walk's pages: each answer saved, no step skipped, nothing typed lost, with and without htmx."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from screening.actions import erase, save_page, start_again
from screening.models import Screening
from screening.questions import load_questions
from tests.conftest import VIGNETTES
from tests.drafts import at_the_end, device, draft
from tests.page import Page

SARAH = VIGNETTES["V01"]["case"]
ABOUT = {"age": "34", "unit": "mi"}
SLUGS = [page.slug for page in load_questions().pages]
HTMX = {"HX-Request": "true"}
HEALTH = ("RF-02", "RF-15", "RF-17", "RF-18", "RF-19", "RF-22", "RF-23")


@pytest.fixture
def walker(runner):
    """A runner who has agreed and stands at the first page."""
    runner.start()
    return runner


@pytest.fixture
def sarah(runner):
    """Sarah at "Check your answers"."""
    return at_the_end(runner, SARAH, name="Sarah Miller")


@pytest.fixture(scope="session")
def pages(django_db_setup, django_db_blocker):
    """Every page of the walk as Sarah, who has answered all, sees it again; "I can't tell" on each first look."""
    case = {**SARAH, "left": SARAH["left"] | {"hip_drop": None, "knee_cave": None}}
    case["right"] = case["left"]
    with django_db_blocker.unblock():
        screening, token = draft(case, **{"RF-22": "yes"})
        found = {slug: Page(device(token).get(f"/check/{slug}/")) for slug in SLUGS}
        screening.delete()
    return found


@pytest.fixture(scope="session")
def fresh_pages(django_db_setup, django_db_blocker):
    """Every page of the walk with its own answers taken out again: as a runner sees it for the first time."""
    with django_db_blocker.unblock():
        screening, token = draft({**SARAH, "left": SARAH["left"] | {"hip_drop": None, "knee_cave": None}})
        found, whole = {}, screening.answers
        for page in load_questions().pages:
            kept = {key: value for key, value in whole.items() if key not in {q.key for q in page.questions}}
            Screening.objects.filter(pk=screening.pk).update(answers=kept)
            response = device(token).get(f"/check/{page.slug}/")
            found |= {page.slug: Page(response)} if response.status_code == 200 else {}
        screening.delete()
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_has_one_heading_a_form_and_a_way_on_and_back(pages, slug):
    page = pages[slug]

    assert len(page.all("h1")) == 1
    assert len([b for b in page.all("button") if "btn-primary" in b.classes]) == 1
    assert [b.text for b in page.all("button") if b.attrs.get("value") == "back"] == ["Back"]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_browser_s_own_checks_stay_off(pages, slug):
    form = next(f for f in pages[slug].all("form") if "walk-form" in f.classes)

    assert "novalidate" in form.attrs
    assert not [i for i in pages[slug].all("input") if "required" in i.attrs]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_field_has_its_label(pages, slug):
    page = pages[slug]
    fields = [i for i in page.all("input") if i.attrs["type"] != "hidden"]
    named = {label.attrs.get("for") for label in page.all("label")}

    assert all(i.attrs.get("id") in named or any(e.tag == "label" for e in i.around) for i in fields)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_answer_is_chosen_before_the_runner_does(fresh_pages, slug):
    if slug not in fresh_pages:
        assert slug.endswith("-again")
        return
    chosen = [i for i in fresh_pages[slug].all("input") if "checked" in i.attrs and i.attrs["name"] != "chart_view"]

    assert chosen == []


def test_each_page_tells_how_far_the_runner_is(pages):
    assert pages["your-bones"].text.count("Part 2 of 6: Safety first") == 1


def test_the_unit_is_told_to_be_used_from_here_on(pages):
    assert "From here on we ask and answer in the one you choose." in pages["about-you"].text
    assert pages["usual-running"].one("span", id="id_usual_week_suffix").text == "miles"


def test_the_set_up_asks_for_mirror_shorts_and_a_wall_within_reach(pages):
    words = pages["mirror-set-up"].text

    assert all(word in words for word in ("A long mirror", "Shorts and no shoes", "A wall or a chair within reach"))


@pytest.mark.parametrize("leg", ["left", "right"])
def test_the_practice_moves_can_be_played_again_and_told_in_words(pages, leg):
    page = pages[f"{leg}-practice"]

    assert [b.attrs["data-play"] for b in page.all("button") if "data-play" in b.attrs] == ["how"]
    assert f"Stand on your {leg.upper()} leg." in page.text
    assert "Try 2, then rest." in page.text


def test_a_second_look_gives_a_tip(pages):
    assert "Tip: wear a light belt" in pages["left-hip-again"].text


def test_a_page_is_saved_and_leads_to_the_next(walker):
    response = walker.post("about-you", **ABOUT)

    assert response["Location"] == "/check/right-now/"
    assert walker.screening.answers == ABOUT | {"seen:about-you": "yes"}


def test_a_second_click_on_the_same_page_changes_nothing(walker):
    first, second = walker.post("about-you", **ABOUT), walker.post("about-you", **ABOUT)

    assert first["Location"] == second["Location"]
    assert Screening.objects.count() == 1


def test_a_page_sent_again_after_going_back_keeps_later_answers(walker):
    walker.answer(SARAH, upto="your-bones")
    walker.post("about-you", age="35", unit="mi")

    assert walker.screening.answers["age"] == "35"
    assert walker.screening.answers["RF-05"] == "no"


def test_a_page_shown_again_has_its_answers(pages):
    assert pages["about-you"].one("input", name="age").attrs["value"] == "34"
    assert "checked" in pages["your-health"].one("input", name="RF-22", value="yes").attrs


@pytest.mark.parametrize("slug", SLUGS[1:])
def test_a_step_ahead_leads_back_to_the_first_open_page(walker, slug):
    assert walker.client.get(f"/check/{slug}/")["Location"] == "/check/about-you/"


def test_a_step_ahead_is_not_saved_either(walker):
    response = walker.post("your-name", name="Sarah", email="")

    assert response["Location"] == "/check/about-you/"
    assert walker.screening.answers == {}


def test_a_page_that_does_not_exist_is_not_found(walker):
    assert walker.client.get("/check/nowhere/").status_code == 404


def test_a_stranger_is_led_to_the_start(client, db):
    assert client.get("/check/about-you/")["Location"] == "/check/"


def test_a_wrong_page_shows_the_summary_first_and_keeps_what_was_typed(walker):
    page = Page(walker.post("about-you", age="3o and a half", unit="mi"))

    assert page.one("div", id="error-summary").attrs["tabindex"] == "-1"
    assert page.one("title").text.startswith("Error:")
    assert "#id_age" in page.links
    assert page.one("input", name="age").attrs["value"] == "3o and a half"
    assert "checked" in page.one("input", name="unit", value="mi").attrs


def test_a_field_with_an_error_says_so_to_a_screen_reader(walker):
    field = Page(walker.post("about-you", age="old", unit="mi")).one("input", name="age")

    assert field.attrs["aria-invalid"] == "true"
    assert "id_age_error" in field.attrs["aria-describedby"].split()


def test_htmx_gets_the_fragment_alone_and_the_address(walker):
    response = walker.client.get("/check/about-you/", headers=HTMX)

    assert "<html" not in response.content.decode()
    assert response["HX-Push-Url"] == "/check/about-you/"


def test_the_full_page_holds_the_same_fragment(walker):
    whole = Page(walker.client.get("/check/about-you/"))
    part = Page(walker.client.get("/check/about-you/", headers=HTMX))

    assert part.main == whole.main


def test_htmx_is_told_to_load_a_page_outside_the_walk_whole(walker):
    walker.answer(SARAH, upto="your-name")

    response = walker.client.post("/check/your-name/", {"name": "", "email": ""}, headers=HTMX)

    assert response["HX-Redirect"] == "/check/answers/"


def test_htmx_is_led_to_the_care_page_whole(walker):
    walker.post("about-you", **ABOUT)
    flags = dict.fromkeys(("RF-03", "RF-04", "RF-07", "RF-08"), "no") | {"RF-01": "yes"}

    response = walker.client.post("/check/right-now/", flags, headers=HTMX)

    assert response["HX-Redirect"] == "/check/care/"


def test_a_draft_is_found_again_on_the_same_device(walker):
    walker.answer(SARAH, upto="where")

    assert walker.client.get("/check/resume/")["Location"] == "/check/where/"


def test_a_draft_opens_for_14_days_after_its_last_answer(walker):
    walker.post("about-you", **ABOUT)

    with time_machine.travel(timezone.now() + timedelta(days=13, hours=23)):
        assert walker.client.get("/check/resume/")["Location"] == "/check/right-now/"
    with time_machine.travel(timezone.now() + timedelta(days=14, hours=1)):
        assert walker.client.get("/check/resume/")["Location"] == "/"


def test_a_walk_without_pain_is_shorter(walker):
    walker.answer(VIGNETTES["V05"]["case"], upto="mirror-set-up")

    assert "pain_side" not in walker.screening.answers


def test_a_change_of_unit_asks_every_distance_again_and_says_what_was_typed(sarah):
    response = sarah.client.post("/check/about-you/", {"age": "34", "unit": "km", "change": "1"})
    page = Page(sarah.client.get(response["Location"]))

    assert response["Location"] == "/check/usual-running/?change=1"
    assert "You typed 25 miles before. Please type it in kilometers now." in page.text


def test_after_a_change_of_unit_the_check_page_waits_for_the_distances(sarah):
    sarah.post("about-you", age="34", unit="km", change="1")

    assert sarah.client.get("/check/answers/")["Location"] == "/check/usual-running/"


def test_a_page_of_a_sent_check_says_so_and_leads_on(sarah):
    sarah.finish()

    response = sarah.client.get("/check/about-you/")

    assert response.status_code == 409
    assert "/plan/" in Page(response).links


def test_an_answer_sent_after_the_end_changes_nothing(sarah):
    sarah.finish()

    assert sarah.post("about-you", age="60", unit="mi").status_code == 409
    assert sarah.screening.answers["age"] == "34"


def test_a_second_tab_that_lags_behind_htmx_is_told_to_look(sarah):
    sarah.finish()

    response = sarah.client.post("/check/about-you/", ABOUT, headers=HTMX)

    assert response["HX-Redirect"] == "/check/about-you/"


def test_a_locked_walk_can_not_be_walked_on(runner):
    runner.whole_walk(VIGNETTES["V06"]["case"])

    response = runner.client.get("/check/mirror-set-up/")

    assert (response.status_code, "/check/care/" in Page(response).links) == (409, True)


@pytest.mark.parametrize(
    "path", ["/check/answers/", "/check/care/", "/plan/", "/my/link/", "/my/data.json", "/my/erase/"]
)
def test_nothing_of_a_runner_opens_to_a_stranger(client, db, path):
    assert client.get(path).status_code == 404


def test_a_re_check_asks_safety_pain_and_mirror_anew_and_keeps_the_rest(sarah):
    sarah.finish()
    sarah.client.post("/check/again/")
    kept = sarah.screening.answers

    assert set(kept) == {"age", "unit", "usual_week", "usual_days", "name", "email"}


def test_after_an_unclear_mirror_check_only_safety_pain_now_and_the_mirror_are_asked(runner):
    runner.whole_walk(VIGNETTES["V11"]["case"])
    runner.client.post("/check/again/")
    kept = runner.screening.answers

    assert {"age", "usual_week", "pain_spot", "pain_weeks", "weeks_off"} <= set(kept)
    assert not [k for k in kept if k.startswith(("RF-", "left_", "right_", "seen:")) or k in ("pain_rest", "last_week")]


def test_a_slip_in_the_age_does_not_follow_the_runner(runner):
    runner.whole_walk(VIGNETTES["V09"]["case"])
    first = runner.client.post("/check/again/")

    assert first["Location"] == "/check/about-you/"


def test_one_press_or_two_begin_one_later_check(sarah):
    sarah.finish()
    for _press in range(2):
        sarah.client.post("/check/again/", {"check": Screening.objects.earliest("pk").code})

    assert Screening.objects.count() == 2


def test_the_plan_stays_at_hand_while_a_later_check_is_under_way(sarah):
    sarah.finish()
    sarah.client.post("/check/again/")

    assert sarah.client.get("/plan/").status_code == 200
    assert sarah.client.get("/plan/sheet.pdf")["Content-Type"] == "application/pdf"


def test_a_red_flag_in_a_later_check_puts_the_plan_on_hold(sarah):
    sarah.finish()
    link = sarah.client.cookies[settings.RUNNER_COOKIE_NAME].value
    sarah.client.post("/check/again/")
    sarah.post("right-now", **{"RF-01": "yes"})
    other_device = device(link)

    assert sarah.client.get("/plan/")["Location"] == "/check/care/"
    assert "on hold" in Page(other_device.get("/plan/")).text
    assert other_device.get("/plan/sheet.pdf")["Location"] == "/plan/"


def test_an_urgent_answer_ends_the_walk_though_its_page_is_not_filled_in(runner):
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto="right-now")

    assert runner.post("right-now", **{"RF-01": "yes"})["Location"] == "/check/care/"
    assert runner.screening.level == "urgent"


def test_back_keeps_what_the_page_has_so_far(runner):
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto="right-now")
    back = runner.post("right-now", **{"RF-03": "no", "go": "back"})

    assert back["Location"] == "/check/about-you/"
    assert runner.screening.answers["RF-03"] == "no"


def test_save_and_go_on_later_keeps_what_the_page_has_so_far(runner):
    runner.start()
    later = runner.post("about-you", age="34", go="later")

    assert later["Location"] == "/my/link/"
    assert runner.screening.answers["age"] == "34"


def test_an_answer_is_kept_before_anything_is_pressed(runner):
    runner.start()
    kept = runner.post("about-you", age="34", go="keep")

    assert kept.status_code == 204
    assert runner.screening.answers == {"age": "34"}


@pytest.mark.parametrize("go", ["keep", "back", "later"])
def test_a_slip_of_the_finger_never_locks(runner, go):
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto="your-bones")
    runner.post("your-bones", **{"RF-09": "yes", "go": go})

    assert runner.screening.is_draft
    assert "RF-09" not in runner.screening.answers


@pytest.mark.parametrize("go", ["keep", "back", "later"])
def test_a_locking_answer_that_was_not_sent_leaves_its_question_open(sarah, go):
    sarah.post("your-health", **{"RF-02": "yes", "RF-15": "no", "go": go, "change": "1"})

    assert sarah.finish()["Location"] == "/check/your-health/"
    assert sarah.screening.answers["RF-15"] == "no"


def test_a_button_that_is_none_of_ours_is_continue(sarah):
    sarah.post("your-health", **dict.fromkeys(HEALTH, "no") | {"RF-02": "yes", "go": "x"})

    assert sarah.screening.level == "clinician_first"


def test_what_a_tap_would_drop_waits_until_it_is_meant(sarah):
    before = sarah.screening.answers
    sarah.post("any-pain", pain="no", go="keep")

    assert sarah.screening.answers == before


def test_a_tab_writes_into_its_own_check(sarah):
    mine = sarah.screening
    other, token = draft(SARAH)
    sarah.client.cookies[settings.RUNNER_COOKIE_NAME] = (
        f"{token}.{sarah.client.cookies[settings.RUNNER_COOKIE_NAME].value}"
    )
    sarah.post("right-now", **{"RF-01": "yes", "check": mine.code})

    assert Screening.objects.get(pk=mine.pk).level == "urgent"
    assert Screening.objects.get(pk=other.pk).is_draft


def test_pressing_thrice_never_pushes_the_plan_off_the_device(sarah):
    sarah.finish()
    code = sarah.screening.code
    for _press in range(3):
        sarah.client.post("/check/again/", {"check": code})

    assert sarah.client.get("/plan/").status_code == 200


def test_erasing_the_check_between_lifts_no_hold(sarah):
    sarah.finish()
    first, link = sarah.screening, sarah.client.cookies[settings.RUNNER_COOKIE_NAME].value
    second, _token = start_again(first)
    third, _token = start_again(second)
    save_page(third.pk, "about-you", ABOUT)
    save_page(third.pk, "right-now", {"RF-01": "yes"}, "partly")
    erase(second)

    assert "on hold" in Page(device(link).get("/plan/")).text


def test_a_later_check_left_too_long_is_begun_anew(sarah):
    sarah.finish()
    earlier = sarah.screening
    old, _token = start_again(earlier)
    Screening.objects.filter(pk=old.pk).update(saved_at=timezone.now() - timedelta(days=15))
    new, _token = start_again(earlier)

    assert (new.pk != old.pk, Screening.objects.filter(pk=old.pk).exists()) == (True, False)


def test_cancel_is_offered_only_while_nothing_new_is_asked(sarah):
    sarah.post("any-pain", pain="no", change="1")
    sarah.post("any-pain", pain="yes", change="1")
    page = Page(sarah.client.get("/check/which-side/?change=1"))

    assert not [a for a in page.all("a") if a.text == "Cancel"]


def test_after_the_end_was_reached_only_open_pages_are_asked(runner):
    runner.start()
    runner.answer(VIGNETTES["V05"]["case"])
    runner.post("any-pain", pain="yes")
    runner.post("which-side", pain_side="left")
    runner.answer(VIGNETTES["V01"]["case"], upto="how-long")
    last = runner.post("how-long", pain_weeks="6")

    assert last["Location"] == "/check/answers/"


def test_a_device_that_was_forgotten_keeps_what_was_typed(runner):
    runner.start()
    del runner.client.cookies[settings.RUNNER_COOKIE_NAME]
    page = Page(response := runner.post("about-you", age="34", unit="mi"))

    assert response.status_code == 403
    assert "Call 911 now" in page.text
    assert {"age": "34", "unit": "mi"}.items() <= {
        i.attrs["name"]: i.attrs.get("value") for i in page.all("input")
    }.items()


def test_a_re_check_shows_only_open_pages(sarah):
    sarah.finish()
    first = sarah.client.post("/check/again/")

    second = sarah.post("right-now", **dict.fromkeys(("RF-01", "RF-03", "RF-04", "RF-07", "RF-08"), "no"))

    assert (first["Location"], second["Location"]) == ("/check/right-now/", "/check/your-knee/")


def test_a_re_check_leads_to_a_result_of_its_own(sarah):
    sarah.finish()
    sarah.client.post("/check/again/")
    sarah.answer(SARAH | {"left": SARAH["right"]})
    sarah.finish()

    assert sarah.screening.pattern == "pain_without_pattern"
    assert sarah.screening.repeat_of.pattern == "hip_control"


def test_a_draft_can_not_be_re_checked(walker):
    assert walker.client.post("/check/again/")["Location"] == "/check/about-you/"
    assert Screening.objects.count() == 1
