"""Run by test_journal.py as processes of their own; each line that is out was noted before.

`writing.py limited FOLDER LIMIT`: writes entries until no file may grow beyond LIMIT bytes, which ends it by a signal.
`writing.py full FOLDER LIMIT`: the same, but the system answers "file too large", as a full disk answers "no space".
`writing.py many FOLDER NAME COUNT`: writes COUNT entries.
`writing.py preloaded FOLDER`: writes three entries; a preloaded library ends it at some call.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

from making import NOW, packet

from scheduler.errors import StoreError
from scheduler.outbox.entry import Entry
from scheduler.outbox.folder import Outbox
from scheduler.outbox.journal import Journal, open_journal


def entry(text: str) -> Entry:
    return Entry(NOW, "out", "email", "sent", "Acme", "u1", text=text * 300)


def note(journal: Journal, name: str, count: int) -> None:
    for number in range(count):
        journal.add(entry(f"{name} {number}."))
        sys.stdout.write(f"{name} {number}.\n")
        sys.stdout.flush()


def limit(size: int, on_limit: signal.Handlers) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, on_limit)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def main(mode: str, folder: Path, *rest: str) -> None:
    if mode in ("limited", "full"):
        limit(int(rest[0]), signal.SIG_DFL if mode == "limited" else signal.SIG_IGN)
    try:
        with open_journal(folder / "journal.sqlite3") as journal:
            if mode == "many":
                note(journal, rest[0], int(rest[1]))
            else:
                note(journal, "one", 3)
                journal.track(Outbox(folder / "outbox").add(packet(), "key", NOW))
                note(journal, "two", 9 if mode != "preloaded" else 1)
    except StoreError as error:
        sys.stdout.write(f"refused: {error}\n")
        sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
