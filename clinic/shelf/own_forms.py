"""The form of an own exercise: every value bounded, every text checked before a runner can read it."""

from collections.abc import Iterator
from typing import Any, Final, Literal, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic.shelf.library import clinic_library
from clinic.shelf.own import LABELS, OwnExercise, OwnPhoto, Slot, names_a_leg, stray_braces
from clinic.shelf.showing import KIND_WORDS, POSITION_WORDS
from clinic.shelf.uploads import Taken
from programs.library_content import Kind, Underneath
from programs.models import Photo
from programs.plan import Dose
from programs.rules.body_position import Position

STAGES: Final = tuple((number, _("Stage %(number)s") % {"number": number}) for number in ("1", "2", "3", "4"))
SIDES: Final = (
    ("none", _("No leg: keep it as it is")),
    ("left", _("The left leg")),
    ("right", _("The right leg")),
)
UNDERNEATH: Final = (
    ("", _("Does not lie on a side")),
    ("other", _("The other side: the working leg is on top")),
    ("leg", _("The side of the working leg")),
)
TEXTS: Final = ("set_up", "easier", "harder", "equipment", "stop", "note")
LINES: Final = {"steps": (5, 100), "cues": (4, 60), "faults": (4, 60)}
"""The most lines of a list, and the most letters of each: with all texts at their longest, every layout holds them."""
DOSES: Final = ("start", "goal", "hold", "tempo", "rest", "days")
MOST_ALT: Final = 120


class LinesField(forms.CharField):
    """A list, one thing a line."""

    def __init__(self, name: str, **options: Any) -> None:
        self.most, self.letters = LINES[name]
        rows = forms.Textarea(attrs={"rows": self.most})
        super().__init__(widget=rows, max_length=self.most * (self.letters + 2) * 2, **options)

    def clean(self, value: Any) -> tuple[str, ...]:
        """The lines that say something. Raises ValidationError for too many, or one that is too long."""
        lines = tuple(line.strip() for line in super().clean(value).splitlines() if line.strip())
        if len(lines) > self.most:
            raise forms.ValidationError(gettext("Write %(most)s lines at most.") % {"most": self.most})
        if any(len(line) > self.letters for line in lines):
            raise forms.ValidationError(gettext("Write %(most)s letters a line at most.") % {"most": self.letters})
        return lines


def words(most: int, label: Any, *, help_text: Any = "", required: bool = False) -> forms.CharField:
    """A text of so many letters at most: one line, or a few for a long one."""
    widget = forms.Textarea(attrs={"rows": 3}) if most > 100 else forms.TextInput
    return forms.CharField(max_length=most, label=label, help_text=help_text, required=required, widget=widget)


class OwnForm(forms.Form):
    """The words, the photos and the usual dose of an own exercise."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    name = words(40, _("Name"), required=True)
    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind, _(name)) for kind, name in KIND_WORDS.items()])
    stages = forms.MultipleChoiceField(label=_("Stages"), choices=STAGES, widget=forms.CheckboxSelectMultiple)
    position = forms.ChoiceField(
        label=_("Position"), choices=[(where, _(name)) for where, name in POSITION_WORDS.items()]
    )
    underneath = forms.ChoiceField(label=_("Lies on"), choices=UNDERNEATH, required=False)
    sided = forms.BooleanField(label=_("One leg at a time"), required=False)
    equipment = words(50, _("What is needed"), help_text=_("Such as: Mat, loop band"))
    set_up = words(180, _("Set-up"), required=True)
    steps = LinesField("steps", label=_("Steps"), help_text=_("One a line, 5 at most."))
    cues = LinesField("cues", label=_("Cues"), help_text=_("One a line, 4 at most."), required=False)
    faults = LinesField("faults", label=_("Not like this"), help_text=_("One a line, 4 at most."), required=False)
    easier = words(120, _("Easier"))
    harder = words(120, _("Harder"))
    stop = words(150, _("Stop rule"), required=True, help_text=_("When to stop, such as: Stop if your knee hurts."))
    note = words(120, _("Note"))
    dose_start = words(24, _("Sets and reps"), required=True, help_text=_("Such as: 2 x 10"))
    dose_goal = words(24, _("Build up to"), help_text=_("Such as: 3 x 15"))
    dose_hold = words(25, _("Hold"), help_text=_("Such as: 5 seconds"))
    dose_tempo = words(30, _("Count"), help_text=_("Such as: 2 up, 3 down"))
    dose_rest = words(24, _("Rest between sets"), help_text=_("Such as: 45 seconds"))
    dose_days = words(40, _("How often"), help_text=_("Empty: as often as the stage says."))

    def __init__(self, *args: Any, key: str = "", taken: Taken | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.key, self.taken = key, taken or Taken({}, {})
        for slot in LABELS:
            self.fields[f"kept_{slot}"] = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
            self.fields[f"alt_{slot}"] = words(MOST_ALT, _("What it shows, for who can not see it"))
            self.fields[f"side_{slot}"] = forms.ChoiceField(
                label=_("Which leg works in it"), choices=SIDES, required=False
            )
            self.fields[f"drop_{slot}"] = forms.BooleanField(label=_("Take this photo out"), required=False)
        if isinstance(self.data, QueryDict):
            kept = {f"kept_{slot}": slug for slot, slug in self.taken.kept.items()}
            self.data = {**self.data.dict(), **kept, "stages": self.data.getlist("stages")}

    def clean_name(self) -> str:
        """A name that no other exercise has."""
        name = str(self.cleaned_data["name"])
        others = (it for it in clinic_library().exercises.values() if it.key != self.key)
        if any(it.words.name.casefold() == name.casefold() for it in others):
            raise forms.ValidationError(gettext("There is an exercise of this name already."))
        return name

    def clean(self) -> dict[str, Any]:
        """What hangs together: the leg that the words wait for, the side lain on, and each photo with its words."""
        values = self.cleaned_data
        for field, text in self._texts():
            if stray_braces(text):
                self.add_error(field, gettext("Use { and } only for {leg} and {other}."))
            elif names_a_leg(text) and not values.get("sided"):
                self.add_error(field, gettext("{leg} and {other} are for exercises done one leg at a time."))
        if (values.get("position") == "side") != bool(values.get("underneath")):
            self.add_error("underneath", gettext("Say which side is lain on, or choose another position."))
        for slot in LABELS:
            self._check_photo(slot)
        return values

    def _texts(self) -> Iterator[tuple[str, str]]:
        for name in ("name", *TEXTS, *(f"alt_{slot}" for slot in LABELS), *(f"dose_{name}" for name in DOSES)):
            yield name, str(self.cleaned_data.get(name, ""))
        for name in LINES:
            yield name, " ".join(self.cleaned_data.get(name, ()))

    def _check_photo(self, slot: Slot) -> None:
        values, slug = self.cleaned_data, self.cleaned_data.get(f"kept_{slot}")
        if problem := self.taken.problems.get(slot):
            self.add_error(f"kept_{slot}", gettext(problem))
        elif slug and not values.get(f"drop_{slot}"):
            if not Photo.objects.filter(slug=slug).exists():
                self.add_error(f"kept_{slot}", gettext("This photo is gone. Please choose it again."))
            if not values.get(f"alt_{slot}"):
                self.add_error(f"alt_{slot}", gettext("Say what the photo shows."))
            if not values.get(f"side_{slot}"):
                self.add_error(f"side_{slot}", gettext("Choose which leg works in the photo."))

    def exercise(self) -> OwnExercise:
        """The exercise as it was typed. Call on a valid form."""
        values = self.cleaned_data
        # A dose is no sentence: a leg in it would be a mistake, and nothing fills it in.
        dose = Dose(**{name: values[f"dose_{name}"] for name in DOSES})
        said = {name: values[name] for name in ("name", *TEXTS, *LINES, "sided")}
        return OwnExercise(
            **said,
            kind=cast(Kind, values["kind"]),
            position=cast(Position, values["position"]),
            underneath=cast(Underneath, values["underneath"]),
            stages=tuple(values["stages"]),
            dose=dose,
            photos=tuple(self._photos()),
        )

    def _photos(self) -> Iterator[OwnPhoto]:
        values = self.cleaned_data
        for slot in LABELS:
            slug = values[f"kept_{slot}"]
            if slug and not values[f"drop_{slot}"]:
                side = cast(Literal["left", "right", "none"], values[f"side_{slot}"])
                yield OwnPhoto(slot, slug, values[f"alt_{slot}"], side)


def initial_of(own: OwnExercise, version: int) -> dict[str, Any]:
    """What the form starts from."""
    said = {name: getattr(own, name) for name in ("name", "kind", "position", "underneath", "sided", *TEXTS)}
    lines = {name: "\n".join(getattr(own, name)) for name in LINES}
    doses = {f"dose_{name}": getattr(own.dose, name) for name in DOSES}
    photos: dict[str, str] = {}
    for photo in own.photos:
        values = {"kept": photo.slug, "alt": photo.alt, "side": photo.side}
        photos |= {f"{name}_{photo.slot}": value for name, value in values.items()}
    return {**said, **lines, **doses, **photos, "stages": list(own.stages), "version": version}
