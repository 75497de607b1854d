"""`interviews undo`: takes back the last change that a command made to a calendar."""

from __future__ import annotations

from scheduler.app.here import data_folder
from scheduler.app.servers import CHANGES
from scheduler.stores.changes import Change, ChangeLog, undo_last
from scheduler.stores.opened import open_store


def pending() -> list[Change]:
    """What would be taken back, the latest change first."""
    log = ChangeLog(data_folder() / CHANGES)
    try:
        return log.last()
    finally:
        log.close()


def undo() -> list[Change]:
    """Take back the last run; a mirror's server hears of it on the next sync, and mails nobody without being asked."""
    log = ChangeLog(data_folder() / CHANGES)
    try:
        return undo_last(log, open_store)
    finally:
        log.close()
