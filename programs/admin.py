"""A plain window for staff until the clinic's own pages: issued plans to read, never to edit."""

from django.contrib import admin

from programs.models import IssuedPlan
from screening.models import Screening
from screening.read_only_admin import ReadOnlyAdmin, reason_list


@admin.register(IssuedPlan)
class IssuedPlanAdmin(ReadOnlyAdmin):
    """Every version of every plan, the newest first; opening one opens its self-check."""

    list_display = ["screening", "rule", "version", "issued_at", "rule_set", "content_version"]
    list_filter = ["rule"]
    search_fields = ["screening__code", "screening__name"]
    ordering = ["-issued_at"]
    readonly_fields = ["reasons"]
    exclude = ["snapshot"]

    def screening_of(self, record: IssuedPlan) -> Screening:
        """The self-check that it was issued for."""
        return record.screening

    @admin.display(description="Why this plan, with the sources")
    def reasons(self, issued: IssuedPlan) -> str:
        """Each rule behind the plan: its id, what the runner read, and where it comes from."""
        plan = issued.read()
        return reason_list((*plan.reasons, *(plan.run.reasons if plan.run else ())))
