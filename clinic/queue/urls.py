"""The addresses of the queue."""

from django.urls import path

from clinic.queue import views

urlpatterns = [path("", views.queue, name="queue")]
