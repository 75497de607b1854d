"""The index of large sources: the same answer, and every change is noticed."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from scheduler.sources.index import key_of, load
from scheduler.sources.spec import Spec
from scheduler.sources.stamps import stamps_of
from tests.oracle.cli import Answer, interviews
from tests.oracle.make import timed, vcalendar

COUNT = 300


def _event(n: int, title: str = "Entry") -> bytes:
    return vcalendar(timed("20270310T100000Z", "20270310T110000Z", uid=f"u{n}", summary=f"{title} {n}"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of files that were last touched an hour ago."""
    made = tmp_path / "vdir"
    made.mkdir()
    for n in range(COUNT):
        _write(made / f"{n:03}.ics", _event(n))
    time.sleep(0.01)
    return made


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    hour_ago = time.time() - 3600
    os.utime(path, (hour_ago, hour_ago))


def _agenda(folder: Path, cache: Path, *words: str) -> Answer:
    env = {"XDG_CACHE_HOME": str(cache)}
    return interviews("agenda", folder, "--now", "2027-03-05", "--zone", "UTC", "--json", *words, env=env)


def test_the_answer_is_the_same_with_and_without(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    time.sleep(2.1)  # The change time of a file cannot be set back, and what is young is read again.
    first, second = _agenda(folder, cache), _agenda(folder, cache)
    assert list(cache.rglob("*.index")), "the second call must have had an index"
    plain = _agenda(folder, cache, "--no-index")
    assert first.out == second.out == plain.out
    assert len(first.json["occurrences"]) == COUNT
    for path in cache.rglob("*.index"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_change_is_noticed(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    time.sleep(2.1)
    _agenda(folder, cache)
    assert list(cache.rglob("*.index"))

    def titles() -> set[str]:
        return {o["summary"] for o in _agenda(folder, cache).json["occurrences"]}

    _write(folder / "000.ics", _event(0, "Changed"))  # Same size class, same mtime second.
    assert "Changed 0" in titles()
    (folder / "new.ics").write_bytes(_event(9999))
    assert "Entry 9999" in titles()
    (folder / "001.ics").unlink()
    assert "Entry 1" not in titles()
    _write(tmp_path / "other.ics", _event(2, "Replaced"))
    (tmp_path / "other.ics").replace(folder / "002.ics")
    assert "Replaced 2" in titles()
    assert "Entry 2" not in titles()


def test_a_spoilt_index_is_no_loss(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    time.sleep(2.1)
    expected = _agenda(folder, cache).out
    [index] = cache.rglob("*.index")
    whole = index.read_bytes()
    middle = len(whole) // 2
    assert load(index.parent, index.stem) is not None
    for at in (0, 3, 4, 5, 6, middle, len(whole) - 1):
        for value in (0, ord("R"), 0x95, 0xFF):  # Among them marks of a pickle: take from a dict, frame.
            damaged = whole[:at] + bytes([value]) + whole[at + 1 :]
            index.write_bytes(damaged)
            assert (load(index.parent, index.stem) is None) == (damaged != whole)
    for spoilt in (b"", whole[: len(whole) // 2], b"\0" * 100, b"I1\n."):
        index.write_bytes(spoilt)
        index.chmod(0o600)
        assert _agenda(folder, cache).out == expected
    index.write_bytes(whole)
    index.chmod(0o644)
    assert _agenda(folder, cache).out == expected


def test_new_time_zone_data_is_another_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "tzdata.zi"
    data.write_text("# version 2027a\n")
    os.utime(data, (1_000_000, 1_000_000))
    monkeypatch.setattr("zoneinfo.TZPATH", (str(tmp_path),))
    stamps = [(str(tmp_path / "a.ics"), 5_000_000, 1, 2, 3, 4)]
    before = key_of(stamps, "question", "UTC")
    assert key_of(list(stamps), "question", "UTC") == before
    data.write_text("# version 2027b\n")
    assert key_of(stamps, "question", "UTC") != before


def test_a_changed_zone_is_another_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the data has no tzdata.zi that says its version."""
    folder = tmp_path / "Europe"
    folder.mkdir()
    for name in ("Berlin", "Paris"):
        _write(folder / name, b"TZif")
    monkeypatch.setattr("zoneinfo.TZPATH", (str(tmp_path),))
    stamps = [(str(tmp_path / "a.ics"), 5_000_000, 1, 2, 3, 4)]

    def key() -> str:
        return key_of(stamps, "question", "Europe/Berlin")

    before = key()
    assert key() == before
    os.utime(folder / "Berlin", (1_000_000, 1_000_000))
    edited = key()
    assert edited != before
    os.utime(folder, (1_000_000, 1_000_000))
    settled = key()
    (tmp_path / "new").write_bytes(b"TZif")
    (tmp_path / "new").replace(folder / "Paris")
    assert key() not in (before, edited, settled)


@pytest.mark.parametrize("changed", range(6))
def test_whatever_differs_about_a_file_is_another_key(changed: int) -> None:
    stamp: list[object] = ["a\udcff.ics", 5_000_000, 1, 2, 3, 4]
    before = key_of([tuple(stamp)], "question", "UTC")  # type: ignore[list-item]
    stamp[changed] = "b.ics" if changed == 0 else 7
    assert key_of([tuple(stamp)], "question", "UTC") != before  # type: ignore[list-item]
    assert key_of([("a\udcff.ics", 5_000_000, 1, 2, 3, 4)], "question", "UTC") == before


def test_a_file_of_another_device_is_another_file(folder: Path) -> None:
    for path, *_, device in stamps_of([Spec(str(folder))]) or ():
        assert device == Path(path).stat().st_dev
