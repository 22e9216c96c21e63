"""A list as a file: any usual encoding, any column, and nothing that could do harm."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clinic.packs.list_file import ListFileError, lines_of, text_of
from tests.clinic.front_desk import PACK, USUAL, case, sarah_and_ben, signed_in
from tests.drafts import sent
from tests.page import Page

KNOWN = {"Sarah Miller", "Miller, Sarah", "Łukasz Díaz", "ITB-7F3K-Q2"}


def knows(cell):
    return cell in KNOWN


def read(text, name="list.csv"):
    return lines_of(text.encode(), name, knows)


@pytest.mark.parametrize(
    "data",
    [
        "Zoë Diaz".encode(),
        "Zoë Diaz".encode("utf-8-sig"),
        "Zoë Diaz".encode("utf-16"),
        BOM_UTF16_BE + "Zoë Diaz".encode("utf-16-be"),
        "Zoë Diaz".encode("utf-16-le"),
        "Zoë Diaz".encode("latin-1"),
        BOM_UTF16_LE + "Zoë Diaz".encode("utf-16-le"),
    ],
)
def test_every_usual_encoding_is_read(data):
    assert text_of(data) == "Zoë Diaz"


@pytest.mark.parametrize("data", [b"x" * 65_537, b"PK\x03\x04rest", b"%PDF-1.7", b"", b" \n "])
def test_what_is_no_list_is_said(data):
    with pytest.raises(ListFileError):
        text_of(data)


def test_a_text_file_has_one_runner_on_a_line():
    assert read("Miller, Sarah\n\n ITB-7F3K-Q2 \n", "list.txt") == ["Miller, Sarah", "ITB-7F3K-Q2"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_first_column_with_a_runner_is_taken(sign):
    rows = [["Time", "Patient", "Room"], ["7:45", "Sarah Miller", "A"], ["8:00", "Jon Doe", "B"]]

    assert read("\n".join(sign.join(row) for row in rows)) == ["Sarah Miller", "Jon Doe"]


def test_quotes_hold_a_comma():
    assert read('8:00,"Miller, Sarah"\n8:15,"Doe, Jon"') == ["Miller, Sarah", "Doe, Jon"]


def test_first_and_last_name_in_two_columns_are_put_together():
    assert read("Last name,First name\nMiller,Sarah") == ["Sarah Miller"]


def test_two_columns_without_a_heading_are_tried_as_a_name():
    assert read("Miller,Sarah\nDoe,Jon") == ["Sarah Miller", "Jon Doe"]


def test_a_list_of_strangers_is_its_first_column():
    assert read("Name,Room\nJon Doe,A\nAnn Roe,B") == ["Jon Doe", "Ann Roe"]


def test_what_a_spreadsheet_puts_around_text_is_taken_off():
    assert read('="ITB-7F3K-Q2",x\n') == ["ITB-7F3K-Q2"]


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+1", "-2+3", '=HYPERLINK(""x"")'])
def test_a_formula_is_only_text(cell):
    assert read(f'"{cell}"\n', "list.csv") == [cell.replace('""', '"')]


@pytest.mark.parametrize("text", ["a,b\n" * 5000, ",,,\n,,\n", '"open quote\nx', "\x00,\x00"])
def test_odd_files_do_not_break_it(text):
    with suppress(ListFileError):
        assert all(isinstance(line, str) for line in read(text[:60_000]))


@pytest.fixture
def staff(db):
    return signed_in()


def uploading(client, data, name="tomorrow.csv", **more):
    file = SimpleUploadedFile(name, data)
    return Page(client.post(PACK, USUAL | {"checks": "", "list": file} | more))


def test_a_file_fills_the_box_and_nothing_is_printed_yet(staff):
    two = sarah_and_ben()
    page = uploading(staff, b"Time,Name\n8:00,Sarah Miller\n8:15,Ben Ortiz\n")

    assert page.one("textarea").text == f"{two[0].code} Sarah Miller {two[1].code} Ben Ortiz"


def test_a_file_is_added_to_what_was_typed(staff):
    two = sarah_and_ben()
    page = uploading(staff, b"Ben Ortiz\n", "list.txt", checks=two[0].code)

    assert page.one("textarea").text == f"{two[0].code} {two[1].code} Ben Ortiz"


@pytest.mark.parametrize("size", [70_000, 3_000_000])
def test_a_file_that_is_too_large_is_said_and_nothing_typed_is_lost(staff, size):
    code = sent(case("V01"))[0].code
    page = uploading(staff, b"x" * size, checks=code)

    assert "This file is too large. A list takes 64 KB at most." in page.main
    assert page.one("textarea").text == code


def test_a_workbook_is_asked_for_as_csv(staff):
    assert "save it as CSV" in uploading(staff, b"PK\x03\x04" + b"\0" * 20).main


def test_a_file_of_markup_is_only_text(staff):
    assert "<script>alert" not in uploading(staff, b"<script>alert</script>", "list.txt").html
