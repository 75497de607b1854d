"""TZIDs that no list of zones has, but that can mean only one: each is said as an assumption."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")
_BEHIND = re.compile(r"\s*\([^()]*\)$")
_NUMBERED = re.compile(r"\s\d$")
_SUMMER = re.compile(r" (?:Daylight|Summer) Time$", re.I)
_NAMES = {
    "eastern time (us & canada)": "America/New_York",
    "central time (us & canada)": "America/Chicago",
    "mountain time (us & canada)": "America/Denver",
    "pacific time (us & canada)": "America/Los_Angeles",
    "coordinated universal time": "UTC",
    "universal coordinated time": "UTC",
    "greenwich mean time": "UTC",
    "malay peninsula standard time": "Asia/Singapore",
    "us/pacific-new": "America/Los_Angeles",
    "kamchatka standard time": "Asia/Kamchatka",
    "mexico standard time": "America/Mexico_City",
    "mid-atlantic standard time": "Etc/GMT+2",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "mdt": "America/Denver",
    "cdt": "America/Chicago",
    "edt": "America/New_York",
    "cest": "Europe/Berlin",
    "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin",
}


def guessed_zone(tzid: str) -> tuple[tzinfo | None, str | None]:
    """(zone, note) for abbreviations, names with blanks, numbers or remarks behind them, bare offsets; else Nones."""
    from scheduler.ics.zones import iana_zone, windows_zone

    name = tzid.strip().strip('"').strip()
    match = _OFFSET.fullmatch(name)
    if match is not None and int(match.group(2)) < 15 and int(match.group(3)) < 60:
        size = timedelta(hours=int(match.group(2)), minutes=int(match.group(3)))
        return timezone(-size if match.group(1) == "-" else size), f"its time zone '{name}' is taken as a fixed offset"
    bare = _NUMBERED.sub("", name)
    known = _NAMES.get(bare.lower())
    zone = ZoneInfo(known) if known is not None else windows_zone(_SUMMER.sub(" Standard Time", bare))
    if zone is None and "/" in name:
        plain = _BEHIND.sub("", bare).replace(" ", "_")
        zone = iana_zone(plain) or iana_zone(plain.lower())
    return zone, None if zone is None else f"its time zone '{name[:60]}' is taken as {zone}"
