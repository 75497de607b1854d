"""When two versions of an object say the same, whatever a server did to their form."""

from __future__ import annotations

from scheduler.ics.parse import parse_component
from scheduler.model.component import Component, Line, unescape

# Who wrote it when, and with what: changed by every program that touches an object, and no edit of the user's.
BOOKKEEPING = frozenset(
    {"DTSTAMP", "LAST-MODIFIED", "CREATED", "PRODID", "SEQUENCE", "X-MOZ-GENERATION", "X-MOZ-LASTACK", "CALSCALE"}
)
# Parameters that the server alone sets (RFC 6638 7.3) or that only repeat the default.
_SERVERS_OWN = frozenset({"SCHEDULE-STATUS", "X-VOBJ-ORIGINAL-TZID", "X-VOBJ-FLOATINGTIME-ALLOWED"})
_DEFAULTS = frozenset({("VALUE", ("DATE-TIME",)), ("ROLE", ("REQ-PARTICIPANT",)), ("CUTYPE", ("INDIVIDUAL",))})
# What a line says that is not there (RFC 5545 3.8.1.3, 3.8.1.9, 3.8.2.7): some servers write it down.
_UNSAID = frozenset({("CLASS", "PUBLIC"), ("PRIORITY", "0"), ("TRANSP", "OPAQUE")})
_PARTS = frozenset({"RRULE", "EXRULE"})

Canon = tuple[str, tuple[tuple[str, tuple[str, ...]], ...], str]


def canon(line: Line) -> Canon:
    """A line without its accidents: order of parameters, folds, quotes, escapes, and what servers add."""
    params = sorted((k, v) for k, v in line.params if k not in _SERVERS_OWN and (k, v) not in _DEFAULTS)
    value = line.value.rstrip()
    if line.name in _PARTS:
        value = ";".join(sorted(value.upper().split(";")))
    elif line.name in ("ATTENDEE", "ORGANIZER"):
        value = address(line)
    else:
        value = unescape(value)
    return line.name, tuple(params), value


def address(line: Line) -> str:
    """A calendar user address for comparing: mailto: in lower case, without the scheme."""
    value = line.value.strip()
    return value[7:].strip().lower() if value[:7].lower() == "mailto:" else value


def shape(component: Component) -> object:
    """A comparable value for everything in a component that is not bookkeeping; order does not count."""
    lines = sorted(canon(i) for i in component.lines if i.name not in BOOKKEEPING and not unsaid(i))
    children = sorted((repr(shape(c)) for c in component.children if c.name != "VTIMEZONE"), key=str)
    return component.name, tuple(lines), tuple(children)


def unsaid(line: Line) -> bool:
    """Whether a line only repeats what holds without it."""
    return (line.name, line.value.strip().upper()) in _UNSAID


def same(one: bytes, other: bytes) -> bool:
    """Whether two objects say the same to the user."""
    return one == other or shape(parse_component(one)) == shape(parse_component(other))
