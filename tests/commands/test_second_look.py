"""Before a packet leaves, the calendars and the words are looked at again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.calling import NOW, ana, calendar, call, event, settings

SLOTS = ("--slot", "2099-03-16T10:00", "--slot", "2099-03-17T10:00")
SETTINGS = 'me = ["ana.silva@mail.example"]\nname = "Ana Silva"\nphone = "+351 1"\nzone = "Europe/Lisbon"\n'
INTERVIEW = event(
    "acme-1", "20990310T100000Z", "20990310T110000Z", "Interview with Acme: Data Engineer",
    "ORGANIZER;CN=Jo Roe:mailto:jo@acme.example", "ATTENDEE:mailto:ana.silva@mail.example",
)  # fmt: skip
THEN = ("--now", "2099-03-05T09:00")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A calendar far enough ahead that the real clock, which `send` asks, comes before it."""
    path = tmp_path / "own.ics"
    path.write_bytes(calendar(INTERVIEW))
    entry = f'[[calendars]]\nname = "own"\nsource = "{path}"\nwrite = true\nholds = true\n'
    settings(tmp_path, SETTINGS + entry)
    return path


def drafted(*more: str) -> str:
    said = call("reschedule", "acme", *SLOTS, *THEN, "--json", *more)
    assert said.status == 0, said.err
    return str(said.json["id"])


def sent(identifier: str) -> str:
    """Show it, then agree to it; what was said against it, "" where it went."""
    call("send", identifier, "--yes")
    said = call("send", identifier, "--yes")
    return said.out + said.err if said.status else ""


def test_a_packet_that_still_fits_goes(own: Path) -> None:
    assert sent(drafted()) == ""


def test_a_slot_that_is_taken_stops_it_and_others_are_offered(own: Path) -> None:
    identifier = drafted()
    taken = event("x", "20990317T103000Z", "20990317T113000Z", "Globex panel")
    own.write_bytes(calendar(INTERVIEW, taken))
    said = sent(identifier)
    assert "2099-03-17 10:00–11:00 WET is no longer free" in said
    assert "Free instead: " in said
    assert "nothing was sent" in said
    assert "2099-03-16 10:00–11:00 WET is no longer" not in said


def test_its_own_holds_do_not_stop_it_those_of_another_do(own: Path) -> None:
    identifier = drafted()
    assert call("hold", "acme", *SLOTS, *THEN).status == 0
    assert sent(identifier) == ""
    other = event(
        "other-1", "20990311T100000Z", "20990311T110000Z", "Interview with Tidewater: Engineer",
        "ORGANIZER:mailto:carla@tidewater.example", "ATTENDEE:mailto:ana.silva@mail.example",
    )  # fmt: skip
    own.write_bytes(calendar(INTERVIEW, other))
    again = drafted("--reason", "family", "--again")
    assert call("hold", "tidewater", "--slot", "2099-03-16T10:00", *THEN).status == 0
    assert "2099-03-16 10:00–11:00 WET is no longer free" in sent(again)


def test_an_interview_that_was_moved_or_cancelled_meanwhile(own: Path) -> None:
    identifier = drafted()
    own.write_bytes(calendar(INTERVIEW.replace("20990310T1", "20990311T1")))
    assert "it is on Wed 2099-03-11 10:00–11:00 Europe/Lisbon now" in sent(identifier)
    own.write_bytes(calendar(INTERVIEW.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")))
    assert "has been cancelled" in sent(identifier)
    own.write_bytes(calendar())
    assert "no longer in your calendars" in call("outbox", "show", identifier).out


def test_calendars_of_the_call_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A calendar named in the call is read again, whatever folder one stands in by then."""
    settings(tmp_path, SETTINGS)
    (tmp_path / "a.ics").write_bytes(calendar(INTERVIEW))
    monkeypatch.chdir(tmp_path)
    identifier = drafted_from("a.ics")
    monkeypatch.chdir("/")
    (tmp_path / "a.ics").write_bytes(calendar(INTERVIEW, event("x", "20990316T093000Z", "20990316T113000Z", "Busy")))
    assert "2099-03-16 10:00–11:00 WET is no longer free" in sent(identifier)
    (tmp_path / "a.ics").unlink()
    assert "warning" in call("outbox", "show", identifier).out


def drafted_from(source: str) -> str:
    return str(call("reschedule", "acme", source, *SLOTS, *THEN, "--json").json["id"])


def test_words_are_checked_when_it_is_sent(own: Path, tmp_path: Path) -> None:
    identifier = drafted()
    text = tmp_path / "data" / "outbox" / identifier / "email.txt"
    text.write_text(text.read_text().replace("Data Engineer", "job"))
    said = sent(identifier)
    assert "error: The position is missing: Data Engineer. (E17)" in said
    call("send", identifier, "--yes", "--anyway")
    assert call("send", identifier, "--yes", "--anyway").status == 0 or "handed-over" in call("outbox", "--json").out


def test_accepting_a_time_looks_at_that_time(own: Path) -> None:
    identifier = str(call("accept", "acme", "--time", "2099-03-11T15:00", *THEN, "--json").json["id"])
    own.write_bytes(calendar(INTERVIEW, event("x", "20990311T150000Z", "20990311T160000Z", "Busy")))
    assert "2099-03-11 15:00–16:00 WET is no longer free" in sent(identifier)


def test_a_time_that_somebody_else_was_offered_is_said_before_it_leaves(own: Path) -> None:
    other = event(
        "other-1", "20990311T100000Z", "20990311T110000Z", "Interview with Tidewater: Engineer",
        "ORGANIZER:mailto:carla@tidewater.example", "ATTENDEE:mailto:ana.silva@mail.example",
    )  # fmt: skip
    own.write_bytes(calendar(INTERVIEW, other))
    offered = str(call("reschedule", "tidewater", *SLOTS, "--reason", "family", *THEN, "--json").json["id"])
    identifier = str(call("accept", "acme", "--time", "2099-03-16T10:30", *THEN, "--json").json["id"])
    assert "is offered to" not in call("outbox", "show", identifier).out, "a draft has offered nothing yet"
    assert sent(offered) == ""
    said = sent(identifier)
    assert "error: Mon 2099-03-16 10:30–11:30 Europe/Lisbon is offered to Tidewater, who may still take it." in said
    assert "is offered to" not in call("outbox", "show", offered).out
    assert call("journal", "--answer", offered, "--result", "declined").status == 0
    assert "is offered to" not in call("outbox", "show", identifier).out


TIDEWATER = event(
    "other-1", "20990312T100000Z", "20990312T110000Z", "Interview with Tidewater: Engineer",
    "ORGANIZER:mailto:carla@tidewater.example", "ATTENDEE:mailto:ana.silva@mail.example",
)  # fmt: skip


def slot(start: str) -> str:
    """What a request to Tidewater for that time and a free one is told."""
    said = call("reschedule", "tidewater", "--slot", start, "--slot", "2099-03-20T10:00", *THEN)
    assert said.status == (2 if said.err else 0)
    return said.out + said.err


def test_of_what_was_offered_the_agreed_time_stays_taken_until_the_interview_stands_there(own: Path) -> None:
    own.write_bytes(calendar(INTERVIEW, TIDEWATER))
    identifier = drafted()
    assert sent(identifier) == ""
    assert "is offered to Acme already, who may still take it" in slot("2099-03-16T10:00")
    assert call("journal", "--answer", identifier, "--result", "agreed", "--time", "2099-03-16T10:00").status == 0
    assert "2099-03-16 10:00–11:00 Europe/Lisbon is agreed with Acme" in slot("2099-03-16T10:00")
    proposed = call("propose", "tidewater", "--at", "2099-03-16T10:00", *THEN).out
    assert "'agreed with Acme'" in proposed
    assert "Acme" not in call("propose", "tidewater", "--at", "2099-03-17T10:00", *THEN).out
    other = str(call("accept", "tidewater", "--time", "2099-03-16T10:30", *THEN, "--json").json["id"])
    assert "error: Mon 2099-03-16 10:30–11:30 Europe/Lisbon is agreed with Acme." in sent(other)
    assert "Draft" in slot("2099-03-17T10:00"), "the other time is free again"
    moved = INTERVIEW.replace("20990310T1", "20990316T1")
    own.write_bytes(calendar(moved, TIDEWATER))
    assert "is agreed with Acme" in slot("2099-03-16T10:00"), "an invitation that is not answered holds no time"
    own.write_bytes(calendar(moved.replace("ATTENDEE:", "ATTENDEE;PARTSTAT=ACCEPTED:"), TIDEWATER))
    assert "'Interview with Acme: Data Engineer' stands there" in slot("2099-03-16T10:00")
    assert "agreed" not in call("propose", "tidewater", "--at", "2099-03-16T10:00", *THEN).out
    own.write_bytes(calendar(INTERVIEW.replace("20990310T1", "20990318T1"), TIDEWATER))
    assert "Draft" in slot("2099-03-16T10:00"), "they have moved it on"


def test_an_answer_that_agrees_without_a_time_releases_nothing(own: Path) -> None:
    own.write_bytes(calendar(INTERVIEW, TIDEWATER))
    identifier = drafted()
    assert sent(identifier) == ""
    assert call("journal", "--answer", identifier, "--result", "agreed").status == 0
    assert "is offered to Acme already" in slot("2099-03-16T10:00")
    assert call("journal", "--answer", identifier, "--result", "declined").status == 0
    assert "Draft" in slot("2099-03-16T10:00")


def test_a_draft_about_an_interview_that_is_over_offers_nothing(own: Path) -> None:
    own.write_bytes(calendar(INTERVIEW, TIDEWATER))
    drafted()
    at = ("propose", "tidewater", "--at", "2099-03-16T10:00")
    assert "'in a draft to Acme'" in call(*at, *THEN).out
    assert "Acme" not in call(*at, "--now", "2099-03-11T09:00").out


def test_another_message_about_the_same_interview_is_named(own: Path) -> None:
    first = drafted()
    assert "Another message" not in call("outbox", "show", first).out
    second = drafted("--reason", "family")
    said = call("outbox", "show", first).out
    assert f"warning: Another message about this interview waits: {second} (reschedule, draft)." in said
    assert f"interviews outbox drop {second}" in said
    assert call("send", first, "--yes").status == 0, "it is said, and stops nothing"
    assert f"interviews outbox settle {first} --sent" in call("outbox", "show", second).out
    call("outbox", "drop", second)
    assert "Another message" not in call("outbox", "show", first).out


def test_a_packet_without_ground_is_looked_at_by_the_clock_alone(tmp_path: Path) -> None:
    ana(tmp_path)
    identifier = str(call("reschedule", "lumen", *NOW, "--json").json["id"])
    (tmp_path / "data" / "outbox" / identifier / "ground.json").unlink()
    assert call("outbox", "show", identifier).status == 0
