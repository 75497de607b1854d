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


def unpacked(data: bytes, source: str) -> bytes:
    """The bytes, or what was packed with gzip in them (RFC 1952); one that breaks off gives what came.

    Raises SourceError where it is damaged, or would be larger than MAX_STREAM.
    """
    if not data.startswith(_GZIP):
        return data
    import zlib

    pieces: list[bytes] = []
    room = MAX_STREAM
    while data.startswith(_GZIP) and len(pieces) < MAX_MEMBERS:
        member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            piece = member.decompress(data, room + 1)
        except zlib.error:
            raise SourceError(f"{source} is packed with gzip and damaged; fetch or pack it again.") from None
        room -= len(piece)
        if room < 0:
            raise SourceError(f"{source} unpacks to more than {MAX_STREAM // 1024**2} MB; it was not read.")
        pieces.append(piece)
        data = member.unused_data
    return b"".join(pieces)
