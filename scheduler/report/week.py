"""Lays out the weeks of a window: pieces of days, lanes, buffers, marks; no drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.model.occurrence import Occurrence
from scheduler.model.time import DAY, Period
from scheduler.report.axis import Axis, axis, ends
from scheduler.report.day import Scene, Shown, lay_out
from scheduler.report.given import Given
from scheduler.report.minutes import Minutes
from scheduler.report.order import Numbered, by_occurrence, to_act_on
from scheduler.report.view import DayView, Hour, Ruler, WeekView
from scheduler.report.words import city, count, days, employer_zone, same_clock

MOST_RULERS = 3


def weeks(given: Given, findings: Sequence[Numbered]) -> tuple[WeekView, ...]:
    """The weeks of the window, Monday first; a weekend without anything is left out."""
    zone = given.timeline.zone
    days = _days(given.timeline.window, zone)
    scene = Scene(
        given,
        by_occurrence(findings),
        tuple(findings),
        _by_day(_shown(given), days, zone),
        frozenset(to_act_on(given.findings)),
    )
    found: dict[date, list[date]] = {}
    for one in days:
        found.setdefault(one - timedelta(days=one.weekday()), []).append(one)
    return tuple(_week(scene, group) for group in found.values())


def _days(window: Period, zone: ZoneInfo) -> list[date]:
    first = window.start.astimezone(zone).date()
    last = (window.end - timedelta(microseconds=1)).astimezone(zone).date()
    return [first + timedelta(days=n) for n in range(max(0, (last - first).days) + 1)]


def _shown(given: Given) -> Iterator[Shown]:
    """Everything with a place in the picture: occurrences, moved ones at their new time, and options."""
    changes = {c.of: c for c in given.changes if c.settled}
    known = {o.id: o for o in given.timeline.occurrences}
    for occurrence in given.timeline.occurrences:
        change = changes.get(occurrence.id)
        yield Shown(occurrence, occurrence.occupied, "was" if change is not None else "as it is")
        for period in change.after if change is not None else ():
            yield Shown(occurrence, period, "moved")
    for number, option in enumerate(given.suggestions, 1):
        if option.of in known:
            yield Shown(known[option.of], option.period, "option", number)


def _by_day(shown: Iterable[Shown], days: Sequence[date], zone: ZoneInfo) -> dict[date, list[Shown]]:
    found: dict[date, list[Shown]] = {}
    for one in shown:
        first = one.occurrence.first or one.period.start.astimezone(zone).date()
        last = max(one.occurrence.last or first, one.period.end.astimezone(zone).date())
        on = max(first, days[0])
        while on <= min(last, days[-1]):
            found.setdefault(on, []).append(one)
            on += timedelta(days=1)
    return found


def _week(scene: Scene, dates: Sequence[date]) -> WeekView:
    given = scene.given
    laid = [lay_out(scene, d) for d in dates]
    laid = [d for d in laid if d.date.weekday() < 5 or not d.empty]
    zone = given.timeline.zone
    here = [o for o in given.timeline.occurrences if o.interview is not None and _touches(o, dates, zone)]
    again = {s.id for loop in given.timeline.loops for s in loop.sessions[1:]}
    whole = _week_axis(given, laid, whole_hours=bool(here))
    busy = bool(here) or any(
        d.flags or d.badges or any(b.badges or b.kind in ("option", "moved") for b in d.blocks) for d in laid
    )
    first, last = dates[0], dates[-1]
    return WeekView(
        title=days(first, last),
        days=tuple(laid),
        axis=whole,
        rulers=tuple(_rulers(here, zone, whole)),
        quiet=not busy,
        summary=_summary(laid, here, again),
    )


def _week_axis(given: Given, days: Iterable[DayView], whole_hours: bool) -> Axis:
    """One axis for all days: every block with its surroundings and, in a week with interviews, the user's hours."""
    start, end = (t.hour * 60 + t.minute for t in (given.hours.start, given.hours.end))
    wanted = [Minutes(start, end)] if whole_hours and start < end else []
    for one in days:
        wanted += [part for b in one.blocks for part in ends(b.minutes.drawn, 60)]
        wanted += [b.minutes for b in one.bands if b.kind in ("buffer", "missing", "twice")]
    return axis(wanted, fold_from=120)


def _touches(occurrence: Occurrence, dates: Sequence[date], zone: ZoneInfo) -> bool:
    return dates[0] <= occurrence.occupied.start.astimezone(zone).date() <= dates[-1]


def _rulers(interviews: Iterable[Occurrence], zone: ZoneInfo, whole: Axis) -> Iterator[Ruler]:
    """A ruler for each clock that employers of this week have, where it differs from the user's."""
    found: Counter[tuple[str, int]] = Counter()
    for occurrence in interviews:
        theirs = employer_zone(occurrence)
        if theirs is not None and not same_clock(occurrence.period.start, theirs, zone):
            found[(theirs.key, _shift(occurrence.period.start, theirs, zone))] += 1
    for (name, shift), _ in sorted(found.most_common(MOST_RULERS), key=lambda x: x[0][1]):
        yield Ruler(city(name), _shift_words(shift), tuple(_hour(h * 60, shift) for h in whole.hours()))


def _shift(instant: datetime, theirs: ZoneInfo, mine: ZoneInfo) -> int:
    there, here = instant.astimezone(theirs).replace(tzinfo=None), instant.astimezone(mine).replace(tzinfo=None)
    return round((there - here) / timedelta(minutes=1))


def _shift_words(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "") + " h"


def _hour(minute: int, shift: int) -> Hour:
    days, inside = divmod(minute + shift, round(DAY / timedelta(minutes=1)))
    hour, rest = divmod(inside, 60)
    return Hour(
        minute,
        f"{hour:02}" + (f":{rest:02}" if rest else ""),
        f"{'+' if days > 0 else '−'}{abs(days)}d" if days else "",
    )


def _summary(days: Iterable[DayView], interviews: Sequence[Occurrence], again: Set[str]) -> str:
    """The week in figures; a loop counts once."""
    first = [o for o in interviews if o.id not in again and not o.cancelled]
    entries = sum(len([b for b in d.blocks if b.kind == "entry"]) + len(d.banners) for d in days)
    return f"{count(len(first), 'interview')}, {count(entries, 'other entry', 'other entries')}"
