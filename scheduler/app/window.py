"""The window of a call, from the words people use for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from scheduler.errors import UsageError
from scheduler.model.time import Period

DEFAULT_DAYS = 14
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LONGEST = 366 * 200


def parse_window(start: str | None, end: str | None, days: int | None, now: datetime, zone: ZoneInfo) -> Period:
    """The window [start, end) in UTC; raises UsageError naming what to write instead.

    Dates are midnights in `zone`; `end` is the first moment that is no longer in the window. Without `start` the
    window begins now; without `end` and `days` it is what the start word names (a week), else 14 days.
    """
    if end is not None and days is not None:
        raise UsageError("Give --to or --days, not both.")
    if days is not None and not 0 < days <= _LONGEST:
        raise UsageError(f"--days {days}: write a number of days from 1 to {_LONGEST}.")
    today = now.astimezone(zone).date()
    if start is None:
        first, span = now, None
        base = today
    else:
        first, span = _moment(start, "--from", today, zone)
        base = first.astimezone(zone).date()
    if end is not None:
        last, _ = _moment(end, "--to", today, zone)
    elif days is None and span is not None:
        last = midnight(base + span, zone)
    else:
        try:
            last = midnight(base + timedelta(days=days or DEFAULT_DAYS), zone)
        except OverflowError:
            raise UsageError("The window runs past the year 9999; choose an earlier --from.") from None
    if last <= first:
        raise UsageError(
            f"The window is empty: it ends {last.astimezone(zone):%Y-%m-%d %H:%M}, before or as it starts "
            f"({first.astimezone(zone):%Y-%m-%d %H:%M}). Give a later --to or an earlier --from."
        )
    return Period(first, last)


def midnight(day: date, zone: tzinfo) -> datetime:
    """The first moment of a day in `zone`, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _moment(text: str, option: str, today: date, zone: ZoneInfo) -> tuple[datetime, timedelta | None]:
    """(the moment in UTC, the length that the word itself names)."""
    word = text.strip().lower().replace(" ", "-")
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    named = {
        "today": (today, timedelta(days=1)),
        "tomorrow": (today + timedelta(days=1), timedelta(days=1)),
        "this-week": (monday, timedelta(days=7)),
        "next-week": (monday + timedelta(days=7), timedelta(days=7)),
        "this-month": (first, following - first),
        "next-month": (following, (following + timedelta(days=32)).replace(day=1) - following),
    }
    for i, weekday in enumerate(_WEEKDAYS):
        named[weekday] = named[weekday[:3]] = (today + timedelta(days=(i - today.weekday()) % 7), timedelta(days=1))
    if word in named:
        day, span = named[word]
        return midnight(day, zone), span
    return parse_moment(text, option, zone), None


def parse_moment(text: str, option: str, zone: ZoneInfo) -> datetime:
    """A date or a time as ISO 8601, in `zone` where it has no offset; in UTC; raises UsageError."""
    try:
        moment = datetime.fromisoformat(text.strip())
        local = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(
            f"{option} '{text}' is not understood: write a date (2027-03-08), a time (2027-03-08T14:00, with an offset "
            f"such as +01:00 if it is not your zone's), or a word such as today, monday or next-week."
        ) from None
