"""The lexical pass: what it cuts, what it may drop, and line numbers."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.ics.lines import Lines
from scheduler.ics.text import to_utf8
from tests.oracle.effort import examples
from tests.oracle.make import SPRING, keys, notes, read, starts, timed, vcalendar, vevent, window

EVENT = vevent("DTSTART:20270310T100000Z", "DTEND:20270310T110000Z")
EXPECTED = ["20270310T100000Z"]


@given(st.binary(min_size=1, max_size=300), st.data())
@examples(100)
def test_line_numbers(data: bytes, draw: st.DataObject) -> None:
    data = data * 200
    lines = Lines(data)
    for offset in draw.draw(st.lists(st.integers(0, len(data)), min_size=1, max_size=5)):
        assert lines.number(offset) == data.count(b"\n", 0, offset) + 1


def test_a_problem_names_its_line() -> None:
    data = vcalendar(EVENT, vevent(uid="lost", summary="Lost"))
    [problem] = read(data).problems
    assert problem.line == data[: data.index(b"UID:lost")].count(b"\n")
    assert (problem.severity, problem.uid, problem.summary) == ("error", "lost", "Lost")


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.replace(b"\r\n", b"\n"),
        lambda d: d.replace(b"\r\n", b"\r"),
        lambda d: d.replace(b"\r\n", b"\r\r\n"),
        lambda d: d.replace(b"\r\n", b"\n", 3),
        lambda d: d.replace(b"BEGIN:", b"begin:").replace(b"END:", b"end:"),
        lambda d: d.lower().replace(b"20270310t100000z", b"20270310T100000Z"),
        lambda d: d.replace(b"BEGIN:VEVENT", b"Begin:VEvent").replace(b"END:VEVENT", b"End:VEvent"),
        lambda d: d.replace(b"END:VEVENT", b"End:vevent"),
        lambda d: d.replace(b"BEGIN:VEVENT", b"BEGIN:VEVENT "),
        lambda d: b"\xef\xbb\xbf" + d,
        lambda d: d.decode().encode("utf-16"),
        lambda d: b"\xfe\xff" + d.decode().encode("utf-16-be"),
        lambda d: d.decode().encode("utf-16-le"),
        lambda d: b"\r\n\r\n" + d,
        lambda d: d.replace(b"SUMMARY:Entry", b"SUMMARY:En\0try"),
        lambda d: d.replace(b"SUMMARY:Entry", "SUMMARY:Café".encode("latin-1")),
        lambda d: d.replace(b"DTSTART:", b"DTSTART;X-A=b;VALUE=DATE-TIME:"),
        lambda d: d.replace(b"DTSTART:2027", b"DTST\r\n ART:20\r\n\t27"),
        lambda d: d.replace(b"SUMMARY:Entry", b"SUMMARY:BEGIN:VEVENT\r\nDESCRIPTION:x\r\n END:VEVENT"),
        lambda d: d.replace(b"END:VCALENDAR\r\n", b"END:VCALENDAR"),
        lambda d: b"HTTP noise\r\n" + d + b"trailing noise\r\n",
        lambda d: b"\xef\xbb\xbf\xef\xbb\xbf" + d,
        lambda d: b"\xef\xbb\xbf" + vcalendar() + b"\xef\xbb\xbf" + d,
        lambda d: vcalendar().rstrip() + d,
        lambda d: vcalendar().rstrip().lower() + b"\xef\xbb\xbf" + d.replace(b"BEGIN:", b"begin:"),
    ],
)
def test_bytes_as_people_have_them(change: object) -> None:
    timeline = read(change(vcalendar(EVENT)))  # type: ignore[operator]
    assert starts(timeline) == EXPECTED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \r\n",
        b"\0" * 500,
        b"<html><body>Sign in</body></html>",
        b"BEGIN:VCARD\r\nEND:VCARD\r\n",
        b'{"a": 1}',
        EVENT.encode(),
        vcalendar(EVENT).replace(b"\r\n", b"\r\n    "),
        vcalendar(EVENT).replace(b"BEGIN:VEVENT", b"BEGIN: VEVENT"),
        vcalendar(EVENT).replace(b"BEGIN:VEVENT", b"BEGIN:VEvent"),
        vcalendar(EVENT).replace(b"BEGIN:VEVENT", b"  BEGIN:VEVENT"),
    ],
)
def test_nothing_is_lost_without_a_word(data: bytes) -> None:
    """Where nothing can be read there is an error that says so."""
    timeline = read(data)
    assert timeline.occurrences == () or starts(timeline) == EXPECTED
    assert timeline.occurrences or [p for p in timeline.problems if p.severity == "error"]


@pytest.mark.timeout(60)
def test_a_download_may_break_off_anywhere() -> None:
    """Whole events are shown, and that something is missing is said, whichever octet was the last."""
    data = vcalendar(EVENT, timed("20270311T100000Z", "20270311T110000Z", uid="two"))
    first = data.index(b"END:VEVENT") + 10
    for size in range(len(data) - 2):
        for prefilter in (True, False):
            timeline = read(data[:size], prefilter=prefilter)
            assert timeline.problems, data[:size]
            assert size < first or starts(timeline)[:1] == EXPECTED


def test_the_last_event_of_a_truncated_download_is_shown() -> None:
    whole = vcalendar(EVENT, vevent("DTSTART:20270311T100000Z", "DTEND:20270311T110000Z", uid="two"))
    cut_off = whole[: whole.index(b"DTEND:20270311")]
    timeline = read(cut_off)
    assert starts(timeline) == ["20270310T100000Z", "20270311T100000Z"]
    assert any("incomplete" in note for note in notes(timeline))


def test_an_event_without_end_does_not_swallow_the_next() -> None:
    broken = EVENT.replace("END:VEVENT\r\n", "")
    timeline = read(vcalendar(broken, vevent("DTSTART:20270311T100000Z", uid="two")))
    assert starts(timeline) == ["20270310T100000Z", "20270311T100000Z"]
    assert notes(timeline, "one@x.example") == [
        "'Entry': it has no END:VEVENT, so part of it may be missing; what is there is shown."
    ]


def test_calendars_without_a_line_end_between_them_keep_their_lines() -> None:
    data = vcalendar(EVENT).rstrip() + b"\xef\xbb\xbf" + vcalendar(vevent(uid="lost", summary="Lost"))
    [problem] = read(data).problems
    assert problem.line == data[: data.index(b"UID:lost")].count(b"\n")


def test_text_that_looks_like_the_join_of_two_calendars_is_text() -> None:
    text = "DESCRIPTION:\ufeffBEGIN:VCALENDAR or END:VCALENDARBEGIN:VCALENDAR"
    data = vcalendar(vevent("DTSTART:20270310T100000Z", text), vevent("DTSTART:20270311T100000Z", uid="b"))
    timeline = read(data + vcalendar())
    assert (starts(timeline), notes(timeline)) == (["20270310T100000Z", "20270311T100000Z"], [])


def test_a_zip_archive_is_called_by_its_name() -> None:
    """Its head has a zero byte in many places, which is what UTF-16 looks like at first sight."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("calendar.ics", vcalendar(EVENT))
    [problem] = read(archive.getvalue()).problems
    assert "zip archive" in problem.message


@pytest.mark.parametrize("part", ["VTIMEZONE", "VALARM", "X-PART"])
@pytest.mark.parametrize("old", ["16010101T000000", "20200101T000000Z", "20990101T000000Z"])
def test_the_start_of_a_part_is_not_the_events(part: str, old: str) -> None:
    inner = f"BEGIN:{part}\r\nDTSTART:{old}\r\nEND:{part}"
    for more in ("", "X-A:b", "description:small letters"):
        data = vcalendar(vevent(inner, "DTSTART:20270310T100000Z", *filter(None, [more])))
        assert starts(read(data)) == EXPECTED


def test_the_end_of_a_part_is_not_the_events() -> None:
    inner = "BEGIN:X-PART\r\nDTEND:20260311T000000Z\r\nEND:X-PART"
    for end in ("DTEND:20270312T000000Z", "DURATION:P400D"):
        assert len(starts(read(vcalendar(vevent("DTSTART:20260310T100000Z", inner, end))))) == 1


@pytest.mark.parametrize("end", ["DTEND:20200101T110000Z", "DURATION:PT1H"])
def test_a_start_whose_name_is_folded_counts_before_a_second_one(end: str) -> None:
    data = vcalendar(vevent("DTSTART:20270310T100000Z", "DTSTART:20200101T100000Z", end))
    folded = data.replace(b"DTSTART:2027", b"DTSTA\r\n RT:2027")
    assert starts(read(folded)) == starts(read(folded, prefilter=False)) == EXPECTED


def test_several_calendars_in_one_file() -> None:
    two = vcalendar(vevent("DTSTART:20270311T100000Z", uid="two"))
    assert starts(read(vcalendar(EVENT) + two)) == ["20270310T100000Z", "20270311T100000Z"]
    assert starts(read(vcalendar(EVENT) + b"\r\n\r\n" + two)) == ["20270310T100000Z", "20270311T100000Z"]


# What must be kept although its start lies far from the window, as (components, the starts to be shown).
FAR = {
    "an override moved into the window": (
        [
            timed("20260101T100000Z", "20260101T110000Z", "RRULE:FREQ=DAILY;COUNT=3"),
            timed("20270310T100000Z", "20270310T110000Z", "RECURRENCE-ID:20260102T100000Z"),
        ],
        EXPECTED,
    ),
    "an override moved out of the window": (
        [
            timed("20270309T100000Z", "20270309T110000Z", "RRULE:FREQ=DAILY;COUNT=3"),
            timed("20290101T100000Z", "20290101T110000Z", "RECURRENCE-ID:20270310T100000Z"),
        ],
        ["20270309T100000Z", "20270311T100000Z"],
    ),
    "a long instance moved out of the window": (
        [
            timed("20270111", "20270131", "RRULE:FREQ=MONTHLY"),
            timed("20300111", "20300131", "RECURRENCE-ID;VALUE=DATE:20270211"),
            timed("20300211", "20300228", "RECURRENCE-ID;VALUE=DATE:20270411"),
        ],
        ["20270311"],
    ),
    "a week's instance moved out of the window": (
        [
            timed("20270106", "20270112", "RRULE:FREQ=WEEKLY;COUNT=9"),
            timed("20300104", "20300110", "RECURRENCE-ID;VALUE=DATE:20270224"),
            timed("20300111", "20300117", "RECURRENCE-ID;VALUE=DATE:20270127"),
        ],
        ["20270303"],
    ),
    "an instance moved in and then elsewhere": (
        [
            timed("20260101T100000Z", "20260101T110000Z", "RRULE:FREQ=DAILY;COUNT=3"),
            timed("20270310T100000Z", "20270310T110000Z", "RECURRENCE-ID:20260102T100000Z", "SEQUENCE:1"),
            timed("20280310T100000Z", "20280310T110000Z", "RECURRENCE-ID:20260102T100000Z", "SEQUENCE:2"),
        ],
        [],
    ),
    "the second of two rules reaches the window": (
        [vevent("DTSTART:20200310T100000Z", "RRULE:FREQ=DAILY;UNTIL=20210101T000000Z", "RRULE:FREQ=YEARLY")],
        EXPECTED,
    ),
    "the first of two rules reaches the window": (
        [vevent("DTSTART:20200310T100000Z", "RRULE:FREQ=YEARLY", "RRULE:FREQ=DAILY;UNTIL=20210101T000000Z")],
        EXPECTED,
    ),
    "all later instances moved into the window": (
        [
            timed("20270101T100000Z", "20270101T110000Z", "RRULE:FREQ=WEEKLY;UNTIL=20270220T100000Z"),
            timed("20270208T100000Z", "20270208T110000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270219T100000Z"),
            timed("20270210T100000Z", "20270210T110000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20270108T100000Z"),
        ],
        None,
    ),
    "an extra date": ([vevent("DTSTART:20200310T100000Z", "RDATE:20270310T100000Z")], EXPECTED),
    "an extra date before the start": ([vevent("DTSTART:20300310T100000Z", "RDATE:20270310T100000Z")], EXPECTED),
    "a folded name": ([vevent("DTSTART:20200310T100000Z", "RD\r\n ATE:20270310T100000Z")], EXPECTED),
    "a line end of its own": ([vevent("DTSTART:20200310T100000Z", "X-A:b\rRDATE:20270310T100000Z")], EXPECTED),
    "a small rdate": ([vevent("DTSTART:20200310T100000Z", "rdate:20270310T100000Z")], EXPECTED),
    "a folded rule": (
        [vevent("DTSTART:20200310T100000Z", "RRULE:FREQ=YEARLY;UNTIL=2021\r\n 0101T000000Z;UNTIL=20280101T000000Z")],
        EXPECTED,
    ),
    "two ends in one rule": (
        [vevent("DTSTART:20200310T100000Z", "RRULE:FREQ=YEARLY;UNTIL=20210101T000000Z;UNTIL=20280101T000000Z")],
        EXPECTED,
    ),
    "a long event": ([timed("20200101T100000Z", "20270302T100000Z")], ["20200101T100000Z"]),
    "a long duration": ([vevent("DTSTART:20261201T000000Z", "DURATION:P13W3D")], ["20261201T000000Z"]),
    "long hours": ([vevent("DTSTART:20270220T000000Z", "DURATION:PT400H")], ["20270220T000000Z"]),
    "a long series": (
        [timed("20200101T100000Z", "20200301T100000Z", "RRULE:FREQ=YEARLY;UNTIL=20270115T000000Z")],
        ["20270101T100000Z"],
    ),
    "a yearly series of years": (
        [timed("20200101T100000Z", "20220401T100000Z", "RRULE:FREQ=YEARLY;COUNT=6")],
        ["20250101T100000Z"],
    ),
    "a monthly series of months": (
        [timed("20260101T100000Z", "20260601T100000Z", "RRULE:FREQ=MONTHLY;COUNT=12")],
        ["20261001T100000Z", "20261101T100000Z", "20261201T100000Z"],
    ),
    "the last of a counted series": (
        [timed("20260310T100000Z", "20260310T110000Z", "RRULE:FREQ=MONTHLY;COUNT=13")],
        EXPECTED,
    ),
    "a yearly day at the edge": ([timed("20200228", "20200302", "RRULE:FREQ=YEARLY")], ["20270228"]),
    "a yearly leap day": (
        [timed("20200229T100000Z", "20200305T100000Z", "RRULE:FREQ=YEARLY;UNTIL=20290101T000000Z")],
        [],
    ),
    "no length in plain sight": (
        [vevent("DTSTART:20260101T000000Z", 'DTEND;TZID="a:b":20270310T000000')],
        ["20260101T000000Z"],
    ),
    "a date in ISO 8601": ([vevent("DTSTART:2027-03-10T10:00:00Z")], EXPECTED),
    "a zone far from UTC": (
        [timed("20270228T230000 Pacific/Pago_Pago", "20270228T233000 Pacific/Pago_Pago")],
        ["20270301T100000Z"],
    ),
    "a zone far ahead": (
        [timed("20270501T100000 Pacific/Kiritimati", "20270501T110000 Pacific/Kiritimati")],
        ["20270430T200000Z"],
    ),
}


@pytest.mark.parametrize("name", FAR)
def test_what_reaches_the_window_is_kept(name: str) -> None:
    components, expected = FAR[name]
    data = vcalendar(*components)
    quick, plain = read(data), read(data, prefilter=False)
    assert keys(quick) == keys(plain)
    if expected is not None:
        assert starts(quick) == expected
    assert starts(quick) or expected == [], "the example itself must show something"


@given(st.sampled_from(sorted(FAR)), st.integers(-400, 400), st.integers(1, 400))
@examples(150)
def test_windows_of_all_kinds(name: str, day: int, length: int) -> None:
    data = vcalendar(*FAR[name][0])
    step = (SPRING.end - SPRING.start) / 60
    within = SPRING._replace(start=SPRING.start + day * step, end=SPRING.start + (day + length) * step)
    assert keys(read(data, within=within)) == keys(read(data, within=within, prefilter=False))


@pytest.mark.parametrize(
    "within",
    [
        window("0001-01-01T00:00", "9999-12-31T00:00"),
        window("9998-12-30T00:00", "9999-12-31T00:00"),
        window("0001-01-01T00:00", "0001-01-02T00:00"),
    ],
)
def test_windows_at_the_edges_of_time(within: object) -> None:
    data = vcalendar(EVENT, timed("20200101T100000Z", "20200101T110000Z", "RRULE:FREQ=YEARLY", uid="two"))
    assert keys(read(data, within=within)) == keys(read(data, within=within, prefilter=False))  # type: ignore[arg-type]


def test_sound_line_ends_are_left_alone() -> None:
    whole = vcalendar(EVENT)
    for data in (whole, whole.replace(b"\r\n", b"\n"), whole.removesuffix(b"\r\n")):
        assert to_utf8(data, "x") == (data, [])
