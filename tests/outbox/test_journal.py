"""The journal: what is noted stays noted, whatever happens to the process, the disk or the neighbour."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from making import INTERVIEW, NOW, packet

from scheduler.errors import ConflictError, StoreError, UsageError
from scheduler.outbox.database import opened
from scheduler.outbox.entry import Entry
from scheduler.outbox.folder import Outbox
from scheduler.outbox.journal import Journal, open_journal
from scheduler.outbox.schema import MIGRATIONS

HERE = Path(__file__).parent
ENTRY = Entry(
    NOW, "out", "email", "sent", "Acme", "u1", "pause", "20270304T100000Z", INTERVIEW, "Jane <jane@acme.example>",
    "Subject", "Text\nmore", "<one@home.example>", "abcdef", date(2027, 4, 1),
)  # fmt: skip


def writer(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(HERE), str(HERE.parents[1])])
    return subprocess.run(
        [sys.executable, str(HERE / "writing.py"), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": paths, **environment},
        check=False,
    )


def survivors(path: Path) -> list[str]:
    """The entries in a journal that must be sound."""
    with open_journal(path) as journal:
        entries = [e.text for e in journal.entries()]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    return [t[: t.index(".") + 1] for t in entries if t == t[: t.index(".") + 1] * 300]


def check_nothing_lost(folder: Path, done: subprocess.CompletedProcess[str]) -> None:
    """What was acknowledged is there; at most the entry that was being written is there beyond that."""
    acknowledged = [line for line in done.stdout.splitlines() if not line.startswith("refused")]
    found = survivors(folder / "journal.sqlite3")
    assert found[: len(acknowledged)] == acknowledged
    assert len(found) <= len(acknowledged) + 1


def test_an_entry_comes_back_as_it_went_in(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite3") as journal:
        number = journal.add(ENTRY)
    with open_journal(tmp_path / "j.sqlite3") as journal:
        (again,) = journal.entries()
    assert again.id == number
    assert again == Entry(**{**{f: getattr(ENTRY, f) for f in Entry.__slots__}, "id": number})


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        path = tmp_path / "data" / "j.sqlite3"
        with open_journal(path) as journal:
            journal.add(ENTRY)
            modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
    finally:
        os.umask(old)
    assert set(modes.values()) == {0o600}
    assert {"j.sqlite3", "j.sqlite3-wal"} <= set(modes)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_states_change_once_and_leave_a_trace(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    stored = outbox.add(packet(), "key", NOW)
    with open_journal(tmp_path / "j.sqlite3") as journal:
        journal.track(stored)
        journal.track(stored)
        journal.move(stored.id, ("draft",), "approved", NOW)
        with pytest.raises(ConflictError, match="'approved' now"):
            journal.move(stored.id, ("draft",), "approved", NOW)
        with pytest.raises(ConflictError):
            journal.transmitting(stored.id, NOW)
        with pytest.raises(UsageError, match="no packet 'zzz'"):
            journal.tracked("zzz")
        assert [s.state for s in journal.steps(stored.id)] == ["draft", "approved"]
        assert journal.packets() == (journal.tracked(stored.id),)


def test_state_and_contact_are_noted_together_or_not_at_all(tmp_path: Path) -> None:
    stored = Outbox(tmp_path / "outbox").add(packet(), "key", NOW)
    with open_journal(tmp_path / "j.sqlite3") as journal:
        journal.track(stored)
        with pytest.raises(ConflictError):
            journal.move(stored.id, ("sending",), "sent", NOW, "", ENTRY)
        assert journal.entries() == ()
        broken = Entry(NOW, "sideways", "email", "sent", "Acme", "u1")  # type: ignore[arg-type]
        with pytest.raises(StoreError):
            journal.move(stored.id, ("draft",), "approved", NOW, "", broken)
        assert journal.tracked(stored.id).state == "draft"


def test_a_new_version_migrates_after_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    with open_journal(path) as journal:
        journal.add(ENTRY)
    newer = (*MIGRATIONS, ("ALTER TABLE entry ADD COLUMN mood TEXT", "UPDATE entry SET mood = 'fine'"))
    with opened(path, newer) as connection:
        assert connection.execute("SELECT mood FROM entry").fetchone()[0] == "fine"
    backup = tmp_path / "journal-v1.bak"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with open_journal(backup) as journal:
        assert [e.text for e in journal.entries()] == [ENTRY.text]
    with pytest.raises(StoreError, match="newer version"), open_journal(path):
        pass


def test_a_migration_that_fails_leaves_the_old_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    with open_journal(path) as journal:
        journal.add(ENTRY)
    with pytest.raises(StoreError), opened(path, (*MIGRATIONS, ("DROP TABLE entry", "SELECT nonsense FROM nowhere"))):
        pass
    with open_journal(path) as journal:
        assert len(journal.entries()) == 1


def test_two_processes_open_a_new_journal_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda n: writer("many", str(tmp_path), f"w{n}", "25"), range(4)))
    assert [d.returncode for d in done] == [0] * 4, [d.stderr + d.stdout for d in done]
    found = survivors(tmp_path / "journal.sqlite3")
    assert sorted(found) == sorted(f"w{n} {i}." for n in range(4) for i in range(25))
    for n in range(4):
        assert [f for f in found if f.startswith(f"w{n} ")] == [f"w{n} {i}." for i in range(25)]


def test_a_new_journal_is_made_by_one_process_while_others_wait(tmp_path: Path) -> None:
    """Six processes at once ran into each other's change to WAL in one of seventy openings."""
    lock = os.open(tmp_path / ".j.sqlite3.lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)

    def make() -> None:
        with open_journal(tmp_path / "j.sqlite3"):
            pass

    maker = threading.Thread(target=make)
    maker.start()
    maker.join(0.3)
    assert maker.is_alive()
    os.close(lock)
    maker.join(10)
    assert not maker.is_alive()


def test_a_neighbour_that_holds_the_lock_gives_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "journal.sqlite3"
    with open_journal(path):
        pass
    monkeypatch.setattr("scheduler.outbox.database.BUSY_SECONDS", 0)
    neighbour = sqlite3.connect(path, isolation_level=None)
    neighbour.execute("BEGIN IMMEDIATE")
    try:
        with open_journal(path) as journal:
            with pytest.raises(ConflictError, match="try again"):
                journal.add(ENTRY)
            assert journal.entries() == ()
    finally:
        neighbour.close()


def test_a_damaged_file_gives_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    path.write_bytes(b"this is no database, and long enough to be looked at\n" * 50)
    with pytest.raises(StoreError, match="damaged"), open_journal(path):
        pass


def fill(journal: Journal) -> None:
    for _ in range(100):
        journal.add(ENTRY)


def test_a_place_that_cannot_be_written_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="could not be written"), open_journal(tmp_path / "file" / "j.sqlite3"):
        pass
    with pytest.raises(StoreError, match="could not be written"):
        Outbox(tmp_path / "file" / "outbox")


def test_a_full_database_refuses_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite3"
    with opened(path) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        journal = Journal(connection, path)
        with pytest.raises(StoreError, match="full"):
            fill(journal)
        count = len(journal.entries())
    with open_journal(path) as journal:
        assert len(journal.entries()) == count
        journal.add(ENTRY)


@pytest.mark.parametrize("mode", ["limited", "full"])
def test_every_size_at_which_the_disk_may_end(tmp_path: Path, mode: str) -> None:
    sizes = [1, 3000, 5000, 20_000, 33_000, 36_000, 38_500, 41_000, 43_300, 45_000, 49_000, 60_000]
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda s: writer(mode, str(tmp_path / str(s)), str(s)), sizes))
    for size, process in zip(sizes, done, strict=True):
        assert process.returncode == (0 if mode == "full" else -25), (size, process.stderr)
        assert mode == "limited" or "refused: " in process.stdout
        check_nothing_lost(tmp_path / str(size), process)
    assert any(p.stdout.splitlines() for p in done)


KILLER = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/types.h>
static void step(void) {
    static long left = -1;
    if (left < 0) left = atol(getenv("KILL_AT"));
    if (left > 0 && --left == 0) kill(getpid(), SIGKILL);
}
#define AROUND(type, name, params, ...) \
    type name params { \
        type (*real) params = (type (*) params)dlsym(RTLD_NEXT, #name); step(); return real(__VA_ARGS__); }
AROUND(ssize_t, pwrite64, (int f, const void *b, size_t n, off_t o), f, b, n, o)
AROUND(ssize_t, pwrite, (int f, const void *b, size_t n, off_t o), f, b, n, o)
AROUND(int, fsync, (int f), f)
AROUND(int, fdatasync, (int f), f)
AROUND(int, ftruncate64, (int f, off_t n), f, n)
AROUND(int, ftruncate, (int f, off_t n), f, n)
AROUND(int, unlink, (const char *p), p)
"""


@pytest.fixture(scope="module")
def killer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that ends a process just before its n-th write to, or wait for, the disk."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("a C compiler on Linux is needed to stop a process between two writes of SQLite")
    folder = tmp_path_factory.mktemp("killer")
    (folder / "killer.c").write_text(KILLER)
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-w", "-o", folder / "killer.so", folder / "killer.c", "-ldl"],
        check=True,
        timeout=60,
    )
    return folder / "killer.so"


def test_killed_just_before_every_write(tmp_path: Path, killer: Path) -> None:
    def at(step: int) -> tuple[int, subprocess.CompletedProcess[str]]:
        folder = tmp_path / str(step)
        return step, writer("preloaded", str(folder), LD_PRELOAD=str(killer), KILL_AT=str(step))

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(at, range(1, 101)))
    killed = [step for step, process in done if process.returncode == -9]
    assert len(killed) > 20, "SQLite's writes did not go through the library"
    assert len(killed) < len(done), "there are more writes than steps that were tried"
    for step, process in done:
        assert process.returncode in (0, -9), process.stderr
        check_nothing_lost(tmp_path / str(step), process)


def test_order_is_by_time(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite3") as journal:
        for hours in (3, 1, 2):
            journal.add(Entry(NOW + timedelta(hours=hours), "in", "email", "answered", "Acme", "u1", text=str(hours)))
        assert [e.text for e in journal.entries()] == ["1", "2", "3"]
