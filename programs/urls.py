"""The addresses of a runner's plan; whose it is comes from the device's secret, never from the address."""

from django.urls import path

from programs import views

app_name = "programs"

urlpatterns = [
    path("plan/finish/", views.finish, name="finish"),
    path("plan/", views.result, name="result"),
    path("plan/sheet.pdf", views.sheet, name="sheet"),
    path("plan/run-weeks.csv", views.run_weeks, name="run_weeks"),
    path("my/data.json", views.my_data, name="my_data"),
]
