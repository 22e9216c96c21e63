"""The exercise library of this clinic: the content's exercises and the clinic's own."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Final

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Count, F, Max

from clinic.shelf.models import ExerciseVersion, Favorite
from clinic.shelf.own import exercise_from_dict
from programs.library import load_library
from programs.library_content import Exercise, Library

OWN: Final = "OWN-"
NUMBER: Final = re.compile(rf"{OWN}([1-9][0-9]{{0,8}})", re.ASCII)
Newest = tuple[int, int, datetime | None]


def clinic_library() -> Library:
    """The library with the clinic's own exercises beside the content's, under the keys "OWN-<number>".

    Archived ones are not in it. One small query asks whether anything was saved since this process last read them.
    """
    return _library_at(_newest())


def own_key(number: int) -> str:
    """The key of the clinic's own exercise with this number."""
    return f"{OWN}{number}"


def own_number(key: str) -> int | None:
    """The number in such a key; None for a built-in exercise or anything else."""
    found = NUMBER.fullmatch(key)
    return int(found[1]) if found else None


def favorites_of(user: AbstractBaseUser | AnonymousUser) -> set[str]:
    """The keys of the exercises that this member of staff starred."""
    return set(Favorite.objects.filter(user=user.pk).values_list("key", flat=True)) if user.pk else set()


def _newest() -> Newest:
    """Moves with every save: rows are only ever added, and one that commits late still changes the count."""
    found = ExerciseVersion.objects.aggregate(count=Count("pk"), last=Max("pk"), at=Max("made_at"))
    return found["count"], found["last"] or 0, found["at"]


@lru_cache(maxsize=2)
def _library_at(newest: Newest) -> Library:
    content = load_library()
    return replace(content, exercises={**content.exercises, **_own_exercises()}) if newest[0] else content


def _own_exercises() -> Mapping[str, Exercise]:
    standing = ExerciseVersion.objects.filter(version=F("exercise__version"), archived=False).order_by("exercise_id")
    return {own_key(kept.exercise_id): exercise_from_dict(own_key(kept.exercise_id), kept.content) for kept in standing}
