"""Instances of a rule by multiplying: the n-th period begins n steps after the first one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from scheduler.ics.budget import Budget
from scheduler.ics.rule import Rule

_UNITS = {
    "WEEKLY": timedelta(weeks=1),
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
    "SECONDLY": timedelta(seconds=1),
}
# Longer than all the years there are; a longer step would not fit into a timedelta.
_FOREVER = timedelta(days=4_000_000)
_ZERO, _DAY, _LEAST = timedelta(), timedelta(days=1), timedelta.resolution
# So many instances are worked out at once.
_FEW = 1_000


def is_plain(rule: Rule) -> bool:
    """Daily, hourly… without BY-parts, weekly with BYDAY at most: the n-th instance is arithmetic."""
    if rule.bysetpos or rule.bymonth or rule.bymonthday or rule.byyearday or rule.byweekno:
        return False
    if rule.byhour or rule.byminute or rule.bysecond:
        return False
    return rule.freq == "WEEKLY" or (not rule.byday and rule.freq not in ("YEARLY", "MONTHLY"))


def plain_instances(rule: Rule, start: datetime, low: datetime, high: datetime, budget: Budget) -> Iterable[datetime]:
    """Those of the n-th period lie `offsets` after its beginning; `low` is not before `start`."""
    base, step = start, step_of(rule)
    offsets: tuple[timedelta, ...] = (_ZERO,)
    if rule.freq == "WEEKLY":
        base -= _DAY * ((start.weekday() - rule.wkst) % 7)
        offsets = _in_week(rule.byday, rule.wkst) or (start - base,)
    first, last = max((low - base) // step, 0), (high - base) // step
    if rule.count is not None:
        period, at = divmod(rule.count + bisect_left(offsets, start - base) - 1, len(offsets))
        if period <= last:
            last, high = period, min(high, base + period * step + offsets[at] + _LEAST)
    if (last - first + 1) * len(offsets) > min(_FEW, budget.left):
        return _spending(base, step, range(first, last + 1), offsets, low, high, budget)
    found = [m for n in range(first, last + 1) for offset in offsets if low <= (m := base + n * step + offset) < high]
    budget.spend(len(found))
    return found


def _spending(
    base: datetime,
    step: timedelta,
    periods: range,
    offsets: tuple[timedelta, ...],
    low: datetime,
    high: datetime,
    budget: Budget,
) -> Iterator[datetime]:
    """One by one, where they may be more than are wanted."""
    for period in periods:
        for offset in offsets:
            moment = base + period * step + offset
            if low <= moment < high:
                budget.spend()
                yield moment


@lru_cache(maxsize=512)
def _in_week(byday: tuple[tuple[int, int], ...], wkst: int) -> tuple[timedelta, ...]:
    return tuple(day * _DAY for day in sorted({(weekday - wkst) % 7 for _, weekday in byday}))


def step_of(rule: Rule) -> timedelta:
    """From one period of a weekly or finer rule to the next."""
    return _steps(rule.freq, rule.interval)


@lru_cache(maxsize=512)
def _steps(freq: str, interval: int) -> timedelta:
    unit = _UNITS.get(freq, _DAY)
    return min(interval, _FOREVER // unit) * unit
