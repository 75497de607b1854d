"""All findings of a timeline, sorted by urgency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scheduler.findings.collisions import Together, loop_index, overlaps, tight_gaps
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
from scheduler.model.finding import Finding
from scheduler.model.marks import BLOCK, FOR, request_key
from scheduler.model.occurrence import Occurrence
from scheduler.model.timeline import Timeline
from scheduler.timeline.identify import full_key, short_ids

_ORDER = {"critical": 0, "warning": 1, "info": 2}


def find(timeline: Timeline, terms: Terms) -> tuple[Finding, ...]:
    """Every finding of the window, per owner: collisions exist only within one person's calendars."""
    owners: dict[str, list[Occurrence]] = defaultdict(list)
    for o in timeline.occurrences:
        if not o.cancelled:
            owners[o.owner].append(o)
    found: list[Finding] = []
    for entries in owners.values():
        found += _of_owner(entries, timeline, terms)
    return _named(found)


def _of_owner(entries: list[Occurrence], timeline: Timeline, terms: Terms) -> list[Finding]:
    taken = sorted((o for o in entries if o.busy != "free"), key=lambda o: (o.occupied.start, o.occupied.end, o.key))
    interviews = [o for o in taken if o.interview is not None]
    same_loop = _together(loop_index(timeline.loops))
    blocks = {o.key for o in taken if o.uid.startswith(BLOCK)}

    def wanted(o: Occurrence) -> bool:
        return terms.everything or o.interview is not None

    collisions = [*overlaps(taken, wanted, same_loop, terms), *tight_gaps(taken, wanted, same_loop, terms)]
    hard = frozenset(o.key for f in collisions if f.hard for o in f.events)
    crowded = frozenset(f.events[-1].key for f in collisions if f.kind == "tight") | frozenset(
        o.key for f in collisions if f.kind == "overlap" and f.severity != "info" for o in f.events
    )
    return [
        *collisions,
        *short_notice(interviews, hard, terms),
        *outside_hours(interviews, terms),
        *overload(interviews, timeline.loops, terms),
        *no_preparation(interviews, [o for o in taken if o.key not in blocks], timeline.loops, crowded, terms),
        *ambiguous_time(interviews, terms),
        *unanswered(interviews, terms),
        *duplicates(interviews, terms),
    ]


def _together(same_loop: Together) -> Together:
    """Also a block of the user's own and the interview that it belongs to."""

    def of(block: Occurrence, o: Occurrence) -> bool:
        if not block.uid.startswith(BLOCK):
            return False
        key = (block.event.component.value(FOR) or "").strip()
        return any(key == request_key(x.uid, x.recurrence_id) for x in (o, *o.copies))

    return lambda a, b: same_loop(a, b) or of(a, b) or of(b, a)


def _named(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """With identifiers, and sorted: worst first, then in the order of time."""
    keyed = {full_key(f.kind, str(f.hard), *(o.key for o in f.events)): f for f in findings}
    ids = short_ids(keyed)
    named = [f._replace(id=ids[k]) for k, f in keyed.items()]
    return tuple(sorted(named, key=lambda f: (_ORDER[f.severity], f.events[0].period.start, f.kind, f.id)))
