"""The clinic's addresses, room by room. A self-check is named by its code."""

from clinic.accounts.urls import urlpatterns as accounts
from clinic.exports.urls import urlpatterns as exports
from clinic.letterhead.urls import urlpatterns as letterhead
from clinic.packs.urls import urlpatterns as packs
from clinic.queue.urls import urlpatterns as queue
from clinic.reports.urls import urlpatterns as reports
from clinic.review.urls import urlpatterns as review
from clinic.shelf.urls import urlpatterns as shelf
from clinic.trail.urls import urlpatterns as trail

app_name = "clinic"
urlpatterns = [*queue, *review, *packs, *shelf, *reports, *exports, *letterhead, *accounts, *trail]
