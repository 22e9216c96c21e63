"""One round of submissions in a fresh process, on the database of DATABASE_URL."""

from itertools import count

from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone

from bench import bare_form, database, drafts
from bench.measure import in_turn
from programs.actions import finish
from programs.models import IssuedPlan

SENT = 60
BY_POST = 20


def main() -> dict[str, float]:
    """Seconds for one of ours, one of the yardstick's, and one of ours by POST."""
    if "bench_baresubmission" not in connection.introspection.table_names():
        bare_form.make_table()
    today, made = timezone.localdate(), drafts.many(SENT + BY_POST + 5)
    first = finish(made.pop()[0], today=today)
    writer = bare_form.BareWriter(first, IssuedPlan.objects.get(screening=first))
    numbers = count(bare_form.BareSubmission.objects.count())
    writer.write(next(numbers))
    taken = in_turn(
        {"ours": lambda: finish(made.pop()[0], today=today), "bare": lambda: writer.write(next(numbers))}, SENT
    )
    client = Client(headers={"host": "127.0.0.1"})
    by_post(client, made.pop()[1])
    taken |= in_turn({"site": lambda: by_post(client, made.pop()[1])}, BY_POST)
    return taken | {"durable": float(database.mode() == "wal, FULL")}


def by_post(client: Client, token: str) -> None:
    """Send one self-check the way a browser does, from an address of its own: the site counts submissions of each."""
    client.cookies[settings.RUNNER_COOKIE_NAME] = token
    response = client.post("/plan/finish/", REMOTE_ADDR=token[:16])
    if response.status_code != 302 or "/plan" not in response["Location"]:
        raise ValueError(f"{response.status_code} {response.headers}")
