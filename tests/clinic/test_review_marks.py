"""Every word of a review is marked for translation."""

import re

import pytest
from django.utils import timezone

from programs.deciding import decide
from programs.models import Decision
from programs.views import plan_at
from tests.clinic.reviewing import address, check_of, rating, stopped
from tests.page import Page
from tests.staff import CLINICIAN, member, sign_in
from tests.test_translation_marks import bare, pseudo, unmarked  # noqa: F401

OURS = re.compile(r"Kim Sato|Clinic article|needs sign-off|clinic setting|itbcare")
RULE = re.compile(r"\b[A-Z]{2}-\d\d\b|\bmi\b|\bAM\b|\bPM\b")
TYPED = {"Go slow.", "Fewer at first."}


@pytest.fixture
def kim(pseudo, db):  # noqa: F811
    member(CLINICIAN)
    return sign_in(CLINICIAN)


def left_over(client, check):
    """The words outside the marks, without sources, names and what was typed."""
    html = re.sub(r"<small>[^<⟦]*</small>", "", client.get(address("review", check)).content.decode())
    html = re.sub(r"<textarea.*?</textarea>", "", html, flags=re.DOTALL)
    found = {bare(RULE.sub("", words)) for words in unmarked(Page(html)) if not OURS.search(words)}
    return found - TYPED - {""}


def test_a_review_is_marked(kim):
    assert left_over(kim, check_of("V14", name="Sarah Miller")) == set()


def test_a_locked_review_is_marked(kim):
    assert left_over(kim, stopped("V06")) == set()


def test_a_rated_and_decided_review_is_marked(kim):
    check = check_of("V01", name="Sarah Miller")
    kim.post(address("rate", check), rating(check, left=("0", "1")))
    user, plan = member(CLINICIAN), plan_at(check).read()
    decide(check.pk, Decision.Kind.CHANGED, by=user, version=None, plan=plan, reason="Fewer at first.", note="Go slow.")
    decide(check.pk, Decision.Kind.CLAIMED, by=user, version=None, claimed_by=user, claimed_at=timezone.now())
    assert left_over(kim, check) == set()
