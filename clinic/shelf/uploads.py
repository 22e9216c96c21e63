"""Files on their way in: four at most, 8 MB each, refused while they arrive. Threats T7 and T8.

A form with photos has a reader of its own; everywhere else the site's own reader holds 2.5 MB at most.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse

from clinic.shelf.own import LABELS, Slot
from programs.photos import MOST_BYTES, TOO_LARGE, PhotoError, clean_photo, keep_photo

MOST_FILES: Final = len(LABELS)
MOST_TEXT: Final = 100_000
"""Bytes of everything but the photos, as elsewhere on the site."""
MOST_BODY: Final = MOST_FILES * MOST_BYTES + MOST_TEXT
TAKES_PHOTOS: Final = "takes_photos"

View = Callable[..., HttpResponse]


class PhotosOnly(FileUploadHandler):
    """Holds a few small files in memory, and lets go of any that grows too large, which it names in `refused`."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self.refused: set[str] = set()
        self.files = 0
        self.held = BytesIO()

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Refuse a body that can not be right before any of it is read. Raises RequestDataTooBig: 413."""
        _body, _meta, content_length, *_rest = args
        if content_length > MOST_BODY:
            raise RequestDataTooBig

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        """One more file; a fifth is not read. Raises SkipFile."""
        super().new_file(field_name, *args, **kwargs)
        self.files += 1
        self.held = BytesIO()
        if self.files > MOST_FILES:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a piece. Raises SkipFile where the file is larger than a photo may be."""
        if start + len(raw_data) > MOST_BYTES:
            self.held = BytesIO()
            self.refused.add(self.field_name or "")
            raise SkipFile
        self.held.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The whole file."""
        self.held.seek(0)
        return InMemoryUploadedFile(
            file=self.held,
            field_name=self.field_name,
            name=self.file_name or "photo",
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What came with a form: the slug of each photo that was kept, and why others were not."""

    kept: Mapping[Slot, str]
    problems: Mapping[Slot, str]


def takes_photos(view: View) -> View:
    """Mark a view whose form holds photos; `PhotoUploads` then lets them in."""
    setattr(view, TAKES_PHOTOS, True)
    return view


class PhotoUploads:
    """Let photos in where a view takes them, from who is signed in; stands before the check against forged forms.

    That check reads the whole body, so the reader has to be chosen before it. A stranger's photos are not held.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, _args: Any, _kwargs: Any) -> None:
        """Choose the reader, before anything of the body is read."""
        if getattr(view, TAKES_PHOTOS, False) and request.user.is_authenticated:
            request.upload_handlers = [PhotosOnly(request)]


def take_photos(request: HttpRequest) -> Taken:
    """Clean and keep every photo of a form, so that none has to be sent twice. Messages are for translation."""
    kept: dict[Slot, str] = {}
    problems: dict[Slot, str] = dict.fromkeys(_refused(request), TOO_LARGE)
    for slot in LABELS:
        if upload := request.FILES.get(f"photo_{slot}"):
            try:
                kept[slot] = keep_photo(clean_photo(upload.read())).slug
            except PhotoError as error:
                problems[slot] = str(error)
    return Taken(kept, problems)


def _refused(request: HttpRequest) -> list[Slot]:
    names = {name for handler in request.upload_handlers if isinstance(handler, PhotosOnly) for name in handler.refused}
    return [slot for slot in LABELS if f"photo_{slot}" in names]
