"""Each kind of sheet as text."""

from programs.library_content import Library
from programs.sheets.order import Item, SheetError, Subject, Translate
from programs.sheets.text import SheetText


def text_of(item: Item, subject: Subject, library: Library, translate: Translate) -> SheetText:
    """The text of one sheet. Raises SheetError where this runner has no such sheet."""
    raise SheetError(f"{item.kind} {subject.who.code} {library.version} {translate('')}")
