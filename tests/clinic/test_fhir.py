"""The FHIR R4 bundle of a check: read by an independent library, and whole in itself."""

import json

import pytest
from fhirclient.models.bundle import Bundle

from programs.models import Decision, IssuedPlan
from screening.models import Screening
from screening.questions import load_questions
from tests.clinic.bundles import (
    CASES,
    all_of,
    bundle_of_case,
    checked,
    code_in,
    downloaded,
    leaves,
    of_type,
    only,
    squats,
    values_in,
)
from tests.conftest import VIGNETTES
from tests.staff import CLINICIAN, member

pytestmark = pytest.mark.django_db


def level_of(short):
    """The level of a worked case."""
    return VIGNETTES[short]["expect"]["triage"]["level"]


STOPPED = [short for short in CASES if level_of(short) in ("urgent", "clinician_first")]
RATED = {"reps": 5, "hip_drop": 2, "knee_cave": None, "trunk_lean": 1, "balance": 0, "pain": 1}


def rerated(screening, **signs):
    """Kim looks at the left leg herself."""
    kim = member(CLINICIAN)
    return Decision.objects.create(
        screening=screening, kind="rerated", by=kim, by_name=kim.get_full_name(), detail={"left": RATED | signs}
    )


@pytest.mark.parametrize("short", CASES)
def test_an_independent_library_reads_every_case(short):
    bundle = bundle_of_case(short)

    assert Bundle(bundle, strict=True).as_json() == bundle


@pytest.mark.parametrize("short", CASES)
def test_every_reference_leads_to_a_resource_of_the_bundle(short):
    bundle = bundle_of_case(short)
    names = [entry["fullUrl"] for entry in bundle["entry"]]

    assert set(all_of(bundle, "reference")) <= set(names)
    assert len(names) == len(set(names))
    assert names == [f"urn:uuid:{entry['resource']['id']}" for entry in bundle["entry"]]


@pytest.mark.parametrize("short", CASES)
def test_nothing_in_it_is_empty(short):
    assert [value for value in values_in(bundle_of_case(short)) if value in ("", [], {}, None)] == []


@pytest.mark.parametrize("short", CASES)
def test_every_answer_is_to_a_question_of_its_kind(short):
    bundle = bundle_of_case(short)
    asked = {item["linkId"]: item for item in leaves(only(bundle, "Questionnaire")["item"])}

    for item in leaves(only(bundle, "QuestionnaireResponse")["item"]):
        (answer,) = item["answer"]
        options = asked[item["linkId"]].get("answerOption")
        assert options is None or answer in options
        kind = {"choice": "Coding"}.get(asked[item["linkId"]]["type"], asked[item["linkId"]]["type"].capitalize())
        assert list(answer) == [f"value{kind}"]


@pytest.mark.parametrize("short", CASES)
def test_every_code_of_our_own_is_defined_in_it(short):
    bundle = bundle_of_case(short)
    system = only(bundle, "CodeSystem")
    defined = {concept["code"]: concept["display"] for concept in system["concept"]}
    used = [coding for codings in all_of(bundle, "coding") for coding in codings if coding["system"] == system["url"]]

    assert used
    assert [coding for coding in used if defined.get(coding["code"]) != coding["display"]] == []


def test_every_question_is_in_the_questionnaire_and_no_name_comes_twice():
    items = only(bundle_of_case("V01"), "Questionnaire")["item"]
    links = all_of(items, "linkId")
    keys = [question.key for page in load_questions().pages for question in page.questions]

    assert [item["linkId"] for item in leaves(items)] == keys
    assert len(links) == len(set(links))


def test_a_question_that_depends_names_an_earlier_one_and_the_answer_that_opens_it():
    items = {item["linkId"]: item for item in leaves(only(bundle_of_case("V01"), "Questionnaire")["item"])}

    assert items["pain_side"]["enableWhen"] == [{"question": "pain", "operator": "=", "answerBoolean": True}]
    assert items["onset_distance"]["enableBehavior"] == "all"
    assert [one["question"] for one in items["onset_distance"]["enableWhen"]] == ["pain", "same_distance"]


def test_the_answers_are_those_that_were_given():
    screening = checked(name="Sarah Miller")
    items = {i["linkId"]: i["answer"][0] for i in leaves(only(downloaded(screening), "QuestionnaireResponse")["item"])}
    given = {key for key, value in screening.answers.items() if value and not key.startswith("seen:")}

    assert set(items) == given
    assert items["usual_week"]["valueQuantity"] == {
        "value": 25, "unit": "mi", "system": "http://unitsofmeasure.org", "code": "[mi_i]",
    }  # fmt: skip
    assert items["pain"] == {"valueBoolean": True}
    assert items["age"] == {"valueInteger": int(screening.answers["age"])}


def test_both_legs_are_observed_on_their_own_side():
    legs = squats(bundle_of_case("V01"))

    assert [code_in(leg["bodySite"]) for leg in legs] == ["32153003", "62175007"]
    assert [leg["bodySite"]["coding"][0]["display"].split()[2] for leg in legs] == ["left", "right"]
    assert {code_in(leg["method"]) for leg in legs} == {"method-mirror"}


def test_a_leg_holds_its_signs_score_and_state():
    screening = checked("V01")
    leg = squats(downloaded(screening))[0]
    parts = {code_in(part["code"]): part for part in leg["component"]}
    answers, left = screening.answers, screening.read_assessment().left

    assert code_in(parts["pelvic-drop"]["valueCodeableConcept"]) == f"sign-{answers['left_hip_drop']}"
    assert code_in(parts["knee-valgus"]["valueCodeableConcept"]) == f"sign-{answers['left_knee_cave']}"
    assert "trunk-lean" in parts
    assert parts["leg-score"]["valueInteger"] == left.score
    assert code_in(leg["valueCodeableConcept"]) == f"state-{left.state}"


def test_what_could_not_be_told_is_absent_for_that_reason():
    screening = checked("V01")
    rerated(screening)
    bundle = downloaded(screening)
    parts = {code_in(part["code"]): part for part in squats(bundle)[-1]["component"]}

    assert code_in(parts["knee-valgus"]["dataAbsentReason"]) == "asked-unknown"
    assert "leg-score" not in parts
    Bundle(bundle, strict=True)


def test_the_staff_s_rating_stands_beside_the_runner_s_own():
    screening = checked("V01")
    rerated(screening, knee_cave=0)
    rerated(screening, knee_cave=2)
    bundle = downloaded(screening)
    legs, kim = squats(bundle), only(bundle, "Practitioner")

    assert [code_in(leg["method"]) for leg in legs] == ["method-mirror"] * 2 + ["method-staff"] * 2
    assert {leg["performer"][0]["reference"] for leg in legs[2:]} == {f"urn:uuid:{kim['id']}"}
    assert kim["name"] == [{"text": "Kim Sato"}]
    assert len({leg["id"] for leg in legs}) == 4
    Bundle(bundle, strict=True)


def test_the_plan_has_its_stages_with_exercises_and_doses():
    screening = checked("V01")
    plan = IssuedPlan.objects.get(screening=screening).read()
    care = only(downloaded(screening), "CarePlan")
    first = plan.stages[0].exercises[0]

    assert care["status"] == "active"
    assert care["period"] == {"start": plan.issued_on.isoformat()}
    assert [one["detail"]["code"]["text"].partition(":")[0] for one in care["activity"]] == [
        *(f"Stage {stage.number}" for stage in plan.stages),
        "Run weeks",
    ]
    assert first.name in care["activity"][0]["detail"]["description"]
    assert first.dose.start in care["activity"][0]["detail"]["description"]
    assert len(care["supportingInfo"]) == 2


def test_a_held_stage_says_that_it_waits():
    activities = only(bundle_of_case("V14"), "CarePlan")["activity"]
    held = [one["detail"]["code"]["text"] for one in activities if "statusReason" in one["detail"]]

    assert [text.partition(":")[0] for text in held] == ["Stage 3", "Run weeks"]
    assert {one["detail"]["status"] for one in activities} == {"not-started", "on-hold"}


def test_a_held_start_holds_the_whole_plan():
    care = only(bundle_of_case("V03"), "CarePlan")

    assert care["status"] == "on-hold"
    assert {one["detail"]["status"] for one in care["activity"]} == {"on-hold"}


def test_the_answers_name_the_questionnaire_by_address_and_version():
    bundle = bundle_of_case("V01")
    asked = only(bundle, "Questionnaire")

    assert only(bundle, "QuestionnaireResponse")["questionnaire"] == f"{asked['url']}|{asked['version']}"


@pytest.mark.parametrize("short", STOPPED)
def test_a_stopped_check_has_its_flags_and_neither_legs_nor_plan(short):
    bundle = bundle_of_case(short)
    result = only(bundle, "Observation")

    assert only(bundle, "QuestionnaireResponse")["status"] == "stopped"
    assert code_in(result["valueCodeableConcept"]) == f"level-{level_of(short)}"
    assert result["component"][0]["valueString"].startswith("RF-")
    assert of_type(bundle, "CarePlan") == []


def test_an_unlocked_check_with_a_plan_of_the_clinic_s_has_it():
    screening, other = checked("V06"), checked("V01")
    kept = IssuedPlan.objects.get(screening=other)
    Screening.objects.filter(pk=screening.pk).update(unlocked_at=screening.submitted_at)
    IssuedPlan.objects.create(
        screening=screening, version=2, rule="STAFF", rule_set=kept.rule_set, content_version=kept.content_version,
        snapshot=kept.snapshot, issued_by_name="Kim Sato",
    )  # fmt: skip
    bundle = downloaded(screening)

    assert only(bundle, "CarePlan")["author"]["reference"] == f"urn:uuid:{only(bundle, 'Practitioner')['id']}"
    assert squats(bundle) == []
    Bundle(bundle, strict=True)


def test_a_walk_in_has_a_plan_and_no_answers():
    screening = checked("V01", name="Pat Lee")
    Screening.objects.filter(pk=screening.pk).update(
        source="walk_in", assessment=None, level="", pattern="", answers={}, name="Pat Lee"
    )
    bundle = downloaded(screening)

    assert [entry["resource"]["resourceType"] for entry in bundle["entry"]] == ["Patient", "CodeSystem", "CarePlan"]
    assert only(bundle, "Patient")["name"] == [{"text": "Pat Lee"}]
    Bundle(bundle, strict=True)


def test_what_staff_typed_in_from_paper_has_no_author():
    screening = checked("V01")
    Screening.objects.filter(pk=screening.pk).update(source="paper")
    response = only(downloaded(screening), "QuestionnaireResponse")

    assert "author" not in response
    assert response["source"] == response["subject"]


def test_a_replaced_check_s_plan_is_revoked():
    screening = checked("V01")
    Screening.objects.filter(pk=screening.pk).update(state="replaced")

    assert only(downloaded(screening), "CarePlan")["status"] == "revoked"


def test_the_runner_is_named_by_code_and_no_more_where_no_name_was_given():
    patient = only(bundle_of_case("V01"), "Patient")

    assert sorted(patient) == ["id", "identifier", "resourceType"]


def test_the_same_check_gives_the_same_bundle():
    screening = checked("V01")
    first, second = downloaded(screening), downloaded(screening)

    assert json.dumps(first | {"timestamp": ""}) == json.dumps(second | {"timestamp": ""})
