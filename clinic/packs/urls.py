"""The addresses of the packs."""

from django.urls import path

from clinic.packs import views

urlpatterns = [
    path("pack/", views.pack_page, name="pack"),
    path("sheet/", views.staff_sheet, name="staff_sheet"),
]
