"""Values of content lines: times, durations, calendar addresses (RFC 5545 3.3)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from scheduler.ics.on_demand import on_demand
from scheduler.ics.zones import ZoneBook
from scheduler.model.attendee import Attendee
from scheduler.model.component import Params, Property
from scheduler.model.time import CalTime, Span

_TIME = on_demand(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_ISO = on_demand(r"\d{4}(?:-\d\d-\d\d|\d{4})(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.I)
_DURATION = on_demand(r"([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.I)
_LONGEST = timedelta(days=366 * 20)
_MAIL = re.compile(r"[^\s@<>:;,\"'/\\]+@[^\s@<>:;,\"'/\\]+\.[^\s@<>:;,\"'/\\]+")
# A value without the detour over its own __new__, where there are thousands.
_new = tuple.__new__
_AROUND = " \t\r\n<>\"'"
_NOBODY = ("@group.calendar.google.com", "@resource.calendar.google.com", "@import.calendar.google.com")


class ValueProblemError(ValueError):
    """A value that cannot be read; the text completes the sentence 'Its DTSTART …'."""


def parse_time(line: Property, zones: ZoneBook) -> tuple[CalTime, str | None]:
    """A DATE or DATE-TIME and a note on its zone; raises ValueProblemError."""
    return time_in(line.value, line.param("TZID"), zones)


def parse_times(line: Property, zones: ZoneBook) -> list[tuple[CalTime, CalTime | Span | None]]:
    """The list of an EXDATE or RDATE, with the end or length of a PERIOD; empty items are skipped.

    Raises ValueProblemError.
    """
    tzid = line.param("TZID")
    found: list[tuple[CalTime, CalTime | Span | None]] = []
    for item in line.value.replace(";", ",").split(","):  # vCalendar 1.0 writes semicolons.
        if not item.strip():
            continue
        start, slash, rest = item.partition("/")
        end = (parse_duration(rest) if "P" in rest.upper() else time_in(rest, tzid, zones)[0]) if slash else None
        found.append((time_in(start, tzid, zones)[0], end))
    return found


def time_in(text: str, tzid: str | None, zones: ZoneBook) -> tuple[CalTime, str | None]:
    """As `parse_time`, of a value and the TZID that stands with it."""
    text = text.strip()
    wall = _plain_wall(text)
    if wall is None:
        return _odd_time(text, tzid, zones)
    return _placed(wall, len(text) == 16, tzid, zones)


def _plain_wall(text: str) -> datetime | None:
    """YYYYMMDDTHHMMSS, perhaps with Z, as nearly all times are written; None for everything else."""
    size = len(text)
    if (size != 15 and (size != 16 or text[15] != "Z")) or text[8] != "T":
        return None
    if not (text[:8].isdigit() and text[9:15].isdigit() and "0001" < text[:4] < "9998"):
        return None
    try:
        return datetime.fromisoformat(text[:15])
    except ValueError:
        return None


def _placed(wall: datetime, utc: bool, tzid: str | None, zones: ZoneBook) -> tuple[CalTime, str | None]:
    if utc:
        note = f"its time ends in Z and also names the zone '{tzid[:60]}'; Z (UTC) was used" if tzid else None
        return _new(CalTime, (wall, UTC, False, None)), None if tzid and tzid.upper() in ("UTC", "ETC/UTC") else note
    if tzid is None:
        return CalTime(wall), None
    zone, note = zones.settled(tzid, wall)
    return _new(CalTime, (wall, zone, False, tzid)), note


def _odd_time(text: str, tzid: str | None, zones: ZoneBook) -> tuple[CalTime, str | None]:
    """A DATE, a time in small letters or without seconds, ISO 8601; raises ValueProblemError."""
    match = _TIME().fullmatch(text) or _TIME().fullmatch(text.upper())
    if match is None:
        first, stray, _ = text.partition("\\n")
        # A line without a name continues the one before it, but no time goes on with words.
        return time_in(first, tzid, zones) if stray else _iso_time(text, tzid, zones)
    year, month, day, hour, minute, second, utc = match.groups()
    midnight = hour == "24" and not int(minute) and not int(second or 0)  # The end of the day (ISO 8601).
    try:
        wall = datetime(int(year), int(month), int(day))
        if hour is None:
            return CalTime(wall, is_date=True), None
        wall = wall.replace(hour=0 if midnight else int(hour), minute=int(minute), second=min(int(second or 0), 59))
    except ValueError:
        raise ValueProblemError(f"'{text[:40]}' is no date of any calendar") from None
    _check_year(wall, text)
    return _placed(wall + timedelta(days=1) if midnight else wall, bool(utc), tzid, zones)


def _check_year(wall: datetime, text: str) -> None:
    if not 1 < wall.year < 9998:
        raise ValueProblemError(f"'{text[:40]}' lies outside the years 2 to 9997")


def _iso_time(text: str, tzid: str | None, zones: ZoneBook) -> tuple[CalTime, str | None]:
    """What other programs write, with hyphens, fractions of a second or an offset."""
    if _ISO().fullmatch(text) is None:
        raise ValueProblemError(f"'{text[:40]}' is no date or time" if text else "is empty")
    try:
        when = datetime.fromisoformat(text.upper().replace(",", ".")).replace(microsecond=0)
    except ValueError:
        raise ValueProblemError(f"'{text[:40]}' is no date of any calendar") from None
    _check_year(when, text)
    note = f"'{text[:40]}' is not written as iCalendar wants it; it was read as ISO 8601"
    if len(text) == 10:
        return CalTime(when, is_date=True), note
    if when.tzinfo is None:
        placed, more = _placed(when, False, tzid, zones)
        return placed, note if more is None else f"{note}; {more}"
    return CalTime(when.astimezone(UTC).replace(tzinfo=None), UTC), note


def parse_duration(text: str) -> Span:
    """A DURATION; raises ValueProblemError where it is negative, absurd or unreadable."""
    match = _DURATION().fullmatch(text.strip())
    if match is None or text.strip().upper().lstrip("+-") in ("P", "PT"):
        raise ValueProblemError(f"'{text[:40]}' is no length of time")
    sign, weeks, days, hours, minutes, seconds = match.groups()
    if any(len(g) > 9 for g in match.groups() if g):
        raise ValueProblemError(f"'{text[:40]}' is absurdly long")
    whole_days = int(weeks or 0) * 7 + int(days or 0)
    rest = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    if whole_days * 86_400 + rest > _LONGEST.total_seconds():
        raise ValueProblemError(f"'{text[:40]}' is absurdly long")
    if sign == "-" and (whole_days or rest):
        raise ValueProblemError(f"'{text[:40]}' is negative")
    return Span(whole_days, rest)


def parse_person(value: str, params: Params) -> Attendee:
    """An ORGANIZER or ATTENDEE; forms that are nobody's mail address have no `address`."""
    known = _described(params)
    address = mail_address(value) or known.address or _inner_address(value)
    cutype = known.cutype or ("GROUP" if _is_group(value) else "INDIVIDUAL")
    return _new(Attendee, (address, known.name, known.partstat, known.role, cutype, known.sent_by))


@lru_cache(maxsize=2048)
def _described(params: Params) -> Attendee:
    """What the parameters say, the same for many; `address` is that of EMAIL, `cutype` "" where it is not said."""
    said = {name: values[0] if values else "" for name, values in reversed(params)}
    return Attendee(
        mail_address(said.get("EMAIL") or ""),
        said.get("CN", "").strip().strip('"'),
        (said.get("PARTSTAT") or "NEEDS-ACTION").upper(),
        (said.get("ROLE") or "REQ-PARTICIPANT").upper(),
        said.get("CUTYPE", "").upper(),
        mail_address(said.get("SENT-BY") or ""),
    )


def _inner_address(text: str) -> str | None:
    """Out of 'mailto:Ana <ana@x.example>', 'SMTP:ana@x.example' and 'mailto:mailto:ana@x.example'."""
    if "@" not in text:
        return None
    before, angle, inside = text.rpartition("<")
    return mail_address(inside if angle and before else text.strip(_AROUND).partition(":")[2])


def _is_group(value: str) -> bool:
    return value.strip().lower().endswith(_NOBODY)


def mail_address(text: str) -> str | None:
    """A mail address in lower case out of `mailto:x@y.example`, `<x@y.example>` or the bare address; else None."""
    bare = text[7:] if text[:7].lower() == "mailto:" else text
    if _MAIL.fullmatch(bare) is None or "?" in bare or "%" in bare:
        bare = _bare_address(text)
        if _MAIL.fullmatch(bare) is None:
            return None
    lower = bare.lower()
    return None if lower.endswith((".invalid", "@invalid")) else lower


def _bare_address(text: str) -> str:
    bare = text.strip(_AROUND)
    if bare[:7].lower() == "mailto:":
        bare = bare[7:].split("?")[0].strip(_AROUND)
        if "%" in bare:
            from urllib.parse import unquote

            bare = unquote(bare)
    return bare
