"""Files that only their owner can read, and that survive a power cut."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into; one that is there already stays as its owner made it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_private(path: Path, data: bytes) -> None:
    """Replace a file as a whole, mode 0600: whoever reads sees the old bytes or the new, also after a power cut."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    write_new(beside, data)
    os.replace(beside, path)
    settle(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a file, mode 0600, and wait until it is on the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
