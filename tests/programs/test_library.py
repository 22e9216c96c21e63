"""The exercise library: complete, sourced, and refused by name where it is wrong."""

import re
import shutil
from pathlib import Path

import pytest

from programs.library import CONTENT, check_pictures, load_library
from programs.library_content import Exercise
from programs.rules.mileage import MOST_RUNS, START_DAYS
from screening.questions import ContentError

LIBRARY = load_library()
EXERCISES = pytest.mark.parametrize("exercise", LIBRARY.exercises.values(), ids=LIBRARY.exercises)
FIGURES = Path(__file__).parents[2] / "static" / "figures" / "exercises"
DOSE = re.compile(r"\d x \d+(-\d+)?( steps| sec)?|\d+ each (side|way)|\d+ steps|\d to \d min")
TEMPO = re.compile(r"\d (up|down|open|hold|close)")

# The leg that works in each drawing, looked at one by one. Front views count as a mirror shows them.
DRAWN_LEFT = {
    "clamshell",
    "hip-flexor-release-wall",  # the ball lies at the left hip; on the floor it is the right one
    "hip-hike",
    "lateral-step-down",
    "mirror-mini-squat",
    "side-lying-abduction-wall",
    "side-lying-hip-abduction",
    "tfl-stretch",
}
DRAWN_RIGHT = {
    "hip-flexor-release",
    "hip-flexor-stretch",
    "leg-swing-front-back",
    "leg-swing-side-side",
    "side-plank",
    "side-plank-knees",
    "single-leg-bridge",
    "single-leg-deadlift",
    "single-leg-squat-box",
    "step-up",
}
POSITION = re.compile(r"-(start|finish|right|wrong)$")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / f"{name}.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_rest_days_are_told_for_the_runs_a_plan_has():
    three, four, more, *always = LIBRARY.running.rest.sentences

    assert LIBRARY.running.rest_lines({1}) == tuple(always)
    assert LIBRARY.running.rest_lines({3}) == (three, *always)
    assert LIBRARY.running.rest_lines({3, 4, 5}) == (three, four, more, *always)
    assert LIBRARY.running.rest_lines({6}) == (more, *always)


def test_run_walk_steps_have_rest_days_and_no_word_of_weeks_that_grow():
    assert LIBRARY.running.rest_lines(()) == ("Keep at least one full rest day each week.",)


def test_every_number_of_runs_from_3_up_has_its_own_line_about_rest():
    counted = [runs for line in LIBRARY.running.rest.lines for runs in line.runs]

    assert counted == list(range(START_DAYS, MOST_RUNS + 1))


@pytest.mark.parametrize("word", ["next week", "same week", "percent", "usual week", "planned"])
def test_nothing_told_with_run_walk_steps_speaks_of_weeks_by_distance(word):
    running = LIBRARY.running
    told = (
        *running.run_walk_rules.sentences,
        *running.rules(()),
        *(light.sentence for light in running.lights_for(())),
    )

    assert not [sentence for sentence in told if word in sentence]


def test_all_exercises_of_the_clinical_rules_are_there():
    expected = [f"EX-{n:02}" for n in range(1, 13)] + [f"MB-0{n}" for n in (1, 2, 3)]

    assert list(LIBRARY.exercises) == expected + [f"WU-0{n}" for n in range(1, 10)]


@EXERCISES
def test_every_exercise_has_a_source(exercise: Exercise):
    assert len(exercise.source) > 15


@EXERCISES
def test_every_exercise_has_a_picture_words_and_a_stop_rule(exercise: Exercise):
    words = exercise.words

    assert words.pictures
    assert words.steps
    assert words.cues
    assert words.faults
    assert words.stop


@EXERCISES
def test_every_dose_is_whole(exercise: Exercise):
    for dose in exercise.doses.values():
        assert DOSE.fullmatch(dose.start)
        assert not dose.goal or DOSE.fullmatch(dose.goal)


@EXERCISES
def test_a_dose_and_its_goal_count_the_same_thing(exercise: Exercise):
    for dose in exercise.doses.values():
        if dose.goal:
            assert re.sub(r"\d+", "n", dose.goal) == re.sub(r"\d+", "n", dose.start)


@EXERCISES
def test_every_dose_is_short_enough_for_one_line_of_a_sheet(exercise: Exercise):
    assert all(len(text) <= 16 for dose in exercise.doses.values() for text in (dose.start, dose.goal))


@pytest.mark.parametrize(
    ("key", "use", "start", "goal"),
    [
        ("EX-01", "1", "2 x 10", "3 x 15"),
        ("EX-01", "2-practice", "2 x 15", ""),
        ("EX-01", "4", "2 x 12", ""),
        ("EX-02", "1", "2 x 12", "3 x 15"),
        ("EX-03", "1", "2 x 8", "3 x 12"),
        ("EX-04", "1", "2 x 10", "3 x 15"),
        ("EX-05", "2", "3 x 6", "3 x 10"),
        ("EX-05", "3", "2 x 10", ""),
        ("EX-05", "4", "2 x 10", ""),
        ("EX-06", "2", "3 x 8", "3 x 12"),
        ("EX-06", "3", "3 x 8", "3 x 10"),
        ("EX-07", "2", "2 x 10", "3 x 15"),
        ("EX-08", "1", "3 x 15 sec", "3 x 30 sec"),
        ("EX-08", "2", "3 x 15 sec", "3 x 40 sec"),
        ("EX-08", "3", "2 x 8", ""),
        ("EX-08", "4", "2 x 30 sec", ""),
        ("EX-09", "2", "2 x 10 steps", "3 x 15 steps"),
        ("EX-09", "3", "3 x 15 steps", ""),
        ("EX-09", "4", "2 x 12 steps", ""),
        ("EX-10", "2-practice", "2 x 5", ""),
        ("EX-10", "2", "3 x 6", "3 x 10"),
        ("EX-10", "3", "2 x 8", ""),
        ("EX-10", "4", "2 x 8", ""),
        ("EX-11", "3", "3 x 8", "3 x 10"),
        ("EX-11", "4", "2 x 8", ""),
        ("EX-12", "3", "3 x 8", "3 x 10"),
        ("EX-12", "4", "2 x 10", ""),
        ("MB-01", "1", "1 x 30 sec", "2 x 60 sec"),
        ("MB-02", "1", "2 x 30 sec", "3 x 30 sec"),
        ("MB-03", "1", "2 x 30 sec", ""),
    ],
)
def test_doses_are_those_of_the_table(key: str, use: str, start: str, goal: str):
    dose = LIBRARY.exercises[key].doses[use]

    assert (dose.start, dose.goal) == (start, goal)


@pytest.mark.parametrize(
    ("key", "tempo"),
    [
        ("EX-01", "2 up, 2 hold, 3 down"),
        ("EX-04", "2 up, 3 hold, 3 down"),
        ("EX-06", "3 down, 1 hold, 2 up"),
        ("EX-07", "3 down, 2 up, 2 hold"),
        ("EX-10", "3 down, 1 hold, 2 up"),
        ("EX-11", "3 down, 1 hold, 2 up"),
        ("EX-12", "2 up, 1 hold, 3 down"),
    ],
)
def test_a_tempo_is_told_in_the_order_it_is_done(key: str, tempo: str):
    assert {dose.tempo for dose in LIBRARY.exercises[key].doses.values()} == {tempo}


@EXERCISES
def test_every_drawing_names_the_leg_that_works_in_it(exercise: Exercise):
    for picture in exercise.pictures():
        drawn = POSITION.sub("", picture.slug)
        expected = "left" if drawn in DRAWN_LEFT else "right" if drawn in DRAWN_RIGHT else "none"
        assert picture.drawn_side == expected, picture.slug


@EXERCISES
def test_an_exercise_for_both_legs_at_once_is_never_flipped(exercise: Exercise):
    assert exercise.sided or not any(picture.flipped_for("both") for picture in exercise.pictures())


def test_every_picture_is_drawn():
    check_pictures(LIBRARY, FIGURES)


def test_a_picture_that_is_not_drawn_is_named(tmp_path: Path):
    with pytest.raises(ContentError, match=r"no such picture: .*clamshell-start"):
        check_pictures(LIBRARY, tmp_path)


def test_lengths_come_in_inches_first():
    centimeters = [text for e in LIBRARY.exercises.values() for text in e.texts() if " cm" in text]

    assert centimeters
    assert all(re.search(r"\b(in|inch|two) \([\d to]+ cm\)", text) for text in centimeters)


def test_the_run_walk_steps_are_in_order():
    steps = LIBRARY.running.run_walk

    assert [step.id for step in steps] == ["RW1", "RW2", "RW3", "RW4", "RW5", "RW6"]
    assert [(s.run_minutes, s.walk_minutes, s.times) for s in steps[:5]] == [
        (1, 2, 8),
        (2, 2, 6),
        (3, 2, 5),
        (4, 1, 5),
        (8, 1, 2),
    ]


@pytest.mark.parametrize("lights", [LIBRARY.running.lights, LIBRARY.running.step_lights, LIBRARY.sheet.pain_rule])
def test_a_pain_rule_has_three_lights(lights):
    assert [(light.color, light.pain) for light in lights] == [
        ("green", "0 to 2"),
        ("amber", "3 to 5"),
        ("red", "Above 5"),
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("exercises", 'name = "Clamshell"', 'name = "Clamshell"\ncolour = "red"', "EX-02: unknown colour"),
        ("exercises", 'stop = "Stop if your low back hurts."\n', "", "EX-02: missing stop"),
        ("exercises", 'kind = "strength"', 'kind = "magic"', "EX-01.kind: cannot be 'magic'"),
        ("exercises", "[EX-02.doses.1]", "[EX-02.doses.9]", "EX-02: no such dose: 9"),
        ("exercises", "[EX-02.change.outer_hip]", "[EX-02.change.moon]", "EX-02: no such change: moon"),
        ("exercises", "[EX-02.change.outer_hip]\nset_up", "[EX-02.change.outer_hip]\nshout", "unknown shout"),
        ("exercises", "Open your {leg} knee", "Open your {knee} knee", "EX-02: no such placeholder: knee"),
        ("exercises", "Breathe out and", "Use your {leg} leg and", "EX-04: no such placeholder: leg"),
        ("exercises", 'drawn_side = "left"', 'drawn_side = "up"', "drawn_side: cannot be 'up'"),
        ("exercises", 'position = "side"', 'position = "flying"', "EX-01.position: cannot be 'flying'"),
        (
            "exercises",
            'position = "standing"\nset_up = "Stand with a ball',
            'position = ""\nset_up = "Stand with a ball',
            "MB-01: no such position: ",
        ),
        ("stages", '["EX-01", "EX-04", "EX-08"]', '["EX-99"]', "stage.1: no such exercise: EX-99"),
        ("stages", '["EX-01", "EX-04", "EX-08"]', '["EX-11"]', "stage.1: EX-11 has no dose for 1"),
        ("stages", '"EX-07", "EX-09"]', '"EX-07", "MB-01"]', "stage.2: not a strength exercise: MB-01"),
        ("stages", "{ EX-01 = ", "{ EX-02 = ", "stage.4: not on this sheet: EX-02"),
        ("stages", "most_strength = 4", "most_strength = 2", "stage.1: more than 2 strength exercises"),
        ("sheet", 'version = "2026-11.2"', 'version = "2020"', "version: must be the same"),
        ("running", "run_minutes = 1", 'run_minutes = "one"', "run_minutes: cannot be 'one'"),
    ],
)
def test_wrong_content_is_refused_by_name(folder: Path, name: str, old: str, new: str, message: str):
    change(folder, name, old, new)

    with pytest.raises(ContentError, match=re.escape(message)):
        load_library(folder)
