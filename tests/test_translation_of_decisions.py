"""What staff decide and the runner reads of it is marked for translation, but for the clinic's own words."""

import pytest

from screening.actions import open_to_another
from tests.clinic.letter import TYPED, typed
from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.page import Page
from tests.programs.runners import plan_for
from tests.programs.staff_decided import KIND, decided, opened, plan_of, unlocked, walk_in
from tests.staff import MANAGER, sign_in
from tests.test_translation_marks import pseudo, unmarked  # noqa: F401

pytestmark = pytest.mark.django_db
NOTE = "ITB-7F3K-Q2"
"""A note that says no word: what is left unmarked is ours."""
STAFF = ("Kim Sato", "Morgan Bell", "Manager")
"""Names, and a role that the account rooms name."""


def ours(response):
    return {text for text in unmarked(Page(response)) if not text.startswith(STAFF)}


def left_over(client, path="/plan/"):
    return ours(client.get(path, follow=True))


@pytest.mark.parametrize("short", ["V01", "V03", "V10", "V11", "V14"])
def test_a_changed_plan_with_its_note_is_marked(pseudo, short):  # noqa: F811
    screening, token = sent(VIGNETTES[short]["case"], name="Sarah Miller")
    decided(screening, note=NOTE)
    decided(screening, KIND.CHANGED, note=NOTE, plan=opened(plan_of(screening)))

    assert left_over(device(token)) == set()


def test_a_referral_is_marked(pseudo):  # noqa: F811
    screening, token = sent(VIGNETTES["V01"]["case"], name="Sarah Miller")
    decided(screening, KIND.REFERRED, note=NOTE, state="referred")

    assert left_over(device(token)) == set()
    assert left_over(device(token), "/plan/sheet/?what=stage-1") == set()


def test_a_plan_after_a_red_flag_is_marked_before_it_is_made_and_then(pseudo, runner):  # noqa: F811
    runner.whole_walk(VIGNETTES["V08"]["case"])
    screening = unlocked(runner.screening)
    waiting = left_over(runner.client)
    decided(screening, KIND.ACCEPTED, plan=plan_for())

    assert waiting == set()
    assert left_over(runner.client) == set()


def test_a_walk_in_s_page_is_marked(pseudo):  # noqa: F811
    screening = walk_in(plan_for(), name="Sarah Miller")
    decided(screening, note=NOTE)

    assert left_over(device(open_to_another(screening))) == set()


def test_the_letterhead_room_is_marked(pseudo):  # noqa: F811
    client = sign_in(MANAGER)
    said = left_over(client, "/staff/letterhead/") | ours(client.post("/staff/letterhead/", typed()))

    assert said - {" ".join(value.split()) for value in TYPED.values()} == set()
