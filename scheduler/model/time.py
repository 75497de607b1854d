"""Times as calendars write them (CalTime) and as the rest computes with them (Period, in UTC)."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple

DAY = timedelta(days=1)
_EARLIEST, _LATEST = datetime(2, 1, 1), datetime(9998, 12, 31)  # noqa: DTZ001 - wall clocks of any zone
_ZERO = timedelta()
# One moment without and with its zone, to get from the one to the other by adding.
_NAIVE = datetime(2000, 1, 1)  # noqa: DTZ001
_AWARE = datetime(2000, 1, 1, tzinfo=UTC)


class Period(NamedTuple):
    """A half-open stretch of time [start, end); both aware, in UTC; `end == start` is an instant."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def overlaps(self, other: "Period") -> bool:
        """Share an instant; touching does not count (half-open), an instant lies inside a longer period.

        >>> from datetime import UTC, datetime
        >>> nine, ten, eleven = (datetime(2027, 3, 1, h, tzinfo=UTC) for h in (9, 10, 11))
        >>> Period(nine, ten).overlaps(Period(ten, eleven)), Period(nine, eleven).overlaps(Period(ten, ten))
        (False, True)
        """
        if self.start == other.start:
            return True
        return self.start < other.end and other.start < self.end

    def widened(self, before: timedelta, after: timedelta) -> "Period":
        return Period(self.start - before, self.end + after)


def naive_utc(wall: datetime, zone: tzinfo) -> datetime:
    """`wall` of `zone` in UTC, without saying so; gaps and folds as RFC 5545 3.3.5 says."""
    return wall - (zone.utcoffset(wall) or _ZERO)


def in_utc(naive: datetime) -> datetime:
    """What `replace(tzinfo=UTC)` gives; adding takes a tenth of the time."""
    return _AWARE + (naive - _NAIVE)


class CalTime(NamedTuple):
    """A DATE or DATE-TIME value as written (RFC 5545 3.3.4, 3.3.5).

    `wall` is naive; `zone` is None for floating times and dates; `tzid` is the parameter as it stood in the file,
    kept so that a message can send it back unchanged.
    """

    wall: datetime
    zone: tzinfo | None = None
    is_date: bool = False
    tzid: str | None = None

    def instant(self, default_zone: tzinfo) -> datetime:
        """In UTC; floating times and dates are read in `default_zone`; gaps and folds as RFC 5545 3.3.5 says."""
        return in_utc(naive_utc(self.wall, self.zone or default_zone))

    @property
    def floating(self) -> bool:
        return self.zone is None and not self.is_date

    def moved_to(self, wall: datetime) -> "CalTime":
        """The same kind of value at another wall-clock time."""
        return CalTime(wall, self.zone, self.is_date, self.tzid)


# Where a CANCEL stands that names no start (RFC 5546 3.2.5): it says something about other entries only.
NOWHERE = CalTime(datetime(2, 1, 1))  # noqa: DTZ001


def shifted(moment: datetime, by: timedelta) -> datetime:
    """`moment + by`, stopped at the edges of the years in which zones can be computed (2 to 9998)."""
    try:
        there = moment + by
    except OverflowError:
        there = None
    if there is not None and 1 < there.year < 9999:
        return there
    return (_LATEST if by > timedelta() else _EARLIEST).replace(tzinfo=moment.tzinfo)


class Span(NamedTuple):
    """A DURATION (RFC 5545 3.3.6): days are calendar days on the wall clock, seconds are elapsed time."""

    days: int = 0
    seconds: int = 0

    def after(self, start: CalTime, default_zone: tzinfo) -> datetime:
        """The end in UTC: the days on the wall clock first, then the exact seconds."""
        nominal = start.moved_to(shifted(start.wall, timedelta(days=self.days))).instant(default_zone)
        return shifted(nominal, timedelta(seconds=self.seconds))


def at_edge(wall: datetime, zone: tzinfo) -> bool:
    """`wall` lies in a gap or a fold of `zone`: its two readings differ (PEP 495)."""
    there = wall.replace(tzinfo=zone)
    return there.utcoffset() != there.replace(fold=1).utcoffset()


def is_gap(wall: datetime, zone: tzinfo) -> bool:
    """The wall clock never shows `wall` in `zone` (spring change)."""
    there = wall.replace(tzinfo=zone)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall


def is_fold(wall: datetime, zone: tzinfo) -> bool:
    """The wall clock shows `wall` twice in `zone` (autumn change)."""
    if is_gap(wall, zone):
        return False
    return wall.replace(tzinfo=zone, fold=0).utcoffset() != wall.replace(tzinfo=zone, fold=1).utcoffset()
