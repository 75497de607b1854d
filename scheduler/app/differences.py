"""What differs between two versions of an object, property by property, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.findings.words import clock, day
from scheduler.ics.instance import period_of, recurrence_text
from scheduler.ics.read import Document, read_documents
from scheduler.model.component import Line, unescape
from scheduler.model.event import Calendar, Event
from scheduler.model.time import CalTime
from scheduler.sync.canon import BOOKKEEPING, address, canon, shape, unsaid

_WORDS = {
    "SUMMARY": "title", "LOCATION": "place", "DESCRIPTION": "notes", "RRULE": "repeats", "ATTENDEE": "people",
    "TRANSP": "busy or free", "CLASS": "privacy", "EXDATE": "dates left out", "RDATE": "dates added", "URL": "link",
}  # fmt: skip
_TIME = ("DTSTART", "DTEND", "DURATION")
_LONGEST = 60


class Difference(NamedTuple):
    """One property on both sides; "" for a side that does not have it."""

    what: str
    here: str
    there: str


def differences(here: bytes, there: bytes, zone: ZoneInfo) -> tuple[Difference, ...]:
    """Times on the clock of `zone`; the events of a series each with its date."""
    ours, theirs = _events(here), _events(there)
    found: list[Difference] = []
    for key in dict.fromkeys([*ours, *theirs]):
        one, other = ours.get(key), theirs.get(key)
        single = one or other
        moment = single.recurrence_id if single is not None else None
        prefix = "" if moment is None else f"{_time(moment, zone)}: "
        if one is None or other is None:
            found.append(Difference(f"{prefix}the event", *("gone" if e is None else "there" for e in (one, other))))
        else:
            found += [d._replace(what=prefix + d.what) for d in _differences(one, other, zone)]
    return tuple(found)


def _events(data: bytes) -> dict[str, Event]:
    """By the date in their series, however it is written; "" for the series or the only event."""
    events = read_documents([Document(Calendar("", ""), data)], None).events
    return {recurrence_text(e.recurrence_id) if e.recurrence_id is not None else "": e for e in events}


def _differences(here: Event, there: Event, zone: ZoneInfo) -> Iterator[Difference]:
    ours, theirs = _times(here, zone), _times(there, zone)
    yield from (Difference(w, a, b) for w, a, b in zip(("start", "end"), ours, theirs, strict=True) if a != b)
    mine, other = _lines(here), _lines(there)
    for name in dict.fromkeys([*mine, *other]):
        a, b = mine.get(name, []), other.get(name, [])
        if sorted(map(canon, a)) != sorted(map(canon, b)):
            yield Difference(_WORDS.get(name, name.lower()), *_apart(a, b))
    reminders = [[repr(shape(c)) for c in e.component.children] for e in (here, there)]
    if sorted(reminders[0]) != sorted(reminders[1]):
        yield Difference("reminders", *(str(len(r)) if r else "none" for r in reminders))


def _times(event: Event, zone: ZoneInfo) -> tuple[str, str]:
    """First and last moment; of whole days the first and the last day."""
    start, end = period_of(event, event.start, zone)
    if event.start.is_date:
        return day(start, zone), day(max(start, end - timedelta(microseconds=1)), zone)
    return f"{day(start, zone)} {clock(start, zone)}", f"{day(end, zone)} {clock(end, zone)}"


def _time(moment: CalTime, zone: ZoneInfo) -> str:
    instant = moment.instant(zone)
    return day(instant, zone) if moment.is_date else f"{day(instant, zone)} {clock(instant, zone)}"


def _lines(event: Event) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in event.component.lines:
        if line.name not in BOOKKEEPING and line.name not in _TIME and not unsaid(line):
            found.setdefault(line.name, []).append(line)
    return found


def _apart(here: list[Line], there: list[Line]) -> tuple[str, str]:
    """What each side says, without what both say."""
    both = set(map(canon, here)) & set(map(canon, there))
    first, second = (_text([i for i in lines if canon(i) not in both]) for lines in (here, there))
    return first, second


def _text(lines: list[Line]) -> str:
    said = (address(i) if i.name in ("ATTENDEE", "ORGANIZER") else unescape(i.value) for i in lines)
    text = " ".join(", ".join(said).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
