"""The properties of one component by name, without building its lines: what decoding needs of most events."""

from functools import lru_cache
from typing import NamedTuple

from scheduler.ics.on_demand import on_demand
from scheduler.ics.parse import parse_component, parse_line
from scheduler.model.component import REPEATED, Component, Late, Params, unescape

_SEVERAL = REPEATED | {"ATTENDEE"}
_PERSONS = ("ATTENDEE", "ORGANIZER")
# What is asked of many events that are never looked at more closely.
_OFTEN = ("DESCRIPTION", "LOCATION")
# A sub-component (an alarm) without anything odd, in unfolded text.
_PART = on_demand(r"\nBEGIN:([A-Z-]+)\r?(?:\n(?!BEGIN|END)[A-Z0-9-]+[:;].*+)*+\nEND:\1\r?(?=\n)")
# A Field without the detour over its own __new__.
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


class Fields:
    """The first property of each name, and all of those that may stand more than once and matter.

    `values` as written, `params` of all that have parameters; `utf8`: it was encoded so.
    """

    __slots__ = ("attendees", "params", "repeated", "utf8", "values")

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.params: dict[str, Params] = {}
        self.attendees: list[tuple[str, Params]] = []
        self.repeated: dict[str, list[Field]] = {}
        self.utf8 = True

    def get(self, name: str) -> Field | None:
        value = self.values.get(name)
        return None if value is None else _new(Field, (value, self.params.get(name, ())))

    def tzid(self, name: str) -> str | None:
        """The TZID of the first property of that name."""
        for key, values in self.params.get(name, ()):
            if key == "TZID":
                return values[0] if values else ""
        return None

    def text(self, name: str) -> str:
        """The TEXT value, unescaped; "" where there is none."""
        value = self.values.get(name)
        return "" if value is None else unescape(value)

    def called(self) -> tuple[str, str]:
        """UID and SUMMARY: what to call the component in a note."""
        return self.text("UID"), self.text("SUMMARY")

    def keep(self, name: str, value: str, params: Params) -> None:
        """One of those that may stand more than once."""
        if name == "ATTENDEE":
            self.attendees.append((value, params))
        else:
            self.repeated.setdefault(name, []).append(_new(Field, (value, params)))


def fields_of(raw: bytes) -> Fields:
    """The fields of a VEVENT block whose lines end as `to_utf8` leaves them; sub-components are passed over."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return _careful(raw)  # Also where a fold cuts a character in two.
    lines = _unfolded(text, "\r\n" if "\r" in text else "\n") or _unfolded(text.replace("\r\n", "\n"), "\n")
    return _from_lines(lines) or _careful(raw)


def _unfolded(text: str, end: str) -> list[str]:
    """Lines without folds and sub-components; none where one is empty or ends in something else than `end`."""
    if end + end in text:
        return []
    text = text.replace(end + " ", "")
    if "\t" in text:
        text = text.replace(end + "\t", "")
    if "\nBEGIN:" in text:
        text = _PART().sub("", text)
    lines = text.split(end)
    return lines if text.count("\n") == len(lines) - 1 else []


def _from_lines(lines: list[str]) -> Fields | None:
    """None where the lines are not those of one component by itself, and need a closer look."""
    if lines and not lines[-1]:
        lines.pop()
    if len(lines) < 2 or lines[0].rstrip().upper() != "BEGIN:VEVENT" or lines[-1] != "END:VEVENT":
        return None
    fields = Fields()
    values, all_params = fields.values, fields.params
    for line in lines[1:-1]:
        head, colon, value = line.partition(":")
        known = _head(head)
        if known is None or not colon:
            return None
        name, params, ordinary = known
        if not ordinary:
            # Names of zones and of people may hold colons, too.
            if not name or (":" in value and (name not in _PERSONS or value[:7].lower() != "mailto:")):
                parsed = parse_line(line)
                if parsed is None:
                    return None
                name, value, params = parsed.name, parsed.value, parsed.params
            if name in _SEVERAL:
                fields.keep(name, value, params)
        if name not in values:
            values[name] = value
            if params:
                all_params[name] = params
    return fields


@lru_cache(maxsize=2048)
def _head(head: str) -> tuple[str, Params, bool] | None:
    """(name, parameters, whether no more is to be thought of); None where the line by itself does not tell.

    No name where the colon that ended the head was not the one before the value.
    """
    if "PRINTABLE" in head.upper():
        return None
    if head.count('"') % 2 or "mailto" in head.lower():
        return "", (), False
    line = parse_line(head + ":")
    if line is None or line.value:
        return "", (), False
    name, params = line.name, line.params
    if name in ("BEGIN", "END"):
        return None
    ordinary = name not in _SEVERAL and name not in _PERSONS and not (params and params[-1][0] == "TZID")
    return name, params, ordinary


def _careful(raw: bytes) -> Fields:
    """By way of the component, which unfolds bytes and joins stray text."""
    fields = Fields()
    for name, value, params, *_ in parse_component(raw).lines:
        if name in _SEVERAL:
            fields.keep(name, value, params)
        if name not in fields.values:
            fields.values[name], fields.params[name] = value, params
    fields.utf8 = _is_utf8(raw)
    return fields


def _is_utf8(raw: bytes) -> bool:
    """Whether the bytes are UTF-8 once the folds are taken out."""
    from scheduler.ics.parse import logical_lines
    from scheduler.ics.text import decode_bytes

    return all(decode_bytes(unfolded)[1] for unfolded, _, _ in logical_lines(raw))


def late_component(raw: bytes, fields: Fields) -> Component:
    """The component of a block, parsed when somebody first looks at its lines."""
    values = fields.values
    often = {name: values[name] for name in _OFTEN if name in values}
    return Component.late("VEVENT", Late(raw, parse_component, _names(tuple(values)), often, fields.repeated))


@lru_cache(maxsize=512)
def _names(names: tuple[str, ...]) -> frozenset[str]:
    """One set for all events that a program writes alike."""
    return frozenset(names)
