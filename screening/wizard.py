"""The walk: which pages are asked, which comes next, and how far the runner is. It knows no request.

Answers are `{question key: text}`; an optional question passed by is stored as "". A page that only shows something
is remembered as seen. A distance carries its unit ("25 mi"), so that a change of unit asks for it again.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from screening.questions import Page, Question, QuestionSet, When
from screening.rules.red_flags import URGENT_IDS, Level, Triage, triage

Answers = Mapping[str, str]
SEEN = "seen:"
REACHED_END = SEEN + "check"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the walk as the progress line shows it: `done` of `total` asked pages lie behind the runner."""

    title: str
    done: int
    total: int
    current: bool


@dataclass(frozen=True, slots=True)
class Walk:
    """One runner's way through the question set with the answers given so far."""

    questions: QuestionSet
    answers: Answers

    def asked_pages(self) -> tuple[Page, ...]:
        """The pages this runner is asked, in order."""
        return tuple(page for page in self.questions.pages if self._holds(page.when))

    def asked(self, page: Page) -> tuple[Question, ...]:
        """The questions of a page that these answers call for."""
        return tuple(q for q in page.questions if self._holds(page.when) and self._holds(q.when))

    def complete(self, page: Page) -> bool:
        """Whether everything the page asks has an answer, or an illustration was passed."""
        if not page.questions:
            return SEEN + page.slug in self.answers
        return all(self.has_answer(question) for question in self.asked(page))

    def has_answer(self, question: Question) -> bool:
        """Whether the answer stands; a distance in the other unit does not, it must be looked at again."""
        answer = self.answers.get(question.key)
        if answer is None or not answer:
            return answer == "" and question.optional
        return question.kind != "distance" or answer.endswith(" " + self.answers.get("unit", ""))

    def first_open(self) -> Page | None:
        """The first asked page that lacks an answer; None when all is answered."""
        return next((page for page in self.asked_pages() if not self.complete(page)), None)

    def may_open(self, page: Page) -> bool:
        """Whether every asked page before this one is complete: steps are not skipped."""
        pages = self.asked_pages()
        return page in pages and all(self.complete(earlier) for earlier in pages[: pages.index(page)])

    def after(self, page: Page) -> Page | None:
        """The asked page that follows; None after the last."""
        pages = self.asked_pages()
        following = pages[pages.index(page) + 1 :] if page in pages else ()
        return next(iter(following), None)

    def before(self, page: Page) -> Page | None:
        """The asked page before this one; None before the first."""
        pages = self.asked_pages()
        place = pages.index(page) if page in pages else 0
        return pages[place - 1] if place else None

    def progress(self, page: Page) -> tuple[Part, ...]:
        """The parts of the walk, and how far this page is along each."""
        pages = self.asked_pages()
        behind = pages[: pages.index(page)] if page in pages else ()
        return tuple(
            Part(
                title=title,
                done=sum(earlier.part == part for earlier in behind),
                total=max(1, sum(asked.part == part for asked in pages)),
                current=part == page.part,
            )
            for part, title in self.questions.parts.items()
        )

    def pruned(self) -> dict[str, str]:
        """The answers without those that are no longer asked for."""
        kept = {REACHED_END, *(SEEN + page.slug for page in self.asked_pages())}
        kept |= {question.key for page in self.asked_pages() for question in self.asked(page)}
        return {key: value for key, value in self.answers.items() if key in kept}

    def triage(self) -> Triage:
        """The red flags raised by the answers given so far; unanswered ones raise nothing yet."""
        flags = {key: value for key, value in self.answers.items() if key.startswith("RF-")}
        return triage(
            flags,
            age=_number(self.answers.get("age")),
            pain_rest=_number(self.answers.get("pain_rest")),
            pain_weeks=_number(self.answers.get("pain_weeks")),
        )

    def is_urgent(self) -> bool:
        """Whether an answer given so far needs help now."""
        return self.triage().level == Level.URGENT

    def stops(self) -> bool:
        """Whether the walk ends here: at once when urgent; else when no urgent sign is left unasked.

        A clinician-first answer waits for the rest of the urgent questions, so that the care page never says less
        than what is true.
        """
        if self.is_urgent():
            return True
        return self.triage().locked and not any(
            question.key in URGENT_IDS and not self.has_answer(question)
            for page in self.asked_pages()
            for question in self.asked(page)
        )

    def _holds(self, when: When) -> bool:
        return all(self.answers.get(key) in values for key, values in when.items())


def _number(answer: str | None) -> int | None:
    return int(answer) if answer else None
