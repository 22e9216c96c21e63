"""The addresses of what is printed: packs, one runner's sheets, walk-ins; and of checks typed in from paper."""

from django.urls import path

from clinic.packs import one, paper_views, sheet_views, views, walk_in_views

urlpatterns = [
    path("pack/", views.pack_page, name="pack"),
    path("sheet/", sheet_views.staff_sheet, name="staff_sheet"),
    path("check/<str:code>/print/", one.print_one, name="print_one"),
    path("walk-in/", walk_in_views.walk_in, name="walk_in"),
    path("paper-check/", paper_views.paper_check, name="paper_check"),
    path("check/<str:code>/typed-in/", paper_views.paper_done, name="paper_done"),
]
