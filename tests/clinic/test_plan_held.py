"""What waits for staff in a plan waits through every change, until it is released with a reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinic.shelf.models import PlanTemplate, TemplateVersion
from clinic.shelf.outline import outline_of, outline_to_dict
from programs.library import load_library
from programs.models import Decision
from tests.clinic.deciding import address, case, issued_on, newest, press
from tests.drafts import sent
from tests.page import Page
from tests.staff import CLINICIAN, sign_in


@pytest.fixture
def kim(db):
    return sign_in(CLINICIAN)


@pytest.fixture
def held(db):
    """Someone with outer-hip pain: running waits for staff."""
    return sent(case("V14"))[0]


def without_stage_3(client, screening):
    press(client, screening, "save", page=press(client, screening, "stage-out-3"))


def test_taken_out_saved_and_put_in_again_running_is_still_held(kim, held):
    without_stage_3(kim, held)
    held.refresh_from_db()
    assert (newest(held).read().needs_staff, held.held) == ((), False)

    press(kim, held, "save", page=press(kim, held, "stage-in-3"))
    held.refresh_from_db()
    assert (newest(held).read().needs_staff, held.held) == (("stage_3",), True)
    assert newest(held).read().stages[2].needs_staff


def test_put_in_again_it_is_released_only_with_a_reason(kim, held):
    without_stage_3(kim, held)
    back = press(kim, held, "look", page=press(kim, held, "stage-in-3"), release="stage_3")
    assert press(kim, held, "save", page=back).status_code == 422

    press(kim, held, "save", page=back, reason="Hip is calm.")
    assert newest(held).read().needs_staff == ()
    assert Decision.objects.order_by("id").last().detail["released"] == ["stage_3"]


def test_what_was_released_does_not_wait_again(kim, held):
    press(kim, held, "save", page=press(kim, held, "look", release="stage_3"), reason="Hip is calm.")
    without_stage_3(kim, held)
    press(kim, held, "save", page=press(kim, held, "stage-in-3"))

    assert newest(held).read().needs_staff == ()


def template_of(screening, stages):
    """A template with these stages of a runner's plan."""
    plan = newest(screening).read()
    outline = outline_of(plan, load_library())
    kept = type(outline)(tuple(each for each in outline.stages if each.number in stages), outline.run)
    template = PlanTemplate.objects.create(version=1)
    return TemplateVersion.objects.create(
        template=template, version=1, name="Own", description="", content=outline_to_dict(kept)
    )


def test_a_template_holds_what_the_plan_held(kim, held):
    version = template_of(held, (1, 2, 3))
    begun = kim.get(address("plan", held), {"from": f"template-{version.pk}"})
    press(kim, held, "save", page=begun)
    held.refresh_from_db()

    assert (newest(held).read().rule, newest(held).read().needs_staff, held.held) == ("STAFF", ("stage_3",), True)


def test_a_template_without_running_is_no_way_around_it(kim, held):
    version = template_of(held, (1, 2))
    begun = kim.get(address("plan", held), {"from": f"template-{version.pk}"})
    press(kim, held, "save", page=begun)
    press(kim, held, "save", page=press(kim, held, "stage-in-3"))

    assert newest(held).read().needs_staff == ("stage_3",)


def test_upkeep_without_running_says_that_runs_wait_until_they_are_released(kim, held):
    version = template_of(held, (4,))
    begun = kim.get(address("plan", held), {"from": f"template-{version.pk}"})
    assert "No runs in this stage." in Page(begun).one("section", id="stage-4").text

    press(kim, held, "save", page=begun, reason="Upkeep alone.")
    press(kim, held, "save", page=press(kim, held, "down-x-0"))
    assert "No runs in this stage." in newest(held).read().stages[0].aim


def test_upkeep_of_who_may_run_says_nothing_of_the_kind(kim, db):
    screening = sent({**case("V05"), "flags": {"RF-13": "yes"}})[0]
    press(kim, screening, "save", page=press(kim, screening, "down-x-0"))

    assert "No runs" not in newest(screening).read().stages[0].aim


def test_a_flag_that_holds_running_holds_it_where_the_rules_planned_none(kim, db):
    screening = sent({**case("V10"), "flags": {"RF-13": "yes"}})[0]
    page = Page(press(kim, screening, "stage-in-3"))

    assert "Held" in page.one("section", id="stage-3").text


@pytest.mark.parametrize(("first", "moved"), [("1", False), ("2", True)])
def test_the_days_count_from_today_only_where_the_plan_begins_anew(kim, first, moved):
    screening = sent(case("V01"))[0]
    before = timezone.localdate() - timedelta(days=9)
    issued_on(screening, before)
    press(kim, screening, "save", page=press(kim, screening, "out-x-0", first=first), reason="Did it with us.")

    assert newest(screening).read().issued_on == (timezone.localdate() if moved else before)
