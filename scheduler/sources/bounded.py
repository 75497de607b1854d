"""Bytes of which nobody says beforehand how many there are: a pipe, and what is packed with gzip."""

from __future__ import annotations

from typing import Protocol

from scheduler.errors import SourceError

# Some ten times the largest calendars that people have; a bomb of zeros is much smaller when it is packed.
MAX_STREAM = 256 * 1024**2
MAX_MEMBERS = 100
_PIECE = 1 << 20
_GZIP = b"\x1f\x8b\x08"


class Readable(Protocol):
    def read(self, size: int, /) -> bytes | None: ...


def read_stream(file: Readable, source: str) -> bytes:
    """Everything up to MAX_STREAM; raises SourceError beyond it."""
    pieces: list[bytes] = []
    size = 0
    while piece := file.read(_PIECE):
        size += len(piece)
        if size > MAX_STREAM:
            raise SourceError(f"{source} gives more than {MAX_STREAM // 1024**2} MB; it was not read.")
        pieces.append(piece)
    return b"".join(pieces)


class TooLargeError(SourceError):
    """Something unpacks to more than there is room for."""


class Room:
    """How many bytes what is packed in one source, or in one mail of it, may unpack to; -1 once it was too much."""

    __slots__ = ("around", "left")

    def __init__(self, most: int, around: Room | None = None) -> None:
        self.around = around
        self.left: int = most if around is None else min(most, around.left)

    def take(self, size: int) -> None:
        self.left -= size
        if self.around is not None:
            self.around.take(size)


def unpacked(data: bytes, source: str, room: Room | None = None) -> bytes:
    """The bytes, or what was packed with gzip in them (RFC 1952); one that breaks off gives what came.

    Raises SourceError where it is damaged, TooLargeError where it is larger than the room, by default MAX_STREAM.
    """
    if not data.startswith(_GZIP):
        return data
    import zlib

    pieces: list[bytes] = []
    room = room or Room(MAX_STREAM)
    left = room.left
    while data.startswith(_GZIP) and len(pieces) < MAX_MEMBERS:
        member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            piece = member.decompress(data, left + 1)
        except zlib.error:
            raise SourceError(f"{source} is packed with gzip and damaged; fetch or pack it again.") from None
        left -= len(piece)
        if left < 0:
            largest = f"more than {MAX_STREAM // 1024**2} MB"
            before = "" if room.left == MAX_STREAM else ", with what was unpacked before it"
            raise TooLargeError(f"{source} unpacks to {largest}{before}; it was not read.")
        pieces.append(piece)
        data = member.unused_data
    room.take(room.left - left)
    return b"".join(pieces)
