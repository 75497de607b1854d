"""Lays out one day: its blocks in lanes, and what lies behind and beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.findings.notice import until as act_by
from scheduler.model.occurrence import Occurrence
from scheduler.model.time import Period
from scheduler.report.axis import axis, ends
from scheduler.report.given import Given
from scheduler.report.minutes import (
    DAY_MINUTES,
    Lane,
    Minutes,
    Piece,
    at_once,
    clock_change,
    lanes,
    merged,
    minute,
    piece,
)
from scheduler.report.order import Numbered, mark, stretch
from scheduler.report.view import Badge, Band, Banner, Block, BlockKind, DayView, Flag
from scheduler.report.words import (
    CHANNELS,
    KINDS,
    brief,
    employer_zone,
    same_clock,
    short_title,
    span,
    their_clock,
    their_start,
    title_of,
)
from scheduler.settings.core import WEEKDAYS

MOST_LANES = 4
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """An occurrence at a time where the picture shows it: its own, its new one, or one that could be offered."""

    occurrence: Occurrence
    period: Period
    role: Literal["as it is", "was", "moved", "option"]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """What all days have in common; `by_day` has under a date at least all that touches it."""

    given: Given
    findings_of: Mapping[str, Sequence[Numbered]]
    findings: tuple[Numbered, ...]
    by_day: Mapping[date, Sequence[Shown]]
    to_act: frozenset[str]

    @property
    def zone(self) -> ZoneInfo:
        return self.given.timeline.zone


def lay_out(scene: Scene, on: date) -> DayView:
    """One day of the picture."""
    timed: list[tuple[Shown, Piece]] = []
    banners: list[Banner] = []
    for shown in scene.by_day.get(on, ()):
        if _on_banner(shown.occurrence, on):
            banners.append(_banner(scene, shown))
        elif not shown.occurrence.all_day and (part := piece(shown.period, on, scene.zone)) is not None:
            if part.from_before and part.goes_on:
                banners.append(_banner(scene, shown))
            else:
                timed.append((shown, part))
    blocks = _blocks(scene, timed)
    change = clock_change(on, scene.zone)
    bands = [*_off_hours(scene, on), *_around(scene, on), *_bars(scene, on)]
    note = ""
    if change is not None:
        bands.append(Band("missing" if change.missing else "twice", change.span))
        first, last = _clock(change.span.start), _clock(change.span.end)
        note = f"{first}–{last} {'does not exist' if change.missing else 'comes twice'}: the clock changes"
    now = scene.given.now.astimezone(scene.zone)
    wanted = [part for b in blocks for part in ends(b.minutes.drawn, 30)]
    wanted += [b.minutes for b in bands if b.kind == "buffer"]
    wanted += ends(change.span, 30) if change is not None and blocks else []
    return DayView(
        date=on,
        axis=axis(wanted, fold_from=75),
        blocks=tuple(blocks),
        bands=tuple(bands),
        banners=tuple(banners),
        flags=tuple(_flags(scene, on)),
        badges=tuple(_of_the_day(scene, on)),
        now=minute(now) if now.date() == on else None,
        clock_note=note,
    )


def _on_banner(occurrence: Occurrence, on: date) -> bool:
    first, last = occurrence.first, occurrence.last
    return occurrence.all_day and first is not None and last is not None and first <= on < max(last, first + ONE)


def _banner(scene: Scene, shown: Shown) -> Banner:
    kind, looks, badges = _kind(shown), _looks(scene, shown), _badges(scene, shown)
    return Banner(kind, title_of(shown.occurrence, scene.given.private), looks, badges)


def _blocks(scene: Scene, timed: Sequence[tuple[Shown, Piece]]) -> list[Block]:
    timed = sorted(timed, key=lambda x: (x[1].span.start, x[1].span.end, x[0].occurrence.id, x[0].role))
    interviews = [p.span.drawn for s, p in timed if s.occurrence.interview is not None]
    most = max(MOST_LANES, at_once(interviews) + 1)
    places = lanes([p.span.drawn for _, p in timed], [_rank(scene, s) for s, _ in timed], most)
    blocks = [_block(scene, s, p, lane) for (s, p), lane in zip(timed, places, strict=True) if lane.index is not None]
    left_out: dict[int, list[tuple[Piece, Lane]]] = {}
    for (_, part), lane in zip(timed, places, strict=True):
        if lane.index is None:
            left_out.setdefault(lane.group, []).append((part, lane))
    for group in left_out.values():
        for stretch_ in merged(p.span.drawn for p, _ in group):
            inside = sum(1 for p, _ in group if p.span.drawn.meets(stretch_))
            last, title = group[0][1].count - 1, f"{inside} more, listed below"
            blocks.append(Block("more", stretch_, last, last + 1, f"+{inside} more", title, "", count=inside))
    return sorted(blocks, key=lambda b: (b.minutes.start, b.lane))


def _rank(scene: Scene, shown: Shown) -> int:
    """Who gets a lane when there are too few: interviews, then what has a finding, then what is busy."""
    if shown.occurrence.interview is not None:
        return 0
    if shown.role != "as it is" or shown.occurrence.id in scene.findings_of:
        return 1
    return 2 if shown.occurrence.busy != "free" else 3


def _kind(shown: Shown) -> BlockKind:
    if shown.role == "option":
        return "option"
    if shown.role == "moved":
        return "moved"
    return "interview" if shown.occurrence.interview is not None else "entry"


def _looks(scene: Scene, shown: Shown) -> tuple[str, ...]:
    occurrence = shown.occurrence
    looks = []
    if occurrence.cancelled:
        looks.append("cancelled")
    elif shown.role == "was":
        looks.append("was")
    elif occurrence.busy != "busy" and shown.role == "as it is":
        looks.append(occurrence.busy)
    if shown.role == "as it is":
        kinds = {n.finding.kind for n in scene.findings_of.get(occurrence.id, ())}
        looks += [name for kind, name in (("overlap", "clash"), ("tight", "tight")) if kind in kinds]
    return tuple(looks)


def _badges(scene: Scene, shown: Shown) -> tuple[Badge, ...]:
    if shown.role not in ("as it is", "was"):
        return ()
    found = scene.findings_of.get(shown.occurrence.id, ())
    return tuple(Badge(n.number, KINDS[n.finding.kind], mark(n.finding)) for n in found)


_NOTES = {"was": "moves away", "tentative": "tentative", "cancelled": "cancelled", "free": "does not block time"}


def _block(scene: Scene, shown: Shown, part: Piece, lane: Lane) -> Block:
    occurrence, zone, private = shown.occurrence, scene.zone, scene.given.private
    own = shown.role in ("as it is", "was")
    name = short_title(occurrence, private)
    if shown.role == "option":
        name = f"Option {shown.number}: {name}"
    elif shown.role == "moved":
        name = f"New time: {name}"
    looks = _looks(scene, shown)
    theirs = employer_zone(occurrence)
    elsewhere = theirs is not None and not same_clock(shown.period.start, theirs, zone)
    notes = [_NOTES[x] for x in looks if x in _NOTES]
    if shown.role == "as it is" and any(c.of == occurrence.id for c in scene.given.changes):
        notes.append("another time is asked for")
    if occurrence.assumed_end is not None and shown.role == "as it is":
        notes.append("its end is an assumption")
    return Block(
        kind=_kind(shown),
        minutes=part.span,
        lane=lane.index or 0,
        lanes=lane.count,
        name=name,
        title=title_of(occurrence, private),
        time=span(occurrence.period if own else shown.period, zone),
        theirs=their_start(shown.period.start, theirs, zone) if elsewhere and theirs else "",
        spoken=their_clock(shown.period, theirs, zone) if elsewhere and theirs else "",
        note=", ".join(notes),
        looks=looks,
        badges=_badges(scene, shown),
    )


def _off_hours(scene: Scene, on: date) -> Iterator[Band]:
    hours = scene.given.hours
    if WEEKDAYS[on.weekday()] not in {d.lower()[:2] for d in hours.days}:
        yield Band("off", Minutes(0, DAY_MINUTES))
        return
    start, end = (t.hour * 60 + t.minute for t in (hours.start, hours.end))
    yield Band("off", Minutes(0, start))
    yield Band("off", Minutes(end, DAY_MINUTES))


def _around(scene: Scene, on: date) -> Iterator[Band]:
    """Loops as one frame, and the buffers before and after each interview or loop."""
    given = scene.given
    gone = {c.of for c in given.changes if c.settled}
    in_loops = {s.id for loop in given.timeline.loops for s in loop.sessions}
    spans = [(loop.period, True) for loop in given.timeline.loops if not any(s.id in gone for s in loop.sessions)]
    near = {id(s): s for d in (on - ONE, on, on + ONE) for s in scene.by_day.get(d, ())}
    for shown in near.values():
        one = shown.occurrence
        single = one.interview is not None and not one.cancelled and not one.all_day and one.busy != "free"
        if single and (shown.role == "moved" or (shown.role == "as it is" and one.id not in in_loops)):
            spans.append((shown.period, False))
    buffer = timedelta(minutes=given.limits.buffer)
    for period, is_loop in spans:
        if is_loop and (part := piece(period, on, scene.zone)) is not None:
            yield Band("loop", part.span)
        for around in (Period(period.start - buffer, period.start), Period(period.end, period.end + buffer)):
            if buffer and (part := piece(around, on, scene.zone)) is not None:
                yield Band("buffer", part.span)


def _bars(scene: Scene, on: date) -> Iterator[Band]:
    """Where two things collide or leave too little time between them."""
    for item in scene.findings:
        period = stretch(item.finding)
        if period is not None and (part := piece(period, on, scene.zone)) is not None:
            kind: Literal["clash", "tight"] = "clash" if item.finding.kind == "overlap" else "tight"
            yield Band(kind, part.span, mark(item.finding), item.number)


def _of_the_day(scene: Scene, on: date) -> Iterator[Badge]:
    """Findings about the day as a whole: too many interviews."""
    for item in scene.findings:
        if item.finding.kind == "overload":
            first = min(e.occupied.start for e in item.finding.events)
            if first.astimezone(scene.zone).date() == on:
                yield Badge(item.number, KINDS["overload"], mark(item.finding))


def _flags(scene: Scene, on: date) -> Iterator[Flag]:
    """The deadlines of those interviews about which something should be done."""
    given = scene.given
    found: dict[tuple[datetime, str], list[str]] = {}
    later = {s.id for loop in given.timeline.loops for s in loop.sessions[1:]}
    for occurrence in given.timeline.occurrences:
        notice = given.notices.get(occurrence.key)
        if notice is None or occurrence.id in later or occurrence.id not in scene.to_act or occurrence.cancelled:
            continue
        moment = act_by(notice, given.now).by.astimezone(scene.zone)
        if moment.date() == on and moment >= given.now:
            names = found.setdefault((moment, CHANNELS[notice.channel]), [])
            name = brief(short_title(occurrence, given.private))
            if name not in names:
                names.append(name)
    for (moment, act), names in sorted(found.items()):
        yield Flag(f"{moment:%H:%M}", act, tuple(names))


def _clock(minutes: float) -> str:
    hours, rest = divmod(round(minutes), 60)
    return f"{hours:02}:{rest:02}"
