"""Does a packet still hold what it says? Looked at again at the last moment before it leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from scheduler.model.freebusy import FreeBusy
from scheduler.model.time import Period
from scheduler.outbox.packet import Packet

_CALL_UNDER = timedelta(hours=24)  # E11, whatever notice the user wants to give
_BEFORE_THE_INTERVIEW = ("reschedule", "withdraw", "withdraw_offer", "withdraw_concern", "pause")


@dataclass(frozen=True, slots=True)
class Stale:
    """A time in the message that can no longer be offered."""

    slot: Period
    why: Literal["taken", "past", "short"]


@dataclass(frozen=True, slots=True)
class Recheck:
    """What a second look found.

    `stale` stops the message; `instead` are free times to offer in their place. `too_late` stops it, too: the interview
    has begun (E15). `call_first`: the notice is now so short that a call is due, and the packet does not say so (E11).
    """

    stale: tuple[Stale, ...] = ()
    instead: tuple[Period, ...] = ()
    too_late: bool = False
    call_first: bool = False

    @property
    def stops(self) -> bool:
        return bool(self.stale) or self.too_late


def recheck(
    packet: Packet, now: datetime, notice_hours: int, known: FreeBusy | None, free: tuple[Period, ...] = ()
) -> Recheck:
    """Look again at the times of a packet.

    `known` is the user's time as it is now, without the holds of this packet's own times; None: no calendar was read.
    Only hard busy times count. A time that the employer named (accept_time) needs no notice. `free` are proposals.
    """
    floor = now if packet.kind == "accept_time" else now + timedelta(hours=notice_hours)
    stale = tuple(s for slot in packet.alternatives if (s := _stale(slot, now, floor, known)) is not None)
    left = None if packet.when is None else packet.when.start - now
    before = packet.kind in _BEFORE_THE_INTERVIEW and left is not None
    return Recheck(
        stale=stale,
        instead=tuple(p for p in free if p not in packet.alternatives) if stale else (),
        too_late=before and left is not None and left <= timedelta(0),
        call_first=before and left is not None and timedelta(0) < left < _CALL_UNDER and packet.channel == "email",
    )


def _stale(slot: Period, now: datetime, floor: datetime, known: FreeBusy | None) -> Stale | None:
    if slot.start <= now:
        return Stale(slot, "past")
    if slot.start < floor:
        return Stale(slot, "short")
    if known is not None and any(b.hardness == "busy" and b.period.overlaps(slot) for b in known.busy):
        return Stale(slot, "taken")
    return None
