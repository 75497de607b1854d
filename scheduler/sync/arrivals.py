"""What comes from the server: fetched in portions, paired, merged, written into the mirror."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from scheduler.errors import ConflictError
from scheduler.stores.contract import Item, is_whole, name_for_href, uid_of
from scheduler.stores.vdir import digest
from scheduler.sync.canon import same
from scheduler.sync.collection import PORTION, Change, DavCollection
from scheduler.sync.http import LostError
from scheduler.sync.merge import Clash, Merged, merge
from scheduler.sync.mirror import Mirror
from scheduler.sync.plan import Download, Merge, Pair, UpdateHere
from scheduler.sync.report import Report
from scheduler.sync.schema import Base, Conflicting

Arrival = Download | UpdateHere | Merge


class Arrivals:
    """A portion at a time: one request, one flush of the folder, one transaction."""

    def __init__(self, mirror: Mirror, remote: DavCollection, report: Report, progress: Callable[[int], None]) -> None:
        self.mirror, self.status, self.remote, self.report = mirror, mirror.status, remote, report
        self.again = False
        self._progress = progress
        self._done = 0
        self._taken: set[str] = set()
        self._waiting: list[Arrival] = []
        self._known = {c.name: c for c in self.status.conflicts()}

    def expect(self, action: Arrival) -> None:
        pair = action.pair
        known = self._known.get(pair.name) if isinstance(action, Merge) else None
        if known is not None and known.etag == pair.there and digest(known.here) == pair.here:
            # Both versions lie in the status database; nothing new to ask for.
            self.report.conflicts.append(known)
            return
        self._waiting.append(action)
        if len(self._waiting) >= PORTION:
            self.finish()

    def finish(self) -> None:
        """Fetch and take in what was expected so far."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        items = {item.href: item for item in self._portion([a.pair.href for a in waiting])}
        fresh: list[tuple[Arrival, Base]] = []
        for action in waiting:
            item = items.get(action.pair.href)
            if item is None:
                with self.status.change():
                    self.status.heard(action.pair.href, None)
                self.again = True
            elif (uid := uid_of(item.data)) is None or not is_whole(item.data):
                self.report.problem("The server holds no whole event here; it was left out.", item.href)
            else:
                self._arrived(action, item, uid, fresh)
        self._add(fresh)
        self._done += len(waiting)
        self._progress(self._done)

    def take_in(self, changes: list[Change]) -> None:
        """Objects for an empty mirror; what came without its contents, or without sense, is left for later."""
        fresh: list[tuple[Arrival, Base]] = []
        for change in changes:
            uid = None if change.data is None or not change.etag else uid_of(change.data)
            if uid is None or change.data is None or not change.etag or not is_whole(change.data):
                continue
            name = name_for_href(change.href)
            if name in self._taken:
                name = self.mirror.free_name(name, self._taken)
            self._taken.add(name)
            pair = Pair("", change.href, None, None, None, change.etag)
            fresh.append((Download(pair), Base(name, change.href, change.etag, uid, "", change.data)))
        with self.status.change():
            self.status.heard_all(changes)
        self._add(fresh)
        self._done += len(changes)
        self._progress(self._done)

    def _portion(self, hrefs: list[str]) -> list[Item]:
        try:
            return self.remote.portion(hrefs)
        except LostError:
            return self.remote.portion(hrefs)

    def _arrived(self, action: Arrival, item: Item, uid: str, fresh: list[tuple[Arrival, Base]]) -> None:
        pair = action.pair
        if item.etag != pair.there:
            with self.status.change():
                self.status.heard(item.href, item.etag)
        if pair.base_here is None and isinstance(action, Download):
            partner = self._partner(item, uid)
            if partner is None:
                taken = {base.name for _, base in fresh}
                name = self.mirror.free_name(name_for_href(item.href), taken)
                fresh.append((action, Base(name, item.href, item.etag, uid, "", item.data)))
                return
            pair = replace(pair, name=partner)
        found = self.mirror.read(pair.name)
        if found is None:
            if isinstance(action, UpdateHere | Merge):
                self.again = True
            else:
                fresh.append((action, Base(pair.name, item.href, item.etag, uid, "", item.data)))
            return
        self._join(action, pair, item, uid, *found)

    def _partner(self, item: Item, uid: str) -> str | None:
        """The file that belongs to an object which is new on the server's list, if there is one."""
        moved = self.status.base_moved(uid)
        if moved is not None:
            with self.status.change():
                self.status.set_base(replace(moved, href=item.href, stamp=""))
            return moved.name
        sent = self.status.sent(item.href)
        return sent[0] if sent is not None else self.status.local_with_uid(uid)

    def _join(self, action: Arrival, pair: Pair, item: Item, uid: str, here: bytes, mark: str) -> None:
        """Bring a file and its object together."""
        arrived = Base(pair.name, item.href, item.etag, uid, mark, item.data)
        if same(here, item.data):
            # Only the form differs, if anything: the file stays as it is.
            self._settle(action, replace(arrived, data=here))
            return
        base = self._base(pair.name, item)
        outcome = merge(base, here, item.data)
        match outcome:
            case Clash(reasons):
                self._clash(arrived, base, here, reasons)
            case Merged(data):
                data = item.data if same(data, item.data) else data
                if data != here:
                    try:
                        self.mirror.overwrite(pair.name, data, digest(here))
                    except ConflictError:
                        self.again = True
                        return
                self._settle(action, replace(arrived, stamp=self.mirror.stamp_of(pair.name)), data)

    def _base(self, name: str, item: Item) -> bytes | None:
        """What both sides last had in common: the version that we sent, if the server has that one by now."""
        sent = self.status.sent(item.href)
        if sent is not None and same(sent[1], item.data):
            return sent[1]
        known = self.status.base(name)
        return None if known is None or not known.data else known.data

    def _settle(self, action: Arrival, base: Base, file: bytes | None = None) -> None:
        """Note the new base; a file that holds more than the server (`file`) stays different, to be sent."""
        ahead = file is not None and file != base.data
        with self.status.change():
            self.status.set_base(replace(base, stamp="") if ahead else base)
        self.mirror.look_again(base.name)
        self.report.did(action, base.data)

    def _clash(self, arrived: Base, base: bytes | None, here: bytes, reasons: tuple[str, ...]) -> None:
        conflict = Conflicting(arrived.name, arrived.href, arrived.etag, here, arrived.data, reasons)
        with self.status.change():
            if base is None:
                self.status.set_base(replace(arrived, etag="", stamp="", data=b""))
            self.status.add_conflict(conflict)
        self.report.conflicts.append(conflict)

    def _add(self, fresh: list[tuple[Arrival, Base]]) -> None:
        try:
            stamps = self.mirror.add((base.name, base.data) for _, base in fresh)
        except ConflictError:
            # Somebody made a file of that name just now: look again, and pair it.
            self.again = True
            return
        with self.status.change():
            written = zip(fresh, stamps, strict=True)
            self.status.add_bases([Base(b.name, b.href, b.etag, b.uid, mark, b.data) for (_, b), mark in written])
        for action, base in fresh:
            self.report.did(action, base.data)
