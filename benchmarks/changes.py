"""Whether a second scan of a folder notices what happened to its files since the first."""

from __future__ import annotations

import os
import re
import shutil
import time
from dataclasses import replace
from pathlib import Path

from benchmarks import generate
from benchmarks.fixtures import SETTLED
from benchmarks.scenarios import SECOND, Bench

IN_WINDOW = re.compile(rb"(DTSTART;TZID=Europe/Berlin:202703(?:0[2-9]|1[0-3])T)1[0-9](?=\d{4}\r\n)")


def changes(bench: Bench) -> None:
    """Edit, replace, remove and add files behind the index's back; the answers must be the reference's again."""
    original = bench.fixtures.vdir("changing", lambda: generate.mixed(2000, near=0.5))
    work = bench.caches / "changing"
    shutil.copytree(original, work)
    time.sleep(SETTLED)
    contenders = bench.ours(SECOND, "agenda", work, "--json")
    bench.compare("2k files, unchanged", contenders + bench.peers(work, 1), rounds=2)
    done = _disturb(work)
    first_look = [replace(each, runs=1) for each in contenders + bench.peers(work, 1)]
    bench.compare(f"2k files, {done}", first_look, rounds=1)


def _disturb(folder: Path) -> str:
    """Change files of the window, most of them so that size and mtime stay what they were."""
    shown = sorted(path for path in folder.glob("*.ics") if IN_WINDOW.search(path.read_bytes()))
    if len(shown) < 40:
        raise ValueError(f"only {len(shown)} files of {folder} lie in the window; generate more")
    for path in shown[:10]:
        _edit_in_place(path)
    for path in shown[10:20]:
        _replace(path)
    for path in shown[20:30]:
        path.unlink()
    for path in shown[30:40]:
        _copy(path)
    return "10 edited, 10 replaced, 10 removed, 10 added"


def _earlier(text: bytes) -> bytes:
    return IN_WINDOW.sub(rb"\g<1>09", text)


def _edit_in_place(path: Path) -> None:
    before = path.stat()
    path.write_bytes(_earlier(path.read_bytes()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _replace(path: Path) -> None:
    before = path.stat()
    other = path.with_suffix(".tmp")
    other.write_bytes(_earlier(path.read_bytes()))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.rename(path)


def _copy(path: Path) -> None:
    text = path.read_bytes().replace(b"@calendar.example.com", b"@copy.example.com")
    path.with_name(f"copy-{path.name}").write_bytes(text)
