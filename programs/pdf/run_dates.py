"""The earliest days of the runs, in the words of the result page."""

from datetime import date

from programs.pdf import wording
from programs.pdf.job import Job
from programs.sheets import run_dates
from programs.sheets.voice import Voice


def earliest_days(job: Job, steps: int) -> str:
    """When running may begin and when the last week does; `steps` is how many run-walk steps come first."""
    return run_dates.earliest_days(Voice(job.subject, job.library, job.translate), steps)


def short_day(job: Job, moment: date) -> str:
    """A date for a narrow column: "Nov 14"; the year stands with the first and the last day of running."""
    return job.say(wording.DAY_SHORT, month=job.say(wording.MONTHS[moment.month - 1]), day=moment.day)
