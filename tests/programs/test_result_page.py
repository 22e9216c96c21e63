"""The result page of every class of result: what was seen, what we call it, what to do now, and what comes when."""

import itertools
import re

import pytest

from programs.library import load_library
from programs.models import IssuedPlan
from tests.conftest import VIGNETTES
from tests.drafts import answers_of, device, draft, sent
from tests.page import Page

HEADLINES = {
    "V01": "A hip control pattern on the left",
    "V02": "A hip control pattern on both sides",
    "V03": "Level hips, but you have pain",
    "V04": "A pattern on the right, and no pain",
    "V05": "Level hips, knees in line, no pain",
    "V10": "Please book a visit",
    "V11": "Let’s look at that once more",
    "V12": "A hip control pattern on the right",
    "V13": "A hip control pattern on both sides",
    "V14": "A hip control pattern on the right",
    "V15": "A hip control pattern on the left",
    "V18": "A hip control pattern on the left",
    "V19": "A hip control pattern on the left",
    "V20": "A hip control pattern on both sides",
}
SEEN = {"clear": "Clear pattern", "possible": "Possible pattern", "retest": "Not clear yet", "none": "No pattern seen"}
BY_DISTANCE = ["V01", "V02", "V03", "V14", "V15", "V18", "V19", "V20"]
RUN_WALK = ["V12", "V13"]
HELD = ["V03", "V14"]
NO_PLAN = ["V10", "V11"]
CLEAN = VIGNETTES["V01"]["case"]["right"]
BLIND = CLEAN | {"hip_drop": None}
RELEASED = sorted(set(HEADLINES) - {"V03"} - set(NO_PLAN))
SHEET = "/plan/sheet.pdf"


def table(page):
    """The rows of the run weeks: number, first day, runs, total."""
    cells = [e for e in page.elements if e.tag in ("td", "th") and e.inside(**{"aria-labelledby": "weeks-caption"})]
    texts = [cell.text for cell in cells]
    columns = sum(cell.attrs.get("scope") == "col" for cell in cells)
    return [tuple(texts[i : i + columns]) for i in range(columns, len(texts), columns)]


def steps(page):
    """The run-walk steps as the table numbers them."""
    return [e.text for e in page.all("th", scope="row") if e.inside(**{"aria-labelledby": "rw-caption"})]


def of_leg(page, leg):
    """What stands in the card of one leg."""
    return next(a for a in page.all("article") if a.text.startswith(f"{leg.title()} leg")).text


def test_every_case_that_is_not_stopped_has_its_page_here():
    assert set(HEADLINES) == {short for short, item in VIGNETTES.items() if item["expect"]["legs"]}


@pytest.mark.parametrize("short", HEADLINES)
def test_the_headline_is_what_was_found(result_page, short):
    assert result_page(short).one("h1").text == HEADLINES[short]


@pytest.mark.parametrize("short", HEADLINES)
def test_the_page_says_that_it_is_no_diagnosis(result_page, short):
    assert re.search(r"not a diagnosis", result_page(short).main)


@pytest.mark.parametrize("short", HEADLINES)
def test_each_leg_stands_with_what_was_seen_on_it(result_page, short):
    page = result_page(short)
    tags = [p.text for p in page.all("p") if "tags" in p.classes]

    assert [h.text for h in page.all("h3") if h.inside(class_="seen")] == ["Left leg", "Right leg"]
    assert tags == [SEEN[VIGNETTES[short]["expect"]["legs"][leg]] for leg in ("left", "right")]


@pytest.mark.parametrize("short", HEADLINES)
def test_the_pictures_are_the_runner_s_own_answers(result_page, short):
    words = {0: "none", 1: "slight", 2: "marked"}
    case = VIGNETTES[short]["case"]
    wanted = [
        f"/static/figures/mirror/{sign}-{words[case[leg][key]]}.svg"
        for leg in ("left", "right")
        for sign, key in (("hip", "hip_drop"), ("knee", "knee_cave"))
    ]

    assert [i.attrs["src"] for i in result_page(short).all("img") if i.inside(class_="seen")] == wanted


@pytest.mark.parametrize("short", HEADLINES)
def test_the_page_says_why(result_page, short):
    page = result_page(short)
    reasons = [li.text for li in page.all("li") if li.inside(**{"aria-labelledby": "why-title"})]

    assert len(reasons) >= 3
    assert len(reasons) == len(set(reasons))


@pytest.mark.parametrize("short", RELEASED)
def test_what_is_open_now_is_shown_with_its_sheet(result_page, short):
    page = result_page(short)
    stage = VIGNETTES[short]["expect"]["plan"]["stages"][0]

    assert page.one("h2", id="now-title").text.startswith(f"Now: Stage {stage}.")
    assert SHEET in page.links
    assert "/plan/print/" in page.links


@pytest.mark.parametrize("short", ["V03", *NO_PLAN])
def test_where_nothing_is_open_there_is_no_sheet_and_no_exercise(result_page, short):
    page = result_page(short)

    assert not [link for link in page.links if "sheet.pdf" in link]
    assert not [e for e in page.elements if "exercise" in e.classes or e.attrs.get("id") == "now-title"]


@pytest.mark.parametrize("short", NO_PLAN)
def test_without_a_plan_there_are_no_stages_and_no_run_weeks(result_page, short):
    assert not re.search(r"Stage [1-4]|Week|run weeks", result_page(short).main)


@pytest.mark.parametrize("short", RELEASED)
def test_every_exercise_of_the_stage_is_shown_with_picture_dose_and_how_to(result_page, short):
    page = result_page(short)
    exercises = [li for li in page.all("li") if "exercise" in li.classes]

    assert exercises
    assert all(("Start with" in li.text and "Not like this" in li.text) or "Stop" in li.text for li in exercises)
    assert all(i.attrs["alt"] for i in page.all("img") if i.inside(class_="exercise-art art"))


@pytest.mark.parametrize("short", ["V01", "V04", "V14"])
def test_a_sheet_has_at_most_four_strength_exercises_and_two_pieces_beside(result_page, short):
    numbers = [e.text for e in result_page(short).all("span") if "exercise-no" in e.classes]

    assert numbers == list("123456")[: len(numbers)]
    assert 4 <= len(numbers) <= 6


@pytest.mark.parametrize("short", sorted(set(HEADLINES) - set(NO_PLAN)))
def test_the_stages_ahead_stand_with_their_gates(result_page, short):
    page = result_page(short)
    stages = VIGNETTES[short]["expect"]["plan"]["stages"]
    ahead = stages if short == "V03" else stages[1:]
    shown = [li.attrs["value"] for li in page.all("li") if "stage" in li.classes]

    assert shown == [str(number) for number in ahead]
    assert page.text.count("When you move on from this stage") == sum(number < 4 for number in ahead)


@pytest.mark.parametrize("short", RELEASED)
def test_the_gate_of_the_stage_at_hand_is_shown(result_page, short):
    gate = next(e for e in result_page(short).all("div") if "gate" in e.classes)

    title = "To keep it" if short == "V05" else "Move on when all of these are true"

    assert title in gate.text
    assert [li for li in result_page(short).all("li") if gate in li.around]


@pytest.mark.parametrize("short", BY_DISTANCE)
def test_the_run_weeks_stand_in_a_table_exact_in_tenths(result_page, short):
    weeks = VIGNETTES[short]["expect"]["run"]["weeks"]

    rows = table(result_page(short))

    assert [row[0] for row in rows] == [str(week["week"]) for week in weeks]
    assert [row[-1] for row in rows] == [f"{week['total']:.1f}" for week in weeks]


@pytest.mark.parametrize("short", BY_DISTANCE)
def test_the_runs_of_a_week_add_up_to_its_total(result_page, short):
    for *_week, runs, total in table(result_page(short)):
        parts = [part.split(" × ") for part in runs.split(", ")]
        tenths = sum(int(times) * int(length.replace(".", "")) for times, length in parts)
        assert tenths == int(total.replace(".", ""))


@pytest.mark.parametrize("short", BY_DISTANCE)
def test_the_chart_has_a_bar_a_week_and_points_to_the_table(result_page, short):
    page = result_page(short)
    bars = [e for e in page.all("rect") if "bar" in e.classes]

    assert len(bars) == len(VIGNETTES[short]["expect"]["run"]["weeks"])
    assert "The table below has the same numbers." in page.one("title", id="chart-name").text


def test_sarah_s_first_weeks_and_her_last(result_page):
    rows = table(result_page("V01"))

    assert rows[0] == ("1", "Dec 13, 2026", "3 × 2.0", "6.0")
    assert rows[11] == ("12", "Feb 28, 2027", "2 × 3.8, 2 × 3.9", "15.4")
    assert rows[-1] == ("18", "Apr 11, 2027", "5 × 5.0", "25.0")


def test_the_dates_are_said_with_at_the_earliest(result_page):
    words = result_page("V01").main

    assert "Your first run is on December 13, 2026 at the earliest." in words
    assert "week 18 is your usual 25.0 miles. That week begins on April 11, 2027 at the earliest." in words
    assert "A week that you repeat moves all later dates." in words


def test_kilometers_are_called_kilometers_all_through(result_page):
    words = result_page("V02").main

    assert "your usual 40.0 kilometers" in words
    assert "Your running weeks in kilometers" in words
    assert not re.search(r"\d miles", words.partition("About the 10% rule")[0].replace("2 miles (3.2 km)", ""))


def test_the_ten_percent_rule_stands_with_its_evidence(result_page):
    words = result_page("V01").main

    for said in ("Each week grows by 10% at most.", "not a proven line", "Buist, 2008", "Frandsen, 2025"):
        assert said in words


@pytest.mark.parametrize(("short", "first"), [("V12", "1 minute, walk 2"), ("V13", "1 minute, walk 2")])
def test_run_and_walk_turns_stand_in_place_of_weeks(result_page, short, first):
    page = result_page(short)

    assert f"Run {first} minutes. Do this 8 times." in page.main
    assert "You start with run and walk turns, on December 13, 2026 at the earliest." in page.main
    assert not [e for e in page.all("rect") if "bar" in e.classes]
    assert "/plan/run-weeks.csv" not in page.links


def test_after_some_weeks_off_the_turns_begin_further_up(result_page):
    words = result_page("V01", weeks_off=6).main

    assert "Run 3 minutes, walk 2 minutes. Do this 5 times." in words
    assert "Run 1 minute, walk 2 minutes." not in words


def test_the_steps_keep_their_number_on_the_ladder(result_page):
    assert steps(result_page("V01", weeks_off=6)) == ["Step 3", "Step 4", "Step 5", "Step 6"]
    assert steps(result_page("V12"))[0] == "Step 1"


@pytest.mark.parametrize(("weeks_off", "days", "begins"), [(6, 15, "December 29, 2026"), (10, 23, "January 6, 2027")])
def test_the_steps_say_how_long_they_take_and_who_sets_the_weeks_after_them(result_page, weeks_off, days, begins):
    words = result_page("V01", weeks_off=weeks_off).main

    assert f"These steps take at least {days} days." in words
    assert f"The clinic sets your weeks by distance, from {begins} at the earliest." in words


@pytest.mark.parametrize("case", ["V01", "V12"])
def test_every_form_cue_of_the_sheet_stands_on_the_page_too(result_page, case):
    words = result_page(case).main

    assert [cue for cue in load_library().running.cues.sentences if cue not in words] == []


def test_run_and_walk_turns_are_told_what_to_do_with_a_step_and_nothing_of_weeks_they_have_not(result_page):
    words = result_page("V12").main

    assert "How to do these steps" in words
    assert "If it settles by the next morning, do the same step again." in words
    assert not [said for said in ("same week again", "next week", "10% rule", "four good weeks") if said in words]


@pytest.mark.parametrize(("days", "threes", "fours"), [(1, False, False), (3, True, False), (4, True, True)])
def test_only_the_rest_days_of_this_plan_are_told(result_page, days, threes, fours):
    words = result_page("V01", usual_days=days).main

    assert ("With 3 runs a week" in words, "With 4 runs a week" in words) == (threes, fours)
    assert "Keep at least one full rest day each week." in words


def test_a_fit_in_part_opens_stages_1_and_2_and_holds_running(result_page):
    page = result_page("V14")

    assert page.one("h2", id="held-title").text == "The clinic says yes before you run again"
    assert "You may do Stage 1 and Stage 2 now." in page.main
    assert "Not open yet: the clinic looks first" in page.main
    assert "/plan/run-weeks.csv" not in page.links


def test_pain_without_a_pattern_holds_stage_1_and_says_what_is_allowed(result_page):
    page = result_page("V03")

    assert page.one("h2", id="held-title").text == "The clinic says yes before you start"
    assert "What you may do until then" in page.main
    assert "Walk, ride a bike or use a pool, as long as pain stays at 2 out of 10 or below." in page.main


def test_pain_without_a_pattern_names_no_spot_and_lets_runs_wait(result_page):
    page = result_page("V03", pain_spot="outer_hip", pain_running=1)

    assert page.one("h1").text == "Level hips, but you have pain"
    assert "Leave runs out until the clinic has looked." in page.main
    assert "keep runs short" not in page.main


@pytest.mark.parametrize("weeks_off", [0, 6])
def test_while_the_start_is_held_the_running_part_tells_no_date(result_page, weeks_off):
    page = result_page("V03", weeks_off=weeks_off)
    words = page.main.partition("Your way back to running")[2].partition("Print your sheet")[0]

    assert "on day 22 at the earliest. Day 1 is the day the clinic says yes." in words
    assert not re.search(r"\b20\d\d\b", words.partition("How to run these weeks")[0])
    assert "From, " not in words


@pytest.mark.parametrize("weeks_off", [0, 6])
def test_while_running_is_held_its_dates_hang_on_the_clinic(result_page, weeks_off):
    words = result_page("V14", weeks_off=weeks_off).main

    assert "on December 13, 2026 at the earliest, if the clinic says yes by then." in words
    assert "From December 13, 2026 at the earliest, if the clinic says yes by then." in words
    assert "From November 29, 2026 at the earliest. At least 14 days" in words


@pytest.mark.parametrize("flag", ["RF-13", "RF-14a", "RF-23"])
@pytest.mark.parametrize("answer", ["yes", "not_sure"])
def test_a_caution_is_named_and_holds_running(result_page, flag, answer):
    page = result_page("V01", flags={flag: answer})

    assert page.one("h2", id="caution-title").text == "Take care with this"
    assert page.one("h2", id="held-title").text == "The clinic says yes before you run again"
    assert SHEET in page.links


def test_a_blood_thinner_leaves_out_the_ball_and_the_roller(result_page):
    page = result_page("V15")

    assert "Take care with this" in page.main
    assert not [i for i in page.all("img") if "hip-flexor-release" in i.attrs["src"]]
    assert [i for i in result_page("V01").all("img") if "hip-flexor-release" in i.attrs["src"]]


def test_a_sore_outer_hip_leaves_out_the_stretch_that_leans_away(result_page):
    assert not [i for i in result_page("V14").all("img") if "tfl-stretch" in i.attrs["src"]]


def test_long_pain_advises_a_visit_and_holds_nothing(result_page):
    page = result_page("V01", pain_weeks=20)

    assert page.one("h2", id="caution-title")
    assert not page.all("h2", id="held-title")


def test_without_cautions_nothing_is_held(result_page):
    page = result_page("V01")

    assert not page.all("h2", id="caution-title")
    assert not page.all("h2", id="held-title")
    assert "/plan/run-weeks.csv" in page.links


def test_pain_on_the_other_side_claims_no_link(result_page):
    assert "So we do not say that one causes the other." in result_page("V19").main
    assert "one causes the other" not in result_page("V01").main


@pytest.mark.parametrize("short", ["V18", "V20"])
def test_small_signs_are_called_possible(result_page, short):
    assert "so we say “possible”" in result_page(short).main


def test_a_lean_alone_is_told_as_a_lean(result_page):
    page = result_page("V01", left=CLEAN | {"trunk_lean": 2})

    assert "A lean to the side can keep the belt line level." in page.main
    assert "The signs were small." not in page.main
    assert "Leaned a lot" in of_leg(page, "left")


def test_a_lean_that_was_not_asked_for_is_not_told(result_page):
    skipped = {key: value for key, value in CLEAN.items() if key != "trunk_lean"}
    page = result_page("V01", left=skipped | {"hip_drop": 1})

    assert "Upper body" not in of_leg(page, "left")
    assert "The signs were small." in page.main


def test_a_pattern_without_pain_goes_on_running(result_page):
    assert "You can train it beside your normal runs." in result_page("V04").main
    assert not result_page("V04").all("h2", id="run-title")


def test_no_pattern_and_no_pain_is_upkeep(result_page):
    page = result_page("V05")

    assert "Run as you do now." in page.main
    assert page.one("h2", id="now-title").text.startswith("Now: Stage 4.")


def test_pain_that_does_not_fit_says_whom_to_call(result_page):
    page = result_page("V10")

    assert "tel:+19736897123" in page.links
    assert "That is why we give you no plan here." in page.main


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, "Your pain is in a different spot from the kind this plan is for."),
        (
            {"pain_spot": "outer_knee", "began": "one_moment", "same_distance": "no", "downhill_or_stairs": "no"}
            | {"eases": "does_not"},
            "Your pain does not act like the kind this plan is for.",
        ),
    ],
)
def test_pain_that_does_not_fit_says_which_way(result_page, changes, why):
    assert result_page("V10", **changes).main.count(why) == 2


def test_a_retest_says_when_how_and_offers_it(result_page):
    page = result_page("V11")

    assert "in 2 days, on Tuesday, November 24 or later" in page.main
    assert "rest your fingertips on a wall or a chair" in page.main
    assert page.one("form", action="/check/again/")


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (BLIND, CLEAN, "Your left leg did not give a clear picture."),
        (CLEAN, BLIND, "Your right leg did not give a clear picture."),
        (BLIND, BLIND, "Neither leg gave a clear picture."),
    ],
)
def test_a_retest_names_the_leg(result_page, left, right, told):
    assert told in result_page("V11", left=left, right=right).main


@pytest.mark.parametrize("short", ["V01", "V04"])
def test_a_clear_leg_beside_one_to_repeat_offers_the_mirror_check_again(result_page, short):
    marked = CLEAN | {"hip_drop": 2}
    page = result_page(short, left=marked, right=BLIND)

    assert "Your right leg was not clear." in page.main
    assert "You can do the mirror check again in 2 days, on November 24 or later." in page.main
    assert "Do the mirror check again" in [b.text for b in page.all("button")]
    assert "was not clear" not in result_page(short).main


def test_a_second_retest_says_visit_and_does_not_offer_a_third(db):
    case = VIGNETTES["V11"]["case"]
    _first, token = sent(case)
    client = device(token)
    client.post("/check/again/")
    second = _first.repeats.get()
    second.answers = answers_of(case)
    second.save()

    page = Page(client.post("/plan/finish/", follow=True))

    assert page.one("h1").text == "Let a person look with you"
    assert "Please book a visit" in page.main
    assert not page.all("form", action="/check/again/")


def test_a_retest_after_a_clear_look_is_a_first_one(db):
    first, _token = sent(VIGNETTES["V01"]["case"])
    second, token = draft(VIGNETTES["V11"]["case"])
    second.repeat_of = first
    second.save()

    page = Page(device(token).post("/plan/finish/", follow=True))

    assert page.one("h1").text == HEADLINES["V11"]


@pytest.mark.parametrize("short", HEADLINES)
def test_every_page_ends_with_the_clinic_help_and_the_way_back(result_page, short):
    page = result_page(short)

    assert "Nobody watches the inbox at night or on weekends." in page.main
    assert "tel:+19736897123" in page.links
    assert "/my/link/" in page.links
    assert "Call 911 in an emergency." in page.main


@pytest.mark.parametrize("short", HEADLINES)
def test_every_element_is_named_once(result_page, short):
    ids = [e.attrs["id"] for e in result_page(short).elements if "id" in e.attrs]

    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("short", HEADLINES)
def test_headings_leave_no_step_out(result_page, short):
    levels = [int(e.tag[1]) for e in result_page(short).elements if re.fullmatch(r"h[1-6]", e.tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_day_it_was_sent_and_the_code_are_shown(result_page):
    words = result_page("V01").main

    assert "Sent on November 22, 2026" in words
    assert re.search(r"Your code is ITB-\w{4}-\w{2}\.", words)


def test_a_sign_that_could_not_be_told_is_words_not_a_picture(result_page):
    left = VIGNETTES["V01"]["case"]["left"]
    page = result_page("V01", left=left | {"hip_drop": None})

    assert "Hip: I can’t tell" in page.main


def test_a_sent_check_without_its_plan_is_not_found(db):
    screening, token = sent(VIGNETTES["V01"]["case"])
    IssuedPlan.objects.filter(screening=screening).delete()

    assert device(token).get("/plan/").status_code == 404
