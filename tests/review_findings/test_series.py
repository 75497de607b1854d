"""Changes and exceptions of a series that are written in another way than the series."""

from __future__ import annotations

from tests.oracle.make import notes, read, starts, timed, vcalendar, window

MARCH = window("2027-03-01T00:00", "2027-04-01T00:00")


def test_a_change_that_names_its_day_alone_replaces_the_instance_of_that_local_day() -> None:
    """23:00 in New York is the next day in UTC."""
    data = vcalendar(
        timed("20270305T230000 America/New_York", "20270305T233000 America/New_York", "RRULE:FREQ=DAILY;COUNT=4"),
        timed(
            "20270307T120000 America/New_York", "20270307T123000 America/New_York", "RECURRENCE-ID;VALUE=DATE:20270307"
        ),
    )
    assert starts(read(data, within=MARCH)) == [
        "20270306T040000Z",
        "20270307T040000Z",
        "20270307T170000Z",
        "20270309T040000Z",
    ]


def test_a_change_of_an_all_day_series_may_name_a_time() -> None:
    data = vcalendar(
        timed("20270308", "20270309", "RRULE:FREQ=DAILY;COUNT=3"),
        timed("20270312", "20270313", "RECURRENCE-ID:20270309T000000"),
    )
    found = [o.first.isoformat() for o in read(data, within=MARCH).occurrences if o.first]
    assert found == ["2027-03-08", "2027-03-10", "2027-03-12"]


def test_a_broken_exception_costs_no_other_of_its_list() -> None:
    data = vcalendar(
        timed(
            "20270308T100000Z",
            "20270308T110000Z",
            "RRULE:FREQ=DAILY;COUNT=5",
            "EXDATE:20270309T100000Z,2027BAD,20270310T100000Z",
            "RDATE:nonsense,20270320T100000Z",
        )
    )
    timeline = read(data, within=MARCH)
    assert starts(timeline) == ["20270308T100000Z", "20270311T100000Z", "20270312T100000Z", "20270320T100000Z"]
    assert sum("was left out" in n for n in notes(timeline)) == 2
