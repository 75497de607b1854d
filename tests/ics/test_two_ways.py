"""The quick way through a file finds the blocks that the careful way finds, or gives up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.ics import cut as quick
from scheduler.ics.block import FEW, block_pattern
from scheduler.ics.bounds import Bounds
from scheduler.model.both import one_by_one
from scheduler.model.time import Period
from tests.oracle.effort import examples
from tests.oracle.make import keys, read, starts, vcalendar, vevent

WINDOW = Period(datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 3, 15, tzinfo=UTC))
DAYS = (
    "20270310T100000Z",
    "20200310T100000Z",
    "20340310T100000Z",
    "20271310T100000Z",
    "20230229",
    "20270301",
    "20340310",
    "x",
)
INSIDE = """
SUMMARY:Plain
DESCRIPTION:it says\\nBEGIN:VEVENT\\nEND:VEVENT
DESCRIPTION:one|| END:VEVENT
DESCRIPTION:one|| BEGIN:VEVENT
X-A:VEVENT
COMMENT:END:VEVENT
RRULE:FREQ=DAILY
RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=2MO
RRULE:FREQ=WEEKLY;UNTIL=20210101
rrule:FREQ=WEEKLY
RDATE:20270305T100000Z
RDATE:20200305T100000Z,20210305T100000Z
RDATE;VALUE=PERIOD:20200305T100000Z/P9Y
DTEND:20270310T110000Z
DTEND:20200310T110000Z
dtend:20270310T110000Z
DURATION:P900D
DURATION:PT1H
RECURRENCE-ID:20200311T100000Z
RECURRENCE-ID;RANGE=THISANDFUTURE:20200311T100000Z
RECURRENCE-ID;TZID=Europe/Berlin;RA|| NGE=THISANDFUTURE:20200311T110000
RECURRENCE-ID;range=thisandfuture:20200311T100000Z
RECURRENCE-ID;TZID=Pacific/Kiritimati:20200312T000000
RRULE:FREQ=WEEKLY;COUNT=400;BYDAY=TU,1TU,2TU
DURATION:P|| 3000D
BEGIN:VALARM||UID:z||TRIGGER:-PT5M||END:VALARM
BEGIN:VALARM||TRIGGER:-PT5M||REPEAT:2||DURATION:PT5M||END:VALARM
END:VEVENT
BEGIN:VEVENT
end:vevent
begin:vevent
SUMMARY:a\rRRULE:FREQ=DAILY
""".strip().split("\n")
BETWEEN = [
    "BEGIN:VTODO||UID:t||END:VTODO",
    "END:VCALENDAR",
    "BEGIN:VCALENDAR",
    "BEGIN :VEVENT",
    " BEGIN:VEVENT",
    "",
    "x",
]


# One series in shapes that belong together although they look apart.
SERIES = [
    vevent(*text.split("||"), uid="")
    for text in (
        "UID:s||DTSTART;TZID=Europe/Berlin:20260601T003000||DTEND;TZID=Europe/Berlin:20260601T013000||RRULE:FREQ=MONTHLY",
        "UID:s||RECURRENCE-ID;TZID=Europe/Berlin:20270601T003000||SEQUENCE:1||DTSTART:20270309T140000Z",
        "UID:s||RECURRENCE-ID:20270531T223000Z||SEQUENCE:2||STATUS:CANCELLED||DTSTART:20270531T223000Z",
        "UID:s||RECURRENCE-ID;RA|| NGE=THISANDFUTURE:20260630T223000Z||SEQUENCE:2||DTSTART:20260705T223000Z",
        "UID:s||RECURRENCE-ID:20270228T233000Z||DTSTART:20270601T140000Z",
        "BEGIN:VALARM||UID:x||TRIGGER:-PT5M||END:VALARM||UID:s||RECURRENCE-ID:20270228T233000Z||DTSTART:20270701T140000Z",
        "UID:o\\,ne||DTSTART:20270310T100000Z||RRULE:FREQ=YEARLY",
        "UID:o,ne||RECURRENCE-ID:20270310T100000Z||DTSTART:20270610T100000Z",
    )
]


def lines(of: list[str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of).map(lambda line: line.replace("||", "\r\n")), max_size=most)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Mostly sound events, with a few odd lines in and between them."""
    out = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for _ in range(draw(st.integers(0, 4))):
        out += draw(lines(BETWEEN, 1))
        out += ["BEGIN:VEVENT", f"UID:{draw(st.sampled_from('abc'))}", f"DTSTART:{draw(st.sampled_from(DAYS))}"]
        out += draw(lines([*INSIDE, *(f"DTSTART:{d}" for d in DAYS)], 3))
        out.append("END:VEVENT")
    out += draw(lines(BETWEEN, 1))
    out.append("END:VCALENDAR")
    return (draw(st.sampled_from(["\r\n", "\n"])).join(out) + draw(st.sampled_from(["", "\r\n"]))).encode()


def blocks(found: quick.Cut) -> list[bytes]:
    return [found.data[at:stop].upper() for s in found.segments for at, stop in sorted(s.kept)]


@contextmanager
def patterns_for(few: int) -> Iterator[None]:
    """Calendars up to that many bytes are taken for small ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scheduler.ics.block.FEW", few)
        yield


def plainly(data: bytes, bounds: Bounds | None) -> quick.Cut | None:
    """On the quick way, by the pattern for much, which must come to what that for little comes to."""
    found = []
    for size in (FEW + 1, 0):
        try:
            found.append(quick._plain(data, bounds, one_by_one, block_pattern(size)))
        except quick._IrregularError:
            found.append(None)
    much, little = found
    assert (much is None) == (little is None)
    if much is not None and little is not None:
        assert blocks(much) == blocks(little)
        assert [s.outside for s in much.segments] == [s.outside for s in little.segments]
    return much


@given(files())
@examples(500)
def test_both_ways_cut_alike(data: bytes) -> None:
    plain = plainly(data, None)
    if plain is None:
        return
    careful = quick._careful(data, None, block_pattern(FEW + 1))
    assert blocks(plain) == blocks(careful)
    assert plain.complete == careful.complete
    assert [(s.start, s.head_end) for s in plain.segments] == [(s.start, s.head_end) for s in careful.segments]


@given(files())
@examples(500)
def test_what_the_window_keeps_is_the_same_on_both_ways(data: bytes) -> None:
    bounds = Bounds.of(WINDOW)
    plain = plainly(data, bounds)
    if plain is None:
        return
    careful = quick._careful(data, bounds, block_pattern(FEW + 1))
    assert blocks(plain) == blocks(careful)
    assert [s.dropped for s in plain.segments] == [s.dropped for s in careful.segments]


@given(files())
@examples(400)
def test_what_the_lexical_pass_drops_is_not_missed(data: bytes) -> None:
    expected = keys(read(data, within=WINDOW, prefilter=False))
    for few in (0, FEW):
        with patterns_for(few):
            assert keys(read(data, within=WINDOW)) == expected


@given(st.lists(st.sampled_from(SERIES), min_size=1, max_size=4))
@examples(400)
def test_relatives_of_what_is_kept_are_not_missed(components: list[str]) -> None:
    data = vcalendar(*components)
    expected = keys(read(data, within=WINDOW, prefilter=False))
    for few in (0, FEW):
        with patterns_for(few):
            assert keys(read(data, within=WINDOW)) == expected


def test_an_ordinary_file_goes_the_quick_way() -> None:
    event = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270310T100000Z\r\nDESCRIPTION:BEGIN:VEVENT\r\nEND:VEVENT\r\n"
    zone = "BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n"
    data = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{zone}{event}{zone}{event}END:VCALENDAR\r\n".encode()
    assert quick.cut(data, None).plain
    assert quick.cut(data.replace(b"\r\n", b"\n"), None).plain
    assert len(quick.cut(data, None).segments[0].kept) == 2


def test_a_zone_may_be_defined_before_between_and_behind_the_events() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:House time\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0345\r\n"
        "TZOFFSETTO:+0345\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    event = vevent("DTSTART;TZID=House time:20270310T100000", uid="one")
    other = vevent("DTSTART:20270311T100000Z", uid="two")
    for parts in ((zone, event, other), (event, zone, other), (event, other, zone)):
        assert starts(read(vcalendar(*parts))) == ["20270310T061500Z", "20270311T100000Z"]
