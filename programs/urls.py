"""The addresses of a runner's plan; whose it is comes from the device's secret, never from the address."""

from django.urls import path

from programs import photo_views, views
from programs.printing import views as sheet_views

app_name = "programs"

urlpatterns = [
    path("plan/finish/", views.finish, name="finish"),
    path("plan/", views.result, name="result"),
    path("plan/print/", sheet_views.print_options, name="print"),
    path("plan/preview.png", sheet_views.preview, name="preview"),
    path("plan/sheet.pdf", sheet_views.sheet, name="sheet"),
    path("plan/sheet/", sheet_views.sheet_page, name="sheet_page"),
    path("plan/run-weeks.csv", views.run_weeks, name="run_weeks"),
    path("plan/photo/<slug:slug>.jpg", photo_views.photo, name="photo"),
    path("my/data.json", views.my_data, name="my_data"),
]
