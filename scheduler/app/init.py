"""`interviews init`: what the user answered, into the settings file; what stands there stays."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from scheduler.app.calendar_days import country_of
from scheduler.app.here import local_zone, read_settings, settings_path, zone_named
from scheduler.app.read import ReadRequest, gather
from scheduler.app.scan import parse_hours
from scheduler.errors import SettingsError, UsageError
from scheduler.ics.values import mail_address
from scheduler.settings.core import CalendarSetting, Settings
from scheduler.settings.load import parse_settings
from scheduler.settings.write import NewCalendar, Value, changed
from scheduler.stores.files import put_file

_SERVER_WORDS = ("caldav", "dav", "remote.php", "dav.php", "caldav.php", "sogo")


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked and answered, as the user wrote it; None: leave it as it is.

    Into the `writable` of the calendars changes and holds may be written.
    """

    zone: str | None = None
    name: str | None = None
    me: tuple[str, ...] | None = None
    phone: str | None = None
    calendars: tuple[str, ...] = ()
    writable: tuple[str, ...] = ()
    hours: str | None = None
    buffer: int | None = None
    travel: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What is there before anything is asked; `zone` is what would be taken, with where it comes from."""

    path: Path
    new: bool
    settings: Settings
    zone: str
    zone_from: str


@dataclass(frozen=True, slots=True)
class Look:
    """A calendar that was looked into: the entries of the next weeks, and the worst that is wrong with it."""

    entries: int
    interviews: int
    error: str


@dataclass(frozen=True, slots=True)
class Written:
    """The settings file, before and after; `difference` as lines that begin with + and -."""

    path: Path
    before: str
    after: str

    @property
    def difference(self) -> list[str]:
        lines = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), n=0, lineterm="")
        return [line for line in lines if not line.startswith(("+++", "---", "@@"))]


def found() -> Found:
    """Settings and zone of this computer; raises SettingsError where the file cannot be used."""
    path, settings, local = settings_path(), read_settings(), local_zone()
    if settings.zone:
        return Found(path, False, settings, settings.zone, "from your settings")
    return Found(path, not path.exists(), settings, local.key if local else "UTC", "as this computer says")


def is_server(text: str) -> bool:
    """Whether the user named a calendar server, to connect, and not a calendar to read."""
    if "://" not in text:
        return mail_address(text) is not None and "=" not in text
    url = urlsplit(text)
    words = [*url.path.lower().split("/"), *(url.hostname or "").split(".")]
    bare = url.path in ("", "/") and not url.query
    return url.scheme in ("http", "https") and (bare or any(w in _SERVER_WORDS for w in words))


def look(source: str, clock: datetime) -> Look:
    """Try to read a calendar."""
    timeline = gather(ReadRequest(clock, (_absolute(source),))).timeline
    errors = [p.message for p in timeline.problems if p.severity == "error"]
    interviews = sum(o.interview is not None for o in timeline.occurrences)
    return Look(len(timeline.occurrences), interviews, errors[0] if errors else "")


def write(given: Answers) -> Written:
    """Change the settings file; raises UsageError for answers that make no sense, and then nothing is written."""
    path = settings_path()
    try:
        before = path.read_text("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from None
    settings = parse_settings(before, str(path))
    values = _values(given, settings, everything=not before.strip())
    after = changed(before, values, _calendars(given, settings.calendars))
    parse_settings(after, str(path))
    if after != before:
        path.parent.mkdir(parents=True, exist_ok=True)
        put_file(path, after.encode())
    return Written(path, before, after)


def _values(given: Answers, settings: Settings, *, everything: bool) -> dict[str, Value]:
    """The settings to write, by their full names: those that differ, or all answers for a new file."""
    hours = parse_hours(given.hours, settings.hours) if given.hours else None
    zone = None if given.zone is None else zone_named(given.zone).key
    me = None if given.me is None else addresses(",".join(given.me))
    for name in ("buffer", "travel"):
        if (minutes := getattr(given, name)) is not None and minutes < 0:
            raise UsageError(f"--{name} {minutes} is negative; write 0 or more.")
    wanted: list[tuple[str, Value | None, Value]] = [
        ("me", me, list(settings.me)),
        ("name", given.name, settings.name),
        ("phone", given.phone, settings.phone),
        ("zone", zone, settings.zone),
        ("country", country_of(zone) if zone and everything else None, settings.country),
        ("hours.start", f"{hours.start:%H:%M}" if hours else None, f"{settings.hours.start:%H:%M}"),
        ("hours.end", f"{hours.end:%H:%M}" if hours else None, f"{settings.hours.end:%H:%M}"),
        ("limits.buffer", given.buffer, settings.limits.buffer),
        ("limits.travel", given.travel, settings.limits.travel),
    ]
    return {
        name: answer
        for name, answer, present in wanted
        if answer is not None and (answer != present or (everything and answer not in ("", [])))
    }


def addresses(text: str) -> list[str]:
    """Mail addresses with commas between them; raises UsageError for what is none."""
    found = [piece.strip() for piece in text.split(",") if piece.strip()]
    for piece in found:
        if mail_address(piece) is None:
            raise UsageError(f"'{piece}' is no mail address; write it as ana@mail.example.")
    return found


def _calendars(given: Answers, present: tuple[CalendarSetting, ...]) -> list[NewCalendar]:
    """The calendars that are not there yet, each with a name of its own."""
    known, names = {_absolute(c.source) for c in present}, {c.name for c in present}
    new: list[NewCalendar] = []
    for text in given.calendars:
        named, equals, rest = text.partition("=")
        plain = not equals or "/" in named or "?" in named or ":" in named
        source = _absolute(text if plain else rest)
        if "://" not in source and not Path(source).exists():
            raise UsageError(f"There is no file or folder '{source}'; nothing was written.")
        if source in known:
            continue
        wanted = _short_name(source) if plain else named.strip()
        name = next(n for i in range(len(names) + 1) if (n := wanted if not i else f"{wanted} {i + 1}") not in names)
        write = text in given.writable
        holds = write and not (any(c.holds for c in present) or any(c.holds for c in new))
        new.append(NewCalendar(name, source, write, holds))
        known.add(source)
        names.add(name)
    return new


def could_be_written(text: str) -> bool:
    """Whether a calendar that was named is a file or a folder of one: mail and addresses are only read."""
    path = Path(text).expanduser()
    if not path.exists():
        path = Path(text.partition("=")[2]).expanduser()
    if "://" in text:
        return False
    return path.suffix.lower() == ".ics" or (path.is_dir() and not (path / "cur").is_dir())


def _absolute(source: str) -> str:
    """A path that is right in every folder; an address as it is."""
    return source if "://" in source else str(Path(source).expanduser().absolute())


def _short_name(source: str) -> str:
    if "://" in source:
        return urlsplit(source).hostname or source
    return Path(source).stem
