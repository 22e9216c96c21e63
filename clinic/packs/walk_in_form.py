"""Checks what the desk chose for a walk-in: warning signs first, then the plan and its sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.packs.forms import KIND_NAMES
from clinic.packs.orders import order_for
from clinic.shelf.models import TemplateVersion
from clinic.shelf.outline import MOST_IN_STAGE, Outline, OutlineError, Row, StageRows, outline_to_dict
from clinic.shelf.plans import plan_of
from programs.library_content import Exercise, Library
from programs.plan import Plan
from programs.printing.options import PAPER_NAMES
from programs.sheets.order import Item, Kind, Subject, Who
from programs.sheets.paper import Paper
from screening.wording import gettext_noop

SCRATCH: Final = "scratch"
STOP: Final = "stop"
KINDS: Final = (Kind.COVER, Kind.STAGE, Kind.PLAN, Kind.WARM_UP, Kind.RUN, Kind.UPKEEP, Kind.MIRROR)
LEGS: Final[Mapping[str, str]] = {
    "both": gettext_noop("Either"),
    "left": gettext_noop("Left"),
    "right": gettext_noop("Right"),
}
SAFETY: Final[Mapping[str, str]] = {
    "asked": gettext_noop("I asked. None of these."),
    "seen": gettext_noop("A clinician has seen this runner today."),
    STOP: gettext_noop("Yes, or not sure, to one of these."),
}
MOST_LETTERS: Final = 80


@dataclass(frozen=True, slots=True)
class Choice:
    """One exercise that may be ticked at one stage; `value` is "<stage>:<key>"."""

    value: str
    exercise: Exercise


def choices_of(library: Library) -> dict[int, tuple[Choice, ...]]:
    """The exercises of each stage by its number: those of its sheet first, then what may replace them."""
    found: dict[int, tuple[Choice, ...]] = {}
    for number, stage in library.stages.items():
        usual = (*stage.strength, *stage.mobility, *stage.options)
        rest = (key for key, exercise in library.exercises.items() if exercise.kind != "warm_up")
        keys = dict.fromkeys((*usual, *rest))
        offered = (library.exercises[key] for key in keys if str(number) in library.exercises[key].doses)
        found[number] = tuple(Choice(f"{number}:{exercise.key}", exercise) for exercise in offered)
    return found


class WalkInForm(forms.Form):
    """A walk-in as it was typed. `plan` and `items` hold what to issue and to print, once it is valid."""

    key = forms.CharField(max_length=64)
    name = forms.CharField(required=False, max_length=MOST_LETTERS)
    safety = forms.ChoiceField(choices=list(SAFETY.items()))
    leg = forms.ChoiceField(choices=list(LEGS.items()))
    template = forms.ChoiceField()
    exercises = forms.MultipleChoiceField(required=False)
    kinds = forms.MultipleChoiceField(choices=[(str(kind), KIND_NAMES[kind]) for kind in KINDS])
    paper = forms.ChoiceField(required=False, choices=list(PAPER_NAMES.items()))
    large = forms.BooleanField(required=False)

    def __init__(
        self, *args: Any, templates: Sequence[TemplateVersion], library: Library, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.templates = {str(version.template_id): version for version in templates}
        self.library, self.today = library, today
        self.offered = choices_of(library)
        self.plan: Plan | None = None
        self.items: tuple[Item, ...] = ()
        values = [choice.value for choices in self.offered.values() for choice in choices]
        for field, allowed in (("template", [*self.templates, SCRATCH]), ("exercises", values)):
            self.fields[field].choices = [(value, value) for value in allowed]  # type: ignore[attr-defined]
        for field, message in MISSING.items():
            self.fields[field].error_messages |= {"required": message, "invalid_choice": message}

    @property
    def stops(self) -> bool:
        """Whether a warning sign was met: then there is no plan, whatever else is filled in."""
        return bool(self["safety"].value() == STOP)

    @property
    def ticked(self) -> list[str]:
        """The exercises that are ticked."""
        return [str(value) for value in self["exercises"].value() or []]

    @property
    def ticked_kinds(self) -> list[str]:
        """The sheets that are ticked."""
        return [str(value) for value in self["kinds"].value() or []]

    @property
    def look(self) -> dict[str, str]:
        """The look as an address names it. Only of a valid form."""
        found = self.cleaned_data
        return {"paper": found["paper"] or str(Paper.LETTER), "large": str(int(found["large"]))}

    def clean_name(self) -> str:
        """The name with single spaces."""
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean(self) -> dict[str, Any]:
        """Build the plan, and see that it has every sheet that is wanted. No plan without the safety line.

        After a warning sign nothing else is asked for.
        """
        found = self.cleaned_data
        if self.stops:
            self.errors.clear()
        elif not self.errors:
            self.plan = self._plan()
            if self.plan is not None:
                self._choose_sheets(self.plan)
        return found

    def _plan(self) -> Plan | None:
        """The plan as it would be issued, or None with the reason among the errors."""
        version = self._version()
        if version is None:
            return None
        leg = self.cleaned_data["leg"]
        try:
            plan = plan_of(version, leg=leg, unit="mi", today=self.today, library=self.library)
        except OutlineError:
            plan = None
        if plan is None or not any(stage.exercises for stage in plan.stages):
            self.add_error("template", _("This template has no exercise that can be printed. Choose another."))
            return None
        return plan

    def _version(self) -> TemplateVersion | None:
        if self.cleaned_data["template"] != SCRATCH:
            return self.templates[self.cleaned_data["template"]]
        try:
            return TemplateVersion(content=outline_to_dict(self._outline()))
        except ValidationError as error:
            self.add_error("exercises", error)
            return None

    def _outline(self) -> Outline:
        """What was ticked, stage by stage, each with the library's own dose. Raises ValidationError."""
        ticked = set(self.cleaned_data["exercises"])
        stages: list[StageRows] = []
        for number, choices in sorted(self.offered.items()):
            chosen = [choice.exercise for choice in choices if choice.value in ticked]
            if len(chosen) > MOST_IN_STAGE:
                raise ValidationError(
                    _("Stage %(stage)s: tick at most %(most)s exercises.") % {"stage": number, "most": MOST_IN_STAGE}
                )
            if chosen:
                stages.append(StageRows(number, tuple(Row(it.key, it.doses[str(number)]) for it in chosen)))
        if not stages:
            raise ValidationError(_("Tick at least one exercise."))
        return Outline(tuple(stages))

    def _choose_sheets(self, plan: Plan) -> None:
        kinds = tuple(kind for kind in Kind if kind in self.cleaned_data["kinds"])
        order, missing = order_for(Subject(Who(self.cleaned_data["name"], ""), plan, 1), kinds)
        if missing:
            names = ", ".join(_(KIND_NAMES[each.kind]) for each in missing)
            self.add_error("kinds", _("This plan has none of these: %(names)s. Untick them.") % {"names": names})
        self.items = order.items


MISSING: Final = {
    "key": gettext_lazy("Please press the button once more."),
    "safety": gettext_lazy("Ask about the warning signs first. There is no plan without it."),
    "leg": gettext_lazy("Choose the leg to start with."),
    "template": gettext_lazy("Choose a template."),
    "exercises": gettext_lazy("One of these exercises is not in the library any more."),
    "kinds": gettext_lazy("Tick at least one sheet."),
}
