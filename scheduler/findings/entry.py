"""An entry among its neighbours: what collisions ask of it again and again, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from operator import attrgetter

from scheduler.findings.moves import Side
from scheduler.findings.place import place_of
from scheduler.findings.terms import Terms
from scheduler.findings.words import named
from scheduler.holds.entries import is_hold, keys_of
from scheduler.model.marks import BLOCK, FOR, HOLD
from scheduler.model.occurrence import Loop, Occurrence

# When the clocks go forward.
_SHORTEST_DAY = timedelta(hours=23)
_BY_START, _BY_TIME = attrgetter("occupied.start", "key"), attrgetter("start", "end", "key")


class Entry(Side):
    """`rank` is its place by start and key; `loop` numbers its loop; `wanted`: findings that touch it are asked for."""

    __slots__ = (
        "_label",
        "block",
        "end",
        "hold",
        "key",
        "loop",
        "occupied",
        "place",
        "rank",
        "soft",
        "start",
        "wanted",
    )

    def __init__(self, o: Occurrence, rank: int, loop: int | None, terms: Terms) -> None:
        super().__init__(o, terms)
        self.key, self.rank, self.loop = o.key, rank, loop
        self.occupied = o.occupied
        self.start, self.end = o.occupied
        self.wanted = self.interview or terms.everything
        # One side of a soft conflict: tentative, unanswered or an all-day entry.
        self.soft = o.all_day or o.busy == "tentative" or _whole_days(o)
        self.place = place_of(o)
        self.block = o.event.uid.startswith(BLOCK)
        self.hold = is_hold(o)
        self._label: str | None = None

    @property
    def label(self) -> str:
        """'Title' (Tue 9 Mar 10:00–11:00)"""
        if self._label is None:
            self._label = named(self.o, self.terms.zone)
        return self._label

    def belongs_to(self, other: Entry) -> bool:
        """Sessions of one loop, or a block or hold of the user's own and its interview: no collision with each other.

        Where the time that is held is agreed on, the interview moves there.
        """
        if self.loop is not None and self.loop == other.loop:
            return True
        return ((self.block or self.hold) and self._is_for(other)) or (
            (other.block or other.hold) and other._is_for(self)
        )

    def _is_for(self, other: Entry) -> bool:
        key = (self.o.event.component.value(FOR if self.block else HOLD) or "").strip()
        return key in keys_of(other.o)


def _whole_days(o: Occurrence) -> bool:
    """An all-day entry that Outlook wrote with times, from midnight to midnight."""
    if o.all_day or o.occupied.length < _SHORTEST_DAY:
        return False
    return (o.event.component.value("X-MICROSOFT-CDO-ALLDAYEVENT") or "").strip().upper() == "TRUE"


def entries_of(occurrences: Sequence[Occurrence], loops: Sequence[Loop], terms: Terms) -> list[Entry]:
    """Sorted by start, end and key."""
    member = {o.key: i for i, loop in enumerate(loops) for o in loop.sessions}
    ranked = sorted(occurrences, key=_BY_START)
    entries = [Entry(o, rank, member.get(o.key), terms) for rank, o in enumerate(ranked)]
    return sorted(entries, key=_BY_TIME)
