"""Old event, action, expected message; and every message against libical's RFC 5546 tables and icalendar."""

from __future__ import annotations

import pytest
from icalendar import Calendar

from scheduler.messages.itip import Itip
from scheduler.model.component import Component
from tests.messages.restrictions import complaints, library
from tests.messages.scenario import Scenario, everything, run, shown

ALL = everything()
MESSAGES = [s for s in ALL if "METHOD:" in s.expect]


def ids(scenario: Scenario) -> str:
    return f"{scenario.old}: {scenario.name}"


def test_there_are_enough_scenarios() -> None:
    assert len(ALL) >= 60
    assert len({s.name + s.old for s in ALL}) == len(ALL)


@pytest.mark.parametrize("scenario", ALL, ids=ids)
def test_scenario_comes_out_as_written(scenario: Scenario) -> None:
    assert shown(run(scenario), scenario) == scenario.expect


@pytest.mark.parametrize("scenario", MESSAGES, ids=ids)
def test_message_passes_libicals_rfc_5546_tables(scenario: Scenario) -> None:
    if library() is None:
        pytest.skip("libical is not installed; `make test-system` installs it")
    found = complaints(sent(scenario).to_bytes())
    if "METHOD:DECLINECOUNTER" in scenario.expect:
        # libical's table forbids what RFC 5546 3.2.8 demands: these two, and nothing else.
        assert ["ATTENDEE" in found[0], "SEQUENCE" in found[1]] == [True, True]
        found = found[2:]
    assert found == []


@pytest.mark.skipif(library() is None, reason="libical is not installed")
def test_libicals_tables_do_find_fault() -> None:
    """The check would notice: a REPLY without ATTENDEE, a COUNTER without SEQUENCE."""
    reply = next(s for s in MESSAGES if "METHOD:REPLY" in s.expect)
    lines = sent(reply).to_bytes().decode().split("\r\n")
    assert complaints("\r\n".join(i for i in lines if not i.startswith("ATTENDEE")).encode()) != []


@pytest.mark.parametrize("scenario", MESSAGES, ids=ids)
def test_message_parses_back_equal_with_icalendar(scenario: Scenario) -> None:
    data = sent(scenario).to_bytes()
    calendar = Calendar.from_ical(data)
    assert calendar["METHOD"] == sent(scenario).method
    assert Calendar.from_ical(calendar.to_ical()) == calendar
    assert not [c for c in calendar.walk() if c.errors]
    wanted = [c for c in sent(scenario).calendar.children if c.name == "VEVENT"]
    for event, component in zip(calendar.walk("VEVENT"), wanted, strict=True):
        assert str(event["UID"]) == component.text("UID")
        assert int(event["SEQUENCE"]) == int(component.value("SEQUENCE") or "")
        assert str(event.get("COMMENT", "")) == (component.text("COMMENT") or "")


@pytest.mark.parametrize("scenario", MESSAGES, ids=ids)
def test_what_every_message_keeps_to(scenario: Scenario) -> None:
    """CRLF, 75 octets, UTF-8; mailto only; no SCHEDULE-*; no alarm; nothing that is the owner's own; one VERSION."""
    message = sent(scenario)
    data = message.to_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    data.decode()
    for name in (b"SCHEDULE-", b"VALARM", b"my own note", b"job hunt", b"TRAVEL-DURATION", b"BUSYSTATUS:", b"X-WR-"):
        assert name not in data.replace(b"\r\n ", b"")
    for event in message.calendar.children:
        for line in event.lines:
            if line.name in ("ATTENDEE", "ORGANIZER"):
                assert line.value.startswith("mailto:")
    zones = {z.text("TZID"): z for z in message.calendar.children if z.name == "VTIMEZONE"}
    used = {t for e in message.calendar.children if e.name == "VEVENT" for i in e.lines if (t := i.param("TZID"))}
    assert set(zones) == used


@pytest.mark.parametrize("scenario", [s for s in ALL if "as stored" in s.expect], ids=ids)
def test_stored_zones_travel_verbatim(scenario: Scenario) -> None:
    outcome = run(scenario)
    calendar = outcome.calendar if isinstance(outcome, Itip) else outcome
    assert isinstance(calendar, Component)
    stored = {z.text("TZID"): z.to_bytes() for z in scenario.stored.children if z.name == "VTIMEZONE"}
    for zone in calendar.children:
        if zone.name == "VTIMEZONE":
            assert zone.to_bytes() == stored[zone.text("TZID")]


@pytest.mark.parametrize("scenario", [s for s in ALL if "-object" in s.do], ids=ids)
def test_stored_objects_have_no_method(scenario: Scenario) -> None:
    outcome = run(scenario)
    if isinstance(outcome, Component):
        assert outcome.first("METHOD") is None


def sent(scenario: Scenario) -> Itip:
    outcome = run(scenario)
    assert isinstance(outcome, Itip)
    return outcome
