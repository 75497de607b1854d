"""Instances of a rule on the wall clock, with bounded work.

dateutil walks from DTSTART and cannot be stopped inside an empty stretch; this walks period by period (RFC 5545
3.3.10), starts near the window where the rule has no COUNT, and spends at most `BUDGET` steps on one series.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, datetime, time, timedelta
from functools import lru_cache
from itertools import product

from scheduler.ics.budget import Budget
from scheduler.ics.plain_rule import is_plain, plain_instances, step_of
from scheduler.ics.rule import Rule

_FINER = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_DAY = timedelta(days=1)
_LAST = datetime(MAXYEAR, 12, 1)


def instances(
    rule: Rule, start: datetime, low: datetime, high: datetime, budget: Budget | None = None
) -> Iterator[datetime]:
    """Naive instances with low <= instance < high, ascending, none before `start`; UNTIL is the caller's to apply.

    COUNT counts the rule's own instances from `start` on. Raises TooMuchWorkError where the budget ends first; what was
    yielded before is right.
    """
    high = min(high, _LAST)
    low = max(low, start)
    if start >= high:
        return iter(())
    budget = budget or Budget()
    if is_plain(rule):
        return iter(plain_instances(rule, start, low, high, budget))
    return _walked(rule, start, low, high, budget)


def _walked(rule: Rule, start: datetime, low: datetime, high: datetime, budget: Budget) -> Iterator[datetime]:
    counted = 0
    for at in _walk(rule, start, start if rule.count is not None else low, high, budget):
        budget.spend()
        if at < start:
            continue
        if rule.count is not None:
            counted += 1
            if counted > rule.count:
                return
        if at >= high:
            return
        if at >= low:
            yield at


def _walk(rule: Rule, start: datetime, low: datetime, high: datetime, budget: Budget) -> Iterator[datetime]:
    if rule.freq in _FINER:
        yield from _walk_steps(rule, start, low, high, budget)
        return
    times = _times(rule, start)
    for days in _day_sets(rule, start, low, high, budget):
        if rule.bysetpos:
            budget.spend(len(days) * len(times))
            whole = [datetime.combine(d, t) for d in days for t in times]
            picks = {p - 1 if p > 0 else p + len(whole) for p in rule.bysetpos}
            yield from (whole[p] for p in sorted(picks) if 0 <= p < len(whole))
        else:
            for day in days:
                for t in times:
                    yield datetime.combine(day, t)


def _times(rule: Rule, start: datetime) -> list[time]:
    seconds = sorted({min(s, 59) for s in rule.bysecond}) or [start.second]
    parts = product(rule.byhour or (start.hour,), rule.byminute or (start.minute,), seconds)
    anchor = datetime(2000, 1, 1)
    return [anchor.replace(hour=h, minute=m, second=s).time() for h, m, s in parts]


def _day_sets(rule: Rule, start: datetime, low: datetime, high: datetime, budget: Budget) -> Iterator[list[datetime]]:
    """The days of each period in turn, as midnights; periods before `low` are jumped over."""
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    if rule.freq == "YEARLY":
        spare = 1 if rule.byweekno else 0
        first = start.year + max(0, low.year - spare - start.year) // rule.interval * rule.interval
        for year in range(first, min(high.year + spare, MAXYEAR - 1) + 1, rule.interval):
            budget.spend()
            yield _days_of_year(rule, start, year, budget)
    elif rule.freq == "MONTHLY":
        origin = start.year * 12 + start.month - 1
        first = origin + max(0, low.year * 12 + low.month - 1 - origin) // rule.interval * rule.interval
        for month in range(first, high.year * 12 + high.month, rule.interval):
            budget.spend()
            yield _days_of_month(rule, start, month // 12, month % 12 + 1, budget)
    else:
        length = 7 if rule.freq == "WEEKLY" else 1
        base = midnight - ((start.weekday() - rule.wkst) % 7) * _DAY if length == 7 else midnight
        step = step_of(rule)
        at = base + max(0, (low - base) // step) * step
        while at < high:
            budget.spend(length)
            yield [d for d in (at + i * _DAY for i in range(length)) if _day_fits(rule, start, d)]
            if step >= high - at:
                return
            at += step


def _day_fits(rule: Rule, start: datetime, day: datetime) -> bool:
    """The limiting parts of a weekly, daily or sub-daily rule."""
    if rule.bymonth and day.month not in rule.bymonth:
        return False
    if rule.byday:
        if day.weekday() not in {d for _, d in rule.byday}:
            return False
    elif rule.freq == "WEEKLY" and day.weekday() != start.weekday() and not rule.bymonthday:
        return False
    if rule.bymonthday and not _month_day_fits(rule, day):
        return False
    if rule.byyearday and not _year_day_fits(rule, day):
        return False
    return not rule.byweekno or _week_number(day, rule.wkst) in rule.byweekno


def _days_of_month(rule: Rule, start: datetime, year: int, month: int, budget: Budget) -> list[datetime]:
    if rule.bymonth and month not in rule.bymonth:
        return []
    first = datetime(year, month, 1)
    length = _month_length(year, month)
    if not (rule.bymonthday or rule.byday or rule.byyearday or rule.byweekno):
        return [first + (start.day - 1) * _DAY] if start.day <= length else []
    if not rule.byyearday and not rule.byweekno:
        return _days_in_month(rule, first, length)
    budget.spend(length)
    return [d for d in (first + i * _DAY for i in range(length)) if _fits(rule, d, d.day - 1, length)]


def _days_in_month(rule: Rule, first: datetime, length: int) -> list[datetime]:
    """BYMONTHDAY and BYDAY within one month, by arithmetic."""
    numbers: set[int] | None = None
    if rule.bymonthday:
        numbers = {d if d > 0 else length + 1 + d for d in rule.bymonthday}
    if rule.byday:
        weekdays: set[int] = set()
        for ordinal, weekday in rule.byday:
            every = range(1 + (weekday - first.weekday()) % 7, length + 1, 7)
            if ordinal == 0:
                weekdays.update(every)
            elif -len(every) <= ordinal <= len(every):
                weekdays.add(every[ordinal - 1 if ordinal > 0 else ordinal])
        numbers = weekdays if numbers is None else numbers & weekdays
    return [first + (n - 1) * _DAY for n in sorted(numbers or ()) if 1 <= n <= length]


def _days_of_year(rule: Rule, start: datetime, year: int, budget: Budget) -> list[datetime]:
    if not (rule.bymonthday or rule.byday or rule.byyearday or rule.byweekno):
        months = rule.bymonth or (start.month,)
        return [datetime(year, m, start.day) for m in months if start.day <= _month_length(year, m)]
    if rule.byweekno:
        return _days_of_weeks(rule, start, year, budget)
    days: list[datetime] = []
    in_month = bool(rule.bymonth) or bool(rule.bymonthday and not rule.byday)
    for month in rule.bymonth or range(1, 13):
        length = _month_length(year, month)
        budget.spend(length)
        first = datetime(year, month, 1)
        if in_month and not rule.byyearday:
            days += _days_in_month(rule, first, length)
            continue
        year_length = 366 if _month_length(year, 2) == 29 else 365
        for i in range(length):
            day = first + i * _DAY
            at, span = (i, length) if in_month else (day.timetuple().tm_yday - 1, year_length)
            if _fits(rule, day, at, span):
                days.append(day)
    return days


def _days_of_weeks(rule: Rule, start: datetime, year: int, budget: Budget) -> list[datetime]:
    budget.spend(371)
    wanted = {d for _, d in rule.byday} or {start.weekday()}
    first = _first_week(year, rule.wkst)
    last = _first_week(year + 1, rule.wkst)
    weeks = (last - first).days // 7
    numbers = {n if n > 0 else weeks + 1 + n for n in rule.byweekno}
    days = (first + i * _DAY for i in range(weeks * 7))
    return [
        d
        for i, d in enumerate(days)
        if i // 7 + 1 in numbers
        and d.weekday() in wanted
        and (not rule.bymonth or d.month in rule.bymonth)
        and (not rule.bymonthday or _month_day_fits(rule, d))
        and (not rule.byyearday or _year_day_fits(rule, d))
    ]


def _fits(rule: Rule, day: datetime, at: int, length: int) -> bool:
    """Limits of monthly and yearly rules; BYDAY ordinals count within `length` days, of which this is number `at`."""
    if rule.bymonthday and not _month_day_fits(rule, day):
        return False
    if rule.byyearday and not _year_day_fits(rule, day):
        return False
    if not rule.byday:
        return True
    weekday, forth, back = day.weekday(), at // 7 + 1, -((length - 1 - at) // 7 + 1)
    return any(d == weekday and n in (0, forth, back) for n, d in rule.byday)


def _month_day_fits(rule: Rule, day: datetime) -> bool:
    return day.day in rule.bymonthday or day.day - _month_length(day.year, day.month) - 1 in rule.bymonthday


def _year_day_fits(rule: Rule, day: datetime) -> bool:
    number = day.timetuple().tm_yday
    length = 366 if _month_length(day.year, 2) == 29 else 365
    return number in rule.byyearday or number - length - 1 in rule.byyearday


@lru_cache(maxsize=4096)
def _month_length(year: int, month: int) -> int:
    following = datetime(year + month // 12, month % 12 + 1, 1) if (year, month) < (MAXYEAR, 12) else None
    return 31 if following is None else (following - _DAY).day


def _first_week(year: int, wkst: int) -> datetime:
    """The first day of week 1: the first week with at least four days in the year."""
    january = datetime(year, 1, 1)
    offset = (january.weekday() - wkst) % 7
    return january - offset * _DAY if offset <= 3 else january + (7 - offset) * _DAY


def _week_number(day: datetime, wkst: int) -> int:
    year = day.year + (1 if day >= _first_week(day.year + 1, wkst) else 0)
    first = _first_week(year, wkst)
    if day < first:
        first = _first_week(year - 1, wkst)
    return (day - first).days // 7 + 1


def _walk_steps(rule: Rule, start: datetime, low: datetime, high: datetime, budget: Budget) -> Iterator[datetime]:
    """Hourly and finer: step on; a day that does not fit is jumped over whole."""
    step = step_of(rule)
    at = start + max(0, (low - start) // step) * step
    finer = _finer(rule, start)
    while at - high < step:
        budget.spend()
        if not _day_fits(rule, start, at):
            tomorrow = at.replace(hour=0, minute=0, second=0) + _DAY
            jump = max(1, -((at - tomorrow) // step)) * step
            if jump > _LAST - at:
                return
            at += jump
            continue
        if _step_fits(rule, at):
            if rule.bysetpos:
                picks = sorted({p - 1 if p > 0 else p + len(finer) for p in rule.bysetpos})
                yield from (_set(at, finer[p]) for p in picks if 0 <= p < len(finer))
            else:
                yield from (_set(at, f) for f in finer)
        if step > _LAST - at:
            return
        at += step


def _finer(rule: Rule, start: datetime) -> list[tuple[int | None, int | None]]:
    """The (minute, second) that BYMINUTE and BYSECOND expand below the step; None keeps the step's own."""
    seconds = sorted({min(s, 59) for s in rule.bysecond}) or [start.second]
    if rule.freq == "HOURLY":
        return [(m, s) for m in rule.byminute or (start.minute,) for s in seconds]
    return [(None, s) for s in seconds] if rule.freq == "MINUTELY" else [(None, None)]


def _set(at: datetime, parts: tuple[int | None, int | None]) -> datetime:
    minute, second = parts
    return at.replace(minute=at.minute if minute is None else minute, second=at.second if second is None else second)


def _step_fits(rule: Rule, at: datetime) -> bool:
    if rule.byhour and at.hour not in rule.byhour:
        return False
    if rule.freq != "HOURLY" and rule.byminute and at.minute not in rule.byminute:
        return False
    return not (rule.freq == "SECONDLY" and rule.bysecond and at.second not in {min(s, 59) for s in rule.bysecond})
