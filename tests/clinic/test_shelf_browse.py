"""Finding exercises: words, filters in the address, stars first, pages that end."""

from urllib.parse import parse_qs

import pytest
from django.urls import reverse

from clinic.shelf.browse import ON_PAGE, Wanted, find, read_wanted
from clinic.shelf.library import clinic_library, favorites_of, own_number
from clinic.shelf.saving import MOST_STARS, save_exercise, star
from programs.library import load_library
from tests.clinic.shelf import kept_photo, kim, told
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, member, sign_in

LIBRARY = load_library()


def keys(stars=(), library=LIBRARY, **wanted):
    return [exercise.key for exercise in find(library, Wanted(**wanted), stars)]


def page(**asked):
    return sign_in(FRONT_DESK).get(reverse("clinic:exercises"), asked)


def test_without_a_filter_everything_is_found():
    assert sorted(keys()) == sorted(LIBRARY.exercises)


def test_a_name_is_found_by_any_of_its_words_in_any_case():
    assert keys(q="SIDE plank")[0] == "EX-08"


def test_words_in_the_steps_are_found_too_after_the_names():
    found = keys(q="bridge")

    assert found[:2] == ["EX-04", "EX-05"]
    assert all("bridge" in " ".join(LIBRARY.exercises[key].texts()).casefold() for key in found)


def test_what_nothing_holds_is_not_found():
    assert keys(q="trampoline") == []


@pytest.mark.parametrize("stage", ["1", "2", "3", "4"])
def test_a_stage_has_the_exercises_with_a_dose_for_it(stage):
    assert keys(stage=stage)
    assert all(any(use[0] == stage for use in LIBRARY.exercises[key].doses) for key in keys(stage=stage))


@pytest.mark.parametrize("kind", ["strength", "mobility", "warm_up"])
def test_a_kind_has_only_its_own(kind):
    assert {LIBRARY.exercises[key].kind for key in keys(kind=kind)} == {kind}


@pytest.mark.parametrize("position", ["standing", "kneeling", "side", "back", "front"])
def test_a_position_has_only_its_own(position):
    assert {LIBRARY.exercises[key].words.position for key in keys(position=position)} == {position}


def test_nothing_needed_leaves_out_what_needs_a_mat():
    assert "EX-01" in keys(gear="mat")
    assert not set(keys(gear="none")) & set(keys(gear="mat"))
    assert "WU-01" in keys(gear="none")


def test_starred_ones_come_first_and_can_be_asked_for():
    assert keys({"MB-02"})[0] == "MB-02"
    assert keys({"MB-02"}, starred="1") == ["MB-02"]


@pytest.mark.django_db
def test_own_ones_can_be_asked_for_and_the_tenth_is_not_second():
    for number in range(11):
        save_exercise(told(name=f"Reach {number}"), number=None, version=0, by=kim())
    found = keys(library=clinic_library(), whose="own")

    assert found == sorted(found, key=own_number)
    assert not any(own_number(key) for key in keys(library=clinic_library(), whose="built_in"))


def test_an_address_with_nonsense_asks_for_nothing():
    assert read_wanted({"stage": "9", "kind": "x", "position": "<b>", "gear": "car", "whose": "me"}) == Wanted()


def test_the_filters_go_through_the_address_unchanged():
    wanted = Wanted(q="hip hike", stage="2", kind="strength", gear="step")
    query = {name: values[0] for name, values in parse_qs(wanted.address()[1:]).items()}

    assert read_wanted(query) == wanted


def test_a_long_search_is_cut():
    assert len(read_wanted({"q": "x" * 5000}).q) == 60


@pytest.mark.django_db
def test_the_list_shows_pictures_and_ends():
    save_exercise(told(), number=None, version=0, by=kim())
    first = page()

    assert len(first.context["cards"]) == ON_PAGE
    assert "glute-bridge-start.svg" in first.content.decode()
    assert len(page(page="2").context["cards"]) == len(LIBRARY.exercises) + 1 - ON_PAGE


@pytest.mark.django_db
def test_a_page_past_the_end_is_the_last():
    save_exercise(told(), number=None, version=0, by=kim())
    assert page(page="999").context["page"].number == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "told_"),
    [
        ({"q": "trampoline"}, "Nothing found"),
        ({"starred": "1"}, "No favorite here yet"),
        ({"whose": "own"}, "of your own"),
    ],
)
def test_an_empty_list_helps(asked, told_):
    assert told_ in page(**asked).content.decode()


@pytest.mark.django_db
def test_what_was_searched_is_escaped():
    assert "<script>" not in page(q="<script>").content.decode().split("<main")[1]


@pytest.mark.django_db
def test_one_exercise_shows_its_words_doses_source_and_uses():
    seen = sign_in(FRONT_DESK).get(reverse("clinic:exercise", args=["EX-01"])).content.decode()

    for words in (
        "Lie on your other side with your working leg on top.",
        "3 x 15",
        "Distefano 2009",
        "Wake up the hip",
    ):
        assert words in seen


@pytest.mark.django_db
def test_an_exercise_that_never_was_is_not_found():
    client = sign_in(FRONT_DESK)
    for key in ("EX-99", "OWN-1", "OWN-999999999", "x"):
        assert client.get(reverse("clinic:exercise", args=[key])).status_code == 404


@pytest.mark.django_db
def test_a_star_is_one_persons_own():
    client = sign_in(CLINICIAN)
    client.post(reverse("clinic:exercise_star", args=["EX-04"]), {"on": "1"})

    assert favorites_of(member(CLINICIAN)) == {"EX-04"}
    assert favorites_of(member(MANAGER)) == set()


@pytest.mark.django_db
def test_a_star_is_taken_off():
    star("EX-04", on=True, by=kim())
    star("EX-04", on=True, by=kim())
    star("EX-04", on=False, by=kim())

    assert favorites_of(kim()) == set()


@pytest.mark.django_db
def test_a_star_leads_back_to_the_same_list():
    answer = sign_in(CLINICIAN).post(
        reverse("clinic:exercise_star", args=["EX-04"]), {"on": "1", "back": "stage=1&next=//evil.example&page=2"}
    )
    assert answer.url == f"{reverse('clinic:exercises')}?stage=1&page=2#EX-04"


@pytest.mark.django_db
def test_what_is_no_exercise_gets_no_star():
    assert sign_in(CLINICIAN).post(reverse("clinic:exercise_star", args=["EX-99"])).status_code == 404


@pytest.mark.django_db
def test_stars_are_bounded():
    for number in range(MOST_STARS + 5):
        star(f"K-{number}", on=True, by=kim())
    assert len(favorites_of(kim())) == MOST_STARS


@pytest.mark.django_db
def test_an_own_photo_is_shown_through_the_clinics_gate():
    version = save_exercise(told(kept_photo()), number=None, version=0, by=kim())
    slug = version.content["photos"][0]["slug"]
    seen = page(whose="own").content.decode()

    assert f'src="{reverse("clinic:photo", args=[slug])}"' in seen
