"""The addresses of one review: the page, who has it, a leg rated again, the text for the chart, what is decided."""

from django.urls import path

from clinic.review import claim, decide_urls, rating_views, views

urlpatterns = [
    path("check/<str:code>/", views.review, name="review"),
    path("check/<str:code>/claim/", claim.claim, name="claim"),
    path("check/<str:code>/let-go/", claim.let_go, name="let_go"),
    path("check/<str:code>/rate/", rating_views.rate, name="rate"),
    path("check/<str:code>/notes/", views.notes, name="notes"),
    *decide_urls.urlpatterns,
]
