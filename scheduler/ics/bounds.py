"""The window as dates in bytes, and proofs that a block cannot touch it; what cannot be proven is kept."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from scheduler.ics.on_demand import on_demand
from scheduler.model.time import DAY, Period

_FIRST, _LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
_NAMES = re.compile(rb"\n([RrDd][^:;\r\n]*)")
_D_NAMES = on_demand(rb"\n([Dd][^:;\r\n]*)")
_DURATION = on_demand(
    rb"\nDURATION[^:\r\n]*:[+-]?P(?:(\d{1,3})([DW]))?(?:T(?:\d{1,3}H)?(?:\d{1,4}M)?(?:\d{1,6}S)?)?\r?\n(?![ \t])"
)
_HARMLESS_D = frozenset({b"DTSTART", b"DTSTAMP", b"DESCRIPTION", b"DURATION"})
_KNOWN = _HARMLESS_D | {
    b"DTEND", b"RRULE", b"RDATE", b"RECURRENCE-ID", b"RESOURCES", b"RELATED-TO", b"REQUEST-STATUS", b"REFID", b"REPEAT",
}  # fmt: skip
_RULE = re.compile(rb"\nRRULE:([^\r\n]*)\r?\n(?![ \t])")
_PLAIN = frozenset({b"FREQ", b"INTERVAL", b"COUNT", b"UNTIL", b"WKST"})
_PERIOD = on_demand(rb"\n[Rr][^:\n]*:[^\n]*/")
_RDATE = on_demand(
    rb"\nRDATE(?:;TZID=[^:;\r\n]*|;VALUE=DATE(?:-TIME)?)*:(\d{8}(?:T\d{6}Z?)?(?:,\d{8}(?:T\d{6}Z?)?)*)\r?\n(?![ \t])"
)
# A change of one instance, in plain writing.
_INSTANCE = on_demand(rb"\nRECURRENCE-ID(?:;TZID=[^:;\r\n]*|;VALUE=DATE(?:-TIME)?)*:(\d{8})(?:T\d{6}Z?)?\r?\n(?![ \t])")
# A day that every month has, or a weekday that it has by that number.
_EACH_MONTH = on_demand(rb"[+-]?(?:[1-9]|1\d|2[0-8])|[+-]?[1-4]?(?:MO|TU|WE|TH|FR|SA|SU)")
# Days.
_SHORT = 80
_COMMON = 5
# The most days between two instances of a rule without further parts (days after the 28th are left out).
_LONGEST_STEP = {b"DAILY": 1, b"WEEKLY": 7, b"MONTHLY": 31}


class Bounds(NamedTuple):
    """The window as YYYYMMDD bytes, two days wider on both sides (zones are at most 16 hours apart, days are whole)."""

    low: bytes
    high: bytes
    earlier: bytes
    window: Period
    befores: tuple[bytes, ...]

    @staticmethod
    def of(window: Period) -> "Bounds":
        low = window.start - min(2 * DAY, window.start - _FIRST)
        high = window.end + min(2 * DAY, _LAST - window.end)
        befores = tuple(_before(window, days) for days in range(_COMMON))
        return Bounds(_digits(low), _digits(high), befores[2], window, befores)

    @property
    def days(self) -> int:
        return (self.window.end - self.window.start).days

    def days_before(self, days: int) -> bytes:
        """What begins before it and lasts `days` at most is over before the window, whatever its zone."""
        return self.befores[days] if 0 <= days < _COMMON else _before(self.window, days)


def _before(window: Period, days: int) -> bytes:
    return _digits(window.start - min((days + 3) * DAY, window.start - _FIRST))


def _digits(moment: datetime) -> bytes:
    return b"%04d%02d%02d" % (moment.year, moment.month, moment.day)


def misses(block: bytes, bounds: Bounds) -> bool:
    """The block provably does not touch the window."""
    at = block.find(b"\nDTSTART")
    colon = block.find(b":", at)
    start = block[colon + 1 : colon + 9]
    if at < 0 or not start.isdigit() or block[colon + 9 : colon + 10] not in (b"T", b"\r", b"\n"):
        return False
    if block.find(b"\nBEGIN:", 0, at) >= 0:
        return False  # It may be the start of a part of the event.
    names = set(_NAMES.findall(block))
    if not names <= _KNOWN or (b"RECURRENCE-ID" in names and _INSTANCE().search(block) is None):
        return False  # A name that is folded; or RANGE=THISANDFUTURE, which moves other instances than its own.
    if bounds.low <= start <= bounds.high or not _is_date(start):
        return False
    if start > bounds.high and b"RDATE" not in names:
        return True
    length = _days(block, start)
    if length is None or (b"RDATE" in names and not _dates_miss(block, length, bounds)):
        return False
    if start > bounds.high:
        return True
    return _series_misses(block, start, length, bounds) if b"RRULE" in names else start < bounds.days_before(length)


def _is_date(digits: bytes) -> bool:
    """What is no date has to be named, wherever it lies."""
    try:
        date.fromisoformat(digits.decode())
    except ValueError:
        return False
    return digits[:1] != b"0"


def _dates_miss(block: bytes, length: int, bounds: Bounds) -> bool:
    """All RDATEs are plain and far from the window."""
    lists = _RDATE().findall(block)
    if len(lists) != block.count(b"\nRDATE"):
        return False
    low, high = bounds.days_before(length), bounds.high
    return all((d := item[:8]) < low or d > high for dates in lists for item in dates.split(b","))


def instance_day(data: bytes, at: int, stop: int) -> int | None:
    """The ordinal of the day of the one instance that a block changes, as its RECURRENCE-ID writes it.

    None where that is not plain; in UTC it may be another day than in a zone.
    """
    match = _INSTANCE().search(data, at, stop)
    try:
        return None if match is None else date.fromisoformat(match[1].decode()).toordinal()
    except ValueError:
        return None


def instance_misses(day: int, bounds: Bounds) -> bool:
    """An instance of a series that is not `long_lasting` provably misses the window."""
    first, last = bounds.window.start.toordinal(), bounds.window.end.toordinal()
    return day < first - _SHORT - 3 or day > last + 3


def long_lasting(block: bytes) -> bool:
    """The instances of a series may be longer than _SHORT days."""
    colon = block.find(b":", block.find(b"\nDTSTART"))
    start = block[colon + 1 : colon + 9]
    if len(start) < 8 or not start.isdigit() or b"\nd" in block or _PERIOD().search(block):
        return True
    length = _days(block, start)
    return length is None or length > _SHORT


def series_misses(block: bytes, start: bytes, bounds: Bounds) -> bool:
    """A series in plain writing, without RDATE, that starts before the window provably does not touch it."""
    length = _days(block, start)
    return length is not None and _series_misses(block, start, length, bounds)


def _series_misses(block: bytes, start: bytes, length: int, bounds: Bounds) -> bool:
    """A series with one plain rule ends before the window, or comes round each year at another time of it."""
    at = block.find(b"\nRRULE")
    found = _RULE.match(block, at)
    if found is None or block.find(b"\nRRULE", at + 1) >= 0:
        return False
    rule = _rule(found[1])
    if rule.until and rule.until < bounds.days_before(length):
        return True
    if not (rule.plain and start[6:] <= b"28") and not rule.once_a_month:
        return False
    if rule.freq == b"YEARLY":
        return bounds.days < 300 and not any(
            bounds.days_before(length) <= b"%04d" % year + start[4:] <= bounds.high
            for year in range(bounds.window.start.year - 1, bounds.window.end.year + 2)
        )
    if rule.most_days is None:
        return False
    first = date(int(start[:4]), int(start[4:6]), int(start[6:])).toordinal()
    return first + rule.most_days + 31 + length + 3 < bounds.window.start.toordinal()


class _Rule(NamedTuple):
    """What the proofs ask of a rule: `until` is b"" where it is not plain, `most_days` bounds the length of the series.

    `plain`: there are instances at each step if the day is one that all months have.
    """

    freq: bytes
    until: bytes
    plain: bool
    once_a_month: bool
    most_days: int | None


@lru_cache(maxsize=512)
def _rule(text: bytes) -> _Rule:
    parts = dict(p.split(b"=", 1) for p in text.upper().split(b";") if b"=" in p)
    freq, until = parts.get(b"FREQ", b""), parts.get(b"UNTIL", b"")[:8]
    plain = parts.keys() <= _PLAIN | ({b"BYDAY"} if freq == b"WEEKLY" else set())
    until = until if until.isdigit() and len(until) == 8 else b""
    return _Rule(freq, until, plain, _once_a_month(parts), _most_days(parts))


def _most_days(parts: dict[bytes, bytes]) -> int | None:
    """From the first to the last instance of a rule that counts them; None where it does not."""
    count, interval = parts.get(b"COUNT", b""), parts.get(b"INTERVAL", b"1")
    unit = _LONGEST_STEP.get(parts.get(b"FREQ", b""))
    if unit is None or not count.isdigit() or not interval.isdigit() or len(count) > 6 or len(interval) > 4:
        return None
    a_week = len({day[-2:] for day in parts.get(b"BYDAY", b"").split(b",")}) if unit == 7 else 1
    return (int(count) // a_week + 1) * int(interval) * unit


def _once_a_month(parts: dict[bytes, bytes]) -> bool:
    """A monthly rule that surely has an instance in each of its months."""
    days = parts.get(b"BYDAY") or parts.get(b"BYMONTHDAY") or b""
    known = parts.keys() <= _PLAIN | {b"BYDAY"} or parts.keys() <= _PLAIN | {b"BYMONTHDAY"}
    monthly = known and parts.get(b"FREQ") == b"MONTHLY"
    return monthly and any(_EACH_MONTH().fullmatch(d) is not None for d in days.split(b","))


def _days(block: bytes, start: bytes) -> int | None:
    """An upper bound of the event's length in whole days; None where it is not plain to see."""
    at = block.find(b"\nDTEND")
    if at >= 0 and block.find(b"\nBEGIN:", 0, at) >= 0:
        return None  # It may be the end of a part of the event.
    if at >= 0:
        colon = block.find(b":", at)
        end = block[colon + 1 : colon + 9]
        if not end.isdigit() or block[colon + 9 : colon + 10] not in (b"T", b"\r", b"\n"):
            return None
        if end <= start:
            return 1
        if end[:6] == start[:6]:
            return int(end[6:]) - int(start[6:]) + 1
        return (int(end[:4]) - int(start[:4])) * 366 + (int(end[4:6]) - int(start[4:6]) + 1) * 31
    if not _HARMLESS_D.issuperset(_D_NAMES().findall(block)):
        return None
    if b"\nDURATION" not in block:
        return 1
    found = _DURATION().findall(block)
    if len(found) != block.count(b"\nDURATION"):
        return None
    return max((int(n or 0) * (7 if unit == b"W" else 1) for n, unit in found), default=0) + 72
