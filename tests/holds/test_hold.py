"""Holding, listing and releasing, as the user calls it, on files and folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.errors import UsageError
from scheduler.ics.parse import parse_component
from tests.holds.desk import ACME, DENTIST, INVITED, Desk, event

NAMES = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP", "CLASS")
SLOTS = ("--slot", "2027-03-11T10:00", "--slot", "2027-03-12T14:00")


def test_hold_says_nothing_but_that_the_time_is_taken(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS)
    events = [e for t in desk.texts(desk.private).values() for e in parse_component(t).children]
    mine = [e for e in events if e.first("X-INTERVIEWS-HOLD")]
    assert len(mine) == 2
    for hold in mine:
        names = [line.name for line in hold.lines]
        assert set(names) == {*NAMES, "X-INTERVIEWS-HOLD", "X-INTERVIEWS-HOLD-UNTIL"}
        assert len(names) == len(set(names))
        assert [hold.value(n) for n in ("SUMMARY", "STATUS", "TRANSP", "CLASS")] == [
            "Hold", "TENTATIVE", "OPAQUE", "PRIVATE",
        ]  # fmt: skip
    secrets = (
        "acme",
        "Acme",
        "Data Engineer",
        "S3CRET",
        "Zahnarzt",
        "jo@",
        "me@",
        "Gym",
        "Ana",
        "ORGANIZER",
        "ATTENDEE",
    )
    written = b"".join(e.to_bytes() for e in mine).decode()
    assert not [s for s in secrets if s in written]


def test_what_stood_there_before_stays_byte_for_byte(desk: Desk) -> None:
    week, private = desk.texts(desk.week), desk.texts(desk.private)
    desk.run("hold", "acme", *SLOTS)
    desk.run("release", "acme")
    assert (desk.texts(desk.week), desk.texts(desk.private)) == (week, private)


def test_same_time_twice_is_one_hold(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS)
    before = desk.texts(desk.private)
    assert "2 held already." in desk.run("hold", "acme", *SLOTS, *SLOTS)
    assert desk.texts(desk.private) == before
    desk.run("hold", "acme", *SLOTS, "--until", "2027-03-10")
    assert len(desk.holds()) == 2
    assert all(f"{h.until:%dT%H}" == "11T00" for h in desk.holds() if h.until)


def test_proposals_are_shown_and_need_a_word(desk: Desk) -> None:
    shown = desk.run("hold", "acme", status=1)
    assert "Interview: Data Engineer at Acme, now Tue 2027-03-09 15:00–16:00 Europe/Lisbon" in shown
    assert desk.holds() == []
    desk.run("hold", "acme", "--yes")
    first = desk.starts()
    proposed = desk.json("propose", "acme")["proposals"]
    assert len(first) == 3
    desk.run("hold", "acme", "--yes")
    assert desk.starts() == first, "the same question once more has the same answer, in spite of its own holds"
    assert not {p["start"][8:13].replace("-", "") for p in proposed} & set(first), "for propose they are taken"


def test_number_is_that_of_the_proposal(desk: Desk) -> None:
    proposed = [p["start"] for p in desk.json("propose", "acme")["proposals"]]
    desk.run("hold", "acme", "--slot", "2", "--yes")
    assert [h.period.start.isoformat()[:16] for h in desk.holds()] == [proposed[1][:16]]
    with pytest.raises(UsageError, match="take one of their numbers"):
        desk.run("hold", "acme", "--slot", "17", "--yes", "--count", "3", "--to", "2027-03-09")


def test_no_time_is_promised_twice(desk: Desk) -> None:
    desk.put(
        desk.week, (ACME, DENTIST, event("globex@x", "11T1500", "11T1600", "Interview: Analyst at Globex", *INVITED))
    )
    desk.run("hold", "acme", *SLOTS)
    with pytest.raises(UsageError, match="held for something else"):
        desk.run("hold", "globex", "--slot", "2027-03-11T10:30", "--anyway")
    proposals = desk.json("propose", "globex", "--count", "20")["proposals"]
    assert proposals
    assert not [p for p in proposals if p["start"][8:16] in ("11T10:00", "11T10:30", "12T14:00", "12T13:30")]
    with pytest.raises(UsageError, match="S3CRET"):
        desk.run("hold", "acme", "--slot", "2027-03-10T14:30")
    desk.run("hold", "acme", "--slot", "2027-03-10T14:30", "--anyway")
    with pytest.raises(UsageError, match="has passed"):
        desk.run("hold", "acme", "--slot", "2027-03-05T08:00")
    with pytest.raises(UsageError, match="give the time"):
        desk.run("hold", "acme", "--slot", "2027-03-12")


def test_hold_is_found_by_reading_alone_whatever_sources_are_named(desk: Desk) -> None:
    """The calendar of the holds counts even where the call names another one."""
    globex = event("globex@x", "11T1500", "11T1600", "Interview: Analyst at Globex", *INVITED)
    desk.put(desk.week, (ACME, globex))
    desk.run("hold", "acme", *SLOTS)
    with pytest.raises(UsageError, match="held for something else"):
        desk.run("hold", "globex", str(desk.week), "--slot", "2027-03-11T10:30")


def test_expired_holds_are_ignored_with_a_note_and_removed(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS, "--until", "2027-03-08")
    late = ("--now", "2027-03-09T09:00")
    assert {x["state"] for x in desk.json("hold")} == {"standing"}
    assert {x["state"] for x in desk.json("hold", now=late)} == {"expired"}
    busy = {o["summary"]: o["busy"] for o in desk.json("agenda")["occurrences"] if o["summary"] == "Hold"}
    free = {o["summary"]: o["busy"] for o in desk.json("agenda", now=late)["occurrences"] if o["summary"] == "Hold"}
    assert (busy, free) == ({"Hold": "tentative"}, {"Hold": "free"})
    notes = [p["message"] for p in desk.json("agenda", now=late)["problems"]]
    assert [n for n in notes if "2 holds are expired" in n and "release --expired" in n]
    assert "No hold has expired." in desk.run("release", "--expired")
    desk.run("release", "--expired", now=late)
    assert desk.holds() == []
    assert "gym@x" in desk.text(desk.private)


def test_expired_hold_that_is_held_again_stands_again(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS, "--until", "2027-03-08")
    desk.run("hold", "acme", *SLOTS, now=("--now", "2027-03-09T09:00"))
    assert {x["state"] for x in desk.json("hold", now=("--now", "2027-03-09T09:00"))} == {"standing"}
    assert len(desk.holds()) == 2


def test_release_takes_one_request_or_all(desk: Desk) -> None:
    desk.put(desk.week, (ACME, event("globex@x", "11T1500", "11T1600", "Interview: Analyst at Globex", *INVITED)))
    desk.run("hold", "acme", *SLOTS)
    desk.run("hold", "globex", "--slot", "2027-03-15T10:00")
    desk.run("release", "acme")
    assert desk.starts() == ["15T1000"]
    desk.run("release", "--all")
    assert desk.holds() == []
    assert "Nothing was held." in desk.run("release", "acme")
    with pytest.raises(UsageError, match="REF"):
        desk.run("release")


def test_undo_takes_the_whole_run_back(desk: Desk) -> None:
    before = desk.texts(desk.private)
    desk.run("hold", "acme", *SLOTS)
    held = desk.texts(desk.private)
    desk.run("release", "acme")
    desk.run("undo", now=())
    assert {k: sorted(v.split(b"\r\n")) for k, v in desk.texts(desk.private).items()} == {
        k: sorted(v.split(b"\r\n")) for k, v in held.items()
    }
    desk.run("undo", now=())
    assert desk.texts(desk.private) == before


def test_never_into_a_work_or_shared_calendar_unless_chosen(desk: Desk) -> None:
    for kind in ("work", "shared"):
        desk.settings(desk._table("Office", desk.week, f'kind = "{kind}"\nwrite = true\nholds = true'))
        with pytest.raises(UsageError, match="no calendar for holds"):
            desk.run("hold", "acme", *SLOTS)
        desk.run("hold", "acme", *SLOTS, "--calendar", "Office")
        assert len(desk.holds(desk.week)) == 2
        desk.run("release", "acme", "--calendar", "Office")
    desk.settings(desk._table("Week", desk.week, ""), desk._table("Mine", desk.private, "write = true"))
    desk.run("hold", "acme", *SLOTS)
    assert len(desk.holds()) == 2
    desk.settings(desk._table("Bob", desk.week, 'owner = "bob@x.example"\nwrite = true'))
    with pytest.raises(UsageError, match="belongs to"):
        desk.run("hold", "acme", *SLOTS, str(desk.week), "--calendar", "Bob")


def test_no_settings_at_all(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "file")
    (tmp_path / "no-settings.toml").unlink()
    place = tmp_path / "new.ics"
    words = (str(desk.week), "--calendar", str(place), "--zone", "Europe/Lisbon", "--me", "me@x.example")
    with pytest.raises(UsageError, match="--calendar"):
        desk.run("hold", "acme", *SLOTS, str(desk.week), "--zone", "Europe/Lisbon")
    desk.run("hold", "acme", *SLOTS, *words)
    assert len(desk.holds(place)) == 2
    desk.run("settle", "acme", "2", *words)
    assert [f"{h.period.start:%dT%H%M}" for h in desk.holds(place)] == ["12T1400"]


def test_title_of_the_users_own_makes_no_second_interview(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS, "--title", "Interview: Data Engineer at Acme")
    rows = [o for o in desk.json("agenda")["occurrences"] if o["interview"] is not None]
    assert [o["uid"] for o in rows] == ["acme@x"]
    desk.run("release", "acme")


def test_many_events_cost_no_parse_of_all(tmp_path: Path) -> None:
    """A property that only looks like ours, in a text, is no hold."""
    note = event(
        "note@x", "08T0900", "08T0930", "Note", "DESCRIPTION:a\\nX-INTERVIEWS-HOLD:acme", "X-INTERVIEWS-HOLDER:1"
    )
    desk = Desk(tmp_path, "file", (ACME, note))
    desk.run("hold", "acme", *SLOTS, "--calendar", "Week")
    desk.run("release", "--all")
    assert "note@x" in desk.text(desk.week)
    assert desk.holds(desk.week) == []


def test_list_names_what_it_is_for_and_that_it_was_agreed(desk: Desk) -> None:
    assert desk.run("hold").startswith("Nothing is held. To hold times for an interview: interviews hold ")
    assert desk.json("hold") == []
    desk.run("hold", "acme", *SLOTS)
    shown = desk.run("hold")
    assert "Interview: Data Engineer at Acme\n  1  Thu 2027-03-11 10:00–11:00" in shown
    assert "to the end of Fri 2027-03-12" in shown


def test_numbers_are_those_that_settle_takes(desk: Desk) -> None:
    desk.run("hold", "acme", *SLOTS)
    said = desk.run("hold", "acme", "--slot", "2027-03-11T16:00", "--slot", "2027-03-08T10:00")
    assert "  1  Mon 2027-03-08 10:00" in said
    assert "  3  Thu 2027-03-11 16:00" in said
    assert "When they have chosen: interviews settle " in said
    lines = [line.split()[:3] for line in desk.run("hold").splitlines()[1:]]
    assert [(n, day) for n, _, day in lines] == [
        ("1", "2027-03-08"), ("2", "2027-03-11"), ("3", "2027-03-11"), ("4", "2027-03-12"),
    ]  # fmt: skip
    rows = desk.json("hold")
    assert [r["number"] for r in rows] == [1, 2, 3, 4]
    assert desk.json("settle", rows[0]["ref"], "3")["slot"]["start"] == "2027-03-11T16:00:00+00:00"


def test_numbers_are_counted_for_each_interview(desk: Desk) -> None:
    """Two interviews of one title are two lists."""
    again = event("again@x", "16T1500", "16T1600", "Interview: Data Engineer at Acme", *INVITED)
    desk.put(desk.week, (ACME, again))
    refs = [o["id"] for o in desk.json("agenda")["occurrences"] if o["interview"]]
    for ref, slot in zip(refs, ("2027-03-11T10:00", "2027-03-12T14:00"), strict=True):
        desk.run("hold", ref, "--slot", slot)
    assert [(r["ref"], r["number"]) for r in desk.json("hold")] == [(ref, 1) for ref in refs]


def test_dry_run_shows_no_numbers(desk: Desk) -> None:
    """The number of a proposal (--slot N) and the number of a hold are two things."""
    assert "\n  Thu 2027-03-11 10:00" in desk.run("hold", "acme", *SLOTS, "--dry-run")


def test_no_calendar_for_holds_says_what_to_do(desk: Desk) -> None:
    desk.settings(desk._table("Week", desk.week, ""))
    with pytest.raises(UsageError) as none:
        desk.run("hold", "acme", *SLOTS)
    assert "This time: add --calendar 'Week'. From now on: write holds = true below its name in " in str(none.value)
    desk.settings(desk._table("Office", desk.week, 'kind = "work"\nholds = true'))
    with pytest.raises(UsageError, match=r"--calendar 'Office' \('Office' is shared, or of your work: it takes holds"):
        desk.run("hold", "acme", *SLOTS)


def test_a_folder_that_is_no_calendar_takes_no_holds(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "all" / "one").mkdir(parents=True)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.jpg").touch()
    with pytest.raises(UsageError, match=r"is a folder of calendars, not one; name one of them: .*/all/one\."):
        desk.run("hold", "acme", *SLOTS, "--calendar", str(tmp_path / "all"))
    with pytest.raises(UsageError, match=r"there is no \.ics file in it"):
        desk.run("hold", "acme", *SLOTS, "--calendar", str(tmp_path / "pictures"))
    said = desk.run("hold", "acme", *SLOTS, "--calendar", str(tmp_path / "all" / "one"))
    assert len(list((tmp_path / "all" / "one").glob("*.ics"))) == 2
    assert f"To add it: interviews init --calendar {tmp_path}/all/one" in said
    assert "not in your settings" not in desk.run("hold", "acme", *SLOTS)
