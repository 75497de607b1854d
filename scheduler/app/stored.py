"""The calendar object that an entry is cut from: all components of its UID with their zones, byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scheduler.app.here import cache_folder
from scheduler.ics.cut import cut
from scheduler.ics.family import KEY, uid_key
from scheduler.ics.parse import parse_component
from scheduler.ics.read import Document
from scheduler.ics.structure import Segment, blocks_of
from scheduler.ics.text import to_utf8
from scheduler.messages.stored import only
from scheduler.model.component import Component, escape
from scheduler.model.event import Calendar
from scheduler.model.occurrence import Occurrence
from scheduler.sources.gather import gather_sources
from scheduler.sources.spec import Gathered, Spec

_END = b"\r\n"  # A block is cut without the end of its last line.


class Held(NamedTuple):
    """A calendar object, and the calendar that it stands in."""

    calendar: Calendar
    component: Component


def documents_of(specs: Iterable[Spec], now: float) -> Gathered:
    """The sources read once more, but for standard input, which is gone by then (`now`: POSIX seconds)."""
    return gather_sources((s for s in specs if s.address != "-"), bytes, cache_folder, now)


def held(uid: str, documents: Iterable[Document]) -> Iterator[Held]:
    """The objects of a UID, one for each calendar that has it."""
    wanted = {uid.encode()[:KEY], escape(uid).encode()[:KEY]}
    for document in documents:
        data, _ = to_utf8(document.data, document.calendar.source)
        data, segments, *_ = cut(data, None)
        for segment in segments:
            blocks = [data[at:stop] + _END for at, stop in segment.kept if uid_key(data, at, stop) in wanted]
            if blocks and (found := only(uid, _calendar(data, segment, blocks))).items:
                yield Held(document.calendar, found)


def _calendar(data: bytes, segment: Segment, blocks: list[bytes]) -> Component:
    head = parse_component(data[segment.start : segment.head_end])
    zones = (parse_component(data[at:stop] + _END) for at, stop in blocks_of(data, segment, b"VTIMEZONE"))
    return Component("VCALENDAR", (*head.lines, *zones, *(parse_component(b) for b in blocks)))


def object_of(entry: Occurrence, specs: tuple[Spec, ...], now: float) -> Component:
    """The object of an entry in the calendar that it came from; the entry alone where that is gone (standard input)."""
    event = entry.event
    documents = (d for d in documents_of(specs, now).documents if d.calendar.source == event.calendar.source)
    for found in held(event.uid, documents):
        return found.component
    return only(event.uid, Component("VCALENDAR", (event.component,)))
