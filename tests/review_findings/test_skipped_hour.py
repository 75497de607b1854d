"""An entry that starts in the hour that the clock skips ends no sooner than it starts, and takes time."""

from __future__ import annotations

import pytest

from tests.oracle.make import read, timed, vcalendar, window

MARCH = window("2027-03-01T00:00", "2027-05-01T00:00")


@pytest.mark.parametrize(("end", "minutes"), [("033000", 60), ("030000", 30)])
def test_it_takes_the_time_that_its_clock_says(end: str, minutes: int) -> None:
    zone = "America/Los_Angeles"
    [found] = read(vcalendar(timed(f"20270314T023000 {zone}", f"20270314T{end} {zone}")), within=MARCH).occurrences
    assert found.period.end == found.period.start
    assert found.occupied.length.total_seconds() == minutes * 60


def test_a_series_that_starts_there_keeps_its_length_afterwards() -> None:
    zone = "Europe/Lisbon"
    data = vcalendar(timed(f"20270328T013000 {zone}", f"20270328T020000 {zone}", "RRULE:FREQ=WEEKLY;COUNT=3"))
    first, *others = read(data, within=MARCH).occurrences
    assert first.period.end >= first.period.start
    assert [o.period.length.total_seconds() for o in others] == [1800, 1800]
