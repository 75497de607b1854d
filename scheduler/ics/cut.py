"""The lexical pass: bytes into VCALENDAR segments and VEVENT blocks, without what provably misses the window.

A file whose blocks simply follow each other, as nearly all do, is cut in one pass; another is looked over by
`scheduler.ics.structure` first. A block is dropped only where DTSTART, DTEND or DURATION, RRULE and RDATE prove that
it cannot touch the window; whatever looks unusual (folded or lower-case names, odd values) is kept for the decoder.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scheduler.ics.bounds import DAYS_OF_YEAR, Bounds, misses
from scheduler.ics.family import KEY, uid_key
from scheduler.ics.on_demand import on_demand
from scheduler.ics.structure import Segment, calendars, careful_blocks, regular_case, separated

_BEGIN = b"\nBEGIN:VEVENT"
_NEXT = b"\r\nBEGIN:VEVENT"
_FIRST = b"BEGIN:VCALENDAR"
# What makes a block worth a careful look: rules and dates of recurrence, names in small letters or broken by a fold.
_SPECIAL = re.compile(
    rb"\n(?:R(?!ECURRENCE-ID(?:;TZID=[^:;\n]*|;VALUE=DATE(?:-TIME)?)*:\d|ESOURCES|ELATED-TO|EQUEST-STATUS)|[a-z]|D(?!TSTART[:;]|TSTAMP|TEND[:;]|ESCRIPTION)|U(?!ID[:;]|RL))"
)
_SMALL = re.compile(rb"^(?:begin|end|Begin|End):", re.M)
_EDGE = on_demand(rb"(?:begin|end)[ \t]*:[ \t]*v(?:event|calendar)", re.I)
_AFTER_DATE = b"T\r\n"
_INNER = b"\nBEGIN:"
_BACKSLASH = 92


class Cut(NamedTuple):
    """A file after the lexical pass: its bytes (BEGIN and END lines in capitals) and its VCALENDARs.

    `plain`: it is one calendar in which nothing stands in an odd place; `complete`: every VCALENDAR has its end.
    """

    data: bytes
    segments: list[Segment]
    plain: bool
    complete: bool


class _IrregularError(Exception):
    """The blocks of the file do not simply follow each other."""


def cut(data: bytes, bounds: Bounds | None) -> Cut:
    """The VCALENDARs of a file; without `bounds` every VEVENT is kept."""
    try:
        return _plain(data, bounds)
    except _IrregularError:
        return _careful(data, bounds)


def _plain(data: bytes, bounds: Bounds | None) -> Cut:
    """One calendar with nothing inside a block but its lines; raises _IrregularError."""
    first = data.find(_BEGIN) + 1
    if not first or not data.startswith(_FIRST) or _has_edges(data[len(_FIRST) : first]):
        raise _IrregularError
    segment = Segment(0, len(data), data.find(b"BEGIN:", len(_FIRST)))
    segment.outside = [(0, first)]
    _sift(data, _plain_blocks(data, first, segment.outside), segment, bounds, plain=True)
    last = max(data.rfind(b"END:VEVENT"), 0) + 10
    tail = data[last:].rstrip()
    complete = tail.endswith(b"\nEND:VCALENDAR")
    if _has_edges(tail[: len(tail) - 13] if complete else tail):
        raise _IrregularError
    segment.end = last + len(tail)
    segment.outside.append((last, segment.end))
    return Cut(data, [segment], True, complete)


def _plain_blocks(data: bytes, at: int, outside: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where each block begins, and where its END:VEVENT; what lies between two blocks goes `outside`.

    Raises _IrregularError.
    """
    find = data.find
    while True:
        colon = find(b":VEVENT", at + 12)
        while colon >= 0 and data[colon - 4 : colon] != b"\nEND":  # The text of the event speaks of such lines.
            if data[colon - 6 : colon] == b"\nBEGIN":
                raise _IrregularError
            colon = find(b":VEVENT", colon + 7)
        if colon < 0:
            raise _IrregularError
        end = colon - 3
        yield at, end
        at = end + 12
        if data[end + 10 : end + 24] != _NEXT:
            at = find(_BEGIN, end + 10) + 1
            if not at and find(b"END:VEVENT", end + 10) >= 0:
                raise _IrregularError
            if not at:
                return
            gap = data[end + 10 : at]
            if not gap.isspace():
                if _has_edges(gap):
                    raise _IrregularError
                outside.append((end + 10, at))


def _has_edges(text: bytes) -> bool:
    """Between the blocks stand edges that a reader would miss: of other calendars and events, or in small letters."""
    upper = text.upper()
    if upper != text and any(upper.count(mark) != text.count(mark) for mark in (b"\nBEGIN:", b"\nEND:")):
        return True
    return (b"VEVENT" in upper or b"VCALENDAR" in upper) and _EDGE().search(text) is not None


def _careful(data: bytes, bounds: Bounds | None) -> Cut:
    data = regular_case(separated(data))
    segments = []
    for at, stop in calendars(data):
        second = data.find(b"BEGIN:", at + 6, stop)
        segment = Segment(at, stop, stop if second < 0 else second)
        _sift(data, careful_blocks(data, segment), segment, bounds, plain=False)
        segments.append(segment)
    complete = not segments or data.count(b"END:VCALENDAR", segments[0].start) >= len(segments)
    return Cut(data, segments, False, complete)


def _sift(data: bytes, blocks: Iterable[tuple[int, int]], segment: Segment, bounds: Bounds | None, plain: bool) -> None:
    """What of the blocks is kept, and what is dropped; raises _IrregularError for edges in small letters."""
    if bounds is not None:
        _sieve(data, blocks, segment, bounds, plain)
    elif plain and _SMALL.search(data):
        raise _IrregularError
    else:
        segment.kept += [(at, end + 10) for at, end in blocks]


def _sieve(data: bytes, blocks: Iterable[tuple[int, int]], segment: Segment, bounds: Bounds, plain: bool) -> None:
    """One look at each block: names are bound once and little is called, since this runs for every event there is."""
    keep, remember = segment.kept.append, segment.dropped.append
    find, limit, low, high = data.find, segment.end, bounds.low, bounds.high
    special = (m.start() for m in _SPECIAL.finditer(data, segment.start, limit))
    odd = next(special, limit)
    for at, end in blocks:
        while odd < at:
            odd = next(special, limit)
        if odd > end:  # A single event in plain writing.
            date = find(b":", find(b"\nDTSTART", at, end) + 1, end) + 1
            start = data[date : date + 8]
            known = start.isdigit() and start[4:] in DAYS_OF_YEAR and data[date + 8] in _AFTER_DATE
            far = known and (start > high or (start < low and _over(data, start, at, end, bounds)))
        elif plain and _SMALL.search(data, at, end):
            raise _IrregularError
        else:
            far = misses(data[at : end + 10], bounds)
        if not far:
            keep((at, end + 10))
            continue
        line = find(b"\nUID:", at, end) + 5
        newline = find(b"\n", line, end)
        uid = data[line:newline]
        # Not folded, not escaped, and not that of an alarm that stands before the event's own.
        plain_uid = (
            line > 4 and data[newline + 1] not in b" \t" and _BACKSLASH not in uid and find(_INNER, at, line) < 0
        )
        remember(hash(uid.strip()[:KEY] if plain_uid else uid_key(data, at, end + 10)))
        remember(at)


def _over(data: bytes, start: bytes, at: int, end: int, bounds: Bounds) -> bool:
    """A single event that starts before the window is surely over when it begins."""
    line = data.find(b"\nDTEND", at, end)
    if line < 0 or start >= bounds.earlier:
        return start < bounds.earlier
    colon = data.find(b":", line, end) + 1
    stop = data[colon : colon + 8]
    return stop.isdigit() and data[colon + 8] in _AFTER_DATE and stop < bounds.low
