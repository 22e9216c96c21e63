"""The addresses of the site."""

from django.urls import URLPattern, URLResolver, include, path

from itbcare import health

handler400 = "itbcare.trouble.bad_request"
urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("staff/", include("clinic.urls")),
    path("staff/account/", include("allauth.urls")),
    path("", include("programs.urls")),
    path("", include("screening.urls")),
]
