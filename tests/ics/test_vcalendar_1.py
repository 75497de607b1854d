"""vCalendar 1.0, as old phones and Outlook's .vcs files write it: encoded text, rules and dates in the old grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.ics.old_rule import modern
from scheduler.ics.parse import parse_component
from scheduler.model.component import Component
from tests.oracle.make import notes, read, starts, timed

HEAD = "BEGIN:VCALENDAR\r\nVERSION:1.0\r\n"


def _calendar(*lines: str, start: str = "20270310T100000Z", end: str = "20270310T110000Z") -> bytes:
    return (HEAD + timed(start, end, *lines, uid="v", summary="") + "END:VCALENDAR\r\n").encode("latin-1")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gespr=C3=A4ch, Z=C3=BCrich"], "Gespräch, Zürich"),
        (["SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Caf=E9"], "Café"),
        (["SUMMARY;ENCODING=QUOTED-PRINTABLE:Caf=E9"], "Café"),
        (["SUMMARY;QUOTED-PRINTABLE:Caf=C3=A9"], "Café"),
        (["SUMMARY;encoding=quoted-printable:Caf=C3=A9"], "Café"),
        (["SUMMARY;ENCODING=QUOTED-PRINTABLE:One =", "DTSTART:two =", "=3D three"], "One DTSTART:two = three"),
        (["SUMMARY;ENCODING=QUOTED-PRINTABLE:One =", "  two"], "One   two"),
        (["SUMMARY;ENCODING=QUOTED-PRINTABLE:One=0D=0Atwo; back\\\\slash"], "One\ntwo; back\\\\slash"),
        (["SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=x-nothing:Caf=C3=A9"], "Café"),
        (["SUMMARY;CHARSET=undefined;ENCODING=QUOTED-PRINTABLE:caf=E9"], "café"),
        (["SUMMARY;CHARSET=idna;ENCODING=QUOTED-PRINTABLE:caf=E9"], "café"),
        (["SUMMARY;CHARSET=a\0b;ENCODING=QUOTED-PRINTABLE:caf=E9"], "café"),
        (["SUMMARY;CHARSET=base64;ENCODING=QUOTED-PRINTABLE:caf=E9"], "café"),
        (["SUMMARY;CHARSET=unicode_escape;ENCODING=QUOTED-PRINTABLE:=5Cud800"], "\\ud800"),
        (["SUMMARY;ENCODING=QUOTED-PRINTABLE:=ZZ odd ="], "=ZZ odd "),
        (["SUMMARY:ENCODING=QUOTED-PRINTABLE:=41"], "ENCODING=QUOTED-PRINTABLE:=41"),
    ],
)
def test_encoded_text_is_shown_as_meant(lines: list[str], title: str) -> None:
    timeline = read(_calendar(*lines))
    assert [o.summary for o in timeline.occurrences] == [title]
    assert notes(timeline) == []


def test_an_encoded_description_is_understood() -> None:
    text = (
        "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:Vorstellungsgespr=C3=A4ch f=C3=BCr die Stelle Engineer=0D=0A=",
        "=0D=0Ahttps://zoom.us/j/123456789?pwd=3Dabc=0A",
    )
    [o] = read(_calendar(*text, "SUMMARY:Interview with Acme")).occurrences
    assert o.interview is not None
    assert o.interview.join_link == "https://zoom.us/j/123456789?pwd=abc"


@given(st.lists(st.sampled_from([b"SUMMARY;ENCODING=QUOTED-PRINTABLE:a=", b"b=", b"=C3=A4", b" c", b"", b"X:1", b"="])))
def test_whatever_is_encoded_the_bytes_stay(lines: list[bytes]) -> None:
    raw = b"BEGIN:VEVENT\r\nUID:1\r\n" + b"".join(line + b"\r\n" for line in lines if line) + b"END:VEVENT\r\n"
    component = parse_component(raw)
    assert isinstance(component, Component)
    assert component.to_bytes() == raw


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("D1 #3", "FREQ=DAILY;INTERVAL=1;COUNT=3"),
        ("D2 #0", "FREQ=DAILY;INTERVAL=2"),
        ("D1", "FREQ=DAILY;INTERVAL=1;COUNT=2"),
        ("W1 MO TH #10", "FREQ=WEEKLY;INTERVAL=1;COUNT=10;BYDAY=MO,TH"),
        ("W2 20270401T000000Z", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20270401T000000Z"),
        ("MP1 1+ MO TU 2- FR #0", "FREQ=MONTHLY;INTERVAL=1;BYDAY=1MO,1TU,-2FR"),
        ("MD1 1 15 LD #6", "FREQ=MONTHLY;INTERVAL=1;COUNT=6;BYMONTHDAY=1,15,-1"),
        ("MD1 2- #6", "FREQ=MONTHLY;INTERVAL=1;COUNT=6;BYMONTHDAY=-2"),
        ("YM1 6 7 #4", "FREQ=YEARLY;INTERVAL=1;COUNT=4;BYMONTH=6,7"),
        ("YD1 1 100 #0", "FREQ=YEARLY;INTERVAL=1;BYYEARDAY=1,100"),
        ("M30 #4", "FREQ=MINUTELY;INTERVAL=30;COUNT=4"),
        ("W1 MO 0900 #3", None),
        ("YM1 1 #5 MP1 1+ MO #2", None),
        ("MP1 MO #2", None),
        ("every day", None),
        ("D", None),
    ],
)
def test_the_old_grammar_in_new_words(old: str, new: str | None) -> None:
    assert modern(old) == new


def test_an_old_rule_recurs() -> None:
    lines = (
        "RRULE:W1 WE #5",
        "EXDATE:20200101T100000Z;20270317T100000Z;20270324T100000Z",
        "SUMMARY:Gym",
        "DALARM:20270310T094500Z;;;",
    )
    timeline = read(_calendar(*lines))
    assert starts(timeline) == ["20270310T100000Z", "20270331T100000Z", "20270407T100000Z"]
    assert notes(timeline) == []


@pytest.mark.parametrize("rule", ["W1 WE 0900 #5", "YM1 3 #5 MD1 10 #2", "W1 XX #3", "D1 $"])
def test_an_old_rule_that_is_not_followed_is_said(rule: str) -> None:
    timeline = read(_calendar(f"RRULE:{rule}", "SUMMARY:Gym"))
    assert starts(timeline) == ["20270310T100000Z"]
    assert any("cannot be followed" in note for note in notes(timeline))


@pytest.mark.parametrize(("transp", "busy"), [("0", "busy"), ("1", "free"), ("2", "free"), ("OPAQUE", "busy")])
def test_transparency_as_a_number(transp: str, busy: str) -> None:
    assert [o.busy for o in read(_calendar(f"TRANSP:{transp}", "SUMMARY:Gym")).occurrences] == [busy]
