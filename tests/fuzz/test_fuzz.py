"""A short run of the fuzzer every time, a long one with --campaign; and what it once found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.fuzz_reader import WINDOWS, WORDS, ZONES, Case, run, trouble
from tests.oracle.effort import examples
from tests.oracle.make import vcalendar, vevent


def test_some_seconds_of_mutated_calendars() -> None:
    tried, found = run(6, seed=20270305)
    assert tried > 50
    assert found == {}


@pytest.mark.campaign
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [1, 2])
def test_minutes_of_mutated_calendars(seed: int) -> None:
    assert run(300, seed)[1] == {}


LINES = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.builds(
            lambda name, value: name + b":" + value + b"\r\n",
            st.sampled_from(
                (b"DTSTART", b"DTEND", b"DURATION", b"RRULE", b"RDATE", b"EXDATE", b"RECURRENCE-ID", b"SUMMARY", b"UID")
            ),
            st.one_of(
                st.binary(max_size=30),
                st.from_regex(rb"\A[0-9]{8}(T[0-9]{6}Z?)?\Z"),
                st.from_regex(
                    rb"\AFREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|COUNT|BYMONTHDAY|BYHOUR)=-?[0-9]{1,3}){0,3}\Z"
                ),
                st.from_regex(rb"\A-?P([0-9]{1,4}[DW])?(T[0-9]{1,5}[HMS])?\Z"),
            ),
        ),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(WINDOWS), st.sampled_from(ZONES), st.booleans())
@examples(200)
def test_lines_of_all_kinds(lines: list[bytes], within: object, zone: object, inside: bool) -> None:
    body = b"".join(lines)
    if inside:
        body = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + body + b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    assert trouble(Case(body, within, zone)) is None  # type: ignore[arg-type]


@given(st.binary(max_size=300))
@examples(200)
def test_bytes_of_all_kinds(data: bytes) -> None:
    for start in (b"", b"BEGIN:VCALENDAR\r\n", b"\xff\xfe", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270310\n"):
        assert trouble(Case(start + data, WINDOWS[0], ZONES[0])) is None


# Once found by the fuzzer.
FOUND: dict[str, bytes] = {
    "the last line is the UID": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270310\nUID:x\n",
    "the last octet is of the UID": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270310\nUID:x",
    "seconds of a day": vcalendar(vevent("DTSTART;VALUE=DATE:20270301", "RRULE:FREQ=SECONDLY")),
    "an end run into another": vcalendar(
        vevent("DTSTART:20270101T100000Z", "DTEND;TZID=Europe/Berlin:20270101T140000DTEND:20270310")
    ),
    "a line end of its own": vcalendar(vevent("DTSTART:20260328T070000Z", "X-A:b\rRDATE:20270310T100000Z")),
    "the calendar's end inside an event": vcalendar(
        vevent("DTSTART;VALUE=DATE:20200908", "RRULE:FREQ=WEEKLY", uid="u"),
        vevent(
            "DTSTART;VALUE=DATE:20200922",
            "SEQUENCE:9999",
            "END:VCALENDAR",
            "RECURRENCE-ID;VALUE=DATE:20200922",
            uid="u",
        ),
    ),
    "a series without a readable start": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nRRULE:FREQ=DAILY\nDTSTART:2012",
    "a series without a start": vcalendar(vevent("DTEND:20270310T100000", "RRULE:FREQ=DAILY")),
    "an interval of millions": vcalendar(vevent("DTSTART:20270310T100000Z", "RRULE:FREQ=DAILY;INTERVAL=99999999")),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_once(name: str) -> None:
    for within in WINDOWS:
        for zone in ZONES:
            assert trouble(Case(FOUND[name], within, zone)) is None
