"""A store from the path that the settings or the command line give."""

from __future__ import annotations

from pathlib import Path

from scheduler.errors import StoreError
from scheduler.stores.contract import Store
from scheduler.stores.single import FileStore
from scheduler.stores.vdir import VdirStore


def open_store(source: str) -> Store:
    """A folder (also the mirror of a server's calendar) or a file; raises `StoreError` for anything else."""
    path = Path(source).expanduser()
    if path.is_dir():
        return VdirStore(path)
    if path.suffix.lower() in (".ics", ".ical", ".icalendar", ".ifb") or path.is_file():
        return FileStore(path)
    raise StoreError(f"{source} cannot be changed: give a folder with one file an event, or an .ics file.")
