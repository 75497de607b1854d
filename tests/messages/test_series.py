"""Corners of moving a series, of instances, and of what a stored object is made of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.ics.parse import parse_component
from scheduler.messages.change import Refused, Target, moved
from scheduler.messages.objects import Stored
from scheduler.messages.times import instance, period_of
from scheduler.model.component import Component
from scheduler.model.time import Period
from tests.messages.scenario import HERE

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 2, 20, 12, tzinfo=UTC)


def stored(*lines: str, tail: str = "") -> Stored:
    """A series of the user's own in Berlin, without VTIMEZONE."""
    own = "\r\n".join(("BEGIN:VEVENT", "UID:s@example.org", "DTSTAMP:20270201T080000Z", *lines, "END:VEVENT"))
    return Stored(
        parse_component(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{own}\r\n{tail}END:VCALENDAR\r\n".encode()), BERLIN
    )


WEEKLY = ("DTSTART;TZID=Europe/Berlin:20270303T100000", "DTEND;TZID=Europe/Berlin:20270303T110000")


def move(series: Stored, by: timedelta, length: timedelta = timedelta(hours=1)) -> Component | Refused:
    assert series.master is not None
    was = period_of(series.master, series)
    assert was is not None
    to = Period(was.start + by, was.start + by + length)
    return moved(Target(series, was, ("ada@example.org",)), to, NOW)


def value(outcome: Component | Refused, name: str) -> str:
    assert isinstance(outcome, Component)
    event = next(c for c in outcome.children if c.name == "VEVENT")
    return event.value(name) or ""


def test_a_rule_with_more_than_a_weekday_is_not_guessed_at() -> None:
    series = stored(*WEEKLY, "RRULE:FREQ=WEEKLY;BYDAY=WE;BYMONTH=3")
    assert isinstance(move(series, timedelta(days=1)), Refused)
    assert value(move(series, timedelta(hours=1)), "DTSTART") == "20270303T110000"


def test_a_rule_that_names_hours_is_not_guessed_at() -> None:
    outcome = move(stored(*WEEKLY, "RRULE:FREQ=DAILY;BYHOUR=10"), timedelta(hours=1))
    assert isinstance(outcome, Refused)
    assert "BYHOUR" in outcome.reason


def test_an_all_day_series_moves_by_whole_days_only() -> None:
    series = stored("DTSTART;VALUE=DATE:20270303", "RRULE:FREQ=WEEKLY", "EXDATE;VALUE=DATE:20270310")
    assert isinstance(move(series, timedelta(hours=1), timedelta(days=1)), Refused)
    after = move(series, timedelta(days=2), timedelta(days=1))
    assert (value(after, "DTSTART"), value(after, "EXDATE")) == ("20270305", "20270312")
    longer = move(series, timedelta(0), timedelta(days=2))
    assert value(longer, "DTEND") == "20270305"


def test_an_exception_written_in_another_zone_comes_back_in_utc() -> None:
    series = stored(*WEEKLY, "RRULE:FREQ=WEEKLY", "EXDATE;TZID=America/New_York:20270317T050000")
    assert value(move(series, timedelta(hours=2)), "EXDATE") == "20270317T110000Z"


def test_until_moves_on_the_clock_of_the_series() -> None:
    """02:30 before the change of clocks, moved by two hours, is 04:30 after it."""
    series = stored(
        "DTSTART;TZID=Europe/Berlin:20271024T023000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20271031T003000Z"
    )
    assert value(move(series, timedelta(hours=2)), "RRULE") == "FREQ=WEEKLY;UNTIL=20271031T033000Z"


def test_until_as_a_date_and_dates_with_an_end_of_their_own() -> None:
    series = stored(*WEEKLY, "RRULE:FREQ=WEEKLY;UNTIL=20270401")
    assert value(move(series, timedelta(hours=2)), "RRULE") == "FREQ=WEEKLY;UNTIL=20270401"
    extra = stored(*WEEKLY, "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20270305T100000/20270305T113000")
    assert isinstance(move(extra, timedelta(hours=2)), Refused)


@settings(max_examples=60, deadline=None)
@given(st.integers(-9 * 4, 13 * 4), st.integers(2, 40))
def test_the_moved_series_has_as_many_instances_each_moved_on_the_clock(quarters: int, weeks: int) -> None:
    """DTSTART, UNTIL and EXDATE together, over both changes of the clock, as dateutil counts them."""
    delta = timedelta(minutes=15 * quarters)
    last = datetime(2027, 3, 3, 10, tzinfo=BERLIN) + timedelta(weeks=weeks)
    rule = f"FREQ=WEEKLY;UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    series = stored(*WEEKLY, f"RRULE:{rule}", "EXDATE;TZID=Europe/Berlin:20270310T100000")

    def walls(start: str, rule: str, gone: str) -> list[datetime]:
        begin = datetime.fromisoformat(start).replace(tzinfo=BERLIN)
        found = [t.replace(tzinfo=None) for t in rrulestr(f"RRULE:{rule}", dtstart=begin)]
        return [t for t in found if t != datetime.fromisoformat(gone)]

    after = move(series, delta)
    before = walls("20270303T100000", rule, "20270310T100000")
    now = walls(value(after, "DTSTART"), value(after, "RRULE"), value(after, "EXDATE"))
    assert now == [t + delta for t in before]


def test_an_instance_in_the_second_of_two_equal_hours_is_named_in_utc() -> None:
    series = stored("DTSTART;TZID=Europe/Berlin:20271024T023000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")
    assert series.master is not None
    assert series.recurrence_line("20271031T013000Z", series.master).value == "20271031T013000Z"
    assert series.recurrence_line("20271031T003000Z", series.master).value == "20271031T023000"


@pytest.mark.parametrize("recurrence_id", ["20270317T090000Z", "20270331T080000Z", "20271103T090000Z"])
def test_an_instance_begins_where_its_identifier_says(recurrence_id: str) -> None:
    series = stored(*WEEKLY, "RRULE:FREQ=WEEKLY", "EXDATE;TZID=Europe/Berlin:20270310T100000")
    made = instance(series, recurrence_id)
    assert made is not None
    assert period_of(made, series) == Period(
        datetime.fromisoformat(recurrence_id), datetime.fromisoformat(recurrence_id) + timedelta(hours=1)
    )
    assert made.value("DTSTART") == made.value("RECURRENCE-ID") == f"{recurrence_id[:8]}T100000"
    assert [i.name for i in made.lines if i.name in ("RRULE", "EXDATE")] == []


def test_floating_and_all_day_instances() -> None:
    floating = stored("DTSTART:20270303T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY")
    made = instance(floating, "20270304T100000")
    assert made is not None
    assert (made.value("RECURRENCE-ID"), made.value("DTSTART")) == ("20270304T100000", "20270304T100000")
    days = stored("DTSTART;VALUE=DATE:20270303", "RRULE:FREQ=DAILY")
    made = instance(days, "20270304")
    assert made is not None
    assert (made.value("RECURRENCE-ID"), made.value("DTSTART")) == ("20270304", "20270304")


def test_method_never_gets_into_a_stored_object() -> None:
    whole = parse_component((HERE / "calendars" / "outlook.ics").read_bytes())
    assert whole.value("METHOD") == "REQUEST"
    series = stored(*WEEKLY)
    with_method = Stored(
        parse_component(series.calendar.to_bytes().replace(b"VERSION", b"METHOD:REQUEST\r\nVERSION")), BERLIN
    )
    after = move(with_method, timedelta(hours=1))
    assert isinstance(after, Component)
    assert after.first("METHOD") is None


def test_every_other_line_of_a_moved_object_is_as_it_was() -> None:
    whole = (HERE / "calendars" / "hosted.ics").read_bytes()
    before = Stored(parse_component(whole), BERLIN)
    assert before.master is not None
    was = period_of(before.master, before)
    assert was is not None
    after = moved(Target(before, was, ("ada@example.org",)), Period(was.start + timedelta(days=1), was.end), NOW)
    assert isinstance(after, Refused)
    after = moved(
        Target(before, was, ("ada@example.org",)),
        Period(was.start + timedelta(hours=1), was.end + timedelta(hours=1)),
        NOW,
    )
    assert isinstance(after, Component)
    touched = (b"DTSTAMP", b"LAST-MODIFIED", b"DTSTART;TZID", b"DTEND", b"SEQUENCE", b"ATTENDEE", b" ")
    kept = [i for i in whole.split(b"\r\n") if not i.startswith(touched)]
    assert [i for i in after.to_bytes().split(b"\r\n") if not i.startswith(touched)] == kept
