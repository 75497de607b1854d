"""What the index keeps is what was read, with all that hangs on it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from scheduler.ics.read import Document
from scheduler.model.event import Calendar, Event
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.settings.core import Settings
from scheduler.sources.columns import packed, unpacked
from scheduler.timeline.build import build_timeline
from scheduler.timeline.view import View
from tests.oracle.make import timed, vcalendar

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "sample_calendars").rglob("*.ics"))
ZONE = ZoneInfo("Europe/Lisbon")
WINDOW = Period(datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC))

ODD = b"""BEGIN:VCALENDAR
BEGIN:VTIMEZONE
TZID:Nowhere
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:own-zone
DTSTART;TZID=Nowhere:20270308T100000
DURATION:P1DT2H
RRULE:FREQ=DAILY;COUNT=3
SUMMARY:Gr\xc3\xbc\xc3\x9fe \xf0\x9f\x98\x80
LOCATION:Rua Augusta 5\\, Lisboa
ORGANIZER;CN=Ana:mailto:ana@acme.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x.example
ATTENDEE:mailto:other@x.example
END:VEVENT
BEGIN:VEVENT
UID:own-zone
RECURRENCE-ID;TZID=Nowhere:20270309T100000
DTSTART;TZID=Nowhere:20270309T110000
SUMMARY:Moved
END:VEVENT
BEGIN:VEVENT
UID:day
DTSTART;VALUE=DATE:20270310
SUMMARY:A day
END:VEVENT
BEGIN:VEVENT
UID:floating
DTSTART:20270311T100000
RRULE:FREQ=DAILY;COUNT=2
SUMMARY:Floating
LOCATION:Room 1\\, first floor
DESCRIPTION:Bring\\nnotes
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")
LOOP = vcalendar(
    timed("20270310T100000Z", "20270310T104500Z", uid="a", summary="Interview with Acme: system design"),
    timed("20270310T110000Z", "20270310T114500Z", uid="b", summary="Interview with Acme: hiring manager"),
)
_TIME = ("20270310T100000Z", "20270310T110000Z", "LOCATION:https://meet.example/room")
COPIED = [vcalendar(timed(*_TIME, uid=uid, summary="Interview with Beta")) for uid in ("recruiter", "system")]


def _timeline(*documents: bytes) -> Timeline:
    view = View(WINDOW, ZONE, Settings(), frozenset())
    return build_timeline([Document(Calendar(f"c{n}", f"c{n}.ics"), data) for n, data in enumerate(documents)], view)


def _placeless(o: Occurrence) -> Occurrence:
    return o._replace(event=o.event._replace(place=None), copies=tuple(map(_placeless, o.copies)))


def _as_kept(timeline: Timeline) -> Timeline:
    loops = tuple(loop._replace(sessions=tuple(map(_placeless, loop.sessions))) for loop in timeline.loops)
    return timeline._replace(occurrences=tuple(map(_placeless, timeline.occurrences)), loops=loops)


def _check(timeline: Timeline) -> Timeline:
    found = unpacked(packed(timeline))
    expected = _as_kept(timeline)
    # Zones of files are no values: they are compared by what they say.
    assert repr(found) == repr(expected)
    for one, other in zip(found.occurrences, expected.occurrences, strict=True):
        assert type(one) is Occurrence
        assert type(one.event) is Event
        assert one.event.component.to_bytes() == other.event.component.to_bytes()
        assert one.period == other.period
        assert one.event.start.instant(ZONE) == other.event.start.instant(ZONE)
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_what_was_read_of_the_samples_is_kept(path: Path) -> None:
    _check(_timeline(path.read_bytes()))


def test_zones_of_files_days_overrides_and_lengths_are_kept() -> None:
    found = _check(_timeline(ODD))
    assert len(found.occurrences) == 6
    assert len({id(o.event.start.zone) for o in found.occurrences if o.uid == "own-zone"}) == 1


def test_sessions_of_loops_are_the_entries_themselves() -> None:
    found = _check(_timeline(LOOP))
    [loop] = found.loops
    assert [id(o) for o in loop.sessions] == [id(o) for o in found.occurrences]


def test_copies_are_kept() -> None:
    found = _check(_timeline(*COPIED))
    assert [len(o.copies) for o in found.occurrences] == [1]


def test_nothing_is_kept_as_nothing() -> None:
    assert not _check(_timeline(b"")).occurrences


def test_a_component_that_was_looked_at_is_kept_as_it_is() -> None:
    timeline = _timeline(ODD)
    for o in timeline.occurrences:
        assert o.event.component.items
    _check(timeline)


def test_a_component_that_nobody_looked_at_answers_as_before() -> None:
    """Also for the properties that only reading asks for, which are not kept by themselves."""
    timeline = _timeline(ODD)
    found = unpacked(packed(timeline))
    [one, _] = (o.event for o in found.occurrences if o.uid == "floating")
    [other, _] = (o.event for o in timeline.occurrences if o.uid == "floating")
    assert one.component.unparsed is not None
    assert one.component.properties("EXDATE") == []
    assert one.location == other.location == "Room 1, first floor"
    assert one.description == other.description == "Bring\nnotes"
    assert one.component.unparsed is not None
    assert [p.value for p in one.component.properties("RRULE")] == ["FREQ=DAILY;COUNT=2"]
