"""One self-check in, the result out, without the web pages and without a database.

    python manage.py assess CASE.json       one case, or a JSON list of cases for a list of results
    python manage.py assess - < CASE.json   from standard input
    python manage.py assess --pretty CASE.json

A case is an object with `unit` (mi, km), `age`, `usual_week`, `usual_days`, `weeks_off`, `pain` (true,
false) and `flags` (RF ids to yes, no, not_sure; one left out is no). With pain also `pain_side`,
`pain_spot`, `began`, `same_distance`, `onset_distance`, `downhill_or_stairs`, `eases`, `pain_running`,
`pain_stairs`, `pain_walking`, `pain_rest` and `pain_weeks`. Where the flags allow the squat also `left`
and `right`, the leg that was STOOD ON: `reps`, `hip_drop`, `knee_cave`, `trunk_lean`, `balance`, `pain`.
What is not asked is not read.

The result has `triage`, `legs`, `fit`, `pattern`, `side`, `strength`, `notes`, `plan` and `run`, and
besides them `rule_set` and `reasons`: each fired rule with its sentence and its source.

A case that is incomplete or out of range prints nothing to standard output, one line per problem to
standard error (`left.hip_drop: must be 0, 1, 2 or null`; in a list `case 3: ...`, counted from 1), and
exits with 2.
"""

from programs.case_results import assess_result
from programs.command_line import CaseCommand


class Command(CaseCommand):
    """Ask the rules about one self-check or a list of them."""

    help = "Judge self-checks from a JSON file and print the result as JSON."
    judge = staticmethod(assess_result)
