"""Times into content lines, in the zone and the form that the event already uses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from scheduler.ics.values import ValueProblemError, parse_duration
from scheduler.messages.objects import Stored, read_time, utc_text
from scheduler.model.component import Component, Line
from scheduler.model.time import CalTime, Period

_WALL = "%Y%m%dT%H%M%S"
_SERIES = ("RRULE", "RDATE", "EXDATE", "EXRULE")


def start_of(event: Component, stored: Stored) -> CalTime | None:
    line = event.first("DTSTART")
    return None if line is None else read_time(line, stored.book)


def period_of(event: Component, stored: Stored) -> Period | None:
    """When the VEVENT itself takes place (a master: its first instance), in UTC; None without a readable start."""
    start = start_of(event, stored)
    if start is None:
        return None
    begin = start.instant(stored.floating)
    end_line, length = event.first("DTEND"), event.value("DURATION")
    if end_line is not None and (end := read_time(end_line, stored.book)) is not None:
        return Period(begin, max(begin, end.instant(stored.floating)))
    if length is not None:
        try:
            return Period(begin, parse_duration(length).after(start, stored.floating))
        except ValueProblemError:
            return Period(begin, begin)
    day = start.moved_to(start.wall + timedelta(days=1)).instant(stored.floating)
    return Period(begin, day if start.is_date else begin)


def instance(stored: Stored, recurrence_id: str) -> Component | None:
    """The override of an instance, or one made from what it belongs to; None where there is neither."""
    exact = stored.override(recurrence_id)
    if exact is not None:
        return exact
    base = stored.about(recurrence_id)
    extent = None if base is None else period_of(base, stored)
    if base is None or extent is None:
        return None
    begin = _recurrence_instant(recurrence_id, stored) + _offset(base, stored)
    made = at(base.without(*_SERIES, "RECURRENCE-ID"), Period(begin, begin + extent.length), stored)
    uid = next((i for i, x in enumerate(made.items) if x.name == "UID"), len(made.items) - 1)
    line = stored.recurrence_line(recurrence_id, base)
    return made.with_items((*made.items[: uid + 1], line, *made.items[uid + 1 :]))


def _recurrence_instant(text: str, stored: Stored) -> datetime:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=stored.floating)).astimezone(UTC)


def _offset(base: Component, stored: Stored) -> timedelta:
    """How far a THISANDFUTURE override has moved the instances that follow it."""
    line, start = base.first("RECURRENCE-ID"), start_of(base, stored)
    was = None if line is None else read_time(line, stored.book)
    if was is None or start is None:
        return timedelta(0)
    return start.instant(stored.floating) - was.instant(stored.floating)


def at(event: Component, period: Period, stored: Stored, *, sent: bool = False) -> Component:
    """The event at another time; DTEND in the zone of DTSTART, a DURATION stays where it still fits.

    `sent`: the times are read by somebody else at once, so floating ones become UTC, and the end is a DTEND.
    """
    form = _form(event, period, stored, sent)
    event = event.with_line(_line("DTSTART", period.start, form))
    if not sent and _still_fits(event, period, stored):
        return event
    event = event.without("DURATION")
    end = _line("DTEND", period.end, form)
    if event.first("DTEND") is not None:
        return event.with_line(end)
    at_start = next(i for i, x in enumerate(event.items) if x.name == "DTSTART")
    return event.with_items((*event.items[: at_start + 1], end, *event.items[at_start + 1 :]))


def named(name: str, period: Period, event: Component, stored: Stored) -> tuple[Line, Line]:
    """Start and end of `period` as lines `name`START and `name`END, as the event writes its times."""
    form = _form(event, period, stored, sent=True)
    return _line(f"{name}START", period.start, form), _line(f"{name}END", period.end, form)


# How times are written: a zone with its TZID, UTC, floating on the clock of a zone, or dates in a zone.
_Form = tuple[str, tzinfo, str]


def _form(event: Component, period: Period, stored: Stored, sent: bool) -> _Form:
    start = start_of(event, stored)
    if start is None:
        return ("utc", UTC, "")
    if start.is_date:
        ends = (period.start.astimezone(stored.floating), period.end.astimezone(stored.floating))
        whole = all(e.time() == datetime.min.time() for e in ends) and period.length > timedelta(0)
        return ("date", stored.floating, "") if whole else ("utc", UTC, "")
    if start.zone is None and start.tzid is None and not sent:
        return ("floating", stored.floating, "")
    if start.zone is None or start.tzid is None or start.zone is UTC:
        return ("utc", UTC, "")
    walls = [t.astimezone(start.zone) for t in (period.start, period.end)]
    # A wall clock that shows the hour twice, or a definition in the file that others would read otherwise.
    unclear = any(w.fold or stored.book.disagreement(start.tzid, w.replace(tzinfo=None), start.zone) for w in walls)
    return ("utc", UTC, "") if unclear else ("zone", start.zone, start.tzid)


def _line(name: str, moment: datetime, form: _Form) -> Line:
    kind, zone, tzid = form
    if kind == "utc":
        return Line(name, utc_text(moment))
    local = moment.astimezone(zone)
    if kind == "date":
        return Line(name, local.strftime("%Y%m%d"), (("VALUE", ("DATE",)),))
    return Line(name, local.strftime(_WALL), (("TZID", (tzid,)),) if kind == "zone" else ())


def _still_fits(event: Component, period: Period, stored: Stored) -> bool:
    if event.first("DTEND") is not None:
        return False
    return period_of(event, stored) == period
