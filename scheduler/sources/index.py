"""The index: what a large source said for a window of whole days, kept until one of its files changes.

A file is known by size, mtime_ns, ctime_ns, inode and device. An answer is kept only where every file is older than the
clock's grain, since a change within one grain leaves no mark; what is kept is readable by the user alone.
"""

import os
import sys
from typing import TYPE_CHECKING

from scheduler.model.timeline import Timeline
from scheduler.sources.columns import packed, unpacked
from scheduler.sources.stamps import Stamp

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 7
GRAIN_NS = 2_000_000_000
MOST_KEPT = 16


def key_of(stamps: list[Stamp], question: object, zone: str) -> str:
    """One key for the files, for what is asked of them in a zone, and for the program and the time zone data."""
    from hashlib import sha256
    from marshal import dumps

    digest = sha256(repr((FORMAT, sys.version, _program(), _zones(zone), question)).encode("utf-8", "backslashreplace"))
    # Version 2 writes what is equal alike; a tenth of the time of repr, which counts for folders of many files.
    digest.update(dumps(stamps, 2))
    return digest.hexdigest()[:40]


def _zones(zone: str) -> list[tuple[str, int, int]]:
    """The time zone data, of the system and of the package, whose news could change an answer.

    Folders tell of every zone that was replaced, as updates do; only the user's own is known if edited in place too.
    """
    from zoneinfo import TZPATH

    package = [f"{base}/tzdata" for base in sys.path]
    names = [*(f"{base}/tzdata.zi" for base in TZPATH), *(f"{base}/__init__.py" for base in package)]
    for base in (*TZPATH, *(f"{base}/zoneinfo" for base in package)):
        names += [*_folders(base), f"{base}/{zone}"]
    found = []
    for name in names:
        try:
            status = os.stat(name)
        except OSError:
            continue
        found.append((name, status.st_size, status.st_mtime_ns))
    return found


def _folders(base: str) -> list[str]:
    """A folder of zones and those in it (Europe), sorted."""
    try:
        with os.scandir(base) as entries:
            return sorted([base, *(e.path for e in entries if e.is_dir())])
    except OSError:
        return []


def _program() -> list[tuple[str, int, int]]:
    """The modules whose change could change an answer."""
    base = os.path.dirname(os.path.dirname(__file__))
    found = []
    for room in ("ics", "model", "recognise", "settings", "sources", "timeline"):
        with os.scandir(os.path.join(base, room)) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    found.append((f"{room}/{entry.name}", status.st_size, status.st_mtime_ns))
    return sorted(found)


def load(folder: "Path", key: str) -> Timeline | None:
    """The kept answer; None where there is none that can be trusted."""
    import pickle
    from zlib import crc32

    path = folder / f"{key}.index"
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if status.st_uid != os.getuid() or status.st_mode & 0o077:
                return None
            head, body = file.read(4), file.read()
        # Checked first, since damaged bytes may make what reads them do anything.
        if int.from_bytes(head) != crc32(body):
            return None
        return unpacked(body)
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError, TypeError):
        return None


def save(folder: "Path", key: str, stamps: list[Stamp], kept: Timeline, read_at_ns: int) -> None:
    """Keep an answer that was read from `read_at_ns` on, unless a file was still too young then.

    An index that cannot be written is no loss: the next call reads again.
    """
    from zlib import crc32

    if any(max(s[2], s[3]) > read_at_ns - GRAIN_NS for s in stamps):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary = folder / f"{key}.{os.getpid()}.new"
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            body = packed(kept)
            file.write(crc32(body).to_bytes(4))
            file.write(body)
        temporary.replace(folder / f"{key}.index")
        _forget_oldest(folder)
    except OSError:
        return


def _forget_oldest(folder: "Path") -> None:
    kept = sorted(folder.glob("*.index"), key=lambda p: p.stat().st_mtime_ns, reverse=True)
    for path in (*kept[MOST_KEPT:], *folder.glob("*.new")):
        path.unlink(missing_ok=True)
