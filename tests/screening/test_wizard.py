"""The walk: no step is skipped, a red flag ends it in time, and answers no longer asked for are dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.questions import load_questions
from screening.rules.red_flags import ANSWERS, FLAG_IDS, URGENT_IDS, Level, triage
from screening.typed_answers import typed_answers
from screening.wizard import SEEN, Walk
from tests.cases import sarah, tom

QUESTIONS = load_questions()
MIRROR = [page for page in QUESTIONS.pages if page.part == "mirror_check"]
DISTANCES = ("usual_week", "last_week", "longest_run", "onset_distance")


def stored(case, **typed):
    """All answers of a case as they are stored, asked for or not."""
    given = typed_answers(case) | {"name": "", "email": ""} | typed
    unit = given["unit"]
    given |= {key: f"{given[key]} {unit}" for key in DISTANCES if given.get(key)}
    return given | {SEEN + page.slug: "yes" for page in QUESTIONS.pages}


def walk_pages(given):
    """The pages a runner sees who answers like this, saved page by page, and the walk where it ended."""
    answers, shown = {}, []
    while (page := Walk(QUESTIONS, answers).first_open()) and not Walk(QUESTIONS, answers).stops():
        shown.append(page.slug)
        of_page = {key: given[key] for key in (*(q.key for q in page.questions), SEEN + page.slug) if key in given}
        answers = Walk(QUESTIONS, {**answers, **of_page}).pruned()
    return shown, Walk(QUESTIONS, answers)


def walk(**answers):
    return Walk(QUESTIONS, answers)


SARAHS = walk(**Walk(QUESTIONS, stored(sarah())).pruned())
SHOWN = [SEEN + page.slug for page in QUESTIONS.pages if not page.questions]
NEEDED = [key for key in SARAHS.answers if not key.startswith(SEEN)] + SHOWN


def test_a_walk_begins_at_the_first_page():
    assert walk().first_open() == QUESTIONS.pages[0]


def test_a_walk_with_all_answers_has_no_open_page():
    assert SARAHS.first_open() is None


def test_a_blank_answer_stands_only_for_an_optional_question():
    blank = Walk(QUESTIONS, {"name": "", "age": ""})

    assert blank.has_answer(QUESTIONS.question("name"))
    assert not blank.has_answer(QUESTIONS.question("age"))


@pytest.mark.parametrize("page", QUESTIONS.pages[1:], ids=lambda page: page.slug)
def test_no_page_opens_before_the_first_is_answered(page):
    assert not walk().may_open(page)


@given(st.sets(st.sampled_from(NEEDED), min_size=1, max_size=3))
def test_no_page_opens_past_a_missing_answer(missing):
    left = Walk(QUESTIONS, {k: v for k, v in SARAHS.answers.items() if k not in missing})
    pages = left.asked_pages()

    reached = [page for page in pages if left.may_open(page)]

    assert reached == list(pages[: pages.index(left.first_open()) + 1])


def test_pages_of_pain_are_not_asked_without_pain():
    asked = {page.slug for page in Walk(QUESTIONS, stored(tom())).asked_pages()}

    assert not asked & {"which-side", "where", "how-it-began", "better-or-worse", "how-much", "how-long"}


def test_a_page_that_is_not_asked_does_not_open():
    assert not Walk(QUESTIONS, stored(tom())).may_open(QUESTIONS.page("where"))


@pytest.mark.parametrize("first", ["0", "1", "2"])
def test_a_second_look_is_asked_only_after_cant_tell(first):
    page = QUESTIONS.page("left-hip-again")

    assert page not in walk(left_hip_drop=first).asked_pages()
    assert page in walk(left_hip_drop="cant_tell").asked_pages()


def test_forward_and_back_are_the_same_way():
    pages = SARAHS.asked_pages()

    assert [SARAHS.after(page) for page in pages[:-1]] == list(pages[1:])
    assert [SARAHS.before(page) for page in pages[1:]] == list(pages[:-1])
    assert (SARAHS.before(pages[0]), SARAHS.after(pages[-1])) == (None, None)


def test_a_page_that_is_not_asked_leads_nowhere():
    page = QUESTIONS.page("where")

    assert (walk().after(page), walk().before(page)) == (None, None)


def test_the_progress_counts_asked_pages_part_by_part():
    parts = SARAHS.progress(QUESTIONS.page("your-bones"))

    assert [(part.done, part.total, part.current) for part in parts[:3]] == [(1, 1, False), (2, 4, True), (0, 3, False)]
    assert sum(part.current for part in parts) == 1


def test_a_change_to_no_pain_drops_the_answers_about_pain():
    kept = Walk(QUESTIONS, stored(sarah()) | {"pain": "no"}).pruned()

    assert not {"pain_side", "pain_spot", "onset_distance", "pain_rest", SEEN + "where"} & set(kept)
    assert kept["usual_week"] == "25 mi"


def test_a_change_to_no_injury_drops_its_details():
    given = walk(**{"RF-05": "no", "RF-05a": "no", "RF-05b": "no", "RF-05c": "yes"})

    assert given.pruned() == {"RF-05": "no"}


def test_a_change_of_unit_opens_every_distance_again():
    changed = Walk(QUESTIONS, SARAHS.answers | {"unit": "km"})

    opened = [q.key for page in changed.asked_pages() for q in changed.asked(page) if not changed.has_answer(q)]

    assert set(opened) == set(DISTANCES)
    assert changed.first_open().slug == "usual-running"


@pytest.mark.parametrize("key", ["RF-01", "RF-03", "RF-04", "RF-06", "RF-07", "RF-08"])
def test_an_urgent_answer_stops_at_once(key):
    assert walk(**{key: "yes"}).stops()


def test_an_answer_for_the_clinician_waits_for_the_urgent_questions():
    first_page = dict.fromkeys(("RF-01", "RF-03", "RF-04", "RF-07", "RF-08"), "no")
    all_urgent = first_page | {"RF-05": "no", "RF-06": "no"}

    assert not Walk(QUESTIONS, first_page | {"age": "16"}).stops()
    assert Walk(QUESTIONS, all_urgent | {"age": "16"}).stops()


def test_an_injury_waits_for_its_details():
    but_details = {key: "no" for key in URGENT_IDS if len(key) == 5} | {"RF-05": "yes"}
    calm = but_details | {"RF-05a": "yes", "RF-05b": "yes", "RF-05c": "no"}

    assert not Walk(QUESTIONS, but_details).stops()
    assert Walk(QUESTIONS, calm).stops()


def test_a_caution_never_stops_the_walk():
    assert not walk(**dict.fromkeys(FLAG_IDS, "no") | {"RF-22": "yes", "RF-13": "not_sure"}).stops()


def test_pain_at_rest_stops_before_the_mirror():
    shown, ended = walk_pages(stored(sarah(pain_rest=8)))

    assert shown[-1] == "how-much"
    assert ended.triage().level == Level.CLINICIAN_FIRST


@given(
    st.fixed_dictionaries({key: st.sampled_from(("no", "no", "no", *ANSWERS)) for key in FLAG_IDS}),
    st.sampled_from([17, 18, 54, 55, 80]),
    st.sampled_from([0, 6, 7, 10]),
    st.booleans(),
)
def test_no_red_flag_that_locks_ever_reaches_the_mirror(flags, age, rest, pain):
    given = stored(sarah(pain_rest=rest) if pain else tom(), age=str(age), **flags)
    asked = {k: v for k, v in flags.items() if k not in ("RF-05a", "RF-05b", "RF-05c") or flags["RF-05"] == "yes"}

    shown, ended = walk_pages(given)
    truth = triage(asked, age=age, pain_rest=rest if pain else None)

    assert truth.locked != any(page.slug in shown for page in MIRROR)
    assert ended.stops() == truth.locked
    # The page says the whole truth: what a later page would have made urgent is never left unsaid.
    assert not truth.locked or ended.triage().level == truth.level
