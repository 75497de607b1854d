"""TZIDs as people's calendars have them, to zones; every assumption comes back as a note."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from scheduler.ics.file_zone import FileZone, ZoneError, build_zone
from scheduler.ics.on_demand import on_demand
from scheduler.model.component import Component

_SAFE = re.compile(r"[A-Za-z0-9_+\-]+(?:/[A-Za-z0-9_+\-]+){0,2}")
_OFFSET_NAME = on_demand(r"\(?(?:UTC|GMT)\s*([+-])(\d{1,2})(?:[:.]?(\d\d))?\)?$", re.I)
_LABEL = on_demand(r"^\((?:UTC|GMT)(?:[+-]\d\d[:.]\d\d)?\)\s*", re.I)
_UTC_NAMES = frozenset({"utc", "z", "gmt", "etc/utc", "etc/gmt", "zulu", "tzone://microsoft/utc", "universal"})
# IANA names that stand in files for the clock of a country, which may have summer time.
_ABBREVIATIONS = frozenset({"GMT", "EST", "MST", "HST"})
_AREAS = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic")
_LABELS = {
    "coordinated universal time": "UTC",
    "atlantic time": "America/Halifax",
    "brasilia": "America/Sao_Paulo",
    "central america": "America/Guatemala",
    "chetumal": "America/Cancun",
    "city of buenos aires": "America/Argentina/Buenos_Aires",
    "greenland": "America/Godthab",
    "baja california": "America/Tijuana",
    "indiana": "America/Indiana/Indianapolis",
    "eastern time": "America/New_York",
    "central time": "America/Chicago",
    "mountain time": "America/Denver",
    "pacific time": "America/Los_Angeles",
}


class Resolved(NamedTuple):
    """A zone (None: nothing is known) and what was assumed about it."""

    zone: tzinfo | None
    note: str | None = None


class ZoneBook:
    """The zones of one calendar: its VTIMEZONE components, built only when a TZID needs them."""

    def __init__(self, definitions: dict[str, Component]) -> None:
        self._definitions = definitions
        self._built: dict[str, FileZone | str] = {}
        self._agreed: dict[tuple[str, int], bool] = {}
        self._resolved: dict[tuple[str, int], Resolved] = {}
        self._settled: dict[tuple[str, int], Resolved] = {}

    def settled(self, tzid: str, wall: datetime) -> Resolved:
        """The zone for a TZID at `wall`, with everything that has to be said about it."""
        return self._settled.get((tzid, wall.year)) or self._settle(tzid, wall)

    def _settle(self, tzid: str, wall: datetime) -> Resolved:
        """Kept for the year unless the day matters."""
        found = self.resolve(tzid, wall)
        if found.zone is UTC:
            found = Resolved(UTC)
        elif found.zone is not None and found.note is None:
            said = self.disagreement(tzid, wall, found.zone)
            if not self._agreed.get((tzid, wall.year), True):
                return Resolved(found.zone, said)
        self._settled[tzid, wall.year] = found
        return found

    def resolve(self, tzid: str, wall: datetime) -> Resolved:
        """The zone for a TZID around `wall`.

        IANA names first; a name of Windows is its IANA zone where the file's own definition does not contradict.
        """
        key = (tzid, wall.year)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(tzid, wall.year)
        return self._resolved[key]

    def _resolve(self, tzid: str, year: int) -> Resolved:
        definition = self._definition(tzid)
        named, note = sure_zone(tzid)
        if named is not None and (definition is None or tzid.strip().upper() not in _ABBREVIATIONS):
            return Resolved(named, note)
        likely, note = (named, None) if named is not None else described_zone(tzid)
        if definition is None and likely is not None:
            return Resolved(likely, note)
        if definition is None:
            from scheduler.ics.guessed_zones import guessed_zone

            guess, note = guessed_zone(tzid)
            return Resolved(guess, note or f"its time zone '{tzid[:60]}' is unknown")
        likely = likely or iana_zone((definition.value("X-LIC-LOCATION") or "").strip())
        own = self._own(tzid, definition)
        if isinstance(own, str):
            if likely is not None:
                return Resolved(likely, note)
            return Resolved(None, f"the definition of its time zone '{tzid[:60]}' cannot be used: {own}")
        if likely is None:
            return Resolved(own)
        if _agree(own, likely, year):
            return Resolved(likely, note)
        return Resolved(own, f"the file defines '{tzid[:60]}' otherwise than {likely}; the file was followed")

    def disagreement(self, tzid: str, wall: datetime, zone: tzinfo) -> str | None:
        """A sentence where the file's definition of a known zone says something else at `wall`."""
        definition = self._definition(tzid)
        if definition is None or isinstance(zone, FileZone):
            return None
        key = (tzid, wall.year)
        if key not in self._agreed:
            own = self._own(tzid, definition)
            self._agreed[key] = isinstance(own, str) or _agree(own, zone, wall.year)
        if self._agreed[key]:
            return None
        own = self._own(tzid, definition)
        assert isinstance(own, FileZone)
        there, here = (wall.replace(tzinfo=z).utcoffset() for z in (own, zone))
        if there == here or there is None or here is None:
            return None
        return (
            f"the file defines '{tzid[:60]}' as {offset_text(there)} here, the known zone {zone} is"
            f" {offset_text(here)}; the known zone was used"
        )

    def _definition(self, tzid: str) -> Component | None:
        found = self._definitions.get(tzid)
        return found if found is not None else self._definitions.get(bare_name(tzid))

    def _own(self, tzid: str, definition: Component) -> FileZone | str:
        if tzid not in self._built:
            try:
                self._built[tzid] = build_zone(definition)
            except ZoneError as error:
                self._built[tzid] = str(error)
        return self._built[tzid]


def named_zone(tzid: str) -> tuple[tzinfo | None, str | None]:
    """(zone, note) for a name that says something by itself; (None, None) for others."""
    zone, note = sure_zone(tzid)
    return (zone, note) if zone is not None else described_zone(tzid)


def bare_name(tzid: str) -> str:
    """A TZID without what some write around it or before its commas."""
    return tzid.strip().strip('"').replace("\\,", ",").strip()


@lru_cache(maxsize=512)
def sure_zone(tzid: str) -> tuple[tzinfo | None, str | None]:
    """(zone, note) for UTC and IANA names, also inside vendors' paths; (None, None) for others."""
    name = tzid.strip().strip('"').strip()
    lower = name.lower()
    if not name:
        return None, None
    if lower in _UTC_NAMES:
        return UTC, None
    if (zone := iana_zone(name)) is not None:
        return zone, None
    for candidate in _inside(name):
        if (zone := iana_zone(candidate)) is not None:
            return zone, f"its time zone '{name[:60]}' is taken as {candidate}"
    return None, None


@lru_cache(maxsize=512)
def described_zone(tzid: str) -> tuple[tzinfo | None, str | None]:
    """(zone, note) for Windows names, offsets and display labels, which a file may define otherwise; else Nones."""
    name = tzid.strip().strip('"').strip()
    if (likely := windows_zone(name)) is not None:
        return likely, None
    zone, note = _by_offset(name, name)
    return (zone, note) if zone is not None else _by_label(name)


def iana_zone(name: str) -> ZoneInfo | None:
    """A zone by its IANA name; the name never becomes a path outside the zone data."""
    if not _SAFE.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    if name != name.lower() and name != name.upper():
        return None
    exact = _lower_names().get(name.lower()) if "/" in name else None
    return ZoneInfo(exact) if exact else None


@lru_cache(maxsize=1)
def _lower_names() -> dict[str, str]:
    from zoneinfo import available_timezones

    return {n.lower(): n for n in available_timezones()}


def windows_zone(tzid: str) -> ZoneInfo | None:
    """The IANA zone of a Windows name ('W. Europe Standard Time')."""
    if " " not in tzid:
        return None
    from scheduler.ics.windows_zones import WINDOWS

    known = WINDOWS.get(tzid.strip().strip('"').strip().lower())
    return ZoneInfo(known) if known else None


def _agree(one: tzinfo, other: tzinfo, year: int) -> bool:
    """The same offsets all through a year, looked at three times a month."""
    moments = [datetime(year, month, day, 12) for month in range(1, 13) for day in (1, 11, 21)]
    return all(one.utcoffset(m.replace(tzinfo=one)) == other.utcoffset(m.replace(tzinfo=other)) for m in moments)


def _inside(name: str) -> list[str]:
    """IANA names inside vendors' paths (/vendor.example/Tzfile/Europe/Berlin) and with other separators."""
    parts = [p for p in name.split("/") if p]
    found = ["/".join(parts[-n:]) for n in (3, 2) if len(parts) > n or (len(parts) == n and name.startswith("/"))]
    for separator in ("_", "-"):
        area, mark, place = name.partition(separator)
        if mark and area in _AREAS:
            found.append(f"{area}/{place}")
    return found


def _by_label(name: str) -> tuple[tzinfo | None, str | None]:
    """Display labels such as '(UTC+01:00) Amsterdam, Berlin, Bern': the first city that names a zone.

    A label without its offset says too little, and nothing is guessed from it; one whose places say nothing is taken at
    its offset.
    """
    label = _LABEL().sub("", name)
    if label == name:
        return None, None
    cities = {n.rsplit("/", 1)[-1].lower(): n for n in sorted(_lower_names().values()) if "/" in n}
    for part in re.split(r"[,(/]", label):
        zone = _LABELS.get(part.strip().lower()) or cities.get(part.strip().lower().replace(" ", "_"))
        if zone is not None:
            return ZoneInfo(zone), f"its time zone '{name[:60]}' is taken as {zone}"
    return _by_offset(name[: len(name) - len(label)].strip(), name)


def _by_offset(text: str, name: str) -> tuple[tzinfo | None, str | None]:
    """GMT-0500, UTC+1, (UTC+01:00)."""
    match = _OFFSET_NAME().fullmatch(text)
    if match is None or int(match.group(2)) > 14:
        return None, None
    size = timedelta(hours=int(match.group(2)), minutes=int(match.group(3) or 0))
    note = f"its time zone '{name[:60]}' is taken as a fixed offset"
    return timezone(-size if match.group(1) == "-" else size), note


def offset_text(offset: timedelta) -> str:
    """UTC+05:30, the way people write it."""
    minutes = round(offset.total_seconds() / 60)
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}"
