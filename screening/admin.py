"""A plain window for staff until the clinic's own pages: self-checks to read, never to edit."""

from collections.abc import Iterable
from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.http import urlencode

from screening.limits import MOST_IN_A_PACK
from screening.models import Screening
from screening.questions import load_questions
from screening.read_only_admin import ReadOnlyAdmin, reason_list
from screening.rules.pattern import Pattern
from screening.rules.red_flags import Level
from screening.summary import Row, sections_of
from screening.wizard import Walk

LEVEL_WORDS: Final = {
    Level.URGENT: "Urgent: sent to care at once",
    Level.CLINICIAN_FIRST: "See a clinician first",
    Level.CAUTION: "Plan, with a caution",
    Level.OK: "No warning sign",
}
PATTERN_WORDS: Final = {
    Pattern.HIP_CONTROL: "Hip control pattern",
    Pattern.PATTERN_NO_PAIN: "Hip control pattern, no pain",
    Pattern.PAIN_WITHOUT_PATTERN: "Pain without the pattern",
    Pattern.PAIN_DOES_NOT_FIT: "Pain does not fit this plan",
    Pattern.RETEST: "Mirror check to be done again",
    Pattern.NO_PATTERN_NO_PAIN: "No pattern, no pain",
}
# LEVEL_WORDS stands in order of urgency.
URGENCY: Final = Case(
    *(When(level=level, then=Value(place)) for place, level in enumerate(LEVEL_WORDS)),
    default=Value(len(LEVEL_WORDS)),
    output_field=IntegerField(),
)
# Set aside last; what was opened is no longer waiting.
SET_ASIDE: Final = Case(When(Q(suspected=""), then=Value(0)), default=Value(1), output_field=IntegerField())
OPENED: Final = Case(When(opened_at=None, then=Value(0)), default=Value(1), output_field=IntegerField())


class WordsFilter(admin.SimpleListFilter):
    """A filter by a closed set, each member in words."""

    words: dict[Any, str]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Every member, whether or not a self-check has it."""
        return [(str(member), words) for member, words in self.words.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Those with the chosen member; all where none is chosen."""
        return queryset.filter(**{str(self.parameter_name): self.value()}) if self.value() else queryset


class LevelFilter(WordsFilter):
    """How urgent."""

    title, parameter_name, words = "level", "level", LEVEL_WORDS


class PatternFilter(WordsFilter):
    """What the result is called."""

    title, parameter_name, words = "pattern", "pattern", PATTERN_WORDS


@admin.register(Screening)
class ScreeningAdmin(ReadOnlyAdmin):
    """Sent self-checks, the most urgent first, then who waits longest; opening one is remembered."""

    list_display = ["code", "name", "how_urgent", "result", "submitted_at", "phone", "suspected", "opened_at"]
    list_filter = [LevelFilter, PatternFilter, "suspected", ("opened_at", admin.EmptyFieldListFilter)]
    search_fields = ["code", "name"]
    ordering = [SET_ASIDE.asc(), URGENCY.asc(), OPENED.asc(), F("submitted_at").asc(), "pk"]
    readonly_fields = ["how_urgent", "result", "what_was_answered", "what_fired"]
    exclude = ["answers", "assessment", "level", "pattern"]
    actions = ["print_pack"]

    @admin.action(description="Print a pack", permissions=["view"])
    def print_pack(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """To the page where sheets for the chosen runners are printed, in the order of the list."""
        codes = list(queryset.values_list("code", flat=True)[: MOST_IN_A_PACK + 1])
        if len(codes) > MOST_IN_A_PACK:
            self.message_user(request, f"Choose at most {MOST_IN_A_PACK} checks for a pack.", messages.ERROR)
            return None
        return redirect(f"{reverse('programs:pack')}?{urlencode({'check': ','.join(codes)})}")

    def screening_of(self, record: Screening) -> Screening:
        """Itself."""
        return record

    @admin.display(description="Level", ordering=URGENCY)
    def how_urgent(self, screening: Screening) -> str:
        """The level in words."""
        return LEVEL_WORDS[Level(screening.level)]

    @admin.display(description="Pattern", ordering="pattern", empty_value="-")
    def result(self, screening: Screening) -> str:
        """The pattern in words; nothing where a red flag ended the walk."""
        return PATTERN_WORDS[Pattern(screening.pattern)] if screening.pattern else ""

    @admin.display(description="What was answered")
    def what_was_answered(self, screening: Screening) -> str:
        """Part by part, in the runner's words; what a red flag left unasked is left out."""
        sections = sections_of(Walk(load_questions(), screening.answers))
        answered = (
            (section.title, _rows([row for row in section.rows if row.key in screening.answers]))
            for section in sections
        )
        return format_html_join("", "<h3>{}</h3><ul>{}</ul>", ((title, rows) for title, rows in answered if rows))

    @admin.display(description="Rules that fired, with their sources")
    def what_fired(self, screening: Screening) -> str:
        """Each fired rule: its id, what the runner read, and where it comes from."""
        return reason_list(screening.read_assessment().reasons)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Only what was sent: half-finished checks are the runner's own."""
        return super().get_queryset(request).filter(submitted_at__isnull=False)


def _rows(rows: Iterable[Row]) -> str:
    return format_html_join("", "<li>{}: <b>{}</b></li>", ((row.label, row.answer) for row in rows))
