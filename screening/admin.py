"""A plain window for staff until the clinic's own pages: self-checks to read, never to edit."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join

from screening.actions import mark_opened
from screening.models import Screening


@admin.register(Screening)
class ScreeningAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Sent self-checks, the newest first; opening one is remembered."""

    list_display = ["code", "name", "level", "pattern", "submitted_at", "phone", "suspected", "opened_at"]
    list_filter = ["level", "pattern", "suspected"]
    search_fields = ["code", "name"]
    ordering = ["-submitted_at"]
    list_per_page = 50
    show_full_result_count = False

    readonly_fields = ["what_fired"]
    exclude = ["assessment"]

    @admin.display(description="Rules that fired, with their sources")
    def what_fired(self, screening: Screening) -> str:
        """Each fired rule: its id, what the runner read, and where it comes from."""
        reasons = screening.read_assessment().reasons
        rows = ((reason.rule, reason.sentence, reason.source) for reason in reasons)
        return format_html("<ul>{}</ul>", format_html_join("", "<li><b>{}</b> {} <i>{}</i></li>", rows))

    def get_queryset(self, request: HttpRequest) -> Any:
        """Only what was sent: half-finished checks are the runner's own."""
        return super().get_queryset(request).filter(submitted_at__isnull=False)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody types a self-check here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Screening | None = None) -> bool:
        """A sent self-check is never edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Screening | None = None) -> bool:
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
        screening = self.get_object(request, object_id)
        if screening and self.has_view_permission(request, screening):
            mark_opened(screening)
        return super().change_view(request, object_id, form_url, extra_context)
