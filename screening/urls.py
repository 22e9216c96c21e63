"""The runner's addresses. No address holds an id; the private link's secret leaves its address at once."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import path
from django.views.generic import TemplateView

from screening import code_views, link_views, step_views, views

app_name = "screening"


def page(template: str) -> Callable[..., HttpResponseBase]:
    """A page of words alone."""
    return TemplateView.as_view(template_name=f"screening/{template}.html", http_method_names=["get", "head"])


urlpatterns = [
    path("", views.landing, name="landing"),
    path("the-idea/", page("idea"), name="idea"),
    path("privacy/", page("privacy"), name="privacy"),
    path("help/", page("help"), name="help"),
    path("contact/", page("contact"), name="contact"),
    path("check/", views.start, name="start"),
    path("check/resume/", views.resume, name="resume"),
    path("check/answers/", views.check, name="check"),
    path("check/care/", views.care, name="care"),
    path("check/again/", views.again, name="again"),
    path("check/<slug:slug>/", step_views.step, name="step"),
    path("r/<str:token>/", link_views.open_link, name="open_link"),
    path("code/", code_views.typed_code, name="typed_code"),
    path("my/checks/", views.my_checks, name="my_checks"),
    path("my/link/", link_views.my_link, name="my_link"),
    path("my/link/email/", link_views.email_link, name="email_link"),
    path("my/link/renew/", link_views.renew_link, name="renew_link"),
    path("my/link/replace/", link_views.replace_link, name="replace_link"),
    path("my/link/stop-paper/", link_views.stop_paper, name="stop_paper"),
    path("my/erase/", link_views.erase, name="erase"),
    path("my/erased/", link_views.erased, name="erased"),
]
