"""Synchronisation against the modelled server: one behaviour a test."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scheduler.errors import StoreError
from scheduler.sync.collection import DavCollection
from scheduler.sync.dav import Dav
from scheduler.sync.http import LostError
from scheduler.sync.mirror import Mirror
from scheduler.sync.report import Options, Report
from scheduler.sync.runner import synchronise
from tests.sync.model_server import PATH, Habits, ModelServer, event

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


class Bench:
    """A mirror and a modelled server."""

    def __init__(self, folder: Path, **habits: object) -> None:
        self.server = ModelServer(Habits(**habits))  # type: ignore[arg-type]
        self.folder = folder / "home"
        self.options = Options(me=("me@x.example",), schedules=self.server.habits.schedules)

    def sync(self, **changes: object) -> Report:
        from dataclasses import replace

        mirror = Mirror(self.folder)
        try:
            dav = Dav(self.server, "https://server.example", sleep=lambda _: None)
            return synchronise(mirror, DavCollection(dav, PATH), replace(self.options, **changes), NOW)  # type: ignore[arg-type]
        finally:
            mirror.close()

    def here(self) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in self.folder.glob("*.ics")}

    def there(self) -> dict[str, bytes]:
        return {n: d for n, (d, _) in self.server.objects.items()}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_first_run_downloads_and_uploads(bench: Bench) -> None:
    bench.server.store("a.ics", event("a"))
    bench.folder.mkdir(parents=True)
    (bench.folder / "b.ics").write_bytes(event("b"))
    report = bench.sync()
    assert bench.here() == bench.there() == {"a.ics": event("a"), "b.ics": event("b")}
    assert report.done == {"Download": 1, "Upload": 1}


def test_second_run_costs_one_request(bench: Bench) -> None:
    for i in range(250):
        bench.server.store(f"{i}.ics", event(str(i)))
    bench.sync()
    assert bench.server.requests == 4
    bench.server.requests = 0
    assert bench.sync().done == {}
    assert bench.server.requests == 1
    bench.server.store("7.ics", event("7", summary="Other"))
    bench.server.requests = 0
    bench.sync()
    assert bench.server.requests == 2
    assert bench.here()["7.ics"] == event("7", summary="Other")


def test_changes_on_both_sides_are_merged(bench: Bench) -> None:
    bench.server.store("a.ics", event("a"))
    bench.sync()
    bench.server.store("a.ics", event("a", "LOCATION:Rome"))
    (bench.folder / "a.ics").write_bytes(event("a", "X-ME:1", summary="Mine"))
    bench.sync()
    assert bench.here() == bench.there()
    for part in (b"LOCATION:Rome", b"SUMMARY:Mine", b"X-ME:1"):
        assert part in bench.here()["a.ics"]


def test_clash_keeps_both_until_the_user_chooses(bench: Bench) -> None:
    bench.server.store("a.ics", event("a"))
    bench.sync()
    bench.server.store("a.ics", event("a", summary="Theirs"))
    (bench.folder / "a.ics").write_bytes(event("a", summary="Mine"))
    report = bench.sync()
    (found,) = report.conflicts
    assert (found.here, found.there, found.reasons) == (
        event("a", summary="Mine"),
        event("a", summary="Theirs"),
        ("SUMMARY",),
    )
    bench.server.requests = 0
    assert len(bench.sync().conflicts) == 1
    assert bench.server.requests == 1


def test_empty_side_is_no_deletion(bench: Bench) -> None:
    for name in "abc":
        bench.server.store(f"{name}.ics", event(name))
    bench.sync()
    for path in bench.folder.glob("*.ics"):
        path.unlink()
    with pytest.raises(StoreError, match="is empty"):
        bench.sync()
    assert len(bench.there()) == 3
    bench.sync(may_empty=frozenset({"here"}))
    assert bench.there() == {}


def test_server_that_looks_empty_is_no_deletion(bench: Bench) -> None:
    for name in "abc":
        bench.server.store(f"{name}.ics", event(name))
    bench.sync()
    for name in "abc":
        bench.server.drop(f"{name}.ics")
    with pytest.raises(StoreError, match="empty on the server"):
        bench.sync()
    assert len(bench.here()) == 3


@pytest.mark.parametrize("sync", ["403", "412", "full", "none"])
def test_lost_token_loses_no_deletion(tmp_path: Path, sync: str) -> None:
    bench = Bench(tmp_path, sync=sync)
    for name in "abcd":
        bench.server.store(f"{name}.ics", event(name))
    bench.sync()
    bench.server.drop("a.ics")
    bench.server.forgotten = len(bench.server.log)
    bench.server.store("b.ics", event("b", summary="New"))
    bench.sync()
    assert bench.here() == bench.there()


def test_pages_are_followed(tmp_path: Path) -> None:
    bench = Bench(tmp_path, page=3)
    for i in range(10):
        bench.server.store(f"{i}.ics", event(str(i)))
    bench.sync()
    assert len(bench.here()) == 10


def test_no_surprise_mail(tmp_path: Path) -> None:
    bench = Bench(tmp_path, schedules=True)
    meeting = event("m", "ORGANIZER:mailto:me@x.example", "ATTENDEE:mailto:boss@y.example")
    bench.server.store("m.ics", meeting)
    bench.server.store("n.ics", event("n"))
    bench.server.store("o.ics", event("o"))
    bench.sync()
    (bench.folder / "m.ics").unlink()
    (held,) = bench.sync().held
    assert held.recipients == ("boss@y.example",)
    assert bench.server.mails == []
    assert "m.ics" in bench.there()
    mirror = Mirror(bench.folder)
    assert mirror.status.confirm(held.id)
    mirror.close()
    bench.sync()
    assert bench.server.mails == [("DELETE", "m")]


def test_write_whose_answer_was_lost_is_known_again(bench: Bench) -> None:
    """The server acted, we never heard it, and the file was edited on: that is no conflict."""
    bench.server.store("a.ics", event("a"))
    bench.server.store("b.ics", event("b"))
    bench.sync()
    (bench.folder / "a.ics").write_bytes(event("a", summary="First"))
    (bench.folder / "new.ics").write_bytes(event("new", summary="First"))

    def lost(method: str, after: bool) -> None:
        if method == "PUT" and after:
            bench.server.fault = lambda _method, after: (_ for _ in ()).throw(LostError("gone")) if not after else None
            raise LostError("gone")

    for _ in range(2):
        bench.server.fault = lost
        with pytest.raises(StoreError):
            bench.sync()
        bench.server.fault = lambda _method, _after: None
    for name in ("a", "new"):
        (bench.folder / f"{name}.ics").write_bytes(event(name, summary="Second"))
    report = bench.sync()
    assert report.conflicts == []
    assert bench.here() == bench.there()
    assert all(b"Second" in bench.there()[f"{n}.ics"] for n in ("a", "new"))


def test_folder_that_is_gone_deletes_nothing(bench: Bench) -> None:
    bench.server.store("a.ics", event("a"))
    bench.sync()
    shutil.rmtree(bench.folder)
    with pytest.raises(StoreError, match="is gone"):
        bench.sync()
    assert list(bench.there()) == ["a.ics"]


def test_read_only_calendar_is_never_written(bench: Bench) -> None:
    bench.server.store("a.ics", event("a"))
    bench.server.store("b.ics", event("b"))
    bench.sync()
    (bench.folder / "a.ics").unlink()
    (bench.folder / "b.ics").write_bytes(event("b", summary="Mine"))
    report = bench.sync(read_only=True)
    assert len(report.problems) == 2
    assert bench.there() == {"a.ics": event("a"), "b.ics": event("b")}


@pytest.mark.parametrize(
    "data",
    [b"", b"rubbish", event("x")[:-30], event("x").replace(b"VERSION", b"METHOD:REQUEST\r\nVERSION"), event("a")],
    ids=["empty", "rubbish", "cut", "invitation", "same UID"],
)
def test_file_that_is_no_event_is_told_and_stays(bench: Bench, data: bytes) -> None:
    bench.server.store("a.ics", event("a"))
    bench.sync()
    (bench.folder / "odd.ics").write_bytes(data)
    report = bench.sync()
    assert len(report.problems) == 1
    assert list(bench.there()) == ["a.ics"]
    assert bench.here()["odd.ics"] == data


def test_power_failure_after_the_download_is_mended(bench: Bench) -> None:
    """Files without contents, as a disk may have them when the power went before the last flush."""
    for name in "abc":
        bench.server.store(f"{name}.ics", event(name))
    bench.sync()
    mirror = Mirror(bench.folder)
    with mirror.status.change():
        mirror.status.set_fact("unsettled", "yes")
    mirror.close()
    (bench.folder / "a.ics").write_bytes(b"")
    (bench.folder / "b.ics").write_bytes(event("b", summary="An edit"))
    bench.sync()
    assert bench.here()["a.ics"] == event("a")
    assert bench.there()["b.ics"] == event("b", summary="An edit")


def test_requests_of_one_change_here(bench: Bench) -> None:
    for i in range(150):
        bench.server.store(f"{i}.ics", event(str(i)))
    bench.sync()
    (bench.folder / "7.ics").write_bytes(event("7", summary="New"))
    bench.server.requests = 0
    bench.sync()
    assert bench.server.requests == 2


def test_another_run_at_the_same_time_is_refused(bench: Bench) -> None:
    bench.sync()
    mirror = Mirror(bench.folder)
    with mirror.one_run(), pytest.raises(StoreError, match="Another run"):
        bench.sync()
    mirror.close()


def test_server_that_heeds_no_condition_is_looked_at_first(tmp_path: Path) -> None:
    """SOGo: another client's event under our name, a change before our deletion."""
    bench = Bench(tmp_path, heedless=True)
    bench.server.store("a.ics", event("a"))
    bench.sync()
    (bench.folder / "new.ics").write_bytes(event("new", summary="Mine"))
    (bench.folder / "a.ics").unlink()

    def meanwhile(method: str, after: bool) -> None:
        if method == "REPORT" and after:
            bench.server.fault = lambda _method, _after: None
            bench.server.store("new.ics", event("new", summary="Theirs"))
            bench.server.store("a.ics", event("a", summary="Theirs"))

    bench.server.fault = meanwhile
    (found,) = bench.sync().conflicts
    assert (found.here, found.there) == (event("new", summary="Mine"), event("new", summary="Theirs"))
    assert bench.here()["a.ics"] == bench.there()["a.ics"] == event("a", summary="Theirs")


def test_uid_that_another_calendar_has_is_said_so(tmp_path: Path) -> None:
    """Cyrus: an event moved from one calendar to another, before the deletion in the first was sent."""
    bench = Bench(tmp_path, uid_once=True)
    bench.sync()
    (bench.folder / "a.ics").write_bytes(event("a"))
    bench.server.elsewhere = {"a"}
    (problem,) = bench.sync().problems
    assert "another of your calendars" in problem.message
    bench.server.elsewhere = set()
    assert bench.sync().done == {"Upload": 1}


def test_object_gone_between_list_and_reading_spoils_no_portion(tmp_path: Path) -> None:
    """sabre/dav 1 answers a multiget with 404 when one object of it is gone."""
    bench = Bench(tmp_path, sync="none", multiget_all_or_nothing=True)
    for name in "abc":
        bench.server.store(f"{name}.ics", event(name))

    def meanwhile(method: str, after: bool) -> None:
        if method == "PROPFIND" and after:
            bench.server.fault = lambda _method, _after: None
            bench.server.drop("b.ics")

    bench.server.fault = meanwhile
    bench.sync()
    assert bench.here() == bench.there() == {"a.ics": event("a"), "c.ics": event("c")}


def test_empty_calendar_is_asked_by_its_token(bench: Bench) -> None:
    bench.sync()
    bench.server.requests = 0
    bench.server.store("a.ics", event("a"))
    bench.sync()
    assert bench.server.requests == 2
    assert bench.here() == {"a.ics": event("a")}
