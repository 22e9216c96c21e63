"""The questions are data: all that the rule set asks, in its words, and nothing that it does not know."""

import re
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from screening.questions import CONTENT, ContentError, Question, load_questions
from screening.rules.red_flags import FLAG_IDS, INJURY_DETAILS

FIGURES = Path(__file__).parents[2] / "static" / "figures"
QUESTIONS = load_questions()
ALL = [question for page in QUESTIONS.pages for question in page.questions]
BY_KEY = {question.key: question for question in ALL}
FLAG_PAGES = [page for page in QUESTIONS.pages if any(q.key.startswith("RF-") for q in page.questions)]

# ruff: noqa: E501 - the wording stands as the rule set has it, one question a line.
# Word for word from the rule set, section 3; RF-21 asks the limp, its pain at rest is asked by P-12.
RED_FLAGS = {
    "RF-01": "Right now, do you have chest pain, trouble breathing, or feel like you might pass out?",
    "RF-02": "In the last 3 months, did you have chest pain, pass out, or feel very short of breath while you exercised? Or do you have a heart problem and no doctor has said it is OK to run?",
    "RF-03": "Is one calf or lower leg newly swollen, warm, red, or darker than the other leg?",
    "RF-04": "Is a knee or hip hot, red, and very swollen, and do you also have a fever, chills, or feel sick?",
    "RF-05": "Did this pain start with a fall, a twist, or a hit in the last 6 weeks?",
    "RF-05a": "Can you take 4 steps on that leg, even with a limp?",
    "RF-05b": "Can you bend that knee as far as when you sit in a chair?",
    "RF-05c": "Did the knee swell up within a few hours, or does the leg look out of shape?",
    "RF-06": "Is your knee stuck, so that you can not fully bend it or straighten it?",
    "RF-07": "Do you have new numbness between your legs, new trouble with peeing or pooping, or new weakness in both legs?",
    "RF-08": "Is your foot newly weak or floppy, so that it slaps or drags when you walk?",
    "RF-09": "Do you have pain deep in the groin or the front of the hip when you run, walk, or stand on that leg?",
    "RF-10": "Does your knee buckle under you?",
    "RF-11": "Does the pain wake you at night when you are not lying on that side, or hurt all day even when you rest?",
    "RF-12": "Is there one small spot on a bone that is very sore to press or hurts when you hop? (Do not count the bump on the outside of the knee.)",
    "RF-13": "Have you ever had a stress fracture, or been told you have weak bones, or taken steroid pills for months?",
    "RF-14a": "Have you missed 3 or more periods in a row? (Choose No if it was from birth control, a baby, or menopause, or if this is not for you.)",
    "RF-14b": "Do you often eat less than your body needs for your training?",
    "RF-15": "Have you had cancer, or have you lost weight without trying, or had fevers or night sweats?",
    "RF-17": "Are you pregnant, or did you have a baby in the last 12 weeks?",
    "RF-18": "In the last 6 months, did you have surgery, a broken bone, or a shot into a joint in your back, hip, or leg? Or have you ever had a hip or knee replaced?",
    "RF-19": "Do you have numbness, tingling, or burning in your leg or foot, or back pain that travels down your leg?",
    "RF-20": "Is your knee puffy, or has it swelled up more than once?",
    "RF-21": "Do you limp when you walk?",
    "RF-22": "Do you take a blood thinner, or do you bruise or bleed very easily?",
    "RF-23": "Do you have swollen joints from an illness such as rheumatoid arthritis, or diabetes with numb feet?",
}  # fmt: skip
NUMBERS = {
    "age": (1, 110), "usual_week": ("0.5", 150), "usual_days": (1, 7), "weeks_off": (0, 520),
    "last_week": (0, 150), "longest_run": (0, 100), "onset_distance": ("0.1", 50), "pain_weeks": (0, 520),
}  # fmt: skip
CHOICES = {
    "unit": "mi km",
    "running_now": "same less stopped",
    "pain": "yes no",
    "pain_side": "left right both",
    "pain_spot": "outer_knee outer_hip front_knee inner_knee back_knee below_outer_knee groin buttock_back shin calf other",
    "began": "slowly one_moment",
    "same_distance": "yes no not_sure",
    "downhill_or_stairs": "yes no not_sure",
    "eases": "minutes same_day next_day does_not",
    **dict.fromkeys(("pain_running", "pain_stairs", "pain_walking", "pain_rest"), " ".join(map(str, range(11)))),
}
PER_LEG = {
    "reps": "0 1 2 3 4 5", "hip_drop": "0 1 2 cant_tell", "knee_cave": "0 1 2 cant_tell", "balance": "0 1 2",
    "trunk_lean": "0 1 2", "support": "yes no", "sure": "sure not_sure",
    "squat_pain": " ".join(map(str, range(11))),
}  # fmt: skip


def values(question):
    return {choice.value for choice in question.choices}


def place(key):
    return next(i for i, page in enumerate(QUESTIONS.pages) if any(q.key == key for q in page.questions))


def test_every_question_of_the_rule_set_is_asked():
    wanted = {f"Q-{n:02}" for n in range(1, 8)} | {f"P-{n:02}" for n in range(1, 14)}

    assert {question.id for question in ALL} - {""} == wanted


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_has_the_range_of_the_rule_set(key):
    low, high = NUMBERS[key]

    assert (Decimal(str(BY_KEY[key].min)), Decimal(str(BY_KEY[key].max))) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("key", CHOICES)
def test_a_choice_offers_what_the_rules_know(key):
    assert values(BY_KEY[key]) == set(CHOICES[key].split())


@pytest.mark.parametrize("leg", ["left", "right"])
@pytest.mark.parametrize("sign", PER_LEG)
def test_each_leg_is_asked_what_the_squat_rules_know(leg, sign):
    assert values(BY_KEY[f"{leg}_{sign}"]) == set(PER_LEG[sign].split())


@pytest.mark.parametrize("key", FLAG_IDS)
def test_a_red_flag_is_asked_word_for_word(key):
    assert BY_KEY[key].label == RED_FLAGS[key]


@pytest.mark.parametrize("key", FLAG_IDS)
def test_a_red_flag_has_three_answers(key):
    assert [choice.label for choice in BY_KEY[key].choices] == ["Yes", "No", "Not sure"]


@pytest.mark.parametrize("key", FLAG_IDS)
def test_a_red_flag_may_not_be_passed_by_and_says_why_it_is_asked(key):
    assert (BY_KEY[key].optional, bool(BY_KEY[key].why)) == (False, True)


def test_no_red_flag_is_asked_that_the_rules_do_not_know():
    assert {key for key in BY_KEY if key.startswith("RF-")} == set(FLAG_IDS) == set(RED_FLAGS)


def test_the_red_flags_stand_on_at_most_four_pages():
    assert 1 <= len(FLAG_PAGES) <= 4


def test_the_red_flags_come_before_the_squat():
    first_mirror = next(i for i, page in enumerate(QUESTIONS.pages) if page.shows == "mirror_set_up")

    assert max(QUESTIONS.pages.index(page) for page in FLAG_PAGES) < first_mirror


def test_the_unit_is_asked_before_every_distance():
    distances = [question.key for question in ALL if question.kind == "distance"]

    assert distances
    assert all(place("unit") < place(key) for key in distances)


def test_name_and_e_mail_are_optional_and_asked_last():
    last = QUESTIONS.pages[-1]

    assert [(q.key, q.optional) for q in last.questions] == [("name", True), ("email", True)]


@pytest.mark.parametrize("key", INJURY_DETAILS)
def test_the_details_of_an_injury_are_asked_only_after_one(key):
    assert BY_KEY[key].when == {"RF-05": ("yes",)}


def test_the_distance_of_the_pain_is_asked_only_where_it_is_always_the_same():
    assert BY_KEY["onset_distance"].when == {"same_distance": ("yes",)}


def test_the_pain_pages_are_asked_only_of_runners_with_pain():
    of_pain = [page for page in QUESTIONS.pages if page.part == "pain" and page.slug != "any-pain"]

    assert of_pain
    assert all(page.when == {"pain": ("yes",)} for page in of_pain)


@pytest.mark.parametrize("page", [page for page in QUESTIONS.pages if page.questions], ids=lambda page: page.slug)
def test_every_page_says_why_it_asks(page):
    assert any(question.why for question in page.questions)


@pytest.mark.parametrize("question", [q for q in ALL if q.id], ids=lambda q: q.key)
def test_every_question_says_what_to_do_when_it_is_left_blank(question):
    assert question.missing or question.optional


@pytest.mark.parametrize("leg", ["left", "right"])
def test_all_of_one_leg_stands_together(leg):
    places = [i for i, page in enumerate(QUESTIONS.pages) if page.leg == leg]

    assert places == list(range(places[0], places[-1] + 1))


def test_the_left_leg_comes_before_the_right():
    assert place("left_sure") < QUESTIONS.pages.index(QUESTIONS.page("right-practice"))


@pytest.mark.parametrize("leg", ["left", "right"])
def test_the_order_of_a_leg_is_practice_hip_knee_then_how_it_went(leg):
    slugs = [page.slug.removeprefix(f"{leg}-") for page in QUESTIONS.pages if page.leg == leg]

    assert slugs == ["practice", "hip", "hip-again", "knee", "knee-again", "how-it-went"]


@pytest.mark.parametrize("sign", ["hip_drop", "knee_cave"])
def test_a_sign_that_could_not_be_told_is_looked_at_once_more(sign):
    page = QUESTIONS.pages[place(f"left_{sign}_again")]

    assert page.when == {f"left_{sign}": ("cant_tell",)}
    assert page.lead.startswith("Tip:")
    assert values(BY_KEY[f"left_{sign}_again"]) == values(BY_KEY[f"left_{sign}"])


def test_no_card_is_called_good_or_bad():
    words = " ".join(c.label + c.hint for key in ("left_hip_drop", "left_knee_cave") for c in BY_KEY[key].choices)

    assert not re.search(r"\b(good form|bad|wrong|right way|correct|ideal|poor|normal)\b", words, re.IGNORECASE)


@pytest.mark.parametrize("choice", [c for q in ALL for c in q.choices if c.figure], ids=lambda c: c.figure)
def test_the_picture_of_a_card_exists_and_is_described(choice):
    assert (FIGURES / "mirror" / f"{choice.figure}.svg").is_file()
    assert choice.alt


def test_no_hole_for_a_leg_is_left_open():
    assert not re.search(r"{(leg|Leg|LEG|other)}", repr(QUESTIONS.pages))


def test_a_question_of_the_right_leg_names_the_right_leg():
    assert "your RIGHT leg" in BY_KEY["right_hip_drop"].label


def test_an_unknown_page_or_question_is_none():
    assert (QUESTIONS.page("nowhere"), QUESTIONS.question("nothing")) == (None, None)


def test_the_label_of_a_value_that_was_never_offered_is_the_value():
    assert Question("k", "text", "Label", "Short").label_of("hello") == "hello"


@pytest.fixture
def content(tmp_path):
    """A copy of the content, to be spoiled."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('suffix = "years"', 'sufix = "years"', "age: unknown sufix"),
        ('kind = "integer"', 'kind = "slider"', "age: no such kind: slider"),
        ('key = "unit"', 'key = "age"', "age: asked twice"),
        ('lead = "Two', 'wehn = {}\nlead = "Two', "about-you: unknown wehn"),
        ('lead = "Two', 'when = { RF-01 = ["no"] }\nlead = "Two', "about-you: depends on RF-01, not asked before it"),
        ('short = "Age"', "", "age: .*short"),
    ],
)
def test_content_that_no_page_could_show_is_refused_by_name(content, old, new, said):
    file = content / "about_you.toml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))

    with pytest.raises(ContentError, match=said):
        load_questions(content)
