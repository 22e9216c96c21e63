"""Two answers for a machine that watches: is the process up, and can it do its work."""

import shutil

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

SMALLEST_FREE_DISK = 200 * 1024 * 1024


def alive(request: HttpRequest) -> HttpResponse:
    """200 while the process answers; touches no database."""
    return HttpResponse("ok\n", content_type="text/plain")


def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, every migration is applied and the disk has room; else 503, no details."""
    return HttpResponse(*(("ready\n", "text/plain", 200) if is_ready() else ("not ready\n", "text/plain", 503)))


def is_ready() -> bool:
    """Whether this server can take a submission now."""
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False
    return not pending and shutil.disk_usage(settings.DATA_DIR).free > SMALLEST_FREE_DISK
