"""The questions as a FHIR R4 Questionnaire and the answers as a QuestionnaireResponse: a linkId is a question's key.

No Django. The words are the content's own, in the language it is written in.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from clinic.exports.fhir_codes import UCUM, UNITS, Json, id_of, instant, urn_of
from clinic.exports.fhir_record import Record
from screening.questions import Page, Question, QuestionSet

TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "yes_no": "boolean",
        "yes_no_not_sure": "choice",
        "choice": "choice",
        "cards": "choice",
        "body_chart": "choice",
        "scale": "integer",
        "integer": "integer",
        "distance": "quantity",
        "text": "string",
        "email": "string",
    }
)


def questionnaire(questions: QuestionSet) -> Json:
    """All questions in their parts."""
    return {
        "resourceType": "Questionnaire",
        "id": id_of("questionnaire", questions.version),
        "url": urn_of("questionnaire"),
        "version": questions.version,
        "name": "MirrorSelfCheck",
        "title": "Self-check for runners with pain on the outside of the knee",
        "status": "active",
        "subjectType": ["Patient"],
        "item": [
            {
                "linkId": _link_of_part(part),
                "text": questions.parts[part],
                "type": "group",
                "item": [_asked(page, question, questions) for page in pages for question in page.questions],
            }
            for part, pages in _parts(questions)
        ],
    }


def questionnaire_response(record: Record, patient: Json) -> Json:
    """The answers as given; what was passed by is left out. `patient` is the reference to the runner."""
    questions = record.questions
    return {
        "resourceType": "QuestionnaireResponse",
        "id": id_of(record.code, "answers"),
        "questionnaire": f"{urn_of('questionnaire')}|{questions.version}",
        "status": "stopped" if record.stopped else "completed",
        "subject": patient,
        "authored": instant(record.sent),
        **({"author": patient} if record.own else {}),
        "source": patient,
        "item": [item for part, pages in _parts(questions) if (item := _answered(part, pages, record))],
    }


def _parts(questions: QuestionSet) -> Iterator[tuple[str, list[Page]]]:
    asking = (page for page in questions.pages if page.questions)
    for part, pages in groupby(asking, key=lambda page: page.part):
        yield part, list(pages)


def _link_of_part(part: str) -> str:
    return f"part:{part}"


def _asked(page: Page, question: Question, questions: QuestionSet) -> Json:
    item: Json = {
        "linkId": question.key,
        **({"prefix": question.id} if question.id else {}),
        "text": question.label,
        "type": TYPES[question.kind],
        "required": not question.optional,
        **_conditions({**page.when, **question.when}, questions),
    }
    if TYPES[question.kind] == "choice":
        item["answerOption"] = [{"valueCoding": _coding(question, choice.value)} for choice in question.choices]
    if question.kind == "scale":
        item["answerOption"] = [{"valueInteger": int(choice.value)} for choice in question.choices]
    if TYPES[question.kind] == "string" and question.max:
        item["maxLength"] = int(question.max)
    return item


def _conditions(when: Mapping[str, tuple[str, ...]], questions: QuestionSet) -> Json:
    """When an item is asked. Several values of several questions have no simple form, and are left out."""
    pairs = [(key, value) for key, values in when.items() for value in values]
    if not pairs or (len(when) > 1 and len(pairs) > len(when)):
        return {}
    conditions = [
        {"question": key, "operator": "=", **_value("answer", question, value)}
        for key, value in pairs
        if (question := questions.question(key))
    ]
    together = {"enableBehavior": "all" if len(when) > 1 else "any"} if len(conditions) > 1 else {}
    return {"enableWhen": conditions, **together}


def _answered(part: str, pages: list[Page], record: Record) -> Json:
    items = [
        {"linkId": question.key, "text": question.label, "answer": [_value("value", question, given)]}
        for page in pages
        for question in page.questions
        if (given := record.answers.get(question.key, ""))
    ]
    return {"linkId": _link_of_part(part), "text": record.questions.parts[part], "item": items} if items else {}


def _value(prefix: str, question: Question, given: str) -> Json:
    """The answer under the name of its type, such as valueCoding or answerBoolean."""
    kind = TYPES[question.kind]
    if kind == "boolean":
        return {f"{prefix}Boolean": given == "yes"}
    if kind == "choice":
        return {f"{prefix}Coding": _coding(question, given)}
    if kind == "integer":
        return {f"{prefix}Integer": int(given)}
    if kind == "quantity":
        return {f"{prefix}Quantity": _distance(given)}
    return {f"{prefix}String": given}


def _coding(question: Question, value: str) -> Json:
    return {"code": value, "display": question.label_of(value)}


def _distance(given: str) -> Json:
    number, _space, unit = given.partition(" ")
    # JSON knows no other number with decimals; one or two of them come back as they were.
    amount: Any = float(number) if "." in number else int(number)
    return {"value": amount, "unit": unit, "system": UCUM, "code": UNITS[unit]}
