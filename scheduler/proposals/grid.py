"""Round starts, as the clock of one side shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from scheduler.proposals.sides import Side


def round_up(instant: datetime, side: Side, step: int) -> datetime:
    """The first instant not before this one at which the side's clock shows a multiple of `step` minutes.

    A change of offset on the way moves the clock, so the answer is looked at again until it stands.
    """
    while True:
        shown = side.local(instant)
        over = timedelta(minutes=shown.minute % step, seconds=shown.second, microseconds=shown.microsecond)
        if not over:
            return instant
        instant += timedelta(minutes=step) - over


def round_down(instant: datetime, side: Side, step: int) -> datetime:
    """The last instant not after this one at which the side's clock shows a multiple of `step` minutes."""
    while True:
        shown = side.local(instant)
        over = timedelta(minutes=shown.minute % step, seconds=shown.second, microseconds=shown.microsecond)
        if not over:
            return instant
        instant -= over


def starts(stretches: Sequence[tuple[datetime, datetime]], side: Side, step: int) -> Iterator[datetime]:
    """All round starts of closed stretches; `step` is 15, 30 or 60 minutes."""
    ahead = timedelta(minutes=step)
    for first, last in stretches:
        at = round_up(first, side, step)
        while at <= last:
            yield at
            at = round_up(at + ahead, side, step)
