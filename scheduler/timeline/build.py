"""Documents to a Timeline: read, settle versions, expand, judge busy time, recognise interviews, name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scheduler.ics.bounds import Bounds
from scheduler.ics.instance import Frame, Room
from scheduler.ics.read import Document, Reading, read_documents
from scheduler.ics.series import expand
from scheduler.model.event import Event
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.recognise.loops import loops
from scheduler.timeline.duplicates import merge_copies, merge_one_uid
from scheduler.timeline.identify import short_ids, told_apart
from scheduler.timeline.judge import occurrences_of
from scheduler.timeline.versions import entries, settle
from scheduler.timeline.view import View


def build_timeline(documents: Iterable[Document], view: View, *, prefilter: bool = True) -> Timeline:
    """The occurrences of all documents in the window; `prefilter=False` decodes every component."""
    reading = read_documents(documents, Bounds.of(view.window) if prefilter else None)
    timeline = timeline_of(reading, view)
    reading.forget()
    return timeline


def timeline_of(reading: Reading, view: View) -> Timeline:
    """The second half, for events that are already decoded."""
    frame = Frame(view.window, view.zone, Room())
    groups: dict[tuple[str, str], list[Event]] = defaultdict(list)
    events, problems = entries(reading.events)
    for event in events:
        groups[event.calendar.owner, event.uid].append(event)
    occurrences: list[Occurrence] = []
    for versions in groups.values():
        kept, notes = settle(versions)
        instances, more = expand(kept, reading.books, frame)
        problems += [p for p in (*notes, *more) if instances or p.severity != "info"]
        if instances:
            found, copies = merge_one_uid(occurrences_of(instances, told_apart(kept), view, problems))
            occurrences += found
            problems += copies
    shown = {o.uid for o in occurrences}
    problems += [p for p in reading.problems if p.severity != "info" or p.uid is None or p.uid in shown]
    occurrences, copies = merge_copies(occurrences)
    problems += copies
    occurrences = _identified(occurrences)
    return Timeline(view.window, view.zone, tuple(occurrences), loops(occurrences), _ordered(problems))


def within(timeline: Timeline, window: Period) -> Timeline:
    """What of a timeline touches a smaller window."""
    if window == timeline.window:
        return timeline
    frame = Frame(window, timeline.zone, Room())
    kept = [o for o in timeline.occurrences if frame.touches(o.period)]
    uids = {o.uid for o in kept}
    problems = tuple(p for p in timeline.problems if p.severity != "info" or p.uid is None or p.uid in uids)
    return Timeline(window, timeline.zone, tuple(kept), loops(kept), problems)


def _identified(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Sorted, with identifiers, copies too."""
    ids = short_ids(c.key for o in occurrences for c in (o, *o.copies))
    ordered = sorted(occurrences, key=lambda o: (o.period.start, o.period.end, o.key))
    return [_called(o, ids) for o in ordered]


def _called(o: Occurrence, ids: dict[str, str]) -> Occurrence:
    named = Occurrence._make((ids[o.key], *o[1:]))
    return named._replace(copies=tuple(_called(c, ids) for c in o.copies)) if o.copies else named


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.source, p.line or 0, p.severity, p.message)))
