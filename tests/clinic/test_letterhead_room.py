"""A manager sets the letterhead: seen on a true sheet first, then on every page and sheet; nothing typed is lost."""

from base64 import b64decode, b64encode
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from audit.models import AuditEvent
from programs import clinic_details, letterhead
from programs.models import LetterheadVersion
from tests.clinic.letter import TYPED, look, saved, seen_of, typed
from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/staff/letterhead/"


@pytest.fixture(autouse=True)
def forgotten(monkeypatch):
    """A worker that remembers no row: each test takes its own back."""
    monkeypatch.setattr(clinic_details.Known, "version", None)


@pytest.fixture
def morgan():
    return sign_in(MANAGER)


def picture(form="PNG", size=(300, 90)):
    held = BytesIO()
    Image.new("RGB", size, "teal").save(held, form)
    return SimpleUploadedFile("logo.png", held.getvalue())


def test_it_begins_with_what_the_settings_say(morgan):
    page = morgan.get(PAGE).content.decode()

    assert 'value="Spectrum Therapeutics of NJ"' in page
    assert "601 Hamburg Turnpike, Suite 103\nWayne, NJ 07470" in page


@pytest.mark.parametrize("role", [FRONT_DESK, CLINICIAN])
def test_it_is_the_manager_s_alone(role):
    assert sign_in(role).get(PAGE).status_code == 403
    assert sign_in(role).post(PAGE, TYPED).status_code == 403


def test_a_stranger_is_asked_to_sign_in():
    assert Client().get(PAGE).status_code == 302


def test_a_look_shows_true_sheets_and_saves_nothing(morgan):
    page = look(morgan)

    assert page.count("data:image/png;base64,") == 2
    assert "Save this letterhead" in page
    assert not LetterheadVersion.objects.exists()


def test_what_was_not_seen_is_not_saved(morgan):
    page = morgan.post(PAGE, typed(go="save")).content.decode()

    assert "Please look once more, then save." in page
    assert not LetterheadVersion.objects.exists()


def test_what_was_changed_after_the_look_is_looked_at_again(morgan):
    seen = seen_of(look(morgan))
    page = morgan.post(PAGE, typed(go="save", seen=seen, name="Another Clinic")).content.decode()

    assert "Please look once more, then save." in page
    assert 'value="Another Clinic"' in page


def test_saving_adds_a_version_with_who_and_a_trace(morgan):
    saved(morgan)
    version = LetterheadVersion.objects.get()

    assert (version.name, version.set_by_name) == (TYPED["name"], "Morgan Bell")
    assert version.address == "1 Long Road | Nutley, NJ 07110"
    assert AuditEvent.objects.filter(detail__what="letterhead").count() == 1


def test_every_page_has_the_new_details_at_once(morgan):
    saved(morgan)
    page = Client().get("/contact/").content.decode()

    assert TYPED["name"] in page
    assert "tel:+19735550199" in page
    assert "Spectrum" not in page


def test_the_care_page_calls_the_new_number(morgan, runner):
    runner.whole_walk(VIGNETTES["V08"]["case"])
    saved(morgan)

    assert "tel:+19735550199" in runner.client.get("/check/care/").content.decode()


def test_sheets_have_the_new_details(morgan):
    _screening, token = sent(VIGNETTES["V10"]["case"])
    saved(morgan)
    page = device(token).get("/plan/sheet/?what=seen").content.decode()

    assert page.count(TYPED["name"]) >= 2
    assert "(973) 555-0199 and say your code" in page


def test_the_newest_of_several_stands_and_an_earlier_one_can_be_taken_up(morgan):
    saved(morgan)
    saved(morgan, name="Second Name")
    first = LetterheadVersion.objects.order_by("pk").first()

    assert clinic_details.clinic_details()["name"] == "Second Name"
    assert f'value="{TYPED["name"]}"' in morgan.get(PAGE, {"from": first.pk}).content.decode()


@pytest.mark.parametrize("asked", ["x", "9" * 30, "-1", "٣"])
def test_a_version_that_is_none_is_the_one_that_stands(morgan, asked):
    assert 'value="Spectrum Therapeutics of NJ"' in morgan.get(PAGE, {"from": asked}).content.decode()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": "W" * 61}, "61 letters. Take 60 at most."),
        ({"name": " "}, "Type the name of the clinic."),
        ({"address": "a\nb\nc\nd\ne"}, "Write this in 4 lines at most."),
        ({"address": "x" * 51}, "51 letters. Take 50 at most."),
        ({"phone": "call us"}, "Type a phone number with its area code"),
        ({"email": "nobody"}, "Type an e-mail address such as"),
        ({"hours": "h" * 81}, "Take 80 at most."),
    ],
)
def test_what_does_not_fit_a_sheet_is_told_and_nothing_is_lost(morgan, wrong, told):
    response = morgan.post(PAGE, typed(**wrong, web="kept.example"))
    page = response.content.decode()

    assert response.status_code == 422
    assert told in page
    assert 'value="kept.example"' in page
    assert "Save this letterhead" not in page


def test_the_longest_that_is_taken_can_be_drawn(morgan):
    most = letterhead.MOST_LETTERS
    longest = {name: "W" * most[name] for name in ("name", "web", "hours")}
    page = look(morgan, **longest, address="\n".join(["W" * most["address"]] * 4), phone="9" * 15)

    assert page.count("data:image/png;base64,") == 2


def test_a_logo_is_drawn_anew_and_carried_until_it_is_saved(morgan):
    page = look(morgan, new_logo=picture("WEBP"))
    kept = page.partition('name="logo_kept" value="')[2].partition('"')[0]
    saved(morgan, logo_kept=kept)
    logo = bytes(LetterheadVersion.objects.get().logo)

    assert logo == b64decode(kept)
    assert logo.startswith(b"\x89PNG")
    assert clinic_details.standing_letterhead().logo == logo


def test_a_logo_can_be_taken_off(morgan):
    saved(morgan, new_logo=picture())
    standing = b64encode(bytes(LetterheadVersion.objects.get().logo)).decode()
    saved(morgan, logo_kept=standing, no_logo="1")

    assert LetterheadVersion.objects.first().logo is None


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_is_no_picture_is_refused_and_the_words_stay(morgan, content):
    response = morgan.post(PAGE, typed(new_logo=SimpleUploadedFile("logo.png", content)))
    page = response.content.decode()

    assert "This is not a picture that we can use." in page
    assert f'value="{TYPED["name"]}"' in page


def test_a_picture_too_large_for_the_server_is_told(morgan):
    page = morgan.post(PAGE, typed(new_logo=SimpleUploadedFile("logo.png", b"x" * 2_700_000))).content.decode()

    assert "larger than 2 MB" in page
    assert f'value="{TYPED["name"]}"' in page


@pytest.mark.parametrize("kept", ["no base64!", b64encode(b"no picture").decode()])
def test_a_carried_logo_is_never_trusted(morgan, kept):
    assert "This is not a picture" in morgan.post(PAGE, typed(logo_kept=kept)).content.decode()


def test_the_noisiest_logo_still_fits_the_form(morgan):
    held = BytesIO()
    Image.effect_noise((1200, 400), 200).convert("RGB").save(held, "PNG")
    page = look(morgan, new_logo=SimpleUploadedFile("noise.png", held.getvalue()))
    kept = page.partition('name="logo_kept" value="')[2].partition('"')[0]

    assert 0 < len(kept) <= 80_000
    saved(morgan, logo_kept=kept)


def test_markup_in_a_name_stays_text(morgan):
    saved(morgan, name="<b>Clinic</b>")

    assert "<b>Clinic</b>" not in Client().get("/").content.decode()


def test_one_page_asks_for_the_details_once(morgan, django_assert_max_num_queries):
    saved(morgan)
    Client().get("/help/")
    with django_assert_max_num_queries(1):
        Client().get("/help/")


def test_a_page_of_trouble_shows_what_this_worker_last_knew(morgan, django_assert_num_queries):
    saved(morgan)
    Client().get("/help/")
    with django_assert_num_queries(0):
        page = Client().get("/nowhere/", HTTP_COOKIE="").content.decode()

    assert TYPED["name"] in page
