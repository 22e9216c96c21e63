"""What staff do to a list before it is printed: read a file into it, look names up, move a line."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext

from clinic.packs.forms import MOST_LETTERS, PICK
from clinic.packs.list_file import MOST_BYTES, TOO_LARGE, ListFileError, lines_of
from clinic.packs.names import knows, moved, read_lines
from screening.limits import MOST_IN_A_PACK

FIND: Final = "find"
MOVE: Final = "move"
FILE: Final = "list"


@dataclass(frozen=True, slots=True)
class Arranged:
    """The form's data as it is now. `asked`: the list is only to be shown. `problem`: what is wrong with a file.

    `moved_to` is the place of the line that was moved, from 1, and `way` where to; 0 and "" where none was.
    """

    data: QueryDict
    asked: bool
    problem: str = ""
    moved_to: int = 0
    way: str = ""


def only_arranges(request: HttpRequest) -> bool:
    """Whether the pressed button prints nothing."""
    return FIND in request.POST or MOVE in request.POST or FILE in request.FILES


def arranged(request: HttpRequest) -> Arranged:
    """Do to the list what the pressed button asks for."""
    data = request.POST.copy()
    file = request.FILES.get(FILE)
    if file is not None or _was_too_large(request):
        return _with_file(data, file)
    if move := data.get(MOVE, ""):
        return _with_move(data, move)
    return Arranged(data, asked=FIND in data)


def _was_too_large(request: HttpRequest) -> bool:
    """A file so large that the site did not take it at all."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES * 4 and FILE not in request.FILES


def _with_file(data: QueryDict, file: Any) -> Arranged:
    if file is None or (file.size or 0) > MOST_BYTES:
        return Arranged(data, asked=True, problem=gettext(TOO_LARGE))
    try:
        lines = lines_of(file.read(), file.name or "", knows)
    except ListFileError as error:
        return Arranged(data, asked=True, problem=gettext(str(error)))
    typed = data.get("checks", "").rstrip()
    data["checks"] = "\n".join([*([typed] if typed else []), *lines])
    return Arranged(data, asked=True)


def _with_move(data: QueryDict, move: str) -> Arranged:
    """The lines in their new order, with what was chosen where a name was that of several."""
    typed = data.get("checks", "")[:MOST_LETTERS]
    if sum(1 for line in typed.splitlines() if line.strip()) > MOST_IN_A_PACK:
        return Arranged(data, asked=True)
    picks = [str(value) for name, value in data.items() if name.startswith(PICK)]
    lines, place = moved(read_lines(typed, picks), move)
    data["checks"] = "\n".join(line.text for line in lines)
    return Arranged(data, asked=True, moved_to=place, way=move.partition("-")[2])
