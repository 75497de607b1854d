"""Which of several components with one UID count, within one owner."""

from __future__ import annotations

from collections import Counter, defaultdict

from scheduler.ics.instance import recurrence_text
from scheduler.model.event import Event
from scheduler.model.problem import Problem, Severity
from scheduler.model.time import NOWHERE

_ANSWERS = frozenset({"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"})
# What an organizer sends about one event; PUBLISH stands at the head of whole calendars, which are no messages.
_MESSAGES = frozenset({"REQUEST", "ADD", "CANCEL"})
# What may differ between two copies of one event without making them two (RFC 5545: bookkeeping, not content).
_BOOKKEEPING = frozenset({"DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "PRODID"})


def entries(events: list[Event]) -> tuple[list[Event], list[Problem]]:
    """What stands for time in a calendar: answers that came by mail do not, and a CANCEL makes its event cancelled.

    An ADD is one more instance of its series, not another version of it (RFC 5546 3.2.4).
    """
    kept: list[Event] = []
    notes: list[Problem] = []
    for event in _without_nameless(_believed(events, notes), notes):
        if event.method in _ANSWERS and event.calendar.thread is not None:
            notes.append(_note(event, f"this mail is an answer ({event.method}), not an invitation; it is not shown"))
        elif event.method == "CANCEL" and event.status != "CANCELLED":
            kept.append(event._replace(status="CANCELLED"))
        elif event.method == "ADD" and event.recurrence_id is None and not event.recurring:
            kept.append(event._replace(recurrence_id=event.start))
        else:
            kept.append(event)
    return kept, notes


def _without_nameless(events: list[Event], notes: list[Problem]) -> list[Event]:
    """A CANCEL that names no start cancels the copies that it is not older than, and is no entry itself."""
    nameless = [e for e in events if e.start is NOWHERE]
    if not nameless:
        return events
    cancels = {_whose(e): e for e in sorted(nameless, key=_strength)}
    others = [e for e in events if e.start is not NOWHERE]
    known = {_whose(e) for e in others}
    said = "a message that names no time cancels it, and it stands in no calendar here"
    notes += [_note(e, said) for e in nameless if _whose(e) not in known]
    return [e._replace(status="CANCELLED") if _is_cancelled(e, cancels.get(_whose(e))) else e for e in others]


def _is_cancelled(event: Event, cancel: Event | None) -> bool:
    """By a message that is not older: later messages with its SEQUENCE were sent after it (RFC 5546 2.1.5)."""
    if cancel is None or event.sequence != cancel.sequence or event.method not in _MESSAGES:
        return cancel is not None and event.sequence <= cancel.sequence
    return _sent(event) <= _sent(cancel)


def _whose(event: Event) -> tuple[str, str]:
    return event.calendar.owner, event.uid


def _believed(events: list[Event], notes: list[Problem]) -> list[Event]:
    """Without messages about an entry of the calendar by an organizer of another domain than the entry's.

    Whoever knows a UID could move or cancel an interview otherwise.
    """
    messages = [e for e in events if e.method in _MESSAGES]
    if not messages or len(messages) == len(events):
        return events
    asked = {_whose(e) for e in messages}
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for event in events:
        if event.method not in _MESSAGES and _whose(event) in asked and (domain := _domain(event)):
            known[_whose(event)].add(domain)
    strange = {id(e) for e in messages if known.get(_whose(e)) and _domain(e) not in known[_whose(e)]}
    for event in messages:
        if id(event) in strange:
            who = (event.organizer and event.organizer.address) or "somebody unnamed"
            said = f"a message about it ({event.method}) by {who}, who does not organise it, was left out"
            notes.append(_note(event, said, "warning"))
    return [e for e in events if id(e) not in strange]


def _domain(event: Event) -> str:
    address = event.organizer.address if event.organizer is not None else None
    return "" if address is None else address.rpartition("@")[2]


def settle(events: list[Event]) -> tuple[list[Event], list[Problem]]:
    """The versions of one UID that count, and a note for everything that was left out or stands twice.

    The highest SEQUENCE wins, in messages (METHOD) then the later stamp, and a CANCEL over the calendar's own copy;
    equal copies are one; of an invitation in two calendars at two times the copy that was changed later counts; other
    different events under one UID are both kept; of two overrides of one instance the later one counts.
    """
    if len(events) == 1:
        return events, []
    by_instance: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        moment = event.recurrence_id
        by_instance["" if moment is None else recurrence_text(moment)].append(event)
    kept: list[Event] = []
    notes: list[Problem] = []
    for instance, versions in sorted(by_instance.items()):
        if len(versions) == 1:
            kept += versions
        else:
            kept += _settle_instance(versions, bool(instance), notes)
    return _cancelled_whole(kept), notes


def _cancelled_whole(kept: list[Event]) -> list[Event]:
    """A CANCEL of the whole series takes the instances along that were moved before it."""
    cancels = [e.sequence for e in kept if e.recurrence_id is None and e.method == "CANCEL"]
    if not cancels:
        return kept
    moved = [e.recurrence_id is not None and e.sequence <= max(cancels) for e in kept]
    return [e._replace(status="CANCELLED") if old else e for e, old in zip(kept, moved, strict=True)]


def _settle_instance(versions: list[Event], override: bool, notes: list[Problem]) -> list[Event]:
    current = _current(versions)
    if len(current) < len(versions):
        notes.append(_note(current[0], "an older version of it was left out"))
    distinct = _distinct(current, notes)
    if len(distinct) > 1:
        if override:
            notes.append(_note(distinct[0], "there are two changes of one instance of it; the later one counts"))
            return distinct[:1]
        if any(e.method in _MESSAGES for e in distinct) and len({(e.calendar.source, e.part) for e in distinct}) == 1:
            notes.append(_note(distinct[0], "there are two messages about it; the later one counts"))
            return distinct[:1]
        if _one_invitation(distinct):
            notes.append(_moved_note(distinct))
            return distinct[:1]
        if len({(e.start, e.end, e.duration) for e in distinct}) > 1 or len({e.calendar for e in distinct}) == 1:
            notes.append(_note(distinct[0], "another event has the same UID; both are shown"))
    return distinct


def _current(versions: list[Event]) -> list[Event]:
    """Those that no other outdates; each is held against the strongest of its own part and of two sources only."""
    parts: dict[tuple[str, int], list[Event]] = defaultdict(list)
    sources: dict[str, list[Event]] = defaultdict(list)
    for event in versions:
        parts[event.calendar.source, event.part].append(event)
        sources[event.calendar.source].append(event)
    own = {part: [e for e in _strongest(events) if e is not None] for part, events in parts.items()}
    rivals: list[Event] = []
    for kind in zip(*(_strongest(events) for events in sources.values()), strict=True):
        rivals += sorted((e for e in kind if e is not None), key=_strength, reverse=True)[:2]
    return [e for e in versions if not any(_outdates(rival, e) for rival in (*own[e.calendar.source, e.part], *rivals))]


def _strongest(events: list[Event]) -> tuple[Event | None, ...]:
    """What outdates everything that one of `events` outdates: by SEQUENCE alone, by message, by CANCEL."""
    return (
        max(events, key=lambda e: e.sequence),
        max((e for e in events if e.method in _MESSAGES), key=_strength, default=None),
        max((e for e in events if e.method == "CANCEL"), key=_strength, default=None),
    )


def _strength(event: Event) -> tuple[int, str]:
    return event.sequence, _sent(event) if event.method in _MESSAGES else ""


def _outdates(newer: Event, older: Event) -> bool:
    """A higher SEQUENCE wins, then among messages the later DTSTAMP (RFC 5546 2.1.5).

    The VCALENDARs of one file are read as calendars side by side, not as its history.
    """
    if newer.calendar.source == older.calendar.source and newer.part != older.part:
        return False
    if newer.sequence != older.sequence:
        return newer.sequence > older.sequence
    if newer.method in _MESSAGES and older.method in _MESSAGES:
        return _sent(newer) > _sent(older)
    return newer.method == "CANCEL" and older.method is None


def _sent(event: Event) -> str:
    """When a message was written; RFC 5545 3.8.7.2 has it in UTC, so the text sorts."""
    return (event.component.value("DTSTAMP") or "").strip()


def _order(event: Event) -> tuple[str, str, str, bytes]:
    """Later versions last; the content settles ties, so that the order of files does not matter."""
    return event.stamp, event.start.wall.isoformat(), event.calendar.name, event.component.to_bytes()


def _knowledge(event: Event) -> tuple[object, ...]:
    """The calendar's own invitation before a mail's, which does not know what was answered; then the later version."""
    return event.calendar.thread is None and bool(event.attendees), *_order(event)


def _distinct(versions: list[Event], notes: list[Problem]) -> list[Event]:
    """The latest of each group of equal versions; of one event in two calendars, that has no other face, too.

    By look-up instead of by comparing all with all: some exports give thousands of events one UID.
    """
    faces = Counter(_face(e) for e in versions)
    by_content: dict[object, Event] = {}
    by_time: dict[object, dict[str, Event]] = defaultdict(dict)
    distinct: list[Event] = []
    for event in sorted(versions, key=_knowledge, reverse=True):
        face = _face(event)
        content = (face, tuple(_content(event))) if faces[face] > 1 else face
        in_calendars = by_time[face, event.end, event.duration]
        elsewhere = next((e for name, e in in_calendars.items() if name != event.calendar.name), None)
        twin = elsewhere or by_content.get(content)
        if twin is None:
            distinct.append(event)
            by_content[content] = in_calendars[event.calendar.name] = event
        elif twin.calendar.name != event.calendar.name:
            names = f"{twin.calendar.name} and {event.calendar.name}"
            notes.append(_note(twin, f"it stands in two calendars ({names}); shown once"))
    return sorted(distinct, key=_order, reverse=True)


def _one_invitation(distinct: list[Event]) -> bool:
    """Copies of one invitation in several calendars of which the first was changed last: it was moved only there."""
    first, *others = distinct
    return (
        first.organizer is not None
        and first.organizer.address is not None
        and len({e.calendar.name for e in distinct}) == len(distinct)
        and all(
            e.organizer is not None
            and e.organizer.address == first.organizer.address
            and e.summary.casefold() == first.summary.casefold()
            and e.stamp < first.stamp
            and not (e.recurring or first.recurring)
            for e in others
        )
    )


def _moved_note(distinct: list[Event]) -> Problem:
    places = " and ".join(f"at {e.start.wall:%Y-%m-%d %H:%M} in {e.calendar.name}" for e in reversed(distinct))
    return _note(distinct[0], f"it stands {places}; the one that was changed later counts", "warning")


def _face(event: Event) -> tuple[object, ...]:
    return event.start, event.summary, event.status


def _content(event: Event) -> list[str]:
    return sorted(line.unfolded() for line in event.component.lines if line.name not in _BOOKKEEPING)


def _note(event: Event, sentence: str, severity: Severity = "info") -> Problem:
    name = f"'{event.summary}'" if event.summary else "An event without a title"
    return Problem(
        severity, f"{name}: {sentence}.", event.calendar.source, event.line, event.uid, event.summary or None
    )
