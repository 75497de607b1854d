"""What was equal on both sides when it was last looked at: an SQLite file beside the mirror.

Tables: `item` is the base (one row a pair of file and object), `there` the server's list as last heard, `seen` and
`local` the folder as just scanned, `sent` what is on its way to the server (written before the request leaves),
`conflict` both versions of what could not be merged, `held` writes that wait for a word of the user.

The list of the server and its sync-token change in one transaction, apart from `item`: a run that dies between
listening and acting finds the difference again without asking.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scheduler.errors import StoreError
from scheduler.stores.files import private_file, write_failed
from scheduler.stores.vdir import digest
from scheduler.sync.collection import Change
from scheduler.sync.plan import Pair
from scheduler.sync.schema import DIFFERENT, SCAN, SCHEMA, VERSION, Base, Conflicting, Held

_WAITING = ("sent", "conflict", "held")


class Status:
    """The status database of one mirror."""

    def __init__(self, path: Path) -> None:
        self.path = path
        private_file(path)
        try:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=30, cached_statements=64)
            self._db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=FILE;")
            self._prepare()
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"The status of the mirror cannot be used ({path}: {error}). If it is damaged, move the file away; the"
                " next sync compares everything anew."
            ) from error

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise StoreError(f"{self.path} was written by a newer version of this program; update it.")
        if version == 0:
            with self.change():
                for statement in SCHEMA.split(";\n"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version={VERSION}")
        self._db.executescript(SCAN)

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All or nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._commit()
        finally:
            if self._db.in_transaction:
                self._db.rollback()

    def _commit(self) -> None:
        try:
            self._db.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise write_failed(self.path, OSError(str(error))) from error

    @contextmanager
    def in_bulk(self) -> Iterator[None]:
        """Do not wait for the disk at each transaction: what a power failure takes is found again by comparing."""
        self._db.execute("PRAGMA synchronous=NORMAL")
        try:
            yield
        finally:
            self._db.execute("PRAGMA synchronous=FULL")

    # --- facts about the collection

    def fact(self, key: str) -> str:
        row = self._db.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
        return "" if row is None else str(row[0])

    def set_fact(self, key: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta VALUES(?,?)", (key, value))

    # --- the server's list

    def apply(self, changes: Iterable[Change], token: Callable[[], str], *, whole: bool) -> bool:
        """Take over a list (`whole`) or a delta with its token; False when a delta looks like a silent full answer.

        A server that forgot our token and says nothing names objects that did not change, or most of the calendar.
        """
        self._db.execute("DELETE FROM listed")
        with self.change():
            for change in changes:
                self._db.execute("INSERT OR REPLACE INTO listed VALUES(?,?)", (change.href, change.etag or ""))
                if change.etag is None and not whole:
                    self._db.execute("DELETE FROM there WHERE href=?", (change.href,))
                    self._db.execute("DELETE FROM listed WHERE href=?", (change.href,))
            sound = whole or not self._looks_whole()
            if whole:
                self._db.execute("DELETE FROM there WHERE href NOT IN (SELECT href FROM listed)")
            self._db.execute("UPDATE there SET own=0 WHERE own=1")
            self._db.execute(
                "INSERT INTO there(href, etag) SELECT href, etag FROM listed WHERE true"
                " ON CONFLICT(href) DO UPDATE SET etag=excluded.etag WHERE etag <> excluded.etag"
            )
            self.set_fact("token", token() if sound else "")
            return sound

    def _looks_whole(self) -> bool:
        unchanged, ours = self._db.execute(
            "SELECT coalesce(sum(NOT own), 0), coalesce(sum(own), 0) FROM listed JOIN there USING(href)"
            " WHERE listed.etag = there.etag"
        ).fetchone()
        news, known = self._count("listed") - ours, self._count("there")
        return bool(unchanged) or (news > 1 and news * 2 > known)

    def _count(self, table: str) -> int:
        return int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def heard_all(self, changes: Iterable[Change]) -> None:
        """Objects of the server's list with their etags."""
        rows = [(c.href, c.etag) for c in changes if c.etag is not None]
        self._db.executemany("INSERT OR REPLACE INTO there VALUES(?,?,0)", rows)

    def heard(self, href: str, etag: str | None, *, own: bool = False) -> None:
        """What the server holds now, from another answer than its list."""
        if etag is None:
            self._db.execute("DELETE FROM there WHERE href=?", (href,))
        else:
            self._db.execute("INSERT OR REPLACE INTO there VALUES(?,?,?)", (href, etag, int(own)))

    # --- the folder

    def see(self, files: Iterable[tuple[str, str]]) -> list[str]:
        """Take in the folder's (name, stamp) pairs; the names whose content must be read."""
        self._db.execute("BEGIN")
        self._db.execute("DELETE FROM seen")
        self._db.execute("DELETE FROM local")
        self._db.executemany("INSERT OR REPLACE INTO seen VALUES(?,?)", files)
        self._db.execute("COMMIT")
        rows = self._db.execute(
            "SELECT s.name FROM seen s LEFT JOIN item i USING(name)"
            " WHERE i.stamp IS NULL OR s.stamp = '' OR i.stamp <> s.stamp"
        )
        return [str(r[0]) for r in rows]

    def saw(self, name: str, hash_: str, stamp: str, uid: str) -> None:
        """The content of one file; a file that equals its base is not different, whatever its stamp."""
        self.saw_file(name, stamp)
        self._db.execute("DELETE FROM local WHERE name=?", (name,))
        if not self.is_base(name, hash_, stamp):
            self._db.execute("INSERT OR REPLACE INTO local VALUES(?,?,?)", (name, hash_, uid))

    def is_base(self, name: str, hash_: str, stamp: str) -> bool:
        """Whether a file holds its base; its stamp is then known."""
        return self._db.execute("UPDATE item SET stamp=? WHERE name=? AND hash=?", (stamp, name, hash_)).rowcount > 0

    def saw_file(self, name: str, stamp: str) -> None:
        """A file that is there, whatever is in it."""
        self._db.execute("INSERT OR REPLACE INTO seen VALUES(?,?)", (name, stamp))

    def distrust_stamps(self) -> None:
        """Have every file read anew."""
        self._db.execute("UPDATE item SET stamp=''")

    def counts(self) -> tuple[int, int, int]:
        """How many objects the base, the folder and the server have."""
        return self._count("item"), self._count("seen"), self._count("there")

    def compare(self) -> int:
        """Note every pair that differs somewhere; how many there are."""
        with self.change():
            self._db.execute("DELETE FROM todo")
            self._db.execute(DIFFERENT)
        return self._count("todo")

    def pairs(self) -> Iterator[Pair]:
        """The pairs that `compare` noted, a block at a time, so that memory does not grow with the collection."""
        last = 0
        while rows := self._db.execute("SELECT * FROM todo WHERE n > ? ORDER BY n LIMIT 500", (last,)).fetchall():
            for _, name, href, base_there, base_here, here, on_server, there in rows:
                yield Pair(name or "", href or on_server or "", base_here, base_there, here, there)
            last = rows[-1][0]

    def relink_names(self) -> None:
        """A file that somebody renamed stays the partner of its object."""
        rows = self._db.execute(
            "SELECT i.name, l.name FROM item i JOIN local l ON l.uid = i.uid AND l.uid <> ''"
            " WHERE i.name NOT IN (SELECT name FROM seen) AND l.name NOT IN (SELECT name FROM item)"
        ).fetchall()
        for old, new in dict(rows).items():
            with self.change():
                self._db.execute("UPDATE item SET name=?, stamp='' WHERE name=?", (new, old))
                self._db.execute(
                    "DELETE FROM local WHERE name=? AND hash=(SELECT hash FROM item WHERE name=?)", (new, new)
                )

    def has_uid(self, uid: str) -> bool:
        """Whether a pair with this UID is known."""
        return self._db.execute("SELECT 1 FROM item WHERE uid=?", (uid,)).fetchone() is not None

    def local_with_uid(self, uid: str) -> str | None:
        """A file with this UID that is no object's partner yet."""
        row = self._db.execute(
            "SELECT name FROM local WHERE uid=? AND name NOT IN (SELECT name FROM item)", (uid,)
        ).fetchone()
        return None if row is None else str(row[0])

    # --- the base

    def base(self, name: str) -> Base | None:
        row = self._db.execute("SELECT name, href, etag, uid, stamp, base FROM item WHERE name=?", (name,)).fetchone()
        return None if row is None else Base(*row)

    def base_moved(self, uid: str) -> Base | None:
        """The pair of this UID whose object is gone from its old place on the server."""
        row = self._db.execute(
            "SELECT name FROM item WHERE uid=? AND href NOT IN (SELECT href FROM there)", (uid,)
        ).fetchone()
        return None if row is None else self.base(row[0])

    def set_base(self, base: Base) -> None:
        """Both sides were equal to this; whatever waited on the pair is settled."""
        self._db.execute("DELETE FROM item WHERE href=? AND name<>?", (base.href, base.name))
        self._db.execute(
            "INSERT OR REPLACE INTO item VALUES(?,?,?,?,?,?,?)",
            (base.name, base.href, base.etag, base.uid, base.stamp, digest(base.data), base.data),
        )
        for table in _WAITING:
            self._db.execute(f"DELETE FROM {table} WHERE name=?", (base.name,))

    def add_bases(self, bases: Sequence[Base]) -> None:
        """Pairs whose files were just written and that nothing waits on."""
        self._db.executemany(
            "INSERT OR REPLACE INTO item VALUES(?,?,?,?,?,?,?)",
            [(b.name, b.href, b.etag, b.uid, b.stamp, digest(b.data), b.data) for b in bases],
        )
        self._db.executemany("INSERT OR REPLACE INTO seen VALUES(?,?)", [(b.name, b.stamp) for b in bases])
        names = [(b.name,) for b in bases]
        for table in _WAITING:
            if self._count(table):
                self._db.executemany(f"DELETE FROM {table} WHERE name=?", names)

    def forget(self, name: str) -> None:
        for table in ("item", *_WAITING):
            self._db.execute(f"DELETE FROM {table} WHERE name=?", (name,))

    # --- what is on its way, stuck or held

    def sending(self, name: str, href: str, data: bytes) -> None:
        self._db.execute("INSERT OR REPLACE INTO sent VALUES(?,?,?)", (name, href, data))

    def sent(self, href: str) -> tuple[str, bytes] | None:
        """(name, bytes) of a write to this object whose outcome was never recorded."""
        row = self._db.execute("SELECT name, data FROM sent WHERE href=?", (href,)).fetchone()
        return None if row is None else (str(row[0]), bytes(row[1]))

    def unsend(self, name: str) -> None:
        self._db.execute("DELETE FROM sent WHERE name=?", (name,))

    def add_conflict(self, conflict: Conflicting) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO conflict VALUES(?,?,?,?,?,?)",
            (conflict.name, conflict.href, conflict.etag, conflict.here, conflict.there, json.dumps(conflict.reasons)),
        )

    def conflicts(self) -> list[Conflicting]:
        rows = self._db.execute("SELECT name, href, etag, here, there, reasons FROM conflict ORDER BY name")
        return [Conflicting(n, h, e, a, b, tuple(json.loads(r))) for n, h, e, a, b, r in rows]

    def drop_conflicts(self, names: Iterable[str]) -> None:
        self._db.executemany("DELETE FROM conflict WHERE name=?", [(n,) for n in names])

    def hold(self, held: Held) -> None:
        self._db.execute(
            "INSERT INTO held VALUES(?,?,?,?,?,0) ON CONFLICT(name) DO UPDATE SET id=excluded.id, kind=excluded.kind,"
            " summary=excluded.summary, recipients=excluded.recipients,"
            " confirmed=CASE WHEN id=excluded.id THEN confirmed ELSE 0 END",
            (held.name, held.id, held.kind, held.summary, json.dumps(held.recipients)),
        )

    def held(self) -> list[Held]:
        rows = self._db.execute("SELECT id, name, kind, summary, recipients, confirmed FROM held ORDER BY name")
        return [Held(i, n, k, s, tuple(json.loads(r)), bool(c)) for i, n, k, s, r, c in rows]

    def confirm(self, id_: str) -> bool:
        """The user has seen whom this write mails and wants it; False where nothing waits under that id."""
        return self._db.execute("UPDATE held SET confirmed=1 WHERE id=?", (id_,)).rowcount > 0

    def drop_held(self, names: Iterable[str]) -> None:
        """Forget held writes that no longer stand."""
        self._db.executemany("DELETE FROM held WHERE name=?", [(n,) for n in names])
