"""All events under one UID of one owner to instances: rule, dates, exceptions and overrides as set algebra."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from scheduler.ics.decode import Notes
from scheduler.ics.fields import Field
from scheduler.ics.instance import Frame, Instance, period_of, recurrence_text, steady_length
from scheduler.ics.recur import BUDGET, Budget, TooMuchWorkError, instances
from scheduler.ics.rule import Rule, RuleError, parse_rule
from scheduler.ics.values import ValueProblemError, parse_times
from scheduler.ics.zones import ZoneBook
from scheduler.model.component import Property
from scheduler.model.event import Event
from scheduler.model.problem import Problem, Severity
from scheduler.model.time import CalTime, Period, Span, shifted

MAX_INSTANCES = 20_000
# What adds dates and cannot be read may hide an interview; what takes dates out shows one too many.
_WEIGHT: dict[str, Severity] = {"RRULE": "error", "RDATE": "error", "EXRULE": "warning", "EXDATE": "warning"}
_DAY = timedelta(days=1)


def expand(
    events: list[Event], books: dict[tuple[int, int], ZoneBook], frame: Frame
) -> tuple[list[Instance], list[Problem]]:
    """The instances of one UID that touch the window.

    `events` are one owner's, already reduced to the versions that count; `books` are the zones by (id(calendar), part).
    """
    masters = [e for e in events if e.recurrence_id is None]
    if len(masters) == len(events):
        return _expand(masters, [], _NOTHING, books, frame)
    overrides = [e for e in events if e.recurrence_id is not None]
    found, problems = _expand(masters, overrides, _Replaced.of(overrides), books, frame)
    for override in overrides:
        assert override.recurrence_id is not None
        period = period_of(override, override.start, frame.zone)
        if frame.touches(period):
            found.append(Instance(override, override.start, period, recurrence_text(override.recurrence_id)))
    return found, problems


class _Replaced(NamedTuple):
    """Instances that overrides stand for, by RECURRENCE-ID.

    An override may name its instance by the day alone (`days`), and one of an all-day series by a time of that day.
    """

    instances: frozenset[str]
    days: frozenset[date] = frozenset()
    of_whole_days: frozenset[date] = frozenset()

    @staticmethod
    def of(overrides: list[Event]) -> "_Replaced":
        moments = [e.recurrence_id for e in overrides if e.recurrence_id is not None]
        return _Replaced(
            frozenset(map(recurrence_text, moments)),
            frozenset(m.wall.date() for m in moments if m.is_date),
            frozenset(m.wall.date() for m in moments if not m.is_date),
        )

    def holds(self, instance: Instance) -> bool:
        if instance.recurrence_id in self.instances:
            return True
        days = self.of_whole_days if instance.start.is_date else self.days
        return bool(days) and instance.start.wall.date() in days


_NOTHING = _Replaced(frozenset())


def _expand(
    masters: list[Event],
    overrides: list[Event],
    replaced: _Replaced,
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
        found += [i for i in made if not replaced.holds(i)] if overrides else made
        problems += notes.problems
    return found, problems


def _name_of(event: Event) -> Callable[[], tuple[str, str]]:
    return lambda: (event.uid, event.summary)


def _single(event: Event, frame: Frame) -> Iterable[Instance]:
    period = period_of(event, event.start, frame.zone)
    return [Instance(event, event.start, period, None)] if frame.touches(period) else []


def _on_clock(moment: CalTime, clock: CalTime, user_zone: tzinfo) -> datetime:
    """`moment` as the clock shows it on which `clock` was written."""
    if moment.is_date and not clock.is_date:
        return datetime.combine(moment.wall.date(), clock.wall.time())
    if clock.is_date:
        return moment.wall.replace(hour=0, minute=0, second=0)
    if moment.zone is None or moment.zone is clock.zone:
        return moment.wall
    zone = clock.zone or user_zone
    return moment.instant(zone).astimezone(zone).replace(tzinfo=None)


@lru_cache(maxsize=64)
def _days_around(low: datetime, high: datetime) -> tuple[str, str]:
    return (low - 2 * _DAY).strftime("%Y%m%d"), (high + 2 * _DAY).strftime("%Y%m%d")


class _Future(NamedTuple):
    """A change of all instances from `since` (on the master's clock) on, by `shift` on its own clock."""

    event: Event
    since: datetime
    shift: timedelta

    @staticmethod
    def of(event: Event, master: CalTime, user_zone: tzinfo) -> "_Future":
        moment = event.recurrence_id
        assert moment is not None
        shift = event.start.wall - _on_clock(moment, event.start, user_zone)
        return _Future(event, _on_clock(moment, master, user_zone), shift)

    def moved(self, at: CalTime, user_zone: tzinfo) -> CalTime:
        start = self.event.start
        return start.moved_to(shifted(_on_clock(at, start, user_zone), self.shift))


class _Series:
    """One recurring master in one window."""

    def __init__(self, master: Event, zones: ZoneBook, frame: Frame, notes: Notes, futures: list[Event]) -> None:
        self.master, self.zones, self.frame, self.notes = master, zones, frame, notes
        self.futures: list[_Future] = []
        self.ended_early = 0
        self.explicit: dict[datetime, CalTime | Span | None] = {}
        self.most, self.steps = min(MAX_INSTANCES, frame.room.instances), min(BUDGET, frame.room.steps)
        self.room = dict.fromkeys(("RRULE", "EXRULE"), self.most)
        self.budgets = {name: Budget(self.steps) for name in self.room}
        self.length = steady_length(master, frame.zone)
        longest = period_of(master, master.start, frame.zone).length if self.length is None else self.length
        shift = timedelta()
        if futures:
            self.futures = sorted((_Future.of(f, master.start, frame.zone) for f in futures), key=lambda f: f.since)
            shift = max(abs(f.shift) + _DAY for f in self.futures)
            longest = max(longest, *(period_of(f, f.start, frame.zone).length for f in futures))
        self.low, self.high = frame.wall_bounds(min(max(longest, timedelta()), 9000 * _DAY) + shift)

    def instances(self) -> list[Instance]:
        walls = self._walls()
        if not walls:
            return []
        excluded, excluded_days = self._exceptions()
        start, zone = self.master.start, self.master.start.zone or self.frame.zone
        found: list[Instance] = []
        # An hour that the clock skips is the hour after it: for exceptions, and for what repeats within it.
        seen = {wall.replace(tzinfo=zone).astimezone(UTC) for wall in excluded}
        for wall in sorted(walls - excluded):
            if excluded_days and wall.date() in excluded_days:
                continue
            begin = wall.replace(tzinfo=zone).astimezone(UTC)
            if begin in seen:
                continue
            seen.add(begin)
            instance = self._instance(start.moved_to(wall), begin)
            if self.frame.touches(instance.period):
                found.append(instance)
        if found and start.tzid is not None and self.master.zone_note is None:
            self._note_zone(start.tzid, (found[0].start, found[-1].start))
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
        room.instances = max(room.instances - sum(self.most - left for left in self.room.values()), 0)
        room.steps = max(room.steps - sum(self.steps - b.left for b in self.budgets.values()), 0)

    def _instance(self, at: CalTime, begin: datetime) -> Instance:
        identity = recurrence_text(at, begin)
        if self.futures and (future := next((f for f in reversed(self.futures) if f.since <= at.wall), None)):
            moved = future.moved(at, self.frame.zone)
            return Instance(future.event, moved, period_of(future.event, moved, self.frame.zone), identity)
        if self.explicit and (explicit := self.explicit.get(at.wall)) is not None:
            end = (
                explicit.after(at, self.frame.zone) if isinstance(explicit, Span) else explicit.instant(self.frame.zone)
            )
            return Instance(self.master, at, Period(begin, max(begin, end)), identity)
        if self.length is not None and at.wall != self.master.start.wall:
            return Instance(self.master, at, Period(begin, shifted(begin, self.length)), identity)
        return Instance(self.master, at, period_of(self.master, at, self.frame.zone, begin), identity)

    def _walls(self) -> set[datetime]:
        """Starts on the master's wall clock: the rules' and the dates' together (DTSTART is one of them)."""
        start = self.master.start
        walls = {start.wall} if self.low <= start.wall < self.high else set()
        rules = list(self.master.component.properties("RRULE"))
        for line in rules:
            walls |= self._rule_walls(line.value, "RRULE")
        if rules and self.ended_early == len(rules):
            walls.clear()
        for line in self.master.component.properties("RDATE"):
            for moment, end in self._times("RDATE", line):
                wall = self._on_master_clock(moment)
                walls.add(wall)
                self.explicit[wall] = end
        return walls

    def _exceptions(self) -> tuple[set[datetime], set[object]]:
        moments: set[datetime] = set()
        days: set[object] = set()
        for line in self.master.component.properties("EXRULE"):
            moments |= self._rule_walls(line.value, "EXRULE")
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
        return _on_clock(moment, self.master.start, self.frame.zone)

    def _rule_walls(self, text: str, name: str) -> set[datetime]:
        start = self.master.start
        try:
            rule = parse_rule(text)
        except RuleError as error:
            rest = "only its other dates are shown" if name == "RRULE" else "what it takes out is shown"
            self.notes.add(_WEIGHT[name], f"its {name} cannot be followed ({error}); {rest}")
            return set()
        until = self._until(rule)
        if until is not None and until < start.wall:
            self.ended_early += name == "RRULE"
            self.notes.add("warning", f"its {name} ends (UNTIL) before it starts, so it has no dates")
            return set()
        walls: set[datetime] = set()
        try:
            for wall in instances(rule, start.wall, self.low, self.high, self.budgets[name]):
                if until is not None and wall > until:
                    break
                # A whole day has no hours (RFC 5545 3.3.10): what repeats within it is that day.
                at = wall.replace(hour=0, minute=0, second=0) if start.is_date else wall
                if at in walls:
                    continue
                if self.room[name] <= 0:
                    raise TooMuchWorkError
                self.room[name] -= 1
                walls.add(at)
        except TooMuchWorkError:
            rest = "the rest is not shown" if name == "RRULE" else "what the rest takes out is shown"
            self.notes.add(_WEIGHT[name], f"its {name} gives too many dates; {len(walls)} of them were taken, {rest}")
        return walls

    def _until(self, rule: Rule) -> datetime | None:
        """The last possible wall-clock start; a kind that RFC 5545 3.3.10 does not want is read as people mean it."""
        until, start = rule.until, self.master.start
        if until is None:
            return None
        if start.is_date:
            if not until.is_date:
                self.notes.add("info", "its UNTIL has a time of day although its days have none; the date was used")
            return until.wall.replace(hour=0, minute=0, second=0)
        if until.is_date:
            self.notes.add("info", f"its UNTIL is the date {until.wall:%Y-%m-%d}; that whole day still counts")
            return until.wall + _DAY - timedelta(seconds=1)
        if until.utc:
            return until.wall.replace(tzinfo=UTC).astimezone(start.zone or self.frame.zone).replace(tzinfo=None)
        if start.zone is not None:
            self.notes.add("info", "its UNTIL has no zone; the event's zone was used")
        return until.wall
