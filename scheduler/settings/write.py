"""A settings file with some values changed; everything else, comments too, stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from scheduler.errors import SettingsError
from scheduler.settings.core import Hours, Limits, Settings
from scheduler.settings.describe import fields_of

Value = str | int | bool | list[str]
_TABLES = {"": Settings, "hours": Hours, "limits": Limits}
_HEAD = "Settings of `interviews`; `interviews config` explains all there are."


class NewCalendar(NamedTuple):
    """A calendar that is to be read."""

    name: str
    source: str
    write: bool = False
    holds: bool = False


def changed(text: str, values: Mapping[str, Value], calendars: Iterable[NewCalendar] = ()) -> str:
    """The text with settings (named as zone, hours.start) set and calendars added; raises SettingsError.

    A setting that is new gets its meaning as a comment.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        if not text.strip():
            document.add(tomlkit.comment(_HEAD))
            document.add(tomlkit.nl())
        for name, value in values.items():
            table, _, key = name.rpartition(".")
            _set(document, table, key, value)
        for calendar in calendars:
            _add_calendar(document, calendar)
    except TOMLKitError as error:
        raise SettingsError(f"The settings file cannot be changed: {error}. Correct it by hand.") from None
    return tomlkit.dumps(document)


def _set(document: Any, table: str, key: str, value: Value) -> None:
    import tomlkit

    where = document
    if table:
        if table not in document:
            document.append(table, tomlkit.table())
        where = document[table]
    if key in where:
        where[key] = value
        return
    item = tomlkit.item(value)
    item.comment(next(f.help for f in fields_of(_TABLES[table]) if f.name == key))
    where.add(key, item)


def _add_calendar(document: Any, calendar: NewCalendar) -> None:
    import tomlkit
    from tomlkit.items import Array

    if isinstance(document.get("calendars"), Array):
        inline = tomlkit.inline_table()
        inline.update(_said(calendar))
        document["calendars"].append(inline)
        return
    entry = tomlkit.table()
    for key, value in _said(calendar).items():
        entry.add(key, value)
    if "calendars" not in document:
        document.append("calendars", tomlkit.aot())
    before = document["calendars"][-1].as_string() if document["calendars"] else tomlkit.dumps(document)
    if before.endswith("\n\n"):
        entry.add(tomlkit.nl())
    else:
        entry.trivia.indent = "\n"
    document["calendars"].append(entry)


def _said(calendar: NewCalendar) -> dict[str, str | bool]:
    """What has to be written: `false` goes without saying."""
    return {key: value for key, value in calendar._asdict().items() if value is not False}
