"""Undo: the last run of a command, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scheduler.errors import ConflictError, UsageError
from scheduler.stores.changes import ChangeLog, LoggedStore, undo_last
from scheduler.stores.contract import Store, uid_of
from scheduler.stores.opened import open_store
from tests.sync.model_server import event

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ChangeLog]:
    opened = ChangeLog(tmp_path / "data" / "changes.sqlite3")
    yield opened
    opened.close()


@pytest.fixture(params=["folder", "file"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "folder":
        (tmp_path / "cal").mkdir()
        return str(tmp_path / "cal")
    return str(tmp_path / "cal.ics")


def logged(log: ChangeLog, place: str, run: str) -> LoggedStore:
    return LoggedStore(open_store(place), log, path=place, command="hold", run=run, now=NOW)


def contents(place: str) -> dict[str, bytes]:
    store = open_store(place)
    return {uid_of(i.data) or "": i.data for i in store.read(store.etags())}


def test_all_of_a_run_is_taken_back(log: ChangeLog, place: str) -> None:
    first = logged(log, place, "r1")
    a = first.create("a.ics", event("a"))
    b = first.create("b.ics", event("b"))
    before = contents(place)
    second = logged(log, place, "r2")
    second.replace(a.href, event("a", summary="New"), a.etag or "")
    second.delete(b.href, b.etag or "")
    second.create("c.ics", event("c"))
    assert len(undo_last(log, open_store)) == 3
    assert contents(place) == before
    undo_last(log, open_store)
    assert contents(place) == {}
    with pytest.raises(UsageError):
        undo_last(log, open_store)


def test_edit_by_somebody_else_stops_all_of_it(log: ChangeLog, place: str) -> None:
    store = logged(log, place, "r")
    a = store.create("a.ics", event("a"))
    store.create("b.ics", event("b"))
    plain: Store = open_store(place)
    plain.replace(a.href, event("a", summary="Theirs"), a.etag or "")
    before = contents(place)
    with pytest.raises(ConflictError):
        undo_last(log, open_store)
    assert contents(place) == before


def test_change_that_never_happened_is_no_obstacle(log: ChangeLog, place: str) -> None:
    """The process died between the note and the write."""
    store = logged(log, place, "r")
    store.create("a.ics", event("a"))
    log.record(run="r", at=NOW, command="hold", store=place, href="b.ics", before=None, after=event("b"))
    undo_last(log, open_store)
    assert contents(place) == {}


def test_object_changed_twice_goes_back_to_the_beginning(log: ChangeLog, place: str) -> None:
    store = logged(log, place, "r")
    a = store.create("a.ics", event("a"))
    b = store.replace(a.href, event("a", summary="Second"), a.etag or "")
    store.replace(b.href, event("a", summary="Third"), b.etag or "")
    assert len(undo_last(log, open_store)) == 1
    assert contents(place) == {}
