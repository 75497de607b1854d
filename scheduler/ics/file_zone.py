"""A VTIMEZONE of the file's own as a tzinfo (RFC 5545 3.6.5), with bounded work."""

from bisect import bisect_right
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from scheduler.ics.budget import TooMuchWorkError
from scheduler.ics.on_demand import on_demand
from scheduler.ics.recur import instances
from scheduler.ics.rule import Rule, RuleError, parse_rule
from scheduler.model.component import Component

_OFFSET = on_demand(r"([+-])(\d\d):?(\d\d)(\d\d)?")
_MOMENT = on_demand(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?Z?")
_EDGE = timedelta(days=400)


class ZoneError(ValueError):
    """The VTIMEZONE cannot be used; the text says why."""


class Observance(NamedTuple):
    """STANDARD or DAYLIGHT: onsets are wall-clock times in `before`."""

    onset: datetime
    before: timedelta
    after: timedelta
    rule: Rule | None
    extra: tuple[datetime, ...]


class FileZone(tzinfo):
    """The zone that a file defines; transitions are worked out around the times that are asked for, once a year."""

    def __init__(self, name: str, observances: tuple[Observance, ...]) -> None:
        self._name = name
        self._observances = observances
        self._years: dict[int, tuple[list[datetime], list[timedelta], timedelta]] = {}
        self._early = min(observances, key=lambda o: o.onset).before

    def __repr__(self) -> str:
        return f"FileZone({self._name!r})"

    def __reduce__(self) -> tuple[type["FileZone"], tuple[object, ...]]:
        """For the index: a tzinfo says nothing of what it was made of."""
        return FileZone, (self._name, self._observances)

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        if dt is None:
            return None
        onsets, offsets, early = self._around(dt.year)
        wall = dt.replace(tzinfo=None)
        at = bisect_right(onsets, wall)
        if dt.fold and at < len(onsets) and wall + timedelta(hours=3) > onsets[at]:
            before = offsets[at - 1] if at else early
            if offsets[at] < before and wall >= onsets[at] - (before - offsets[at]):
                return offsets[at]
        return offsets[at - 1] if at else early

    def dst(self, dt: datetime | None) -> timedelta | None:
        return None if dt is None else timedelta(0)

    def tzname(self, dt: datetime | None) -> str | None:  # noqa: ARG002
        return self._name

    def fromutc(self, dt: datetime) -> datetime:
        utc = dt.replace(tzinfo=None)
        onsets, offsets, early = self._around(dt.year)
        offset, previous = early, early
        for wall, after in zip(onsets, offsets, strict=True):
            # `wall` is the later clock of the change, so the change itself is at wall - max(before, after).
            if wall - max(previous, after) > utc:
                break
            offset = previous = after
        local = (utc + offset).replace(tzinfo=self)
        if local.utcoffset() != offset:
            local = local.replace(fold=1)
        return local

    def _around(self, year: int) -> tuple[list[datetime], list[timedelta], timedelta]:
        """(walls from which an offset holds, the offsets, the offset before them) for a year and its neighbours."""
        if year not in self._years:
            low = datetime(max(year - 1, 1), 1, 1)
            high = datetime(min(year + 1, 9998), 12, 31)
            changes: list[tuple[datetime, timedelta, timedelta]] = []
            latest: tuple[datetime, timedelta] | None = None
            for o in self._observances:
                for onset in _onsets(o, low - _EDGE if low.year > 2 else low, high):
                    if onset >= low:
                        changes.append((onset, o.before, o.after))
                    elif latest is None or onset > latest[0]:
                        latest = (onset, o.after)
                if (last := _last_before(o, low)) is not None and (latest is None or last > latest[0]):
                    latest = (last, o.after)
            changes.sort()
            # In a gap the offset before the change holds (RFC 5545 3.3.5), in a fold the first of the two times.
            walls = [onset + max(after - before, timedelta()) for onset, before, after in changes]
            self._years[year] = (walls, [c[2] for c in changes], latest[1] if latest else self._early)
        return self._years[year]


def _onsets(o: Observance, low: datetime, high: datetime) -> list[datetime]:
    found = {x for x in (o.onset, *o.extra) if low <= x < high}
    if o.rule is not None:
        found.update(x for x in instances(o.rule, o.onset, low, high) if _before_until(o, x))
    return sorted(found)


def _last_before(o: Observance, low: datetime) -> datetime | None:
    """The last onset before `low`, for rules that ended long ago."""
    known = [x for x in (o.onset, *o.extra) if x < low]
    if o.rule is not None and o.rule.until is not None and known:
        until = min(o.rule.until.wall, low)
        known += [x for x in instances(o.rule, o.onset, until - _EDGE, until) if _before_until(o, x)]
    return max(known, default=None)


def _before_until(o: Observance, onset: datetime) -> bool:
    until = o.rule.until if o.rule else None
    if until is None:
        return True
    return onset - o.before <= until.wall if until.utc else onset <= until.wall + timedelta(days=until.is_date)


def build_zone(component: Component) -> FileZone:
    """The zone of a VTIMEZONE; raises ZoneError where it has no usable rule."""
    observances = tuple(_observance(c) for c in component.children if c.name in ("STANDARD", "DAYLIGHT"))
    if not observances:
        raise ZoneError("it has no STANDARD or DAYLIGHT part")
    zone = FileZone(component.value("TZID") or "", observances)
    try:
        for year in (2027, 9997):
            zone._around(year)
    except TooMuchWorkError:
        raise ZoneError("its rules cannot be followed in bounded work") from None
    return zone


def _observance(component: Component) -> Observance:
    before, after = (_offset(component.value(n)) for n in ("TZOFFSETFROM", "TZOFFSETTO"))
    rule_text = component.value("RRULE")
    try:
        rule = parse_rule(rule_text) if rule_text else None
    except RuleError as error:
        raise ZoneError(f"its rule is not readable: {error}") from None
    if rule is not None and rule.freq not in ("YEARLY", "MONTHLY"):
        raise ZoneError(f"a rule with FREQ={rule.freq} is no time zone")
    extra = tuple(_moment(v) for line in component.every("RDATE") for v in line.value.split(",") if v.strip())
    return Observance(_moment(component.value("DTSTART") or ""), before, after, rule, extra)


def _offset(text: str | None) -> timedelta:
    match = _OFFSET().fullmatch((text or "").strip())
    if match is None:
        raise ZoneError(f"an offset is {text!r}")
    hours, minutes, seconds = int(match.group(2)), int(match.group(3)), int(match.group(4) or 0)
    if hours > 23 or minutes > 59:
        raise ZoneError(f"an offset is {text!r}")
    size = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -size if match.group(1) == "-" else size


def _moment(text: str) -> datetime:
    match = _MOMENT().match(text.strip())
    if match is None:
        raise ZoneError(f"a start is {text[:20]!r}")
    try:
        return datetime(*(int(g or 0) for g in match.groups()))  # type: ignore[arg-type]
    except ValueError:
        raise ZoneError(f"a start is {text[:20]!r}") from None
