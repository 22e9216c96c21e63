"""The mirror check on paper as text: the site's own questions with blank answers, one leg after the other."""

from collections.abc import Iterator

from programs.sheets import wording
from programs.sheets.handout_words import mirror_words
from programs.sheets.leg import leg_words
from programs.sheets.order import Item, Kind
from programs.sheets.text import Answer, Blanks, Choices, Listing, Part, Pictures, Prose, Section, SheetText, Shown
from programs.sheets.voice import Voice
from screening.questions import LEGS, Choice, Page, Question, load_questions

PART = "mirror_check"
SECOND_LOOK = "_again"
FOLDER = "mirror/"
SET_UP = "squat-start"
SHORT_ANSWER = 12
"""Letters: answers no longer than this stand in a row."""


def mirror_text(voice: Voice, _item: Item) -> SheetText:
    """The whole check; it holds no answers of anybody's, and no leg of a plan made before it."""
    words = mirror_words()
    title, subtitle = voice.say(wording.MIRROR_TITLE), voice.say(words.subtitle)
    legs = (section for leg in LEGS for section in _leg(leg, voice))
    done = Section(voice.say(words.done_title), (Listing(voice.all(words.done)),))
    leg = leg_words(None, voice.library, voice.translate)
    edition = voice.say(words.questions, version=load_questions().version)
    return SheetText(Kind.MIRROR, title, subtitle, leg, (*_before(voice), *legs, done), title, edition)


def _before(voice: Voice) -> Iterator[Section]:
    """Who and when, the safety questions first, then what is needed."""
    words = mirror_words()
    known = voice.subject.who.name or voice.subject.who.code
    yield Section("", (Blanks(voice.all((*([] if known else [words.name]), words.date, words.watched_by))),))
    yield Section(voice.say(words.before_title), (Listing(voice.all(words.before)),))
    picture = Shown(FOLDER + SET_UP, "", voice.say(words.set_up_alt))
    parts = (Pictures((picture,)), Listing(voice.all(words.set_up), "tick"), Prose(voice.say(words.caution), "caution"))
    yield Section(voice.say(words.set_up_title), parts)


def _leg(leg: str, voice: Voice) -> Iterator[Section]:
    """How to bend on one leg, then its questions."""
    words = mirror_words()
    steps = Listing(voice.all(words.steps[leg]), "number")
    how = (Prose(voice.say(words.stand[leg]), "strong"), steps, Prose(voice.say(words.pictures[leg])))
    yield Section(voice.say(words.badge[leg]), (*how, Prose(voice.say(words.tick_one))))
    for page in load_questions().pages:
        if page.part == PART and page.leg == leg and page.questions:
            yield from _page(page, voice)


def _page(page: Page, voice: Voice) -> Iterator[Section]:
    """A page of the site as a section; a second look adds its answers alone, for its pictures stand above."""
    words = mirror_words()
    again = page.questions[0].key.endswith(SECOND_LOOK)
    if again:
        lead = f"{voice.say(words.second_look)}. {voice.say(page.lead)}"
        asked_again = _choices(page.questions[0], voice, bare=True)
        yield Section(voice.say(page.title), (Prose(lead), asked_again), level=3)
        return
    before: list[Part] = [Prose(voice.say(page.lead))] if page.lead else []
    stop: list[Part] = [Prose(voice.say(words.had_to_stop), "small")] if page.shows else []
    for place, question in enumerate(page.questions):
        asked: list[Part] = [_choices(question, voice), *_notes(question, voice)]
        heading, parts = ("", asked) if place else (voice.say(page.title), [*before, *asked, *stop])
        yield Section(heading, tuple(parts), level=3)


def _notes(question: Question, voice: Voice) -> Iterator[Prose]:
    if question.optional:
        yield Prose(voice.say(mirror_words().optional), "small")


def _choices(question: Question, voice: Voice, *, bare: bool = False) -> Choices:
    """The question with its answers; `bare` leaves out their pictures and what they mean."""
    label = voice.say(question.label)
    if question.kind == "scale":
        return Choices(label, _scale(question), _scale_help(voice), in_a_row=True)
    answers = tuple(_answer(choice, question.leg, voice, bare=bare) for choice in question.choices)
    short = all(len(answer.words) <= SHORT_ANSWER and not answer.hint for answer in answers)
    return Choices(label, answers, in_a_row=short)


def _scale(question: Question) -> tuple[Answer, ...]:
    return tuple(Answer(choice.label) for choice in question.choices)


def _scale_help(voice: Voice) -> str:
    words = mirror_words()
    return f"0: {voice.say(words.none_pain)}. 10: {voice.say(words.worst_pain)}."


def _answer(choice: Choice, leg: str, voice: Voice, *, bare: bool) -> Answer:
    label = voice.say(choice.label)
    if bare:
        return Answer(label)
    picture = Shown(FOLDER + choice.figure, "", voice.say(choice.alt), leg == "right") if choice.figure else None
    return Answer(label, voice.say(choice.hint), picture)
