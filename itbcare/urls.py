"""The addresses of the site."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from itbcare import health

handler400 = "itbcare.trouble.bad_request"
handler429 = "clinic.accounts.sign_in_views.too_many"  # the sign-in library looks for it here
urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("staff/", include("clinic.urls")),
    path("staff/", include("clinic.accounts.sign_in_urls")),
    # There was a second door here once; who remembers it is led to the one there is.
    path("admin/", RedirectView.as_view(url="/staff/")),
    path("admin/<path:rest>", RedirectView.as_view(url="/staff/")),
    path("", include("programs.urls")),
    path("", include("screening.urls")),
]
