"""Every sentence a runner reads is at grade 8 or lower (Flesch-Kincaid); patient texts are best at 6 to 8."""

import textstat

from tests.wording import passages, runner_texts

HIGHEST_GRADE = 8


def test_every_sentence_a_runner_reads_is_at_grade_8_or_lower():
    offenders = [
        f"{grade:4.1f}  {text.place}: {passage}"
        for text in runner_texts()
        for passage in passages(text.words)
        if (grade := textstat.flesch_kincaid_grade(passage)) > HIGHEST_GRADE
    ]

    assert not offenders, "\n" + "\n".join(offenders)


def test_the_collector_reads_content_rules_and_templates():
    places = {text.place.split("/")[0] for text in runner_texts()}

    assert {"screening", "programs"} <= places


def test_sources_for_staff_are_not_graded():
    assert not [text for text in runner_texts() if text.place.endswith("source")]


def test_a_hard_sentence_would_be_caught():
    hard = "Subsequent biomechanical evaluation necessitates professional consultation."

    assert textstat.flesch_kincaid_grade(passages(hard)[0]) > HIGHEST_GRADE


def test_a_fragment_without_an_end_is_not_graded():
    assert passages("Trendelenburg compensation") == []


def test_a_short_sentence_is_graded_with_its_neighbor():
    assert passages("Hold for two slow counts. Then lower it.") == [
        "Hold for two slow counts.",
        "Hold for two slow counts. Then lower it.",
    ]


def test_a_lone_short_sentence_is_not_graded():
    assert passages("Breathe easily.") == []


def test_the_leg_stands_for_a_side_when_graded():
    assert passages("Stand on your {leg} leg now.") == ["Stand on your left leg now."]
