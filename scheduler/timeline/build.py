"""Documents to a Timeline: read, settle versions, expand, judge busy time, recognise interviews, name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.ics.bounds import Bounds
from scheduler.ics.instance import Frame, Instance
from scheduler.ics.read import Document, Reading, read_documents
from scheduler.ics.series import expand
from scheduler.model.event import Event
from scheduler.model.interview import Interview
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import Period, at_edge, is_gap
from scheduler.model.timeline import Timeline
from scheduler.recognise.loops import loops
from scheduler.recognise.meeting import waits_for_link
from scheduler.recognise.recognise import recognise
from scheduler.settings.core import Settings
from scheduler.timeline.busy import busy_state
from scheduler.timeline.duplicates import merge_copies, merge_one_uid
from scheduler.timeline.identify import full_key, short_ids, told_apart
from scheduler.timeline.versions import entries, settle

ASSUMED = timedelta(hours=1)


class View(NamedTuple):
    """What the user asked to see: the window (UTC), her zone, her settings, her addresses in lower case."""

    window: Period
    zone: ZoneInfo
    settings: Settings
    me: frozenset[str]

    @property
    def zone_name(self) -> str:
        return self.zone.key

    def addresses(self, owner: str) -> frozenset[str]:
        return frozenset({owner.lower()}) if owner else self.me


def build_timeline(documents: Iterable[Document], view: View, *, prefilter: bool = True) -> Timeline:
    """The occurrences of all documents in the window; `prefilter=False` decodes every component."""
    reading = read_documents(documents, Bounds.of(view.window) if prefilter else None)
    timeline = timeline_of(reading, view)
    reading.forget()
    return timeline


def timeline_of(reading: Reading, view: View) -> Timeline:
    """The second half, for events that are already decoded."""
    frame = Frame(view.window, view.zone)
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
            found, copies = merge_one_uid(_occurrences(instances, told_apart(kept), view, problems))
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
    frame = Frame(window, timeline.zone)
    kept = [o for o in timeline.occurrences if frame.touches(o.period)]
    uids = {o.uid for o in kept}
    problems = tuple(p for p in timeline.problems if p.severity != "info" or p.uid is None or p.uid in uids)
    return Timeline(window, timeline.zone, tuple(kept), loops(kept), problems)


def _occurrences(
    instances: list[Instance], marks: dict[int, str], view: View, problems: list[Problem]
) -> list[Occurrence]:
    found = []
    owner = view.addresses(instances[0].event.calendar.owner)
    known: dict[int, Interview | None] = {}
    noted: set[int] = set()
    for instance in instances:
        event = instance.event
        if id(event) not in known:
            known[id(event)] = recognise(event, owner, view.settings, view.zone_name).interview
        found.append(_occurrence(instance, marks.get(id(event), ""), view, known[id(event)], owner))
        problems += _time_notes(instance, view, first=id(event) not in noted)
        noted.add(id(event))
    return found


def _occurrence(
    instance: Instance, mark: str, view: View, interview: Interview | None, owner: frozenset[str]
) -> Occurrence:
    event, start = instance.event, instance.start
    period = instance.period
    first: date | None = None
    last: date | None = None
    occupied = period
    if start.is_date:
        first = start.wall.date()
        last = period.end.astimezone(view.zone).date()
        if last <= first:
            occupied = Period(period.start, _midnight(first + timedelta(days=1), view.zone))
    elif period.end == period.start:
        occupied = Period(period.start, period.start + _assumed_length(event, interview))
    parts = (event.calendar.owner, event.uid, instance.recurrence_id or "")
    key = full_key(*parts, mark) if mark else full_key(*parts)
    return Occurrence(
        "",
        event,
        period,
        occupied,
        busy_state(event, owner),
        instance.recurrence_id,
        start.is_date,
        first,
        last,
        interview,
        key,
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def _assumed_length(event: Event, interview: Interview | None) -> timedelta:
    """The busy time of what has no length: an end that could not be read, or an interview that states none.

    An explicit zero length is a reminder, unless the clock skips the hour between the two times.
    """
    if event.end is not None and event.end.zone is event.start.zone:
        return max(event.end.wall - event.start.wall, timedelta())
    if event.end is not None or event.duration is not None:
        return timedelta()
    stated = event.component.first("DTEND") is not None or event.component.first("DURATION") is not None
    return ASSUMED if stated or interview is not None else timedelta()


def _time_notes(instance: Instance, view: View, *, first: bool) -> list[Problem]:
    """What was assumed about the zone, once an event; DST edges of every instance."""
    event, start = instance.event, instance.start
    sentences: list[str] = []
    if first and waits_for_link(event):
        sentences.append("it has no join link yet; its place is a scheduling service's placeholder")
    if start.is_date and first and event.end is not None and event.end.wall <= start.wall:
        sentences.append("it ends on the day on which it starts; it was taken to last that whole day")
    if start.is_date:
        return _as_notes(event, sentences)
    if start.zone is None and first:
        sentences.append(f"its time has no zone that is known; yours, {view.zone_name}, was assumed")
    zone = start.zone or view.zone
    if zone is UTC or not at_edge(start.wall, zone):
        pass
    elif is_gap(start.wall, zone):
        sentences.append(
            f"the clock skips {start.wall:%Y-%m-%d %H:%M} (spring change); the offset before the change was used"
        )
    else:
        sentences.append(
            f"the clock shows {start.wall:%Y-%m-%d %H:%M} twice (autumn change); the first of the two was used"
        )
    return _as_notes(event, sentences)


def _as_notes(event: Event, sentences: list[str]) -> list[Problem]:
    if not sentences:
        return []
    name = f"'{event.summary}'" if event.summary else "An event without a title"
    return [
        Problem("info", f"{name}: {s}.", event.calendar.source, event.line, event.uid, event.summary or None)
        for s in sentences
    ]


def _identified(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Sorted, with identifiers, copies too."""
    ids = short_ids(c.key for o in occurrences for c in (o, *o.copies))
    ordered = sorted(occurrences, key=lambda o: (o.period.start, o.period.end, o.key))
    return [o._replace(id=ids[o.key], copies=tuple(c._replace(id=ids[c.key]) for c in o.copies)) for o in ordered]


def _ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.source, p.line or 0, p.severity, p.message)))
