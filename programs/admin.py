"""A plain window for staff until the clinic's own pages: issued plans to read, never to edit."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join

from programs.models import IssuedPlan


@admin.register(IssuedPlan)
class IssuedPlanAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Every version of every plan, the newest first."""

    list_display = ["screening", "rule", "version", "issued_at", "rule_set", "content_version"]
    list_filter = ["rule"]
    search_fields = ["screening__code", "screening__name"]
    ordering = ["-issued_at"]
    list_per_page = 50
    show_full_result_count = False
    readonly_fields = ["reasons"]
    exclude = ["snapshot"]

    @admin.display(description="Why this plan, with the sources")
    def reasons(self, issued: IssuedPlan) -> str:
        """Each rule behind the plan: its id, what the runner read, and where it comes from."""
        plan = issued.read()
        fired = (*plan.reasons, *(plan.run.reasons if plan.run else ()))
        rows = ((reason.rule, reason.sentence, reason.source) for reason in fired)
        return format_html("<ul>{}</ul>", format_html_join("", "<li><b>{}</b> {} <i>{}</i></li>", rows))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Plans come from the rules."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: IssuedPlan | None = None) -> bool:
        """An issued plan is never edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: IssuedPlan | None = None) -> bool:
        """The record stays."""
        return False
