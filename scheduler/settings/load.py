"""Tables of the settings file into sections; every typo is named with the nearest right word."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any, TypeVar, get_args, get_origin

from scheduler.errors import SettingsError
from scheduler.settings.check import check
from scheduler.settings.core import Settings
from scheduler.settings.describe import fields_of, is_section

T = TypeVar("T")

# Tables that belong to other rooms: name -> "module:class", read only where they are used.
SECTIONS: dict[str, str] = {
    "proposals": "scheduler.settings.proposals:ProposalSettings",
    "people": "scheduler.settings.people:PersonSetting",
    "mail": "scheduler.settings.mail:MailSettings",
    "servers": "scheduler.settings.servers:ServerSetting",
    "plan": "scheduler.settings.plan:PlanSettings",
    "watch": "scheduler.settings.watch:WatchSettings",
}
# Those of them that are lists of tables: [[people]].
LISTS = frozenset({"people", "servers"})


def parse_settings(text: str, path: str) -> Settings:
    """The settings in a TOML text; raises SettingsError naming file, table and key."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}.") from None
    known = (*(f.name for f in fields_of(Settings) if f.help), *SECTIONS)
    for key in data:
        if key not in known:
            raise SettingsError(f"{path}: unknown setting '{key}'{_nearest(key, known)}.")
    other = tuple((k, data.pop(k)) for k in list(data) if k in SECTIONS)
    core = build(Settings, data, path)
    check(core, path)
    return core._replace(other=other, path=path)


def section(settings: Settings, name: str, kind: type[T]) -> T:
    """One other room's table ([name]) as its section; defaults where the file has none."""
    table = dict(settings.other).get(name, {})
    if not isinstance(table, Mapping):
        raise SettingsError(f"{settings.path}: '{name}' must be a table: [{name}].")
    return build(kind, table, f"{settings.path}: [{name}]")


def section_list(settings: Settings, name: str, kind: type[T]) -> tuple[T, ...]:
    """Another room's list of tables ([[name]])."""
    tables = dict(settings.other).get(name, [])
    if not isinstance(tables, list):
        raise SettingsError(f"{settings.path}: '{name}' must be a list of tables: [[{name}]].")
    return tuple(build(kind, t, f"{settings.path}: [[{name}]] number {i}") for i, t in enumerate(tables, 1))


def build(kind: type[T], table: object, where: str) -> T:
    """A section from a TOML table; raises SettingsError for unknown keys and wrong types."""
    if not isinstance(table, Mapping):
        raise SettingsError(f"{where}: a table is expected here, not {table!r}.")
    known = {f.name: f for f in fields_of(kind)}  # type: ignore[arg-type] # mypy takes no type[T] for hashable
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise SettingsError(f"{where}: unknown setting '{key}'{_nearest(key, known)}.")
        values[key] = _value(known[key].hint, value, f"{where}: {key}")
    for field in known.values():
        if field.required and field.name not in values:
            raise SettingsError(f"{where}: '{field.name}' is missing.")
    return kind(**values)


def _value(hint: Any, value: object, where: str) -> object:
    if isinstance(hint, types.UnionType):
        hint = next(a for a in get_args(hint) if a is not type(None))
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise SettingsError(f'{where}: a list is expected, such as ["…"].')
        return tuple(_value(get_args(hint)[0], v, where) for v in value)
    if is_section(hint):
        return build(hint, value, where)
    if hint is time:
        return _time(value, where)
    if hint is date:
        if isinstance(value, date):
            return value
        raise SettingsError(f"{where}: write a date such as 2027-03-03, not {value!r}.")
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, bool) is not (hint is bool) or not isinstance(value, hint):
        words = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false"}
        raise SettingsError(f"{where}: write {words[hint]}, not {value!r}.")
    if hint is int and isinstance(value, int) and value < 0:
        raise SettingsError(f"{where}: {value} is negative; write 0 or more.")
    return value


def _time(value: object, where: str) -> time:
    if isinstance(value, time):
        return value
    try:
        return time.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise SettingsError(f'{where}: write a time of day such as "09:00", not {value!r}.') from None


def _nearest(word: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word, list(known), 1)
    return f" (did you mean '{near[0]}'?)" if near else ""
