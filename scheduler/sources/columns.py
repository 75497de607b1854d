"""An answer as columns of plain values, which Python reads back in a third of the time that a pickle takes.

Of what there is much (occurrences, events, times, people) each field is one column, written by `marshal`; a reference
is a place in the columns of another type, NONE where there is none. What is rare or has its own shape is a pickle.
"""

import marshal
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import repeat
from typing import Any, Generic, TypeVar

from scheduler.ics.parse import parse_component
from scheduler.model.attendee import Attendee
from scheduler.model.component import Component, Late
from scheduler.model.event import Event, OnLine, Place
from scheduler.model.occurrence import Loop, Occurrence
from scheduler.model.time import CalTime, Period
from scheduler.model.timeline import Timeline
from scheduler.timeline.build import Part

T = TypeVar("T")
# The last place of a list, where what is read back ends with None.
NONE = -1
_Ways = dict[int, Callable[[Any], Any]]
# Made in C, not by a named tuple's own `__new__`.
_new = tuple.__new__


def packed(timeline: Timeline) -> bytes:
    """All of it; of the places of events at most the line is left, not the whole source."""
    import pickle

    shelves = _Shelves()
    occurrences = [*map(shelves.occurrence, timeline.occurrences)]
    loops = [(loop.company, [*map(shelves.occurrence, loop.sessions)]) for loop in timeline.loops]
    rare = pickle.dumps((shelves.rare.rows, timeline._replace(occurrences=(), loops=())), protocol=5)
    return marshal.dumps((occurrences, loops, shelves.all(), rare))


def unpacked(data: bytes | memoryview) -> Timeline:
    """What was packed."""
    import pickle

    places, loops, columns, rest = marshal.loads(data)
    rare, timeline = pickle.loads(rest)
    known = _read(columns, rare)
    found: Timeline = timeline._replace(
        occurrences=tuple(known[place] for place in places),
        loops=tuple(Loop(company, tuple(known[place] for place in sessions)) for company, sessions in loops),
    )
    return found


def packed_part(part: Part) -> bytes:
    """What a share of a reading came to; of the places of events only the line is left."""
    import pickle

    shelves = _Shelves()
    places = [*map(shelves.occurrence, part.occurrences)]
    rare = pickle.dumps((shelves.rare.rows, part.problems), protocol=5)
    return marshal.dumps((places, shelves.all(), rare))


def unpacked_part(data: bytes) -> Part:
    """What was packed."""
    import pickle

    places, columns, rest = marshal.loads(data)
    rare, problems = pickle.loads(rest)
    known = _read(columns, rare)
    return Part([known[place] for place in places], problems)


class _Shelf(Generic[T]):
    """Rows of one type, each once: what `key` says alike is one."""

    def __init__(self, key: Callable[[T], object], row: Callable[[T], Any]) -> None:
        self._key, self._row = key, row
        self._places: dict[object, int] = {}
        self.rows: list[Any] = []
        # Else another value could come to have the identity of one that is gone.
        self._alive: list[T] = []

    def place(self, value: T | None) -> int:
        if value is None:
            return NONE
        key = self._key(value)
        place = self._places.get(key)
        if place is None:
            row = self._row(value)
            place = self._places[key] = len(self.rows)
            self.rows.append(row)
            self._alive.append(value)
        return place

    def columns(self) -> list[tuple[Any, ...]]:
        return [*zip(*self.rows, strict=True)]


def _itself(value: T) -> T:
    return value


class _Shelves:
    """All types; what is made of columns is read back in the order of `all`."""

    def __init__(self) -> None:
        self.rare: _Shelf[Any] = _Shelf(id, _itself)
        self.copies: dict[int, tuple[int, ...]] = {}
        self._instants: _Shelf[datetime] = _Shelf(datetime.timestamp, _state)
        self._walls: _Shelf[datetime] = _Shelf(_itself, _state)
        self._periods: _Shelf[Period] = _Shelf(_timestamps, self._period)
        self._times: _Shelf[CalTime] = _Shelf(_itself, self._time)
        self._people: _Shelf[Attendee] = _Shelf(_itself, _itself)
        self._components: _Shelf[Component] = _Shelf(id, self._component)
        self._events: _Shelf[Event] = _Shelf(id, self._event)
        self._occurrences: _Shelf[Occurrence] = _Shelf(id, self._occurrence)
        self._texts: dict[str, str] = {}

    def all(self) -> list[Any]:
        shelves = (self._periods, self._times, self._people, self._components, self._events, self._occurrences)
        return [self._instants.rows, self._walls.rows, *(shelf.columns() for shelf in shelves), self.copies]

    def occurrence(self, o: Occurrence) -> int:
        place = self._occurrences.place(o)
        if o.copies and place not in self.copies:
            self.copies[place] = tuple(map(self.occurrence, o.copies))
        return place

    def _period(self, period: Period) -> tuple[int, int]:
        return self._instants.place(period.start), self._instants.place(period.end)

    def _time(self, time: CalTime) -> tuple[Any, ...]:
        return self._walls.place(time.wall), self.rare.place(time.zone), time.is_date, time.tzid

    def _component(self, component: Component) -> tuple[Any, ...]:
        late = component.unparsed
        if late is None:
            return b"", NONE, {}, self.rare.place(component)
        # With what is asked of many: else reading back would save little, since it would be parsed for that.
        return late.raw, self.rare.place(late.names), dict(late.values), self.rare.place(component.name)

    def _event(self, e: Event) -> tuple[Any, ...]:
        time, rare, person = self._times.place, self.rare.place, self._people.place
        return (
            e.uid,
            time(e.start),
            self._components.place(e.component),
            rare(e.calendar),
            time(e.end),
            rare(e.duration),
            time(e.recurrence_id),
            e.this_and_future,
            e.sequence,
            e.stamp,
            *map(self._once, (e.summary, e.status, e.transp)),
            person(e.organizer),
            tuple(map(person, e.attendees)),
            e.zone_note,
            e.method,
            e.part,
            e.recurring,
            e.line,
        )

    def _occurrence(self, o: Occurrence) -> tuple[Any, ...]:
        period = self._periods.place(o.period)
        return (
            o.id,
            self._events.place(o.event),
            period,
            period if o.occupied is o.period else self._periods.place(o.occupied),
            o.busy,
            o.recurrence_id,
            o.all_day,
            o.first and o.first.toordinal(),
            o.last and o.last.toordinal(),
            self.rare.place(o.interview),
            o.key,
            (),
            o.joining,
        )

    def _once(self, text: str) -> str:
        """Calendars repeat many of their texts."""
        return self._texts.setdefault(text, text)


def _timestamps(period: Period) -> tuple[float, float]:
    """Hashed in a third of the time that the moments themselves take."""
    return period.start.timestamp(), period.end.timestamp()


def _state(moment: datetime) -> bytes:
    """What a pickle keeps of it besides its zone, which `datetime` makes it of."""
    arguments: Any = moment.__reduce_ex__(4)[1]
    state: bytes = arguments[0]
    return state


def _read(columns: Sequence[Any], rarities: list[Any]) -> list[Any]:
    """The rows of all occurrences; each type by way of those that it refers to, a column at a time."""
    instants, walls, periods, times, people, components, events, occurrences, copies = columns
    made: Any = datetime  # With a state, as unpickling calls it.
    rare = [*rarities, None].__getitem__
    instant = [*map(made, instants, repeat(UTC))].__getitem__
    wall = [*map(made, walls)].__getitem__
    period = _made(Period, periods, {0: instant, 1: instant}).__getitem__
    time = _made(CalTime, times, {0: wall, 1: rare}).__getitem__
    person = _made(Attendee, people, {}).__getitem__
    component = _components(components, rare).__getitem__

    def group(places: tuple[int, ...]) -> tuple[Attendee, ...]:
        return tuple(map(person, places))

    ways: _Ways = {1: time, 2: component, 3: rare, 4: time, 5: rare, 6: time, 13: person, 14: group, 19: _place}
    event = _made(Event, events, ways).__getitem__
    found = _made(Occurrence, occurrences, {1: event, 2: period, 3: period, 7: _date, 8: _date, 9: rare})
    for place, others in copies.items():
        found[place] = found[place]._replace(copies=tuple(found[other] for other in others))
    return found


def _made(kind: type[Any], columns: Sequence[Sequence[Any]], ways: _Ways) -> list[Any]:
    """The rows of a type, and None at their end, where NONE looks; `ways` lead from places to values."""
    values = (map(ways[i], column) if i in ways else column for i, column in enumerate(columns))
    return [*map(_new, repeat(kind), zip(*values, strict=True)), None]


def _components(columns: Sequence[Sequence[Any]], rare: Callable[[int], Any]) -> list[Component]:
    """Each is parsed when it is looked at, unless it was when it was kept."""
    if not columns:
        return []
    raws, names, values, others = columns
    lates = zip(raws, repeat(parse_component), map(rare, names), values, repeat(None))
    known = zip(map(rare, others), map(_new, repeat(Late), lates), strict=False)
    return [Component.late(other, late) if isinstance(other, str) else other for other, late in known]


def _place(line: int | None) -> Place | None:
    return None if line is None else Place(OnLine(line), 0)


def _date(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
