"""What the tests of the review share: Kim's browser, and a check by the name of its worked case."""

from django.urls import reverse

from screening.actions import save_page, start
from screening.forms import PageForm
from screening.models import Screening
from screening.questions import load_questions
from screening.typed_answers import typed_answers
from screening.wizard import Walk
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.page import Page
from tests.staff import CLINICIAN, sign_in

LEVEL = {"trunk_lean": "0", "balance": "0", "reps": "5", "pain": "0"}


def check_of(name, /, **typed):
    """The sent check of a worked case, such as V01."""
    return sent(VIGNETTES[name]["case"], **typed)[0]


def stopped(name, **changes):
    """The check of a worked case that a red flag ends, answered page by page up to there."""
    screening, _token = start()
    typed = typed_answers({**VIGNETTES[name]["case"], **changes}) | {"name": "", "email": ""}
    while screening.is_draft:
        walk = Walk(load_questions(), screening.answers)
        form = PageForm(walk, walk.first_open(), typed)
        assert form.is_valid(), form.errors
        screening = save_page(screening.pk, walk.first_open().slug, form.answers_of_page)
    Screening.objects.filter(pk=screening.pk).update(state=Screening.State.WAITING, suspected="")
    screening.refresh_from_db()
    return screening


def address(name, check):
    """The address of one of the clinic's pages on this check."""
    return reverse(f"clinic:{name}", args=[check.code])


def page_of(check, client=None, **query):
    """The page of a review as Kim sees it."""
    response = (client or sign_in(CLINICIAN)).get(address("review", check), query)
    assert response.status_code == 200, response.status_code
    return Page(response)


def rating(check, version=None, **legs):
    """What the form of a rating sends: `left=(hip, knee)`; a leg left out stays open."""
    given = {"version": check.version if version is None else version}
    for side in ("left", "right"):
        given |= {f"{side}_{name}": value for name, value in LEVEL.items()}
        if side in legs:
            given |= {f"{side}_hip_drop": legs[side][0], f"{side}_knee_cave": legs[side][1]}
    return given


def words_in(page, **attrs):
    """The words inside the elements with these attributes, each apart from the next."""
    inside = (data for data, around in page.nodes if any(element.matches(**attrs) for element in around))
    return " ".join(" ".join(inside).split())
