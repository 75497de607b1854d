"""Thousands of events under one UID, as some exports have them, are settled by look-up and as all with all would be."""

from __future__ import annotations

import time
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.ics.parse import parse_component
from scheduler.model.event import Calendar, Event
from scheduler.model.time import CalTime
from scheduler.timeline.versions import _current, _outdates
from tests.oracle.make import read, starts, timed, vcalendar, window

START = datetime(2027, 3, 8, 10)  # noqa: DTZ001 - a wall clock of no zone


def _event(source: str, part: int, sequence: int, method: str | None, stamp: int) -> Event:
    component = parse_component(f"BEGIN:VEVENT\r\nDTSTAMP:2027010{stamp}T000000Z\r\nEND:VEVENT\r\n".encode())
    start = CalTime(START)
    return Event("u", start, component, Calendar(source, source), sequence=sequence, method=method, part=part)


_EVENTS = st.builds(
    _event,
    st.sampled_from("abcd"),
    st.integers(0, 1),
    st.integers(0, 2),
    st.sampled_from((None, "PUBLISH", "REQUEST", "CANCEL")),
    st.integers(1, 3),
)


@settings(max_examples=500)
@given(st.lists(_EVENTS, min_size=1, max_size=8))
def test_the_versions_that_count_are_those_that_no_other_outdates(events: list[Event]) -> None:
    expected = [id(e) for e in events if not any(_outdates(other, e) for other in events)]
    assert [id(e) for e in _current(events)] == expected


def test_thousands_of_events_under_one_uid_are_read_in_time() -> None:
    count = 8000
    blocks = [
        timed("20270308T100000Z", "20270308T110000Z", f"LOCATION:{i}", uid="same", summary=f"Event {i}")
        for i in range(count)
    ]
    began = time.monotonic()
    assert len(starts(read(vcalendar(*blocks), within=window("2027-03-01T00:00", "2027-04-01T00:00")))) == count
    assert time.monotonic() - began < 8


def test_thousands_of_calendars_without_an_end_are_cut_in_time() -> None:
    data = b"BEGIN:VCALENDAR\r\n" * 60_000 + vcalendar(timed("20270308T100000Z", "20270308T110000Z"))
    began = time.monotonic()
    assert len(starts(read(data, within=window("2027-03-01T00:00", "2027-04-01T00:00")))) == 1
    assert time.monotonic() - began < 8


def test_a_published_calendar_shows_both_events_under_one_uid() -> None:
    twins = [
        timed("20270308T100000Z", "20270308T110000Z", uid="same", summary="One"),
        timed("20270309T100000Z", "20270309T110000Z", uid="same", summary="Two"),
    ]
    data = vcalendar(*twins, head=["METHOD:PUBLISH"])
    assert len(starts(read(data, within=window("2027-03-01T00:00", "2027-04-01T00:00")))) == 2
