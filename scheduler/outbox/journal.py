"""The journal: every contact (E30), and every state of every packet, written ahead of what it announces."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scheduler.errors import ConflictError, UsageError
from scheduler.model.time import Period
from scheduler.outbox.database import opened, told, writing
from scheduler.outbox.draft import people_text
from scheduler.outbox.entry import Entry, Step, Tracked
from scheduler.outbox.packet import State, Stored
from scheduler.outbox.record import instant_text
from scheduler.outbox.schema import MIGRATIONS, Migration

if TYPE_CHECKING:
    import sqlite3

_ENTRY_COLUMNS = (
    "at, direction, channel, outcome, kind, uid, recurrence_id, company, starts, ends, who, subject, text, message_id, "
    "packet, follow_up"
)


@contextmanager
def open_journal(path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> Iterator[Journal]:
    with opened(path, migrations) as connection:
        yield Journal(connection, path)


class Journal:
    """An open journal; each method that writes is one transaction, on the disk when it returns."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def track(self, stored: Stored) -> None:
        """Note a packet as a draft; nothing happens where it is known."""
        packet = stored.packet
        row = (
            stored.id,
            packet.kind,
            packet.uid,
            packet.recurrence_id,
            packet.company,
            *_period_texts(packet.when),
            people_text(packet.recipients),
            packet.subject,
            stored.message_id,
            _date_text(packet.follow_up),
            instant_text(stored.created),
        )
        with writing(self._connection, self._path):
            cursor = self._connection.execute(
                "INSERT OR IGNORE INTO packet (id, kind, uid, recurrence_id, company, starts, ends, who, subject, "
                "message_id, follow_up, changed, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft')",
                row,
            )
            if cursor.rowcount:
                self._step(stored.id, stored.created, "draft", "")

    def tracked(self, identifier: str) -> Tracked:
        with told(self._path):
            row = self._connection.execute("SELECT * FROM packet WHERE id = ?", (identifier,)).fetchone()
        if row is None:
            raise UsageError(f"There is no packet '{identifier}'; `interviews outbox` lists them.")
        return _tracked(row)

    def packets(self) -> tuple[Tracked, ...]:
        """Every packet that was ever in the outbox, the newest change last."""
        with told(self._path):
            rows = self._connection.execute("SELECT * FROM packet ORDER BY changed, id").fetchall()
        return tuple(_tracked(r) for r in rows)

    def steps(self, identifier: str) -> tuple[Step, ...]:
        """How a packet came to its state."""
        with told(self._path):
            rows = self._connection.execute(
                "SELECT at, state, note FROM step WHERE packet = ? ORDER BY id", (identifier,)
            ).fetchall()
        return tuple(Step(datetime.fromisoformat(r["at"]), r["state"], r["note"]) for r in rows)

    def shown(self, identifier: str, fingerprint: str) -> None:
        """Note what the user was shown."""
        with writing(self._connection, self._path):
            self._connection.execute("UPDATE packet SET shown = ? WHERE id = ?", (fingerprint, identifier))

    def move(
        self,
        identifier: str,
        expected: tuple[State, ...],
        state: State,
        at: datetime,
        note: str = "",
        entry: Entry | None = None,
    ) -> None:
        """Change a packet's state, and note the contact that it means, both or neither.

        Raises ConflictError where the state is none of `expected`: another command was there first.
        """
        with writing(self._connection, self._path):
            marks = ", ".join("?" * len(expected))
            cursor = self._connection.execute(
                f"UPDATE packet SET state = ?, changed = ?, note = ?, transmitting = 0 "
                f"WHERE id = ? AND state IN ({marks})",
                (state, instant_text(at), note, identifier, *expected),
            )
            if cursor.rowcount != 1:
                now = self.tracked(identifier).state
                raise ConflictError(f"The packet {identifier} is '{now}' now; see `interviews outbox`.")
            self._step(identifier, at, state, note)
            if entry is not None:
                self._add(entry)

    def transmitting(self, identifier: str, at: datetime) -> None:
        """Note that from here on the message may have gone, whatever happens to us."""
        with writing(self._connection, self._path):
            cursor = self._connection.execute(
                "UPDATE packet SET transmitting = 1 WHERE id = ? AND state = 'sending'", (identifier,)
            )
            if cursor.rowcount != 1:
                raise ConflictError(f"The packet {identifier} was changed while it was being sent; nothing was sent.")
            self._step(identifier, at, "sending", "the content leaves")

    def add(self, entry: Entry) -> int:
        """Note a contact; its number."""
        with writing(self._connection, self._path):
            return self._add(entry)

    def entries(self) -> tuple[Entry, ...]:
        """All contacts, oldest first."""
        with told(self._path):
            rows = self._connection.execute("SELECT * FROM entry ORDER BY at, id").fetchall()
        return tuple(_entry(r) for r in rows)

    def _step(self, identifier: str, at: datetime, state: State, note: str) -> None:
        self._connection.execute(
            "INSERT INTO step (packet, at, state, note) VALUES (?, ?, ?, ?)",
            (identifier, instant_text(at), state, note),
        )

    def _add(self, entry: Entry) -> int:
        values = (
            instant_text(entry.at),
            entry.direction,
            entry.channel,
            entry.result,
            entry.kind,
            entry.uid,
            entry.recurrence_id,
            entry.company,
            *_period_texts(entry.when),
            entry.who,
            entry.subject,
            entry.text,
            entry.message_id,
            entry.packet,
            _date_text(entry.follow_up),
        )
        marks = ", ".join("?" * len(values))
        cursor = self._connection.execute(f"INSERT INTO entry ({_ENTRY_COLUMNS}) VALUES ({marks})", values)
        return int(cursor.lastrowid or 0)


def _tracked(row: Any) -> Tracked:
    return Tracked(
        id=row["id"],
        kind=row["kind"],
        uid=row["uid"],
        recurrence_id=row["recurrence_id"],
        company=row["company"],
        when=_period(row),
        who=row["who"],
        subject=row["subject"],
        message_id=row["message_id"],
        follow_up=_date(row["follow_up"]),
        state=row["state"],
        changed=datetime.fromisoformat(row["changed"]),
        note=row["note"],
        transmitting=bool(row["transmitting"]),
        shown=row["shown"],
    )


def _entry(row: Any) -> Entry:
    return Entry(
        at=datetime.fromisoformat(row["at"]),
        direction=row["direction"],
        channel=row["channel"],
        result=row["outcome"],
        company=row["company"],
        uid=row["uid"],
        kind=row["kind"],
        recurrence_id=row["recurrence_id"],
        when=_period(row),
        who=row["who"],
        subject=row["subject"],
        text=row["text"],
        message_id=row["message_id"],
        packet=row["packet"],
        follow_up=_date(row["follow_up"]),
        id=row["id"],
    )


def _period(row: Any) -> Period | None:
    if row["starts"] is None:
        return None
    return Period(datetime.fromisoformat(row["starts"]), datetime.fromisoformat(row["ends"]))


def _period_texts(period: Period | None) -> tuple[str | None, str | None]:
    return (None, None) if period is None else (instant_text(period.start), instant_text(period.end))


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _date_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
