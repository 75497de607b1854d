"""The same interview present twice for one owner is one entry, never a collision with itself."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem


def merge_one_uid(occurrences: list[Occurrence]) -> tuple[list[Occurrence], list[Problem]]:
    """Occurrences of one UID that lie at the same time in several calendars of one owner become one.

    The interview stays rather than what was not taken for one, then the calendar's entry rather than a mail's, since
    an answer shows only there.
    """
    if len({o.event.calendar for o in occurrences}) < 2:
        return occurrences, []
    groups: dict[object, list[Occurrence]] = defaultdict(list)
    for o in occurrences:
        groups[o.period, o.cancelled].append(o)
    kept: list[Occurrence] = []
    notes: list[Problem] = []
    for group in groups.values():
        first, *twins = sorted(group, key=_own_standing, reverse=True)
        twins = [t for t in twins if t.event.calendar != first.event.calendar]
        kept += [o for o in group if o is not first and o not in twins]
        kept.append(first._replace(copies=tuple(twins)))
        if twins:
            notes.append(_note(first, twins))
    return kept, notes


def _own_standing(o: Occurrence) -> tuple[bool, bool, bool, str, bytes]:
    event = o.event
    return (
        o.interview is not None,
        event.calendar.thread is None,
        o.busy != "tentative",
        event.stamp,
        event.component.to_bytes(),
    )


def merge_copies(occurrences: list[Occurrence]) -> tuple[list[Occurrence], list[Problem]]:
    """Interviews of one owner with the same start become one: of one UID in two calendars, of one link or one company.

    The one that says most stays, the others are its `copies`, and a note says so.
    """
    groups: dict[tuple[str, datetime], list[Occurrence]] = defaultdict(list)
    for o in occurrences:
        if o.interview is not None and not o.cancelled:
            groups[o.owner, o.period.start].append(o)
    gone: set[int] = set()
    merged: dict[int, Occurrence] = {}
    notes: list[Problem] = []
    for group in groups.values():
        ordered = sorted(group, key=_standing, reverse=True)
        for i, first in enumerate(ordered):
            twins = [o for o in ordered[i + 1 :] if id(o) not in gone and id(first) not in gone and _same(first, o)]
            if twins:
                gone.update(id(t) for t in twins)
                inner = (c for t in twins for c in t.copies)
                merged[id(first)] = first._replace(copies=(*first.copies, *twins, *inner))
                notes.append(_note(first, twins))
    return [merged.get(id(o), o) for o in occurrences if id(o) not in gone], notes


def _standing(o: Occurrence) -> tuple[bool, bool, bool, int, str, str]:
    """What makes a copy the one to keep: an organizer to answer, a join link, being an invitation, detail."""
    interview = o.interview
    assert interview is not None
    return (
        interview.organizer is not None,
        interview.join_link is not None,
        bool(o.event.attendees),
        len(o.event.description),
        o.uid,
        o.key,
    )


def _same(one: Occurrence, other: Occurrence) -> bool:
    a, b = one.interview, other.interview
    assert a is not None
    assert b is not None
    if one.uid == other.uid:
        return one.event.calendar != other.event.calendar
    if a.join_link is not None and a.join_link == b.join_link:
        return True
    if a.join_link is not None and b.join_link is not None:
        return False
    if one.all_day or other.all_day or a.company is None or b.company is None:
        return False
    if a.company.casefold() != b.company.casefold():
        return False
    return a.position is None or b.position is None or a.position.casefold() == b.position.casefold()


def _note(kept: Occurrence, twins: list[Occurrence]) -> Problem:
    event = kept.event
    names = ", ".join(f"'{t.summary}'" for t in twins)
    what = "interview" if kept.interview is not None else "entry"
    sentence = f"'{kept.summary}': the same {what} also stands as {names}; it is shown once."
    return Problem("info", sentence, event.calendar.source, event.line, event.uid, event.summary or None)
