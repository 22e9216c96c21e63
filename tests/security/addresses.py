"""Every address of the site, read from its resolver, so that a page added later is tested the day it is added."""

from collections.abc import Iterator

from django.urls import URLResolver, get_resolver

FILLED = {"<slug:slug>": "your-knee", "<str:token>": "A" * 43}
STAFF = ("/admin/", "/admin/login/")
STAFF_PAGES = ("/staff/pack/", "/staff/sheet/")
"""Pages of ours that ask a stranger to sign in."""


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """The routes below a resolver as they are written; the framework's own staff pages are left to their names."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if route.startswith("admin/"):
            continue
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        else:
            yield route


def filled(route: str) -> str:
    """The route as an address."""
    for hole, value in FILLED.items():
        route = route.replace(hole, value)
    return f"/{route}"


ADDRESSES = (*(filled(route) for route in routes(get_resolver())), *STAFF)
PUBLIC = {
    "/", "/the-idea/", "/privacy/", "/help/", "/contact/", "/check/", "/check/resume/", "/healthz", "/readyz",
    "/my/erased/", "/code/", *STAFF, *STAFF_PAGES,
}  # fmt: skip
