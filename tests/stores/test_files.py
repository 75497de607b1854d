"""Files and folders: whole or not at all, and no version taken for another."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import ConflictError, StoreError
from scheduler.stores import files
from scheduler.stores.contract import name_for_href, name_for_uid, uid_of
from scheduler.stores.files import locked, put_file, stamp, sweep
from scheduler.stores.vdir import VdirStore
from tests.sync.model_server import event


def test_new_file_never_replaces_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(ConflictError):
        put_file(tmp_path / "a", b"new", new=True)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_new_file_where_the_system_cannot_rename_without_replacing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_renameat2", lambda: None)
    put_file(tmp_path / "a", b"new", new=True)
    with pytest.raises(ConflictError):
        put_file(tmp_path / "a", b"newer", new=True)
    assert (tmp_path / "a").read_bytes() == b"new"


def test_rights_of_a_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    put_file(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_young_file_is_not_trusted(tmp_path: Path) -> None:
    """A second write within the tick of the first does not show in the file's times."""
    path = tmp_path / "a"
    path.write_bytes(b"1")
    os.utime(path, ns=(time.time_ns(), time.time_ns() + 1_000_000_000))
    assert stamp(path.stat()) == ""
    os.utime(path, ns=(0, 1))
    old = stamp(path.stat())
    assert old
    path.write_bytes(b"22")
    os.utime(path, ns=(0, 1))
    assert stamp(path.stat()) != old


def test_leftovers_are_swept(tmp_path: Path) -> None:
    (tmp_path / f"{files.TEMPORARY}1-0").write_bytes(b"half")
    (tmp_path / "a.ics").write_bytes(b"whole")
    sweep(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["a.ics"]


def test_second_run_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"), pytest.raises(StoreError, match="Another run"), locked(tmp_path / "lock", wait=0):
        pass


@pytest.mark.parametrize("href", ["../x.ics", "/etc/passwd", "a/b.ics", "..", "", ".hidden.ics", "a\0b.ics"])
def test_folder_is_not_left(href: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="leads out"):
        VdirStore(tmp_path).path(href)


@given(st.text(max_size=200))
def test_any_name_is_safe(text: str) -> None:
    for name in (name_for_uid(text), name_for_href(text)):
        VdirStore(Path("/mirror")).path(name)
        assert len(name) < 150


@given(st.text(), st.text())
def test_different_uids_have_different_names(one: str, other: str) -> None:
    assert (name_for_uid(one) == name_for_uid(other)) == (one == other)


def test_uid_is_the_events_own() -> None:
    calendar = event("inner").replace(b"BEGIN:VEVENT\r\n", b"UID:calendar\r\nBEGIN:VEVENT\r\n")
    assert uid_of(calendar) == "inner"
    alarm = b"BEGIN:VALARM\r\nUID:alarm\r\nEND:VALARM\r\n"
    assert uid_of(event("x").replace(b"UID:x\r\n", b"UID;X=1:fol\r\n ded\r\n" + alarm)) == "folded"
    assert uid_of(event("a;b")) == "a;b"
    assert uid_of(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") is None
