"""`interviews` alone."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from scheduler.app.outbox import entered
from scheduler.model.time import Period
from scheduler.outbox.entry import Entry
from tests.oracle.cli import ROOT, interviews

SAMPLE = {"INTERVIEWS_CONFIG": "sample_calendars/settings.toml", "COLUMNS": "80"}


def test_without_settings_two_lines_say_how_to_begin() -> None:
    answer = interviews()
    assert (answer.status, answer.out.count("\n")) == (0, 2)
    assert "interviews init" in answer.out
    assert "interviews scan my.ics" in answer.out


def test_settings_without_calendars(tmp_path: Path) -> None:
    (tmp_path / "no-settings.toml").write_text('zone = "UTC"\n')
    assert "interviews init --calendar" in interviews().out


def test_what_comes_next_what_is_wrong_and_what_to_do(tmp_path: Path) -> None:
    answer = interviews("--now", "2027-03-10T14:45", env=SAMPLE)
    assert answer.status == 1
    lines = [line.rstrip() for line in answer.out.splitlines()]
    assert lines[0] == "Wed 10 Mar 2027, 14:45 in Europe/Lisbon"
    assert lines[1].startswith("Next: Brightwater Labs")
    assert lines[2] == "      Wed 10 Mar 15:00–16:00, in 15 minutes (Wed 10:00 in America/New_York)"
    assert lines[3].startswith("      join: https://")
    assert sum(line.startswith((" !", "!!")) for line in lines) == 3
    reference = lines[1].rsplit(maxsplit=1)[1]
    assert f"   interviews checklist {reference}" in answer.out
    assert not (tmp_path / "data").exists(), "looking must not make a journal"


def test_what_is_named_to_do_next_works(tmp_path: Path) -> None:
    """An invitation that nobody answered: the command needs nothing more."""
    calendar = tmp_path / "own.ics"
    calendar.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a\nDTSTAMP:20270301T080000Z\nDTSTART:20270309T100000Z\n"
        "DTEND:20270309T110000Z\nSUMMARY:Interview with Acme: Engineer\nORGANIZER:mailto:jo@acme.example\n"
        "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:me@x.example\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    (tmp_path / "no-settings.toml").write_text(
        f'name = "Me"\nme = ["me@x.example"]\nzone = "UTC"\n[[calendars]]\nname = "x"\nsource = "{calendar}"\n'
    )
    now = ("--now", "2027-03-05T09:00")
    step = next(x for x in interviews(*now).out.splitlines() if "answer Acme" in x)
    assert interviews(*step.split()[1:3], *now).status == 0


def test_while_an_interview_goes_on() -> None:
    assert "it is going on now" in interviews("--now", "2027-03-08T14:10", env=SAMPLE).out


def test_when_all_is_well(tmp_path: Path) -> None:
    calendar = ROOT / "sample_calendars" / "vdir"
    (tmp_path / "no-settings.toml").write_text(f'zone = "UTC"\n[[calendars]]\nname = "x"\nsource = "{calendar}"\n')
    answer = interviews("--now", "2031-03-05T09:00")
    assert answer.status == 0
    assert "No interview until" in answer.out
    assert "Nothing is wrong in the next 7 days." in answer.out


def test_when_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "no-settings.toml").write_text('zone = "UTC"\n[[calendars]]\nname = "x"\nsource = "gone.ics"\n')
    answer = interviews("--now", "2031-03-05T09:00")
    assert "Nothing could be read." in answer.out
    assert "Nothing is wrong" not in answer.out


def test_what_waits_for_an_answer(tmp_path: Path) -> None:
    when = Period(datetime(2027, 3, 12, 13, tzinfo=UTC), datetime(2027, 3, 12, 14, tzinfo=UTC))
    at = datetime(2027, 3, 1, 9, tzinfo=UTC)
    with entered() as room:
        room.journal.add(Entry(at, "out", "email", "sent", "Northwind", "uid-1", "reschedule", None, when))
    answer = interviews("--now", "2027-03-05T09:00", env=SAMPLE)
    assert "No answer from Northwind since 2027-03-01" in answer.out
    assert "interviews journal --due" in answer.out


def test_now_belongs_to_a_command_where_there_is_one() -> None:
    answer = interviews("--now", "2027-03-05", "scan")
    assert answer.status == 2
    assert "after the command: interviews scan" in answer.err


def test_it_starts_without_what_it_does_not_need() -> None:
    answer = interviews(env={"PYTHONPROFILEIMPORTTIME": "1"})
    for heavy in ("rich", "icalendar", "sqlite3", "caldav", "tomlkit"):
        assert f" {heavy}\n" not in answer.err, heavy
    assert sqlite3.sqlite_version
