"""Specific blocks of free time to offer, as a free/busy value that says nothing else (E19, E34)."""

from __future__ import annotations

from datetime import timedelta
from itertools import zip_longest
from typing import NamedTuple

from scheduler.model.freebusy import BusyTime, FreeBusy
from scheduler.model.time import Period
from scheduler.proposals.grid import round_down, round_up
from scheduler.proposals.openings import Openings, Stretch
from scheduler.proposals.rules import Ground, Terms, Wanted


class Amount(NamedTuple):
    """How much to offer: never 'any time'."""

    blocks: int = 6
    per_day: int = 2
    longest: timedelta = timedelta(hours=4)


def free_blocks(wanted: Wanted, ground: Ground, terms: Terms, amount: Amount, step: int = 15) -> tuple[Period, ...]:
    """Blocks in which the meeting fits at every moment, sorted; tentative entries and lunch are kept out.

    Edges are round on the reader's clock. The soonest days give one block each, then a second, until there are enough.
    """
    openings = Openings(wanted, ground, terms, strict=True)
    side = ground.parties[0].side
    last = max(terms.earliest, terms.window.end)
    days = [_on_day(openings, amount, step, openings.on(day)) for day in side.days(Period(terms.earliest, last))]
    in_turn = [block for row in zip_longest(*days) for block in row if block is not None]
    return tuple(sorted(in_turn[: amount.blocks]))


def _on_day(openings: Openings, amount: Amount, step: int, stretches: list[Stretch]) -> list[Period]:
    """The longest blocks of one day, longest first."""
    side, length = openings.ground.reader, openings.wanted.duration
    found = []
    for first, last in stretches:
        start = round_up(first, side, step)
        end = round_down(min(last + length, start + max(amount.longest, length)), side, step)
        if end - start >= length:
            found.append(Period(start, end))
    found.sort(key=lambda block: (-block.length, block.start))
    return found[: amount.per_day]


def as_free_busy(blocks: tuple[Period, ...], window: Period) -> FreeBusy:
    """The window with everything taken but the blocks: not even the times of other entries can be read from it."""
    busy: list[BusyTime] = []
    at = window.start
    for block in blocks:
        if at < block.start:
            busy.append(BusyTime(Period(at, block.start)))
        at = block.end
    if at < window.end:
        busy.append(BusyTime(Period(at, window.end)))
    return FreeBusy(window, tuple(busy))
