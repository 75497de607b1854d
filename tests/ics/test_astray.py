"""No event is lost without a word, wherever its lines stand."""

from __future__ import annotations

import pytest

from tests.oracle.make import read, starts, timed, vcalendar

FIRST = timed("20270310T100000Z", "20270310T110000Z", uid="a", summary="A")
ODD = timed("20270311T100000Z", "20270311T110000Z", uid="b", summary="B")
LAST = timed("20270312T100000Z", "20270312T110000Z", uid="c", summary="C")
INDENTED = "".join(f"  {line}\r\n" for line in ODD.splitlines())
BROKEN = {
    "indented": INDENTED,
    "its edges alone indented": ODD.replace("BEGIN:", " BEGIN:").replace("END:", "\tEND:"),
    "a blank before the colon": ODD.replace("BEGIN:", "BEGIN :"),
    "a blank behind the colon": ODD.replace("BEGIN:", "BEGIN: "),
    "a tab, in small letters": ODD.replace("BEGIN:VEVENT", "\tbegin:vevent"),
    "no beginning": ODD.replace("BEGIN:VEVENT\r\n", ""),
}
ORDERS = {"between": "a{}c", "first": "{}ac", "last": "ac{}", "alone": "{}"}


@pytest.mark.parametrize("prefilter", [True, False])
@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize("block", BROKEN.values(), ids=BROKEN)
def test_an_event_that_stands_oddly_is_named(block: str, order: str, prefilter: bool) -> None:
    parts = [{"a": FIRST, "c": LAST}.get(letter, block) for letter in order.replace("{}", "b")]
    timeline = read(vcalendar(*parts), prefilter=prefilter)
    assert starts(timeline) == [
        s for mark, s in (("a", "20270310T100000Z"), ("c", "20270312T100000Z")) if mark in order
    ]
    [problem] = timeline.problems
    assert (problem.severity, problem.uid, problem.summary) == ("error", "b", "B")
    assert "it cannot be read" in problem.message
    assert problem.line is not None


@pytest.mark.parametrize("block", [b"  BEGIN:VEVENT\r\n", b"BEGIN: VEVENT\r\n"])
def test_text_that_speaks_of_such_lines_is_text(block: bytes) -> None:
    inside = FIRST.encode().replace(b"SUMMARY:A\r\n", b"SUMMARY:A\r\n" + (b" " if block[:1] != b" " else b"") + block)
    timeline = read(vcalendar(inside.decode(), LAST))
    assert starts(timeline) == ["20270310T100000Z", "20270312T100000Z"]
    assert timeline.problems == ()


FOLDED = "DESCRIPTION:paste of an invitation:\r\n BEGIN:VEVENT\r\n DTSTART:20270308T100000Z\r\n"
ALARM = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM\r\n"


@pytest.mark.parametrize("kind", ["VTODO", "VJOURNAL", "VFREEBUSY", "X-NOTE", "vtodo"])
@pytest.mark.parametrize("before", ["", ALARM], ids=["alone", "behind an alarm"])
def test_a_folded_line_in_any_component_is_its_text(kind: str, before: str) -> None:
    other = f"BEGIN:{kind}\r\nUID:t\r\n{before}{FOLDED}END:{kind}\r\n"
    timeline = read(vcalendar(FIRST, other))
    assert starts(timeline) == ["20270310T100000Z"]
    assert [p for p in timeline.problems if p.severity != "info"] == []
    [problem] = (p for p in read(vcalendar(other, INDENTED, FIRST)).problems if p.severity != "info")
    assert (problem.severity, problem.uid) == ("error", "b")
    assert read(vcalendar(other)).problems == read(vcalendar(other.replace(FOLDED, ""))).problems


def test_a_folded_line_behind_an_alarm_of_the_event_is_its_text() -> None:
    timeline = read(vcalendar(FIRST.replace("SUMMARY:A\r\n", f"SUMMARY:A\r\n{ALARM}{FOLDED}"), LAST))
    assert starts(timeline) == ["20270310T100000Z", "20270312T100000Z"]
    assert timeline.problems == ()


def test_a_task_without_an_end_hides_only_what_comes_before_the_next_event() -> None:
    timeline = read(vcalendar("BEGIN:VTODO\r\nUID:t\r\n", FIRST, INDENTED))
    assert [p.uid for p in timeline.problems if "cannot be read" in p.message] == ["b"]


def test_thousands_of_them_are_quick_and_not_all_named() -> None:
    timeline = read(vcalendar(*[INDENTED] * 5000, FIRST, *[BROKEN["no beginning"]] * 5000))
    assert starts(timeline) == ["20270310T100000Z"]
    assert len(timeline.problems) == 201
    assert any("has 9800 more events" in p.message for p in timeline.problems)
