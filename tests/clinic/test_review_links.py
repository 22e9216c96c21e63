"""What leads on from a review: a template of this plan for those who keep the library, FHIR for the manager."""

import pytest
from django.urls import reverse

from tests.clinic.reviewing import check_of, page_of
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, sign_in

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
