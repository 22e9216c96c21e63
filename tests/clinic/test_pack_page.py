"""The page where staff print packs: who may, what is typed, who goes without, and the file as it grows."""

import pytest
from django.test import Client
from django.urls import reverse

from clinic.roles import Role
from screening.limits import MOST_IN_A_PACK
from screening.models import Screening
from tests.clinic.front_desk import PACK, USUAL, case, printing, sarah_and_ben, signed_in, stopped
from tests.drafts import device, draft, sent
from tests.page import Page
from tests.staff import sign_in


@pytest.fixture
def staff(db):
    return signed_in()


@pytest.fixture
def two(db):
    """Sarah and Ben, both with exercises and run weeks."""
    return sarah_and_ben()


def problems(response):
    return [link.text for link in Page(response).all("a") if link.inside(id="error-summary")]


def test_a_stranger_is_asked_to_sign_in(client, db):
    response = client.get(PACK)

    assert (response.status_code, response["Location"]) == (302, f"{reverse('account_login')}?next={PACK}")


def test_a_runner_s_cookie_opens_nothing(two):
    client = device(sent(case("V01"))[1])

    assert client.get(PACK).status_code == 302
    assert printing(client, two[0].code).status_code in (302, 403)
    assert not Screening.objects.exclude(opened_at=None).exists()


@pytest.mark.parametrize("role", Role)
def test_every_role_may_print(db, role):
    assert sign_in(role).get(PACK).status_code == 200


def test_with_one_factor_nobody_gets_in(db):
    response = sign_in(Role.FRONT_DESK, second_factor=False).get(PACK)

    assert response.status_code == 302


def test_no_form_is_taken_without_its_token(staff, two):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = staff.cookies

    assert printing(strict, two[0].code).status_code == 403


def test_codes_are_read_leniently(staff, two):
    response = printing(staff, f"  {two[0].code.lower()} ", "", f"{two[1].code}\r")

    assert response["Content-Type"] == "application/pdf"


def test_a_wrong_line_is_named_and_nothing_typed_is_lost(staff, two):
    response = printing(staff, two[0].code, "ITB-AAAA-AA", "<b>", duplex="1", paper="a4")
    page = Page(response)

    assert problems(response) == ["Line 2: there is no check ITB-AAAA-AA.", "Line 3: there is no check <B>."]
    assert page.one("textarea").text == f"{two[0].code} ITB-AAAA-AA <b>"
    assert {e.attrs["value"] for e in page.all("input") if "checked" in e.attrs} >= {"stage", "run", "a4", "1"}
    assert not Screening.objects.exclude(opened_at=None).exists()


def test_a_check_that_was_not_sent_is_named(staff, two):
    assert problems(printing(staff, draft(case("V01"))[0].code))[0].endswith("has not been sent yet.")


def test_a_code_typed_twice_is_named(staff, two):
    code = two[0].code

    assert problems(printing(staff, code, code)) == [f"Line 2: {code} is on line 1 too."]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"checks": " \n "}, "Type at least one code or name."),
        ({"checks": "\n".join(["ITB-AAAA-AA"] * (MOST_IN_A_PACK + 1))}, "A pack takes 120 runners. Here are 121."),
        ({"checks": "x\n" * 10_000}, "A pack takes 120 runners. Here are 10000."),
        ({"checks": "x" * 20_001}, "This is too long. A pack takes 120 runners, one on a line."),
        ({"kinds": []}, "Tick at least one sheet."),
    ],
)
def test_too_much_or_too_little_is_said(staff, two, changes, said):
    assert said in problems(staff.post(PACK, USUAL | {"checks": two[0].code} | changes))


@pytest.mark.parametrize("field", ["kinds", "layout", "paper", "large", "duplex", "despite"])
@pytest.mark.parametrize("value", ["nonsense", "\0", "<script>", "9" * 500])
def test_no_option_breaks_it(staff, two, field, value):
    response = printing(staff, two[0].code, **{field: value})

    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_what_is_larger_than_the_site_takes_is_refused(staff):
    assert staff.post(PACK, USUAL | {"checks": "ITB-AAAA-AA\n" * 10_000}).status_code == 413


def test_who_goes_without_is_named_with_the_reason_before_anything_is_printed(staff, two):
    held = sent(case("V14"), name="Ana Diaz")[0]
    page = Page(printing(staff, two[0].code, held.code))

    assert f"{held.code} Ana Diaz A clinician has to look first. Return to running" in page.text
    assert two[0].code not in page.one("section", class_="notice notice-caution pack-without").text
    assert not Screening.objects.exclude(opened_at=None).exists()


def despite(page):
    return page.one("input", name="despite").attrs["value"]


def test_one_more_click_prints_the_others(staff, two):
    held = sent(case("V14"), name="Ana Diaz")[0]
    yes = despite(Page(printing(staff, two[0].code, held.code)))

    assert printing(staff, two[0].code, held.code, despite=yes)["Content-Type"] == "application/pdf"


def test_a_yes_to_one_gap_is_no_yes_to_another(staff, two):
    held, other = sent(case("V14"))[0], sent(case("V14"))[0]
    yes = despite(Page(printing(staff, two[0].code, held.code)))

    assert other.code in Page(printing(staff, two[0].code, other.code, despite=yes)).text


def test_nothing_at_all_to_print_is_said_with_the_reason(staff, db):
    response = printing(staff, stopped().code)

    assert problems(response) == ["None of these runners has any of these sheets."]
    assert "A red flag ended the check" in Page(response).text
    assert not Page(response).all("input", name="despite")


def test_a_plan_on_hold_is_not_handed_out(staff, two):
    later = sent(case("V05"))[0]
    Screening.objects.filter(pk=later.pk).update(repeat_of=two[0], level="urgent")

    assert "A later check met a red flag" in Page(printing(staff, two[0].code, two[1].code)).text


def test_an_erased_check_is_named(staff, two):
    two[0].delete()

    assert len(problems(printing(staff, two[0].code))) == 1


def test_the_page_s_script_gets_the_page_where_something_is_to_be_said(staff, two):
    response = staff.post(PACK, USUAL | {"checks": "?"}, headers={"accept": "application/x-pack-progress"})

    assert response["Content-Type"].startswith("text/html")


def test_the_codes_of_the_clinic_s_list_are_filled_in(staff, two):
    page = Page(staff.get(PACK, {"check": f"{two[1].code},{two[0].code}"}))

    assert page.one("textarea").text == f"{two[1].code} {two[0].code}"
