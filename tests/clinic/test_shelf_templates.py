"""Plan templates: three on day one, edited button by button, versioned, copied on use."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from audit.models import AuditEvent
from clinic.shelf.drafts import Draft, pressed, problems_of, read_draft, usual_dose
from clinic.shelf.library import clinic_library
from clinic.shelf.models import PlanTemplate, TemplateVersion
from clinic.shelf.outline import (
    MOST_IN_STAGE,
    MOST_ROWS,
    Outline,
    OutlineError,
    Row,
    StageRows,
    outline_from_dict,
    outline_to_dict,
)
from clinic.shelf.plans import plan_of, read_outline, standing_templates
from clinic.shelf.saving import Stale, archive_exercise, archive_template, save_exercise, save_template
from programs.library import load_library
from programs.plan_storage import plan_from_dict, plan_to_dict
from tests.clinic.shelf import TODAY, kim, plan, told
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.programs.plans import sheet, text
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, sign_in

LIBRARY = load_library()
MOST_FIELDS = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
DOSE = told().dose
SMALL = Outline((StageRows(1, (Row("EX-04", DOSE), Row("EX-01", DOSE))),))


def template(outline=SMALL, name="Bridges"):
    return save_template(outline, name, "", template_id=None, version=0, by=kim())


def form_of(outline=SMALL, **changes):
    """The fields of the editor for this content."""
    data = {"name": "Bridges", "description": "", "version": "1", "do": "save"}
    for place, stage in enumerate(outline.stages):
        data[f"stage-{place}"] = str(stage.number)
        for row_place, row in enumerate(stage.rows):
            name = f"row-{place}-{row_place}"
            data |= {name: row.key, f"{name}-start": row.dose.start, f"{name}-days": row.dose.days}
    return data | changes


def keys_of(draft, stage=0):
    return [row.key for row in draft.outline.stages[stage].rows]


def after(do, **changes):
    data = form_of(do=do, **changes)
    return pressed(read_draft(data), data, LIBRARY)


@pytest.mark.django_db
def test_three_templates_are_there_on_day_one():
    assert [version.name for version in standing_templates()] == [
        "Wake up the hip",
        "Control your body weight",
        "Keep it",
    ]


@pytest.mark.django_db
def test_they_are_made_once():
    list(standing_templates())
    PlanTemplate.objects.filter(starter="stage-1").update(is_archived=True)

    assert standing_templates().count() == 2


@pytest.mark.django_db
def test_a_starter_holds_the_stage_as_the_library_has_it():
    version = standing_templates().get(name="Wake up the hip")

    (stage,) = plan(version).stages
    assert stage.number == 1
    assert [it.key for it in stage.exercises] == ["EX-01", "EX-08", "EX-04", "MB-01", "MB-02"]
    assert stage.exercises[0].dose.days == "5 days a week (3 if sore)"


@pytest.mark.django_db
@pytest.mark.parametrize(("leg", "first"), [(None, "left"), ("left", "left"), ("right", "right"), ("both", "left")])
def test_a_plan_names_the_leg_that_starts(leg, first):
    made = plan(leg=leg)

    assert made.leg == leg
    assert {it.leg for it in made.stages[0].exercises} <= {first, "both"}
    assert "{" not in made.both_legs


@pytest.mark.django_db
def test_a_plan_from_a_template_is_by_staff_and_for_nobody_held():
    made = plan()
    assert (made.rule, made.needs_staff, made.run, made.issued_on) == ("STAFF", (), None, TODAY)


@pytest.mark.django_db
def test_a_plan_from_a_template_can_be_stored_and_printed():
    for version in standing_templates():
        made = plan(version, leg="right")
        assert plan_from_dict(plan_to_dict(made)) == made
        assert made.stages[0].exercises[0].name in text(sheet(made, stage=made.stages[0].number))


@pytest.mark.django_db
def test_running_comes_with_stage_3_alone():
    both = Outline((StageRows(2, (Row("EX-06", DOSE),)), StageRows(3, (Row("EX-06", DOSE),), warm_up=True)), run=True)
    made = plan(template(both))
    without = plan(template(Outline(both.stages[:1], run=True)))

    assert made.run.start == "RW1"
    assert LIBRARY.no_runs in made.stages[0].aim
    assert made.stages[1].warm_up
    assert without.run is None


@pytest.mark.django_db
def test_hops_are_left_to_the_clinic():
    both = Outline((StageRows(2, (Row("EX-06", DOSE),)), StageRows(3, (Row("EX-06", DOSE),))))
    gate = " ".join(plan(template(both)).stages[0].gate)

    assert "The clinic decides on hops" in gate
    assert "10 small hops" not in gate


@pytest.mark.django_db
def test_an_own_exercise_goes_into_a_plan():
    version = save_exercise(told(), number=None, version=0, by=kim())
    outline = Outline((StageRows(1, (Row(f"OWN-{version.exercise_id}", DOSE),)),))
    (it,) = plan(template(outline), leg="right").stages[0].exercises

    assert it.set_up == "Stand on your right leg beside a wall."


@pytest.mark.django_db
def test_what_was_archived_is_missing_and_named():
    version = save_exercise(told(), number=None, version=0, by=kim())
    key = f"OWN-{version.exercise_id}"
    made = template(Outline((StageRows(1, (Row(key, DOSE), Row("EX-04", DOSE))),)))
    archive_template(made.template_id, version=1, archived=True, by=kim())
    archive_exercise(version.exercise_id, version=1, archived=True, by=kim())

    assert [it.key for it in plan(made).stages[0].exercises] == ["EX-04"]
    assert read_outline(made).missing_from(clinic_library()) == (key,)
    assert key in sign_in(FRONT_DESK).get(reverse("clinic:template", args=[made.template_id])).content.decode()


@pytest.mark.django_db
def test_a_plan_does_not_change_with_its_template():
    version = template()
    before = plan(version)
    save_template(Outline(()), "Bridges", "", template_id=version.template_id, version=1, by=kim())

    assert plan(version) == before


def test_the_content_is_read_back_as_it_was():
    assert outline_from_dict(outline_to_dict(SMALL)) == SMALL


@pytest.mark.parametrize(
    "kept", [None, [], {}, {"stages": [{}], "run": False}, {"stages": [{"number": 1, "rows": [3]}]}]
)
def test_what_is_no_template_is_refused(kept):
    with pytest.raises(OutlineError):
        outline_from_dict(kept)


def test_the_form_is_read_as_it_was_sent():
    assert read_draft(form_of(run="1")) == Draft(
        "Bridges",
        "",
        1,
        Outline((StageRows(1, tuple(Row(row.key, dose_of(row)) for row in SMALL.stages[0].rows)),), True),
    )


def dose_of(row):
    """The dose with no more than the form of these tests sends."""
    return type(row.dose)(row.dose.start, "", "", "", "", row.dose.days)


@pytest.mark.parametrize(
    ("do", "keys"),
    [
        ("down:0:0", ["EX-01", "EX-04"]),
        ("up:0:1", ["EX-01", "EX-04"]),
        ("up:0:0", ["EX-04", "EX-01"]),
        ("down:0:1", ["EX-04", "EX-01"]),
        ("out:0:0", ["EX-01"]),
        ("out:0:7", ["EX-04", "EX-01"]),
        ("out:9:0", ["EX-04", "EX-01"]),
        ("out:x:0", ["EX-04", "EX-01"]),
        ("burn:0:0", ["EX-04", "EX-01"]),
    ],
)
def test_a_button_moves_or_takes_out(do, keys):
    assert keys_of(after(do)) == keys


def test_an_exercise_is_added_at_the_end_with_the_librarys_dose():
    draft = after("add:0", **{"add-0": "EX-08"})

    assert keys_of(draft) == ["EX-04", "EX-01", "EX-08"]
    assert draft.outline.stages[0].rows[-1].dose == LIBRARY.exercises["EX-08"].doses["1"]


@pytest.mark.parametrize("key", ["EX-04", "EX-99", "", "<b>"])
def test_what_is_there_or_is_none_is_not_added(key):
    assert keys_of(after("add:0", **{"add-0": key})) == ["EX-04", "EX-01"]


def test_stages_come_in_order_and_once():
    draft = after("stage", new_stage="1")
    assert len(draft.outline.stages) == 1

    data = form_of(Outline((StageRows(3, ()),)), do="stage", new_stage="2")
    assert [stage.number for stage in pressed(read_draft(data), data, LIBRARY).outline.stages] == [2, 3]


def test_a_stage_is_taken_out():
    assert after("drop:0").outline.stages == ()


def test_without_a_dose_for_the_stage_the_nearest_below_is_taken():
    assert usual_dose(LIBRARY.exercises["EX-04"], 3) == LIBRARY.exercises["EX-04"].doses["1"]


def test_a_form_is_read_no_further_than_it_may_reach():
    rows = {f"row-0-{place}": "EX-04" for place in range(50)}
    assert len(keys_of(read_draft(form_of() | rows))) == MOST_IN_STAGE


def test_too_many_exercises_are_told():
    keys = list(LIBRARY.exercises)[:MOST_IN_STAGE]
    stages = tuple(StageRows(number, tuple(Row(key, DOSE) for key in keys)) for number in (1, 2, 3))
    told_ = problems_of(Draft("x", outline=Outline(stages)), LIBRARY)

    assert any(str(MOST_ROWS) in problem.message for problem in told_)


@pytest.mark.parametrize(
    ("draft", "target"),
    [
        (Draft("", outline=SMALL), "id_name"),
        (Draft("x"), "id_new_stage"),
        (Draft("x", outline=Outline((StageRows(1, ()),))), "id_add-0"),
        (Draft("x", outline=Outline((StageRows(1, (Row("OWN-9", DOSE),)),))), "row-0-0"),
        (
            Draft("x", outline=Outline((StageRows(1, (Row("EX-04", dose_of(Row("", DOSE)).__class__(*[""] * 6)),)),))),
            "id_row-0-0-start",
        ),
    ],
)
def test_what_is_missing_is_told_at_its_place(draft, target):
    assert [problem.target for problem in problems_of(draft, LIBRARY)] == [target]


@pytest.mark.django_db
def test_a_template_is_made_in_the_editor():
    answer = sign_in(CLINICIAN).post(reverse("clinic:template_new"), form_of(version="0"))

    version = TemplateVersion.objects.get(name="Bridges")
    assert answer.url == reverse("clinic:template", args=[version.template_id])
    assert [row.key for row in read_outline(version).rows()] == ["EX-04", "EX-01"]


@pytest.mark.django_db
def test_a_button_saves_nothing():
    answer = sign_in(CLINICIAN).post(reverse("clinic:template_new"), form_of(do="down:0:0"))

    assert answer.status_code == 200
    assert not TemplateVersion.objects.exists()


@pytest.mark.django_db
def test_the_whole_editor_is_sent_in_one_form():
    keys = list(LIBRARY.exercises)
    stages = [
        StageRows(n, tuple(Row(key, DOSE) for key in keys[:size])) for n, size in ((1, 6), (2, 6), (3, 5), (4, 5))
    ]
    version = template(Outline(tuple(stages), run=True))
    page = sign_in(CLINICIAN).get(reverse("clinic:template_edit", args=[version.template_id])).content.decode()

    assert page.count(' name="row-') == 7 * MOST_ROWS
    assert len(re.findall(r"<(?:input|select|textarea)[^>]* name=", page.split("<main")[1])) < MOST_FIELDS


@pytest.mark.django_db
def test_each_save_is_a_version_with_who_and_when_and_can_be_restored():
    version = template()
    client = sign_in(MANAGER)
    address = reverse("clinic:template", args=[version.template_id])
    client.post(reverse("clinic:template_edit", args=[version.template_id]), form_of(name="Planks"))
    client.post(reverse("clinic:template_restore", args=[version.template_id]), {"version": "2", "old": "1"})

    names = [(kept.version, kept.name, kept.made_by_name) for kept in TemplateVersion.objects.all()]
    assert names == [(3, "Bridges", "Morgan Bell"), (2, "Planks", "Morgan Bell"), (1, "Bridges", "Kim Sato")]
    assert "Planks" in client.get(f"{address}?version=2").content.decode()


@pytest.mark.django_db
def test_who_saves_second_sees_both():
    version = template()
    save_template(SMALL, "Their bridges", "", template_id=version.template_id, version=1, by=kim())
    answer = sign_in(MANAGER).post(
        reverse("clinic:template_edit", args=[version.template_id]), form_of(name="My bridges")
    )

    seen = answer.content.decode()
    assert answer.status_code == 409
    assert "Their bridges" in seen
    assert "My bridges" in seen
    assert answer.context["version"] == 2


@pytest.mark.django_db
def test_nothing_is_written_by_who_saves_second():
    version = template()
    save_template(SMALL, "Bridges", "", template_id=version.template_id, version=1, by=kim())
    with pytest.raises(Stale):
        save_template(SMALL, "Bridges", "", template_id=version.template_id, version=1, by=kim())

    assert TemplateVersion.objects.count() == 2


@pytest.mark.django_db
def test_an_archived_template_is_offered_no_more_and_can_be_taken_back():
    version = template()
    client = sign_in(CLINICIAN)
    archive = reverse("clinic:template_archive", args=[version.template_id])
    client.post(archive, {"version": "1", "archived": "1"})
    assert "Bridges" not in client.get(reverse("clinic:templates")).content.decode()
    assert "Bridges" in client.get(f"{reverse('clinic:templates')}?archived=1").content.decode()

    client.post(archive, {"version": "2", "archived": "0"})
    assert "Bridges" in client.get(reverse("clinic:templates")).content.decode()


@pytest.mark.django_db
def test_a_runners_plan_is_the_start_of_a_template_and_nothing_of_the_runner_is_in_it():
    screening, _token = sent(VIGNETTES["V01"]["case"], name="Sarah Lindqvist")
    answer = sign_in(CLINICIAN).post(reverse("clinic:template_from", args=[screening.code]))

    seen = answer.content.decode()
    assert "Side-lying leg raise" in seen
    assert "Sarah" not in seen
    assert screening.code not in seen
    assert [row.about for row in AuditEvent.objects.filter(kind="viewed")] == [screening.code]
    assert not TemplateVersion.objects.exists()


@pytest.mark.django_db
def test_no_plan_no_template():
    assert sign_in(CLINICIAN).post(reverse("clinic:template_from", args=["ITB-0000-00"])).status_code == 404


@pytest.mark.django_db
def test_every_save_is_in_the_trail():
    version = template()
    archive_template(version.template_id, version=1, archived=True, by=kim())

    rows = [(row.detail["what"], row.detail["done"]) for row in AuditEvent.objects.filter(kind="library")]
    assert rows == [("template", "made"), ("template", "archived")]


@pytest.mark.django_db
def test_the_front_desk_sees_and_changes_nothing():
    version = template()
    desk = sign_in(FRONT_DESK)

    assert desk.get(reverse("clinic:templates")).status_code == 200
    assert desk.get(reverse("clinic:template", args=[version.template_id])).status_code == 200
    for name in ("template_edit", "template_archive", "template_restore"):
        assert desk.post(reverse(f"clinic:{name}", args=[version.template_id])).status_code == 403
    assert desk.post(reverse("clinic:template_new")).status_code == 403


@pytest.mark.django_db
def test_a_template_that_never_was_is_not_found():
    client = sign_in(CLINICIAN)
    for number in (999, 2**62):
        assert client.get(reverse("clinic:template", args=[number])).status_code == 404
    version = template()
    assert client.get(f"{reverse('clinic:template', args=[version.template_id])}?version=9").status_code == 404


@pytest.mark.django_db
def test_what_is_typed_is_escaped():
    seen = sign_in(CLINICIAN).post(reverse("clinic:template_new"), form_of(name='"><script>', do="stage")).content
    assert b"<script>" not in seen.split(b"<main")[1]


@pytest.mark.django_db
def test_plan_of_copies_what_the_library_says_today():
    version = standing_templates()[0]
    assert plan_of(version, leg="left", unit="km", today=TODAY, library=LIBRARY).content_version == LIBRARY.version
