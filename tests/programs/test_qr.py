"""A scanned sheet opens the page: its codes are read back by a reader that has nothing to do with their writer."""

import re
from dataclasses import replace
from io import BytesIO
from random import Random

import pypdfium2
import pytest
import zxingcpp
from django.conf import settings
from django.test import Client
from PIL import Image, ImageChops, ImageFilter
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from programs.letterhead import clinic_letterhead
from programs.pdf.kinds import MAKERS
from programs.pdf.pack import Press, pack
from programs.pdf.page import QR
from programs.pdf.pen import draw
from programs.pdf.qr import CODE, QUIET, modules, qr_block, qr_square, quiet_zone
from programs.pdf.sketch import Modules
from programs.pdf.styles import MARGIN, SMALL
from programs.printing.subjects import subject_of
from programs.sheets.order import Item, Kind, Look, Order, PaperLink, choices_for
from programs.sheets.paper import Paper
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.programs.plans import CLINIC, TODAY, job_for, placements, texts
from tests.programs.runners import plan_for

SARAH = VIGNETTES["V01"]["case"]
POINTS = 72
TYPED = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b")


def address(letters):
    """An address of that many letters with a secret of random ones."""
    random, start = Random(letters), "https://screen.example.org/r/"
    base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return start + "".join(random.choices(base64, k=letters - len(start) - 1)) + "/"


LINK = PaperLink(address(95), "7KQM2-XHT9P", "screen.example.org/code")


def printed(sketch):
    """A sketch as a file of one page."""
    held = BytesIO()
    canvas = Canvas(held, pagesize=(sketch.width, sketch.height), invariant=1)
    draw(canvas, sketch, (0, sketch.height))
    canvas.save()
    return held.getvalue()


def seen(data, dots_per_inch=150):
    """Every page as paper shows it."""
    return [page.render(scale=dots_per_inch / POINTS).to_pil() for page in pypdfium2.PdfDocument(data)]


def read(picture):
    """What a reader finds in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@pytest.fixture
def sarah(db):
    """Sarah, as her sheets know her."""
    return subject_of(sent(SARAH, name="Sarah Miller")[0])


def file_of(subject, paper=Paper.LETTER, items=()):
    """Sheets of a runner, as the site makes them: the first stage unless others are named."""
    return pack(
        [Order(subject, tuple(items) or (Item(Kind.STAGE, 1),))],
        Press(Look(paper), clinic_letterhead(settings.CLINIC), TODAY),
    )


@pytest.mark.parametrize("letters", range(40, 200, 12))
def test_an_address_of_any_length_is_read_back(letters):
    [picture] = seen(printed(qr_square(address(letters), 90)))

    assert read(picture) == [address(letters)]


def test_modules_measure_four_tenths_of_a_millimeter_for_a_long_address():
    count, _runs = modules(address(95))

    assert QR / (count + 2 * QUIET) * 25.4 / POINTS >= 0.4


def test_the_quiet_zone_is_four_modules_wide_and_belongs_to_the_square():
    [mark] = [mark for mark in qr_square(address(95), QR).marks if isinstance(mark, Modules)]

    assert mark.x == mark.y == quiet_zone(address(95), QR)
    assert mark.x == pytest.approx(4 * mark.side / mark.count)
    assert mark.side + 2 * mark.x == pytest.approx(QR)


@pytest.mark.parametrize("paper", Paper)
def test_nothing_is_drawn_in_the_quiet_zone_of_a_page(sarah, paper):
    [picture] = seen(file_of(sarah, paper), 300)[:1]
    [found] = zxingcpp.read_barcodes(picture)
    corner, opposite = found.position.top_left, found.position.bottom_right
    module = (opposite.x - corner.x) / modules(sarah.link.address)[0]
    code = (corner.x - 1, corner.y - 1, opposite.x + 2, opposite.y + 2)
    far = round(4 * module) - 2
    around = picture.crop((code[0] - far, code[1] - far, code[2] + far, code[3] + far)).convert("L")
    around.paste(255, (far, far, far + code[2] - code[0], far + code[3] - code[1]))

    assert around.getextrema() == (255, 255)


def test_the_code_is_black_on_white_and_has_no_seams():
    [picture] = seen(printed(qr_square(address(95), 49 * 7.2)), 100)

    assert {color for _, color in picture.convert("L").getcolors()} == {0, 255}


def test_the_code_is_kept_once_in_a_file(sarah):
    file = PdfReader(BytesIO(file_of(sarah, items=(Item(Kind.STAGE, 1), Item(Kind.STAGE, 2)))))
    forms = [ref for page in file.pages for name, ref in page["/Resources"]["/XObject"].items() if "qr-" in name]

    assert len(forms) == len(file.pages) > 2
    assert len({form.idnum for form in forms}) == 1


def test_the_same_runner_s_file_has_the_same_bytes(sarah):
    modules.cache_clear()
    first = file_of(sarah)
    modules.cache_clear()

    assert file_of(sarah) == first


@pytest.mark.parametrize(("kind", "paper"), [*((kind, Paper.LETTER) for kind in MAKERS), (Kind.STAGE, Paper.A4)])
def test_every_page_of_every_kind_carries_the_code(db, kind, paper):
    subject = subject_of(sent(SARAH, name="Sarah Miller")[0], for_staff=True)
    items = [item for item in choices_for(subject) if item.kind == kind][:1]
    pages = seen(file_of(subject, paper, items), 110)

    assert pages
    assert [set(read(page)) for page in pages] == [{subject.link.address}] * len(pages)


def test_a_scanned_sheet_opens_the_runner_s_own_page(sarah):
    [scanned] = read(seen(file_of(sarah))[0])
    phone = Client()
    response = phone.get(scanned.removeprefix(settings.SITE_URL), follow=True)

    assert response.redirect_chain[-1] == ("/plan/", 302)
    assert sarah.who.code in phone.get("/plan/").content.decode()


def test_the_code_typed_from_a_sheet_opens_the_runner_s_own_page(sarah):
    [code] = set(TYPED.findall(texts(file_of(sarah))[0]))
    phone = Client()
    response = phone.post("/code/", {"code": code}, follow=True)

    assert response.redirect_chain[-1] == ("/plan/", 302)
    assert sarah.who.code in phone.get("/plan/").content.decode()


def as_a_phone_sees_it(picture, turn, blur):
    """The upper right of a page in poor light: turned, out of focus, gray, with grain."""
    wide, high = picture.size
    part = picture.convert("L").crop((wide // 2, 0, wide, high // 4))
    turned = part.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    dim = turned.filter(ImageFilter.GaussianBlur(blur)).point(lambda light: round(40 + light * 0.6))
    grain = Image.frombytes("L", dim.size, Random(7).randbytes(dim.width * dim.height))
    return ImageChops.add(dim, grain.point(lambda light: round(128 + (light - 128) * 0.12)), 1, -128)


@pytest.mark.parametrize(("turn", "blur"), [(0, 0.8), (5, 0.8), (-8, 0.6), (90, 0.6), (172, 0.8)])
def test_a_turned_and_blurred_picture_in_poor_light_is_read(turn, blur):
    subject = replace(job_for(plan_for()).subject, link=LINK)
    picture = seen(file_of(subject), 200)[0]

    assert read(as_a_phone_sees_it(picture, turn, blur)) == [LINK.address]


@pytest.mark.parametrize("dots_per_inch", [150, 300])
def test_a_gray_printer_s_page_is_read(sarah, dots_per_inch):
    assert read(seen(file_of(sarah), dots_per_inch)[0].convert("L")) == [sarah.link.address]


def test_a_creased_code_is_read():
    [picture] = seen(printed(qr_square(address(95), QR)), 300)
    side = picture.width
    picture.paste((255, 255, 255), (round(side * 0.55), 0, round(side * 0.57), side))

    assert read(picture) == [address(95)]


def test_the_code_leads_to_the_address_of_the_site(db, settings):
    settings.SITE_URL = "https://screen.example.org"
    link = subject_of(sent(SARAH)[0]).link

    assert link.address.startswith("https://screen.example.org/r/")
    assert link.typed_at == "screen.example.org/code"


def test_every_page_says_where_to_type_the_code(sarah):
    told = f"No camera? Type {sarah.link.code} at {sarah.link.typed_at}."

    assert all(told in page for page in texts(file_of(sarah)))


def test_a_sheet_without_a_link_has_no_code():
    job = job_for(plan_for())

    assert job.subject.link is None
    assert "No camera?" not in texts(pack([Order(job.subject, job.contents)], Press(Look(), CLINIC, TODAY)))[0]


def test_a_block_holds_the_square_and_the_code_under_it():
    block = qr_block(LINK, job_for(plan_for()), 80)
    [line] = placements(block)

    assert (block.width, block.height) == (80, 80 + CODE.lead)
    assert (line.words, line.size >= 8) == (LINK.code, True)
    assert (line.left + line.right) / 2 == pytest.approx(40)
    assert line.top >= 80


def test_a_block_may_say_where_to_type_it():
    block = qr_block(LINK, job_for(plan_for()), 120, where=SMALL)
    lines = list(placements(block))

    assert " ".join(line.words for line in lines[1:]) == "No camera? Type 7KQM2-XHT9P at screen.example.org/code."
    assert max(line.bottom for line in lines) <= block.height
    assert read(seen(printed(block))[0]) == [LINK.address]


def test_the_code_stands_within_the_margins(sarah):
    [picture] = seen(file_of(sarah), POINTS * 2)[:1]
    [found] = zxingcpp.read_barcodes(picture)

    assert found.position.top_left.y >= 2 * MARGIN - 2
    assert found.position.bottom_right.x <= picture.width - 2 * MARGIN + 2
