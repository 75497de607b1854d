"""A time was agreed: as attendee, as organizer, as owner; and what an interrupted run left behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scheduler.errors import UsageError
from scheduler.ics.parse import parse_component
from tests.holds.desk import ACME, DENTIST, HOSTED, INVITED, Desk, event

SLOTS = ("--slot", "2027-03-11T10:00", "--slot", "2027-03-12T14:00", "--slot", "2027-03-15T09:00")
OWN = event("own@x", "09T1500", "09T1600", "Interview at Quarry Bank: engineer", "X-MINE;A=b:kept")
MINE = event("mine@x", "09T1500", "09T1600", "Interview: Cleo at Marble Works", "SEQUENCE:4", *HOSTED)


def value(desk: Desk, uid: str, name: str) -> str | None:
    for path in (desk.week, desk.private):
        for data in desk.texts(path).values():
            for child in parse_component(data).children:
                if child.value("UID") == uid:
                    return child.value(name)
    return None


def test_attendee_keeps_the_agreed_hold_until_the_invitation_comes(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS)
    week = desk.texts(desk.week)
    done = desk.json("settle", "acme", "2")
    assert (done["role"], done["slot"]["start"][:16]) == ("attendee", "2027-03-12T14:00")
    assert desk.starts() == ["12T1400"]
    assert desk.holds()[0].agreed is not None
    assert desk.texts(desk.week) == week, "an attendee never changes the organizer's times"
    assert not list((desk.folder / "data").glob("outbox/*"))
    taken = [
        p["start"][:13] for p in desk.json("propose", "--new", "x", "--duration", "60", "--count", "20")["proposals"]
    ]
    assert "2027-03-12T14" not in taken
    # The agreed one does not expire with the date of the offer.
    assert {x["state"] for x in desk.json("hold", now=("--now", "2027-03-12T13:00"))} == {"agreed"}
    moved = ACME.replace("20270309T15", "20270312T14").replace("20270309T16", "20270312T15")
    desk.put(desk.week, (moved.replace("SUMMARY", "SEQUENCE:1\r\nSUMMARY"), DENTIST))
    rows = desk.json("agenda")
    assert {o["busy"] for o in rows["occurrences"] if o["summary"] == "Hold"} == {"free"}
    assert [p for p in rows["problems"] if "interviews settle" in p["message"]]
    assert [f for f in desk.run("scan").splitlines() if "overlap" in f] == []
    desk.run("settle")
    assert desk.holds() == []
    assert value(desk, "acme@x", "SEQUENCE") == "1"


def test_invitation_that_is_there_already_needs_no_hold(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS)
    desk.put(desk.week, (ACME.replace("20270309T15", "20270311T10").replace("20270309T16", "20270311T11"),))
    assert desk.json("settle", "acme", "2027-03-11T10:00")["arrived"] is True
    assert desk.holds() == []


def test_invitation_under_another_uid_by_the_same_company(desk: Desk) -> None:
    """Scheduling services cancel, and invite anew."""
    desk.run("hold", "acme", *SLOTS)
    desk.run("settle", "acme", "1")
    new = event("new@x", "11T1000", "11T1100", "Interview: Data Engineer at Acme", *INVITED)
    other = event("other@x", "11T1000", "11T1100", "Interview: Analyst at Globex", *INVITED)
    gone = ACME.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")
    desk.put(desk.week, (gone, other))
    desk.run("settle")
    assert desk.starts() == ["11T1000"], "another company's interview at that time is a collision, not the answer"
    desk.put(desk.week, (gone, new))
    desk.run("settle")
    assert desk.holds() == []


def test_time_that_nothing_was_held_for(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS)
    desk.run("settle", "acme", "2027-03-16T11:00")
    assert desk.starts() == ["16T1100"]
    with pytest.raises(UsageError, match="S3CRET"):
        desk.run("settle", "acme", "2027-03-10T14:00")
    assert desk.starts() == ["16T1100"]
    desk.run("settle", "acme", "2027-03-17T11:00")
    assert desk.starts() == ["17T1100"], "agreed anew"


def test_number_names_no_other_time_once_one_is_agreed(desk: Desk) -> None:
    """Said again after an interruption, the numbers have moved up; the agreed time is what counts."""
    desk.run("hold", "acme", *SLOTS)
    desk.run("settle", "acme", "1")
    desk.run("settle", "acme", "1")
    assert desk.json("settle", "acme", "2")["slot"]["start"][:16] == "2027-03-11T10:00"
    assert desk.starts() == ["11T1000"]


def test_number_and_time_must_be_clear(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS)
    with pytest.raises(UsageError, match="1  Thu 2027-03-11 10:00"):
        desk.run("settle", "acme")
    with pytest.raises(UsageError, match="no hold number 9"):
        desk.run("settle", "acme", "9")
    with pytest.raises(UsageError, match="give the time"):
        desk.run("settle", "acme", "2027-03-11")
    assert len(desk.holds()) == 3


def test_hold_itself_can_be_named(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS)
    rows = [o for o in desk.json("agenda")["occurrences"] if o["summary"] == "Hold"]
    desk.run("settle", rows[1]["id"])
    assert desk.starts() == ["12T1400"]


def test_owners_entry_moves_with_its_blocks(desk: Desk) -> None:
    desk.put(desk.week, (OWN, DENTIST))
    desk.run("checklist", "quarry", "--add")
    desk.run("hold", "quarry", *SLOTS)
    week, private = desk.texts(desk.week), desk.texts(desk.private)
    done = desk.json("settle", "quarry", "1")
    assert (done["role"], done["moved"], done["packets"]) == ("owner", ["own@x"], [])
    assert done["blocks"] >= 1
    assert desk.holds() == []
    assert value(desk, "own@x", "DTSTART") == "20270311T100000"
    assert value(desk, "own@x", "X-MINE") == "kept"
    blocks = [o for o in desk.json("agenda")["occurrences"] if o["summary"] in ("Preparation", "Checklist", "Notes")]
    assert {o["start"][:10] for o in blocks} == {"2027-03-11"}
    desk.run("undo", now=())
    assert desk.texts(desk.week) == week
    assert {k: sorted(v.split(b"\n")) for k, v in desk.texts(desk.private).items()} == {
        k: sorted(v.split(b"\n")) for k, v in private.items()
    }
    assert not list((desk.folder / "data" / "settling").glob("*"))


def test_organizer_moves_and_a_draft_tells_the_guests(desk: Desk) -> None:
    desk.put(desk.week, (MINE, DENTIST))
    desk.run("hold", "marble", *SLOTS)
    done = desk.json("settle", "marble", "2027-03-12T14:00")
    assert (done["role"], len(done["packets"])) == ("organizer", 1)
    assert (value(desk, "mine@x", "SEQUENCE"), value(desk, "mine@x", "DTSTART")) == ("5", "20270312T140000")
    assert desk.holds() == []
    leaves = b"".join(
        p.read_bytes() for p in (desk.folder / "data").rglob("*") if p.is_file() and "sqlite" not in p.name
    )
    assert b"guest@y.example" in leaves
    assert b"S3CRET" not in leaves
    again = desk.json("settle", "marble", "2027-03-12T14:00")
    assert again["moved"] == []
    assert value(desk, "mine@x", "SEQUENCE") == "5"


def test_series_moves_one_instance(desk: Desk) -> None:
    weekly = MINE.replace("SUMMARY", "RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY")
    desk.put(desk.week, (weekly,))
    rows = [o["id"] for o in desk.json("agenda")["occurrences"] if o["uid"] == "mine@x"]
    assert len(rows) == 2
    desk.run("hold", rows[0], "--slot", "2027-03-12T14:00")
    desk.run("settle", rows[0], "1")
    starts = [o["start"][:16] for o in desk.json("agenda")["occurrences"] if o["uid"] == "mine@x"]
    assert starts == ["2027-03-12T14:00", "2027-03-16T15:00"]
    assert desk.holds() == []


def test_calendar_that_may_not_be_written_is_left_alone(desk: Desk) -> None:
    desk.put(desk.week, (OWN,))
    desk.settings(desk._table("Week", desk.week, ""), desk._table("Private", desk.private, "holds = true"))
    desk.run("hold", "quarry", *SLOTS)
    before = desk.texts(desk.week), desk.texts(desk.private)
    with pytest.raises(UsageError, match="write = true"):
        desk.run("settle", "quarry", "1")
    assert (desk.texts(desk.week), desk.texts(desk.private)) == before
    assert not list((desk.folder / "data").glob("settling/*"))


def test_blocks_follow_when_the_organizer_moves(desk: Desk) -> None:
    desk.run("checklist", "acme", "--add")
    before = {o["summary"]: o["start"] for o in desk.json("agenda")["occurrences"]}
    desk.put(desk.week, (ACME.replace("20270309T15", "20270311T10").replace("20270309T16", "20270311T11"),))
    desk.run("settle")
    after = {o["summary"]: o["start"] for o in desk.json("agenda")["occurrences"]}
    assert (before["Preparation"][:10], after["Preparation"][:10]) == ("2027-03-09", "2027-03-11")
    assert after["Preparation"][11:16] < "10:00"


def test_record_that_cannot_be_completed_is_said(desk: Desk) -> None:
    folder = Path(desk.folder / "data" / "settling")
    folder.mkdir(parents=True)
    (folder / "x.json").write_text("{")
    with pytest.raises(Exception, match="cannot be read"):
        desk.run("settle")
    times = ["2027-03-09T15:00:00+00:00", "2027-03-09T16:00:00+00:00"]
    step = {"key": "0" * 32, "was": times, "to": times}
    (folder / "x.json").write_text(json.dumps({"version": 1, "sources": [], "steps": [step]}))
    with pytest.raises(Exception, match="not in the calendars"):
        desk.run("settle")


def test_number_said_again_after_an_interruption(desk: Desk) -> None:
    """The run that was killed had moved the entry and dropped no hold yet; its record is still there."""
    desk.put(desk.week, (OWN, DENTIST))
    desk.run("hold", "quarry", *SLOTS)
    (hold,) = {h.key for h in desk.holds()}
    to = [t.isoformat() for t in desk.holds()[1].period]
    was = ["2027-03-09T15:00:00+00:00", "2027-03-09T16:00:00+00:00"]
    folder = desk.folder / "data" / "settling"
    folder.mkdir()
    record = {"version": 1, "sources": [], "steps": [{"key": hold, "was": was, "to": to}]}
    (folder / "x.json").write_text(json.dumps(record))
    (folder / ".interviews-1-0").write_text("half")
    assert "Completed what an interrupted run left over" in desk.run("settle", "quarry", "2")
    assert value(desk, "own@x", "DTSTART") == "20270312T140000"
    assert desk.holds() == []
    assert not list(folder.iterdir())
