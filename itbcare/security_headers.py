"""The headers that every response carries, errors and files included."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

NOT_USED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "payment", "usb")
PERMISSIONS = ", ".join(f"{feature}=()" for feature in NOT_USED)

# What a search engine may show; everything else belongs to one runner or to the clinic.
PUBLIC_PAGES = {f"screening:{name}" for name in ("landing", "idea", "privacy", "help", "contact")}


def content_security_policy() -> str:
    """Render Django 6's SECURE_CSP setting as a header value."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in settings.SECURE_CSP.items())


class SecurityHeaders:
    """Add the policy headers, and `no-store` to every page that did not ask to be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = content_security_policy()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        match = request.resolver_match
        if match is None or match.view_name not in PUBLIC_PAGES:
            response.headers.setdefault("X-Robots-Tag", "noindex")
        # SecurityMiddleware sets these three too, but not on what it refuses itself, such as a forged host.
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        response.headers.setdefault("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY)
        response.headers.setdefault("Cache-Control", "no-store")
        return response
