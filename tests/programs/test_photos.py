"""The clinic's photos: made small once, the same bytes each time, and on paper wherever a drawing may stand."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageCms
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from clinic.shelf.library import clinic_library
from clinic.shelf.models import TemplateVersion
from clinic.shelf.outline import Outline, Row, StageRows, outline_to_dict
from clinic.shelf.own import LABELS
from clinic.shelf.own_forms import DOSES, LINES, TEXTS, OwnForm
from clinic.shelf.saving import save_exercise
from programs.models import Photo
from programs.pdf.figures import figure
from programs.pdf.pack import sheet_of
from programs.pdf.photos import LONGEST as LONGEST_UNITS
from programs.pdf.photos import PRINTED, is_photo, paper_photo
from programs.pdf.sketch import Art, Placed, Turned
from programs.photos import LONGEST, PhotoError, clean_photo, keep_photo, photos_of
from programs.plan import Dose
from programs.sheets.order import Item, Kind, Layout
from programs.sheets.paper import Paper
from tests.clinic.shelf import a_photo, kept_photo, kim, plan, told
from tests.programs.plans import job_for, overlapping, placements, sheet, text

LOOKS = {str(layout): {"layout": layout} for layout in Layout} | {"large": {"large": True}}
STAGE = Item(Kind.STAGE, 1)


def opened(data):
    return Image.open(BytesIO(data))


def photo_plan(*photos, leg="right"):
    """A plan whose one exercise has these photos."""
    version = save_exercise(told(*photos), number=None, version=0, by=kim())
    rows = (Row(f"OWN-{version.exercise_id}", told().dose),)
    outline = outline_to_dict(Outline((StageRows(1, rows),)))
    return plan(TemplateVersion(name="x", content=outline), leg=leg, library=clinic_library())


def arts(sketch):
    """Every picture of a page, however deep."""
    for mark in sketch.marks:
        if isinstance(mark, Placed | Turned):
            yield from arts(mark.sketch)
        elif isinstance(mark, Art):
            yield mark


def images_in(data):
    """The images of a file, each once, by their object."""
    found = {}
    for page in PdfReader(BytesIO(data)).pages:
        for kept in (page["/Resources"].get("/XObject") or {}).values():
            it = kept.get_object()
            if it["/Subtype"] == "/Image":
                found[kept.idnum] = it
    return list(found.values())


def middle_of(picture, color):
    """The mean x of all pixels that are about this color."""
    raw = picture.tobytes()
    pixels = zip(raw[0::3], raw[1::3], raw[2::3], strict=True)
    near = [
        place % picture.width
        for place, pixel in enumerate(pixels)
        if all(abs(one - other) < 6 for one, other in zip(pixel, color, strict=True))
    ]
    assert len(near) > 500
    return sum(near) / len(near)


def test_a_large_photo_is_made_small():
    clean = clean_photo(a_photo((4000, 3000)))

    assert (clean.width, clean.height) == (LONGEST, 1200)
    assert opened(clean.jpeg).size == (LONGEST, 1200)


def test_a_small_photo_keeps_its_size():
    clean = clean_photo(a_photo((300, 400)))
    assert (clean.width, clean.height) == (300, 400)


@pytest.mark.parametrize("size", [(239, 900), (2000, 200), (8, 8)])
def test_a_photo_too_small_or_too_narrow_to_print_is_refused(size):
    with pytest.raises(PhotoError, match="240 pixels"):
        clean_photo(a_photo(size))


def test_the_same_photo_gives_the_same_bytes():
    assert clean_photo(a_photo()) == clean_photo(a_photo())


def test_a_photo_is_baseline_so_that_any_printer_draws_it():
    assert "progressive" not in opened(clean_photo(a_photo(progressive=True)).jpeg).info


def test_the_colors_of_another_profile_become_those_of_srgb():
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    plain = clean_photo(a_photo(kind="PNG"))
    unread = clean_photo(a_photo(kind="PNG", icc_profile=swapped.tobytes()))
    same = clean_photo(
        a_photo(kind="PNG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    )

    assert plain == unread == same


def test_what_lets_light_through_stands_on_white():
    held = BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(held, "PNG")

    assert opened(clean_photo(held.getvalue()).jpeg).getpixel((150, 150)) == (255, 255, 255)


@pytest.mark.django_db
def test_the_same_photo_is_kept_once():
    first, second = (keep_photo(clean_photo(a_photo())) for _ in range(2))

    assert first == second
    assert is_photo(first.slug)


@pytest.mark.django_db
def test_photos_are_found_by_their_slugs_and_drawings_are_none():
    slug = keep_photo(clean_photo(a_photo())).slug

    assert list(photos_of([slug, "glute-bridge-start", "photo-" + "0" * 32])) == [slug]


@pytest.mark.django_db
def test_a_photo_is_smaller_on_paper():
    slug = keep_photo(clean_photo(a_photo((3000, 4000)))).slug
    assert paper_photo(slug).pixels == (PRINTED * 3 // 4, PRINTED)


@pytest.mark.django_db
def test_a_photo_keeps_its_proportions_among_the_drawings():
    drawn = figure(keep_photo(clean_photo(a_photo((900, 1200)))).slug)
    assert (drawn.width, drawn.height) == (LONGEST_UNITS * 3 / 4, LONGEST_UNITS)


@pytest.mark.django_db
def test_a_photo_that_is_gone_leaves_its_place_empty():
    made = photo_plan(kept_photo(color=(1, 2, 3)))
    Photo.objects.all().delete()
    paper_photo.cache_clear()

    assert not images_in(sheet(made, items=(STAGE,)))


@pytest.mark.django_db
@pytest.mark.parametrize("look", LOOKS)
def test_a_photo_is_on_every_sheet(look):
    pages = sheet_of(job_for(photo_plan(kept_photo()), look=LOOKS[look]), STAGE)
    assert any(is_photo(art.slug) for page in pages for art in arts(page))


@pytest.mark.django_db
@pytest.mark.parametrize("look", LOOKS)
def test_the_same_sheet_has_the_same_bytes(look):
    made = photo_plan(kept_photo())
    assert sheet(made, items=(STAGE,), look=LOOKS[look]) == sheet(made, items=(STAGE,), look=LOOKS[look])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("side", "leg", "flipped"), [("left", "right", True), ("left", "left", False), ("none", "right", False)]
)
def test_a_photo_is_mirrored_for_the_other_leg_and_for_no_leg_kept(side, leg, flipped):
    pages = sheet_of(job_for(photo_plan(kept_photo(side=side), leg=leg)), STAGE)

    found = [art for page in pages for art in arts(page) if is_photo(art.slug)]
    assert {art.flipped for art in found} == {flipped}


@pytest.mark.django_db
@pytest.mark.parametrize(("leg", "corner_is_left"), [("left", True), ("right", False)])
def test_a_mirrored_photo_is_drawn_mirrored(leg, corner_is_left):
    data = sheet(photo_plan(kept_photo(), leg=leg), items=(STAGE,), look=LOOKS["1"])
    with PdfDocument(data) as file:
        seen = file[0].render(scale=0.5).to_pil().convert("RGB")
    corner, ground = middle_of(seen, (250, 240, 220)), middle_of(seen, (40, 90, 140))

    assert (corner < ground) is corner_is_left


@pytest.mark.django_db
def test_a_photo_that_stands_twice_is_in_the_file_once():
    data = sheet(photo_plan(kept_photo("start"), kept_photo("finish")), items=(STAGE, STAGE))

    (image,) = images_in(data)
    assert image["/Filter"] == "/DCTDecode"
    assert opened(image._data).size == (600, 800)


@pytest.mark.django_db
def test_a_file_with_four_photos_stays_small():
    slots = ("start", "finish", "right", "wrong")
    made = photo_plan(*(kept_photo(slot, size=(3000, 4000), color=(9 * n, 90, 140)) for n, slot in enumerate(slots)))
    assert len(sheet(made, items=(STAGE,), look=LOOKS["2"])) < 600_000


@pytest.mark.django_db
def test_an_exercise_without_a_picture_leaves_room_for_a_drawing():
    assert "Room for a drawing" in text(sheet(photo_plan(), items=(STAGE,)))


def longest():
    """An own exercise whose every text is as long as the form lets it be."""
    texts = {name: field.max_length for name, field in OwnForm().fields.items() if name in TEXTS}
    lists = {name: (filled(letters),) * most for name, (most, letters) in LINES.items()}
    dose = Dose(*(filled(OwnForm().fields[f"dose_{name}"].max_length) for name in DOSES))
    return told(name=filled(40), dose=dose, **{name: filled(most) for name, most in texts.items()}, **lists)


def filled(letters):
    """So many letters in words of a usual length."""
    return ("Reach well over " * letters)[: letters - 1].strip() + "."


@pytest.mark.django_db
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("look", LOOKS)
def test_the_longest_exercise_fits_every_sheet(look, paper):
    own = replace(longest(), photos=tuple(kept_photo(slot) for slot in LABELS))
    version = save_exercise(own, number=None, version=0, by=kim())
    rows = (Row(f"OWN-{version.exercise_id}", own.dose), Row("EX-04", told().dose))
    made = plan(TemplateVersion(name="x", content=outline_to_dict(Outline((StageRows(1, rows),)))))
    pages = sheet_of(job_for(made, paper=paper, look=LOOKS[look]), STAGE)

    lines = [line for page in pages for line in placements(page)]
    assert not [pair for page in pages for pair in overlapping(placements(page))]
    assert any("well" in str(line) for line in lines)
