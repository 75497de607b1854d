"""The week in a terminal: half-hour rows, a column a day, what matters marked by characters and not by colour alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.report.axis import Segment
from scheduler.report.cards import finding_card
from scheduler.report.given import Given
from scheduler.report.minutes import Minutes, at_once, lanes
from scheduler.report.order import numbered
from scheduler.report.view import Block, DayView, WeekView
from scheduler.report.week import weeks

if TYPE_CHECKING:
    from rich.text import Text

ROW = 30  # minutes
RULER = 6
MOST_LANES = 2

_EDGES = {"interview": "█", "option": "?", "moved": "→", "more": "+", "entry": "▏"}
_STYLES = {
    "interview": "bold white on blue",
    "entry": "default on grey23",
    "option": "green",
    "moved": "bold green",
    "more": "dim",
    "buffer": "dim",
    "clash": "bold red",
    "tight": "bold yellow",
    "flag": "yellow",
    "dim": "dim",
    "head": "bold",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in rows [first, last) and its lane."""

    block: Block
    first: int
    last: int
    lane: int
    lanes: int


def render_week(given: Given, width: int = 80) -> Iterator[Text]:
    """The lines of the picture of every week that has something in it, and the findings below."""
    from rich.text import Text

    findings = numbered(given.findings)
    views = weeks(given, findings)
    for view in [w for w in views if not w.quiet] or views[:1]:
        yield from _week(view, width)
        yield Text()
    yield Text("█ interview  ▏other  ┆ not certain, free or cancelled  ░ buffer", _STYLES["dim"])
    numbers = "  [1] what is wrong, below" if findings else ""
    yield Text(f"╳ collision  ↕ too tight  ⚑ last good moment{numbers}", _STYLES["dim"])
    for item in findings:
        card = finding_card(item, given)
        line = Text(f"[{item.number}] ", _STYLES["head"])
        line.append(f"{card.label}: ", _STYLES["head"])
        line.append(card.message)
        yield line
        if card.command:
            yield Text(f"    → {card.command}", _STYLES["dim"])


def _week(view: WeekView, width: int) -> Iterator[Text]:
    from rich.text import Text

    days = view.days
    room = max(8, (width - RULER) // max(1, len(days)))
    yield Text(f"{view.title}  ", _STYLES["head"]).append(view.summary, _STYLES["dim"])
    yield _line("", [[(f"{d.date:%a} {d.date.day}", "head")] for d in days], room)
    for number in range(max((len(d.flags) for d in days), default=0)):
        yield _line("", [[(f"⚑ {d.flags[number].time}", "flag")] if number < len(d.flags) else [] for d in days], room)
    if any(d.badges for d in days):
        texts = [" ".join(f"{b.text} [{b.number}]" for b in d.badges) for d in days]
        yield _line("", [[(t, "flag")] for t in texts], room)
    for number in range(max((len(d.banners) for d in days), default=0)):
        texts = [d.banners[number].title if number < len(d.banners) else "" for d in days]
        yield _line("all", [[(t, "dim")] for t in texts], room)
    placed = [_place(d) for d in days]
    for segment in view.axis.segments:
        if segment.folded:
            yield _line("  ⋮", [[("", "")] for _ in days], room)
            continue
        for row in _rows(segment):
            label = f"{row * ROW // 60:02}:{row * ROW % 60:02}" if row * ROW % 60 == 0 else ""
            yield _line(label, [_cells(d, p, row, room - 1) for d, p in zip(days, placed, strict=True)], room, gap=0)


def _rows(segment: Segment) -> range:
    return range(int(segment.start // ROW), int(-(-segment.end // ROW)))


def _place(day: DayView) -> list[Placed]:
    """The blocks of a day in whole rows; lanes are new, because in rows more of them meet.

    There is always a lane for every interview, and one for saying what is left out.
    """
    blocks = sorted(day.blocks, key=lambda b: b.minutes.start)
    spans = _whole_rows(blocks)
    interviews = [s for b, s in zip(blocks, spans, strict=True) if b.kind == "interview"]
    most = max(MOST_LANES, at_once(interviews) + 1)
    found = lanes(spans, [_rank(b) for b in blocks], most)
    out = [
        Placed(b, int(s.start), int(s.end), lane.index, lane.count)
        for b, s, lane in zip(blocks, spans, found, strict=True)
        if lane.index is not None
    ]
    hidden: dict[int, list[tuple[Minutes, Block]]] = {}
    for block, span, lane in zip(blocks, spans, found, strict=True):
        if lane.index is None:
            hidden.setdefault(lane.group, []).append((span, block))
    for group in hidden.values():
        first, last = min(s.start for s, _ in group), max(s.end for s, _ in group)
        count = sum(b.count for _, b in group)
        more = Block("more", Minutes(first * ROW, last * ROW), 0, 1, "", "", "", count=count)
        out.append(Placed(more, int(first), int(last), most - 1, most))
    return out


def _rank(block: Block) -> int:
    """Interviews always have a place of their own; of the others, what is wrong comes first."""
    return {"interview": 0, "more": 3}.get(block.kind, 1 if block.badges else 2)


def _whole_rows(blocks: Sequence[Block]) -> list[Minutes]:
    """Blocks in order of start, as rows; one that only touches the next in its last row gives that row up."""
    spans: list[Minutes] = []
    for index, block in enumerate(blocks):
        first = block.minutes.start // ROW
        for before, other in enumerate(blocks[:index]):
            if not other.minutes.meets(block.minutes) and spans[before].end > first:
                spans[before] = Minutes(spans[before].start, max(first, spans[before].start + 1))
        spans.append(Minutes(first, max(-(-block.minutes.end // ROW), first + 1)))
    return spans


def _cells(day: DayView, placed: Sequence[Placed], row: int, width: int) -> list[tuple[str, str]]:
    """One row of one day: (text, style word) from left to right, `width` cells wide, then the mark beside it."""
    here = sorted((p for p in placed if p.first <= row < p.last), key=lambda p: p.lane)
    span = Minutes(row * ROW, (row + 1) * ROW)
    mark = next((b.kind for b in day.bands if b.kind in ("clash", "tight") and _touches(b.minutes, span)), "")
    cells: list[tuple[str, str]] = []
    if here:
        count = max(p.lanes for p in here)
        each = width // count
        for lane in range(count):
            one = next((p for p in here if p.lane == lane), None)
            size = each if lane < count - 1 else width - each * (count - 1)
            cells.append(_text(one, row, size) if one is not None else (" " * size, ""))
    else:
        buffered = any(b.kind == "buffer" and b.minutes.meets(span) for b in day.bands)
        cells.append(("░" * width, "buffer") if buffered else (" " * width, ""))
    cells.append(({"clash": "╳", "tight": "↕"}.get(mark, " "), mark))
    return cells


def _touches(one: Minutes, row: Minutes) -> bool:
    return one.meets(row) or row.start <= one.start < row.end


def _text(placed: Placed, row: int, size: int) -> tuple[str, str]:
    from rich.cells import set_cell_size

    block = placed.block
    start, numbers = block.time.partition("–")[0], "".join(f"[{b.number}]" for b in block.badges)
    details = [*(b.text for b in block.badges if b.text), block.theirs]
    beside = f"{start} {numbers}" if numbers else block.time
    if block.kind == "more":
        lines = [f"{block.count} more"]
    elif placed.last - placed.first == 1:
        lines = [f"{start} {block.name} {numbers}" if size > len(start) else block.name]
    elif size <= len(start):
        lines = [block.name, numbers, *details]
    elif len(beside) < size:
        lines = [beside, block.name, *details]
    else:
        lines = [start, block.name, numbers, *details]
    index = row - placed.first
    edge = "┆" if {"tentative", "free", "was", "cancelled"} & set(block.looks) else _EDGES[block.kind]
    inside = lines[index] if index < len(lines) else ""
    return edge + set_cell_size(inside, max(0, size - 1)), block.kind


def _line(label: str, days: Sequence[Sequence[tuple[str, str]]], room: int, *, gap: int = 1) -> Text:
    """A row through all days; titles leave `gap` cells free before the next day."""
    from rich.cells import set_cell_size
    from rich.text import Text

    line = Text(set_cell_size(label, RULER), _STYLES["dim"], no_wrap=True)
    for cells in days:
        day = Text(style="")
        for text, look in cells:
            day.append(text, _STYLES.get(look, ""))
        day.truncate(room - gap, overflow="ellipsis", pad=True)
        day.append(" " * gap)
        line.append_text(day)
    line.rstrip()
    return line
