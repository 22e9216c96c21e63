"""The addresses of this room."""

from django.urls import path

from clinic.shelf import exercise_views, own_views, template_views

urlpatterns = [
    path("exercises/", exercise_views.exercises, name="exercises"),
    path("exercises/archived/", exercise_views.archived_exercises, name="exercises_archived"),
    path("exercises/new/", own_views.exercise_new, name="exercise_new"),
    path("exercises/<slug:key>/", exercise_views.exercise, name="exercise"),
    path("exercises/<slug:key>/edit/", own_views.exercise_edit, name="exercise_edit"),
    path("exercises/<slug:key>/archive/", own_views.exercise_archive, name="exercise_archive"),
    path("exercises/<slug:key>/star/", exercise_views.exercise_star, name="exercise_star"),
    path("photos/<slug:slug>.jpg", exercise_views.photo, name="photo"),
    path("templates/", template_views.templates, name="templates"),
    path("templates/new/", template_views.template_new, name="template_new"),
    path("templates/from/<slug:code>/", template_views.template_from, name="template_from"),
    path("templates/<int:number>/", template_views.template, name="template"),
    path("templates/<int:number>/edit/", template_views.template_edit, name="template_edit"),
    path("templates/<int:number>/archive/", template_views.template_archive, name="template_archive"),
    path("templates/<int:number>/restore/", template_views.template_restore, name="template_restore"),
]
