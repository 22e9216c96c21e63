"""A sheet as a page of the site: the same words and pictures as on paper, for the screen and for its own printer."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from programs.library import load_library
from programs.pdf.figures import figure
from programs.pdf.letterhead import Letterhead
from programs.sheets.order import Item, Kind, Look, Subject, as_new_check
from programs.sheets.text import (
    Answer,
    Blanks,
    Choices,
    Facts,
    Lights,
    Listing,
    Log,
    Part,
    Pictures,
    Prose,
    Section,
    SheetText,
    Shown,
    Table,
)
from programs.sheets.texts import text_of

EXERCISES = "exercises/"
UNITS_A_PIXEL = 10
"""The exercises are drawn in tenths of a pixel."""
TEMPLATES: dict[type[Part], str] = {
    Prose: "prose",
    Listing: "listing",
    Facts: "facts",
    Pictures: "pictures",
    Lights: "lights",
    Table: "table",
    Log: "log",
    Choices: "choices",
    Blanks: "blanks",
}


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture with the size it asks for, in CSS pixels."""

    shown: Shown
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """One answer with its picture, if it has one."""

    it: Answer
    picture: PagePicture | None


@dataclass(frozen=True, slots=True)
class PagePart:
    """One part with the template that shows it."""

    it: Part
    template: str
    pictures: tuple[PagePicture, ...] = ()
    answers: tuple[PageAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section with its parts; `anchor` names it inside the page."""

    it: Section
    anchor: str
    parts: tuple[PagePart, ...]

    @property
    def is_drill(self) -> bool:
        """Whether it is one picture with a few words, which share a line on paper."""
        return [len(part.pictures) for part in self.parts if part.pictures] == [1] and self.it.level == 3


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One sheet on the page."""

    text: SheetText
    anchor: str
    sections: tuple[PageSection, ...]


def render_sheet(
    request: HttpRequest,
    subject: Subject,
    item: Item | Sequence[Item],
    look: Look,
    letterhead: Letterhead,
    today: date,
) -> HttpResponse:
    """One sheet, or several one after the other, as a page. A mirror check on paper is new: it carries no plan.

    Raises SheetError where this runner has no such sheet.
    """
    items = (item,) if isinstance(item, Item) else tuple(item)
    library = load_library()
    if all(each.kind == Kind.MIRROR for each in items):
        subject = as_new_check(subject)
    texts = [text_of(each, subject, library, gettext, items) for each in items]
    context = {
        "sheets": [page_of(text, f"sheet-{place}") for place, text in enumerate(texts, 1)],
        "subject": subject,
        "letterhead": letterhead,
        "logo": f"data:image/png;base64,{b64encode(letterhead.logo).decode()}" if letterhead.logo else "",
        "look": look,
        "today": today,
        "words": library.sheet,
    }
    return render(request, "programs/printing/sheet_page.html", context)


def page_of(text: SheetText, anchor: str) -> SheetPage:
    """A sheet's text with what its templates need; `anchor` is its name inside the page."""
    sections = (
        PageSection(section, f"{anchor}-{place}", tuple(map(_part, section.parts)))
        for place, section in enumerate(text.sections, 1)
    )
    return SheetPage(text, anchor, tuple(sections))


def _part(part: Part) -> PagePart:
    template = f"programs/printing/sheet_page/_{TEMPLATES[type(part)]}.html"
    if isinstance(part, Pictures):
        return PagePart(part, template, pictures=tuple(map(_picture, part.shown)))
    if isinstance(part, Choices):
        answers = (PageAnswer(answer, _picture(answer.shown) if answer.shown else None) for answer in part.answers)
        return PagePart(part, template, answers=tuple(answers))
    return PagePart(part, template)


def _picture(shown: Shown) -> PagePicture:
    """The figure's own proportions, so that nothing moves when it arrives."""
    drawn = figure(shown.slug.removeprefix(EXERCISES))
    return PagePicture(shown, round(drawn.width / UNITS_A_PIXEL), round(drawn.height / UNITS_A_PIXEL))
