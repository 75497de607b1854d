"""Makes what the scenarios need, once: the calendars and the compiled libical program."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import generate
from benchmarks.events import CalendarObject

HERE = Path(__file__).parent
SOURCES = ("generate.py", "events.py", "odd.py", "zones.py")
SETTLED = 3.0
"""Seconds after which no index takes a file for as young as the clock's grain."""


@dataclass(frozen=True, slots=True)
class Fixtures:
    """The folder of the generated calendars; it is named after the generator's text, so it is never out of date."""

    folder: Path

    @classmethod
    def under(cls, data: Path) -> Fixtures:
        """Return the fixtures below a folder, after removing those of older generators."""
        stamp = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in SOURCES)).hexdigest()[:12]
        for old in data.glob("calendars-*"):
            if old.name != f"calendars-{stamp}":
                shutil.rmtree(old)
        folder = data / f"calendars-{stamp}"
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder)

    def file(self, name: str, objects: Callable[[], Iterable[CalendarObject]]) -> Path:
        """Return a calendar file of these objects."""
        return self._make(f"{name}.ics", lambda path: generate.write_file(objects(), path))

    def vdir(self, name: str, objects: Callable[[], Iterable[CalendarObject]]) -> Path:
        """Return a folder with one file for each of these objects."""
        return self._make(name, lambda path: generate.write_folder(objects(), path))

    def _make(self, name: str, write: Callable[[Path], None]) -> Path:
        path = self.folder / name
        if not path.exists():
            partial = self.folder / f"{name}.partial"
            if partial.is_dir():
                shutil.rmtree(partial)
            write(partial)
            partial.rename(path)
            time.sleep(SETTLED)
        return path


def build_libical_peer(data: Path) -> Path | str:
    """Return the compiled program, or the reason why there is none."""
    if not (compiler := shutil.which("cc")) or not shutil.which("pkg-config"):
        return "no C compiler or no pkg-config (apt install build-essential pkg-config)"
    found = subprocess.run(["pkg-config", "--cflags", "--libs", "libical"], capture_output=True, text=True, check=False)
    if found.returncode:
        return "libical is not installed (apt install libical-dev)"
    program = data / "libical_peer"
    source = str(HERE / "libical_peer.c")
    command = [compiler, "-O2", "-Wl,--as-needed", "-o", str(program), source, *found.stdout.split()]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    return program if built.returncode == 0 else f"libical_peer.c does not compile: {built.stderr.strip()}"
