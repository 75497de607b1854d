"""The journal's file: SQLite, private, migrated step by step, safe with two commands at once."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from scheduler.errors import ConflictError, StoreError
from scheduler.outbox.place import private_folder, settle
from scheduler.outbox.schema import MIGRATIONS, Migration

if TYPE_CHECKING:
    import sqlite3

BUSY_SECONDS = 10


@contextmanager
def opened(path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> Iterator[sqlite3.Connection]:
    """A connection to the journal, brought up to date; raises StoreError with what to do about it."""
    import sqlite3

    with told(path):
        private_folder(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # before SQLite would make it readable for others
        path.chmod(0o600)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        with told(path):
            _prepare(connection, path, migrations)
        yield connection
    finally:
        connection.close()


@contextmanager
def writing(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One transaction that holds the write lock from its start: all of it is on the disk afterwards, or none."""
    with told(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        finally:
            # Still open: something failed. SQLite has already rolled back by itself after some failures (disk full).
            if connection.in_transaction:
                connection.execute("ROLLBACK")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """SQLite's and the system's errors as sentences."""
    import sqlite3

    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise ConflictError(f"Another `interviews` command is writing {path}; try again in a moment.") from None
        raise StoreError(
            f"The journal {path} could not be read or written ({error}); nothing was noted. "
            "Is the disk full, or the folder not writable?"
        ) from None
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"The journal {path} is damaged ({error}). Move it away and put the newest {path.stem}-v*.bak beside it "
            "in its place, if there is one."
        ) from None
    except OSError as error:
        raise StoreError(f"The journal {path} could not be written ({error.strerror}); nothing was noted.") from None


def _prepare(connection: sqlite3.Connection, path: Path, migrations: tuple[Migration, ...]) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # written ahead means on the disk, also after a power cut
    version = _version(connection)
    if version == len(migrations) and _mode(connection) == "wal":
        return
    with _alone(path):
        if _mode(connection) != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN EXCLUSIVE")
        try:
            _migrate(connection, path, migrations)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _migrate(connection: sqlite3.Connection, path: Path, migrations: tuple[Migration, ...]) -> None:
    version = _version(connection)
    if version > len(migrations):
        raise StoreError(f"The journal {path} was written by a newer version of this program; update the program.")
    if version and version < len(migrations):
        _back_up(path, version)
    for number, statements in enumerate(migrations[version:], version + 1):
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number:d}")


def _back_up(path: Path, version: int) -> None:
    """Copy what is committed, beside the journal; a whole copy or none."""
    import sqlite3

    target = path.with_name(f"{path.stem}-v{version}.bak")
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    os.close(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    source = sqlite3.connect(path, timeout=BUSY_SECONDS)
    copy = sqlite3.connect(beside)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    with open(beside, "rb") as file:
        os.fsync(file.fileno())
    os.replace(beside, target)
    settle(path.parent)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """No other process migrates meanwhile: SQLite's own lock does not cover the change to WAL."""
    lock = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _mode(connection: sqlite3.Connection) -> str:
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0])
