"""Whether the files of sources are worth an index, and how each of them is known there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from scheduler.sources.files import MAX_DEPTH
from scheduler.sources.spec import Spec

WORTH_BYTES = 2_000_000
WORTH_FILES = 200

Stamp = tuple[str, int, int, int, int, int]


def stamps_of(specs: Iterable[Spec]) -> list[Stamp] | None:
    """(path, size, mtime_ns, ctime_ns, inode, device) of every file below the sources, sorted.

    None where a source is no file or folder, or where reading anew costs less than an index is worth.
    """
    stamps: list[Stamp] = []
    for spec in specs:
        if spec.address == "-" or "://" in spec.address[:12]:
            return None
        try:
            _collect(os.path.expanduser(spec.address), stamps, 0)
        except OSError:
            return None
    if len(stamps) < WORTH_FILES and sum(s[1] for s in stamps) < WORTH_BYTES:
        return None
    stamps.sort()
    return stamps


def _collect(path: str, stamps: list[Stamp], depth: int) -> None:
    status = os.stat(path)
    if not stat.S_ISDIR(status.st_mode):
        stamps.append(_stamp(path, status))
        return
    # A stat of every file: a folder's own mtime does not change when a file is edited in place.
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_dir() and depth < MAX_DEPTH:
                _collect(entry.path, stamps, depth + 1)
                continue
            stamps.append(_stamp(entry.path, entry.stat()))


def _stamp(path: str, s: os.stat_result) -> Stamp:
    return path, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino, s.st_dev
