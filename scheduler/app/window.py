"""The window of a call, from the words people use for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from scheduler.errors import UsageError
from scheduler.model.time import Period

DEFAULT_DAYS = 14
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKS = {"last-week": -1, "this-week": 0, "next-week": 1}
_MONTHS = {"last-month": -1, "this-month": 0, "next-month": 1}
_DAY = timedelta(days=1)
_LONGEST = 366 * 200


def parse_window(start: str | None, end: str | None, days: int | None, now: datetime, zone: ZoneInfo) -> Period:
    """The window [start, end) in UTC; raises UsageError naming what to write instead.

    Dates are midnights in `zone`; `end` is the first moment that is no longer in the window. Without `start` the
    window begins now; without `end` and `days` it is the week or the month that `start` names, else 14 days. A
    weekday as `end` that lies before the window begins is the next one after that.
    """
    if end is not None and days is not None:
        raise UsageError("Give --to or --days, not both.")
    if days is not None and not 0 < days <= _LONGEST:
        raise UsageError(f"--days {days}: write a number of days from 1 to {_LONGEST}.")
    try:
        first, last = _ends(start, end, days, now, zone)
    except OverflowError:
        raise UsageError("The window runs past the years 1 to 9999; choose another --from.") from None
    if last <= first:
        raise UsageError(
            f"The window is empty: it ends {last.astimezone(zone):%Y-%m-%d %H:%M}, before or as it starts "
            f"({first.astimezone(zone):%Y-%m-%d %H:%M}). Give a later --to or an earlier --from."
        )
    return Period(first, last)


def _ends(
    start: str | None, end: str | None, days: int | None, now: datetime, zone: ZoneInfo
) -> tuple[datetime, datetime]:
    first, span = (now, None) if start is None else _moment(start, "--from", now, zone)
    base = first.astimezone(zone).date()
    if end is None:
        length = span if days is None and span is not None else timedelta(days=days or DEFAULT_DAYS)
        return first, midnight(base + length, zone)
    last, _ = _moment(end, "--to", now, zone)
    weekday = _weekday(_word(end))
    if last <= first and weekday is not None:
        last = midnight(base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1), zone)
    return first, last


def midnight(day: date, zone: tzinfo) -> datetime:
    """The first moment of a day in `zone`, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _moment(text: str, option: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, timedelta | None]:
    """(the moment in UTC, the length that the word itself names)."""
    word = _word(text)
    if word == "now":
        return now, None
    found = _named(word, now.astimezone(zone).date())
    if found is None:
        return parse_moment(text, option, zone, ", or a word such as today, monday or next-week"), None
    return midnight(found[0], zone), found[1]


def _word(text: str) -> str:
    """As the words are written here, also from 'Next Week' and nextweek."""
    word = text.strip().lower().replace(" ", "-").replace("_", "-")
    first = next((f for f in ("this", "next", "last") if word.startswith(f)), "")
    return f"{first}-{word[len(first) :].lstrip('-')}" if first else word


def _named(word: str, today: date) -> tuple[date, timedelta | None] | None:
    """The first day that a word names, and how long a week or a month lasts; None for a word that names none."""
    if word in _DAYS:
        return today + _DAYS[word] * _DAY, None
    if word in _WEEKS:
        return today + (7 * _WEEKS[word] - today.weekday()) * _DAY, 7 * _DAY
    if word in _MONTHS:
        first = _month(today, _MONTHS[word])
        return first, _month(first, 1) - first
    weekday = _weekday(word.removeprefix("next-"))
    if weekday is not None:
        # On a Monday next-monday is in a week, and monday is today.
        first = today + _DAY if word.startswith("next-") else today
        return first + (weekday - first.weekday()) % 7 * _DAY, None
    monday = _numbered_week(word)
    return None if monday is None else (monday, 7 * _DAY)


def _numbered_week(word: str) -> date | None:
    """The first day of 2026-W48."""
    plain = word.upper().replace("-", "")
    if len(plain) != 7 or plain[4] != "W":
        return None
    try:
        return date.fromisoformat(plain)
    except ValueError:
        return None


def _weekday(word: str) -> int | None:
    """By its name or the first three letters of it; 0 is Monday."""
    return next((n for n, name in enumerate(_WEEKDAYS) if word in (name, name[:3])), None)


def _month(day: date, later: int) -> date:
    """The first of the month of `day`, or of one before or after it."""
    middle = day.replace(day=15) + later * timedelta(days=30)
    return middle.replace(day=1)


def parse_moment(text: str, option: str, zone: ZoneInfo, words: str = "") -> datetime:
    """A date or a time as ISO 8601, in `zone` where it has no offset; in UTC; raises UsageError.

    `words` says what else the caller understands.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
        local = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        if _is_no_day(text.strip()[:10]):
            raise UsageError(f"{option} '{text}': there is no such day.") from None
        raise UsageError(
            f"{option} '{text}' is not understood: write a date (2027-03-08) or a time (2027-03-08T14:00, with an "
            f"offset such as +01:00 if it is not your zone's){words}."
        ) from None


def _is_no_day(text: str) -> bool:
    """Written as 2026-11-31 is, but no day of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdecimal()
    return False
