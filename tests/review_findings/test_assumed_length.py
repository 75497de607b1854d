"""A length that was assumed is called one, and never stands as the entry's end."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from scheduler.findings.find import find
from scheduler.findings.terms import Terms
from scheduler.findings.words import span
from tests.oracle.make import read, timed, utc, vcalendar, vevent


def test_no_sentence_states_an_end_that_the_invitation_does_not() -> None:
    zone = ZoneInfo("UTC")
    endless = vevent("DTSTART:20270310T100000Z", uid="a", summary="Job interview with Acme")
    timeline = read(vcalendar(endless, timed("20270310T103000Z", "20270310T104500Z", uid="b", summary="Physio")))
    [interview, _] = timeline.occurrences
    assert span(interview, zone) == "Wed 10 Mar 10:00, 1 h assumed"
    [overlap] = [f for f in find(timeline, Terms(utc("2027-03-05T09:00"), zone)) if f.kind == "overlap"]
    assert "1 h assumed" in overlap.message
    assert "11:00" not in overlap.message


@pytest.mark.parametrize(
    "length", ["DTEND:20270310T100000Z", "DTEND;TZID=Europe/Berlin:20270310T110000", "DURATION:PT0S"]
)
def test_an_interview_that_ends_as_it_starts_takes_time(length: str) -> None:
    """Boards and some feeds write no other end than the start."""
    interview = vevent("DTSTART:20270310T100000Z", length, uid="a", summary="Job interview with Acme")
    reminder = vevent("DTSTART:20270310T100000Z", length, uid="b", summary="Feed the cat")
    other = timed("20270310T093000Z", "20270310T104500Z", uid="c", summary="Physio")
    timeline = read(vcalendar(interview, reminder, other))
    [overlap] = [f for f in find(timeline, Terms(utc("2027-03-05T09:00"), ZoneInfo("UTC"))) if f.kind == "overlap"]
    assert [o.uid for o in overlap.events] == ["c", "a"]
    assert timeline.occurrences[1].period.end == timeline.occurrences[1].period.start
