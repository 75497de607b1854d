"""All findings of a timeline, sorted by urgency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from scheduler.findings.collisions import overlaps
from scheduler.findings.entry import entries_of
from scheduler.findings.gaps import tight_gaps
from scheduler.findings.notice import Notices
from scheduler.findings.single import (
    ambiguous_time,
    duplicates,
    no_preparation,
    outside_hours,
    overload,
    short_notice,
    unanswered,
)
from scheduler.findings.terms import Terms
from scheduler.findings.words import whose
from scheduler.model.finding import Finding
from scheduler.model.marks import BLOCK
from scheduler.model.occurrence import Occurrence
from scheduler.model.timeline import Timeline
from scheduler.recognise.hosted import speaks_of_interview
from scheduler.timeline.identify import full_key, short_ids

_KEY = attrgetter("key")
_LEVELS = ("critical", "warning", "info")


def find(timeline: Timeline, terms: Terms, notices: Notices | None = None) -> tuple[Finding, ...]:
    """Every finding of the window, per owner: collisions exist only within one person's calendars."""
    owners: dict[str, list[Occurrence]] = defaultdict(list)
    for o in timeline.occurrences:
        if not o.cancelled:
            owners[o.owner].append(o)
    known = Notices(terms) if notices is None else notices
    found: list[Finding] = []
    for owner, entries in owners.items():
        of = _of_owner(entries, timeline, terms, known)
        found += of if not owner else (_named_for(entries[0], f) for f in of)
    return _named(found)


def unseen(timeline: Timeline, terms: Terms) -> int:
    """Overlaps without an interview of the user's: hard ones of other owners, and any around interviews of others."""
    owners: dict[str, list[Occurrence]] = defaultdict(list)
    for o in timeline.occurrences:
        if not o.cancelled and o.busy != "free" and not o.all_day:
            owners[o.owner].append(o)
    asked = terms._replace(everything=True)
    known = Notices(asked)
    return sum(
        (finding.hard and bool(owner)) or any(speaks_of_interview(o.summary) for o in finding.events)
        for owner, entries in owners.items()
        for finding in overlaps(entries_of(entries, timeline.loops, asked), asked, known)
    )


def _named_for(entry: Occurrence, finding: Finding) -> Finding:
    """A finding of somebody else's calendar says whose, unless its sentence begins with that."""
    if finding.message.startswith(entry.owner):
        return finding
    return finding._replace(message=f"{whose(entry)}: {finding.message}")


def _of_owner(of: Sequence[Occurrence], timeline: Timeline, terms: Terms, notices: Notices) -> list[Finding]:
    entries = entries_of([o for o in of if o.busy != "free"], timeline.loops, terms)
    taken = [e.o for e in entries]
    interviews = [e.o for e in entries if e.interview]
    collisions = [*overlaps(entries, terms, notices), *tight_gaps(entries, terms, notices)]
    crowded = _keys(f for f in collisions if f.kind == "overlap" and f.severity != "info")
    crowded |= {f.events[-1].key for f in collisions if f.kind == "tight"}
    others = [o for o in taken if not o.uid.startswith(BLOCK)]
    return [
        *collisions,
        *short_notice(interviews, collisions, terms, notices),
        *outside_hours(interviews, terms, notices),
        *overload(interviews, timeline.loops, terms),
        *no_preparation(interviews, others, timeline.loops, crowded, terms),
        *ambiguous_time(interviews, terms, notices),
        *unanswered(interviews, terms, notices),
        *duplicates(interviews, terms),
    ]


def _keys(findings: Iterable[Finding]) -> frozenset[str]:
    return frozenset(map(_KEY, chain.from_iterable(f.events for f in findings)))


def _named(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """With identifiers, and sorted: worst first, then in the order of time."""
    keyed = {full_key(f.kind, str(f.hard), *map(_KEY, f.events)): f for f in findings}
    ids = short_ids(keyed)
    levels: dict[str, list[tuple[float, str, str, str]]] = {level: [] for level in _LEVELS}
    for key, f in keyed.items():
        levels[f.severity].append((f.events[0].period.start.timestamp(), f.kind, ids[key], key))
    order = chain.from_iterable(map(sorted, levels.values()))
    return tuple(Finding(name, *keyed[key][1:]) for _, _, name, key in order)
