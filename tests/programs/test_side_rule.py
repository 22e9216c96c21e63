"""An exercise for one side only says so on the page of the result, before how to do it."""


def test_with_a_sore_outer_hip_the_page_says_for_which_side_an_exercise_is(result_page):
    said = result_page("V14").main
    rule = said.index("Do this one with your right leg only. Lying on your right side could press on the sore hip.")

    assert rule < said.index("Lie on your left side with your right leg on top.")
