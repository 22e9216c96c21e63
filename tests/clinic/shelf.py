"""What the shelf's tests share: a photo as a phone takes it, an own exercise, and the forms that make them."""

from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from clinic.shelf.library import clinic_library
from clinic.shelf.own import OwnExercise, OwnPhoto
from clinic.shelf.plans import plan_of, standing_templates
from programs.photos import clean_photo, keep_photo
from programs.plan import Dose
from tests.staff import CLINICIAN, member, sign_in

TODAY = date(2026, 11, 22)
WORDS = {
    "version": "0",
    "name": "Doorway reach",
    "kind": "strength",
    "stages": ["1", "2"],
    "position": "standing",
    "underneath": "",
    "sided": "on",
    "equipment": "Wall",
    "set_up": "Stand on your {leg} leg beside a wall.",
    "steps": "Reach with your {other} hand.\nCome back up.",
    "cues": "Keep your hips level.",
    "faults": "Your {leg} knee caves in.",
    "easier": "Touch the wall.",
    "harder": "Reach lower.",
    "stop": "Stop if your knee hurts.",
    "note": "",
    "dose_start": "2 x 8",
    "dose_goal": "3 x 12",
    "dose_hold": "2 seconds",
    "dose_tempo": "",
    "dose_rest": "45 seconds",
    "dose_days": "",
}


def a_photo(size=(900, 1200), color=(40, 90, 140), kind="JPEG", **options):
    """A photo of this size with a light corner at the top left, as bytes."""
    picture = Image.new("RGB", size, color)
    picture.paste((250, 240, 220), (0, 0, size[0] // 3, size[1] // 3))
    held = BytesIO()
    picture.save(held, kind, **options)
    return held.getvalue()


def upload(data, name="photo.jpg"):
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def with_photo(slot="start", data=None, side="left", alt="A runner stands on the {leg} leg."):
    """The fields of one photo."""
    return {f"photo_{slot}": upload(data or a_photo()), f"alt_{slot}": alt, f"side_{slot}": side}


def kept_photo(slot="start", side="left", **options):
    """A photo of an exercise that is already kept."""
    return OwnPhoto(slot, keep_photo(clean_photo(a_photo(**options))).slug, "A runner stands on the {leg} leg.", side)


def told(*photos, **changes):
    """An own exercise as it is saved."""
    texts = {name: WORDS[name] for name in ("name", "set_up", "easier", "harder", "equipment", "stop", "note")}
    lists = {name: tuple(WORDS[name].split("\n")) for name in ("steps", "cues", "faults")}
    dose = Dose("2 x 8", "3 x 12", "2 seconds", "", "45 seconds", "")
    fixed = {"kind": "strength", "sided": True, "position": "standing", "underneath": "", "stages": ("1", "2")}
    return OwnExercise(**{**texts, **lists, **fixed, "dose": dose, "photos": photos, **changes})


def make(client=None, **changes):
    """Send the form of a new exercise; the answer."""
    data = {**WORDS, **changes}
    return (client or sign_in(CLINICIAN)).post(reverse("clinic:exercise_new"), data)


def kim():
    return member(CLINICIAN)


def plan(template=None, **options):
    """A plan from a template, the first one where none is given."""
    version = template or standing_templates()[0]
    asked = {"leg": None, "unit": "mi", "today": TODAY, "library": clinic_library(), **options}
    return plan_of(version, **asked)
