"""A whole series at another time of day (or another day, where its rule allows that without guessing)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from scheduler.errors import SchedulerError
from scheduler.ics.values import ValueProblemError, parse_times
from scheduler.messages.objects import Stored, utc_text
from scheduler.messages.times import period_of, start_of
from scheduler.model.component import Component, Line
from scheduler.model.time import CalTime, Period

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WALL = "%Y%m%dT%H%M%S"
_CORRECT = "correct it in your calendar program first."


class SeriesError(SchedulerError):
    """The series cannot be moved so; the text says what to do instead."""


@dataclass(frozen=True, slots=True)
class _Shift:
    """How far the series moves: `delta` on the clock of `zone`, which turns dates by `days`."""

    stored: Stored
    start: CalTime
    zone: tzinfo
    delta: timedelta
    days: timedelta


def shifted(stored: Stored, master: Component, was: Period, to: Period) -> tuple[Component, ...]:
    """Master and overrides with every start moved as `was` moves to `to` on the clock of the series.

    EXDATE, RDATE, UNTIL and the RECURRENCE-IDs move along; a time that was changed for one instance stays.
    Raises SeriesError.
    """
    start, first = start_of(master, stored), period_of(master, stored)
    if start is None or first is None:
        raise SeriesError(f"The series has no readable start; {_CORRECT}")
    zone = start.zone or stored.floating
    delta = to.start.astimezone(zone).replace(tzinfo=None) - was.start.astimezone(zone).replace(tzinfo=None)
    if start.is_date and (delta % timedelta(days=1) or to.length % timedelta(days=1)):
        raise SeriesError("An all-day series moves by whole days; make a new one with times.")
    shift = _Shift(stored, start, zone, delta, (start.wall + delta).date() - start.wall.date())
    moved = master.with_items(tuple(_item(i, shift) for i in master.items))
    if to.length != first.length:
        moved = _lasting(moved, to.length, shift)
    return tuple(moved if e is master else e.with_items(tuple(_id(i, shift) for i in e.items)) for e in stored.events)


def _item(item: Line | Component, shift: _Shift) -> Line | Component:
    if not isinstance(item, Line):
        return item
    if item.name in ("RRULE", "EXRULE"):
        return item.with_value(_rule(item.value, shift))
    return _moved(item, shift) if item.name in ("DTSTART", "DTEND", "EXDATE", "RDATE") else item


def _id(item: Line | Component, shift: _Shift) -> Line | Component:
    return _moved(item, shift) if isinstance(item, Line) and item.name == "RECURRENCE-ID" else item


def _lasting(master: Component, length: timedelta, shift: _Shift) -> Component:
    """The master with another length, as a DTEND in the form of its DTSTART."""
    start = master.first("DTSTART")
    assert start is not None
    begin = (shift.start.wall + shift.delta).replace(tzinfo=shift.zone)
    end = begin + length if shift.start.is_date else (begin.astimezone(UTC) + length).astimezone(shift.zone)
    kept = master.without("DURATION", "DTEND")
    at = next(i for i, x in enumerate(kept.items) if x.name == "DTSTART") + 1
    line = Line("DTEND", _like(start.value, end), start.params)
    return kept.with_items((*kept.items[:at], line, *kept.items[at:]))


def _rule(rule: str, shift: _Shift) -> str:
    parts = dict(p.split("=", 1) for p in rule.upper().split(";") if "=" in p)
    by = [name for name in parts if name.startswith("BY") and name != "BYSETPOS"]
    if clock := {"BYHOUR", "BYMINUTE", "BYSECOND"} & set(by):
        raise SeriesError(f"The rule of the series names times itself ({min(clock)}); move its instances one by one.")
    if shift.days and by:
        weekday = _DAYS[shift.start.wall.weekday()]
        if by != ["BYDAY"] or parts["BYDAY"] != weekday or parts.get("FREQ") != "WEEKLY":
            raise SeriesError("The rule of the series names its days; make a new series for other days.")
        parts["BYDAY"] = _DAYS[(shift.start.wall + shift.delta).weekday()]
    if "UNTIL" in parts:
        parts["UNTIL"] = _value(parts["UNTIL"], shift)
    return ";".join(f"{k}={v}" for k, v in parts.items())


def _moved(line: Line, shift: _Shift) -> Line:
    """A line of times moved along; times of another zone than the series' come back in UTC."""
    if line.param("TZID") == shift.start.tzid or line.param("TZID") is None:
        return line.with_value(",".join(_value(v, shift) for v in line.value.split(",")))
    try:
        times = parse_times(line, shift.stored.book)
    except ValueProblemError:
        raise SeriesError(f"The series has an unreadable {line.name}; {_CORRECT}") from None
    if any(extent is not None for _, extent in times):
        raise SeriesError("The series has extra instances with an end of their own; move its instances one by one.")
    instants = (utc_text(t.instant(shift.stored.floating)) for t, _ in times)
    return line.with_param("TZID", None).with_value(",".join(_value(i, shift) for i in instants))


def _value(value: str, shift: _Shift) -> str:
    """One time, moved on the clock of the series: dates by whole days, UTC through the series' zone."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise SeriesError(f"The series has a time that cannot be moved ('{value[:40]}'); {_CORRECT}") from None
    if len(value) == 8:
        return _like(value, moment + shift.days)
    if moment.tzinfo is None:
        return _like(value, moment + shift.delta)
    local = moment.astimezone(shift.zone).replace(tzinfo=None)
    return utc_text((local + shift.delta).replace(tzinfo=shift.zone))


def _like(text: str, moment: datetime) -> str:
    """A time written as `text` is: DATE, UTC, or the wall clock."""
    if len(text) == 8:
        return moment.strftime("%Y%m%d")
    return utc_text(moment) if text.endswith("Z") else moment.strftime(_WALL)
