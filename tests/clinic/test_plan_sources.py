"""What a plan is edited from, and a working copy that somebody tampered with."""

import json

import pytest

from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.clinic.deciding import address, case, newest, plan_form, press, version_of
from tests.drafts import sent
from tests.page import Page
from tests.staff import CLINICIAN, sign_in

CLEAN = {"reps": 5, "hip_drop": 0, "knee_cave": 0, "trunk_lean": 0, "balance": 0, "pain": 0}


@pytest.fixture
def kim(db):
    return sign_in(CLINICIAN)


@pytest.fixture
def sarah(db):
    return sent(case("V01"))[0]


def without_plan(name):
    """A check of which no plan was issued, as after a red flag."""
    screening = sent(case(name))[0]
    IssuedPlan.objects.all().delete()
    return screening


def work(response):
    return json.loads(Page(response).one("input", name="work").attrs["value"])


@pytest.mark.parametrize(("name", "left_out"), [("V15", "MB-01"), ("V14", "MB-03"), ("V01", None)])
def test_a_plan_from_nothing_leaves_out_what_the_answers_leave_out(kim, name, left_out):
    page = press(kim, without_plan(name), "stage-in-1")
    keys = [line[0] for line in work(page)["stages"][0][1]]

    assert work(page)["out"] == [left_out] * bool(left_out)
    assert left_out not in keys


def template(page, words):
    return next(each.attrs["value"] for each in Page(page).all("option") if words in each.text)


@pytest.mark.parametrize("name", ["V14", "V15"])
def test_a_template_leaves_out_and_holds_what_the_plan_did(kim, name):
    screening = sent(case(name))[0]
    before = newest(screening).read()
    source = template(kim.get(address("plan", screening)), "Template")
    begun = kim.get(address("plan", screening), {"from": source})

    assert work(begun)["out"] == list(before.leave_out)
    assert before.leave_out[0] not in [line[0] for stage in work(begun)["stages"] for line in stage[1]]


@pytest.mark.parametrize("source", ["rated", "template-999999", "template-x", "template-", "\0", "x" * 300])
def test_a_source_that_is_none_is_the_plan_that_stands(kim, sarah, source):
    response = kim.get(address("plan", sarah), {"from": source})

    assert Page(response).one("input", name="source").attrs["value"] == "standing"


def test_the_plan_from_the_clinic_s_rating_is_a_place_to_begin(kim, sarah):
    Decision.objects.create(screening=sarah, kind="rerated", by_name="Kim Sato", detail={"left": CLEAN})
    begun = kim.get(address("plan", sarah), {"from": "rated"})
    press(kim, sarah, "save", page=press(kim, sarah, "out-x-0", page=begun), reason="Rated again.")

    assert (newest(sarah).version, newest(sarah).rule) == (2, "PL-05")


def test_two_who_both_make_the_first_plan_are_told(kim):
    screening = without_plan("V10")
    mine, theirs = press(kim, screening, "stage-in-1"), press(kim, screening, "stage-in-2")
    press(kim, screening, "save", page=theirs, reason="Looked.")

    response = press(kim, screening, "save", page=mine, reason="Looked.")

    assert response.status_code == 409
    assert "Looked." in Page(response).text


def tampered(client, screening, change):
    form = plan_form(client, screening)
    raw = json.loads(form["work"])
    change(raw)
    return client.post(address("plan", screening), form | {"work": json.dumps(raw), "do": "look"})


def test_a_copy_with_what_it_leaves_out_is_shown_anew(kim, sarah):
    response = tampered(kim, sarah, lambda raw: raw["out"].append("EX-01"))

    assert response.status_code == 422
    assert "is left out of this plan" in Page(response).text


CHANGES = {
    "a stage without a number": lambda raw: raw["stages"][0].__setitem__(0, "1"),
    "a dose without an amount": lambda raw: raw["stages"][0][1][0].__setitem__(1, ""),
    "a dose too few": lambda raw: raw["stages"][0][1][0].pop(),
    "too many lines": lambda raw: raw["stages"][0].__setitem__(1, raw["stages"][0][1] * 20),
    "a key that is no text": lambda raw: raw["stages"][0][1][0].__setitem__(0, 7),
    "no stages": lambda raw: raw.pop("stages"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_copy_of_another_shape_is_refused(kim, sarah, change):
    assert tampered(kim, sarah, change).status_code == 400


@pytest.mark.parametrize(
    "change", [lambda raw: raw.update(run="9999"), lambda raw: raw["stages"].append(raw["stages"][0])]
)
def test_a_plan_that_can_not_be_is_refused(kim, sarah, change):
    assert tampered(kim, sarah, change).status_code == 422


@pytest.mark.parametrize("field", ["reason", "note"])
def test_a_text_that_is_too_long_is_kept_and_not_saved(kim, sarah, field):
    response = press(kim, sarah, "save", page=press(kim, sarah, "out-x-0"), **{field: "x" * 601})

    assert response.status_code == 422
    assert "x" * 601 in Page(response).one("textarea", name=field).text
    assert newest(sarah).version == 1


def test_a_plan_without_a_stage_is_not_saved(kim):
    assert press(kim, without_plan("V01"), "save").status_code == 422


def test_a_locked_plan_is_not_released(kim):
    screening = sent(case("V14"))[0]
    Screening.objects.update(level="urgent")
    form = {"version": version_of(screening), "what": ["stage_3"], "reason": "No."}
    kim.post(address("release", screening), form)

    assert newest(screening).version == 1
