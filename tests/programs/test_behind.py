"""Where a clinician's rating decided the plan, page, paper and record say so, and name one leg alone."""

import pytest
from django.utils import timezone

from programs.actions import plan_for
from programs.behind import behind
from programs.printing.subjects import subject_of
from programs.ratings import own_case
from programs.rules.second_look import case_with
from screening.assessment import assess
from screening.case import Leg
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.page import Page
from tests.programs.staff_decided import KIND, decided, plan_of

pytestmark = pytest.mark.django_db
NONE, MARKED, UNCLEAR = (0, 0), (2, 2), (None, None)
LOOKED = "A clinician looked at your squat on "
DROPPED = "When you stood on your right leg, your belt line tipped down a lot"
LEVEL_LEFT = "When you stood on your left leg, your belt line stayed level"
DROPPED_LEFT = "When you stood on your left leg, your belt line tipped down a lot"


def rated(screening, **legs):
    """Kim's rating of these legs, each as (hip, knee)."""
    common = {"trunk_lean": 0, "balance": 0, "reps": 5, "pain": 0}
    detail = {side: {"hip_drop": hip, "knee_cave": knee, **common} for side, (hip, knee) in legs.items()}
    return decided(screening, KIND.RERATED, detail=detail)


def accepted(screening, **legs):
    """A rating, and the plan that the rules make of it, issued."""
    detail = rated(screening, **legs).detail
    case = case_with(own_case(screening), {side: Leg(side=side, **seen) for side, seen in detail.items()})
    plan = plan_for(case, assess(case), today=timezone.localdate())
    decided(screening, KIND.ACCEPTED, plan=plan, detail={"source": "rated"})
    return Screening.objects.get(pk=screening.pk)


def result_page(token):
    return Page(device(token).get("/plan/")).text


@pytest.fixture
def turned():
    """Sarah, who saw her left hip drop; Kim saw the right one, and accepted the plan of that."""
    screening, token = sent(VIGNETTES["V01"]["case"])
    return accepted(screening, left=NONE, right=MARKED), token


def test_the_lead_tells_what_the_clinician_saw_and_names_one_leg(turned):
    said = result_page(turned[1])
    lead = said[said.index(LOOKED) : said.index("It is not a diagnosis.")]

    assert "A hip control pattern on the right" in said
    assert DROPPED in lead
    assert "hip control pattern on the right." in lead
    assert "left leg" not in lead
    assert "on the left." not in said


def test_the_runner_s_own_answers_stay_with_the_clinician_s_look_beside_them(turned):
    said = result_page(turned[1])
    own = said[said.index("What you saw in the mirror") : said.index("Why this plan")]
    left, right = own[own.index("Left leg") : own.index("Right leg")], own[own.index("Right leg") :]

    assert "Your plan follows what the clinician saw." in own
    assert left.index(DROPPED_LEFT) < left.index("A clinician looked at this leg on") < left.index(LEVEL_LEFT)
    assert right.index("A clinician looked at this leg on") < right.index(DROPPED)


def test_paper_says_what_the_page_says(turned):
    screening, token = turned
    said, seen = result_page(token), subject_of(screening, looking=True).seen
    looks = [leg.looked for leg in seen.legs]

    for words in (seen.title, *seen.lead, *(leg.sentence for leg in seen.legs), *seen.reasons):
        assert " ".join(words.split()) in said, words
    assert seen.title == "A hip control pattern on the right"
    assert all(look.startswith("A clinician looked at this leg on") for look in looks)
    assert LEVEL_LEFT in looks[0]


def test_the_sheet_what_we_saw_carries_both(turned):
    page = Page(device(turned[1]).get("/plan/sheet/?what=seen")).text

    assert "A clinician looked at this leg on" in page
    assert LEVEL_LEFT in page
    assert device(turned[1]).get("/plan/sheet.pdf?what=seen").status_code == 200


def test_the_sheets_are_for_the_leg_that_the_clinician_saw(turned):
    page = Page(device(turned[1]).get("/plan/sheet/?what=stage-1")).text

    assert "Right leg first" in page
    assert "eft leg first" not in page


def test_the_record_says_which_rating_the_plan_follows(turned):
    record = subject_of(turned[0], for_staff=True).record
    rules = [rule.sentence for rule in record.rules]

    assert record.notes[0].startswith("The plan follows the clinician's rating of ")
    assert "right" in record.notes[0]
    assert "We call this a hip control pattern on the left. It gives us a place to start." not in rules
    assert "We call this a hip control pattern on the right. It gives us a place to start." in rules


def test_a_rating_that_nobody_accepted_changes_nothing_for_the_runner():
    screening, token = sent(VIGNETTES["V01"]["case"])
    before = result_page(token)
    rated(screening, left=NONE, right=MARKED)

    assert result_page(token) == before


def test_a_rating_after_the_accepted_one_does_not_count_yet(turned):
    rated(turned[0], left=MARKED, right=NONE)

    assert "A hip control pattern on the right" in result_page(turned[1])


def test_one_rated_leg_leaves_the_other_one_s_own_answers():
    screening, _token = sent(VIGNETTES["V01"]["case"])
    accepted(screening, right=MARKED)
    seen = subject_of(Screening.objects.get(pk=screening.pk), looking=True).seen

    assert seen.title == "A hip control pattern on both sides"
    assert [bool(leg.looked) for leg in seen.legs] == [False, True]


def test_where_the_clinician_saw_none_nobody_is_told_that_they_saw_none_themselves():
    screening, token = sent(VIGNETTES["V01"]["case"])
    accepted(screening, left=NONE, right=NONE)
    said = result_page(token)
    lead = " ".join(subject_of(screening, looking=True).seen.lead)

    assert "In the mirror both legs stayed level" not in said + lead
    assert "Both legs stayed level and in line." in said
    assert lead.startswith(LOOKED)


def test_no_pain_and_no_pattern_by_the_clinician_s_look():
    screening, token = sent(VIGNETTES["V04"]["case"])
    accepted(screening, left=NONE, right=NONE)
    said = result_page(token)

    assert "No pattern was seen on either leg." in said
    assert "You saw no pattern on either leg." not in said


def test_a_check_that_was_unclear_gets_the_class_that_the_clinician_saw():
    screening, token = sent(VIGNETTES["V11"]["case"])
    accepted(screening, left=MARKED, right=NONE)
    said = result_page(token)

    assert "A hip control pattern on the left" in said
    assert LOOKED in said
    assert "was not clear" not in said
    assert "Do the mirror check again" not in said


def test_a_plan_that_the_rules_find_so_no_longer_is_the_clinic_s(turned):
    screening, token = turned
    screening.decisions.filter(kind=KIND.RERATED).update(detail={})

    assert behind(screening, plan_of(screening)).assessment is None
    assert "Your plan from the clinic" in result_page(token)
