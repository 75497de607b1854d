"""All events under one UID of one owner to instances: rule, dates, exceptions and overrides as set algebra."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from scheduler.ics.budget import BUDGET, Budget, TooMuchWorkError
from scheduler.ics.decode import Notes
from scheduler.ics.fields import Field
from scheduler.ics.instance import Frame, Instance, extent_of, period_of, recurrence_text, written
from scheduler.ics.overrides import Future, Replaced, on_clock
from scheduler.ics.recur import instances
from scheduler.ics.rule import RuleError, parse_rule
from scheduler.ics.until import last_wall
from scheduler.ics.values import ValueProblemError, parse_times
from scheduler.ics.zones import ZoneBook
from scheduler.model.component import Property
from scheduler.model.event import Event
from scheduler.model.problem import Problem, Severity
from scheduler.model.time import CalTime, Period, Span, in_utc, naive_utc

MAX_INSTANCES = 20_000
# What adds dates and cannot be read may hide an interview; what takes dates out shows one too many.
_WEIGHT: dict[str, Severity] = {"RRULE": "error", "RDATE": "error", "EXRULE": "warning", "EXDATE": "warning"}
_DAY = timedelta(days=1)
_LEAST = timedelta.resolution
_MIDNIGHT = time()
# Values without the detour over their own __new__: a window can hold tens of thousands.
_new = tuple.__new__


def expand(
    events: list[Event], books: dict[tuple[int, int], ZoneBook], frame: Frame
) -> tuple[list[Instance], list[Problem]]:
    """The instances of one UID that touch the window.

    `events` are one owner's, already reduced to the versions that count; `books` are the zones by (id(calendar), part).
    """
    masters = [e for e in events if e.recurrence_id is None]
    if len(masters) == len(events):
        return _expand(masters, [], None, books, frame)
    overrides = [e for e in events if e.recurrence_id is not None]
    found, problems = _expand(masters, overrides, Replaced.of(overrides), books, frame)
    for override in overrides:
        assert override.recurrence_id is not None
        period = period_of(override, override.start, frame.zone)
        if frame.touches(period):
            found.append(Instance(override, override.start, period, recurrence_text(override.recurrence_id)))
    return found, problems


def _expand(
    masters: list[Event],
    overrides: list[Event],
    replaced: Replaced | None,
    books: dict[tuple[int, int], ZoneBook],
    frame: Frame,
) -> tuple[list[Instance], list[Problem]]:
    problems: list[Problem] = []
    found: list[Instance] = []
    futures = [e for e in overrides if e.this_and_future]
    for master in masters:
        if not master.recurring:
            found += _single(master, frame)
            continue
        notes = Notes(master.calendar.source, master.place, _name_of(master))
        series = _Series(master, books[id(master.calendar), master.part], frame, notes, futures)
        made = series.instances()
        series.take_room()
        found += made if replaced is None else [i for i in made if not replaced.holds(i)]
        problems += notes.problems
    return found, problems


def _name_of(event: Event) -> Callable[[], tuple[str, str]]:
    return lambda: (event.uid, event.summary)


def _single(event: Event, frame: Frame) -> Iterable[Instance]:
    period = period_of(event, event.start, frame.zone)
    return [Instance(event, event.start, period, None)] if frame.touches(period) else []


@lru_cache(maxsize=64)
def _days_around(low: datetime, high: datetime) -> tuple[str, str]:
    return (low - 2 * _DAY).strftime("%Y%m%d"), (high + 2 * _DAY).strftime("%Y%m%d")


class _Series:
    """One recurring master in one window."""

    def __init__(self, master: Event, zones: ZoneBook, frame: Frame, notes: Notes, futures: list[Event]) -> None:
        self.master, self.zones, self.frame, self.notes = master, zones, frame, notes
        self.futures: list[Future] = []
        self.ended_early = 0
        self.explicit: dict[datetime, CalTime | Span | None] = {}
        self.most, self.steps = min(MAX_INSTANCES, frame.room.instances), min(BUDGET, frame.room.steps)
        self.taken, self.spent = {"RRULE": 0, "EXRULE": 0}, {"RRULE": 0, "EXRULE": 0}
        self.extent = extent_of(master, frame.zone)
        longest = self.extent.exact
        if self.extent.nominal:
            longest = period_of(master, master.start, frame.zone).length
        shift = timedelta()
        if futures:
            self.futures = sorted((Future.of(f, master.start, frame.zone) for f in futures), key=lambda f: f.since)
            shift = max(abs(f.shift) + _DAY for f in self.futures)
            longest = max(longest, *(period_of(f, f.start, frame.zone).length for f in futures))
        self.low, self.high = frame.wall_bounds(min(max(longest, timedelta()), 9000 * _DAY) + shift)

    def instances(self) -> list[Instance]:
        walls = self._walls()
        if not walls:
            return []
        excluded, excluded_days = self._exceptions()
        if excluded or excluded_days:
            walls = [w for w in walls if w not in excluded and w.date() not in excluded_days]
        zone = self.master.start.zone or self.frame.zone
        # An hour that the clock skips is the hour after it: for exceptions, and for what repeats within it.
        seen = {naive_utc(wall, zone) for wall in excluded}
        moments: list[tuple[datetime, datetime]] = []
        for wall in walls:
            begin = naive_utc(wall, zone)
            if begin not in seen:
                seen.add(begin)
                moments.append((wall, begin))
        found = self._plain(moments, zone) if self._tame(walls) else self._each(moments)
        if found and self.master.start.tzid is not None and self.master.zone_note is None:
            self._note_zone(self.master.start.tzid, (found[0].start, found[-1].start))
        return found

    def _note_zone(self, tzid: str, ends: Iterable[CalTime]) -> None:
        """The file's definition of the zone may fit the start of the series, and be out of date in the window."""
        for at in ends:
            if at.zone is not None and (note := self.zones.disagreement(tzid, at.wall, at.zone)) is not None:
                self.notes.add("warning", note)
                return

    def take_room(self) -> None:
        """What this series took is gone for the others."""
        room = self.frame.room
        room.instances = max(room.instances - self.taken["RRULE"] - self.taken["EXRULE"], 0)
        room.steps = max(room.steps - self.spent["RRULE"] - self.spent["EXRULE"], 0)

    def _tame(self, walls: list[datetime]) -> bool:
        """Its instances differ in nothing but their time, which stays within the years that there are."""
        if self.futures or self.explicit or not walls:
            return False
        return walls[-1].year + sum(self.extent, timedelta()).days // 365 < 9000

    def _plain(self, moments: list[tuple[datetime, datetime]], zone: tzinfo) -> list[Instance]:
        """`_each` for many instances at once; `moments` are (wall clock, UTC)."""
        master, start = self.master, self.master.start
        nominal, exact = self.extent
        low, high = self.frame.naive_window
        found: list[Instance] = []
        for wall, begin in moments:
            if wall == start.wall:
                found += self._each([(wall, begin)])
                continue
            end = (naive_utc(wall + nominal, zone) if nominal else begin) + exact
            if begin < high and (end > low if end > begin else begin >= low):
                at = _new(CalTime, (wall, start.zone, start.is_date, start.tzid))
                period = _new(Period, (in_utc(begin), in_utc(end)))
                identity = written(wall if start.zone is None else begin, start)
                found.append(_new(Instance, (master, at, period, identity)))
        return found

    def _each(self, moments: list[tuple[datetime, datetime]]) -> list[Instance]:
        start = self.master.start
        made = (self._instance(start.moved_to(wall), in_utc(begin)) for wall, begin in moments)
        return [i for i in made if self.frame.touches(i.period)]

    def _instance(self, at: CalTime, begin: datetime) -> Instance:
        identity = recurrence_text(at, begin)
        if self.futures and (future := next((f for f in reversed(self.futures) if f.since <= at.wall), None)):
            moved = future.moved(at, self.frame.zone)
            return Instance(future.event, moved, period_of(future.event, moved, self.frame.zone), identity)
        if self.explicit and (explicit := self.explicit.get(at.wall)) is not None:
            zone = self.frame.zone
            end = explicit.after(at, zone) if isinstance(explicit, Span) else explicit.instant(zone)
            return Instance(self.master, at, Period(begin, max(begin, end)), identity)
        return Instance(self.master, at, period_of(self.master, at, self.frame.zone, begin), identity)

    def _walls(self) -> list[datetime]:
        """Starts on the master's wall clock: the rules' and the dates' together (DTSTART is one of them)."""
        start = self.master.start.wall
        texts = [line.value for line in self.master.component.properties("RRULE")]
        rules = [self._rule_walls(text, "RRULE") for text in texts if text.strip()]  # Holiday feeds leave it empty.
        walls = rules[0] if len(rules) == 1 else sorted({wall for found in rules for wall in found})
        if self.low <= start < self.high and walls[:1] != [start] and not (rules and self.ended_early == len(rules)):
            walls.insert(0, start)
        dates = self.master.component.properties("RDATE")
        if dates:
            for line in dates:
                for moment, end in self._times("RDATE", line):
                    self.explicit[self._on_master_clock(moment)] = end
            walls = sorted({*walls, *self.explicit})
        return walls

    def _exceptions(self) -> tuple[set[datetime], set[date]]:
        moments: set[datetime] = set()
        days: set[date] = set()
        for line in self.master.component.properties("EXRULE"):
            moments.update(self._rule_walls(line.value, "EXRULE"))
        for line in self.master.component.properties("EXDATE"):
            if self._elsewhere(line.value):
                continue
            for moment, _ in self._times("EXDATE", line):
                if moment.is_date and not self.master.start.is_date:
                    days.add(moment.wall.date())
                    self.notes.add(
                        "info", f"the exception {moment.wall:%Y-%m-%d} is a date; it takes out that whole day"
                    )
                elif moment.floating and self.master.start.zone is not None:
                    moments.add(moment.wall)
                    self.notes.add(
                        "info", f"the exception {moment.wall:%Y-%m-%d %H:%M} has no zone; the event's was used"
                    )
                else:
                    moments.add(self._on_master_clock(moment))
        return moments, days

    def _elsewhere(self, value: str) -> bool:
        """One plain date so far from the window that reading it would change nothing."""
        day = value[:8]
        if "," in value or ";" in value or not day.isdigit():
            return False
        low, high = _days_around(self.low, self.high)
        return not low <= day <= high

    def _times(self, name: str, line: Property) -> list[tuple[CalTime, CalTime | Span | None]]:
        try:
            return parse_times(line, self.zones)
        except ValueProblemError:
            return [found for item in line.value.split(",") for found in self._one_time(name, item, line.param("TZID"))]

    def _one_time(self, name: str, item: str, tzid: str | None) -> list[tuple[CalTime, CalTime | Span | None]]:
        """One date of a list by itself, so that a broken one costs no other."""
        try:
            return parse_times(Field(item, () if tzid is None else (("TZID", (tzid,)),)), self.zones)
        except ValueProblemError as error:
            self.notes.add(_WEIGHT[name], f"one of its {name} dates was left out: {error}")
            return []

    def _on_master_clock(self, moment: CalTime) -> datetime:
        return on_clock(moment, self.master.start, self.frame.zone)

    def _rule_walls(self, text: str, name: str) -> list[datetime]:
        """Ascending."""
        start, high = self.master.start, self.high
        try:
            rule = parse_rule(text)
        except RuleError as error:
            rest = "only its other dates are shown" if name == "RRULE" else "what it takes out is shown"
            self.notes.add(_WEIGHT[name], f"its {name} cannot be followed ({error}); {rest}")
            return []
        until = last_wall(rule.until, start, self.frame.zone, self.notes)
        if until is not None:
            if until < start.wall:
                self.ended_early += name == "RRULE"
                self.notes.add("warning", f"its {name} ends (UNTIL) before it starts, so it has no dates")
                return []
            high = min(high, until + _LEAST)
        walls: list[datetime] = []
        left, budget = self.most - self.taken[name], Budget(self.steps - self.spent[name])
        try:
            found = instances(rule, start.wall, self.low, high, budget)
            for wall in _whole_days(found) if start.is_date else found:
                if len(walls) == left:
                    raise TooMuchWorkError
                walls.append(wall)
        except TooMuchWorkError:
            rest = "the rest is not shown" if name == "RRULE" else "what the rest takes out is shown"
            self.notes.add(_WEIGHT[name], f"its {name} gives too many dates; {len(walls)} of them were taken, {rest}")
        self.taken[name] += len(walls)
        self.spent[name] = self.steps - budget.left
        return walls


def _whole_days(moments: Iterable[datetime]) -> Iterator[datetime]:
    """A whole day has no hours (RFC 5545 3.3.10): what repeats within it is that day."""
    last = None
    for moment in moments:
        day = datetime.combine(moment, _MIDNIGHT)
        if day != last:
            last = day
            yield day
