"""What leads on from a review: a template of this plan for those who keep the library, FHIR for the manager."""

import pytest
from django.urls import reverse

from programs.deciding import decide
from programs.models import Decision
from tests.clinic.reviewing import check_of, page_of
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, member, sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("role", "keeps"), [(FRONT_DESK, False), (CLINICIAN, True), (MANAGER, True)])
def test_who_keeps_the_library_may_keep_a_plan_as_a_template(role, keeps):
    check = check_of("V01")
    page = page_of(check, sign_in(role))

    assert (f'action="{reverse("clinic:template_from", args=[check.code])}"' in page.html) is keeps


@pytest.mark.parametrize(("role", "saves"), [(FRONT_DESK, False), (CLINICIAN, False), (MANAGER, True)])
def test_the_manager_may_save_a_check_as_fhir(role, saves):
    check = check_of("V01")
    page = page_of(check, sign_in(role))

    assert (f'href="{reverse("clinic:fhir", args=[check.code])}"' in page.html) is saves


def test_the_decisions_say_what_was_filled_in_at_once_on_a_check_from_paper():
    check = check_of("V01")
    detail = {"repeats": "", "no_to_all": ["RF-13", "RF-22"]}
    decide(check.pk, Decision.Kind.TYPED_IN, by=member(FRONT_DESK), version=None, detail=detail)

    assert "Said no to all of these at once: RF-13, RF-22" in page_of(check).text
