"""The time zones of the generated calendars: what an event says, and the VTIMEZONE that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as a calendar names it; `tzid` is None for times that end in Z."""

    tzid: str | None
    iana: str
    block: str

    def stamp(self, name: str, wall: datetime) -> str:
        """Return a property such as DTSTART at that wall time, without line end."""
        if self.tzid is None:
            return f"{name}:{wall:%Y%m%dT%H%M%S}Z"
        return f"{name};TZID={self.tzid}:{wall:%Y%m%dT%H%M%S}"

    def utc(self, wall: datetime) -> str:
        """Return that wall time in UTC form, as UNTIL wants it."""
        return f"{wall.replace(tzinfo=ZoneInfo(self.iana)).astimezone(UTC):%Y%m%dT%H%M%S}Z"


def _observance(kind: str, begins: str, before: str, after: str, name: str, rule: str) -> list[str]:
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{begins}",
        f"TZOFFSETFROM:{before}",
        f"TZOFFSETTO:{after}",
        *([f"TZNAME:{name}"] if name else []),
        f"RRULE:{rule}",
        f"END:{kind}",
    ]


def _block(tzid: str, daylight: list[str], standard: list[str]) -> str:
    return "\r\n".join(["BEGIN:VTIMEZONE", f"TZID:{tzid}", *daylight, *standard, "END:VTIMEZONE", ""])


LAST_SUNDAY_OF_MARCH = "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
LAST_SUNDAY_OF_OCTOBER = "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"

# As Google writes them: today's rules, as if they had held since 1970.
BERLIN = Zone(
    "Europe/Berlin",
    "Europe/Berlin",
    _block(
        "Europe/Berlin",
        _observance("DAYLIGHT", "19700329T020000", "+0100", "+0200", "CEST", LAST_SUNDAY_OF_MARCH),
        _observance("STANDARD", "19701025T030000", "+0200", "+0100", "CET", LAST_SUNDAY_OF_OCTOBER),
    ),
)
LONDON = Zone(
    "Europe/London",
    "Europe/London",
    _block(
        "Europe/London",
        _observance("DAYLIGHT", "19700329T010000", "+0000", "+0100", "BST", LAST_SUNDAY_OF_MARCH),
        _observance("STANDARD", "19701025T020000", "+0100", "+0000", "GMT", LAST_SUNDAY_OF_OCTOBER),
    ),
)
NEW_YORK = Zone(
    "America/New_York",
    "America/New_York",
    _block(
        "America/New_York",
        _observance("DAYLIGHT", "19700308T020000", "-0500", "-0400", "EDT", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
        _observance("STANDARD", "19701101T020000", "-0400", "-0500", "EST", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
    ),
)
# As Outlook writes them: since 1601, under the zone's Windows name.
WINDOWS = Zone(
    "W. Europe Standard Time",
    "Europe/Berlin",
    _block(
        "W. Europe Standard Time",
        _observance("DAYLIGHT", "16010101T020000", "+0100", "+0200", "", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
        _observance("STANDARD", "16010101T030000", "+0200", "+0100", "", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
    ),
)
TOKYO = Zone(
    "Asia/Tokyo",
    "Asia/Tokyo",
    "\r\n".join(
        [
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Tokyo",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0900",
            "TZOFFSETTO:+0900",
            "TZNAME:JST",
            "END:STANDARD",
            "END:VTIMEZONE",
            "",
        ]
    ),
)
UTC_ZONE = Zone(None, "UTC", "")

ZONES = (BERLIN, NEW_YORK, UTC_ZONE, LONDON, WINDOWS, TOKYO)
WEIGHTS = (42, 16, 24, 8, 7, 3)
