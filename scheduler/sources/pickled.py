"""Values of the house as pickled bytes, for a process of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scheduler.ics.fields import Field
from scheduler.model.attendee import Attendee
from scheduler.model.component import Late
from scheduler.model.event import Event, OnLine, Place
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import CalTime, Period

_Reduced = tuple[Callable[..., object], tuple[object, ...]]


def pickled(value: object) -> memoryview:
    """The bytes of a value; of an event's place only the line, as far as it is known: not the whole source."""
    import pickle
    from io import BytesIO

    body = BytesIO()
    pickler = pickle.Pickler(body, protocol=5)
    pickler.dispatch_table = _quick_ways()
    pickler.dump(value)
    return body.getbuffer()


def _quick_ways() -> dict[type, Callable[[Any], _Reduced]]:
    """How that is written of which there are many: loaded, it is made in C, not by a named tuple's own `__new__`."""
    often = (Occurrence, Period, CalTime, Attendee, Late, Field, Place, OnLine)
    return {**dict.fromkeys(often, _as_tuple), Event: _on_its_line}


def _as_tuple(value: tuple[object, ...]) -> _Reduced:
    return tuple.__new__, (type(value), tuple(value))


def _on_its_line(event: Event) -> _Reduced:
    line = event.line
    return _as_tuple(event._replace(place=None if line is None else Place(OnLine(line), 0)))
