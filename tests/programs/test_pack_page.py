"""The page where staff print packs: who may, what is typed, who goes without, and the file as it grows."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from programs.printing.pack_forms import MOST_RUNNERS
from programs.printing.pack_views import PROGRESS
from programs.printing.subjects import subject_of, subjects_of
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, sent
from tests.page import Page

PACK = "/staff/pack/"
USUAL = {"kinds": ["stage", "run"], "layout": "fit", "paper": "letter"}


def case(short):
    return VIGNETTES[short]["case"]


@pytest.fixture
def staff(db):
    client = Client()
    client.force_login(User.objects.create_superuser("dana", password="x"))
    return client


@pytest.fixture
def two(db):
    """Sarah and Ben, both with exercises and run weeks."""
    return sent(case("V01"), name="Sarah Miller")[0], sent(case("V02"), name="Ben Ortiz")[0]


def printing(client, *codes, **changes):
    return client.post(PACK, USUAL | {"checks": "\n".join(codes)} | changes)


def text_of(response):
    pages = PdfReader(BytesIO(response.content)).pages
    return " ".join(page.extract_text() for page in pages)


def problems(response):
    return [link.text for link in Page(response).all("a") if link.inside(id="error-summary")]


def test_a_stranger_is_asked_to_sign_in(client, db):
    response = client.get(PACK)

    assert (response.status_code, response["Location"]) == (302, f"/admin/login/?next={PACK}")


def test_a_runner_s_cookie_opens_nothing(two):
    client = device(sent(case("V01"))[1])

    assert client.get(PACK).status_code == 302
    assert printing(client, two[0].code).status_code == 302
    assert not Screening.objects.exclude(opened_at=None).exists()


def test_staff_who_may_not_see_checks_are_refused(db):
    client = Client()
    client.force_login(User.objects.create_user("temp", is_staff=True))

    assert client.get(PACK).status_code == 403


def test_staff_who_may_see_checks_are_let_in(db):
    user = User.objects.create_user("front", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_screening"))
    client = Client()
    client.force_login(user)

    assert client.get(PACK).status_code == 200


def test_no_form_is_taken_without_its_token(staff, two):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = staff.cookies

    assert printing(strict, two[0].code).status_code == 403


def test_the_pack_has_everyone_in_the_order_typed(staff, two):
    sarah, ben = two
    response = printing(staff, ben.code, sarah.code)
    words = text_of(response)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="pack-{timezone.localdate()}.pdf"'
    assert words.index("Ben Ortiz") < words.index("Sarah Miller")


def test_codes_are_read_leniently(staff, two):
    response = printing(staff, f"  {two[0].code.lower()} ", "", f"{two[1].code}\r")

    assert response["Content-Type"] == "application/pdf"


def test_printing_marks_each_check_as_opened(staff, two):
    printing(staff, two[0].code)

    assert [Screening.objects.get(pk=one.pk).opened_at is not None for one in two] == [True, False]


def test_the_first_opening_stands(staff, two):
    before = timezone.now()
    Screening.objects.filter(pk=two[0].pk).update(opened_at=before)
    printing(staff, two[0].code)

    assert Screening.objects.get(pk=two[0].pk).opened_at == before


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
        ({"checks": " \n "}, "Type at least one check code."),
        ({"checks": "\n".join(["ITB-AAAA-AA"] * (MOST_RUNNERS + 1))}, "A pack takes 120 codes. Here are 121."),
        ({"checks": "x\n" * 10_000}, "A pack takes 120 codes. Here are 10000."),
        ({"checks": "x" * 20_001}, "This is too long. A pack takes 120 codes, one on a line."),
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

    assert f"{held.code} Ana Diaz Return to running: a clinician has to look first." in page.text
    assert two[0].code not in page.one("section", class_="notice notice-caution pack-without").text
    assert not Screening.objects.exclude(opened_at=None).exists()


def despite(page):
    return page.one("input", name="despite").attrs["value"]


def test_one_more_click_prints_the_others(staff, two):
    held = sent(case("V14"), name="Ana Diaz")[0]
    yes = despite(Page(printing(staff, two[0].code, held.code)))
    response = printing(staff, two[0].code, held.code, despite=yes)

    assert response["Content-Type"] == "application/pdf"
    assert "Ana Diaz" in text_of(response)


def test_a_yes_to_one_gap_is_no_yes_to_another(staff, two):
    held, other = sent(case("V14"))[0], sent(case("V14"))[0]
    yes = despite(Page(printing(staff, two[0].code, held.code)))

    assert other.code in Page(printing(staff, two[0].code, other.code, despite=yes)).text


def test_nothing_at_all_to_print_is_said_with_the_reason(staff, db):
    stopped = sent(case("V01"))[0]
    Screening.objects.filter(pk=stopped.pk).update(level="urgent")
    response = printing(staff, stopped.code)

    assert problems(response) == ["None of these runners has any of these sheets."]
    assert "a red flag ended the check" in Page(response).text
    assert not Page(response).all("input", name="despite")


def test_a_plan_on_hold_is_not_handed_out(staff, two):
    later = sent(case("V05"))[0]
    Screening.objects.filter(pk=later.pk).update(repeat_of=two[0], level="urgent")

    assert "a later check met a red flag" in Page(printing(staff, two[0].code, two[1].code)).text


def test_an_erased_check_is_named(staff, two):
    two[0].delete()

    assert len(problems(printing(staff, two[0].code))) == 1


def growing(client, *codes):
    response = client.post(PACK, USUAL | {"checks": "\n".join(codes)}, headers={"accept": PROGRESS})
    return response, response.getvalue()


def test_the_page_s_script_hears_how_far_it_is_and_then_gets_the_very_file(staff, two):
    codes = [one.code for one in two]
    response, data = growing(staff, *codes)
    head, _, file = data.partition(b"pdf ")
    length, _, pdf = file.partition(b"\n")

    assert (response["Content-Type"], head.decode().split("\n")) == (PROGRESS, [f"{n} 4" for n in range(5)] + [""])
    assert (int(length), pdf) == (len(pdf), printing(staff, *codes).content)


def test_before_the_first_line_is_sent_all_reading_is_done(staff, two, django_assert_num_queries):
    response = staff.post(PACK, USUAL | {"checks": two[0].code}, headers={"accept": PROGRESS})
    with django_assert_num_queries(0):
        response.getvalue()


def test_the_page_s_script_gets_the_page_where_something_is_to_be_said(staff, two):
    response = staff.post(PACK, USUAL | {"checks": "?"}, headers={"accept": PROGRESS})

    assert response["Content-Type"].startswith("text/html")


def test_the_codes_of_the_clinic_s_list_are_filled_in(staff, two):
    page = Page(staff.get(PACK, {"check": f"{two[1].code},{two[0].code}"}))

    assert page.one("textarea").text == f"{two[1].code} {two[0].code}"


def test_the_clinic_s_list_leads_here_in_its_own_order(staff, two):
    chosen = {"action": "print_pack", "_selected_action": [one.pk for one in two]}
    response = staff.post("/admin/screening/screening/", chosen)
    listed = response["Location"].split("check=")[1].split("%2C")

    assert response["Location"].startswith(PACK)
    assert sorted(listed) == sorted(one.code for one in two)
    assert staff.get(response["Location"]).status_code == 200


def test_the_clinic_s_list_refuses_more_than_a_pack_takes(staff, two, monkeypatch):
    monkeypatch.setattr("screening.admin.MOST_IN_A_PACK", 1)
    chosen = {"action": "print_pack", "_selected_action": [one.pk for one in two]}
    response = staff.post("/admin/screening/screening/", chosen, follow=True)

    assert "Choose at most 1 checks" in response.content.decode()


def test_many_are_gathered_as_one_is(two):
    people = [Screening.objects.get(pk=one.pk) for one in (*two, sent(case("V10"))[0], sent(case("V14"))[0])]
    alone = [subject_of(person, for_staff=True) for person in people]

    assert subjects_of(people, for_staff=True) == alone


def test_more_runners_ask_no_more_of_the_database(db, django_assert_num_queries):
    people = [sent(case("V01"))[0] for _ in range(8)]
    subjects_of(people)
    for some in (people[:2], people):
        fresh = list(Screening.objects.filter(pk__in=[one.pk for one in some]).select_related("repeat_of"))
        with django_assert_num_queries(5):
            subjects_of(fresh, for_staff=True)
