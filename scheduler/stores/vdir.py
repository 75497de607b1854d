"""A folder with one file an event (vdir), as vdirsyncer, khal and pimsync know it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from scheduler.errors import ConflictError, StoreError
from scheduler.stores.contract import Item, Written, name_for_uid
from scheduler.stores.files import drop_file, locked, put_file


class VdirStore:
    """The contract over a vdir; an href is a file name, an etag the hash of the file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._folder = os.fspath(folder)

    def etags(self) -> dict[str, str]:
        names = list(file_names(self.folder))
        return {item.href: item.etag for item in self.read(names)}

    def read(self, hrefs: Iterable[str]) -> Iterator[Item]:
        for href in hrefs:
            data = self.content(href)
            if data is not None:
                yield Item(href, digest(data), data)

    def content(self, href: str) -> bytes | None:
        """The bytes of one file; None where it is gone."""
        try:
            return self.path(href).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(f"{self.path(href)} could not be read: {error.strerror}.") from error

    def create(self, name: str, data: bytes) -> Written:
        with self._locked():
            path = self.path(name)
            put_file(path, data, new=True)
        return Written(name, digest(data))

    def replace(self, href: str, data: bytes, etag: str) -> Written:
        with self._locked():
            self._expect(href, etag)
            put_file(self.path(href), data)
        return Written(href, digest(data))

    def delete(self, href: str, etag: str) -> None:
        with self._locked():
            self._expect(href, etag)
            drop_file(self.path(href))

    def path(self, href: str) -> Path:
        """The file of an href; refuses whatever could lead out of the folder."""
        return Path(self.place(href))

    def place(self, href: str) -> str:
        """`path` as text, for callers with many."""
        if href in ("", ".", "..") or href.startswith(".") or "/" in href or os.sep in href or "\0" in href:
            raise StoreError(f"'{name_for_uid(href)}' cannot be stored: the name leads out of {self.folder}.")
        return f"{self._folder}/{href}"

    def _expect(self, href: str, etag: str) -> None:
        data = self.content(href)
        if data is None:
            raise ConflictError(f"{self.path(href)} is gone since it was read; nothing was written.")
        if digest(data) != etag:
            raise ConflictError(f"{self.path(href)} was changed by somebody else meanwhile; nothing was written.")

    def _locked(self) -> AbstractContextManager[None]:
        return locked(lock_path(self.folder))


def lock_path(folder: Path) -> Path:
    """The lock of a vdir lies beside it, for readers of the folder must not meet it."""
    return folder.parent / f".{folder.name}.lock"


def entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """The files of the events in a vdir, hidden and foreign files left out."""
    try:
        with os.scandir(folder) as found:
            for entry in found:
                if entry.name.endswith(".ics") and not entry.name.startswith(".") and entry.is_file():
                    yield entry
    except OSError as error:
        raise StoreError(f"{folder} could not be read: {error.strerror}.") from error


def file_names(folder: Path) -> Iterator[str]:
    """The names of the events in a vdir."""
    return (entry.name for entry in entries(folder))


def digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
