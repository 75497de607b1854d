"""A call without REF or ID names what it could be about, and the command to type."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.calling import NOW, ana, call, settings

KESTREL = "  1e2cba  Mon 8 Mar 14:00–14:30 "


@pytest.mark.parametrize(
    "command",
    ["reschedule", "withdraw", "pause", "accept", "clarify", "decide", "checklist", "propose"],
)
def test_interviews_ahead(tmp_path: Path, command: str) -> None:
    ana(tmp_path)
    said = call(command, *NOW)
    assert said.status == 2
    assert said.err.startswith(f"Say which interview, as: interviews {command} 1e2cba\n{KESTREL}")
    assert "Northwind interview 1 of 4" in said.err
    assert "Northwind interview 2 of 4" not in said.err, "a loop is one"
    assert "Dentist" not in said.err
    assert not (tmp_path / "data").exists(), "looking makes nothing"


@pytest.mark.parametrize("command", ["thank", "apologise", "follow-up"])
def test_interviews_that_have_begun(tmp_path: Path, command: str) -> None:
    ana(tmp_path)
    assert "None has begun." in call(command, *NOW).err
    said = call(command, "--now", "2027-03-09T10:30")
    assert said.err.splitlines()[0] == f"Say which interview, as: interviews {command} 6ac0b5"
    assert KESTREL in said.err
    assert "Tidewater" not in said.err


def test_own_entries_for_update(tmp_path: Path) -> None:
    ana(tmp_path)
    said = call("update", *NOW)
    assert said.err.startswith("Say which entry, as: interviews update ebb7ec\n")
    assert said.err.count("Gym") == 1, "of a series the next one"
    assert "Sprint review" not in said.err, "somebody else organises it"
    assert "Kestrel" not in said.err


def test_packets_that_wait(tmp_path: Path) -> None:
    ana(tmp_path)
    assert call("send").err == "Say which message, as: interviews send ID. None waits to be sent."
    draft = call("reschedule", "kestrel", "--reason", "conflict", "--json", *NOW).json["id"]
    for words in (("send",), ("outbox", "show"), ("outbox", "edit"), ("outbox", "drop")):
        said = call(*words)
        assert said.status == 2
        assert said.err == (
            f"Say which message, as: interviews {' '.join(words)} {draft}\n"
            f"  {draft}  draft  reschedule, Kestrel, to Jonas Weber <jonas.weber@kestrel.example>"
        )
    assert call("outbox", "settle").err.endswith("None waits for that.")
    call("outbox", "drop", draft)
    assert "None waits" in call("send").err


def test_requests_that_times_are_held_for(tmp_path: Path) -> None:
    ana(tmp_path)
    assert "Nothing is held." in call("release", *NOW).err
    assert "interviews hold 1e2cba\n" + KESTREL in call("hold", *NOW).out
    call("hold", "tidewater", "--yes", *NOW)
    said = call("release", *NOW)
    assert said.status == 2
    assert "as: interviews release bb509c\n  bb509c  3 held  Interview with Tidewater" in said.err
    assert "interviews release --all" in said.err
    assert call("settle", *NOW).out.endswith("When one is agreed: interviews settle bb509c NUMBER\n")


def test_calendars_that_cannot_be_read(tmp_path: Path) -> None:
    settings(tmp_path, 'me = ["a@b.example"]\n')
    said = call("reschedule", *NOW)
    assert said.status == 2
    assert said.err.startswith("Say which, as: interviews reschedule REF. There is nothing to read.")


def test_lines_end_where_the_terminal_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ana(tmp_path)
    monkeypatch.setenv("COLUMNS", "70")
    lines = call("reschedule", *NOW).err.splitlines()[1:]
    assert max(map(len, lines)) == 70
    assert lines[0].endswith("  Kestrel: Phone screen: Ana Silva an…")
