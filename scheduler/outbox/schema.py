"""The journal's tables, as the steps that lead to them; a step that was ever released is never changed."""

from __future__ import annotations

Migration = tuple[str, ...]

# Instants are UTC in ISO 8601 with microseconds and sort as text; dates are ISO 8601.
_FIRST: Migration = (
    """
    CREATE TABLE packet (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        uid TEXT NOT NULL,
        recurrence_id TEXT,
        company TEXT NOT NULL,
        starts TEXT,
        ends TEXT,
        who TEXT NOT NULL,
        subject TEXT NOT NULL,
        message_id TEXT NOT NULL,
        follow_up TEXT,
        state TEXT NOT NULL CHECK (state IN
            ('draft', 'approved', 'sending', 'sent', 'failed', 'unknown', 'handed-over', 'dropped')),
        changed TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        transmitting INTEGER NOT NULL DEFAULT 0,
        shown TEXT NOT NULL DEFAULT ''
    )
    """,
    """
    CREATE TABLE step (
        id INTEGER PRIMARY KEY,
        packet TEXT NOT NULL REFERENCES packet (id),
        at TEXT NOT NULL,
        state TEXT NOT NULL,
        note TEXT NOT NULL
    )
    """,
    "CREATE INDEX step_packet ON step (packet, id)",
    """
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
        channel TEXT NOT NULL,
        outcome TEXT NOT NULL,
        kind TEXT NOT NULL,
        uid TEXT NOT NULL,
        recurrence_id TEXT,
        company TEXT NOT NULL,
        starts TEXT,
        ends TEXT,
        who TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        message_id TEXT,
        packet TEXT,
        follow_up TEXT
    )
    """,
    "CREATE INDEX entry_interview ON entry (uid, at)",
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST,)
