"""What comes in: its kind, its order, who sent it, and what the stored object becomes when the user agrees."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from scheduler.ics.parse import parse_component
from scheduler.messages.applied import applied
from scheduler.messages.change import Refused
from scheduler.messages.incoming import Received, receive
from scheduler.messages.itip import Itip
from scheduler.messages.objects import Stored, attendee, sequence
from scheduler.messages.persons import is_robot, is_service
from scheduler.messages.stored import only, uid_of
from scheduler.model.component import Component
from tests.messages.scenario import HERE, ZONE, Scenario, run

ADA, KIM, BOB = "ada@example.org", "kim@acme.example", "bob@acme.example"


def calendar(name: str) -> Component:
    return parse_component((HERE / "calendars" / f"{name}.ics").read_bytes())


def stored(name: str) -> Component:
    whole = calendar(name)
    return only(uid_of(next(c for c in whole.children if c.name == "VEVENT")), whole)


def changed(component: Component, method: str, *changes: tuple[str, str]) -> Component:
    """A message made of a stored object: METHOD set, pieces of its text replaced."""
    text = component.to_bytes().decode().replace("\r\n ", "")
    text = text.replace("VERSION:2.0\r\n", f"VERSION:2.0\r\nMETHOD:{method}\r\n")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return parse_component(text.encode())


def one(message: Component, have: Component | None, sender: str | None = KIM, me: str = ADA) -> Received:
    (found,) = receive(message, have, sender, (me,), ZONE)
    return found


LATER = ("DTSTAMP:20270201T080000Z", "DTSTAMP:20270205T080000Z")
EARLIER = ("DTSTAMP:20270201T080000Z", "DTSTAMP:20270101T080000Z")
RAISED = ("SEQUENCE:2", "SEQUENCE:3")
LOWER = ("SEQUENCE:2", "SEQUENCE:1")
MOVED = ("20270303T1", "20270305T1")


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ((), "known"),
        ((LATER,), "updated"),
        ((LATER, RAISED, MOVED), "moved"),
        ((RAISED, EARLIER, MOVED), "moved"),
        ((EARLIER,), "older"),
        ((LOWER, LATER, MOVED), "older"),
        ((LATER, ("TZID=Europe/Berlin:20270303T100000", "TZID=Europe/Berlin:20270303T093000")), "moved"),
        (
            (
                LATER,
                ("DTSTART;TZID=Europe/Berlin:20270303T100000", "DTSTART:20270303T090000Z"),
                ("DTEND;TZID=Europe/Berlin:20270303T110000", "DTEND:20270303T100000Z"),
            ),
            "updated",
        ),
    ],
)
def test_request_against_what_is_stored(changes: tuple[tuple[str, str], ...], kind: str) -> None:
    """SEQUENCE first, then DTSTAMP; the same instant in another zone is no move."""
    found = one(changed(stored("single"), "REQUEST", *changes), stored("single"))
    assert found.kind == kind
    assert found.trust == "verified"
    assert not found.confirm
    assert (found.answers == ()) == (kind in ("known", "older"))


def test_another_rule_is_a_move() -> None:
    longer = changed(stored("ny-series-without-zone"), "REQUEST", LATER, ("COUNT=6", "COUNT=8"))
    assert one(longer, stored("ny-series-without-zone")).kind == "moved"


def test_a_zone_that_an_instance_brings_is_kept_with_it() -> None:
    made = run(
        Scenario(
            "",
            "hosted-series",
            "move 2027-03-18T13:00Z 60",
            "",
            instance="20270317T090000Z",
            now_at="2027-03-17T09:00Z 60",
        )
    )
    assert isinstance(made, Itip)
    elsewhere = changed(made.calendar.without("METHOD"), "REQUEST", ("Europe/Berlin", "Europe/Paris"))
    found = one(elsewhere, stored("hosted-series"), ADA, BOB)
    after = applied(found, Stored(stored("hosted-series"), ZoneInfo(ZONE)))
    assert isinstance(after, Component)
    assert [c.name for c in after.children] == ["VTIMEZONE", "VTIMEZONE", "VEVENT", "VEVENT", "VEVENT"]


def test_new_invitation_offers_every_answer() -> None:
    found = one(changed(stored("single"), "REQUEST"), None)
    assert (found.kind, found.before, found.who) == ("new", None, KIM)
    assert found.answers == ("accept", "tentative", "decline", "counter")
    assert found.calendar.first("METHOD") is None


@pytest.mark.parametrize(
    ("sender", "trust"),
    [
        (KIM, "verified"),
        ("KIM@acme.example", "verified"),
        ("invites@calendly.com", "service"),
        ("no-reply@mail.greenhouse.io", "service"),
        ("calendar-notification@google.com", "service"),
        ("kim@acme.example.evil.example", "unverified"),
        ("evil@notcalendly.com", "unverified"),
        (None, "unverified"),
        ("", "unverified"),
    ],
)
def test_sender(sender: str | None, trust: str) -> None:
    """Only the organizer herself is verified; changes by others need an explicit word, a new invitation does not."""
    update = one(changed(stored("single"), "REQUEST", RAISED, MOVED), stored("single"), sender)
    assert (update.trust, update.confirm) == (trust, trust != "verified")
    cancel = one(changed(stored("single"), "CANCEL", RAISED), stored("single"), sender)
    assert (cancel.kind, cancel.confirm) == ("cancelled", trust != "verified")
    assert not one(changed(stored("single"), "REQUEST"), None, sender).confirm


def test_an_organizer_who_is_not_the_stored_one_is_unverified() -> None:
    """Whoever knows the UID could write a message with herself as organizer."""
    forged = changed(
        stored("single"), "CANCEL", RAISED, ("Kim Lee:mailto:kim@acme.example", "Eve:mailto:eve@evil.example")
    )
    found = one(forged, stored("single"), "eve@evil.example")
    assert (found.kind, found.trust, found.confirm) == ("cancelled", "unverified", True)


def test_sent_by_counts_as_stored_not_as_claimed() -> None:
    update = changed(stored("assistant"), "REQUEST", ("SEQUENCE:0", "SEQUENCE:1"))
    assert one(update, stored("assistant"), "pat@acme.example").trust == "verified"
    claimed = changed(
        stored("single"), "REQUEST", RAISED, ("CN=Kim Lee", 'CN=Kim Lee;SENT-BY="mailto:eve@evil.example"')
    )
    assert one(claimed, stored("single"), "eve@evil.example").trust == "unverified"


def test_cancelled_and_cancelled_again() -> None:
    message = changed(stored("single"), "CANCEL", RAISED, ("STATUS:CONFIRMED", "STATUS:CANCELLED"))
    found = one(message, stored("single"))
    assert (found.kind, found.answers) == ("cancelled", ("release", "thank"))
    after = applied(found, Stored(stored("single"), ZoneInfo(ZONE)))
    assert isinstance(after, Component)
    event = Stored(after, ZoneInfo(ZONE)).master
    assert event is not None
    assert (event.value("STATUS"), sequence(event)) == ("CANCELLED", 3)
    assert event.value("X-ACME-ROUND") == "second"
    assert one(message, after).kind == "known"
    assert one(message, None).kind == "stray"


def test_one_instance_is_cancelled() -> None:
    made = run(Scenario("", "hosted-series", "cancel", "", instance="20270317T090000Z", now_at="2027-03-17T09:00Z 60"))
    assert isinstance(made, Itip)
    theirs = changed(stored("hosted-series"), "X", ("METHOD:X\r\n", ""))
    found = one(made.calendar, theirs, ADA, BOB)
    assert (found.kind, found.recurrence_id) == ("cancelled", "20270317T090000Z")
    after = applied(found, Stored(theirs, ZoneInfo(ZONE)))
    assert isinstance(after, Component)
    master = Stored(after, ZoneInfo(ZONE)).master
    assert master is not None
    assert [i.value for i in master.every("EXDATE")] == ["20270324T100000", "20270317T100000"]


def reply(partstat: str, *changes: tuple[str, str]) -> Component:
    made = run(Scenario("", "hosted", "accept", "", me=BOB))
    assert isinstance(made, Itip)
    return changed(made.calendar.without("METHOD"), "REPLY", ("PARTSTAT=ACCEPTED", f"PARTSTAT={partstat}"), *changes)


def test_an_answer_to_the_organizer_is_noted() -> None:
    found = one(reply("DECLINED"), stored("hosted"), BOB, ADA)
    assert (found.kind, found.who, found.partstat, found.trust) == ("answered", BOB, "DECLINED", "verified")
    after = applied(found, Stored(stored("hosted"), ZoneInfo(ZONE)))
    assert isinstance(after, Component)
    event = Stored(after, ZoneInfo(ZONE)).master
    assert event is not None
    line = attendee(event, BOB)
    assert line is not None
    assert line.param("PARTSTAT") == "DECLINED"
    assert sequence(event) == 5


def test_answers_that_do_not_count() -> None:
    assert one(reply("ACCEPTED", ("SEQUENCE:5", "SEQUENCE:4")), stored("hosted"), BOB).kind == "older"
    assert one(reply("ACCEPTED"), stored("hosted"), "eve@evil.example").trust == "unverified"
    stranger = reply("ACCEPTED", ("mailto:bob@acme.example", "mailto:eve@evil.example"))
    assert one(stranger, stored("hosted"), "eve@evil.example").kind == "stray"
    not_mine = changed(stored("single"), "REPLY")
    text = [i for i in not_mine.to_bytes().decode().split("\r\n") if not i.startswith("ATTENDEE") or "bob" in i]
    assert one(parse_component("\r\n".join(text).encode()), stored("single"), BOB).kind == "stray"
    assert one(reply("ACCEPTED"), None, BOB).kind == "stray"


def test_a_counter_offers_to_accept_or_to_decline_it() -> None:
    made = run(Scenario("", "hosted", 'counter 2027-03-04T14:00Z 60 "Clash"', "", me=BOB))
    assert isinstance(made, Itip)
    found = one(made.calendar, stored("hosted"), BOB)
    assert (found.kind, found.answers) == ("countered", ("accept_counter", "decline_counter"))
    assert found.before is not None
    assert found.now is not None
    assert found.now.start.isoformat() == "2027-03-04T14:00:00+00:00"
    assert found.comment == "Clash"
    assert isinstance(applied(found, Stored(stored("hosted"), ZoneInfo(ZONE))), Refused)


def test_a_counter_that_was_declined_and_a_refresh() -> None:
    made = run(Scenario("", "single", "refuse-counter 2027-03-04T14:00Z 60", ""))
    assert isinstance(made, Itip)
    assert one(made.calendar, stored("single")).kind == "counter_declined"
    asking = changed(stored("hosted"), "REFRESH")
    lines = asking.to_bytes().decode().split("\r\n")
    only_bob = parse_component("\r\n".join(i for i in lines if not i.startswith("ATTENDEE") or "bob" in i).encode())
    assert one(only_bob, stored("hosted"), BOB).answers == ("send_again",)


def test_publish_and_no_method_change_nothing() -> None:
    for message in (changed(stored("single"), "PUBLISH"), stored("single")):
        found = one(message, None)
        assert (found.kind, found.answers) == ("published", ())
        assert isinstance(applied(found, None), Refused)


def test_my_own_request_coming_back_is_known() -> None:
    assert one(changed(stored("hosted"), "REQUEST"), stored("hosted"), ADA).kind == "known"


def test_a_moved_event_keeps_the_users_alarm() -> None:
    message = changed(stored("single"), "REQUEST", RAISED, MOVED, ("my own note", "theirs"))
    after = applied(one(message, stored("single")), Stored(stored("single"), ZoneInfo(ZONE)))
    assert isinstance(after, Component)
    data = after.to_bytes()
    assert b"METHOD" not in data
    assert data.count(b"BEGIN:VALARM") == 1
    assert b"my own note" in data
    assert b"20270305T100000" in data


def test_a_moved_instance_becomes_an_override() -> None:
    made = run(
        Scenario(
            "",
            "hosted-series",
            "move 2027-03-18T13:00Z 60",
            "",
            instance="20270317T090000Z",
            now_at="2027-03-17T09:00Z 60",
        )
    )
    assert isinstance(made, Itip)
    found = one(made.calendar, stored("hosted-series"), ADA, BOB)
    assert (found.kind, found.recurrence_id) == ("moved", "20270317T090000Z")
    assert found.before is not None
    assert found.before.start.isoformat() == "2027-03-17T09:00:00+00:00"
    after = applied(found, Stored(stored("hosted-series"), ZoneInfo(ZONE)))
    assert isinstance(after, Component)
    override = Stored(after, ZoneInfo(ZONE)).override("20270317T090000Z")
    assert override is not None
    assert override.value("DTSTART") == "20270318T140000"
    assert len(Stored(after, ZoneInfo(ZONE)).events) == 3


def test_a_whole_series_gives_one_result_for_each_part() -> None:
    found = receive(changed(stored("series"), "REQUEST"), None, KIM, (ADA,), ZONE)
    assert [(r.kind, r.recurrence_id, r.series) for r in found] == [
        ("new", None, True),
        ("new", "20270407T080000Z", False),
    ]
    assert (
        receive(parse_component(b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"), None, KIM, (ADA,), ZONE)
        == ()
    )


def test_other_events_of_the_message_do_not_come_along() -> None:
    text = (
        stored("single").to_bytes().replace(b"BEGIN:VEVENT", b"BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nBEGIN:VEVENT", 1)
    )
    found = receive(parse_component(text), None, KIM, (ADA,), ZONE)
    assert [uid_of(e) for e in found[1].calendar.children if e.name == "VEVENT"] == ["single@acme.example"]


@pytest.mark.parametrize(
    ("address", "robot"),
    [
        ("no-reply@acme.example", True),
        ("noreply+abc@acme.example", True),
        ("notifications@ats.example", True),
        ("abc@group.calendar.google.com", True),
        (None, True),
        ("kim.noriply@acme.example", False),
        ("kim@acme.example", False),
        ("recruiting@acme.example", False),
    ],
)
def test_robots(address: str | None, robot: bool) -> None:
    assert is_robot(address) == robot


def test_services_by_domain_not_by_likeness() -> None:
    assert is_service("x@calendly.com")
    assert is_service("x@mail.ashbyhq.com")
    assert not is_service("x@calendly.com.evil.example")
