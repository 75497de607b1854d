"""`interviews release`: holds that are no longer needed go."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from scheduler.app.case import find, situation_of
from scheduler.app.here import read_settings
from scheduler.app.hold import carry_out, key_named, title_of
from scheduler.app.hold_places import holds_in, places, with_places, writing
from scheduler.app.read import ReadRequest
from scheduler.errors import UsageError
from scheduler.holds.steps import Drop, Step, expired, to_drop


@dataclass(frozen=True, slots=True)
class ReleaseRequest:
    """What `release` was asked: the holds of `ref`, all of them, or those that have expired."""

    read: ReadRequest
    ref: str = ""
    everything: bool = False
    expired: bool = False
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class Released:
    """What was removed; `title` is what it was held for, "" for several."""

    title: str
    zone: ZoneInfo
    steps: tuple[Step, ...]


def release(request: ReleaseRequest) -> Released:
    """Remove holds; raises UsageError unless exactly one of REF, --all and --expired is given."""
    if sum((bool(request.ref), request.everything, request.expired)) != 1:
        raise UsageError("Name one interview (REF), or say --all or --expired.")
    looked = places(read_settings(), (request.calendar,))
    with writing("release", request.read.clock) as room:
        situation = situation_of(with_places(request.read, looked)._replace(use_index=False))
        kept = holds_in(looked)
        holds = [k.hold for k in kept]
        title = ""
        if request.everything:
            steps: tuple[Step, ...] = tuple(Drop(h, "given_up") for h in holds)
        elif request.expired:
            steps = expired(holds, situation.now)
        else:
            found = find(situation, request.ref, "ahead")
            title = title_of(found)
            steps = to_drop(key_named(situation, found), holds, "given_up")
        carry_out(room, steps, kept, situation.now, place=None)
        return Released(title, situation.zone, steps)
