"""The addresses of this room; those of the sign-in itself stand in sign_in_urls."""

from django.urls import URLPattern, path

from clinic.accounts import people_views, views

urlpatterns: list[URLPattern] = [
    path("me/", views.me, name="me"),
    path("me/sessions/<int:pk>/end/", views.end_session, name="end_session"),
    path("session/", views.session_state, name="session"),
    path("session/stay/", views.stay, name="stay"),
    path("kept/", views.kept, name="kept"),
    path("kept/drop/", views.drop_kept, name="drop_kept"),
    path("people/", people_views.people_list, name="people"),
    path("people/<int:pk>/", people_views.person, name="person"),
    path("people/<int:pk>/switch/", people_views.switch_person, name="switch_person"),
    path("people/<int:pk>/link/", people_views.link_person, name="link_person"),
    path("people/<int:pk>/sessions/end/", people_views.end_person_sessions, name="end_person_sessions"),
    path("people/<int:pk>/second-step/reset/", people_views.reset_person, name="reset_person"),
]
