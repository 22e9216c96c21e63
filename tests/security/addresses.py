"""Every address of the site, read from its resolver, so that a page added later is tested the day it is added."""

from collections.abc import Iterator

from django.urls import URLResolver, get_resolver

CODE, SLUG = "ITB-0000-00", "your-knee"
FILLED = {
    "<slug:slug>": SLUG,
    "<str:token>": "A" * 43,
    "<str:code>": CODE,
    "<str:slug>": SLUG,
    "<str:key>": "EX-01",
    "<slug:key>": "EX-01",
    "<slug:code>": CODE,
    "<str:uidb36>": "1",
    "<int:number>": "1",
    "<int:pk>": "1",
    "<path:rest>": "",
}
"""What fills each hole of an address. Only the clinic's own addresses hold a code or a number."""
STAFF_AREA = "staff/"


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """The routes below a resolver as they are written."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        else:
            yield route


def filled(route: str) -> str:
    """The route as an address."""
    for hole, value in FILLED.items():
        route = route.replace(hole, value)
    return f"/{route}"


ROUTES = tuple(routes(get_resolver()))
ADDRESSES = tuple(filled(route) for route in ROUTES if not route.startswith((STAFF_AREA, "admin/")))
"""What runners and strangers may ask for."""
STAFF_ADDRESSES = tuple(filled(route) for route in ROUTES if route.startswith(STAFF_AREA))
"""The clinic's side; tests/security/test_permission_matrix.py walks them with every role."""
PUBLIC = {
    "/", "/the-idea/", "/privacy/", "/help/", "/contact/", "/check/", "/check/resume/", "/healthz", "/readyz",
    "/my/erased/", "/code/",
}  # fmt: skip
