"""Free times for programs: a VFREEBUSY component and JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.model.component import Component, Line
from scheduler.model.time import Period
from scheduler.offers.offer import Offer

PRODID = "-//interview-scheduler//EN"


def as_vfreebusy(offer: Offer, uid: str, stamp: datetime, address: str = "") -> bytes:
    """A published VFREEBUSY (RFC 5545 3.6.4, RFC 5546 3.3.1): offered blocks FREE, all else BUSY-UNAVAILABLE.

    What is not offered is never told apart from what is taken.
    """
    window = offer.times.window
    lines = [
        Line("UID", uid),
        Line("DTSTAMP", _utc(stamp)),
        *([Line("ORGANIZER", f"mailto:{address}")] if address else []),
        Line("DTSTART", _utc(window.start)),
        Line("DTEND", _utc(window.end)),
        *(_line("FREE", block) for block in offer.blocks),
        *(_line("BUSY-UNAVAILABLE", busy.period) for busy in offer.times.busy),
    ]
    head = (Line("VERSION", "2.0"), Line("PRODID", PRODID), Line("METHOD", "PUBLISH"))
    return Component("VCALENDAR", (*head, Component("VFREEBUSY", tuple(lines)))).to_bytes()


def _line(kind: str, period: Period) -> Line:
    return Line("FREEBUSY", f"{_utc(period.start)}/{_utc(period.end)}", (("FBTYPE", (kind,)),))


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def as_data(offer: Offer) -> dict[str, Any]:
    """For JSON: the window, and each block on both clocks, ISO 8601 with offsets."""
    window = offer.times.window
    return {
        "window": {"start": _iso(window.start, "UTC"), "end": _iso(window.end, "UTC")},
        "blocks": [_block(offer, block) for block in offer.blocks],
    }


def _block(offer: Offer, block: Period) -> dict[str, Any]:
    mine = next(name for since, name in reversed(offer.mine) if since <= block.start)
    theirs = offer.theirs
    return {
        "start": _iso(block.start, mine),
        "end": _iso(block.end, mine),
        "zone": mine,
        "recipient": None
        if theirs is None
        else {"start": _iso(block.start, theirs), "end": _iso(block.end, theirs), "zone": theirs},
    }


def _iso(instant: datetime, zone: str) -> str:
    return instant.astimezone(ZoneInfo(zone)).isoformat()
