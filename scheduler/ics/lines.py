"""Line numbers of byte offsets."""

from __future__ import annotations

_STRIDE = 1 << 13


class Lines:
    """With checkpoints, so that each look-up reads at most 8 KiB."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._marks: list[int] = []

    def forget(self) -> None:
        """Let the bytes go; from then on no number is known."""
        self._data, self._marks = b"", []

    def number(self, offset: int) -> int | None:
        """1-based."""
        if not self._data:
            return None
        if not self._marks:
            total = 1
            for at in range(0, len(self._data) + 1, _STRIDE):
                self._marks.append(total)
                total += self._data.count(b"\n", at, at + _STRIDE)
        block = offset // _STRIDE
        return self._marks[block] + self._data.count(b"\n", block * _STRIDE, offset)
