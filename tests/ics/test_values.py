"""Values as people have them: what can be read is read, what cannot is said, the start is kept."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.ics.parse import parse_line
from scheduler.ics.values import ValueProblemError, mail_address, parse_duration, parse_person, parse_time
from scheduler.ics.zones import ZoneBook
from scheduler.model.component import Line
from tests.oracle.effort import examples
from tests.oracle.make import key, notes, read, vcalendar, vevent


@pytest.mark.parametrize(
    ("lines", "end", "said"),
    [
        (["DTEND:20270310T110000Z"], "110000", ""),
        (["DURATION:PT1H"], "110000", ""),
        (["DURATION:P0DT1H"], "110000", ""),
        (["DTEND:20270310T110000Z", "DURATION:PT5H"], "110000", ""),
        ([], "100000", ""),
        (["DTEND:20270310T100000Z"], "100000", ""),
        (["DTEND:20270310T090000Z"], "100000", "ends before it starts"),
        (["DTEND:nonsense"], "100000", "end cannot be read"),
        (["DTEND:"], "100000", ""),
        (["DURATION:-PT1H"], "100000", "negative"),
        (["DURATION:P999999999W"], "100000", "absurdly long"),
        (["DURATION:PT99999999999999H"], "100000", "absurdly long"),
        (["DURATION:one hour"], "100000", "no length of time"),
        (["DURATION:P"], "100000", "no length of time"),
        (["DTEND:99991231T235959Z"], "100000", "end cannot be read"),
        (["DTEND;VALUE=DATE:20270311"], "000000", "not of one kind"),
        (["DTEND:20270310T240000Z"], "000000", ""),
        (["DTEND:20270310T240001Z"], "100000", "end cannot be read"),
        (["DTEND:20270310T103000"], "103000", "its end names no zone"),
    ],
)
def test_ends(lines: list[str], end: str, said: str) -> None:
    timeline = read(vcalendar(vevent("DTSTART:20270310T100000Z", *lines)))
    [occurrence] = timeline.occurrences
    assert key(occurrence)[1] == "20270310T100000Z"
    assert key(occurrence)[2][9:15] == end
    assert said in " ".join(notes(timeline))
    assert bool(said) == bool(notes(timeline))


@pytest.mark.parametrize(
    "start",
    [
        "20270230T100000Z",
        "20271301",
        "tomorrow",
        "",
        "20270310T250000Z",
        "00000101T000000Z",
        "99991231T235959Z",
        "2027",
    ],
)
def test_an_unreadable_start_is_one_error_that_names_the_event(start: str) -> None:
    # The lexical pass drops what lies elsewhere by its digits, readable or not.
    timeline = read(vcalendar(vevent(f"DTSTART:{start}", summary="Talk", uid="u")), prefilter=False)
    assert timeline.occurrences == ()
    [problem] = timeline.problems
    assert (problem.severity, problem.uid, problem.summary) == ("error", "u", "Talk")
    assert "'Talk'" in problem.message
    assert problem.line is not None


def test_a_stray_line_after_a_time_costs_nothing() -> None:
    data = vcalendar(vevent("DTSTART:20270310T100000Z", "words that belong nowhere", "DTEND:20270310T110000Z", "more"))
    assert [key(o)[1:] for o in read(data).occurrences] == [("20270310T100000Z", "20270310T110000Z")]


@pytest.mark.parametrize(
    "start",
    [
        "2027-03-10T10:00:00Z",
        "2027-03-10 11:00+01:00",
        "20270310t100000z",
        "20270310T1000Z",
        "2027-03-10T10:00:00.000Z",
        "20270310T100000.000Z",
        "20270310T050000-0500",
    ],
)
def test_starts_in_other_writings(start: str) -> None:
    timeline = read(vcalendar(vevent(f"DTSTART:{start}")))
    assert [key(o)[1] for o in timeline.occurrences] == ["20270310T100000Z"]


def test_another_writing_keeps_the_zone() -> None:
    timeline = read(vcalendar(vevent("DTSTART;TZID=America/New_York:2027-03-10T10:00:00")))
    assert [key(o)[1] for o in timeline.occurrences] == ["20270310T150000Z"]


@pytest.mark.parametrize("start", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2027-03-10T25:00:00"])
def test_another_writing_of_no_time_is_said(start: str) -> None:
    timeline = read(vcalendar(vevent(f"DTSTART:{start}")), prefilter=False)
    assert [p.severity for p in timeline.problems] == ["error"]


def test_an_end_without_zone_is_on_the_clock_of_its_start() -> None:
    lines = ("DTSTART;TZID=America/New_York:20270310T100000", "DTEND:20270310T113000")
    [occurrence] = read(vcalendar(vevent(*lines))).occurrences
    assert key(occurrence)[1:] == ("20270310T150000Z", "20270310T163000Z")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mailto:A@x.example", "a@x.example"),
        ("MAILTO:a@x.example", "a@x.example"),
        ("a@x.example", "a@x.example"),
        ("<a@x.example>", "a@x.example"),
        ('"mailto:a@x.example"', "a@x.example"),
        ("mailto:<a@x.example>", "a@x.example"),
        ("mailto:a%40x.example", "a@x.example"),
        ("mailto:a@x.example?subject=x", "a@x.example"),
        ("invalid:nomail", None),
        ("mailto:iCloud", None),
        ("/principals/users/a/", None),
        ("urn:uuid:123", None),
        ("mailto:x@nowhere.invalid", None),
        ("mailto:a@b@c.example", None),
        ("", None),
    ],
)
def test_addresses(text: str, address: str | None) -> None:
    assert mail_address(text) == address


@pytest.mark.parametrize(
    "written",
    [
        "CN=Smith\\, John;PARTSTAT=DECLINED:mailto:a@x.example",
        "CN=Smith\\; John;PARTSTAT=DECLINED:mailto:a@x.example",
        'CN="Smith;PARTSTAT=DECLINED:mailto:a@x.example',
        'CN=Jo "JJ" Smith;PARTSTAT=DECLINED:mailto:a@x.example',
        "CN=HR: Smith;PARTSTAT=DECLINED:mailto:a@x.example",
        "RSVP;PARTSTAT=DECLINED:mailto:a@x.example",
        " PARTSTAT=DECLINED:MAILTO:A@x.example",
        "PARTSTAT=DECLINED:mailto:mailto:a@x.example",
        "PARTSTAT=DECLINED:mailto:Ana <a@x.example>",
        "PARTSTAT=DECLINED:SMTP:a@x.example",
        "PARTSTAT=DECLINED;EMAIL=a@x.example:urn:uuid:1",
    ],
)
def test_an_answer_is_read_however_its_name_is_written(written: str) -> None:
    """A name that is not quoted as RFC 5545 3.1 wants it must not make a refusal an open question."""
    data = vcalendar(vevent("DTSTART:20270310T100000Z", f"ATTENDEE;{written}"))
    for text in (data, data.replace(b"SUMMARY:Entry", b"SUMMARY:Caf\xe9")):  # Also the careful way.
        [occurrence] = read(text, me=["a@x.example"]).occurrences
        assert occurrence.busy == "free"


def test_a_colon_without_quotes_in_the_organizers_name_is_said() -> None:
    bare, quoted = (f"ORGANIZER;CN={name}:mailto:a@x.example" for name in ("Smith: HR", '"Smith: HR"'))
    for line, said in ((bare, 1), (quoted, 0)):
        timeline = read(vcalendar(vevent("DTSTART:20270310T100000Z", line)))
        organizer = timeline.occurrences[0].event.organizer
        assert organizer is not None
        assert (organizer.name, organizer.address) == ("Smith: HR", "a@x.example")
        assert len(notes(timeline)) == said


@pytest.mark.timeout(10)
def test_a_line_of_separators_is_read_in_linear_time() -> None:
    for text in (
        "X" + ";" * 1_000_000 + ":y",
        "X" + ';"' * 500_000,
        "ATTENDEE" + ";A=" * 300_000 + ":mailto:a@x.example",
    ):
        parse_line(text)


def test_a_group_calendar_is_no_person() -> None:
    assert parse_person("mailto:abc@group.calendar.google.com", (("CN", ("Team",)),)).cutype == "GROUP"


@given(st.text(max_size=40))
@examples(300)
def test_no_value_breaks_the_reader(text: str) -> None:
    for read_value in (lambda: parse_duration(text), lambda: parse_time(Line("DTSTART", text), ZoneBook({}))):
        with suppress(ValueProblemError):
            read_value()
    mail_address(text)


@given(st.integers(0, 52), st.integers(0, 6), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_durations(weeks: int, days: int, hours: int, minutes: int, seconds: int) -> None:
    span = parse_duration(f"P{weeks}W{days}DT{hours}H{minutes}M{seconds}S")
    assert (span.days, span.seconds) == (weeks * 7 + days, hours * 3600 + minutes * 60 + seconds)
