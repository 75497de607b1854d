"""The log of what commands changed in calendars, so that the last change can be taken back.

A change is noted before it is made: after a crash the log may know a change that never happened, never the other way
round. Taking back looks at what is there now: the new version is replaced by the old one, the old one is left alone,
anything else is somebody's later edit and stays.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from scheduler.errors import ConflictError, StoreError, UsageError
from scheduler.stores.contract import Item, Store, Written, name_for_uid, uid_of
from scheduler.stores.files import private_file

KEPT = 500
_SCHEMA = """
CREATE TABLE IF NOT EXISTS change(id INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL, at TEXT NOT NULL,
  command TEXT NOT NULL, store TEXT NOT NULL, href TEXT NOT NULL, before BLOB, after BLOB,
  undone INTEGER NOT NULL DEFAULT 0)
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One object before and after a command's run; None stands for an object that was not there."""

    id: int
    run: str
    at: datetime
    command: str
    store: str
    href: str
    before: bytes | None
    after: bytes | None


class ChangeLog:
    """The log file; `run` groups what one call of a command did."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        private_file(path)
        try:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
            self._db.execute(_SCHEMA)
        except sqlite3.DatabaseError as error:
            raise StoreError(f"The log of changes cannot be used ({path}: {error}).") from error

    def close(self) -> None:
        self._db.close()

    def record(
        self, *, run: str, at: datetime, command: str, store: str, href: str, before: bytes | None, after: bytes | None
    ) -> None:
        """Note a change that is about to be made; `store` is the path that `open_store` takes."""
        self._db.execute(
            "INSERT INTO change(run, at, command, store, href, before, after) VALUES(?,?,?,?,?,?,?)",
            (run, at.isoformat(), command, store, href, before, after),
        )
        self._db.execute("DELETE FROM change WHERE id <= (SELECT max(id) FROM change) - ?", (KEPT,))

    def last(self) -> list[Change]:
        """The changes of the last run that was not taken back, the latest first."""
        row = self._db.execute("SELECT run FROM change WHERE NOT undone ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            return []
        rows = self._db.execute(
            "SELECT id, run, at, command, store, href, before, after FROM change WHERE run=? AND NOT undone"
            " ORDER BY id DESC",
            (row[0],),
        )
        return [Change(i, r, datetime.fromisoformat(a), c, s, h, b, n) for i, r, a, c, s, h, b, n in rows]

    def taken_back(self, change: Change) -> None:
        self._db.execute("UPDATE change SET undone=1 WHERE id=?", (change.id,))


class LoggedStore:
    """A store whose every change is noted first; what commands write through."""

    def __init__(self, store: Store, log: ChangeLog, *, path: str, command: str, run: str, now: datetime) -> None:
        self._store, self._log = store, log
        self._path, self._command, self._run, self._now = path, command, run, now

    def etags(self) -> dict[str, str]:
        return self._store.etags()

    def read(self, hrefs: Iterable[str]) -> Iterator[Item]:
        return self._store.read(hrefs)

    def create(self, name: str, data: bytes) -> Written:
        self._note(name, None, data)
        return self._store.create(name, data)

    def replace(self, href: str, data: bytes, etag: str) -> Written:
        self._note(href, self._before(href), data)
        return self._store.replace(href, data, etag)

    def delete(self, href: str, etag: str) -> None:
        self._note(href, self._before(href), None)
        self._store.delete(href, etag)

    def _before(self, href: str) -> bytes | None:
        return next((item.data for item in self._store.read([href])), None)

    def _note(self, href: str, before: bytes | None, after: bytes | None) -> None:
        self._log.record(
            run=self._run,
            at=self._now,
            command=self._command,
            store=self._path,
            href=href,
            before=before,
            after=after,
        )


def undo_last(log: ChangeLog, opened: Callable[[str], Store]) -> list[Change]:
    """Take back the last run; raises `ConflictError`, and changes nothing, when somebody edited one of its objects."""
    changes = log.last()
    if not changes:
        raise UsageError("No command has changed a calendar yet, or all of it was taken back.")
    whole = _coalesced(changes)
    plans = [(change, opened(change.store), _found(opened(change.store), change)) for change in whole]
    for change, store, item in plans:
        _take_back(store, change, item)
    for change in changes:
        log.taken_back(change)
    return whole


def _coalesced(changes: list[Change]) -> list[Change]:
    """One change an object, from before its first to after its last; the latest come first."""
    out: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = (change.store, uid_of(change.after or change.before or b"") or change.href)
        latest = out.get(key)
        out[key] = change if latest is None else replace(latest, before=change.before)
    return list(out.values())


def _found(store: Store, change: Change) -> Item | None:
    """What is there now, if it is the version of before or after; files that hold many events rewrap the same lines."""
    item = next(iter(store.read([_href(store, change)])), None)
    now = None if item is None else _body(item.data)
    if now not in (_body(change.before), _body(change.after)):
        title = change.href
        raise ConflictError(f"{title} was changed since by somebody else; nothing was taken back.")
    return item


def _href(store: Store, change: Change) -> str:
    from scheduler.stores.single import FileStore

    known = change.after or change.before
    return uid_of(known or b"") or change.href if isinstance(store, FileStore) else change.href


def _body(data: bytes | None) -> bytes | None:
    """The components of an object without the lines of the calendar around them."""
    if data is None:
        return None
    at = min((i for n in (b"BEGIN:VEVENT", b"BEGIN:VTODO", b"BEGIN:VJOURNAL") if (i := data.find(n)) >= 0), default=0)
    return data[at:].replace(b"\r\n", b"\n").strip()


def _take_back(store: Store, change: Change, item: Item | None) -> None:
    now = None if item is None else _body(item.data)
    if now == _body(change.before):
        return
    if change.before is None:
        assert item is not None
        store.delete(item.href, item.etag)
    elif item is None:
        store.create(change.href if change.href.endswith(".ics") else name_for_uid(change.href), change.before)
    else:
        store.replace(item.href, change.before, item.etag)
