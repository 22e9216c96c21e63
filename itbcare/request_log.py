"""One JSON line a request, in UTC, with an allow-list of fields: never an answer, a name, a token or an address."""

import json
import logging
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

FIELDS = ("event", "route", "method", "status", "ms", "code", "reason")
REFUSED = "request refused"
request_id: ContextVar[str] = ContextVar("request_id", default="-")
logger = logging.getLogger("itbcare.request")


class JsonFormatter(logging.Formatter):
    """A log record as one line of JSON.

    The message of other libraries is kept as its unfilled template: what fills it may be a path or an answer. An
    exception is told by its type and place, never by its text.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON with time, level, logger, request id and the allowed fields."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": request_id.get(),
            "message": message_of(record)[:300],
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = places(record)
        return json.dumps(line, default=lambda value: type(value).__name__)


def message_of(record: logging.LogRecord) -> str:
    """The unfilled template. Django fills in a refused request's own words before it logs, so these are left out."""
    return REFUSED if record.name.startswith("django.security.") and not record.args else str(record.msg)


def places(record: logging.LogRecord) -> list[str]:
    """The innermost eight frames of a failed request as file:line, which hold no data."""
    found: list[str] = []
    trace = record.exc_info[2] if record.exc_info else None
    while trace:
        found.append(f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[-8:]


class RequestLog:
    """Give each request an id and write one line when it is answered; the route's name stands for the path."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and log."""
        token = request_id.set(secrets.token_hex(8))
        started = time.monotonic()
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = request_id.get()
            match = request.resolver_match
            fields = {
                "event": "request",
                "route": match.view_name if match else "-",
                "method": request.method if request.method in ("GET", "POST", "HEAD") else "other",
                "status": response.status_code,
                "ms": round((time.monotonic() - started) * 1000),
            }
            logger.info("request", extra=fields)
            return response
        finally:
            request_id.reset(token)
