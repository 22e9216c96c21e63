"""A plan as plain JSON data, and back exactly: how the immutable snapshot is kept.

The shapes are read from the dataclasses themselves, so a field added with a default needs nothing here,
and a plan stored before it can still be read.
"""

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from programs.plan import Plan

PLAIN = (str, int, bool, NoneType)


class PlanFormatError(ValueError):
    """Stored data is not a plan; the message names the place, such as `stages[0].gate[2]: must be text`."""


def plan_to_dict(plan: Plan) -> dict[str, Any]:
    """Return the plan as dicts, lists, strings, whole numbers, booleans and None, ready for JSON."""
    return cast(dict[str, Any], _plain(plan))


def plan_from_dict(kept: object) -> Plan:
    """Return the plan that `plan_to_dict` wrote. Raises PlanFormatError for anything else."""
    return cast(Plan, _read(Plan, kept, "plan"))


def _plain(value: Any) -> Any:
    # Nearly everything in a plan is text: asked first, storing it takes a third of the time.
    if type(value) in PLAIN:
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(cast(type, type(value)))}
    if isinstance(value, date):
        return value.isoformat()
    # An enum member of text or number is stored as what it stands for.
    return getattr(value, "value", value)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(item.name for item in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, value: Any, place: str) -> Any:
    if is_dataclass(kind):
        return _read_object(cast(type, kind), value, place)
    origin = get_origin(kind)
    if origin is tuple:
        return _read_list(get_args(kind)[0], value, place)
    if origin in (Union, UnionType):
        return _read_optional(kind, value, place)
    if origin is Literal:
        return _one_of(get_args(kind), value, place)
    if kind is date:
        return _read_date(value, place)
    if type(value) is not kind:
        raise PlanFormatError(f"{place}: must be {kind.__name__}")
    return value


def _read_object(kind: type, value: Any, place: str) -> Any:
    if not isinstance(value, dict):
        raise PlanFormatError(f"{place}: must be an object")
    hints = _hints(kind)
    if unknown := set(value) - set(hints):
        raise PlanFormatError(f"{place}: unknown {', '.join(sorted(unknown))}")
    parts = {name: _read(hints[name], item, f"{place}.{name}") for name, item in value.items()}
    try:
        return kind(**parts)
    except TypeError as error:
        raise PlanFormatError(f"{place}: {error}") from error


def _read_list(kind: Any, value: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise PlanFormatError(f"{place}: must be a list")
    return tuple(_read(kind, item, f"{place}[{number}]") for number, item in enumerate(value))


def _read_optional(kind: Any, value: Any, place: str) -> Any:
    """Of `X | None`: None, or an X."""
    if value is None:
        return None
    (inner,) = (option for option in get_args(kind) if option is not NoneType)
    return _read(inner, value, place)


def _one_of(allowed: tuple[Any, ...], value: Any, place: str) -> Any:
    if value not in allowed:
        raise PlanFormatError(f"{place}: must be one of {', '.join(map(str, allowed))}")
    return value


def _read_date(value: Any, place: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise PlanFormatError(f"{place}: must be a date") from error
