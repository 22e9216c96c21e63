"""The addresses of what is decided on a check."""

from django.urls import URLPattern, path

from clinic.review import decide_views, plan_views

urlpatterns: list[URLPattern] = [
    path("check/<str:code>/accept/", decide_views.accept, name="accept"),
    path("check/<str:code>/plan/", plan_views.plan, name="plan"),
    path("check/<str:code>/release/", decide_views.release, name="release"),
    path("check/<str:code>/refer/", decide_views.refer, name="refer"),
    path("check/<str:code>/came-in/", decide_views.came_in, name="came_in"),
    path("check/<str:code>/unlock/", decide_views.unlock, name="unlock"),
    path("check/<str:code>/note/", decide_views.note, name="note"),
]
