"""Events that stand where no event can stand: named, not shown, so that none is lost without a word."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from scheduler.ics.decode import Notes
from scheduler.ics.fields import fields_of
from scheduler.ics.lines import Lines
from scheduler.ics.structure import Segment, lone_ends, odd_begins, strays
from scheduler.model.event import Calendar, Place
from scheduler.model.problem import Problem

MOST = 100
# Of an event that is only named.
_LONGEST = 1 << 14
_END = re.compile(rb"^[ \t]*END[ \t]*:[ \t]*VEVENT", re.I | re.M)


def astray(data: bytes, segments: list[Segment], calendar: Calendar, lines: Lines) -> Iterator[Problem]:
    """A problem for each event outside every VCALENDAR (RFC 5545 3.4), or without a readable BEGIN."""
    outside = strays(data, segments)
    for at, stop in outside[:MOST]:
        sentence = "it stands outside BEGIN:VCALENDAR and END:VCALENDAR, so it belongs to no calendar"
        yield from _named(calendar, lines, at, data[at:stop], sentence)
    odd = odd_begins(data)
    for at in odd[:MOST]:
        found = _END.search(data, at, at + _LONGEST)
        inside = data[at : found.start() if found is not None else at + _LONGEST].split(b"\n")[1:]
        block = b"\n".join([b"BEGIN:VEVENT", *(line.strip() for line in inside), b"END:VEVENT"])
        sentence = "it cannot be read: BEGIN:VEVENT must stand at the start of a line"
        yield from _named(calendar, lines, at, block, sentence)
    lone = [(at, stop) for at, stop in lone_ends(data) if bisect(odd, at) == bisect(odd, stop)]
    for at, stop in lone[:MOST]:
        block = b"BEGIN:VEVENT" + data[max(at, stop - _LONGEST) : stop] + b"END:VEVENT"
        yield from _named(calendar, lines, stop, block, "it cannot be read: its END:VEVENT has no BEGIN:VEVENT")
    more = sum(max(len(found) - MOST, 0) for found in (outside, odd, lone))
    if more:
        sentence = f"{calendar.source} has {more} more events that stand where none can be read."
        yield Problem("error", sentence, calendar.source)


def _named(calendar: Calendar, lines: Lines, at: int, block: bytes, sentence: str) -> list[Problem]:
    notes = Notes(calendar.source, Place(lines, at), fields_of(block).called)
    notes.add("error", sentence)
    return notes.problems
