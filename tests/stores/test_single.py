"""One file with many events: everything but the one that changes keeps its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import ConflictError, StoreError
from scheduler.stores.single import FileStore
from tests.sync.model_server import event

ZONE = "BEGIN:VTIMEZONE\r\nTZID:Europe/Lisbon\r\nX-OWN;B=1;A=2:as it was\r\nEND:VTIMEZONE\r\n"
ONE = "BEGIN:VEVENT\r\nUID:one\r\nDTSTART;TZID=Europe/Lisbon:20270302T100000\r\nX-Odd;z=1 : kept \r\nEND:VEVENT\r\n"
MASTER = "BEGIN:VEVENT\r\nUID:two\r\nRRULE:FREQ=DAILY\r\nDTSTART:20270302T100000Z\r\nEND:VEVENT\r\n"
OVERRIDE = "BEGIN:VEVENT\r\nUID:two\r\nRECURRENCE-ID:20270303T100000Z\r\nDTSTART:20270303T110000Z\r\nEND:VEVENT\r\n"
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Mine\r\nMETHOD:PUBLISH\r\n"
WHOLE = HEAD + MASTER + ZONE + ONE + OVERRIDE + "END:VCALENDAR\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "mine.ics"
    file.write_bytes(WHOLE.encode())
    return file


def read(store: FileStore, uid: str) -> bytes:
    (item,) = store.read([uid])
    return item.data


def test_object_has_its_zone_and_its_overrides(path: Path) -> None:
    store = FileStore(path)
    assert set(store.etags()) == {"one", "two"}
    one = read(store, "one").decode()
    assert ZONE in one
    assert ONE in one
    assert "METHOD" not in one
    assert "X-WR-CALNAME" not in one
    two = read(store, "two").decode()
    assert MASTER + OVERRIDE in two
    assert "VTIMEZONE" not in two


def test_only_the_changed_event_changes(path: Path) -> None:
    store = FileStore(path)
    etag = store.etags()["two"]
    store.replace("two", event("two", summary="New"), etag)
    text = path.read_bytes().decode()
    new = event("two", summary="New").decode()
    new = new[new.index("BEGIN:VEVENT") : new.index("END:VCALENDAR")]
    assert text == HEAD + new + ZONE + ONE + "END:VCALENDAR\r\n"
    assert (path.parent / "mine.ics~").read_bytes() == WHOLE.encode()


def test_deleted_and_created_again_elsewhere(path: Path) -> None:
    store = FileStore(path)
    store.delete("two", store.etags()["two"])
    assert path.read_bytes().decode() == HEAD + ZONE + ONE + "END:VCALENDAR\r\n"
    store.create("x.ics", event("three"))
    assert path.read_bytes().decode().startswith(HEAD + ZONE + ONE + "BEGIN:VEVENT\r\nUID:three")


def test_zone_table_comes_along_once(path: Path) -> None:
    store = FileStore(path)
    new = event("z").replace(b"BEGIN:VEVENT", ZONE.replace("Lisbon", "Rome").encode() + b"BEGIN:VEVENT")
    store.create("z.ics", new)
    store.create("y.ics", new.replace(b"UID:z", b"UID:y"))
    assert path.read_bytes().count(b"TZID:Europe/Rome") == 1


def test_line_ends_of_the_file_are_kept(path: Path) -> None:
    path.write_bytes(WHOLE.replace("\r\n", "\n").encode())
    FileStore(path).create("n.ics", event("n"))
    assert b"\r" not in path.read_bytes()


def test_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.ics"
    link.symlink_to(path)
    FileStore(link).create("n.ics", event("n"))
    assert link.is_symlink()
    assert b"UID:n" in path.read_bytes()


def test_change_by_another_program_is_seen(path: Path) -> None:
    store = FileStore(path)
    etag = store.etags()["one"]
    path.write_bytes(WHOLE.replace("kept", "theirs").encode())
    with pytest.raises(ConflictError):
        store.replace("one", event("one"), etag)
    with pytest.raises(ConflictError):
        store.delete("one", etag)
    assert b"theirs" in path.read_bytes()


DAMAGED = (WHOLE.encode("utf-16"), WHOLE.replace("\r\n", "\r").encode(), b"<html>", WHOLE[:-20].encode())


@pytest.mark.parametrize("data", DAMAGED, ids=["UTF-16", "CR", "HTML", "cut"])
def test_what_cannot_be_kept_whole_is_not_written(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    with pytest.raises(StoreError):
        FileStore(path).create("n.ics", event("n"))
    assert path.read_bytes() == data


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=8), st.booleans())
def test_random_changes_leave_the_others(tmp_path_factory: pytest.TempPathFactory, uids: list[str], lf: bool) -> None:
    file = tmp_path_factory.mktemp("single") / "f.ics"
    file.write_bytes(WHOLE.replace("\r\n", "\n" if lf else "\r\n").encode())
    store = FileStore(file)
    before = read(store, "one")
    for number, uid in enumerate(uids):
        etag = store.etags().get(uid)
        if etag is None:
            store.create(uid, event(uid, summary=str(number)))
        elif number % 2:
            store.delete(uid, etag)
        else:
            store.replace(uid, event(uid, summary=str(number)), etag)
    assert read(store, "one") == before
