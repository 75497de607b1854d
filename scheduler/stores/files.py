"""Files that are whole or not there at all: temporary file, fsync, rename, fsync of the folder."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from scheduler.errors import ConflictError, StoreError

TEMPORARY = ".interviews-"
# Nanoseconds; longer than any tick of a file system's clock (FAT's is two seconds).
MOMENT = 3_000_000_000


def put_file(path: Path, data: bytes, *, new: bool = False, dated: bool = False) -> None:
    """Write a file so that a crash leaves the old or the new version; `new` refuses to replace one (ConflictError)."""
    put_files([(os.fspath(path), data)], new=new, dated=dated)


def put_files(
    files: list[tuple[str, bytes]], *, new: bool = False, flush: bool = True, dated: bool = False
) -> list[str]:
    """Write files of one folder, and give their stamps; those that were written stay when a later one fails.

    The contents reach the disk before the names do. Without `flush` nobody waits for the disk: the caller does so once
    for many (`flush_all`), and after a power failure must not believe in what it finds. `dated` dates the files back by
    a moment, so that whoever writes to one from now on gives it another time (see `stamp`).
    """
    prepared: list[tuple[str, str, int]] = []
    stamps: list[str] = []
    named = 0
    try:
        for path, data in files:
            temporary = f"{os.path.dirname(path)}/{TEMPORARY}{os.getpid()}-{len(prepared)}"
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            prepared.append((temporary, path, descriptor))
            _write_all(descriptor, data)
            if dated:
                before = time.time_ns() - MOMENT
                os.utime(descriptor, ns=(before, before))
            stamps.append(stamp(os.fstat(descriptor)))
        for _, _, descriptor in prepared if flush else ():
            os.fsync(descriptor)
        for temporary, path, _ in prepared:
            _name(temporary, path, new)
            named += 1
        for folder in {os.path.dirname(path) for _, path, _ in prepared} if flush else ():
            flush_folder(Path(folder))
        return stamps
    except FileExistsError as error:
        raise ConflictError(f"{error.filename2 or error.filename} is there already; nothing was written.") from None
    except OSError as error:
        raise write_failed(Path(os.path.dirname(files[0][0])), error) from error
    finally:
        for number, (temporary, _, descriptor) in enumerate(prepared):
            os.close(descriptor)
            if number >= named:
                with suppress(FileNotFoundError):
                    os.unlink(temporary)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _name(temporary: str, path: str, new: bool) -> None:
    if new:
        _name_new(temporary, path)
    else:
        # Keep the rights that the user gave the file.
        with suppress(FileNotFoundError):
            os.chmod(temporary, os.stat(path).st_mode & 0o777)
        os.replace(temporary, path)


def _name_new(temporary: str, path: str) -> None:
    """Rename, but never over a file that is there (FileExistsError)."""
    rename = _renameat2()
    if rename is not None:
        code = rename(temporary, path)
        if code == 0:
            return
        if code == errno.EEXIST:
            raise FileExistsError(code, os.strerror(code), temporary, None, path)
    # Another system, or a file system that does not know the flag.
    os.link(temporary, path)
    os.unlink(temporary)


@cache
def _renameat2() -> Callable[[str, str], int] | None:
    """renameat2 with RENAME_NOREPLACE, giving 0 or the error's number; None where the C library has none."""
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return None
    here, no_replace = -100, 1

    def rename(old: str, new: str) -> int:
        done = call(here, os.fsencode(old), here, os.fsencode(new), no_replace)
        return ctypes.get_errno() if done else 0

    return rename


def private_file(path: Path) -> None:
    """Make an empty file that only its owner can read, where there is none; databases keep what they find."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as error:
        raise write_failed(path, error) from error


def drop_file(path: Path) -> None:
    """Remove a file for good."""
    try:
        os.unlink(path)
        flush_folder(path.parent)
    except OSError as error:
        raise write_failed(path, error) from error


def flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_all(folder: Path) -> None:
    """Wait until everything written to the disk of this folder is on it."""
    import ctypes

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
        if syncfs is None:
            os.sync()
        elif syncfs(descriptor) != 0:
            error = ctypes.get_errno()
            raise write_failed(folder, OSError(error, os.strerror(error)))
    finally:
        os.close(descriptor)


def write_failed(path: Path, error: OSError) -> StoreError:
    if error.errno == errno.ENOSPC:
        return StoreError(f"The disk is full: {path} could not be written. Make room and run the command again.")
    return StoreError(f"{path} could not be written: {error.strerror or error}.")


@contextmanager
def locked(path: Path, wait: float = 30.0) -> Iterator[None]:
    """Hold a lock file, so that two runs of ours do not write the same store at once; seconds to wait."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise StoreError(f"Another run is writing here ({path}). Try again when it has ended.") from None
                time.sleep(0.05)
        yield
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what an interrupted run left behind; only under the store's lock."""
    for entry in os.scandir(folder):
        if entry.name.startswith(TEMPORARY):
            with suppress(FileNotFoundError):
                os.unlink(entry.path)


def stamp(stat: os.stat_result, tick: int | None = None) -> str:
    """What tells one version of a file from the next without reading it; "" for a file that is too young to trust.

    File times move in ticks: a second write within the tick of the first would not show. `tick` is one from before
    `stat` was taken, for callers with many.
    """
    if stat.st_mtime_ns >= (last_tick() if tick is None else tick):
        return ""
    return f"{stat.st_mtime_ns:x}-{stat.st_size:x}-{stat.st_ino:x}"


def last_tick() -> int:
    """The time, in nanoseconds, that a file written now may have."""
    clock = getattr(time, "CLOCK_REALTIME_COARSE", None)
    return time.time_ns() - 10_000_000 if clock is None else time.clock_gettime_ns(clock)
