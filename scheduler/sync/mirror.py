"""The mirror of one calendar: a vdir, its status database beside it, and the locks of both."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from scheduler.errors import ConflictError, StoreError
from scheduler.stores.contract import is_whole, uid_of
from scheduler.stores.files import drop_file, flush_all, last_tick, locked, put_file, put_files, stamp, sweep
from scheduler.stores.vdir import VdirStore, digest, entries, file_names, lock_path
from scheduler.sync.status import Status

# Files written together; each is kept open meanwhile, and a process may have no more than 256 of them (macOS).
TOGETHER = 64


class Mirror:
    """Files and status together; every write to a file first looks whether it still is what was planned on."""

    def __init__(self, folder: Path) -> None:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder = folder
        self.files = VdirStore(folder)
        self.status = Status(status_path(folder))

    def close(self) -> None:
        self.status.close()

    def one_run(self) -> AbstractContextManager[None]:
        """Only one synchronisation of this mirror at a time; edits by others go on meanwhile."""
        return locked(self.folder.parent / f".{self.folder.name}.sync.lock", wait=1.0)

    def _writing(self) -> AbstractContextManager[None]:
        return locked(lock_path(self.folder))

    def scan(self) -> None:
        """Note what the folder holds; only files that look touched are read."""
        if not self.folder.is_dir():
            if self.status.counts()[0]:
                raise StoreError(
                    f"The mirror {self.folder} is gone; nothing was deleted on the server. Bring the folder back, or"
                    f" remove {self.status.path.name} beside it to download everything anew."
                )
            self.folder.mkdir()
        with self._writing():
            sweep(self.folder)
            if self.status.fact("unsettled"):
                self._mend()
        names = self.status.see(self._stamps())
        with self.status.change():
            for name in names:
                found = self.read(name)
                # Most of these were only too young to be trusted when they were written.
                if found is not None and not self.status.is_base(name, digest(found[0]), found[1]):
                    self._look(name)
        self.status.relink_names()

    def _stamps(self) -> Iterator[tuple[str, str]]:
        tick = last_tick()
        for entry in entries(self.folder):
            with suppress(FileNotFoundError):
                yield entry.name, stamp(entry.stat(), tick)

    def _look(self, name: str) -> None:
        found = self.read(name)
        if found is not None:
            data, mark = found
            self.status.saw(name, digest(data), mark, uid_of(data) or "")

    def read(self, name: str) -> tuple[bytes, str] | None:
        """A file and the stamp from before it was read; None where it is gone."""
        path = self.files.place(name)
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(f"{path} could not be read: {error.strerror}.") from error
        with open(descriptor, "rb", buffering=0) as file:
            mark = stamp(os.fstat(descriptor))
            return file.readall(), mark

    def look_again(self, name: str) -> None:
        """Take in one file that was written since the scan."""
        with self.status.change():
            self._look(name)

    def stamp_of(self, name: str) -> str:
        """The stamp of a file that was just written; "" when it cannot be trusted yet."""
        try:
            return stamp(os.stat(self.files.place(name)))
        except FileNotFoundError:
            return ""

    def add(self, files: Iterable[tuple[str, bytes]]) -> list[str]:
        """Write new files without waiting for the disk (see `settle`), and give their stamps.

        Raises `ConflictError` when one is there already.
        """
        batch = [(self.files.place(n), d) for n, d in files]
        if not batch:
            return []
        self.unsettle()
        with self._writing():
            return [
                mark
                for at in range(0, len(batch), TOGETHER)
                for mark in put_files(batch[at : at + TOGETHER], new=True, flush=False, dated=True)
            ]

    def unsettle(self) -> None:
        """Note that files are being added which nobody has waited for."""
        if not self.status.fact("unsettled"):
            with self.status.change():
                self.status.set_fact("unsettled", "yes")

    def settle(self) -> None:
        """Wait for the disk once for all files that were added."""
        if self.status.fact("unsettled"):
            flush_all(self.folder)
            with self.status.change():
                self.status.set_fact("unsettled", "")

    def _mend(self) -> None:
        """The last run died before `settle`: a power failure may have left files without their contents.

        Such a file is not anybody's edit; it gets back what the status knows. Everything is read anew.
        """
        for name in list(file_names(self.folder)):
            data, base = self.files.content(name), self.status.base(name)
            if data is not None and base is not None and base.data and not is_whole(data):
                put_file(self.files.path(name), base.data)
        with self.status.change():
            self.status.distrust_stamps()
        self.settle()

    def overwrite(self, name: str, data: bytes, expected: str) -> None:
        """Write a file over the content with hash `expected`; ConflictError when it has another by now."""
        with self._writing():
            self._expect(name, expected)
            put_file(self.files.path(name), data, dated=True)

    def remove(self, name: str, expected: str) -> None:
        with self._writing():
            self._expect(name, expected)
            drop_file(self.files.path(name))

    def _expect(self, name: str, expected: str) -> None:
        data = self.files.content(name)
        if data is None or digest(data) != expected:
            raise ConflictError(f"{name} was changed while it was being synchronised.")

    def free_name(self, wish: str, taken: set[str]) -> str:
        """A name that no file has yet."""
        name, number = wish, 1
        while name in taken or os.path.lexists(self.files.place(name)):
            name, number = f"{wish.removesuffix('.ics')}-{number}.ics", number + 1
        return name


def status_path(folder: Path) -> Path:
    """The status database of a mirror lies beside its folder."""
    return folder.parent / f"{folder.name}.status.sqlite3"


def is_mirror(folder: Path) -> bool:
    return status_path(folder).is_file()
