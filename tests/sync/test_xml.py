"""A multistatus is read as it arrives: no entry of it fills the memory, whatever the server sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, repeat

import pytest

from scheduler.sync.xml import Multistatus, UnsafeXmlError

HEAD = b'<multistatus xmlns="DAV:">'
BEGIN = b"<response><href>/a</href><propstat><prop>"
END = b"</prop><status>HTTP/1.1 200 OK</status></propstat></response>"
BLOCK = 64_000
LONGEST = 4 << 20


class Blocks:
    """A body that comes in these blocks; `taken` counts its octets."""

    status = 207
    headers: Mapping[str, str] = {"content-type": "application/xml"}

    def __init__(self, *parts: bytes | Iterator[bytes]) -> None:
        self._blocks = chain.from_iterable([part] if isinstance(part, bytes) else part for part in parts)
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        assert size > 0, "a list is never read whole"
        block = next(self._blocks, b"")
        self.taken += len(block)
        return block


@pytest.mark.parametrize(
    ("start", "block", "words", "at_most"),
    [
        (HEAD + BEGIN, b"<a/>" * (BLOCK // 4), "elements", 500_000),
        (HEAD + BEGIN + b"<a/>", b"<b>x</b>" * (BLOCK // 8), "elements", 1_000_000),
        (HEAD + BEGIN, b"x" * BLOCK, "MB", LONGEST + 2 * BLOCK),
        (HEAD, b"x" * BLOCK, "MB", LONGEST + 2 * BLOCK),
        (HEAD + BEGIN + b"</prop></propstat></response>", b"x" * BLOCK, "MB", LONGEST + 2 * BLOCK),
        (b"<!--", b"x" * BLOCK, "MB", LONGEST + 2 * BLOCK),
    ],
)
def test_one_entry_without_end_is_dropped(
    start: bytes, block: bytes, words: str, at_most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.sync.xml.LONGEST", LONGEST)
    body = Blocks(start, repeat(block, 100), END)
    with pytest.raises(UnsafeXmlError, match=f"x.example sends more than .* {words}"):
        list(Multistatus(body, "x.example"))
    assert body.taken < at_most


def test_many_entries_and_large_ones_come_through() -> None:
    small = Blocks(HEAD, repeat((BEGIN + b"<a/>" * 10 + END) * 500, 40), b"</multistatus>")
    assert sum(1 for _ in Multistatus(small, "x.example")) == 20_000
    large = Blocks(HEAD, BEGIN, b"<a>", repeat(b"x" * BLOCK, 300), b"</a>", END, BEGIN, END, b"</multistatus>")
    first, second = Multistatus(large, "x.example")
    assert (len(first.text("DAV:}a") or ""), second.href) == (300 * BLOCK, "/a")
    crowd = Blocks(HEAD, BEGIN, repeat(b"<a/>" * 10_000, 9), END, b"</multistatus>")
    assert len(list(Multistatus(crowd, "x.example"))) == 1
