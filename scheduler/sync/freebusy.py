"""When colleagues are busy, asked of the server: the scheduling outbox (RFC 6638 5), free-busy-query (RFC 4791 7.10).

Only busy times come back, never what people do; `scheduler.ics.freebusy.read_freebusy` reads the bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from scheduler.errors import StoreError
from scheduler.model.component import Component, Line
from scheduler.model.time import Period
from scheduler.sync.dav import Dav
from scheduler.sync.xml import C, elements, request


@dataclass(frozen=True, slots=True)
class Asked:
    """What the server said of one person: a VFREEBUSY, or None with its reason (REQUEST-STATUS, RFC 5546 3.6)."""

    address: str
    data: bytes | None
    reason: str


def ask_outbox(
    dav: Dav, outbox: str, me: str, addresses: Sequence[str], period: Period, now: datetime, uid: str
) -> list[Asked]:
    """Ask about several people with one request; nobody is mailed for it."""
    headers = {"Content-Type": "text/calendar; charset=utf-8"}
    answer = dav.call("POST", urlsplit(outbox).path, headers, _question(me, addresses, period, now, uid))
    if answer.status != 200:
        raise dav.failure(answer, "Asking when people are busy")
    found: list[Asked] = []
    for response in elements(answer, dav.server, C + "schedule-response"):
        who = response.find(C + "recipient")
        address = "" if who is None else "".join(who.itertext()).strip()
        data = (response.findtext(C + "calendar-data") or "").strip()
        reason = (response.findtext(C + "request-status") or "").strip()
        plain = address[7:] if address.lower().startswith("mailto:") else address
        found.append(Asked(plain, data.encode() if data else None, reason))
    return found


def query_calendar(dav: Dav, url: str, period: Period) -> bytes:
    """The busy times of a calendar that the user may ask about, as a VFREEBUSY."""
    inner = f'<C:time-range start="{_stamp(period.start)}" end="{_stamp(period.end)}"/>'
    answer = dav.ask("REPORT", urlsplit(url).path, "1", request("C:free-busy-query", inner))
    if answer.status != 200:
        raise dav.failure(answer, f"Asking {url} for busy times")
    data = answer.read()
    # Xandikos does not say of which kind its answer is; what it holds decides.
    if b"BEGIN:VFREEBUSY" not in data.upper():
        raise StoreError(f"{dav.server} gave something else than busy times; it was not taken.")
    return data


def _question(me: str, addresses: Sequence[str], period: Period, now: datetime, uid: str) -> bytes:
    component = Component(
        "VFREEBUSY",
        (
            Line("UID", uid),
            Line("DTSTAMP", _stamp(now)),
            Line("DTSTART", _stamp(period.start)),
            Line("DTEND", _stamp(period.end)),
            Line("ORGANIZER", f"mailto:{me}"),
            *(Line("ATTENDEE", f"mailto:{a}") for a in addresses),
        ),
    )
    lines = (Line("VERSION", "2.0"), Line("PRODID", "-//interviews//EN"), Line("METHOD", "REQUEST"))
    return Component("VCALENDAR", (*lines, component)).to_bytes()


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
