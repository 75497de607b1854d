"""What blocks that were kept say of those that were dropped: all that share a UID belong together."""

from __future__ import annotations

import re

from scheduler.ics.bounds import Bounds, instance_day, instance_misses, long_lasting
from scheduler.ics.on_demand import on_demand
from scheduler.ics.structure import Segment

KEY = 60
_UID = on_demand(rb"\nUID(?:;[^:\r\n]*)?:", re.I)
_FOLD = on_demand(rb"\r?\n[ \t]")


class Family:
    """What the kept blocks of one owner say of the dropped ones that share a UID (a hash of `uid_key`) with them."""

    def __init__(self) -> None:
        self.keys: set[int] = set()
        self.lasting: set[int] = set()
        self.changed: set[tuple[int, bytes]] = set()

    def add(self, data: bytes, at: int, stop: int) -> None:
        uid = uid_key(data, at, stop)
        if not uid:
            return
        key = hash(uid)
        self.keys.add(key)
        if data.find(b"\nR", at, stop) < 0 and data.find(b"\nr", at, stop) < 0:
            return
        if (day := instance_day(data, at, stop)) is not None:
            self.changed.add((key, day))
        elif long_lasting(data[at:stop]):
            self.lasting.add(key)

    def take_back(self, data: bytes, segment: Segment, bounds: Bounds | None) -> None:
        """Keep the dropped blocks that belong to a kept one.

        A change of one instance that lies, like its instance, outside the window changes nothing in it, unless the
        instances are long or a kept block changes the same instance.
        """
        dropped = segment.dropped
        for i, key in enumerate(dropped[::2]):
            if key in self.keys:
                at = dropped[2 * i + 1]
                stop = data.find(b"\nEND:VEVENT", at) + 11
                day = instance_day(data, at, stop)
                if day is None or bounds is None or self._needs(key, day) or not instance_misses(day, bounds):
                    segment.kept.append((at, stop))
        segment.kept.sort()

    def _needs(self, key: int, day: bytes) -> bool:
        return key in self.lasting or (key, day) in self.changed


def uid_key(data: bytes, at: int, stop: int) -> bytes:
    """The first octets of the UID of a block: equal for equal UIDs, whatever way they are folded; b"" for none."""
    line = data.find(b"\nUID:", at, stop)
    if line >= 0:
        newline = data.find(b"\n", line + 5, stop)
        if newline < 0 or data[newline + 1 : newline + 2] not in (b" ", b"\t"):
            return data[line + 5 : stop if newline < 0 else newline].rstrip()[:KEY]
    match = _UID().search(data, at, stop)
    if match is None:
        return b""
    unfolded = _FOLD().sub(b"", data[match.start() + 1 : min(match.end() + 4 * KEY, stop)])
    return unfolded.partition(b"\n")[0].partition(b":")[2].strip()[:KEY]
