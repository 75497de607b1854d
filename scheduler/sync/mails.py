"""Whom a server would mail if an object were written or deleted; pure (RFC 6638 3.2)."""

from __future__ import annotations

import hashlib

from scheduler.ics.parse import parse_component
from scheduler.model.component import Component, Line
from scheduler.sync.canon import BOOKKEEPING, address, shape

# What only concerns its owner; no server tells others about it.
_PRIVATE = frozenset({"TRANSP", "CATEGORIES", "COLOR", "CLASS"}) | BOOKKEEPING


def recipients(before: bytes | None, after: bytes | None, me: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses that a scheduling server may write to; None stands for an object that is not there.

    Careful rather than exact: servers differ about which changes are worth a mail, and SCHEDULE-AGENT=CLIENT is
    ignored by some, so only what no server mails about counts as silent.
    """
    old = None if before is None else parse_component(before)
    new = None if after is None else parse_component(after)
    if old is not None and new is not None and _public(old) == _public(new):
        return ()
    mine = {a.lower().removeprefix("mailto:") for a in me}
    people: dict[str, None] = {}
    for root in (old, new):
        for component in () if root is None else root.children:
            people.update(dict.fromkeys(_people(component, mine)))
    return tuple(people)


def _people(component: Component, mine: set[str]) -> list[str]:
    attendees = [address(i) for i in component.every("ATTENDEE")]
    organizer = component.first("ORGANIZER")
    if not attendees or organizer is None:
        return []
    host = address(organizer)
    if host.lower() not in mine and any(a.lower() in mine for a in attendees):
        return [host]
    return [a for a in [*attendees, host] if a.lower() not in mine]


def _public(root: Component) -> object:
    """What others may be told about."""
    return sorted(repr(shape(_stripped(c))) for c in root.children if c.name != "VTIMEZONE")


def _stripped(component: Component) -> Component:
    kept = [
        i
        for i in component.items
        if (i.name not in _PRIVATE and not i.name.startswith("X-") if isinstance(i, Line) else i.name != "VALARM")
    ]
    return Component(component.name, tuple(kept))


def held_id(kind: str, name: str, before: bytes | None, after: bytes | None) -> str:
    """A short name for one write: another content is another write, and needs its own confirmation."""
    mark = hashlib.sha256()
    for part in (kind.encode(), name.encode(), before or b"", after or b""):
        mark.update(len(part).to_bytes(8, "big") + part)
    return mark.hexdigest()[:8]
