"""Documents to a Timeline: read, settle versions, expand, judge busy time, recognise interviews, name them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from scheduler.ics.bounds import Bounds
from scheduler.ics.instance import Frame, Room
from scheduler.ics.read import Document, Selection
from scheduler.ics.series import expand
from scheduler.model.both import Both, one_by_one
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

# An Occurrence without the detour over its own __new__: there are many.
_new = tuple.__new__
# Bytes from which on the work is done in two shares.
LARGE = 500_000


class Part(NamedTuple):
    """What one share of the events comes to."""

    occurrences: list[Occurrence]
    problems: list[Problem]


def build_timeline(
    documents: Sequence[Document], view: View, *, prefilter: bool = True, both: Both = one_by_one
) -> Timeline:
    """The occurrences of all documents in the window; `prefilter=False` decodes every component.

    Large calendars are worked on in two shares, by `both`; the answer is the same whoever does them.
    """
    shares = 2 if sum(len(d.data) for d in documents) > LARGE else 1
    selection = Selection(documents, Bounds.of(view.window) if prefilter else None, shares, both)
    work = [partial(_part, selection, share, view) for share in range(shares)]
    parts = both(*work) if shares == 2 else (work[0](),)
    occurrences, copies = merge_copies([o for part in parts for o in part.occurrences])
    selection.forget()
    occurrences = _identified(occurrences)
    problems = [*selection.problems, *(p for part in parts for p in part.problems), *copies]
    held = selection.opened, selection.entries
    return Timeline(view.window, view.zone, tuple(occurrences), loops(occurrences), _ordered(problems), *held)


def _part(selection: Selection, share: int, view: View) -> Part:
    """The occurrences of the events of one share, with what is to be said of them."""
    reading = selection.read(share)
    frame = Frame(view.window, view.zone, Room(selection.shares))
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
    return Part(occurrences, problems)


def within(timeline: Timeline, window: Period) -> Timeline:
    """What of a timeline touches a smaller window."""
    if window == timeline.window:
        return timeline
    frame = Frame(window, timeline.zone, Room())
    kept = [o for o in timeline.occurrences if frame.touches(o.period)]
    uids = {o.uid for o in kept}
    problems = tuple(p for p in timeline.problems if p.severity != "info" or p.uid is None or p.uid in uids)
    return timeline._replace(window=window, occurrences=tuple(kept), loops=loops(kept), problems=problems)


def _identified(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Sorted, with identifiers, copies too."""
    ids = short_ids(c.key for o in occurrences for c in (o, *o.copies))
    ordered = sorted(occurrences, key=lambda o: (o.period.start, o.period.end, o.key))
    return [_called(o, ids) for o in ordered]


def _called(o: Occurrence, ids: dict[str, str]) -> Occurrence:
    named = _new(Occurrence, (ids[o.key], *o[1:]))
    return named._replace(copies=tuple(_called(c, ids) for c in o.copies)) if o.copies else named


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.source, p.line or 0, p.severity, p.message)))
