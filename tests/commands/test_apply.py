"""A saved plan carried out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.calling import NOW, ROOT, ana, calendar, call, event, settings


def planned(*more: str) -> None:
    said = call("plan", "--save", *NOW, *more)
    assert said.status in (0, 1), said.err


def state(own: Path, tmp_path: Path) -> tuple[bytes, list[str]]:
    return own.read_bytes(), sorted(p.name for p in (tmp_path / "data" / "outbox").iterdir() if p.is_dir())


def test_own_entries_move_messages_are_drafted_times_are_held(tmp_path: Path) -> None:
    own = ana(tmp_path)
    planned()
    said = call("apply", *NOW, "--json").json
    assert said["remaining"] == []
    assert [p["company"] for p in said["packets"]] == ["Tidewater Robotics", "Lumen Health"]
    text = own.read_bytes().decode()
    assert text.count("SUMMARY:Hold") == 6
    scan = call("scan", *NOW, "--json").json["findings"]
    titles = {f["message"] for f in scan if "Dentist" in f["message"] or "Gym" in f["message"]}
    assert titles == set()


def test_once_more_changes_nothing(tmp_path: Path) -> None:
    own = ana(tmp_path)
    planned()
    call("apply", *NOW)
    before = state(own, tmp_path)
    again = call("apply", *NOW)
    assert again.status == 0
    assert state(own, tmp_path) == before


def test_a_dry_run_does_nothing(tmp_path: Path) -> None:
    own = ana(tmp_path)
    before = own.read_bytes()
    planned()
    said = call("apply", "--dry-run", *NOW)
    assert "'Dentist, Dr. Moura' (Mon 2027-03-08 13:45–14:30 Europe/Lisbon) would move to" in said.out
    assert own.read_bytes() == before
    assert not (tmp_path / "data" / "outbox").exists()


def test_a_dry_run_says_what_would_be_refused_and_nothing_is_done_by_halves(tmp_path: Path) -> None:
    own = ana(tmp_path)
    planned()
    text = (tmp_path / "settings.toml").read_text()
    settings(tmp_path, text.replace("write = true\n", ""))
    before = own.read_bytes()
    said = call("apply", "--dry-run", *NOW)
    assert said.status == 2
    assert "It would be refused, and nothing done: 'Dentist, Dr. Moura' stands in" in said.out
    assert "whose settings do not say write = true" in said.out
    done = call("apply", *NOW)
    assert done.status == 2
    assert "Nothing was done:" in done.err
    assert own.read_bytes() == before
    assert not (tmp_path / "data" / "outbox").exists()


def test_a_dry_run_says_that_no_time_would_be_held(tmp_path: Path) -> None:
    ana(tmp_path)
    planned()
    text = (tmp_path / "settings.toml").read_text()
    settings(tmp_path, text.replace("holds = true\n", "").replace("write = true\n", ""))
    assert "The times would not be held: There is no calendar for holds." in call("apply", "--dry-run", *NOW).out


def test_a_plan_that_does_not_fit_any_more_does_nothing(tmp_path: Path) -> None:
    own = ana(tmp_path)
    planned()
    call("update", "dentist", "--to", "2027-03-12T17:30", *NOW)
    before = own.read_bytes()
    said = call("apply", *NOW)
    assert said.status == 2
    assert "'Dentist, Dr. Moura' has moved meanwhile: it is on Fri 2027-03-12 17:30" in said.err
    assert "interviews plan --again" in said.err
    assert own.read_bytes() == before


def test_a_time_that_was_taken_meanwhile(tmp_path: Path) -> None:
    own = ana(tmp_path)
    planned()
    new = event("new", "20270308T120000Z", "20270308T133000Z", "Lunch with Zoe")
    own.write_bytes(own.read_bytes().replace(b"END:VCALENDAR", new.encode() + b"\r\nEND:VCALENDAR"))
    said = call("apply", *NOW)
    assert said.status == 2
    assert "is not free any more: 'Lunch with Zoe' stands there" in said.err


def test_people_of_other_events_are_asked(tmp_path: Path) -> None:
    """A meeting that somebody else organises lies across an interview: its organizer is asked to move it."""
    own = tmp_path / "own.ics"
    me = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana.silva@mail.example"
    interview = event(
        "acme-1", "20270309T100000Z", "20270309T110000Z", "Interview with Acme: Data Engineer",
        "ORGANIZER;CN=Jo Roe:mailto:jo@acme.example", me,
    )  # fmt: skip
    other = event(
        "team-1", "20270309T103000Z", "20270309T113000Z", "Sprint review",
        'ORGANIZER;CN="Faria, Marta":mailto:marta@atelier.example', me, "ATTENDEE:mailto:rui@atelier.example",
    )  # fmt: skip
    own.write_bytes(calendar(interview, other))
    settings(
        tmp_path,
        'me = ["ana.silva@mail.example"]\nname = "Ana Silva"\nphone = "+351 1"\nzone = "Europe/Lisbon"\n'
        f'[[calendars]]\nname = "own"\nsource = "{own}"\nwrite = true\nholds = true\n',
    )
    before = own.read_bytes()
    planned()
    said = call("apply", *NOW, "--json").json
    (asked,) = said["packets"]
    assert asked["kind"] == "counter"
    shown = call("outbox", "show", asked["id"]).out
    assert "Goes to: marta@atelier.example" in shown
    assert "Dear Marta Faria," in shown
    assert "METHOD:COUNTER" in shown
    assert "Acme" not in shown
    assert "I have a conflict in my schedule" in shown
    assert own.read_bytes() == before


def test_what_cannot_be_done_by_itself_remains(tmp_path: Path) -> None:
    ana(tmp_path)
    text = (tmp_path / "settings.toml").read_text()
    settings(tmp_path, text.replace('name = "Ana Silva"\n', ""))
    planned()
    said = call("apply", *NOW)
    assert said.status == 1
    assert "What remains for you:" in said.out
    assert "Then: interviews reschedule bb509c --slot 2027-03-" in said.out


@pytest.mark.parametrize("after", [0.25, 0.5, 0.75, 1.0])
def test_killed_and_called_again_it_goes_on(tmp_path: Path, after: float) -> None:
    """Whenever it is killed, one more run ends where an undisturbed one ends: nothing twice, nothing missing."""
    own = ana(tmp_path)
    planned()
    undisturbed = tmp_path / "undisturbed"
    undisturbed.mkdir()
    words = [sys.executable, "-m", "cli", "apply", *NOW]
    began = time.monotonic()
    process = subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ)
    )
    time.sleep(max(0.0, after - (time.monotonic() - began)))
    process.send_signal(signal.SIGKILL)
    process.wait(20)
    said = call("apply", *NOW, "--json")
    assert said.status == 0, said.err
    assert len(said.json["packets"]) == 2
    text = own.read_bytes().decode()
    assert text.count("SUMMARY:Hold") == 6
    assert text.count("SEQUENCE:1\r\nSTATUS:CONFIRMED\r\nSUMMARY:Dentist") == 1
    assert len(call("outbox", "--json").json) == 2
