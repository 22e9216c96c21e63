"""The earliest days of the runs, in the words of the result page."""

from programs.pdf.job import Job
from programs.sheets import run_dates
from programs.sheets.voice import Voice


def earliest_days(job: Job, steps: int) -> str:
    """When running may begin and when the last week does; `steps` is how many run-walk steps come first."""
    return run_dates.earliest_days(Voice(job.subject, job.library, job.translate), steps)
