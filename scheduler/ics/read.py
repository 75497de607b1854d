"""Calendars as bytes into events: each component stands by itself, one that cannot be read costs only itself."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from scheduler.ics.block import block_pattern
from scheduler.ics.bounds import Bounds
from scheduler.ics.cut import Cut, cut
from scheduler.ics.decode import Notes, decode_event
from scheduler.ics.family import Family
from scheduler.ics.fields import fields_of, late_component
from scheduler.ics.lines import Lines
from scheduler.ics.others import Others
from scheduler.ics.parse import parse_component
from scheduler.ics.structure import Segment, blocks_of
from scheduler.ics.text import not_a_calendar, to_utf8
from scheduler.ics.zones import ZoneBook, bare_name, named_zone
from scheduler.model.both import Both, one_by_one
from scheduler.model.component import Component
from scheduler.model.event import Calendar, Event, Place
from scheduler.model.problem import Problem
from scheduler.model.time import CalTime


class Document(NamedTuple):
    """One calendar's bytes, with what the source said about it."""

    calendar: Calendar
    data: bytes


class Reading:
    """Events as decoded, not yet expanded; `books` are the zones of each VCALENDAR, by (id(calendar), part)."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.books: dict[tuple[int, int], ZoneBook] = {}
        self.problems: list[Problem] = []


class _Opened(NamedTuple):
    """A document after the lexical pass."""

    calendar: Calendar
    data: bytes
    segments: list[Segment]


class Selection:
    """The blocks of all documents that can matter in a window, in one or two shares.

    All events of one UID of one owner are in the same share, so that each can be worked on by itself.
    """

    def __init__(
        self, documents: Sequence[Document], bounds: Bounds | None, shares: int = 1, both: Both = one_by_one
    ) -> None:
        self.problems: list[Problem] = []
        self.shares = shares
        block = block_pattern(sum(len(d.data) for d in documents))
        opened = []
        others = Others()
        for calendar, data in documents:
            data, notes = to_utf8(data, calendar.source)
            self.problems += notes
            found = _opened(cut(data, bounds, both, block), calendar, self.problems)
            if found is not None:
                opened.append(found)
                others.look(found.data, found.segments, calendar)
        self.problems += others.problems()
        self.opened = bool(opened)
        self.entries = any(segment.kept or segment.dropped for o in opened for segment in o.segments)
        self._families: dict[str, Family] = defaultdict(Family)
        for o in opened:
            for segment in o.segments:
                if segment.kept:
                    self._families[o.calendar.owner].add_segment(o.data, segment)
        for o in opened:
            for segment in o.segments:
                if segment.dropped:
                    self._families[o.calendar.owner].take_back(o.data, segment, bounds)
        self._chosen = [(o, Lines(o.data)) for o in opened if any(s.kept for s in o.segments)]

    def read(self, share: int) -> Reading:
        """The events of a share."""
        reading = Reading()
        for o, lines in self._chosen:
            family = self._families[o.calendar.owner]
            for part, segment in enumerate(o.segments):
                mine = segment.kept
                if self.shares > 1:
                    mine = [b for b in mine if family.share(segment.keys[b[0]], self.shares) == share]
                if mine:
                    _read_segment(o, lines, segment, mine, part, reading)
        return reading

    def forget(self) -> None:
        """Let the sources' bytes go, once every note has its line."""
        for _, lines in self._chosen:
            lines.forget()
        self._chosen.clear()


def read_documents(documents: Sequence[Document], bounds: Bounds | None) -> Reading:
    """All events of the documents that can touch the window, and every event that shares a UID with one of them."""
    selection = Selection(documents, bounds)
    reading = selection.read(0)
    reading.problems[:0] = selection.problems
    return reading


def _opened(found: Cut, calendar: Calendar, problems: list[Problem]) -> _Opened | None:
    source, data, segments = calendar.source, found.data, found.segments
    if not found.plain:
        from scheduler.ics.astray import astray

        problems += astray(data, segments, calendar, Lines(data))
    if not segments:
        problems.append(Problem("error", f"{source} is not a calendar: {not_a_calendar(data)}.", source))
    if not found.complete:
        sentence = f"{source} is incomplete: it breaks off before END:VCALENDAR; what came before is shown."
        problems.append(Problem("error", sentence, source, Lines(data).number(max(len(data) - 1, 0))))
    return _Opened(calendar, data, segments) if segments else None


def _read_segment(
    opened: _Opened, lines: Lines, segment: Segment, blocks: list[tuple[int, int]], part: int, reading: Reading
) -> None:
    data = opened.data
    book = reading.books[id(opened.calendar), part] = _book(data, segment)
    header = parse_component(data[segment.start : segment.head_end])
    method = (header.value("METHOD") or "").strip().upper() or None
    default = _default_zone(header, opened.calendar, reading.problems)
    broken = set(segment.unfinished)
    for at, stop in blocks:
        raw = data[at:stop]
        fields = fields_of(raw)
        component = late_component(raw, fields)
        notes = Notes(opened.calendar.source, Place(lines, at), fields.called)
        event = decode_event(fields, component, opened.calendar, book, notes, method, part)
        if at in broken:
            notes.add("error", "it has no END:VEVENT, so part of it may be missing; what is there is shown")
        if not fields.utf8:
            notes.add("info", "its text is not UTF-8; it was read as Windows-1252")
        if event is not None:
            event = _with_default_zone(event, default, notes)
            reading.events.append(event)
        if notes.problems:
            reading.problems += notes.problems


def _book(data: bytes, segment: Segment) -> ZoneBook:
    return _zones_of(tuple(data[at:stop] for at, stop in blocks_of(data, segment, b"VTIMEZONE")))


@lru_cache(maxsize=64)
def _zones_of(definitions: tuple[bytes, ...]) -> ZoneBook:
    """One book for all files of a folder that bring the same definitions along."""
    found: dict[str, Component] = {}
    for raw in definitions:
        component = parse_component(raw)
        found.setdefault(bare_name(component.text("TZID") or ""), component)
    return ZoneBook(found)


def _default_zone(header: Component, calendar: Calendar, problems: list[Problem]) -> str | None:
    """X-WR-TIMEZONE, in which floating times are meant by the calendars that write it."""
    name = (header.value("X-WR-TIMEZONE") or "").strip()
    if not name:
        return None
    if named_zone(name)[0] is None:
        problems.append(
            Problem("info", f"X-WR-TIMEZONE '{name[:60]}' is unknown; it was left out of account.", calendar.source)
        )
        return None
    return name


def _with_default_zone(event: Event, name: str | None, notes: Notes) -> Event:
    start = event.start
    if name is None or not start.floating:
        return event
    zone = named_zone(name)[0]
    notes.add("info", f"its time has no zone; the calendar's own zone, {name}, was assumed")

    def placed(moment: CalTime | None) -> CalTime | None:
        return CalTime(moment.wall, zone, tzid=moment.tzid) if moment is not None and moment.floating else moment

    moved = placed(start)
    assert moved is not None
    return event._replace(
        start=moved, end=placed(event.end), recurrence_id=placed(event.recurrence_id), zone_note="X-WR-TIMEZONE"
    )
