"""A user's desk: her week in a file or a folder, a private calendar for holds, and the commands as she calls them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from cli.main import interviews
from scheduler.holds.hold import Hold, read_hold
from scheduler.ics.parse import parse_component

NOW = ("--now", "2027-03-05T09:00")
INVITED = ("ORGANIZER:mailto:jo@acme.example", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x.example")
HOSTED = ("ORGANIZER:mailto:me@x.example", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:guest@y.example")


def event(uid: str, start: str, end: str, title: str, *lines: str) -> str:
    """A VEVENT on 2027-03; `start` and `end` as 09T1500, in Lisbon (UTC then)."""
    times = (f"DTSTART;TZID=Europe/Lisbon:202703{start}00", f"DTEND;TZID=Europe/Lisbon:202703{end}00")
    body = (f"UID:{uid}", "DTSTAMP:20270301T090000Z", *times, f"SUMMARY:{title}", *lines)
    return "\r\n".join(("BEGIN:VEVENT", *body, "END:VEVENT", ""))


def calendar(*events: str) -> bytes:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
    return (head + "".join(events) + "END:VCALENDAR\r\n").encode()


ACME = event("acme@x", "09T1500", "09T1600", "Interview: Data Engineer at Acme", *INVITED)
DENTIST = event("dentist@x", "10T1400", "10T1500", "Zahnarzt S3CRET", "LOCATION:Harbour Street S3CRET")


class Desk:
    """`kind`: how calendars are stored, "file" or "vdir"."""

    def __init__(self, folder: Path, kind: str, events: Iterable[str] = (ACME, DENTIST)) -> None:
        self.folder, self.kind = folder, kind
        self.week, self.private = (self._calendar(name) for name in ("week", "private"))
        self.put(self.week, events)
        self.put(self.private, (event("gym@x", "08T0700", "08T0800", "Gym"),))
        self.settings(
            self._table("Week", self.week, "write = true"), self._table("Private", self.private, "holds = true")
        )

    def _calendar(self, name: str) -> Path:
        path = self.folder / (f"{name}.ics" if self.kind == "file" else name)
        if self.kind == "vdir":
            path.mkdir()
        return path

    @staticmethod
    def _table(name: str, path: Path, more: str) -> str:
        return f'[[calendars]]\nname = "{name}"\nsource = "{path}"\n{more}\n'

    def settings(self, *tables: str) -> None:
        head = 'me = ["me@x.example"]\nname = "Ana Silva"\nphone = "+351 1"\nzone = "Europe/Lisbon"\n'
        (self.folder / "no-settings.toml").write_text(head + "".join(tables))

    def put(self, path: Path, events: Iterable[str]) -> None:
        """All events of a calendar; in a folder one file each."""
        if path.suffix == ".ics":
            path.write_bytes(calendar(*events))
            return
        for old in path.glob("*.ics"):
            old.unlink()
        for number, one in enumerate(events):
            (path / f"e{number}.ics").write_bytes(calendar(one))

    def texts(self, path: Path) -> dict[str, bytes]:
        files = [path] if path.is_file() else sorted(path.glob("*.ics"))
        return {f.name: f.read_bytes() for f in files}

    def text(self, path: Path) -> str:
        return b"".join(self.texts(path).values()).replace(b"\r\n ", b"").decode()

    def holds(self, path: Path | None = None) -> list[Hold]:
        found = []
        for data in self.texts(path or self.private).values():
            root = parse_component(data)
            for child in root.children:
                alone = type(root)("VCALENDAR", (child,))
                if (hold := read_hold(alone)) is not None:
                    found.append(hold)
        return sorted(found, key=lambda h: h.period)

    def starts(self) -> list[str]:
        return [f"{h.period.start:%dT%H%M}" for h in self.holds()]

    def run(self, *words: str, status: int = 0, now: tuple[str, ...] = NOW) -> str:
        done = CliRunner().invoke(interviews, [*words, *now], standalone_mode=False)
        if done.exception is not None:
            raise done.exception
        assert done.return_value == status, done.output
        return done.output

    def json(self, *words: str, now: tuple[str, ...] = NOW) -> Any:
        return json.loads(self.run(*words, "--json", now=now))
