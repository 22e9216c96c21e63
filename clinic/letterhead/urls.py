"""The address of the letterhead."""

from django.urls import path

from clinic.letterhead import views

urlpatterns = [path("letterhead/", views.letterhead, name="letterhead")]
