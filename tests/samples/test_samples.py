"""The sample calendars are sound: other programs read them, and they tell what their README says."""

from __future__ import annotations

import email
import email.policy
import os
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

from scheduler.settings.load import parse_settings

SAMPLES = Path(__file__).parents[2] / "sample_calendars"
CALENDARS = sorted(SAMPLES.rglob("*.ics"))


def _expanded(path: Path, start: date, end: date) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return list(recurring_ical_events.of(calendar).between(start, end))


def _start(path: Path, word: str, zone: str) -> list[str]:
    found = _expanded(path, date(2027, 3, 1), date(2027, 4, 5))
    starts = [e.start for e in found if word in e["SUMMARY"]]
    return sorted(f"{s.astimezone(ZoneInfo(zone)):%a %d %H:%M}" for s in starts if isinstance(s, datetime))


@pytest.mark.parametrize("path", CALENDARS, ids=lambda p: p.name)
def test_every_calendar_is_sound(path: Path) -> None:
    data = path.read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    calendar = icalendar.Calendar.from_ical(data)
    assert [e.errors for e in calendar.walk() if e.errors] == []
    assert _expanded(path, date(2027, 3, 1), date(2027, 4, 5))
    defined = {str(z["TZID"]) for z in calendar.walk("VTIMEZONE")}
    used = {
        p.params["TZID"]
        for e in calendar.walk("VEVENT")
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID")
        if (p := e.get(name)) is not None and "TZID" in p.params
    }
    assert used <= defined


def test_the_stories_are_as_told() -> None:
    ana, emil = SAMPLES / "candidate_week.ics", SAMPLES / "dst_week.ics"
    assert _start(ana, "Osprey", "Europe/Lisbon") == ["Thu 11 03:00"]
    assert _start(ana, "Lumen", "Europe/Lisbon") == ["Wed 10 15:30"]
    assert _start(ana, "Brightwater", "Europe/Lisbon") == ["Wed 10 15:00", "Wed 10 15:00"]
    assert _start(ana, "Harborline", "Europe/Lisbon") == ["Tue 09 10:00"]
    assert _start(emil, "Cobalt", "Europe/Berlin") == ["Thu 25 15:00", "Tue 30 16:00"]
    assert _start(SAMPLES / "vdir" / "study-group-2027.ics", "moved", "Europe/London") == ["Thu 11 10:00"]


def test_the_invitation_carries_the_same_calendar_twice_and_its_sender_is_not_its_organizer() -> None:
    mail = email.message_from_bytes((SAMPLES / "invitation.eml").read_bytes(), policy=email.policy.default)
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    inline, attached = (part.get_payload(decode=True) for part in list(mail.walk())[4:])
    assert inline == attached
    calendar = icalendar.Calendar.from_ical(inline)
    assert calendar["METHOD"] == list(mail.walk())[4].get_param("method") == "REQUEST"
    (event,) = calendar.walk("VEVENT")
    assert str(event["ORGANIZER"]).removeprefix("mailto:") not in str(mail["From"])


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*settings.toml")), ids=lambda p: p.name)
def test_the_settings_are_read(path: Path) -> None:
    settings = parse_settings(path.read_text("utf-8"), path.name)
    for calendar in settings.calendars:
        assert (SAMPLES.parent / calendar.source).exists()


COMMANDS = re.findall(
    r"^\$ (?:(INTERVIEWS_CONFIG)=(\S+) )?interviews (.*)$", (SAMPLES / "README.md").read_text("utf-8"), re.M
)


@pytest.mark.parametrize(("variable", "value", "words"), COMMANDS, ids=lambda x: x[:40])
def test_every_command_of_the_readme_finds_something(variable: str, value: str, words: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "INTERVIEWS_CONFIG": value or str(tmp_path / "none.toml"),
        "XDG_CACHE_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "cli", *words.split()],
        cwd=SAMPLES.parent,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert "serious" in done.stdout
