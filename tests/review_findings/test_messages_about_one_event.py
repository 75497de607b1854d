"""What several mails and calendars say about one event: the last word counts, and nothing collides with itself."""

from __future__ import annotations

from itertools import permutations

from scheduler.ics.read import Document
from scheduler.model.event import Thread
from tests.oracle.make import document, notes, read, starts, timed, vcalendar

TEN, ELEVEN, THREE, FOUR = "20270309T100000Z", "20270309T110000Z", "20270310T150000Z", "20270310T160000Z"


def _mail(data: bytes, number: int) -> Document:
    made = document(data, f"box#{number}")
    return made._replace(calendar=made.calendar._replace(thread=Thread(f"<{number}@x.example>")))


def _message(method: str, start: str, end: str, stamp: str, *lines: str) -> bytes:
    data = vcalendar(timed(start, end, *lines, uid="i", summary="Interview with Acme"), head=[f"METHOD:{method}"])
    kept = [line for line in data.split(b"\r\n") if not line.startswith(b"DTSTAMP")]
    at = kept.index(b"BEGIN:VEVENT") + 1
    return b"\r\n".join([*kept[:at], f"DTSTAMP:{stamp}".encode(), *kept[at:]])


def test_of_two_mails_with_one_sequence_the_later_counts() -> None:
    first = _message("REQUEST", TEN, ELEVEN, "20270201T000000Z", "SEQUENCE:0")
    moved = _message("REQUEST", THREE, FOUR, "20270202T000000Z", "SEQUENCE:0")
    for order in permutations((_mail(first, 1), _mail(moved, 2))):
        assert starts(read(*order)) == [THREE]


def test_a_cancellation_counts_that_forgot_to_raise_the_sequence() -> None:
    first = _message("REQUEST", TEN, ELEVEN, "20270201T000000Z", "SEQUENCE:0")
    gone = _message("CANCEL", TEN, ELEVEN, "20270202T000000Z", "SEQUENCE:0")
    calendar = vcalendar(timed(TEN, ELEVEN, "SEQUENCE:0", uid="i", summary="Interview with Acme"))
    for kept in (_mail(first, 1), document(calendar)):
        for order in permutations((kept, _mail(gone, 2))):
            [occurrence] = read(*order).occurrences
            assert occurrence.cancelled


def test_a_new_invitation_after_a_cancellation_counts() -> None:
    gone = _message("CANCEL", TEN, ELEVEN, "20270202T000000Z", "SEQUENCE:0")
    again = _message("REQUEST", THREE, FOUR, "20270203T000000Z", "SEQUENCE:0")
    for order in permutations((_mail(gone, 1), _mail(again, 2))):
        [occurrence] = read(*order).occurrences
        assert not occurrence.cancelled


def test_a_cancelled_series_takes_its_moved_instances_along() -> None:
    rule = "RRULE:FREQ=DAILY;COUNT=3"
    series = vcalendar(timed(TEN, ELEVEN, rule, uid="i"), timed(THREE, FOUR, "RECURRENCE-ID:20270310T100000Z", uid="i"))
    gone = vcalendar(timed(TEN, ELEVEN, rule, "SEQUENCE:1", uid="i"), head=["METHOD:CANCEL"])
    found = read(document(series), _mail(gone, 1)).occurrences
    assert len(found) == 3
    assert all(o.cancelled for o in found)


def test_one_uid_at_one_time_in_two_calendars_is_one_entry_also_where_only_one_is_recognised() -> None:
    one = vcalendar(timed(TEN, ELEVEN, "STATUS:CONFIRMED", uid="i", summary="Interview"))
    other = vcalendar(timed(TEN, ELEVEN, "STATUS:TENTATIVE", uid="i", summary="Ana / Sam"))
    alone = [read(data).occurrences[0].key for data in (one, other)]
    for order in permutations((one, other)):
        timeline = read(*order)
        [kept] = timeline.occurrences
        assert kept.interview is not None
        assert [c.summary for c in kept.copies] == ["Ana / Sam"]
        assert [kept.key, kept.key] == alone, "the identifier is the one it has in each calendar by itself"
        assert any("shown once" in n for n in notes(timeline))
        assert not any("both are shown" in n for n in notes(timeline))
