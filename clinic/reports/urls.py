"""The addresses of what waits and of the month."""

from django.urls import path

from clinic.reports import views

urlpatterns = [
    path("waiting/", views.waiting, name="waiting"),
    path("month/", views.month, name="month"),
]
