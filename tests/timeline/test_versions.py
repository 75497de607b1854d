"""Versions, copies and owners: what counts when one UID, or one interview, stands in several places."""

from __future__ import annotations

from itertools import permutations

import pytest

from scheduler.ics.read import Document
from scheduler.model.event import Thread
from tests.oracle.make import SPRING, document, key, notes, read, starts, timed, vcalendar, vevent, window

TEN, ELEVEN = "20270310T100000Z", "20270310T110000Z"


def _interview(*lines: str, summary: str = "Interview with Acme", uid: str = "i", start: str = TEN) -> bytes:
    return vcalendar(
        timed(start, ELEVEN, "DESCRIPTION:Job interview for the position of Engineer", *lines, uid=uid, summary=summary)
    )


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_highest_sequence_wins_in_any_order(newest_first: bool) -> None:
    old, new = _interview("SEQUENCE:1"), _interview("SEQUENCE:2", start="20270310T103000Z")
    sources = (new, old) if newest_first else (old, new)
    timeline = read(*sources)
    assert starts(timeline) == ["20270310T103000Z"]
    assert any("an older version" in n for n in notes(timeline))


def test_a_newer_version_outside_the_window_takes_the_older_one_away() -> None:
    moved = vcalendar(timed("20280310T100000Z", "20280310T110000Z", "SEQUENCE:3", uid="i"))
    assert starts(read(_interview("SEQUENCE:1"), moved)) == []
    assert starts(read(_interview("SEQUENCE:1"), moved, prefilter=False)) == []


def test_a_newer_cancellation_wins() -> None:
    gone = _interview("SEQUENCE:2", "STATUS:CANCELLED")
    for order in ((gone, _interview("SEQUENCE:1")), (_interview("SEQUENCE:1"), gone)):
        [occurrence] = read(*order).occurrences
        assert occurrence.cancelled


def test_equal_copies_in_two_calendars_are_one_entry_with_a_note() -> None:
    timeline = read(_interview(), _interview())
    assert len(timeline.occurrences) == 1
    assert any("two calendars" in n for n in notes(timeline))


@pytest.mark.parametrize(
    "change",
    [
        {"summary": "Interview with Acme (copy)"},
        {"summary": "Interview with Acme", "lines": ["STATUS:TENTATIVE"]},
        {"lines": ["LOCATION:Room 2"]},
        {"lines": ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x.example"]},
    ],
)
def test_one_uid_in_two_calendars_never_collides_with_itself(change: dict[str, object]) -> None:
    lines = change.pop("lines", [])
    other = _interview(*lines, **change)  # type: ignore[misc, arg-type]
    for order in ((_interview(), other), (other, _interview())):
        timeline = read(*order)
        assert len(timeline.occurrences) == 1, notes(timeline)
        assert any(n for n in notes(timeline))


@pytest.mark.parametrize("head", [(), ("METHOD:REQUEST",)])
def test_an_invitation_at_another_time_in_another_calendar_is_no_collision(
    head: tuple[str, ...],
) -> None:
    """Moved without a higher SEQUENCE, and the other copy is stale: RFC 5546 2.1.5 goes by the stamp then."""
    lines = ("ORGANIZER:mailto:r@corp.example", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x.example")
    old = vcalendar(timed(TEN, ELEVEN, *lines, "LAST-MODIFIED:20270301T000000Z", uid="u", summary="Interview"))
    later = ("20270310T103000Z", "20270310T113000Z", *lines, "LAST-MODIFIED:20270302T000000Z")
    new = vcalendar(timed(*later, uid="u", summary="Interview"), head=head)
    for order in ((old, new), (new, old)):
        timeline = read(*order)
        assert starts(timeline) == ["20270310T103000Z"]
        [problem] = [p for p in timeline.problems if p.severity == "warning"]
        assert "2027-03-10 10:00" in problem.message
        assert "2027-03-10 10:30" in problem.message
    # Whose UID it is nobody knows without an organizer, and of two changes at once neither is the later one.
    alone = [d.replace(b"ORGANIZER:mailto:r@corp.example\r\n", b"") for d in (old, new)]
    assert len(read(*alone).occurrences) == 2
    assert len(read(old, new.replace(b"20270302", b"20270301")).occurrences) == 2


def test_two_events_under_one_uid_are_both_shown() -> None:
    """RFC 5545 forbids it, exports have it."""
    data = vcalendar(
        timed(TEN, ELEVEN, uid="u", summary="One"),
        timed("20270311T100000Z", "20270311T110000Z", uid="u", summary="Two"),
    )
    timeline = read(data)
    assert [o.summary for o in timeline.occurrences] == ["One", "Two"]
    assert any("another event has the same UID" in n for n in notes(timeline))


def test_copies_of_other_owners_neither_merge_nor_settle_each_other() -> None:
    mine, hers = _interview("SEQUENCE:1"), _interview("SEQUENCE:5", start="20270310T103000Z")
    timeline = read(document(mine), document(hers, "hers", owner="her@x.example"))
    assert sorted((o.owner, o.event.sequence) for o in timeline.occurrences) == [("", 1), ("her@x.example", 5)]
    assert not any(o.copies for o in timeline.occurrences)
    assert notes(timeline) == []


def test_the_ats_and_the_recruiter_write_the_same_interview_down() -> None:
    link = "LOCATION:https://us02web.zoom.us/j/84155501937"
    ats = _interview(link, uid="ats@greenhouse.example", summary="Acme: System Design Interview")
    recruiter = _interview(link, uid="r@google.example", summary="Interview: Ana and Elena")
    for order in permutations((ats, recruiter)):
        timeline = read(*order)
        [kept] = timeline.occurrences
        assert [c.uid for c in kept.copies] == [({"ats@greenhouse.example", "r@google.example"} - {kept.uid}).pop()]
        assert any("shown once" in n for n in notes(timeline))


def test_two_interviews_at_one_time_are_two() -> None:
    one = _interview("LOCATION:https://us02web.zoom.us/j/11111111111", uid="a")
    two = _interview("LOCATION:https://us02web.zoom.us/j/22222222222", uid="b", summary="Interview with Bolt")
    assert len(read(one, two).occurrences) == 2


def _mail(data: bytes) -> Document:
    made = document(data, "mail")
    return made._replace(calendar=made.calendar._replace(thread=Thread("<m@x.example>")))


def test_answers_in_mails_are_no_entries_but_a_published_calendar_is() -> None:
    answer = vcalendar(timed(TEN, ELEVEN), head=["METHOD:REPLY"])
    assert starts(read(_mail(answer))) == []
    assert any("answer (REPLY)" in n for n in notes(read(_mail(answer))))
    assert starts(read(answer)) == [TEN]
    assert starts(read(_mail(vcalendar(timed(TEN, ELEVEN), head=["METHOD:REQUEST"])))) == [TEN]


def test_a_cancel_message_cancels_what_stands_in_the_calendar() -> None:
    cancel = vcalendar(timed(TEN, ELEVEN, "SEQUENCE:1", uid="i", summary="Interview with Acme"), head=["METHOD:CANCEL"])
    [occurrence] = read(document(_interview("SEQUENCE:0")), _mail(cancel)).occurrences
    assert occurrence.cancelled


def test_a_cancel_message_may_leave_the_start_away() -> None:
    cancel = vcalendar(vevent("SEQUENCE:1", uid="i", summary="Interview with Acme"), head=["METHOD:CANCEL"])
    for order in permutations((document(_interview("SEQUENCE:0")), _mail(cancel))):
        [occurrence] = read(*order).occurrences
        assert occurrence.cancelled
    [again] = read(document(_interview("SEQUENCE:2")), _mail(cancel)).occurrences
    assert not again.cancelled
    alone = read(_mail(cancel))
    assert alone.occurrences == ()
    assert notes(alone) == [
        "'Interview with Acme': a message that names no time cancels it, and it stands in no calendar here."
    ]


def test_a_later_request_stands_beside_a_cancel_without_start() -> None:
    def sent(stamp: str, data: bytes) -> bytes:
        return data.replace(b"DTSTAMP:20270101T000000Z", f"DTSTAMP:{stamp}".encode())

    request = sent("20270201T000000Z", vcalendar(timed(TEN, ELEVEN, "SEQUENCE:1", uid="i"), head=["METHOD:REQUEST"]))
    cancel_of_it = vcalendar(vevent("SEQUENCE:1", uid="i"), head=["METHOD:CANCEL"])
    early, late = sent("20270102T000000Z", cancel_of_it), sent("20270202T000000Z", cancel_of_it)
    for cancel, cancelled in ((early, False), (late, True)):
        [occurrence] = read(_mail(request), _mail(cancel)).occurrences
        assert occurrence.cancelled == cancelled


@pytest.mark.parametrize("start", [[], [f"DTSTART:{TEN}"]])
def test_only_the_organizers_side_cancels(start: list[str]) -> None:
    own = vcalendar(timed(TEN, ELEVEN, "ORGANIZER:mailto:jonas@kestrel.example", uid="i"))

    def cancel(who: str) -> bytes:
        return vcalendar(vevent(*start, f"ORGANIZER:mailto:{who}", "SEQUENCE:9", uid="i"), head=["METHOD:CANCEL"])

    timeline = read(document(own), _mail(cancel("mallory@evil.example")))
    assert [o.cancelled for o in timeline.occurrences] == [False]
    assert [(p.severity, p.message) for p in timeline.problems] == [
        (
            "warning",
            "'Entry': a message about it (CANCEL) by mallory@evil.example, who does not organise it, was left out.",
        )
    ]
    colleague = read(document(own), _mail(cancel("assistant@kestrel.example")))
    assert [o.cancelled for o in colleague.occurrences] == [True]


@pytest.mark.parametrize("stamp", ["20270101T000000Z", "20270102T000000Z"])
def test_an_answer_in_the_calendar_is_not_hidden_by_the_mail_that_asked(stamp: str) -> None:
    """Both copies say the same time, and only the calendar's knows what was answered."""
    own = vcalendar(
        timed(TEN, ELEVEN, "ORGANIZER:mailto:r@x.example", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x.example")
    )
    asked = own.replace(b"ACCEPTED", b"NEEDS-ACTION").replace(b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:REQUEST")
    asked = asked.replace(b"DTSTAMP:20270101T000000Z", f"DTSTAMP:{stamp}".encode())
    mail = document(asked, "mail")
    mail = mail._replace(calendar=mail.calendar._replace(thread=Thread("<m@x.example>")))
    for order in permutations([document(own, "a"), mail]):
        [occurrence] = read(*order, me=["me@x.example"]).occurrences
        assert occurrence.busy == "busy"


def test_an_instance_added_by_message_leaves_the_series_as_it_is() -> None:
    lines = ("ORGANIZER:mailto:r@corp.example",)
    series = vcalendar(timed(TEN, ELEVEN, *lines, "RRULE:FREQ=WEEKLY;COUNT=2", uid="s"))
    extra = timed("20270312T100000Z", "20270312T110000Z", *lines, "SEQUENCE:1", uid="s")
    for order in permutations((series, vcalendar(extra, head=["METHOD:ADD"]))):
        timeline = read(*order)
        assert starts(timeline) == ["20270310T100000Z", "20270312T100000Z", "20270317T100000Z"]
        assert notes(timeline) == []
    again = vcalendar(timed(TEN, ELEVEN, *lines, "RRULE:FREQ=WEEKLY;COUNT=2", "RDATE:20270312T100000Z", uid="s"))
    assert len(starts(read(again, vcalendar(extra, head=["METHOD:ADD"])))) == 3


@pytest.mark.parametrize(("head", "status"), [(["METHOD:CANCEL"], ""), ([], "STATUS:CANCELLED")])
def test_a_cancelled_instance_may_leave_its_start_away(head: list[str], status: str) -> None:
    series = vcalendar(timed(TEN, ELEVEN, "RRULE:FREQ=WEEKLY;COUNT=2", uid="s"))
    cancel = vcalendar(vevent("RECURRENCE-ID:20270317T100000Z", *filter(None, [status]), uid="s"), head=head)
    timeline = read(series, cancel)
    assert [(key(o)[1], o.cancelled) for o in timeline.occurrences] == [(TEN, False), ("20270317T100000Z", True)]
    assert notes(timeline) == []


def test_an_event_without_uid_has_one_that_stays() -> None:
    data = vcalendar(timed(TEN, ELEVEN, uid=""))
    [one], [two] = (
        read(data).occurrences,
        read(b"\xef\xbb\xbf" + data, within=window("2027-03-09T00:00", "2027-03-12T00:00")).occurrences,
    )
    assert one.uid.startswith("no-uid-")
    assert one.key == two.key


def test_the_hour_that_the_clock_skips_is_shown_once() -> None:
    data = vcalendar(
        timed("20270328T000000 Europe/Berlin", "20270328T001000 Europe/Berlin", "RRULE:FREQ=HOURLY;COUNT=6")
    )
    found = starts(read(data))
    assert found == sorted(set(found))
    assert len(found) == 5


@pytest.mark.parametrize(
    ("start", "end", "listed"),
    [
        ("20270228T230000Z", "20270301T000000Z", False),
        ("20270228T230000Z", "20270301T000001Z", True),
        ("20270301T000000Z", "20270301T000000Z", True),
        ("20270430T235959Z", "20270501T010000Z", True),
        ("20270501T000000Z", "20270501T000000Z", False),
        ("20270501T000000Z", "20270501T010000Z", False),
        ("20200101T000000Z", "20300101T000000Z", True),
        ("20270228", "20270301", False),
        ("20270430", "20270501", True),
    ],
)
def test_the_edges_of_the_window(start: str, end: str, listed: bool) -> None:
    assert bool(read(vcalendar(timed(start, end)), within=SPRING).occurrences) is listed
