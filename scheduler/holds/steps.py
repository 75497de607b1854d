"""What a command has to do to holds, in the order in which it may be interrupted at any point."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from scheduler.holds.hold import Hold, hold_for
from scheduler.holds.states import KEEPS, Interviews, State, state_of
from scheduler.model.time import Period


@dataclass(frozen=True, slots=True)
class Put:
    """A new hold."""

    hold: Hold


@dataclass(frozen=True, slots=True)
class Prolong:
    """A hold that stands, with another date of expiry."""

    hold: Hold
    until: datetime


@dataclass(frozen=True, slots=True)
class Agree:
    """A hold that the other side agreed to."""

    hold: Hold


@dataclass(frozen=True, slots=True)
class Drop:
    """A hold that goes."""

    hold: Hold
    state: State


Step = Put | Prolong | Agree | Drop


@dataclass(frozen=True, slots=True)
class Request:
    """What is held for: an interview under its `keys` (the first is its own), and when it starts now."""

    keys: tuple[str, ...]
    start: datetime

    def owns(self, hold: Hold) -> bool:
        return hold.key in self.keys


def to_hold(
    request: Request, slots: Iterable[Period], holds: Collection[Hold], until: datetime, now: datetime, *, renew: bool
) -> tuple[Step, ...]:
    """Hold every slot once; a hold that is there already is left alone, unless it expired or `renew` says so."""
    steps: list[Step] = []
    for slot in dict.fromkeys(slots):
        there = next((h for h in holds if request.owns(h) and h.period == slot), None)
        if there is None:
            steps.append(Put(hold_for(request.keys[0], slot, until, request.start)))
        elif there.until != until and (renew or there.expired(now)):
            steps.append(Prolong(there, until))
    return tuple(steps)


def to_agree(request: Request, slot: Period, holds: Collection[Hold], now: datetime) -> tuple[Step, ...]:
    """The agreed hold first, then the others go: in between both are there, never neither (E36)."""
    own = [h for h in holds if request.owns(h)]
    agreed = next((h for h in own if h.period.start == slot.start), None)
    first: tuple[Step, ...] = ()
    if agreed is None:
        made = hold_for(request.keys[0], slot, slot.end, request.start)
        first = (Put(replace(made, agreed=now)),)
    elif agreed is not latest_agreed(own):
        first = (Agree(agreed),)
    return (*first, *(Drop(h, "given_up") for h in own if h is not agreed))


def latest_agreed(holds: Iterable[Hold]) -> Hold | None:
    """The hold that was agreed to last; None where nothing was."""
    known = [(h.agreed, h) for h in holds if h.agreed is not None]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def to_drop(request: Request, holds: Iterable[Hold], state: State) -> tuple[Step, ...]:
    """All holds of a request."""
    return tuple(Drop(h, state) for h in holds if request.owns(h))


def to_finish(holds: Collection[Hold], interviews: Interviews, now: datetime) -> tuple[Step, ...]:
    """Holds that other holds or the interview itself have answered; what an interrupted command left behind.

    With one hold that the interview arrived at, all of its request are answered.
    """
    states = {h.uid: state_of(h, holds, interviews, now) for h in holds}
    arrived = {h.key for h in holds if states[h.uid] == "arrived"}
    found: list[Step] = []
    for hold in holds:
        state = states[hold.uid]
        if state == "expired":
            continue
        if state not in KEEPS or hold.key in arrived:
            found.append(Drop(hold, "given_up" if state in KEEPS else state))
    return tuple(found)


def expired(holds: Iterable[Hold], now: datetime) -> tuple[Step, ...]:
    return tuple(Drop(h, "expired") for h in holds if h.expired(now))
