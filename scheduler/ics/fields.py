"""The properties of one component by name, without building its lines: what decoding needs of most events."""

from functools import lru_cache
from typing import NamedTuple

from scheduler.ics.parse import parse_component, parse_line
from scheduler.ics.text import any_printable
from scheduler.model.component import Component, Late, Line

_SEVERAL = frozenset({"ATTENDEE", "RRULE", "RDATE", "EXDATE", "EXRULE"})
_PERSONS = ("ATTENDEE", "ORGANIZER")
# What is asked of many events that are never looked at more closely.
_OFTEN = ("DESCRIPTION", "LOCATION")
Params = tuple[tuple[str, tuple[str, ...]], ...]
# A Field without the detour over its own __new__: there are fifteen to an event.
_new = tuple.__new__


class Field(NamedTuple):
    """One property: its value as written and its parameters."""

    value: str
    params: Params = ()

    def param(self, name: str) -> str | None:
        for key, values in self.params:
            if key == name:
                return values[0] if values else ""
        return None


class Fields(NamedTuple):
    """The first property of each name, all of those that may stand more than once and matter, and the encoding."""

    first: dict[str, Field]
    several: list[tuple[str, Field]]
    utf8: bool


def fields_of(raw: bytes) -> Fields:
    """The fields of a VEVENT block; sub-components (alarms) are passed over."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return _careful(raw)  # Also where a fold cuts a character in two.
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\r" in text or "\n\n" in text or any_printable(raw):
        return _careful(raw)
    if "\n " in text or "\n\t" in text:
        text = text.replace("\n ", "").replace("\n\t", "")
    return _from_lines(text.split("\n")) or _careful(raw)


def _from_lines(lines: list[str]) -> Fields | None:
    """None where the lines are not those of one component, and need a closer look."""
    first: dict[str, Field] = {}
    several: list[tuple[str, Field]] = []
    inside: list[str] = []
    for line in lines:
        head, colon, value = line.partition(":")
        name, params, ordinary = _head(head)
        if ordinary and colon:  # Nearly every line of nearly every event.
            if name not in first and len(inside) == 1:
                first[name] = _new(Field, (value, params))
            continue
        odd = ":" in value and (
            (params and params[-1][0] == "TZID") or (name in _PERSONS and value[:7].lower() != "mailto:")
        )
        if name == "" or not colon or odd:
            if not line:
                continue
            parsed = parse_line(line)
            if parsed is None:
                return None
            name, value, params = parsed.name, parsed.value, parsed.params
        if name == "BEGIN":
            inside.append(value.strip().upper())
        elif name == "END":
            if not inside or inside.pop() != value.strip().upper():
                return None
        elif len(inside) == 1:
            found = _new(Field, (value, params))
            if name in _SEVERAL:
                several.append((name, found))
            first.setdefault(name, found)
    return Fields(first, several, True)


@lru_cache(maxsize=2048)
def _head(head: str) -> tuple[str, Params, bool]:
    """(name, parameters, whether no more is to be thought of).

    No name where the colon that ended the head was not the one before the value.
    """
    if head.count('"') % 2 or "mailto" in head.lower():
        return "", (), False
    line = parse_line(head + ":")
    if line is None or line.value:
        return "", (), False
    odd = (
        line.name in _SEVERAL or line.name in ("BEGIN", "END") or (line.params and line.params[-1][0] in ("TZID", "CN"))
    )
    return line.name, line.params, not odd


def _careful(raw: bytes) -> Fields:
    """By way of the component, which unfolds bytes and joins stray text."""
    first: dict[str, Field] = {}
    several: list[tuple[str, Field]] = []
    for line in parse_component(raw).lines:
        if line.name in _SEVERAL:
            several.append((line.name, _field(line)))
        first.setdefault(line.name, _field(line))
    return Fields(first, several, _is_utf8(raw))


def _field(line: Line) -> Field:
    return Field(line.value, line.params)


def _is_utf8(raw: bytes) -> bool:
    """Whether the bytes are UTF-8 once the folds are taken out."""
    from scheduler.ics.parse import logical_lines
    from scheduler.ics.text import decode_bytes

    return all(decode_bytes(unfolded)[1] for unfolded, _, _ in logical_lines(raw))


def late_component(raw: bytes, fields: Fields) -> Component:
    """The component of a block, parsed when somebody first looks at its lines."""
    first = fields.first
    values = {name: first[name].value for name in _OFTEN if name in first}
    return Component.late("VEVENT", Late(raw, parse_component, _names(tuple(first)), values, fields.several))


@lru_cache(maxsize=512)
def _names(names: tuple[str, ...]) -> frozenset[str]:
    """One set for all events that a program writes alike."""
    return frozenset(names)
