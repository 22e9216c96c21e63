"""From a stored self-check to the page "What we saw": the words of the result page, for paper."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programs import own_answers
from programs.clinic_details import clinic_details
from programs.plan import Plan
from programs.result import Result, result_of
from programs.sheets.handout_words import ClassWords, seen_words
from programs.sheets.order import RUN_STAGE
from programs.sheets.seen import Seen, SeenLeg, SeenSign
from screening.assessment import Assessment
from screening.models import Screening
from screening.questions import load_questions
from screening.rules.pattern import SIDE_MISMATCH, Fit, Pattern
from screening.summary import words_of
from screening.wizard import Walk
from screening.wording import gettext_noop

PAIN = (
    "pain_side",
    "pain_spot",
    "pain_running",
    "pain_stairs",
    "pain_walking",
    "pain_rest",
    "pain_weeks",
    "onset_distance",
)
BESIDE_RUNS = (Pattern.PATTERN_NO_PAIN, Pattern.NO_PATTERN_NO_PAIN)
"""What these are told to do now is about the runs that go on."""
ANY = "any"
MADE_LEAD = gettext_noop("A clinician at your clinic made this plan for you.")


def seen_of(screening: Screening, plan: Plan | None, phone: str = "") -> Seen | None:
    """What stands on the page of a check with its plan. None for a draft and for one on hold.

    None as well where no mirror check was done: after a red flag, cleared since or not, and for a walk-in.
    `phone` is the clinic's, where many are gathered at once.
    """
    if plan is None or not screening.has_findings or not screening.has_result or screening.is_on_hold:
        return None
    result, words = result_of(screening, plan), seen_words()
    walk = Walk(load_questions(), screening.answers)
    title = words.why_plan_title if result.plan.stages else words.why_title
    return Seen(
        title=_(words.title if result.is_made else _by_leg(_class_of(result).title, result)),
        lead=tuple(map(_, (sentence for sentence in _lead(result) if sentence))),
        legs=tuple(_leg(leg, walk) for leg in result.legs),
        pain=_rows(walk, PAIN) or _rows(walk, ("pain",)),
        reasons_title=_(title),
        reasons=tuple(_(reason.sentence) for reason in result.reasons),
        cautions=tuple(f"{_(item.reason.sentence)} {_(item.action)}" for item in result.cautions),
        next_steps=tuple(_next_steps(result, phone or clinic_details()["phone"])),
        until_then=() if _is_opened(result) else tuple(map(_, _class_of(result).until)),
    )


def _class_of(result: Result) -> ClassWords:
    words = seen_words()
    classes = {
        Pattern.HIP_CONTROL: words.hip_control,
        Pattern.PATTERN_NO_PAIN: words.pattern_no_pain,
        Pattern.NO_PATTERN_NO_PAIN: words.no_pattern_no_pain,
        Pattern.PAIN_DOES_NOT_FIT: words.pain_does_not_fit,
        Pattern.PAIN_WITHOUT_PATTERN: words.pain_without_pattern,
        Pattern.RETEST: words.second_retest if result.second_retest else words.retest,
    }
    return classes[cast(Pattern, result.pattern)]


def _by_leg(sentences: object, result: Result) -> str:
    """The sentence for the leg or legs of this result: those to look at again, else those that showed it."""
    keyed = cast(dict[str, str], sentences)
    leg = result.unclear if result.pattern == Pattern.RETEST else result.side
    return keyed.get(ANY) or keyed.get(leg or "both", "")


def _lead(result: Result) -> Iterator[str]:
    """What was seen on the legs that tell, what it is called, what it may mean, and the notes beside it."""
    if result.is_made:
        yield MADE_LEAD
        return
    found, looked = _class_of(result), result.looked_on
    if looked:
        yield _(seen_words().notes["looked"]).format(day=_day(looked))
    if result.pattern in (Pattern.HIP_CONTROL, Pattern.PATTERN_NO_PAIN):
        yield from result.signs_seen
    if result.pattern == Pattern.PAIN_DOES_NOT_FIT and result.misfit:
        yield result.misfit.sentence
    yield _by_leg(found.named, result)
    yield from (looked and found.after_look) or found.after
    if result.pattern == Pattern.HIP_CONTROL and result.assessment:
        yield from _notes(result, result.assessment)


def _notes(result: Result, assessment: Assessment) -> Iterator[str]:
    notes = seen_words().notes
    if assessment.strength == "possible":
        yield notes["small_signs"] if result.small_signs else ""
        yield notes["leaned"] if result.leaned else ""
        yield notes["more_weeks"]
    if assessment.fit == Fit.PARTLY:
        yield notes["partly" if result.held_run else "partly_open"]
    if SIDE_MISMATCH in assessment.notes:
        yield notes["mismatch_look" if result.looked_on else "mismatch"]
        yield "" if result.screening.reviewed_at else notes["mismatch_waits"]


def _next_steps(result: Result, phone: str) -> Iterator[str]:
    if result.is_made:
        yield from _start(result)
        return
    words, pattern = seen_words(), result.pattern
    if pattern == Pattern.PAIN_DOES_NOT_FIT or result.second_retest:
        yield _(words.call).format(phone=phone)
    elif pattern == Pattern.RETEST:
        yield _(words.notes["again"]).format(day=_day(result.retest_on))
    if not _is_opened(result) and not (result.awaits_visit and result.pattern in BESIDE_RUNS):
        yield from map(_, _class_of(result).now)
    if pattern == Pattern.PAIN_WITHOUT_PATTERN:
        yield _(words.visit).format(phone=phone)
    if pattern == Pattern.PAIN_DOES_NOT_FIT:
        yield _(words.take_along)
    yield from _start(result)
    if pattern in (Pattern.HIP_CONTROL, Pattern.PATTERN_NO_PAIN) and result.unclear:
        again = _(words.notes["look_again"]).format(day=_day(result.retest_on))
        yield f"{_(words.notes[f'unclear_{result.unclear}'])} {again}"


def _is_opened(result: Result) -> bool:
    """Whether the clinic has opened or made a plan: then nothing waits until it has looked."""
    return result.is_made or (result.pattern == Pattern.PAIN_WITHOUT_PATTERN and not result.held_start)


def _start(result: Result) -> Iterator[str]:
    """The stage to do now, then when running comes back."""
    words, stage, schedule = seen_words(), result.stage, result.schedule
    if stage:
        first = _(words.sheet_first).format(number=stage.number, name=_(stage.name))
        yield f"{first} {_(result.plan.both_legs)}" if result.plan.both_legs else first
    if result.held_run and not result.held_start:
        yield _waits(result)
    elif schedule and schedule.first_run:
        sentence = words.first_turn if result.run_walk else words.first_run
        yield _(sentence).format(day=_day(schedule.first_run))


def _waits(result: Result) -> str:
    """What may be done now, and what waits for the clinic: in a changed plan other stages than in the usual one."""
    words, held = seen_words(), result.held_stage
    if held is None:
        return _(words.held_rest)
    usual = result.stage is not None and (result.stage.number, held.number) == (1, RUN_STAGE)
    return _(words.held_run) if usual else _(words.held_stage).format(number=held.number)


def _leg(leg: own_answers.SeenLeg, walk: Walk) -> SeenLeg:
    words, side = seen_words(), "right" if leg.flip else "left"
    signs = tuple(SeenSign(sign.name, sign.answer, sign.figure, sign.alt) for sign in leg.signs)
    lean = ((_(words.upper_body), leg.lean),) if leg.lean else ()
    facts = tuple(
        (_(name), words_of(question, walk))
        for key, name in words.facts.items()
        if (question := walk.questions.question(f"{side}_{key}"))
    )
    return SeenLeg(
        leg="right" if leg.flip else "left",
        signs=signs,
        facts=lean + facts,
        sentence=leg.sentence,
        title=leg.title,
        state=leg.state,
        tag=_(words.state[leg.state]),
        looked=_looked(leg.looked) if leg.looked else "",
    )


def _looked(look: own_answers.StaffLook) -> str:
    words = seen_words()
    day = _(words.notes["looked_at_leg"]).format(day=_day(look.on))
    return f"{day} {_(words.state[look.state])}. {look.sentence}"


def _rows(walk: Walk, keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The answers that were given, by the questions' short names."""
    questions = [walk.questions.question(key) for key in keys if walk.answers.get(key)]
    return tuple((_(question.short), words_of(question, walk)) for question in questions if question)


def _day(moment: date) -> str:
    return date_format(moment, "F j, Y")
