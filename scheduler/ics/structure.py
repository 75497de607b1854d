"""The careful way through a file: several VCALENDARs, missing ends, names in small letters, other components."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from scheduler.ics.on_demand import on_demand

_BEGIN = b"BEGIN:VEVENT"
# These two begin with a line break, to which the search leaps; it would try `^` at every octet.
_ODD_CASE = on_demand(rb"\n(?!(?:BEGIN|END):[A-Z-]+\s)(?:(?i:begin|end)):[A-Za-z-]+")
# Files that were written one behind the other: with marks of their own, without a line end between them.
_JOINED = on_demand(rb"\n(?:(END:VCALENDAR)[ \t]*(?:\xef\xbb\xbf)*|(?:\xef\xbb\xbf)+)BEGIN:VCALENDAR", re.I)
_ODD_BEGIN = on_demand(rb"^(?:[ \t]+BEGIN[ \t]*:[ \t]*|BEGIN(?:[ \t]+:[ \t]*|:[ \t]+))VEVENT", re.I | re.M)
_EDGE = on_demand(rb"^(?:(BEGIN|END):([A-Z0-9-]+)|[ \t]*BEGIN[ \t]*:[ \t]*VEVENT)", re.I | re.M)


class Segment:
    """One VCALENDAR: where it lies, its header's end, the VEVENT blocks kept; of others (hash of UID key, place).

    `keys` are the hashes of the kept blocks by place, at first only those of single events in plain writing.
    `outside` are the stretches in which other components may stand.
    """

    __slots__ = ("dropped", "end", "head_end", "kept", "keys", "outside", "start", "unfinished")

    def __init__(self, start: int, end: int, head_end: int) -> None:
        self.start, self.end, self.head_end = start, end, head_end
        self.kept: list[tuple[int, int]] = []
        self.keys: dict[int, int] = {}
        self.dropped: array[int] = array("q")
        self.unfinished: list[int] = []
        self.outside = [(start, end)]


def regular_case(data: bytes) -> bytes:
    """BEGIN and END lines in capitals, which is how they are looked for."""
    return _ODD_CASE().sub(lambda m: m.group().upper(), b"\n" + data)[1:]


def separated(data: bytes) -> bytes:
    """Each VCALENDAR of a file at the start of a line; the numbers of the lines stay as they are."""
    return _JOINED().sub(lambda m: b"\n" + (m[1] or b"").upper() + b"\rBEGIN:VCALENDAR", b"\n" + data)[1:]


def calendars(data: bytes) -> list[tuple[int, int]]:
    """Where each VCALENDAR lies; one inside another is not taken for a calendar, unless ends are missing."""
    begins, ends = list(_line_starts(data, b"BEGIN:VCALENDAR")), list(_line_starts(data, b"END:VCALENDAR"))
    if len(begins) != len(ends):
        stops = sorted([*begins, *(e + 13 for e in ends), len(data)])
        return [(b, stops[bisect_right(stops, b)]) for b in begins]
    found: list[tuple[int, int]] = []
    depth, opened = 0, 0
    for at, is_end in sorted([(b, False) for b in begins] + [(e, True) for e in ends]):
        if is_end:
            depth -= 1
            found += [(opened, at + 13)] if depth == 0 else []
            opened = at + 13
            continue
        depth += 1
        if depth == 1:
            opened = at
        elif depth == 2:
            found.append((opened, at))
    return found


def careful_blocks(data: bytes, segment: Segment) -> Iterator[tuple[int, int]]:
    """Where each VEVENT of a segment begins, and where its END:VEVENT; one without an end is kept as unfinished."""
    following = _next_begin(data, segment.start, segment.end)
    while following >= 0:
        at = following
        following = _next_begin(data, at + 12, segment.end)
        stop = segment.end if following < 0 else following
        end = data.find(b"\nEND:VEVENT", at, stop) + 1
        if end:
            yield at, end
        else:
            segment.unfinished.append(at)
            segment.kept.append((at, stop))


def strays(data: bytes, segments: list[Segment]) -> list[tuple[int, int]]:
    """VEVENT blocks that lie in no calendar."""
    found = []
    edges = [(s.start, s.end) for s in segments]
    gaps = zip([0, *(e for _, e in edges)], [*(s for s, _ in edges), len(data)], strict=True)
    for low, high in gaps:
        gap = Segment(low, high, low)
        found += [(at, end + 10) for at, end in careful_blocks(data, gap)] + gap.kept
    return sorted(found)


def odd_begins(data: bytes) -> list[int]:
    """Where a VEVENT seems to begin that no reader would see as one; in a component a folded line is its text."""
    if _ODD_BEGIN().search(data) is None:
        return []
    found = []
    opened: list[bytes] = []
    for match in _EDGE().finditer(data):
        if match.lastindex is None:
            if not opened:
                found.append(match.start())
            continue
        edge, name = match[1].upper(), match[2].upper()
        if name in (b"VCALENDAR", b"VEVENT"):
            # Neither can lie in a component, so whatever is open lacks its end.
            opened = [name] if (edge, name) == (b"BEGIN", b"VEVENT") else []
        elif edge == b"BEGIN":
            opened.append(name)
        elif name in opened:
            del opened[opened.index(name) :]
    return found


def lone_ends(data: bytes) -> list[tuple[int, int]]:
    """Where an END:VEVENT stands that closes nothing, each behind the end of the VEVENT before it."""
    edges = [(at, 1) for at in _line_starts(data, _BEGIN)] + [(at, -1) for at in _line_starts(data, b"END:VEVENT")]
    found = []
    depth, before = 0, 0
    for at, step in sorted(edges):
        if step < 0 and not depth:
            found.append((before, at))
        depth = max(depth + step, 0)
        before = at + 10 if step < 0 else before
    return found


def blocks_of(data: bytes, segment: Segment, name: bytes) -> Iterator[tuple[int, int]]:
    """Where the components of another name (VTIMEZONE) lie in a segment."""
    begin, end_mark = b"BEGIN:" + name, b"END:" + name
    for low, high in segment.outside:
        at = data.find(begin, low, high)
        while at >= 0:
            end = data.find(end_mark, at, high)
            stop = high if end < 0 else end + len(end_mark)
            if at == 0 or data[at - 1] in b"\r\n":
                yield at, stop
            at = data.find(begin, stop, high)


def _line_starts(data: bytes, mark: bytes) -> Iterator[int]:
    at = data.find(mark)
    while at >= 0:
        if at == 0 or data[at - 1] in b"\r\n":
            yield at
        at = data.find(mark, at + len(mark))


def _next_begin(data: bytes, at: int, limit: int) -> int:
    """The next BEGIN:VEVENT at the start of a line; -1 where there is none before `limit`."""
    at = data.find(_BEGIN, at, limit)
    while at > 0 and data[at - 1] not in b"\r\n":
        at = data.find(_BEGIN, at + 12, limit)
    return at
