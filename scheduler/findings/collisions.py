"""Entries that overlap; each group is one finding."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from operator import attrgetter

from scheduler.findings.entry import Entry
from scheduler.findings.moves import moves_first
from scheduler.findings.notice import Notices
from scheduler.findings.sweep import groups
from scheduler.findings.terms import Terms
from scheduler.findings.words import MOST_NAMES, first_move, lasting, listed, minutes, title, titles
from scheduler.model.finding import Finding, Level, Move, Notice
from scheduler.model.time import Period

_RANK = attrgetter("rank")
_END = attrgetter("end")
_OCCURRENCE = attrgetter("o")
_WANTED, _SOFT = attrgetter("wanted"), attrgetter("soft")


def overlaps(entries: Sequence[Entry], terms: Terms, notices: Notices) -> Iterator[Finding]:
    """Hard overlaps, soft overlaps, and all-day entries over interviews; each group is one finding, in its order."""
    timed = sorted((e for e in entries if not e.o.all_day), key=_RANK)
    for group in groups((e for e in timed if not e.soft), _WANTED):
        if not _belong_together(group):
            yield _overlap(group, True, terms, notices)
    for group in groups(timed, _WANTED, untold=_SOFT):
        if any(e.soft for e in group) and not _belong_together(group):
            yield _overlap(group, False, terms, notices)
    yield from _all_day(entries, notices)


def _belong_together(group: Sequence[Entry]) -> bool:
    return all(group[0].belongs_to(e) for e in group[1:])


def _overlap(sides: Sequence[Entry], hard: bool, terms: Terms, notices: Notices) -> Finding:
    """`sides` are sorted by rank, and so by start."""
    shared = min(map(_END, sides)) - sides[-1].start
    move = moves_first(sides, terms)
    verb = "overlap" if hard else "may overlap (one side is not certain)"
    how = f"by {lasting(shared)}" if shared > timedelta() else "one after the other"
    who = listed([e.label for e in sides[:MOST_NAMES]], len(sides))
    sentence = f"{who} {verb} {how}.{first_move(move, terms.now)}"
    level: Level = "critical" if hard else "warning"
    events = tuple(map(_OCCURRENCE, sides))
    notice = notice_of(sides, move, notices)
    return Finding("", "overlap", level, hard, events, sentence, -max(minutes(shared), 0), 0, move, notice)


def _all_day(entries: Sequence[Entry], notices: Notices) -> Iterator[Finding]:
    """What lies under all-day entries: a stated choice, since few of them need the hour.

    One finding for those that cover the same days: by the entry, a full calendar would say everything many times.
    """
    timed = [e for e in entries if not e.o.all_day and e.end > e.start]
    wanted, every = _Timed([e for e in timed if e.wanted]), _Timed(timed)
    covers: dict[tuple[Period, bool], list[Entry]] = defaultdict(list)
    for whole in (e for e in entries if e.o.all_day):
        covers[whole.occupied, whole.wanted].append(whole)
    for (days, itself), wholes in covers.items():
        under = (every if itself else wanted).within(days)
        if under:
            events = (*map(_OCCURRENCE, wholes), *map(_OCCURRENCE, under))
            first = f"entry {title(wholes[0].o)} lies"
            which = first if len(wholes) == 1 else f"entries {titles([e.o for e in wholes])} lie"
            below = listed([e.label for e in under[:MOST_NAMES]], len(under))
            sentence = f"The all-day {which} over {below}; all-day entries count as soft."
            notice = notice_of(sorted((*wholes, *under), key=_RANK), None, notices)
            yield Finding("", "overlap", "info", False, events, sentence, None, 0, None, notice)


class _Timed:
    """Entries sorted by start."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.starts = [e.start for e in entries]
        self.longest = max((e.end - e.start for e in entries), default=timedelta())

    def within(self, days: Period) -> list[Entry]:
        low = bisect_left(self.starts, days.start - self.longest)
        start = days.start
        return [e for e in self.entries[low : bisect_left(self.starts, days.end)] if e.end > start]


def notice_of(sides: Iterable[Entry], move: Move | None, notices: Notices) -> Notice | None:
    """The notice of the interview that would move, else of the first one concerned; `sides` are sorted by start."""
    if move is not None and move.occurrence.interview is not None:
        return notices.of(move.occurrence)
    for side in sides:
        if side.interview:
            return notices.of(side.o)
    return None
