"""The addresses of the trail."""

from django.urls import path

from clinic.trail import views

urlpatterns = [
    path("trail/", views.trail, name="trail"),
    path("trail/month/", views.looks, name="looks"),
]
