"""`interviews availability`: free blocks to paste into a mail; only free and busy leaves this function (E19)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from scheduler.app.meeting import Asked, Subject, frame_of, meeting_of, read_calendars, subject_named
from scheduler.app.read import ReadRequest
from scheduler.app.window import midnight
from scheduler.errors import UsageError
from scheduler.model.problem import Problem
from scheduler.model.time import Period
from scheduler.offers.offer import Offer
from scheduler.proposals.availability import Amount, as_free_busy, free_blocks
from scheduler.proposals.rules import MINUTE
from scheduler.proposals.sides import Side

USUAL = 60  # minutes of an interview of which nothing is known


@dataclass(frozen=True, slots=True)
class AvailabilityRequest:
    """What `availability` was asked; `ref` gives length, buffers and recipient, where there is one."""

    read: ReadRequest
    ref: str = ""
    blocks: int | None = None
    language: str = ""
    asked: Asked = field(default_factory=Asked)


@dataclass(frozen=True, slots=True)
class Available:
    """What may be given away, and, for the user alone, what was wrong with her calendars."""

    offer: Offer
    now: datetime
    address: str
    problems: tuple[Problem, ...]

    @property
    def status(self) -> int:
        """0 there is something to offer, 1 nothing, 3 something could not be read."""
        if any(p.severity == "error" for p in self.problems):
            return 3
        return 0 if self.offer.blocks else 1


def availability_for(request: AvailabilityRequest) -> Available:
    """Read the calendars and choose blocks; raises UsageError and SettingsError."""
    frame = frame_of(request.read)
    own = frame.own
    blocks = own.blocks if request.blocks is None else request.blocks
    if not 0 < blocks <= 50:
        raise UsageError(f"--blocks {blocks}: write a number from 1 to 50.")
    situation = read_calendars(request.read, frame)
    subject = subject_named(situation, request.ref)._replace(moves=False) if request.ref else Subject("")
    asked = request.asked
    if asked.duration is None and not request.ref:
        asked = asked._replace(duration=USUAL)
    meeting = meeting_of(situation, frame, subject, asked)
    amount = Amount(blocks, own.blocks_per_day, own.longest_block * MINUTE)
    found = free_blocks(meeting.wanted, meeting.ground, meeting.terms, amount, meeting.step)
    window = Period(situation.now, max(situation.now, frame.search.end))
    theirs = None if meeting.theirs is None else meeting.theirs.zone.key
    offer = Offer(
        times=as_free_busy(found, window),
        mine=_zones(meeting.mine, window),
        theirs=theirs,
        language=request.language or situation.settings.language,
    )
    address = situation.settings.me[0] if situation.settings.me else ""
    return Available(offer, situation.now, address, meeting.problems)


def _zones(side: Side, window: Period) -> tuple[tuple[datetime, str], ...]:
    """The zones of a side through the window, each with the instant from which on it holds."""
    edges = {window.start}
    for stay in side.away:
        for day in (stay.first, stay.last + timedelta(days=1)):
            edges.add(midnight(day, stay.zone))
    inside = sorted(edge for edge in edges if window.start <= edge < window.end)
    return tuple((edge, side.zone_at(edge).key) for edge in inside or [window.start])
