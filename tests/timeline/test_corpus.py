"""Calendars that people have: the agreed answers come out equal, nothing crashes, nothing hangs."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from scheduler.model.time import Period
from tests.oracle.make import Key, document, keys, read, window
from tests.oracle.shared import corpus, gold

WINDOWS = (window("2012-05-01T00:00", "2012-05-15T00:00"), window("2027-03-01T00:00", "2027-05-01T00:00"))
EVERYTHING = window("1990-01-01T00:00", "2035-01-01T00:00")
SECONDS = 10


class _SlowError(Exception):
    pass


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _SlowError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _read(path: Path, within: Period, *, prefilter: bool = True) -> Counter[Key]:
    return keys(read(document(path.read_bytes(), source=path.name), within=within, prefilter=prefilter))


def test_the_agreed_answers_come_out_equal() -> None:
    folder = corpus()
    different = []
    entries = gold()
    assert len(entries) == 974
    for entry in entries:
        found = _read(folder / "files" / entry["file"], window(entry["start"], entry["end"]))
        named = Counter(("" if u.startswith("no-uid-") else u, s, e) for (u, s, e) in found.elements())
        agreed = Counter((u or "", _utc(s), _utc(e)) for u, s, e in entry["occurrences"])
        if named != agreed:
            different.append((entry["file"], "missing", agreed - named, "more", named - agreed))
    assert different == []


def _utc(text: str) -> str:
    """Floating times are read as UTC there."""
    return text if text.endswith("Z") or "T" not in text else text + "Z"


def _files() -> list[Path]:
    files = sorted((corpus() / "files").rglob("*.ics"))
    assert len(files) == 1148
    return files


def test_the_lexical_pass_changes_no_answer() -> None:
    wrong = []
    for path in _files():
        for within in WINDOWS:
            with _at_most(SECONDS):
                quick, plain = _read(path, within), _read(path, within, prefilter=False)
            if quick != plain:
                wrong.append((path.name, "missing", plain - quick, "more", quick - plain))
    assert wrong == []


def test_every_file_is_read_over_decades() -> None:
    for path in _files():
        with _at_most(SECONDS):
            _read(path, EVERYTHING)
