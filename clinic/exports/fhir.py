"""One check as a FHIR R4 bundle: the runner, the questions, the answers, what was seen of each leg, the plan.

Plain data in, plain JSON values out; no Django. The same check gives the same ids each time.
"""

from collections.abc import Iterator
from datetime import datetime

from clinic.exports.fhir_codes import CHECKS, Json, code_system, id_of, instant, urn_of
from clinic.exports.fhir_plan import care_plan, has_activities
from clinic.exports.fhir_questions import questionnaire, questionnaire_response
from clinic.exports.fhir_record import Record, SquatSeen
from clinic.exports.fhir_squat import result_observation, squat_observation, squat_urn


def bundle_of(record: Record, made: datetime) -> Json:
    """The bundle, made at a point in time. A walk-in has no answers, a check that a red flag ended no legs."""
    return {
        "resourceType": "Bundle",
        "id": id_of(record.code, "bundle"),
        "identifier": {"system": CHECKS, "value": record.code},
        "type": "collection",
        "timestamp": instant(made),
        "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in _resources(record)],
    }


def _resources(record: Record) -> Iterator[Json]:
    patient = _refer(record.code, "patient")
    yield _patient(record)
    yield from (_practitioner(record, name) for name in record.staff)
    yield code_system()
    answers = None
    if record.answers:
        answers = _refer(record.code, "answers")
        yield questionnaire(record.questions)
        yield questionnaire_response(record, patient)
        if record.level:
            yield result_observation(record, patient=patient, answers=answers)
    for squat in record.squats:
        performer = _staff(record, squat.by) if squat.by else patient
        source = None if squat.by else answers
        yield squat_observation(record, squat, patient=patient, performer=performer, answers=source)
    if record.plan and has_activities(record.plan.plan):
        author = _staff(record, record.plan.by) if record.plan.by else None
        seen = [_to_squat(record, squat) for squat in record.squats]
        yield care_plan(record, record.plan, patient=patient, author=author, seen=seen)


def _refer(*parts: str) -> Json:
    return {"reference": urn_of(*parts)}


def _staff(record: Record, name: str) -> Json:
    return _refer(record.code, "staff", name)


def _to_squat(record: Record, squat: SquatSeen) -> Json:
    return {"reference": squat_urn(record, squat)}


def _patient(record: Record) -> Json:
    """The runner by code, and by name where one was given; no more."""
    return {
        "resourceType": "Patient",
        "id": id_of(record.code, "patient"),
        "identifier": [{"system": CHECKS, "value": record.code}],
        **({"name": [{"text": record.name}]} if record.name else {}),
    }


def _practitioner(record: Record, name: str) -> Json:
    return {"resourceType": "Practitioner", "id": id_of(record.code, "staff", name), "name": [{"text": name}]}
