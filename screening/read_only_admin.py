"""What the clinic's windows share: staff read, never write, and the self-check behind a page is marked as opened."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join

from screening.actions import mark_opened
from screening.models import Screening
from screening.rules.reason import Reason


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Records to read: none is added, edited or deleted here."""

    list_per_page = 50
    show_full_result_count = False

    def screening_of(self, record: Any) -> Screening:
        """The self-check that a record belongs to."""
        raise NotImplementedError

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Records come from runners and rules."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What was sent or issued is never edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The record stays."""
        return False

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show one, and remember that the clinic opened it."""
        record = self.get_object(request, object_id)
        if record and self.has_view_permission(request, record):
            mark_opened(self.screening_of(record))
        return super().change_view(request, object_id, form_url, extra_context)


def reason_list(reasons: tuple[Reason, ...]) -> str:
    """Each fired rule: its id, what the runner read, and where it comes from."""
    rows = ((reason.rule, reason.sentence, reason.source) for reason in reasons)
    return format_html("<ul>{}</ul>", format_html_join("", "<li><b>{}</b> {} <i>{}</i></li>", rows))
