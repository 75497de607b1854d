"""Whose time counts for a meeting whose guests have calendars that are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.calling import NOW, call, settings
from tests.oracle.make import timed, vcalendar

SETTINGS = """me = ["ines@corp.example"]
zone = "Europe/Lisbon"
[proposals]
holidays = false
[[calendars]]
name = "mine"
source = "{folder}/mine.ics"
"""
OWNED = """[[calendars]]
name = "his"
source = "{folder}/kofi.ics"
owner = "kofi@corp.example"
"""
PERSON = """[[people]]
name = "Kofi"
address = "kofi@corp.example"
calendars = ["{folder}/kofi.ics"]
"""
NOTE = "takes part, so that calendar counts too"


def _explained(folder: Path, more: str, when: str, *words: str, partstat: str = "ACCEPTED", owner: str = "") -> str:
    guests = ("ORGANIZER:mailto:ines@corp.example", f"ATTENDEE;PARTSTAT={partstat}:mailto:kofi@corp.example")
    meeting = timed("20270310T100000Z", "20270310T110000Z", *guests, uid="m", summary="Carla: panel")
    other = timed("20270311T140000Z", "20270311T150000Z", uid="x", summary="Board")
    (folder / "mine.ics").write_bytes(vcalendar(meeting))
    (folder / "kofi.ics").write_bytes(vcalendar(meeting, other))
    settings(folder, (SETTINGS + more).format(folder=folder))
    listed = call("agenda", "--json", *NOW).json["occurrences"]
    ref = next(o["id"] for o in listed if o["summary"] == "Carla: panel" and (o["owner"] or "") == owner)
    said = call("propose", ref, "--explain", when, *words, *NOW)
    return said.out + said.err


@pytest.mark.parametrize("more", [OWNED, PERSON])
def test_guests_whose_calendars_are_there_must_be_free(tmp_path: Path, more: str) -> None:
    said = _explained(tmp_path, more, "2027-03-11T14:00")
    assert "It is not possible:" in said
    assert NOTE in said
    said = _explained(tmp_path, more, "2027-03-11T14:00", "--need", "me")
    assert "It is possible." in said
    assert NOTE not in said


@pytest.mark.parametrize("more", [OWNED, PERSON])
def test_the_present_time_is_free_again_for_everybody(tmp_path: Path, more: str) -> None:
    assert "It is possible." in _explained(tmp_path, more, "2027-03-10T10:30")


def test_the_present_time_is_free_again_by_his_entry_too(tmp_path: Path) -> None:
    assert "It is possible." in _explained(tmp_path, OWNED, "2027-03-10T10:30", owner="kofi@corp.example")


def test_who_has_declined_is_not_waited_for(tmp_path: Path) -> None:
    assert "It is possible." in _explained(tmp_path, OWNED, "2027-03-11T14:00", partstat="DECLINED")
