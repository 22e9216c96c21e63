"""The addresses of the exports."""

from django.urls import path

from clinic.exports import views

urlpatterns = [
    path("export/", views.export, name="export"),
    path("export/csv/", views.export_csv, name="export_csv"),
    path("export/json/", views.export_json, name="export_json"),
    path("check/<str:code>/fhir.json", views.fhir, name="fhir"),
]
