"""The addresses of the queue."""

from django.urls import path

from clinic.queue import aside_views, call_views, views

urlpatterns = [
    path("", views.queue, name="queue"),
    path("check/<str:code>/call/", call_views.call, name="call"),
    path("check/<str:code>/aside/", aside_views.aside, name="aside"),
]
