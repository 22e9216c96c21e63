"""T7: a photo that is larger than it seems, or a form that is, is refused early: fast, and in little memory."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from PIL import Image

from clinic.shelf.uploads import MOST_BODY, MOST_FILES, PhotosOnly
from programs.models import Photo
from programs.photos import MOST_BYTES, MOST_PIXELS, PhotoError, clean_photo
from tests.clinic.shelf import WORDS, a_photo, make, upload, with_photo
from tests.security.pictures import BOMBS
from tests.staff import CLINICIAN, sign_in

ROOT = Path(__file__).parents[2]
# The high-water mark of this program alone: what a parent used is not counted, as it is in getrusage.
REFUSE = """
import json, sys, time
from io import BytesIO
from pathlib import Path
import django
django.setup()
from PIL import Image
from programs.photos import PhotoError, clean_photo
def peak():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
small = BytesIO()
Image.new("RGB", (300, 300)).save(small, "PNG")
clean_photo(small.getvalue())
found = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    content, before, began = path.read_bytes(), peak(), time.process_time()
    try:
        clean_photo(content)
    except PhotoError as error:
        found[path.name] = {"said": str(error), "s": time.process_time() - began, "kb": peak() - before}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """Each bomb's end, in a program of its own: what was said, seconds of work and kB of growth."""
    folder = tmp_path_factory.mktemp("bombs")
    for name, make_bomb in BOMBS.items():
        (folder / name).write_bytes(make_bomb())
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "itbcare.settings"}
    command = [sys.executable, "-c", REFUSE, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_with_words(refused, name):
    assert "photo" in refused[name]["said"]


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_little(refused, name):
    assert refused[name]["s"] < 0.2
    assert refused[name]["kb"] < 50_000


def test_a_file_too_large_is_refused_unread():
    with pytest.raises(PhotoError, match="8 MB"):
        clean_photo(bytes(MOST_BYTES + 1))


def test_the_largest_photo_that_is_taken_is_taken():
    held = BytesIO()
    Image.new("1", (5000, MOST_PIXELS // 5000)).save(held, "PNG")

    assert clean_photo(held.getvalue()).width == 1600


@pytest.mark.django_db
def test_a_file_that_grows_too_large_is_let_go_and_told_at_its_field():
    answer = make(**with_photo("finish", data=a_photo() + bytes(MOST_BYTES)))

    told = {problem["target"]: problem["message"] for problem in answer.context["problems"]}
    assert "8 MB" in told["id_kept_finish"]
    assert not Photo.objects.exists()


@pytest.mark.django_db
def test_a_large_file_costs_the_others_nothing():
    make(**with_photo("start", data=a_photo() + bytes(MOST_BYTES)), **with_photo("finish"))

    assert Photo.objects.count() == 1


@pytest.mark.django_db
def test_a_body_that_can_not_be_right_is_refused_before_it_is_read():
    client = sign_in(CLINICIAN)
    answer = client.generic(
        "POST",
        reverse("clinic:exercise_new"),
        b"--x--",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(MOST_BODY + 1),
    )
    assert answer.status_code == 413


@pytest.mark.django_db
def test_more_files_than_there_are_places_are_not_held():
    more = {f"photo_more_{number}": upload(a_photo()) for number in range(MOST_FILES + 3)}
    answer = make(**more)

    assert len(answer.wsgi_request.FILES) == MOST_FILES
    assert not Photo.objects.exists()


@pytest.mark.django_db
def test_a_strangers_photo_is_not_taken(client, monkeypatch):
    def fail(*args, **kwargs):
        raise AssertionError("it was taken")

    monkeypatch.setattr(PhotosOnly, "new_file", fail)
    answer = client.post(reverse("clinic:exercise_new"), {**WORDS, "photo_start": upload(a_photo())})

    assert answer.status_code == 403
    assert not Photo.objects.exists()


@pytest.mark.django_db
def test_no_other_form_takes_a_file():
    answer = sign_in(CLINICIAN).post(reverse("clinic:template_new"), {"do": "save", "name": upload(bytes(3_000_000))})
    assert answer.status_code in (400, 413, 422)


def test_the_reader_of_photos_is_chosen_before_the_check_that_reads_the_body(settings):
    order = [name.rpartition(".")[2] for name in settings.MIDDLEWARE]
    assert order.index("PhotoUploads") < order.index("CsrfViewMiddleware")
