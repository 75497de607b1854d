"""What goes to the server: held back while it would mail people unasked, noted before it leaves, conditional always."""

from __future__ import annotations

from scheduler.errors import ConflictError, StoreError
from scheduler.stores.contract import Written, is_whole, name_for_uid, uid_of
from scheduler.sync.collection import DavCollection
from scheduler.sync.http import LostError
from scheduler.sync.mails import held_id, recipients
from scheduler.sync.mirror import Mirror
from scheduler.sync.plan import DeleteThere, UpdateThere, Upload
from scheduler.sync.report import Options, Report, title
from scheduler.sync.schema import Base, Held


class Departures:
    """Writes and deletions, one request each."""

    def __init__(self, mirror: Mirror, remote: DavCollection, options: Options, report: Report, *, last: bool) -> None:
        self.mirror, self.status, self.remote = mirror, mirror.status, remote
        self.options, self.report = options, report
        self.again = False
        self.reread: set[str] = set()
        self._last = last
        self._held = {h.name: h for h in self.status.held()}

    def foresee(self, action: Upload | UpdateThere | DeleteThere) -> None:
        """Tell in a dry run which writes would wait."""
        found = None if isinstance(action, DeleteThere) else self.mirror.read(action.pair.name)
        self._waits(action, None if found is None else found[0], note=False)

    def write(self, action: Upload | UpdateThere) -> None:
        pair = action.pair
        found = self.mirror.read(pair.name)
        if found is None:
            self.again = True
            return
        data, mark = found
        uid = uid_of(data)
        if (reason := self._unfit(action, data, uid)) is not None:
            self.report.problem(reason, str(self.mirror.folder / pair.name), data)
            return
        assert uid is not None
        if self._waits(action, data):
            return
        href = pair.href or name_for_uid(uid)
        with self.status.change():
            self.status.sending(pair.name, href, data)
        try:
            if pair.there is None:
                written = self.remote.create(href, data)
            else:
                written = self.remote.replace(href, data, pair.there)
        except ConflictError as error:
            self._conflict(error, pair.name)
        except LostError:
            raise
        except StoreError as error:
            with self.status.change():
                self.status.unsend(pair.name)
            self.report.problem(str(error), str(self.mirror.folder / pair.name), data)
        else:
            self._written(action, Base(pair.name, written.href, "", uid, mark, data), written)

    def _unfit(self, action: Upload | UpdateThere, data: bytes, uid: str | None) -> str | None:
        """Why a file cannot go to the server; None when it can."""
        pair = action.pair
        if self.options.read_only:
            return "This calendar is read-only; the change stays here."
        if uid is None:
            return "The file holds no event with a UID; it was not sent."
        if not is_whole(data):
            return "The file is cut short; it was not sent."
        if pair.base_here is None and self.status.has_uid(uid):
            return "Another file holds an event with the same UID; this one was not sent."
        base = self.status.base(pair.name)
        if base is not None and base.uid != uid:
            return "The file holds another event than before; put it into a file of its own."
        if b"\nMETHOD" in data.upper():
            return "The file is an invitation or answer (METHOD), not a stored event; it was not sent."
        return None

    def _waits(self, action: Upload | UpdateThere | DeleteThere, data: bytes | None, *, note: bool = True) -> bool:
        """Whether a write must wait for the user, since the server would mail people about it."""
        if self.options.schedules is False:
            return False
        pair = action.pair
        base = self.status.base(pair.name)
        before = None if base is None or pair.there is None or not base.data else base.data
        people = recipients(before, data, self.options.me)
        if not people:
            return False
        kind = type(action).__name__
        held = Held(held_id(kind, pair.name, before, data), pair.name, kind, title(data or before or b""), people)
        known = self._held.get(pair.name)
        if known is not None and known.id == held.id and known.confirmed:
            return False
        self.report.held.append(held)
        if note:
            with self.status.change():
                self.status.hold(held)
        return True

    def _written(self, action: Upload | UpdateThere, base: Base, written: Written) -> None:
        """Note what the server now has; what it may have rewritten is read back."""
        sure = written.etag is not None and not (
            b"ATTENDEE" in base.data.upper() and self.options.schedules is not False
        )
        with self.status.change():
            # A base without etag differs from whatever is heard of the object, until it was read back.
            etag = written.etag if sure and written.etag is not None else ""
            self.status.set_base(Base(base.name, base.href, etag, base.uid, base.stamp, base.data))
            self.status.heard(base.href, etag or "?", own=sure)
        self.mirror.look_again(base.name)
        if not sure:
            self.reread.add(base.href)
        self.report.did(action, base.data)

    def delete(self, action: DeleteThere) -> None:
        pair = action.pair
        if self.options.read_only:
            self.report.problem("This calendar is read-only; the deletion stays here.", pair.name)
            return
        if self.mirror.read(pair.name) is not None:
            self.again = True
            return
        if self._waits(action, None):
            return
        assert pair.there is not None
        try:
            self.remote.delete(pair.href, pair.there)
        except ConflictError as error:
            self._conflict(error, pair.name)
        except LostError:
            raise
        except StoreError as error:
            self.report.problem(str(error), str(self.mirror.folder / pair.name))
        else:
            with self.status.change():
                self.status.forget(pair.name)
                self.status.heard(pair.href, None)
            self.report.did(action)

    def _conflict(self, error: ConflictError, name: str) -> None:
        """The server moved on: hear it again and plan anew, but not for ever."""
        if self._last:
            self.report.problem(str(error), str(self.mirror.folder / name))
        self.again = True

    def finish(self) -> None:
        """Forget held writes that no longer stand."""
        standing = {h.name for h in self.report.held}
        with self.status.change():
            self.status.drop_held(n for n in self._held if n not in standing)
