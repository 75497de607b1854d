"""VFREEBUSY answers as free/busy values (RFC 5545 3.6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from scheduler.ics.parse import parse_component
from scheduler.ics.values import ValueProblemError, parse_time, parse_times
from scheduler.ics.zones import ZoneBook
from scheduler.model.component import Component, Line
from scheduler.model.freebusy import BusyTime, FreeBusy, Hardness
from scheduler.model.problem import Problem
from scheduler.model.time import Period, Span


class FreeBusyReading(NamedTuple):
    """The answers in one text, and what in them could not be read."""

    answers: tuple[FreeBusy, ...]
    problems: tuple[Problem, ...]


def holds_freebusy(data: bytes) -> bool:
    return re.search(rb"(?im)^BEGIN:VFREEBUSY\s*$", data) is not None


def read_freebusy(data: bytes, source: str) -> FreeBusyReading:
    """All VFREEBUSY components of a text; a period that cannot be read is a problem and costs only itself."""
    problems: list[Problem] = []
    answers = []
    for text in re.split(rb"(?im)^(?=BEGIN:VCALENDAR)", data):
        for component in parse_component(text).children:
            if component.name == "VFREEBUSY":
                answers.append(_answer(component, source, problems))
    return FreeBusyReading(tuple(a for a in answers if a is not None), tuple(problems))


def _answer(component: Component, source: str, problems: list[Problem]) -> FreeBusy | None:
    zones = ZoneBook({})
    busy: list[BusyTime] = []
    seen: list[Period] = []
    for line in component.every("FREEBUSY"):
        try:
            periods = list(_periods(line, zones))
        except ValueProblemError as error:
            text = f"A FREEBUSY line {error}; a time that it means may wrongly look free."
            problems.append(Problem("error", text, source, line.number))
            continue
        seen += periods
        hardness = _hardness(line)
        if hardness is not None:
            busy += (BusyTime(period, hardness) for period in periods)
    try:
        window = _window(component, zones, seen)
    except ValueProblemError as error:
        problems.append(Problem("error", f"The DTSTART or DTEND of a VFREEBUSY {error}.", source, component.number))
        return None
    if window is None:
        problems.append(Problem("error", "A VFREEBUSY does not say which time it covers.", source, component.number))
        return None
    return FreeBusy(window, merged(busy))


def _hardness(line: Line) -> Hardness | None:
    """FBTYPE (RFC 5545 3.2.9): what is unknown counts as busy; FREE is none."""
    kind = (line.param("FBTYPE") or "BUSY").upper()
    if kind == "FREE":
        return None
    return "tentative" if kind == "BUSY-TENTATIVE" else "busy"


def _periods(line: Line, zones: ZoneBook) -> Iterator[Period]:
    for start, end in parse_times(line, zones):
        first = start.instant(UTC)
        last = first if end is None else end.after(start, UTC) if isinstance(end, Span) else end.instant(UTC)
        if last > first:
            yield Period(first, last)


def _window(component: Component, zones: ZoneBook, seen: list[Period]) -> Period | None:
    """DTSTART to DTEND; without them only the stretch from the first period to the last is known."""
    edges: list[datetime | None] = []
    for name in ("DTSTART", "DTEND"):
        line = component.first(name)
        edges.append(None if line is None else parse_time(line, zones)[0].instant(UTC))
    start = edges[0] or min((p.start for p in seen), default=None)
    end = edges[1] or max((p.end for p in seen), default=None)
    return None if start is None or end is None or end < start else Period(start, end)


def merged(busy: list[BusyTime]) -> tuple[BusyTime, ...]:
    """Sorted; times of one hardness that overlap or touch are one."""
    found: list[BusyTime] = []
    for hardness in ("busy", "tentative"):
        first = len(found)
        for time in sorted((b for b in busy if b.hardness == hardness), key=lambda b: b.period):
            last = found[-1] if len(found) > first else None
            if last is not None and time.period.start <= last.period.end:
                end = max(last.period.end, time.period.end)
                found[-1] = BusyTime(Period(last.period.start, end), time.hardness)
            else:
                found.append(time)
    return tuple(sorted(found, key=lambda b: (b.period, b.hardness)))
