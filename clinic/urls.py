"""The clinic's addresses, room by room. A self-check is named by its code."""

from clinic.accounts.urls import urlpatterns as accounts
from clinic.exports.urls import urlpatterns as exports
from clinic.packs.urls import urlpatterns as packs
from clinic.queue.urls import urlpatterns as queue
from clinic.reports.urls import urlpatterns as reports
from clinic.review.urls import urlpatterns as review
from clinic.shelf.urls import urlpatterns as shelf

app_name = "clinic"
urlpatterns = [*queue, *review, *packs, *shelf, *reports, *exports, *accounts]
