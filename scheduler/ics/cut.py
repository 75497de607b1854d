"""The lexical pass: bytes into VCALENDAR segments and VEVENT blocks, without what provably misses the window.

A file whose blocks simply follow each other, as nearly all do, is cut in one pass; another is looked over by
`scheduler.ics.structure` first. A block is dropped only where DTSTART, DTEND or DURATION, RRULE and RDATE prove that
it cannot touch the window; whatever looks unusual (folded or lower-case names, odd values) is kept for the decoder.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple, TypeVar

from scheduler.ics.block import block_pattern
from scheduler.ics.bounds import Bounds, misses, series_misses
from scheduler.ics.family import KEY, uid_key
from scheduler.ics.on_demand import on_demand
from scheduler.ics.structure import Segment, calendars, careful_blocks, regular_case, separated
from scheduler.model.both import Both, one_by_one

# Bytes from which on the halves of a file are cut each by itself.
LARGE = 4_000_000
# Bytes up to which the answer about a piece of a file is kept.
SHORT = 8_000
_BEGIN = b"\nBEGIN:VEVENT"
_FIRST = b"BEGIN:VCALENDAR"
_SMALL = re.compile(rb"^(?:begin|end|Begin|End):", re.M)
_EDGE = on_demand(rb"(?:begin|end)[ \t]*:[ \t]*v(?:event|calendar)", re.I)


_T = TypeVar("_T")


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


def cut(data: bytes, bounds: Bounds | None, both: Both = one_by_one, block: re.Pattern[bytes] | None = None) -> Cut:
    """The VCALENDARs of a file; without `bounds` every VEVENT is kept. The halves of a large file are cut by `both`.

    Whoever cuts many files says by which `block_pattern`.
    """
    block = block or block_pattern(len(data))
    try:
        return _plain(data, bounds, both, block)
    except _IrregularError:
        return _careful(data, bounds, block)


def _plain(data: bytes, bounds: Bounds | None, both: Both, block: re.Pattern[bytes]) -> Cut:
    """One calendar with nothing inside a block but its lines; raises _IrregularError."""
    first = data.find(_BEGIN)
    if first < 0 or not data.startswith(_FIRST) or _briefly(_has_edges, data[len(_FIRST) : first]):
        raise _IrregularError
    segment = _whole(data, first, bounds, both, block)
    *gaps, (last, _) = segment.outside
    for low, high in gaps:
        if _has_edges(data[low:high]):
            raise _IrregularError
    length, complete = _briefly(_end, data[last:])
    segment.start, segment.end, segment.head_end = 0, last + length, data.find(b"BEGIN:", len(_FIRST))
    segment.outside = [(0, first + 1), *gaps, (last, segment.end)]
    return Cut(data, [segment], True, complete)


def _end(tail: bytes) -> tuple[int, bool]:
    """How long the rest of a calendar is, and whether its end is there; raises _IrregularError."""
    tail = tail.rstrip()
    complete = tail.endswith(b"\nEND:VCALENDAR")
    if _has_edges(tail[: len(tail) - 13] if complete else tail):
        raise _IrregularError
    return len(tail), complete


def _briefly(ask: Callable[[bytes], _T], text: bytes) -> _T:
    """The answer, kept for the next files if the text is short: the files of a folder begin and end alike."""
    return _again(ask, text) if len(text) < SHORT else ask(text)


@lru_cache(maxsize=64)
def _again(ask: Callable[[bytes], _T], text: bytes) -> _T:
    return ask(text)


def _whole(data: bytes, first: int, bounds: Bounds | None, both: Both, block: re.Pattern[bytes]) -> Segment:
    """The blocks from the first on, of a large file in two halves; raises _IrregularError."""
    middle = data.find(_BEGIN, len(data) // 2) if len(data) > LARGE else -1
    if middle <= first:
        return _stretch(data, block, first, len(data), bounds)
    half = partial(_tried, data, block)
    return _joined(both(partial(half, first, middle, bounds), partial(half, middle, len(data), bounds)))


def _stretch(data: bytes, block: re.Pattern[bytes], low: int, high: int, bounds: Bounds | None) -> Segment:
    """What of a stretch of a calendar is kept and dropped, and what lies between; raises _IrregularError."""
    segment = Segment(low, high, low)
    segment.outside = _sieve(data, block.finditer(data, low, high), low, segment, bounds, plain=True)
    return segment


def _tried(data: bytes, block: re.Pattern[bytes], low: int, high: int, bounds: Bounds | None) -> Segment | None:
    """A stretch, or None where it is irregular."""
    try:
        return _stretch(data, block, low, high, bounds)
    except _IrregularError:
        return None


def _joined(stretches: Iterable[Segment | None]) -> Segment:
    """One after the other; raises _IrregularError."""
    whole = Segment(0, 0, 0)
    whole.outside = []
    for stretch in stretches:
        if stretch is None:
            raise _IrregularError
        whole.kept += stretch.kept
        whole.keys |= stretch.keys
        whole.dropped += stretch.dropped
        whole.outside += stretch.outside
    return whole


def _has_edges(text: bytes) -> bool:
    """Between the blocks stand edges that a reader would miss: of other calendars and events, or in small letters."""
    upper = text.upper()
    if upper != text and any(upper.count(mark) != text.count(mark) for mark in (b"\nBEGIN:", b"\nEND:")):
        return True
    return (b"VEVENT" in upper or b"VCALENDAR" in upper) and _EDGE().search(text) is not None


def _careful(data: bytes, bounds: Bounds | None, block: re.Pattern[bytes]) -> Cut:
    data = regular_case(separated(data))
    segments = []
    for at, stop in calendars(data):
        second = data.find(b"BEGIN:", at + 6, stop)
        segment = Segment(at, stop, stop if second < 0 else second)
        _sieve(data, _matches(data, segment, block), at, segment, bounds, plain=False)
        segments.append(segment)
    complete = not segments or data.count(b"END:VCALENDAR", segments[0].start) >= len(segments)
    return Cut(data, segments, False, complete)


def _matches(data: bytes, segment: Segment, block: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """The blocks of a segment; one that the pattern does not take is kept."""
    for at, end in careful_blocks(data, segment):
        match = block.match(data, at - 1)
        if match is not None and match.end() == end + 10:
            yield match
        else:
            segment.kept.append((at, end + 10))


def _sieve(
    data: bytes, blocks: Iterable[re.Match[bytes]], last: int, segment: Segment, bounds: Bounds | None, plain: bool
) -> list[tuple[int, int]]:
    """What of the blocks is kept and what dropped; returns what lies between them, from `last` on.

    Names are bound once and little is called, since this runs for every event there is. Raises _IrregularError for
    edges in small letters.
    """
    keep, remember, find = segment.kept.append, segment.dropped.append, data.find
    low, high, earlier = (b"", b"\xff", b"") if bounds is None else bounds[:3]
    gaps = []
    for match in blocks:
        end_first, uid, end_before, start, end_behind, uid_behind = match.groups()
        at, stop = match.span()
        if at - last > 1 and not data[last:at].isspace():
            gaps.append((last, at))
        at, last = at + 1, stop
        end = end_first or end_before or end_behind
        if start is None:
            if plain and _SMALL.search(data, at, stop):
                raise _IrregularError
            far = bounds is not None and misses(data[at:stop], bounds)
        elif start > high:
            far = True
        elif bounds is None or start >= earlier or (end is not None and end >= low):
            far = False
        elif find(b"\nRRULE", at, stop) >= 0:
            far = series_misses(data[at:stop], start, bounds)
        else:
            far = end is not None or _over(data, at, stop, low)
        uid = (uid or uid_behind or b"").strip()[:KEY]
        plain_uid = uid and b"\\" not in uid and uid.isascii()
        if far:
            remember(hash(uid if plain_uid else uid_key(data, at, stop)))
            remember(at)
        else:
            keep((at, stop))
            if plain_uid and find(b"\nR", at, stop) < 0:
                segment.keys[at] = hash(uid)
    return [*gaps, (last, segment.end)]


def _over(data: bytes, at: int, stop: int, low: bytes) -> bool:
    """An event that starts before the window has no end that stands elsewhere and is not over when it begins."""
    line = data.find(b"\nDTEND", at, stop)
    if line < 0:
        return True
    colon = data.find(b":", line, stop) + 1
    end = data[colon : colon + 8]
    return end.isdigit() and data[colon + 8] in b"T\r\n" and end < low
