"""What waits for somebody outside of the queue: short lists, oldest first."""

from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clinic.reports import waiting
from clinic.reports.held import reasons_to_hold
from programs.models import Decision, IssuedPlan, NoteSeen
from programs.rules.assignment import STAFF_FLAG
from screening.models import PrivateLink, Screening
from tests.cases import sarah
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.staff import CLINICIAN, FRONT_DESK, member, sign_in

pytestmark = pytest.mark.django_db
NUMBERS = count()


def checked(short="V01", **changes):
    """One sent check whose link lasts, with some columns changed."""
    screening = sent(VIGNETTES[short]["case"], name=f"Runner {next(NUMBERS)}")[0]
    if changes:
        Screening.objects.filter(pk=screening.pk).update(**changes)
        screening.refresh_from_db()
    return screening


def decided(screening, kind, days_ago=0, **changes):
    at = timezone.now() - timedelta(days=days_ago)
    return Decision.objects.create(
        screening=screening, kind=kind, by=member(CLINICIAN), by_name="Kim Sato", at=at, **changes
    )


def linked(screening, days, **changes):
    """Its one link ends in so many days."""
    screening.links.all().delete()
    return another_link(screening, days, **changes)


def another_link(screening, days, **changes):
    ends = timezone.now() + timedelta(days=days)
    return PrivateLink.objects.create(
        screening=screening, token_hash=f"{next(NUMBERS):064}", expires_at=ends, **changes
    )


def codes(made):
    return [entry.screening.code for entry in made(timezone.now()).entries]


def test_a_held_plan_waits_with_what_is_held_and_why():
    screening = checked("V14")
    (entry,) = waiting.held_plans(timezone.now()).entries

    assert entry.screening == screening
    assert entry.what == "Running (Stage 3)"
    assert entry.why
    assert entry.since == screening.submitted_at


def test_held_plans_wait_since_the_check_was_sent_whatever_version_stands():
    late, early = checked("V14"), checked("V14")
    before = timezone.now() - timedelta(days=13)
    Screening.objects.filter(pk=early.pk).update(submitted_at=before, created_at=before)
    found = waiting.held_plans(timezone.now()).entries

    assert [(entry.screening, entry.since) for entry in found] == [(early, before), (late, late.submitted_at)]


def test_a_held_start_says_so():
    screening = checked("V03")

    assert waiting.held_plans(timezone.now()).entries[0].what == "The start"
    assert reasons_to_hold(IssuedPlan.objects.get(screening=screening).read())


def test_a_flag_that_holds_is_named_in_its_own_words():
    screening = sent(sarah(flags={"RF-13": "yes"}))[0]
    plan = IssuedPlan.objects.get(screening=screening).read()

    assert plan.needs_staff == ("stage_3",)
    assert reasons_to_hold(plan) == (next(reason.sentence for reason in plan.reasons if reason.rule == "RF-13"),)
    assert STAFF_FLAG not in reasons_to_hold(plan)


def test_a_plan_that_is_free_or_gone_or_locked_is_not_held():
    checked("V14", held=False)
    checked("V14", state="replaced")
    checked("V14", level="urgent")

    assert codes(waiting.held_plans) == []


def test_what_was_reviewed_and_is_still_held_waits_on():
    screening = checked("V14", state="done")

    assert codes(waiting.held_plans) == [screening.code]


def test_referrals_come_oldest_first_by_the_last_time_they_were_asked():
    late, early, done = checked(), checked(), checked()
    Screening.objects.filter(pk__in=[late.pk, early.pk]).update(state="referred")
    decided(late, "referred", days_ago=20)
    decided(late, "referred", days_ago=1)
    decided(early, "referred", days_ago=9)
    decided(done, "referred", days_ago=30)

    assert codes(waiting.open_referrals) == [early.code, late.code]


@pytest.mark.parametrize(
    ("kind", "detail", "words"),
    [
        ("referred", {"soon": "today"}, "Today"),
        ("called", {"outcome": "reached_visit"}, "Reached: comes to see us"),
        ("referred", {}, ""),
    ],
)
def test_a_referral_says_how_soon(kind, detail, words):
    decided(checked(state="referred"), kind, detail=detail)

    assert waiting.open_referrals(timezone.now()).entries[0].what == words


def test_a_call_that_came_to_nothing_is_no_new_referral():
    screening = checked(state="referred")
    decided(screening, "referred", days_ago=5, detail={"soon": "today"})
    decided(screening, "called", days_ago=1, detail={"outcome": "no_answer"})

    assert waiting.open_referrals(timezone.now()).entries[0].what == "Today"


def test_a_link_that_ends_within_two_weeks_is_listed():
    soon, later = checked(), checked()
    linked(soon, 13.9)
    linked(later, 15)
    made = waiting.ending_links(timezone.now())

    assert [(entry.screening, entry.what) for entry in made.entries] == [(soon, "13 days left")]


@pytest.mark.parametrize("days", [40, 10])
def test_a_newer_link_lets_the_older_one_end(days):
    screening = checked()
    linked(screening, 5)
    another_link(screening, days)

    assert codes(waiting.ending_links) == ([] if days > 14 else [screening.code])
    assert waiting.ending_links(timezone.now()).size <= 1


def test_a_link_that_was_stopped_is_no_newer_link():
    screening = checked()
    linked(screening, 5)
    another_link(screening, 40, revoked_at=timezone.now())

    assert codes(waiting.ending_links) == [screening.code]


def test_a_link_that_was_stopped_does_not_end():
    linked(checked(), 5, revoked_at=timezone.now())

    assert codes(waiting.ending_links) == []


def test_a_runner_who_sent_a_later_check_has_no_ending_link():
    before = checked()
    linked(before, 5)
    checked(repeat_of=before)

    assert codes(waiting.ending_links) == []


def test_without_a_plan_no_link_is_missed():
    screening = checked()
    linked(screening, 5)
    IssuedPlan.objects.filter(screening=screening).delete()

    assert codes(waiting.ending_links) == []


def test_a_note_unseen_for_three_days_is_listed():
    old, fresh, seen, bare = (checked() for _ in range(4))
    decided(old, "noted", days_ago=4, note="Please call us.")
    decided(fresh, "noted", days_ago=2, note="Please call us.")
    NoteSeen.objects.create(decision=decided(seen, "noted", days_ago=4, note="Please call us."))
    decided(bare, "accepted", days_ago=4)

    assert codes(waiting.unseen_notes) == [old.code]


@pytest.mark.parametrize("kind", ["noted", "accepted", "changed", "released", "referred", "unlocked"])
def test_a_note_with_any_decision_counts(kind):
    decided(screening := checked(), kind, days_ago=4, note="Please call us.")

    assert codes(waiting.unseen_notes) == [screening.code]


def test_a_list_shows_a_few_and_counts_the_rest():
    for _ in range(waiting.SHOWN + 2):
        decided(checked(), "noted", days_ago=4, note="Please call us.")
    made = waiting.unseen_notes(timezone.now())

    assert (len(made.entries), made.more, made.more_than_counted) == (waiting.SHOWN, 2, False)


def test_counting_stops_somewhere(monkeypatch):
    monkeypatch.setattr(waiting, "COUNTED", 1)
    for _ in range(waiting.SHOWN + 2):
        decided(checked(), "noted", days_ago=4, note="Please call us.")

    assert waiting.unseen_notes(timezone.now()).more_than_counted
    assert b"or more besides" in sign_in(FRONT_DESK).get("/staff/waiting/").content


def test_the_page_names_each_runner_and_leads_to_the_record():
    screening = checked("V14")
    page = sign_in(FRONT_DESK).get("/staff/waiting/").content.decode()

    assert screening.name in page
    assert f'href="/staff/check/{screening.code}/"' in page


def test_empty_lists_say_that_nothing_waits():
    page = sign_in(FRONT_DESK).get("/staff/waiting/").content.decode()

    assert page.count("icon-check") == len(waiting.LISTS)


def test_the_number_of_queries_does_not_grow():
    client, counts = sign_in(FRONT_DESK), []
    for number in (1, 3):
        for _ in range(number):
            screening = checked("V14")
            linked(screening, 5)
            decided(screening, "noted", days_ago=4, note="Please call us.")
            Screening.objects.filter(pk=checked().pk).update(state="referred")
        with CaptureQueriesContext(connection) as queries:
            client.get("/staff/waiting/")
        counts.append(len(queries))

    assert counts[0] == counts[1]
