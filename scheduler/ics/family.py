"""What blocks that were kept say of those that were dropped: all that share a UID belong together."""

from __future__ import annotations

import re

from scheduler.ics.bounds import Bounds, instance_day, instance_misses, long_lasting
from scheduler.ics.on_demand import on_demand
from scheduler.ics.structure import Segment

KEY = 60
_NEAR = (-1, 0, 1)
# A UID that stands alone in its line, before all alarms.
_PLAIN_UID = re.compile(rb"BEGIN:VEVENT[^\n]*+\n(?:[^BUbu\n][^\n]*+\n)*+UID:([^\\\n]*+)\n(?![ \t])")
_EDGES = on_demand(rb"\n(?:(BEGIN|END):|UID(?:;[^:\r\n]*)?:)", re.I)
_FOLD = on_demand(rb"\r?\n[ \t]")
_ESCAPED = on_demand(rb"\\(.)")
# What one encoding writes otherwise than another.
_NOT_ASCII = bytes(range(0x80, 0x100))


class Family:
    """What the kept blocks of one owner say of the dropped ones that share a UID (a hash of `uid_key`) with them."""

    def __init__(self) -> None:
        self.keys: dict[int, int] = {}
        self.lasting: set[int] = set()
        self.changed: set[tuple[int, int]] = set()

    def add_segment(self, data: bytes, segment: Segment) -> None:
        """Takes the kept blocks in, and gives each its key."""
        keys = segment.keys
        for at, stop in segment.kept:
            if at in keys:  # A single event, which says no more than its UID.
                self.keys.setdefault(keys[at], len(self.keys))
            else:
                keys[at] = self._add(data, at, stop)

    def _add(self, data: bytes, at: int, stop: int) -> int:
        """Takes a kept block in; its key, or 0 where it has no UID."""
        uid = uid_key(data, at, stop)
        if not uid:
            return 0
        key = hash(uid)
        self.keys.setdefault(key, len(self.keys))
        if data.find(b"\nR", at, stop) < 0 and data.find(b"\nr", at, stop) < 0:
            return key
        raw = data[at:stop]
        if b"\nRECURRENCE-ID" in raw.upper():
            if (day := instance_day(data, at, stop)) is not None:
                self.changed.add((key, day))
            else:
                self.lasting.add(key)  # A change of many instances is one that lasts.
        elif long_lasting(raw):
            self.lasting.add(key)
        return key

    def share(self, key: int, shares: int) -> int:
        """Which of one or two shares a block belongs to; all of one UID to the same.

        The second is a little smaller: whoever works on it may have to hand the answer over.
        """
        return int(shares == 2 and self.keys.get(key, 0) % 11 < 5)

    def take_back(self, data: bytes, segment: Segment, bounds: Bounds | None) -> None:
        """Keep the dropped blocks that belong to a kept one.

        A change of one instance that lies, like its instance, outside the window changes nothing in it, unless the
        instances are long or a kept block changes the same instance.
        """
        dropped, known = segment.dropped, self.keys
        if known.keys().isdisjoint(dropped[::2]):
            return
        for key, at in [(key, dropped[2 * i + 1]) for i, key in enumerate(dropped[::2]) if key in known]:
            stop = data.find(b"\nEND:VEVENT", at) + 11
            day = instance_day(data, at, stop)
            if day is None or bounds is None or self._needs(key, day) or not instance_misses(day, bounds):
                segment.kept.append((at, stop))
                segment.keys[at] = key
        segment.kept.sort()

    def _needs(self, key: int, day: int) -> bool:
        """One instance may be named by its day in UTC and by that in a zone."""
        return key in self.lasting or any((key, day + n) in self.changed for n in _NEAR)


def uid_key(data: bytes, at: int, stop: int) -> bytes:
    """The first octets of the UID of a block: equal for equal UIDs, however it is written; b"" for none."""
    plain = _PLAIN_UID.match(data, at, stop)
    if plain is not None:
        return _key(plain[1])
    depth = 0
    for match in _EDGES().finditer(data, at + 12, stop):
        if match[1] is not None:
            depth += 1 if match[1][:1] in b"Bb" else -1
        elif depth == 0:
            unfolded = _FOLD().sub(b"", data[match.end() : min(match.end() + 4 * KEY, stop)])
            uid = unfolded.partition(b"\n")[0]
            return _key(_ESCAPED().sub(rb"\1", uid))
    return b""


def _key(uid: bytes) -> bytes:
    uid = uid.strip()
    if uid.isascii():
        return uid[:KEY]
    return uid.translate(None, _NOT_ASCII)[:KEY] or b"\x80"
