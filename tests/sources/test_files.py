"""Files, folders and standard input: each is read, one that cannot be read costs only itself."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from scheduler.errors import SourceError
from scheduler.sources import bounded
from scheduler.sources.spec import Spec
from tests.oracle.cli import ROOT, START
from tests.oracle.make import notes, read, timed, vcalendar
from tests.sources.gathering import CALENDAR, gather, uids


def _event(uid: str) -> bytes:
    return vcalendar(timed("20270310T100000Z", "20270310T110000Z", uid=uid))


def test_a_file(tmp_path: Path) -> None:
    (tmp_path / "my week.ics").write_bytes(CALENDAR)
    gathered = gather(tmp_path / "my week.ics")
    [document] = gathered.documents
    assert document.data == CALENDAR
    assert (document.calendar.name, document.calendar.owner) == ("my week", "")
    assert gathered.problems == []


def test_standard_input() -> None:
    [document] = gather("-", stdin=CALENDAR).documents
    assert (document.data, document.calendar.source) == (CALENDAR, "<stdin>")


def test_a_vdir_with_its_name_and_collections(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "a.ics").write_bytes(_event("a"))
    (tmp_path / "b.ICS").write_bytes(_event("b"))
    (tmp_path / "work" / "c.ics").write_bytes(_event("c"))
    (tmp_path / "displayname").write_text("Ana", "utf-8")
    (tmp_path / "color").write_text("#fff", "utf-8")
    (tmp_path / ".hidden.ics").write_bytes(_event("no"))
    (tmp_path / "a.ics.tmp").write_bytes(_event("no"))
    gathered = gather(tmp_path)
    assert uids(gathered) == ["a", "b", "c"]
    assert [d.calendar.name for d in gathered.documents] == ["Ana", "Ana", "work"]
    assert gathered.problems == []


def test_a_folder_may_hold_mailboxes_and_folders_that_are_called_like_files(tmp_path: Path) -> None:
    (tmp_path / "old.ics").mkdir()
    (tmp_path / "old.ics" / "a.ics").write_bytes(_event("a"))
    head = b"From r@x.example Mon Mar  1 10:00:00 2027\nFrom: r@x.example\nContent-Type: text/calendar\n\n"
    (tmp_path / "jobs.mbox").write_bytes(head + _event("b").replace(b"\r\n", b"\n"))
    gathered = gather(tmp_path)
    assert (sorted(uids(gathered)), gathered.problems) == (["a", "b"], [])


def test_a_folder_without_calendars_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", "utf-8")
    [problem] = gather(tmp_path).problems
    assert problem.severity == "error"
    assert "holds no calendar files" in problem.message


@pytest.mark.parametrize("name", ["missing.ics", "missing/", "~nobody-here/x.ics"])
def test_what_is_not_there_is_said(tmp_path: Path, name: str) -> None:
    [problem] = gather(tmp_path / name if not name.startswith("~") else name).problems
    assert problem.severity == "error"
    assert "cannot be read" in problem.message


def test_a_bad_link_in_a_folder_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(_event("a"))
    (tmp_path / "gone.ics").symlink_to(tmp_path / "nowhere.ics")
    (tmp_path / "loop").symlink_to(tmp_path)
    gathered = gather(tmp_path)
    assert uids(gathered) == ["a"]
    assert [p.severity for p in gathered.problems] == ["error"]


@contextmanager
def _somebody() -> Iterator[None]:
    """As a user to whom something can be forbidden, which nothing is to the superuser."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_forbidden_file_costs_only_itself() -> None:
    with _somebody(), TemporaryDirectory() as folder:
        for name in ("a", "b"):
            (Path(folder) / f"{name}.ics").write_bytes(_event(name))
        (Path(folder) / "a.ics").chmod(0)
        gathered = gather(folder)
    assert uids(gathered) == ["b"]
    assert ["Permission denied" in p.message for p in gathered.problems] == [True]


@pytest.mark.timeout(20)
def test_a_pipe_that_nobody_writes_to_and_a_device_do_not_stop_everything(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ics")
    assert all(d.data == b"" for d in gather(tmp_path / "pipe.ics").documents)
    assert gather("/dev/zero").problems


def test_a_pipe_that_somebody_writes_to_is_read(tmp_path: Path) -> None:
    from threading import Thread

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR)  # As a shell does it: the writer's end is open before the reader comes.

    def write() -> None:
        with os.fdopen(end, "wb") as file:
            file.write(CALENDAR * 2000)

    writer = Thread(target=write)
    writer.start()
    [document] = gather(pipe).documents
    writer.join(10)
    assert document.data == CALENDAR * 2000


def test_streams_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Thread

    monkeypatch.setattr(bounded, "MAX_STREAM", 100_000)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR)

    def write() -> None:
        with suppress(OSError), os.fdopen(end, "wb") as file:
            file.write(CALENDAR * 2000)

    Thread(target=write, daemon=True).start()
    gathered = gather(pipe, Spec(str(tmp_path / "mine.ics")))
    assert gathered.documents == []
    assert ["more than 0 MB" in p.message for p in gathered.problems] == [True, False]
    with pytest.raises(SourceError, match="more than"):
        bounded.read_stream(io.BytesIO(b"X" * 100_001), "<stdin>")
    assert bounded.read_stream(io.BytesIO(b"X" * 100_000), "<stdin>") == b"X" * 100_000


def test_endless_standard_input_is_a_problem_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(CALENDAR)
    words = f"ulimit -v 3000000; yes | {sys.executable} -c '{START}' agenda - a.ics --json --zone UTC --from 2027-03-01"
    words += " --days 30"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(["sh", "-c", words], check=False, cwd=tmp_path, env=env, capture_output=True, timeout=60)
    found = json.loads(run.stdout)
    assert run.returncode == 3
    assert [o["uid"] for o in found["occurrences"]] == ["one@x.example"]
    assert ["<stdin> gives more than" in p["message"] for p in found["problems"]] == [True]


@pytest.mark.parametrize("name", ["week.ics.gz", "week.ICS.GZ", "packed"])
def test_a_packed_file_is_unpacked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(CALENDAR))
    gathered = gather(tmp_path / name)
    assert uids(gathered) == ["one@x.example"]
    assert gathered.documents[0].calendar.name == name.partition(".")[0]
    assert gathered.problems == []


def test_packed_files_in_other_places(tmp_path: Path) -> None:
    (tmp_path / "a.ics.gz").write_bytes(gzip.compress(_event("a")) + gzip.compress(_event("b")))
    (tmp_path / "notes.gz").write_bytes(b"x")
    assert uids(gather(tmp_path)) == ["a", "b"]
    assert uids(gather("-", stdin=gzip.compress(CALENDAR))) == ["one@x.example"]
    mail = b"From: a@x.example\r\nContent-Type: text/calendar\r\n\r\n" + CALENDAR
    (tmp_path / "invitation.eml.gz").write_bytes(gzip.compress(mail))
    [document] = gather(tmp_path / "invitation.eml.gz").documents
    assert document.calendar.thread is not None


@pytest.mark.timeout(20)
def test_a_packed_file_is_bounded(tmp_path: Path) -> None:
    """A quarter of a gigabyte, packed a thousand times smaller; and very many small pieces."""
    (tmp_path / "bomb.ics").write_bytes(gzip.compress(b"\n" * (bounded.MAX_STREAM + 1), 1))
    (tmp_path / "pieces.ics").write_bytes(gzip.compress(b"") * 500_000)
    (tmp_path / "damaged.ics").write_bytes(gzip.compress(CALENDAR)[:15] + b"\xff" * 100)
    gathered = gather(tmp_path)
    assert [p.message.split(" ", 1)[1] for p in gathered.problems] == [
        "unpacks to more than 256 MB; it was not read.",
        "is packed with gzip and damaged; fetch or pack it again.",
    ]
    assert [d.data for d in gathered.documents] == [b""]


def test_what_all_packed_files_of_a_folder_unpack_to_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.sources.gather.MAX_STREAM", 100_000)
    for name in "abc":
        (tmp_path / f"{name}.ics.gz").write_bytes(gzip.compress(CALENDAR + b"\n" * 49_000, 1))
    gathered = gather(tmp_path)
    assert len(gathered.documents) == 2
    [problem] = gathered.problems
    assert "with what was unpacked before it" in problem.message


def test_a_packed_file_that_breaks_off_gives_what_came(tmp_path: Path) -> None:
    many = vcalendar(*(timed("20270310T100000Z", "20270310T110000Z", uid=f"{n:05}") for n in range(500)))
    packed = gzip.compress(many)
    (tmp_path / "short.ics.gz").write_bytes(packed[: len(packed) // 2])
    [document] = gather(tmp_path / "short.ics.gz").documents
    timeline = read(document)
    assert 10 < len(timeline.occurrences) < 500
    assert any("is incomplete" in note for note in notes(timeline))


def test_two_files_of_one_name_are_two_calendars(tmp_path: Path) -> None:
    """All that Google gives out are called basic.ics."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "basic.ics").write_bytes(_event(folder))
    files = [tmp_path / folder / "basic.ics" for folder in ("one", "two", "one")]
    gathered = gather(*files, Spec(str(files[1]), "basic"))
    assert [d.calendar.name for d in gathered.documents] == ["basic", "basic 2", "basic", "basic"]


def test_owner_and_name_of_a_source(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(CALENDAR)
    [document] = gather(Spec(str(tmp_path / "a.ics"), "Hers", "her@x.example", "work")).documents
    assert (document.calendar.name, document.calendar.owner, document.calendar.kind) == (
        "Hers",
        "her@x.example",
        "work",
    )


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"<html>", b"BEGIN:VCARD\nEND:VCARD\n", b"From: x\n\nno invitation"])
def test_what_is_no_calendar_is_left_to_the_reader_to_name(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    gathered = gather(tmp_path / "x")
    assert len(gathered.documents) + len(gathered.problems) == 1
