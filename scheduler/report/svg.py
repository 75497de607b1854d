"""The week picture as one SVG file, for a mail or a chat: fixed light colours, no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scheduler.report.axis import Axis
from scheduler.report.given import Given
from scheduler.report.order import numbered
from scheduler.report.page import environment
from scheduler.report.view import Band, Block, DayView, WeekView
from scheduler.report.week import weeks
from scheduler.report.words import brief, city, count

WIDTH = 1120.0
RULER = 54.0
LINE = 15.0
LETTER = 6.4  # units: the width of an ordinary letter of a block's text
TITLE = 54.0
LEGEND = 40.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `y` is its baseline."""

    y: float
    text: str
    look: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A rectangle with its looks, and lines."""

    x: float
    y: float
    width: float
    height: float
    looks: str
    lines: tuple[Line, ...] = ()
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A day: its head, what lies behind, the blocks, and the bars of collisions and tight gaps."""

    x: float
    head: str
    head_lines: tuple[Line, ...]
    bands: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    bars: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One week: where its parts stand in the picture."""

    title: str
    summary: str
    top: float
    body: float
    height: float
    view: WeekView
    columns: tuple[Column, ...]
    left: float


def render_svg(given: Given) -> str:
    """The weeks with something in them, one below the other; the first week where there is none such."""
    views = weeks(given, numbered(given.findings))
    chosen = [w for w in views if not w.quiet] or list(views[:1])
    sheets, top = [], TITLE
    for view in chosen:
        sheets.append(_sheet(view, top))
        top += sheets[-1].height
    found = count(len(given.findings), "finding")
    return (
        environment()
        .get_template("week.svg.j2")
        .render(
            width=WIDTH,
            height=top + LEGEND,
            sheets=sheets,
            mine=city(given.timeline.zone.key),
            fit=_fit,
            ruler=RULER,
            buffer=given.limits.buffer,
            spoken="; ".join(f"{s.title}: {s.summary}" for s in sheets) + f"; {found}",
        )
    )


def _sheet(view: WeekView, top: float) -> Sheet:
    left = RULER * (len(view.rulers) + 1)
    width = min(260.0, (WIDTH - left - 16) / max(1, len(view.days)))
    heads = [tuple(_head_lines(day, width)) for day in view.days]
    body = top + 58 + LINE * max((len(h) for h in heads), default=0) + 12
    columns = tuple(
        Column(
            x=left + n * width,
            head=f"{day.date:%a} {day.date.day} {day.date:%B}",
            head_lines=tuple(Line(top + 58 + LINE * i, line.text, line.look) for i, line in enumerate(head)),
            bands=tuple(_bands(day, view.axis, left + n * width, body, width)),
            cells=tuple(_cell(b, view.axis, left + n * width, body, width) for b in day.blocks),
            bars=tuple(_bars(day.bands, view.axis, left + (n + 1) * width - 16, body)),
        )
        for n, (day, head) in enumerate(zip(view.days, heads, strict=True))
    )
    return Sheet(view.title, view.summary, top, body, body - top + view.axis.height + 24, view, columns, left)


def _head_lines(day: DayView, width: float) -> Iterator[Line]:
    for flag in day.flags:
        yield Line(0, _fit(f"⚑ {flag.act} by {flag.time}: {', '.join(flag.what)}", width), "flag")
    for banner in day.banners:
        yield Line(0, _fit(f"all day: {banner.title}", width), "banner")
    for badge in day.badges:
        yield Line(0, _fit(badge.text, width), "flag")
    if day.clock_note:
        yield Line(0, _fit(day.clock_note, width), "banner")


def _bands(day: DayView, axis: Axis, x: float, top: float, width: float) -> Iterator[Cell]:
    for band in day.bands:
        if band.kind not in ("clash", "tight"):
            start, height = axis.at(band.minutes.start), axis.at(band.minutes.end) - axis.at(band.minutes.start)
            whole = band.kind not in ("buffer", "loop")
            if height > 0:
                yield Cell(x if whole else x + 2, top + start, width if whole else width - 20, height, band.kind)


def _bars(bands: Sequence[Band], axis: Axis, x: float, top: float) -> Iterator[Cell]:
    for band in bands:
        if band.kind in ("clash", "tight"):
            start, end = axis.at(band.minutes.start), axis.at(band.minutes.end)
            yield Cell(x, top + start, 14, max(16.0, end - start), f"bar-{band.kind}", spoken=band.text)


def _cell(block: Block, axis: Axis, x: float, top: float, width: float) -> Cell:
    room = (width - 21) / block.lanes
    minutes = block.minutes.drawn
    y, height = axis.at(minutes.start), axis.at(minutes.end) - axis.at(minutes.start)
    inside = room - 12
    time = block.time if inside > 11 * LETTER else block.time.partition("–")[0]
    lines: list[tuple[str, str]] = [(time, "time"), (block.name, "name"), (block.theirs, "time")]
    lines += [(b.text, "mark") for b in block.badges] + [(block.note, "time")]
    if block.title not in block.name:
        lines.append((block.title, "time"))
    kept = [pair for pair in lines if pair[0]][: max(1, int((height - 2) // LINE))]
    if len(kept) == 1:
        kept = [(f"{block.time.partition('–')[0]} {block.name}", "name")]
    return Cell(
        x=x + 3 + block.lane * room,
        y=top + y,
        width=room - 2,
        height=height,
        looks=" ".join((block.kind, *block.looks)),
        lines=tuple(Line(12 + LINE * i, _fit(t, inside), look) for i, (t, look) in enumerate(kept)),
        spoken=f"{block.time} {block.title}" + (f", {block.spoken}" if block.spoken else ""),
    )


def _fit(text: str, width: float) -> str:
    return brief(text, max(1, int(width / LETTER)))
