"""What the user organises or owns, changed in its calendar and for its guests."""

from __future__ import annotations

import shutil
from pathlib import Path

import icalendar
import pytest

from tests.commands.calling import NOW, SAMPLES, ana, calendar, call, event, invite_of, mail_of, rita, settings


def test_an_own_entry_moves_alone(tmp_path: Path) -> None:
    own = ana(tmp_path)
    before = own.read_bytes()
    said = call("update", "dentist", "--to", "2027-03-12T17:30", *NOW)
    assert said.status == 0, said.err
    assert "was moved from Mon 2027-03-08 13:45–14:30 Europe/Lisbon to Fri 2027-03-12 17:30–18:15" in said.out
    changed = set(own.read_bytes().splitlines()) - set(before.splitlines())
    assert changed == {
        b"DTSTART;TZID=Europe/Lisbon:20270312T173000",
        b"DTEND;TZID=Europe/Lisbon:20270312T181500",
        b"DTSTAMP:20270305T090000Z",
        b"LAST-MODIFIED:20270305T090000Z",
    }
    assert own.read_bytes().count(b"SEQUENCE:1\r") == before.count(b"SEQUENCE:1\r") + 1
    assert own.with_name("ana.ics~").read_bytes() == before
    assert call("outbox").out == "The outbox is empty.\n"
    call("undo")
    assert own.read_bytes() == before


def test_guests_are_told_with_the_right_sequence(tmp_path: Path) -> None:
    own = rita(tmp_path)
    said = call("update", "debrief", "--to", "2027-03-12T17:30", *NOW, "--json").json
    (made,) = said["packets"]
    invite = icalendar.Calendar.from_ical(invite_of(tmp_path, made["id"]))
    assert invite["METHOD"] == "REQUEST"
    (entry,) = invite.walk("VEVENT")
    assert entry["SEQUENCE"] == 1
    assert {a.params["PARTSTAT"] for a in entry["ATTENDEE"]} == {"NEEDS-ACTION"}
    composed = mail_of(tmp_path, made["id"])
    assert str(composed["To"]).count("@northwind.example") == 4
    text = composed.get_body(("plain",))
    assert text is not None
    assert "17:30 (Berlin, CET, UTC+1) / 16:30 (UTC), instead of Friday, 12 March 2027, at 17:15" in text.get_content()
    assert b"SEQUENCE:1" in own.read_bytes()
    assert b"METHOD" not in own.read_bytes().split(b"BEGIN:VEVENT")[2]


def test_said_again_after_an_interruption_it_is_the_same(tmp_path: Path) -> None:
    own = rita(tmp_path)
    words = ("update", "debrief", "--to", "2027-03-12T17:30", *NOW, "--json")
    first = call(*words).json
    there = own.read_bytes()
    again = call(*words).json
    assert own.read_bytes() == there
    assert [p["id"] for p in again["packets"]] == [p["id"] for p in first["packets"]]
    assert "already" in again["done"][0]
    # Cut off between the calendar and the outbox: the next run drafts the message.
    shutil.rmtree(tmp_path / "data" / "outbox")
    (late,) = call(*words).json["packets"]
    assert "SEQUENCE:1\r" in invite_of(tmp_path, late["id"])


def test_cancel_and_drop(tmp_path: Path) -> None:
    own = rita(tmp_path)
    (gone,) = call("update", "debrief", "--cancel", *NOW, "--json").json["packets"]
    invite = invite_of(tmp_path, gone["id"])
    assert "METHOD:CANCEL" in invite
    assert "STATUS:CANCELLED" in invite
    assert b"STATUS:CANCELLED" in own.read_bytes()
    (dropped,) = call("update", "Okafor, coding", "--drop", "kim.tran@northwind.example", *NOW, "--json").json[
        "packets"
    ]
    invite = invite_of(tmp_path, dropped["id"])
    assert "METHOD:CANCEL" in invite
    assert "STATUS" not in invite
    assert str(mail_of(tmp_path, dropped["id"])["To"]) == "Kim Tran <kim.tran@northwind.example>"


def test_an_attendee_never_rewrites_the_time(tmp_path: Path) -> None:
    own = ana(tmp_path)
    before = own.read_bytes()
    said = call("update", "lumen", "--to", "2027-03-12T17:30", *NOW)
    assert said.status == 2
    assert "Somebody else organises this; ask them (`interviews reschedule`" in said.err
    assert own.read_bytes() == before
    assert call("outbox").out == "The outbox is empty.\n"


def test_what_may_not_be_written_is_not(tmp_path: Path) -> None:
    own = ana(tmp_path)
    text = (tmp_path / "settings.toml").read_text()
    settings(tmp_path, text.replace("write = true", "write = false"))
    said = call("update", "dentist", "--to", "2027-03-12T17:30", *NOW)
    assert (said.status, "write = true" in said.err) == (2, True)
    # Named in the call it is still the same calendar of the settings.
    assert "write = true" in call("update", "dentist", str(own), "--to", "2027-03-12T17:30", *NOW).err
    for words, wanted in (
        (("--to", "2027-03-12"), "give the time, too"),
        (("--to", "2027-03-01T10:00"), "has passed"),
        ((), "--to TIME, --cancel, or --drop"),
    ):
        assert wanted in call("update", "dentist", *words, *NOW).err


def test_one_event_a_file(tmp_path: Path) -> None:
    """A vdir that the call names: one file changes, the others and their names stay."""
    folder = tmp_path / "vdir"
    shutil.copytree(SAMPLES / "vdir", folder)
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    words = ("--zone", "Europe/London", "--me", "ben.okafor@mail.example", *NOW)
    said = call("update", "lunch", str(folder), "--to", "2027-03-11T14:30", *words)
    assert said.status == 0, said.err
    after = {p.name: p.read_bytes() for p in folder.iterdir()}
    assert {n for n in after if after[n] != before.get(n)} == {"lunch-with-zoe.ics"}
    assert set(after) == set(before)
    call("undo")
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


@pytest.mark.parametrize("series", [False, True])
def test_one_instance_or_the_series(tmp_path: Path, series: bool) -> None:
    own = tmp_path / "own.ics"
    start = event("s1", "20270308T100000Z", "20270308T103000Z", "Training", "RRULE:FREQ=WEEKLY;COUNT=4")
    own.write_bytes(calendar(start))
    listed = call("agenda", str(own), *NOW, "--json").json["occurrences"]
    words = ["--series"] if series else []
    said = call("update", listed[1]["id"], str(own), "--to", "2027-03-15T12:00", *words, *NOW)
    assert said.status == 0, said.err
    starts = [o["start"][:16] for o in call("agenda", str(own), *NOW, "--days", "40", "--json").json["occurrences"]]
    expected = ["2027-03-08T10:00", "2027-03-15T12:00", "2027-03-22T10:00", "2027-03-29T10:00"]
    if series:
        expected = [f"{s[:11]}12:00" for s in expected]
    assert starts == expected
