"""One round of the crowd, on the database of DATABASE_URL: `python -m bench.child crowd_child submit`."""

from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from statistics import quantiles
from time import perf_counter

from django.core.management import call_command
from django.db import OperationalError, connections, transaction
from django.utils import timezone

from bench import database, drafts
from programs.actions import finish
from screening.models import TokenBucket

CLIENTS, EACH = 8, 80
PROCESSES, CHANGES = 4, 10_000
KEY = "bench"
Work = Callable[[int], object]
REFUSED = -1.0


def main(what: str) -> dict[str, float]:
    """The figures of one round."""
    return {"submit": submit, "change": change}[what]()


def submit() -> dict[str, float]:
    """Every client sends one self-check after the other, all at once."""
    call_command("migrate", verbosity=0)
    keys = [key for key, _ in drafts.many(CLIENTS * (EACH + 1))]
    durable = database.mode() in ("wal, FULL", "fsync on")
    shares = [keys[client::CLIENTS] for client in range(CLIENTS)]
    seconds, taken = crowd([partial(_finish, share) for share in shares], EACH)
    done = [wait for wait in taken if wait != REFUSED]
    p99 = quantiles(done, n=100)[98]
    refused = float(taken.count(REFUSED))
    return {"p99": p99, "rate": len(done) / seconds, "refused": refused, "durable": float(durable)}


def _finish(keys: list[int], number: int) -> None:
    finish(keys[number], today=timezone.localdate())


def change() -> dict[str, float]:
    """Every process reads one shared row and writes it back, one higher."""
    TokenBucket.objects.create(key=KEY, level_ms=0, at=timezone.now())
    _, taken = crowd([_one_higher] * PROCESSES, CHANGES // PROCESSES)
    done = [wait for wait in taken if wait != REFUSED]
    # Each process also did one before the clock started.
    expected = len(done) + PROCESSES
    lost = expected - TokenBucket.objects.get(key=KEY).level_ms
    return {"locked": float(taken.count(REFUSED)), "lost": float(lost), "longest": max(done)}


def _one_higher(_number: int) -> None:
    with transaction.atomic():
        row = TokenBucket.objects.select_for_update().get(key=KEY)
        row.level_ms += 1
        row.save(update_fields=["level_ms"])


def crowd(works: list[Work], times: int) -> tuple[float, list[float]]:
    """Run every work `times` times in a process of its own, all at once; seconds in all, and of each call."""
    connections.close_all()
    context = get_context("fork")
    gate, answers = context.Barrier(len(works) + 1), context.SimpleQueue()
    people = [context.Process(target=_person, args=(work, times, gate, answers.put)) for work in works]
    for person in people:
        person.start()
    gate.wait()
    begin = perf_counter()
    taken = [wait for _ in people for wait in answers.get()]
    seconds = perf_counter() - begin
    for person in people:
        person.join()
    return seconds, taken


def _person(work: Work, times: int, gate: Barrier, report: Callable[[list[float]], None]) -> None:
    """The first call opens the connection and is not counted."""
    work(times)
    gate.wait()
    report([_timed(work, number) for number in range(times)])


def _timed(work: Work, number: int) -> float:
    begin = perf_counter()
    try:
        work(number)
    except OperationalError:
        return REFUSED
    return perf_counter() - begin
