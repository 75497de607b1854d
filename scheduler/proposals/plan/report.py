"""A solution in words: who moves, from when to when, why, what stays unsolved, and what would have to give.

All of it is for the user alone: reasons name her other entries (E19).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.findings.words import clock, day
from scheduler.model.time import Period
from scheduler.proposals.plan.build import Week
from scheduler.proposals.plan.fit import as_block, fits
from scheduler.proposals.plan.meetings import Meeting
from scheduler.proposals.plan.model import (
    Candidate,
    Clash,
    Decision,
    Item,
    LevelCost,
    PlanSolution,
    instant,
)  # fmt: skip

# Said where the two differ, so that nobody takes them for a contradiction.
_ALONE = " (`interviews scan` names it first, as it judges that collision alone)"

Action = Literal["offer", "move", "ask", "place", "keep", "agreed"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that the plan offers or takes, with what speaks against it; `people` where some of several were chosen."""

    period: Period
    drawbacks: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that changes.

    `action`: an interview's alternatives are offered to the employer; an own entry is moved; others are asked to
    move theirs; what had no time is placed; what was offered before is kept, and not answered yet; a time was agreed
    on that the calendar does not show yet. `after` holds the alternatives, best first; `refused` what did not suit.
    """

    item: Item
    meeting: Meeting | None
    action: Action
    before: Period | None
    after: tuple[Slot, ...]
    reasons: tuple[str, ...]
    refused: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A plan as a person reads it. `give` is None where the time did not suffice to find it."""

    rows: tuple[Row, ...]
    left: tuple[str, ...]
    give: tuple[str, ...] | None
    costs: tuple[LevelCost, ...]
    optimal: bool


def report_of(week: Week, solution: PlanSolution, zone: ZoneInfo, alone: Collection[tuple[str, str]] = ()) -> Report:
    """The solution of a week in words; times on the user's clock.

    `alone`: pairs of keys, where a collision judged by itself would move the first and keep the second.
    """
    words = _Words(week, solution, zone, alone)
    rows = (*words.standing(), *(words.row(d) for d in solution.decisions))
    left = [words.left(c) for c in solution.left]
    left += [words.unplaced(week_item) for week_item in map(words.items.__getitem__, solution.unplaced)]
    give = None if solution.give is None else tuple(words.name(words.items[k]) for k in solution.give)
    return Report(rows, tuple(left), give, solution.costs, solution.optimal)


class _Words:
    def __init__(self, week: Week, solution: PlanSolution, zone: ZoneInfo, alone: Collection[tuple[str, str]]) -> None:
        self.items = {i.key: i for i in week.problem.items}
        self.total = week.problem.terms.sum_buffers
        self.week, self.solution, self.zone, self.alone = week, solution, zone, alone
        self.chosen = {d.key: d.chosen for d in solution.decisions}

    def name(self, item: Item) -> str:
        period = _now(item)
        title = " ".join(item.title.split()) or "an entry without a title"
        return f"'{title}'" + ("" if period is None else f" ({self.when(period)})")

    def when(self, period: Period) -> str:
        start, end = period.start, period.end
        until = clock(end, self.zone)
        if end.astimezone(self.zone).date() != start.astimezone(self.zone).date():
            until = f"{day(end, self.zone)} {until}"
        return f"{day(start, self.zone)} {clock(start, self.zone)}–{until}"

    def standing(self) -> Iterator[Row]:
        """What was offered or agreed before, and the calendar does not show yet."""
        standing, meetings = self.week.standing, self.week.meetings
        for key, meeting in sorted(meetings.items()):
            item, now = self.items[key], meeting.period
            if key in standing.offered:
                slots = tuple(Slot(p) for p in standing.offered[key])
                yield Row(item, meeting, "keep", now, slots, (item.why_fixed,))
            elif key in standing.agreed and standing.agreed[key] != now:
                yield Row(item, meeting, "agreed", now, (Slot(standing.agreed[key]),), (item.why_fixed,))

    def row(self, decision: Decision) -> Row:
        item = self.items[decision.key]
        slots = tuple(_slot(item, c) for c in decision.chosen)
        refused = tuple(sorted(self.week.standing.refused.get(item.key, ())))
        meeting = self.week.meetings.get(item.key)
        return Row(item, meeting, _action(item), _now(item), slots, tuple(self._reasons(item)), refused)

    def _reasons(self, item: Item) -> list[str]:
        clashes = [c for c in self.solution.solved if item.key in (c.first, c.second)]
        found = [self._against(item, c) for c in clashes]
        if not found and item.blocks:
            found = [f"it makes room for {self.name(other)}" for other in self._needing(item)]
        if not item.blocks:
            return ["it had no time yet"]
        return [*found, *self._why_this(item, clashes), *self._otherwise(item, clashes)]

    def _against(self, item: Item, found: Clash) -> str:
        other = self.items[found.second if found.first == item.key else found.first]
        if found.travel:
            return f"the way between it and {self.name(other)} takes longer than the gap"
        mine, theirs = _now(item), _now(other)
        if mine is not None and theirs is not None and mine.overlaps(theirs):
            return f"it overlaps {self.name(other)}"
        return f"{found.short} minutes are missing between it and {self.name(other)}"

    def _needing(self, item: Item) -> list[Item]:
        """The things that take the place which this one leaves."""
        return [
            other
            for key, chosen in sorted(self.chosen.items())
            if (other := self.items[key]) is not item
            and any(not fits(other, as_block(other, c), item, b, self.total) for c in chosen for b in item.blocks)
        ]

    def _why_this(self, item: Item, clashes: list[Clash]) -> list[str]:
        """Why it moves, and not what it collides with (E1)."""
        if item.kind == "own":
            beside = [self.items[k] for c in clashes for k in (c.first, c.second) if k != item.key]
            if clashes and all(other.kind != "interview" for other in beside):
                return ["it is your own entry, so nobody else is disturbed"]
            return ["it is your own entry, and an interview moves last (E1)"]
        if item.kind == "others":
            people = f"it asks something of {item.disturbs} {'person' if item.disturbs == 1 else 'people'}"
            return [f"{people}, but {'nothing else helps' if item.last_resort else 'nothing that asks less would do'}"]
        others = [self.items[c.second if c.first == item.key else c.first] for c in clashes]
        return [self._why_not(item, other) for other in others if other.key not in self.chosen]

    def _otherwise(self, item: Item, clashes: list[Clash]) -> Iterator[str]:
        """Where `scan` names the other side, so that the two are not taken for a contradiction."""
        for found in clashes:
            other = self.items[found.second if found.first == item.key else found.first]
            if item.kind != "interview" and (other.key, item.key) in self.alone and other.key not in self.chosen:
                yield self._why_not(item, other)

    def _why_not(self, item: Item, other: Item) -> str:
        alone = _ALONE if (other.key, item.key) in self.alone else ""
        if other.why_fixed:
            return f"{self.name(other)} cannot move: {other.why_fixed}{alone}"
        if not other.candidates:
            return f"no other time is open to {self.name(other)}{alone}"
        if other.kind == "interview" and other.rank and (not item.rank or other.rank < item.rank):
            return f"{self.name(other)} is of a company that you ranked higher{alone}"
        return f"moving {self.name(other)} instead would cost more, all in all{alone}"

    def left(self, found: Clash) -> str:
        first, second = self.items[found.first], self.items[found.second]
        both = f"{self.name(first)} and {self.name(second)}"
        if found.travel:
            what = f"The way between {both} takes longer than the gap"
        elif found.hard:
            what = f"{both} overlap"
        else:
            what = f"{found.short} minutes are missing between {both}"
        return f"{what}; {self._stuck(first, second, found.hard)}."

    def _stuck(self, first: Item, second: Item, hard: bool) -> str:
        fixed = [f"{self.name(i)} cannot move: {i.why_fixed}" for i in (first, second) if i.why_fixed]
        if len(fixed) == 2:
            return " and ".join(fixed)
        if not hard:
            return "; ".join([*fixed, "for a gap alone no interview is moved and nobody is disturbed"])
        return "; ".join([*fixed, "no other times are open that fit everything else"])

    def unplaced(self, item: Item) -> str:
        return f"No time fits {self.name(item)}."


def _now(item: Item) -> Period | None:
    """Where an item stands; None where it has no time, or several that are offered."""
    if not item.blocks or item.pinned:
        return None
    return Period(instant(item.blocks[0].start), instant(max(b.end for b in item.blocks)))


def _slot(item: Item, candidate: Candidate) -> Slot:
    block = as_block(item, candidate)
    chosen = () if candidate.people is None else tuple(sorted(candidate.people))
    return Slot(Period(instant(block.start), instant(block.end)), candidate.reasons, chosen)


def _action(item: Item) -> Action:
    match item.kind:
        case "interview":
            return "offer" if item.blocks else "place"
        case "own":
            return "move"
        case "others":
            return "ask"
