"""Where holds are kept: which calendars may be written, and the holds that stand in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from scheduler.app.here import data_folder, settings_path
from scheduler.app.read import ReadRequest
from scheduler.app.servers import CHANGES
from scheduler.errors import UsageError
from scheduler.holds.hold import Hold, read_hold
from scheduler.ics.parse import parse_component
from scheduler.model.marks import FOR, HOLD
from scheduler.settings.core import CalendarSetting, Settings
from scheduler.stores.changes import ChangeLog, LoggedStore
from scheduler.stores.contract import Item, Store
from scheduler.stores.files import locked
from scheduler.stores.opened import open_store
from scheduler.stores.single import FileStore
from scheduler.stores.vdir import VdirStore

_UID = re.compile(rb"^UID(?:;[^:\r\n]*)?:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Place:
    """A calendar that can be written: what the user calls it, and the path that `open_store` takes."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A hold as it stands in a store."""

    place: Place
    item: Item
    hold: Hold


def place_for_holds(settings: Settings, named: str = "") -> Place:
    """Where new holds go: as named, else the calendar of the settings for holds, else a personal one of the user's.

    A calendar that work or others share is only taken when it is named. Raises `UsageError` where there is none.
    """
    if named:
        return _named(settings, named)
    mine = [c for c in settings.calendars if not c.owner and c.kind == "personal" and _local(c.source)]
    for wanted in ([c for c in mine if c.holds], [c for c in mine if c.write]):
        if wanted:
            return _place(wanted[0].name, wanted[0].source)
    raise UsageError(f"There is no calendar for holds. {_what_to_do(settings, mine)}")


def _what_to_do(settings: Settings, mine: list[CalendarSetting]) -> str:
    """What makes a calendar one for holds, with the names of this user's settings."""
    path = settings_path()
    if mine:
        name = mine[0].name
        return f"This time: add --calendar '{name}'. From now on: write holds = true below its name in {path}."
    named = next((c.name for c in settings.calendars if c.kind != "personal" and not c.owner and _local(c.source)), "")
    which = "holds.ics, a file that may be new"
    if named:
        which = f"'{named}' ('{named}' is shared, or of your work: it takes holds only when you name it so)"
    return (
        f"This time: add --calendar {which}. "
        f"From now on: a [[calendars]] table in {path} with a name, a source and holds = true."
    )


def _named(settings: Settings, named: str) -> Place:
    for calendar in settings.calendars:
        if calendar.name.casefold() == named.casefold() or calendar.source == named:
            if not _local(calendar.source):
                raise UsageError(f"'{calendar.name}' is an address that can only be read; name a file or a folder.")
            if calendar.owner:
                raise UsageError(f"'{calendar.name}' belongs to {calendar.owner}; holds go into a calendar of yours.")
            return _place(calendar.name, calendar.source)
    path = Path(named).expanduser()
    if path.is_dir() or path.suffix.lower() == ".ics":
        return _place(path.stem, named)
    known = ", ".join(c.name for c in settings.calendars) or "none"
    raise UsageError(f"--calendar '{named}' is no file or folder, and no calendar of the settings ({known}).")


def _place(name: str, source: str) -> Place:
    """A calendar by its path; raises UsageError for a folder that holds calendars or other things, and is none."""
    path = Path(source).expanduser()
    if path.is_dir() and not any(path.glob("*.ics")):
        inside = sorted(str(f) for f in path.iterdir() if not f.name.startswith("."))
        calendars = [f for f in inside if Path(f).is_dir() or f.lower().endswith(".ics")]
        if calendars:
            raise UsageError(f"'{source}' is a folder of calendars, not one; name one of them: {', '.join(calendars)}.")
        if any(not f.endswith(("color", "displayname")) for f in inside):
            raise UsageError(
                f"'{source}' is no calendar: there is no .ics file in it. Name an empty folder, or a file."
            )
    return Place(name, source)


def places(settings: Settings, more: Iterable[str] = ()) -> list[Place]:
    """The calendars of the user's own that may have holds in them (--calendar takes any), and `more` (names, paths)."""
    found = [
        Place(c.name, c.source)
        for c in settings.calendars
        if not c.owner and _local(c.source) and Path(c.source).expanduser().exists()
    ]
    found += [_named(settings, text) for text in more if text]
    return list({_resolved(p.source): p for p in reversed(found)}.values())


def with_places(read: ReadRequest, found: Iterable[Place]) -> ReadRequest:
    """The same reading with the calendars of holds in any case: what is promised there is taken (E36)."""
    if not read.sources:
        return read
    known = {_resolved(s.partition("=")[2] if "@" in s.partition("=")[0] else s) for s in read.sources}
    names = {s.casefold() for s in read.sources}
    more = (
        p.source
        for p in found
        if p.name.casefold() not in names and _resolved(p.source) not in known and Path(p.source).expanduser().exists()
    )
    return read._replace(sources=(*read.sources, *more))


def _resolved(source: str) -> Path:
    return Path(source).expanduser().resolve()


def _local(source: str) -> bool:
    return "://" not in source and source != "-"


def holds_in(found: Iterable[Place]) -> list[Kept]:
    """Every hold in these calendars, in the order of time."""
    kept = []
    for place in found:
        for item in marked(open_store(place.source), HOLD):
            hold = read_hold(parse_component(item.data))
            if hold is not None:
                kept.append(Kept(place, item, hold))
    return sorted(kept, key=lambda k: (k.hold.period, k.hold.uid))


def blocks_in(found: Iterable[Place]) -> list[tuple[Place, Item]]:
    """Every block that belongs to an interview (preparation, travel, debrief)."""
    return [(place, item) for place in found for item in marked(open_store(place.source), FOR)]


def marked(store: Store, name: str) -> list[Item]:
    """The objects with a property of ours; a large file is searched as bytes, and only what is found is parsed."""
    mark = b"\n" + name.encode()
    if isinstance(store, FileStore):
        if not store.path.exists():
            return []
        hrefs: Iterable[str] = _uids_with(store.path.read_bytes(), mark)
    else:
        names = os.listdir(store.folder) if isinstance(store, VdirStore) else store.etags()
        hrefs = sorted(n for n in names if n.endswith(".ics") and not n.startswith("."))
    own = re.compile(re.escape(mark) + rb"[;:]", re.I)
    return [item for item in store.read(hrefs) if own.search(item.data)]


def _uids_with(data: bytes, mark: bytes) -> list[str]:
    from scheduler.model.component import unescape

    found: dict[str, None] = {}
    for match in re.finditer(re.escape(mark) + rb"[;:]", data, re.I):
        begin = data.rfind(b"BEGIN:VEVENT", 0, match.start())
        end = data.find(b"END:VEVENT", match.start())
        uid = _UID.search(data, max(begin, 0), end if end >= 0 else len(data))
        if uid is not None:
            text = re.sub(rb"\r?\n[ \t]", b"", uid.group(1)).strip().decode("utf-8", "replace")
            found[unescape(text)] = None
    return list(found)


class Writing:
    """Stores opened for one run of a command; every change is noted first, so that `interviews undo` takes it back."""

    def __init__(self, command: str, now: datetime) -> None:
        self._log = ChangeLog(data_folder() / CHANGES)
        self._command, self._now, self._run = command, now, uuid4().hex

    def store(self, place: Place) -> LoggedStore:
        path = str(_resolved(place.source))
        return LoggedStore(
            open_store(place.source), self._log, path=path, command=self._command, run=self._run, now=self._now
        )

    def close(self) -> None:
        self._log.close()


@contextmanager
def writing(command: str, now: datetime) -> Iterator[Writing]:
    """One run that changes holds; no other does so meanwhile, so that no time is promised twice (E36)."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder / "holds.lock"):
        room = Writing(command, now)
        try:
            yield room
        finally:
            room.close()
