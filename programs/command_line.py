"""What `assess` and `ladder` share: read JSON, judge each case, print JSON; or name every problem, exit 2."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import IO, Any, Final, NoReturn

from django.core.management.base import BaseCommand

from screening.case import CaseError

Judge = Callable[[object], dict[str, Any]]

MOST_BYTES: Final = 50_000_000
BAD_CASE: Final = 2
LONGEST_TOLD: Final = 60  # letters of a bad name or number that a problem repeats


class CaseCommand(BaseCommand):
    """A command that reads one case, or a list of them, and prints what `judge` says; touches no database."""

    requires_system_checks: list[str] = []
    judge: Judge

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One file name, and whether to indent."""
        parser.add_argument("case", help="a JSON file with one case or a list of cases; - for standard input")
        parser.add_argument("--pretty", action="store_true", help="indent the result")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the result of every case, or the problems of all of them and exit with 2."""
        try:
            result = judge_all(read_json(options["case"]), type(self).judge)
        except CaseError as error:
            self.stderr.write("\n".join(error.problems))
            sys.exit(BAD_CASE)
        self.stdout.write(json.dumps(result, indent=2 if options["pretty"] else None, ensure_ascii=False))


def judge_all(raw: object, judge: Judge) -> Any:
    """Return one result, or a list of them for a list; raise CaseError with every problem of every case."""
    if not isinstance(raw, list):
        return judge(raw)
    results, problems = [], []
    for place, case in enumerate(raw, start=1):
        try:
            results.append(judge(case))
        except CaseError as error:
            problems += [f"case {place}: {problem}" for problem in error.problems]
    if problems:
        raise CaseError(tuple(problems))
    return results


def read_json(name: str) -> object:
    """Return what a JSON file (or - for standard input) holds, decimals exact; CaseError with one line."""
    try:
        return json.loads(
            _read(name),
            parse_float=_decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_refuse_doubles,
        )
    except OSError as error:
        raise CaseError((f"{name}: cannot be read ({error.strerror})",)) from error
    except RecursionError as error:
        raise CaseError((f"{name}: is nested too deeply",)) from error
    except ValueError as error:
        raise CaseError((f"{name}: is not valid JSON ({error})",)) from error


def _read(name: str) -> str:
    if name == "-":
        return _capped(sys.stdin.buffer)
    with Path(name).open("rb") as file:
        return _capped(file)


def _capped(file: IO[bytes]) -> str:
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValueError(f"more than {MOST_BYTES} bytes")
    return content.decode()


def _decimal(number: str) -> Decimal:
    try:
        return Decimal(number)
    except InvalidOperation:
        raise ValueError(f"{number[:LONGEST_TOLD]} is out of range") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _refuse_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        times = Counter(name for name, _ in pairs)
        doubled = next(name for name, count in times.items() if count > 1)
        raise ValueError(f"{json.dumps(doubled[:LONGEST_TOLD])} is given twice")
    return found
