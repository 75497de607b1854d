"""Recurrence rules as values (RFC 5545 3.3.10)."""

import re
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(?:\.0+)?(Z)?)?")
# part -> (lowest, highest, may be negative)
_RANGES = {
    "BYSECOND": (0, 60, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False),
    "BYSETPOS": (1, 366, True),
}

_KNOWN = {*_RANGES, "BYDAY", "INTERVAL", "COUNT", "UNTIL", "WKST", "RSCALE", "SKIP"}


class Until(NamedTuple):
    """UNTIL as written: `wall` with `utc` (ends in Z) or `is_date`."""

    wall: datetime
    utc: bool = False
    is_date: bool = False


class Rule(NamedTuple):
    """An RRULE or EXRULE; empty tuples where a part is absent; `byday` holds (ordinal or 0, weekday 0=Monday)."""

    freq: str
    interval: int = 1
    count: int | None = None  # type: ignore[assignment]  # RFC 5545's name, which a tuple's method has, too
    until: Until | None = None
    bysecond: tuple[int, ...] = ()
    byminute: tuple[int, ...] = ()
    byhour: tuple[int, ...] = ()
    byday: tuple[tuple[int, int], ...] = ()
    bymonthday: tuple[int, ...] = ()
    byyearday: tuple[int, ...] = ()
    byweekno: tuple[int, ...] = ()
    bymonth: tuple[int, ...] = ()
    bysetpos: tuple[int, ...] = ()
    wkst: int = 0


class RuleError(ValueError):
    """A rule that cannot be read; the text says which part."""


@lru_cache(maxsize=512)
def parse_rule(text: str) -> Rule:
    """A rule from its value; raises RuleError where it cannot be followed as written."""
    before, mark, after = text.partition(";UNTIL=")
    end, _, rest = after.partition(";")
    if mark and not before.endswith(";") and "UNTIL" not in f"{before};{rest}".upper():
        # Rules repeat, and their ends do not.
        try:
            return _parsed(f"{before};{rest}")._replace(until=_until(end))
        except RuleError:
            pass  # Read in its order, so that its first bad part is named.
    return _parsed(text)


@lru_cache(maxsize=512)
def _parsed(text: str) -> Rule:
    if text[:6].upper() == "RRULE:":
        text = text[6:]  # A whole line in the place of its value.
    if "=" not in text:
        from scheduler.ics.old_rule import modern

        text = modern(text) or text
    parts: dict[str, str] = {}
    for piece in filter(str.strip, text.split(";")):
        key, equals, value = piece.partition("=")
        if not equals:
            raise RuleError(f"'{piece[:40]}' is no part of a rule")
        parts[key.strip().upper()] = value.strip().upper()
    freq = parts.pop("FREQ", "")
    if freq not in FREQUENCIES:
        raise RuleError(f"FREQ is {freq[:20] or 'missing'}")
    if parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise RuleError(f"RSCALE={parts['RSCALE'][:20]} is not supported")
    if parts.get("SKIP", "OMIT") != "OMIT":
        raise RuleError(f"SKIP={parts['SKIP'][:20]} is not supported")
    unknown = sorted(parts.keys() - _KNOWN)
    if unknown and not all(name.startswith("X-") for name in unknown):  # RFC 2445 allowed parts of one's own.
        raise RuleError(f"{unknown[0][:20]} is no part of a rule that is known")
    numbers = {name: _numbers(name, parts[name]) for name in _RANGES if parts.get(name)}
    return Rule(
        freq,
        _positive("INTERVAL", parts["INTERVAL"]) if parts.get("INTERVAL") else 1,
        _positive("COUNT", parts["COUNT"]) if parts.get("COUNT") else None,
        _until(parts["UNTIL"]) if parts.get("UNTIL") else None,
        byday=_days(parts["BYDAY"]) if parts.get("BYDAY") else (),
        wkst=_weekday(parts.get("WKST") or "MO"),
        **{name.lower(): values for name, values in numbers.items()},
    )


def _positive(name: str, text: str) -> int:
    if not text.isdecimal() or int(text[:12]) < 1:
        raise RuleError(f"{name}={text[:20]} is not a positive number")
    return int(text[:12])


def _numbers(name: str, text: str) -> tuple[int, ...]:
    low, high, signed = _RANGES[name]
    found: set[int] = set()
    for item in text.split(","):
        bare = item.strip().removeprefix("+")
        digits = bare.removeprefix("-") if signed else bare
        if not digits.isdecimal() or len(digits) > 4 or not low <= int(digits) <= high:
            raise RuleError(f"{name} has '{item[:20]}'")
        found.add(int(bare))
    return tuple(sorted(found))


def _days(text: str) -> tuple[tuple[int, int], ...]:
    found: set[tuple[int, int]] = set()
    for item in text.split(","):
        match = _DAY.fullmatch(item.strip())
        if match is None:
            raise RuleError(f"BYDAY has '{item[:20]}'")
        found.add((int(match.group(1) or 0), WEEKDAYS[match.group(2)]))
    return tuple(sorted(found))


def _weekday(text: str) -> int:
    if text not in WEEKDAYS:
        raise RuleError(f"WKST={text[:20]} is no weekday")
    return WEEKDAYS[text]


def _until(text: str) -> Until:
    # As nearly all of them are written.
    if len(text) == 16 and text[15] == "Z" and text[8] == "T" and text[:8].isdecimal() and text[9:15].isdecimal():
        try:
            return Until(datetime.fromisoformat(text[:15]), utc=True)
        except ValueError:
            pass
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise RuleError(f"UNTIL={text[:24]} is no date")
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        if hour is None:
            return Until(datetime(int(year), int(month), int(day)), is_date=True)
        wall = datetime(int(year), int(month), int(day), int(hour), int(minute), min(int(second), 59))
    except ValueError:
        raise RuleError(f"UNTIL={text[:24]} is no date") from None
    return Until(wall, utc=bool(utc))
