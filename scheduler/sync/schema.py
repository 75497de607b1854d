"""The tables of the status database, and its rows as values."""

from __future__ import annotations

from dataclasses import dataclass

VERSION = 1
SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE item(name TEXT PRIMARY KEY, href TEXT NOT NULL UNIQUE, etag TEXT NOT NULL, uid TEXT NOT NULL,
  stamp TEXT NOT NULL, hash TEXT NOT NULL, base BLOB NOT NULL);
CREATE INDEX item_uid ON item(uid);
CREATE TABLE there(href TEXT PRIMARY KEY, etag TEXT NOT NULL, own INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE sent(name TEXT PRIMARY KEY, href TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE conflict(name TEXT PRIMARY KEY, href TEXT NOT NULL, etag TEXT NOT NULL, here BLOB NOT NULL,
  there BLOB NOT NULL, reasons TEXT NOT NULL);
CREATE TABLE held(name TEXT PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, summary TEXT NOT NULL,
  recipients TEXT NOT NULL, confirmed INTEGER NOT NULL DEFAULT 0);
"""
SCAN = """
CREATE TEMP TABLE IF NOT EXISTS seen(name TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS local(name TEXT PRIMARY KEY, hash TEXT NOT NULL, uid TEXT NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS todo(n INTEGER PRIMARY KEY, name TEXT, href TEXT, base_there TEXT, base_here TEXT,
  here TEXT, on_server TEXT, there TEXT);
CREATE TEMP TABLE IF NOT EXISTS listed(href TEXT PRIMARY KEY, etag TEXT NOT NULL) WITHOUT ROWID;
"""
# Every pair that differs somewhere. `local` holds the files whose content is not the base's.
DIFFERENT = """
INSERT INTO todo(name, href, base_there, base_here, here, on_server, there)
SELECT i.name, i.href, i.etag, i.hash, CASE WHEN s.name IS NULL THEN NULL ELSE coalesce(l.hash, i.hash) END,
  t.href, t.etag
FROM item i LEFT JOIN seen s ON s.name = i.name LEFT JOIN local l ON l.name = i.name
  LEFT JOIN there t ON t.href = i.href
WHERE s.name IS NULL OR l.name IS NOT NULL OR t.href IS NULL OR t.etag <> i.etag
UNION ALL SELECT l.name, NULL, NULL, NULL, l.hash, NULL, NULL FROM local l WHERE l.name NOT IN (SELECT name FROM item)
UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, t.href, t.etag FROM there t WHERE t.href NOT IN (SELECT href FROM item)
"""


@dataclass(frozen=True, slots=True)
class Base:
    """A pair as it was when both sides were equal."""

    name: str
    href: str
    etag: str
    uid: str
    stamp: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Conflicting:
    """Two versions that could not be merged, and why."""

    name: str
    href: str
    etag: str
    here: bytes
    there: bytes
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A write that would make the server mail these people; it waits until it is confirmed by its `id`."""

    id: str
    name: str
    kind: str
    summary: str
    recipients: tuple[str, ...]
    confirmed: bool = False
