"""The lexical pass: bytes into VCALENDAR segments and VEVENT blocks, without what provably misses the window.

A block is dropped only where DTSTART, DTEND or DURATION, RRULE's UNTIL and the absence of RDATE prove that it cannot
touch the window; whatever looks unusual (folded or lower-case names, odd values) is kept for the decoder.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from scheduler.ics.bounds import Bounds, instance_day, instance_misses, long_lasting, misses

_BEGIN, _END = b"BEGIN:VEVENT", b"END:VEVENT"
_ODD_CASE = re.compile(rb"^(?:begin|end):[a-z-]+", re.I | re.M)
# What makes a block worth a careful look: rules and dates of recurrence, names in small letters or broken by a fold.
_SPECIAL = re.compile(
    rb"\n(?:R(?!ECURRENCE-ID(?![^\n]*RANGE)|ESOURCES|ELATED-TO|EQUEST-STATUS)|[a-z]|D(?!TSTART[:;]|TSTAMP|TEND[:;]|ESCRIPTION)|U(?!ID[:;]|RL))"
)
_LOWER_EDGE = re.compile(rb"\n(?:begin:|end:|Begin:|End:)")
_UID = re.compile(rb"\nUID(?:;[^:\r\n]*)?:", re.I)
_FOLD = re.compile(rb"\r?\n[ \t]")
_AFTER_DATE = b"T\r\n"
_KEY = 60
_LF = 10
_END_LINE = b"END:VEVENT\r\n"
_STRIDE = 1 << 13


@dataclass(slots=True)
class Segment:
    """One VCALENDAR: where it lies, its header's end, the VEVENT blocks kept; of others (hash of UID key, place)."""

    start: int
    end: int
    head_end: int
    kept: list[tuple[int, int]] = field(default_factory=list)
    dropped: array[int] = field(default_factory=lambda: array("q"))
    unfinished: list[int] = field(default_factory=list)

    def take_back(self, data: bytes, family: Family, bounds: Bounds | None) -> None:
        """Keep the dropped blocks that belong to a kept one, by their UID.

        A change of one instance that lies, like its instance, outside the window changes nothing in it, unless the
        instances are long or a kept block changes the same instance.
        """
        dropped = self.dropped
        for i in range(0, len(dropped), 2):
            if dropped[i] in family.keys:
                at = dropped[i + 1]
                stop = data.find(b"\nEND:VEVENT", at) + 11
                day = instance_day(data, at, stop)
                if day is None or bounds is None or family.needs(dropped[i], day) or not instance_misses(day, bounds):
                    self.kept.append((at, stop))
        self.kept.sort()


@dataclass(slots=True)
class Family:
    """What the kept blocks of one owner say of the dropped ones that share a UID (a hash of `uid_key`) with them."""

    keys: set[int] = field(default_factory=set)
    lasting: set[int] = field(default_factory=set)
    changed: set[tuple[int, bytes]] = field(default_factory=set)

    def add(self, data: bytes, at: int, stop: int) -> None:
        uid = uid_key(data, at, stop)
        if not uid:
            return
        key = hash(uid)
        self.keys.add(key)
        if data.find(b"\nR", at, stop) < 0 and data.find(b"\nr", at, stop) < 0:
            return
        if (day := instance_day(data, at, stop)) is not None:
            self.changed.add((key, day))
        elif long_lasting(data[at:stop]):
            self.lasting.add(key)

    def needs(self, key: int, day: bytes) -> bool:
        return key in self.lasting or (key, day) in self.changed


class Lines:
    """Line numbers of byte offsets, with checkpoints so that each look-up reads at most 8 KiB."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._marks: list[int] = []

    def forget(self) -> None:
        """Let the bytes go; from then on no number is known."""
        self._data, self._marks = b"", []

    def number(self, offset: int) -> int | None:
        """1-based."""
        if not self._data:
            return None
        if not self._marks:
            total = 1
            for at in range(0, len(self._data) + 1, _STRIDE):
                self._marks.append(total)
                total += self._data.count(b"\n", at, at + _STRIDE)
        block = offset // _STRIDE
        return self._marks[block] + self._data.count(b"\n", block * _STRIDE, offset)


def regular_case(data: bytes) -> bytes:
    """BEGIN and END lines in capitals, which is how the cutter looks for them."""
    first = data[: data.find(b"\n") + 1]
    if first != first.upper() or _LOWER_EDGE.search(data):
        return _ODD_CASE.sub(lambda m: m.group().upper(), data)
    return data


def cut(data: bytes, bounds: Bounds | None) -> list[Segment]:
    """The VCALENDARs of a file; without `bounds` every VEVENT is kept."""
    segments = []
    for at, stop in _calendars(data):
        second = data.find(b"BEGIN:", at + 6, stop)
        segment = Segment(at, stop, stop if second < 0 else second)
        _cut_segment(data, segment, bounds)
        segments.append(segment)
    return segments


def _calendars(data: bytes) -> list[tuple[int, int]]:
    """Where each VCALENDAR lies; one inside another is not taken for a calendar, unless ends are missing."""
    if data.startswith(b"BEGIN:VCALENDAR") and data.find(b"BEGIN:VCALENDAR", 15) < 0:
        end = data.rfind(b"\nEND:VCALENDAR")
        return [(0, len(data) if end < 0 or data.find(b"\nEND:VCALENDAR", 0, end) >= 0 else end + 14)]
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


def whole(data: bytes, segments: list[Segment]) -> bool:
    """The file is one calendar from its first octet to its last."""
    return len(segments) == 1 and segments[0].start == 0 and segments[0].end >= len(data.rstrip())


def strays(data: bytes, segments: list[Segment]) -> list[tuple[int, int]]:
    """VEVENT blocks that lie in no calendar."""
    found = []
    edges = [(s.start, s.end) for s in segments]
    gaps = zip([0, *(e for _, e in edges)], [*(s for s, _ in edges), len(data)], strict=True)
    for low, high in gaps:
        gap = Segment(low, high, low)
        _cut_segment(data, gap, None)
        found += gap.kept
    return found


def _line_starts(data: bytes, mark: bytes) -> Iterator[int]:
    at = data.find(mark)
    while at >= 0:
        if at == 0 or data[at - 1] in b"\r\n":
            yield at
        at = data.find(mark, at + len(mark))


def _cut_segment(data: bytes, segment: Segment, bounds: Bounds | None) -> None:
    """One look at each block: the names are bound once, since this runs for every event of a calendar."""
    find, limit = data.find, segment.end
    special = _positions(_SPECIAL, data, segment) if bounds is not None else iter(())
    odd = next(special, limit)
    remember, keep = segment.dropped.append, segment.kept.append
    following = _next_begin(data, segment.start, limit)
    while following >= 0:
        at = following
        following = find(_BEGIN, at + 12, limit)
        if following > 0 and data[following - 1] != _LF:
            following = _next_begin(data, following, limit)
        stop = limit if following < 0 else following
        end = stop - 12 if data[stop - 12 : stop] == _END_LINE else find(b"\nEND:VEVENT", at, stop) + 1
        if end <= 0:
            segment.unfinished.append(at)
            keep((at, stop))
            continue
        stop = end + 10
        while odd < at:
            odd = next(special, limit)
        if bounds is None or not (_far(data, at, end, bounds) if odd > end else misses(data[at:stop], bounds)):
            keep((at, stop))
            continue
        line = find(b"\nUID:", at, end) + 5
        newline = find(b"\n", line, end)
        plain = line > 4 and data[newline + 1] not in b" \t"
        remember(hash(data[line:newline].rstrip()[:_KEY] if plain else uid_key(data, at, stop)))
        remember(at)


def _positions(pattern: re.Pattern[bytes], data: bytes, segment: Segment) -> Iterator[int]:
    return (m.start() for m in pattern.finditer(data, segment.start, segment.end))


def _next_begin(data: bytes, at: int, limit: int) -> int:
    """The next BEGIN:VEVENT at the start of a line; -1 where there is none before `limit`."""
    at = data.find(_BEGIN, at, limit)
    while at > 0 and data[at - 1] not in b"\r\n":
        at = data.find(_BEGIN, at + 12, limit)
    return at


def _far(data: bytes, at: int, end: int, bounds: Bounds) -> bool:
    """A single event in plain writing provably misses the window."""
    find = data.find
    colon = find(b":", find(b"\nDTSTART", at, end) + 1, end)
    start = data[colon + 1 : colon + 9]
    if not start.isdigit() or data[colon + 9] not in _AFTER_DATE:
        return False
    if start > bounds.high:
        return True
    if start >= bounds.low:
        return False
    line = find(b"\nDTEND", at, end)
    if line < 0:
        return start < bounds.earlier
    colon = find(b":", line, end)
    stop = data[colon + 1 : colon + 9]
    return stop.isdigit() and data[colon + 9] in _AFTER_DATE and stop < bounds.low and start < bounds.earlier


def uid_key(data: bytes, at: int, stop: int) -> bytes:
    """The first octets of the UID of a block: equal for equal UIDs, whatever way they are folded; b"" for none."""
    line = data.find(b"\nUID:", at, stop)
    if line >= 0:
        newline = data.find(b"\n", line + 5, stop)
        if newline < 0 or data[newline + 1 : newline + 2] not in (b" ", b"\t"):
            return data[line + 5 : stop if newline < 0 else newline].rstrip()[:_KEY]
    match = _UID.search(data, at, stop)
    if match is None:
        return b""
    unfolded = _FOLD.sub(b"", data[match.start() + 1 : min(match.end() + 4 * _KEY, stop)])
    return unfolded.partition(b"\n")[0].partition(b":")[2].strip()[:_KEY]


def blocks_of(data: bytes, segment: Segment, name: bytes) -> Iterator[tuple[int, int]]:
    """Where the components of another name (VTIMEZONE) lie in a segment."""
    begin, end_mark = b"BEGIN:" + name, b"END:" + name
    at = data.find(begin, segment.start, segment.end)
    while at >= 0:
        end = data.find(end_mark, at, segment.end)
        stop = segment.end if end < 0 else end + len(end_mark)
        if at == 0 or data[at - 1] in b"\r\n":
            yield at, stop
        at = data.find(begin, stop, segment.end)
