"""Finished running weeks in, the coming week out, without the web pages and without a database.

    python manage.py ladder CASE.json       one ladder, or a JSON list of them; - for standard input

A ladder is an object with `unit` (mi, km), `usual_week`, `usual_days`, `first_week` and `log`: a list,
oldest first, of `done` (distance), `worst_pain` 0-10, `settled` (back to usual next morning; true if left
out), `limp` (false) and `missed_weeks` (0: weeks missed right after this one).

The result has `action`, `total`, `runs` and `warnings` for the coming week, and besides them `rule_set` and
`reasons`. Problems are told as `manage.py assess` tells them: standard error, exit 2.
"""

from programs.case_results import ladder_result
from programs.command_line import CaseCommand


class Command(CaseCommand):
    """Ask the rules for the coming week."""

    help = "Read finished running weeks from a JSON file and print the coming week as JSON."
    judge = staticmethod(ladder_result)
