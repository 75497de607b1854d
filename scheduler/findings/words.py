"""The plain sentences of findings: titles in quotes, times on the user's clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from scheduler.model.finding import Move
from scheduler.model.occurrence import Occurrence

MOST_NAMES = 4
_MINUTE = timedelta(minutes=1)
_TWO = tuple(f"{n:02}" for n in range(60))


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def title(o: Occurrence) -> str:
    return _title(o.event.summary)


@lru_cache(maxsize=16384)
def _title(text: str) -> str:
    summary = " ".join(text.split())
    short = summary if len(summary) <= 60 else summary[:57].rstrip() + "…"
    return f"'{short}'" if short else "an entry without a title"


def whose(o: Occurrence) -> str:
    """The name of somebody else's calendar's owner, short; "" for what is the user's."""
    return o.owner.partition("@")[0]


def day(moment: datetime, zone: tzinfo) -> str:
    """Tue 9 Mar"""
    return _day(moment.astimezone(zone))


def clock(moment: datetime, zone: ZoneInfo) -> str:
    return _clock(moment.astimezone(zone))


def _day(local: datetime) -> str:
    return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"


def _clock(local: datetime) -> str:
    return f"{_TWO[local.hour]}:{_TWO[local.minute]}"


def span(o: Occurrence, zone: ZoneInfo) -> str:
    """Tue 9 Mar 10:00–11:00; the day alone; or the start, and the length that was assumed."""
    if o.assumed_end is not None and not o.all_day:
        start = o.period.start.astimezone(zone)
        return f"{_day(start)} {_clock(start)}, {lasting(o.occupied.length)} assumed"
    return _span(o.period.start, o.occupied.end, o.all_day, zone)


@lru_cache(maxsize=16384)
def _span(start: datetime, end: datetime, all_day: bool, zone: ZoneInfo) -> str:
    begins, ends = start.astimezone(zone), end.astimezone(zone)
    if all_day:
        last = ends - timedelta(minutes=1)
        days = _day(begins) if last.date() <= begins.date() else f"{_day(begins)} to {_day(last)}"
        return f"{days}, all day"
    until = _clock(ends) if ends.date() == begins.date() else f"{_day(ends)} {_clock(ends)}"
    return f"{_day(begins)} {_clock(begins)}–{until}"


def named(o: Occurrence, zone: ZoneInfo) -> str:
    """'A' (Tue 9 Mar 10:00–11:00)"""
    return f"{title(o)} ({span(o, zone)})"


def names(events: Sequence[Occurrence], zone: ZoneInfo) -> str:
    """'A' (Tue 9 Mar 10:00–11:00), 'B' (…) and 3 more"""
    return listed([named(o, zone) for o in events[:MOST_NAMES]], len(events))


def titles(events: Sequence[Occurrence]) -> str:
    """'A', 'B' and 3 more"""
    return listed([title(o) for o in events[:MOST_NAMES]], len(events))


def listed(shown: Sequence[str], count: int) -> str:
    """The first of `count` names as a list in a sentence."""
    if count > len(shown):
        return ", ".join(shown) + f" and {count - len(shown)} more"
    return shown[0] if count == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


def minutes(length: timedelta) -> int:
    """Whole minutes, rounded down, so that a gap is never said to be longer than it is."""
    return length // _MINUTE


@lru_cache(maxsize=4096)
def lasting(length: timedelta) -> str:
    whole = minutes(length)
    if whole < 60:
        return f"{whole} minute{'' if whole == 1 else 's'}"
    hours, rest = divmod(whole, 60)
    return f"{hours} h" if not rest else f"{hours} h {rest} min"


def is_over(o: Occurrence, now: datetime) -> bool:
    return o.occupied.end <= now


def first_move(move: Move | None, now: datetime) -> str:
    """The advice as a sentence; none about what is over."""
    if move is None or is_over(move.occurrence, now):
        return ""
    return f" Move {title(move.occurrence)} first: {move.reason}."
