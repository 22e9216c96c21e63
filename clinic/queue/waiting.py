"""How long someone has been waiting, in words short enough for a table."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def waiting_words(since: datetime, now: datetime) -> str:
    """`now`, `8 min` and `2 h 05` within a day, then the nights in the clinic's own time: `3 days`."""
    gone = now - since
    if gone < MINUTE:
        return _("now")
    if gone < HOUR:
        return _("%(minutes)s min") % {"minutes": gone // MINUTE}
    if gone < DAY:
        hours, rest = divmod(gone, HOUR)
        return _("%(hours)s h %(minutes)s") % {"hours": hours, "minutes": f"{rest // MINUTE:02}"}
    # Where a clock is set back, a whole day may end on the date on which it began.
    days = max(1, (timezone.localdate(now) - timezone.localdate(since)).days)
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}
