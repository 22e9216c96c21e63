"""What the clinic says stands on top of every page that the runner lands on, and the clinic knows that it was seen."""

import pytest
import time_machine
from django.utils import timezone

from programs.models import NoteSeen
from screening.models import Screening
from screening.paper_link import paper_link_of
from tests.conftest import VIGNETTES
from tests.drafts import SUNDAY_MORNING, device, sent
from tests.programs.staff_decided import KIND, days_ago, decided, plan_of

pytestmark = pytest.mark.django_db
NOTE = "Please bring your old running shoes."
TITLE = "A note from your clinic"


@pytest.fixture
def sarah():
    return sent(VIGNETTES["V01"]["case"], name="Sarah Miller")


@pytest.fixture
def stopped(runner):
    """A runner whom a red flag stopped."""
    runner.whole_walk(VIGNETTES["V08"]["case"])
    return runner


def html(client, path="/plan/", **headers):
    return client.get(path, **headers).content.decode()


@pytest.mark.parametrize("path", ["/plan/", "/plan/print/"])
def test_a_note_stands_above_the_title_of_the_page(sarah, path):
    screening, token = sarah
    decided(screening, note=NOTE)
    page = html(device(token), path)

    assert page.index(TITLE) < page.index(NOTE) < page.index("<h1")
    assert "Kim Sato, " in page


def test_the_care_page_shows_it_too(stopped):
    decided(stopped.screening, note=NOTE)
    page = html(stopped.client, "/check/care/")

    assert page.index(NOTE) < page.index("<h1")


def test_a_page_on_hold_shows_it_too(sarah):
    screening, token = sarah
    decided(screening, note=NOTE)
    later, _token = sent(VIGNETTES["V01"]["case"])
    Screening.objects.filter(pk=later.pk).update(repeat_of=screening, level="urgent")
    page = html(device(token))

    assert page.index(NOTE) < page.index("This plan is on hold</h1>")


def test_without_a_note_nothing_is_said(sarah):
    page = html(device(sarah[1]))

    assert TITLE not in page
    assert "Your plan was changed" not in page


def test_a_reason_is_never_shown(sarah):
    screening, token = sarah
    decided(screening, note=NOTE, reason="INTERNAL")

    assert "INTERNAL" not in html(device(token))


def test_the_newest_wins_and_earlier_ones_stay_readable(sarah):
    screening, token = sarah
    for text in ("The first.", "The second.", "The third."):
        decided(screening, note=text)
    page = html(device(token))

    assert page.index("The third.") < page.index("Earlier notes") < page.index("The second.") < page.index("The first.")


def test_an_earlier_note_goes_after_30_days_and_the_newest_stays(sarah):
    screening, token = sarah
    days_ago(decided(screening, note="Long ago."), 31)
    days_ago(decided(screening, note="Still the newest."), 31)
    page = html(device(token))

    assert "Still the newest." in page
    assert "Long ago." not in page


def test_a_note_is_text_and_no_markup(sarah):
    screening, token = sarah
    decided(screening, note="<script>alert(1)</script>")

    assert "<script>alert(1)" not in html(device(token))


def test_the_first_display_is_remembered_once(sarah):
    screening, token = sarah
    decision = decided(screening, note=NOTE)
    html(device(token))
    first = NoteSeen.objects.get(decision=decision).at
    html(device(token))

    assert NoteSeen.objects.get().at == first


def test_looking_at_the_headers_is_not_seeing(sarah):
    screening, token = sarah
    decided(screening, note=NOTE)
    device(token).head("/plan/")

    assert not NoteSeen.objects.exists()


@pytest.mark.parametrize(("name", "value"), [("Sec-Purpose", "prefetch;prerender"), ("X-Moz", "prefetch")])
def test_a_page_fetched_ahead_is_not_seen(sarah, name, value):
    screening, token = sarah
    decided(screening, note=NOTE)
    html(device(token), headers={name: value})

    assert not NoteSeen.objects.exists()


def test_who_holds_a_printed_sheet_reads_it_but_does_not_count(sarah):
    screening, _token = sarah
    decided(screening, note=NOTE)
    page = html(device(paper_link_of(screening).token))

    assert NOTE in page
    assert not NoteSeen.objects.exists()


def test_where_the_sheet_is_the_only_link_it_counts(sarah):
    screening, _token = sarah
    Screening.objects.filter(pk=screening.pk).update(source="paper")
    decided(screening, note=NOTE)
    html(device(paper_link_of(screening).token))

    assert NoteSeen.objects.exists()


def test_a_referral_is_a_card_with_the_note_and_the_number(sarah):
    screening, token = sarah
    decided(screening, KIND.REFERRED, note=NOTE, state="referred", reviewed_at=timezone.now())
    page = html(device(token))
    card = page[page.index("come-in-title") : page.index("</section>")]

    assert "Your clinic asks you to come in" in card
    assert NOTE in card
    assert "tel:+19736897123" in card
    assert "Walking is fine if it does not hurt." in card
    assert TITLE not in page
    assert NoteSeen.objects.exists()


def test_on_the_care_page_a_referral_leaves_the_advice_to_the_page(stopped):
    decided(stopped.screening, KIND.REFERRED, state="referred")
    page = html(stopped.client, "/check/care/")

    assert "Your clinic asks you to come in" in page
    assert "do as this page says below." in page
    assert "Walking is fine if it does not hurt." not in page


def test_in_an_emergency_what_to_do_at_once_comes_before_the_note(runner):
    runner.whole_walk(VIGNETTES["V06"]["case"])
    decided(runner.screening, note=NOTE)
    page = html(runner.client, "/check/care/")

    assert page.index("Go to the ER") < page.index('href="tel:911"') < page.index(NOTE)


def test_in_an_emergency_a_visit_stands_below_and_names_no_day(runner):
    runner.whole_walk(VIGNETTES["V06"]["case"])
    decided(runner.screening, KIND.REFERRED, note=NOTE, detail={"soon": "this week"}, state="referred")
    page = html(runner.client, "/check/care/")
    card = page[page.index("come-in-title") :]

    assert page.index("Go to the ER") < page.index("come-in-title")
    assert "First do what this page says above. The visit comes after that." in card
    assert "Please come in by" not in page
    assert "Until your visit:" not in page


def test_after_the_visit_the_card_is_gone_and_its_note_stays(sarah):
    screening, token = sarah
    decided(screening, KIND.REFERRED, note=NOTE, state="referred")
    decided(screening, KIND.CAME_IN, detail={"outcome": "came"}, state="done")
    page = html(device(token))

    assert "Your clinic asks you to come in" not in page
    assert NOTE in page


def test_a_changed_plan_says_so_with_what_is_new(sarah):
    screening, token = sarah
    new = ["You start in Stage 2.", "The wall sit is out.", "You start with the right leg."]
    decided(screening, KIND.CHANGED, plan=plan_of(screening), detail={"new": new})
    page = html(device(token))

    assert "Your plan was changed on" in page
    assert "version 2" in page
    assert "You start in Stage 2." in page
    assert "The wall sit is out." in page
    assert "You start with the right leg." in page


@pytest.mark.parametrize(
    ("soon", "told"),
    [
        ("today", "Sunday, November 22."),
        ("within 3 days", "Wednesday, November 25."),
        ("this week", "Friday, November 27"),
    ],
)
def test_a_referral_names_the_working_day_by_which_to_come(soon, told):
    with time_machine.travel(SUNDAY_MORNING, tick=False):
        screening, token = sent(VIGNETTES["V01"]["case"])
        decided(screening, KIND.REFERRED, detail={"soon": soon}, state="referred")
        page = html(device(token))

    assert f"Please come in by {told}" in page


def test_a_released_plan_says_what_was_opened_for_30_days(sarah):
    screening, token = sarah
    decision = decided(screening, KIND.RELEASED, plan=plan_of(screening), detail={"new": ["Stage 3 is open."]})
    lately = html(device(token))
    days_ago(decision, 31)

    assert "Your clinic opened more of your plan on" in lately
    assert "Stage 3 is open." in lately
    assert "Your clinic opened more" not in html(device(token))


def test_a_change_before_a_release_is_told_no_more(sarah):
    screening, token = sarah
    decided(screening, KIND.CHANGED, plan=plan_of(screening))
    decided(screening, KIND.RELEASED, plan=plan_of(screening))
    page = html(device(token))

    assert "Your plan was changed" not in page
    assert "version 3" in page


def test_an_accepted_plan_is_no_change(sarah):
    screening, token = sarah
    decided(screening, KIND.ACCEPTED)

    assert "Your plan was changed" not in html(device(token))


def test_the_sheet_carries_the_newest_note(sarah):
    screening, token = sarah
    decided(screening, note="An older one.")
    decided(screening, note=NOTE)
    page = html(device(token), "/plan/sheet/?what=stage-1")

    assert "From your clinic" in page
    assert NOTE in page
    assert "An older one." not in page


def test_a_note_is_for_its_runner_alone(sarah):
    decided(sarah[0], note=NOTE)
    _other, token = sent(VIGNETTES["V02"]["case"])

    assert NOTE not in html(device(token))
