"""The clinic's own exercises: made, changed, archived; each save a version, and no plan ever changes with them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent
from clinic.shelf.library import clinic_library
from clinic.shelf.models import ExerciseVersion
from clinic.shelf.outline import Outline, Row, StageRows
from clinic.shelf.saving import InUse, Stale, archive_exercise, save_exercise, save_template
from programs.library import load_library
from programs.models import Photo
from programs.prescribing import prescribe
from tests.clinic.shelf import WORDS, a_photo, kept_photo, kim, make, told, upload, with_photo
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, sign_in

pytestmark = pytest.mark.django_db


def saved(**changes):
    return save_exercise(told(**changes), number=None, version=0, by=kim())


def key_of(version):
    return f"OWN-{version.exercise_id}"


def in_library(version):
    return clinic_library().exercises[key_of(version)]


def problems(answer):
    return {problem["target"]: problem["message"] for problem in answer.context["problems"]}


def test_an_own_exercise_joins_the_library():
    answer = make()

    kept = ExerciseVersion.objects.get()
    assert answer.url == reverse("clinic:exercise", args=[key_of(kept)])
    exercise = clinic_library().exercises[key_of(kept)]
    assert exercise.words.name == "Doorway reach"
    assert exercise.doses["2"].start == "2 x 8"


def test_without_an_own_exercise_the_library_is_the_contents():
    assert clinic_library() is load_library()


def test_another_process_sees_what_this_one_saved():
    first = clinic_library()
    version = saved()

    assert key_of(version) not in first.exercises
    assert key_of(version) in clinic_library().exercises


def test_the_library_is_read_once_for_each_change(django_assert_num_queries):
    saved()
    clinic_library()
    with django_assert_num_queries(1):
        clinic_library()


def test_the_words_get_their_side():
    exercise = in_library(saved())

    it = prescribe(exercise, exercise.doses["1"], leg="right")
    assert it.set_up == "Stand on your right leg beside a wall."
    assert it.steps[0] == "Reach with your left hand."


def test_a_change_is_the_next_version_and_the_first_can_be_seen():
    version = saved()
    client = sign_in(CLINICIAN)
    client.post(reverse("clinic:exercise_edit", args=[key_of(version)]), {**WORDS, "version": "1", "name": "Low reach"})

    page = reverse("clinic:exercise", args=[key_of(version)])
    assert "Low reach" in client.get(page).content.decode()
    assert "Doorway reach" in client.get(f"{page}?version=1").content.decode()


def test_a_prescribed_exercise_keeps_its_words_when_the_exercise_changes():
    version = saved()
    exercise = clinic_library().exercises[key_of(version)]
    before = prescribe(exercise, exercise.doses["1"], leg="left")
    save_exercise(told(name="Low reach"), number=version.exercise_id, version=1, by=kim())

    assert before.name == "Doorway reach"
    assert clinic_library().exercises[key_of(version)].words.name == "Low reach"


def test_who_saves_second_sees_what_they_typed_and_who_was_first():
    version = saved()
    save_exercise(told(name="Low reach"), number=version.exercise_id, version=1, by=kim())
    typed = {**WORDS, "version": "1", "name": "High reach"}
    answer = sign_in(MANAGER).post(reverse("clinic:exercise_edit", args=[key_of(version)]), typed)

    assert answer.status_code == 409
    assert "High reach" in answer.content.decode()
    assert "Kim Sato" in answer.content.decode()
    assert answer.context["form"]["version"].value() == "2"


def test_nothing_is_written_by_who_saves_second():
    version = saved()
    save_exercise(told(), number=version.exercise_id, version=1, by=kim())
    with pytest.raises(Stale):
        save_exercise(told(), number=version.exercise_id, version=1, by=kim())

    assert ExerciseVersion.objects.count() == 2


def test_an_archived_exercise_is_offered_no_more_and_can_be_taken_back():
    version = saved()
    archive_exercise(version.exercise_id, version=1, archived=True, by=kim())
    assert key_of(version) not in clinic_library().exercises

    archive_exercise(version.exercise_id, version=2, archived=False, by=kim())
    assert key_of(version) in clinic_library().exercises


def test_an_archived_exercise_can_still_be_looked_at():
    version = saved()
    archive_exercise(version.exercise_id, version=1, archived=True, by=kim())
    client = sign_in(FRONT_DESK)

    assert client.get(reverse("clinic:exercise", args=[key_of(version)])).status_code == 200
    assert "Doorway reach" in client.get(reverse("clinic:exercises_archived")).content.decode()


def test_an_exercise_in_a_template_is_not_archived():
    version = saved()
    outline = Outline((StageRows(1, (Row(key_of(version), told().dose),)),))
    save_template(outline, "Reaching", "", template_id=None, version=0, by=kim())
    with pytest.raises(InUse, match="Reaching"):
        archive_exercise(version.exercise_id, version=1, archived=True, by=kim())


def test_every_save_is_in_the_trail():
    version = saved()
    archive_exercise(version.exercise_id, version=1, archived=True, by=kim())

    rows = [(row.detail["done"], row.detail["which"]) for row in AuditEvent.objects.filter(kind="library")]
    assert rows == [("made", key_of(version)), ("archived", key_of(version))]


@pytest.mark.parametrize("field", ["name", "set_up", "steps", "stop", "dose_start", "stages"])
def test_an_exercise_needs(field):
    answer = make(**{field: ""})

    assert answer.status_code == 422
    assert f"id_{field}" in problems(answer)
    assert not ExerciseVersion.objects.exists()


@pytest.mark.parametrize(
    "text", ["{", "}", "{{leg}}", "{foot}", "{leg!r}", "{leg:>99999999}", "{leg.__class__}", "{0}"]
)
@pytest.mark.parametrize("field", ["set_up", "steps", "alt_start"])
def test_no_other_placeholder_passes(field, text):
    assert f"id_{field}" in problems(make(**{field: f"Stand. {text}"}))


def test_a_leg_can_not_be_named_where_both_work_at_once():
    assert "id_set_up" in problems(make(sided=""))


def test_who_lies_on_a_side_must_say_on_which():
    assert "id_underneath" in problems(make(position="side"))
    assert "id_underneath" in problems(make(underneath="leg"))


@pytest.mark.parametrize(("field", "most"), [("name", 40), ("set_up", 180), ("stop", 150), ("dose_start", 24)])
def test_a_text_is_no_longer_than_a_card_holds(field, most):
    assert f"id_{field}" in problems(make(**{field: "x" * (most + 1)}))


def test_a_list_is_no_longer_than_a_card_holds():
    assert "id_steps" in problems(make(steps="\n".join(["Reach."] * 7)))
    assert "id_cues" in problems(make(cues="x" * 71))


def test_two_exercises_have_two_names():
    saved()
    assert "id_name" in problems(make(name="DOORWAY reach"))


def test_an_exercise_keeps_its_own_name_when_it_is_changed():
    version = saved()
    answer = sign_in(CLINICIAN).post(
        reverse("clinic:exercise_edit", args=[key_of(version)]), {**WORDS, "version": "1", "stop": "Stop if it hurts."}
    )
    assert answer.status_code == 302


def test_a_photo_comes_with_an_exercise():
    make(**with_photo("finish"))

    (picture,) = in_library(ExerciseVersion.objects.get()).words.pictures
    assert picture.slug == Photo.objects.get().slug
    assert (picture.label, picture.drawn_side) == ("Finish", "left")


def test_a_photo_is_mirrored_for_the_other_leg_and_for_no_leg_kept():
    (turned,) = in_library(saved(photos=(kept_photo(side="left"),))).words.pictures
    (kept,) = in_library(saved(name="Two", photos=(kept_photo(side="none"),))).words.pictures

    assert (turned.flipped_for("left"), turned.flipped_for("right")) == (False, True)
    assert (kept.flipped_for("left"), kept.flipped_for("right")) == (False, False)


def test_a_photo_is_not_sent_twice_when_another_field_is_wrong():
    answer = make(stop="", **with_photo())

    slug = answer.context["form"]["kept_start"].value()
    assert Photo.objects.get().slug == slug
    assert reverse("clinic:photo", args=[slug]) in answer.content.decode()


def test_a_photo_needs_its_words():
    assert "id_alt_start" in problems(make(**with_photo(alt="")))


def test_a_photo_needs_to_say_which_leg_works():
    assert "id_side_start" in problems(make(**with_photo(side="")))


def test_what_is_no_photo_is_told_at_its_field():
    answer = make(**with_photo(data=b"%PDF-1.7"))

    assert "JPEG, PNG or WebP" in problems(answer)["id_kept_start"]


def test_a_photo_can_be_taken_out_and_stays_with_the_version_before():
    version = saved(photos=(kept_photo(),))
    slug = Photo.objects.get().slug
    data = {**WORDS, "version": "1", "kept_start": slug, "drop_start": "on", "alt_start": "x", "side_start": "left"}
    sign_in(CLINICIAN).post(reverse("clinic:exercise_edit", args=[key_of(version)]), data)

    newest, first = ExerciseVersion.objects.all()
    assert newest.content["photos"] == []
    assert first.content["photos"][0]["slug"] == slug
    assert Photo.objects.filter(slug=slug).exists()


def test_a_made_up_slug_is_no_photo():
    made_up = {"kept_start": "photo-" + "0" * 32, "alt_start": "x", "side_start": "left"}
    assert "id_kept_start" in problems(make(**made_up))


def test_the_front_desk_looks_and_changes_nothing():
    key = key_of(saved())
    desk = sign_in(FRONT_DESK)

    assert desk.get(reverse("clinic:exercise", args=[key])).status_code == 200
    assert desk.get(reverse("clinic:exercise_edit", args=[key])).status_code == 403
    assert desk.post(reverse("clinic:exercise_archive", args=[key])).status_code == 403
    assert make(desk).status_code == 403


def test_a_built_in_exercise_is_not_changed_here():
    assert sign_in(CLINICIAN).get(reverse("clinic:exercise_edit", args=["EX-01"])).status_code == 404


def test_a_long_sentence_is_pointed_out():
    version = saved(set_up="Stand up tall " + "and then wait " * 7 + "here.")
    page = sign_in(CLINICIAN).get(reverse("clinic:exercise", args=[key_of(version)]))

    assert len(page.context["long"]) == 1


def test_a_form_from_another_site_is_refused():
    client = sign_in(CLINICIAN, enforce_csrf_checks=True)

    assert client.post(reverse("clinic:exercise_new"), {**WORDS, "photo_start": upload(a_photo())}).status_code == 403
    assert not Photo.objects.exists()


def test_a_photo_of_a_form_that_was_never_saved_is_deleted_after_two_days():
    kept, lost, fresh = kept_photo(), kept_photo(color=(9, 9, 9)), kept_photo(color=(99, 99, 99))
    saved(photos=(kept,))
    Photo.objects.exclude(slug=fresh.slug).update(made_at=timezone.now() - timedelta(days=3))
    saved(name="Another")

    assert set(Photo.objects.values_list("slug", flat=True)) == {kept.slug, fresh.slug}
    assert lost.slug not in {kept.slug, fresh.slug}


def test_a_photo_that_only_an_older_version_shows_stays():
    version = saved(photos=(kept_photo(),))
    Photo.objects.update(made_at=timezone.now() - timedelta(days=3))
    save_exercise(told(), number=version.exercise_id, version=1, by=kim())

    assert Photo.objects.count() == 1
