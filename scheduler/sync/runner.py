"""One synchronisation: look, listen, plan, carry out; whatever stops it, the next run goes on where it was.

Nothing is undone after a failure, for nothing is half done: files change by rename, the server by conditional
requests, the status by transactions, in this order: a write to the server is noted before it leaves (`sent`), a base
is noted after both sides have it. A repeated step finds its own result and takes it for what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from scheduler.errors import ConflictError, StoreError
from scheduler.sync.arrivals import Arrivals
from scheduler.sync.collection import Change, DavCollection, NoSyncError, TokenRefusedError
from scheduler.sync.departures import Departures
from scheduler.sync.mirror import Mirror
from scheduler.sync.plan import (
    DeleteHere,
    DeleteThere,
    Download,
    Forget,
    Merge,
    UpdateHere,
    UpdateThere,
    Upload,
    emptied,
    plan,
)
from scheduler.sync.report import Options, Report

ROUNDS = 4
# Objects noted in one transaction when a mirror is filled.
FILL = 250
PAGES = 10_000
# Servers that forget tokens without a word (DAViCal, SOGo) are caught at the latest by a look at everything.
WHOLE_AFTER = timedelta(days=7)

Progress = Callable[[str, int, int], None]


def quiet(_phase: str, _done: int, _total: int) -> None:
    """No progress shown."""


def synchronise(
    mirror: Mirror, remote: DavCollection, options: Options, now: datetime, progress: Progress = quiet
) -> Report:
    """Make a mirror and its calendar equal, as far as that can be done without losing a change or mailing anyone."""
    report = Report()
    with mirror.one_run():
        run = _Run(mirror, remote, options, now, progress, report)
        run.go()
    return report


class _Run:
    def __init__(
        self,
        mirror: Mirror,
        remote: DavCollection,
        options: Options,
        now: datetime,
        progress: Progress,
        report: Report,
    ) -> None:
        self.mirror, self.status, self.remote = mirror, mirror.status, remote
        self.options, self.now, self.progress, self.report = options, now, progress, report

    def go(self) -> None:
        listen = True
        if token := self.token():
            # The server thinks while we look at the folder.
            self.remote.early_delta(token)
        for number in range(ROUNDS):
            self.mirror.scan()
            if listen:
                self.listen()
            self.guard()
            total = self.status.compare()
            if self.options.dry_run:
                self.foresee()
                return
            last = number == ROUNDS - 1
            if not total or not (listen := self.act(total, last=last)):
                break
        self.mirror.settle()
        standing = {c.name for c in self.report.conflicts}
        with self.status.change():
            self.status.drop_conflicts(c.name for c in self.status.conflicts() if c.name not in standing)
            self.status.set_fact("synced_at", self.now.isoformat())

    def guard(self) -> None:
        """Raises `StoreError` when a side looks emptied and the user has not said that it is meant."""
        match emptied(*self.status.counts()):
            case "here" if "here" not in self.options.may_empty:
                raise StoreError(
                    f"The folder {self.mirror.folder} is empty, but its calendar is not; nothing was deleted on the"
                    " server. If you mean to delete all of it, run `interviews sync --empty here`."
                )
            case "there" if "there" not in self.options.may_empty:
                raise StoreError(
                    f"The calendar {self.remote.path} is empty on the server, but its mirror is not; nothing was"
                    " deleted here. If that is right, run `interviews sync --empty there`."
                )
            case _:
                return

    # --- listening

    def listen(self) -> None:
        """Bring the server's list up to date, by token where there is one."""
        self.progress("listen", 0, 0)
        if self.status.fact("sync") == "no":
            self.take(self.remote.listing(), "", whole=True)
            return
        if not self.status.fact("token") and not any(self.status.counts()) and self.first():
            return
        try:
            if (token := self.token()) and self.hear(token):
                return
        except TokenRefusedError as refusal:
            self.report.note(f"The server wanted a fresh start: {refusal}")
        try:
            self.hear("")
        except (NoSyncError, TokenRefusedError) as refusal:
            self.take(self.remote.listing(), "", whole=True)
            if isinstance(refusal, NoSyncError):
                with self.status.change():
                    self.status.set_fact("sync", "no")

    def first(self) -> bool:
        """Fill an empty mirror with one long answer, a portion at a time; False where the server cannot do that.

        The server reads every object to make its list; one that has to read them again for us takes twice as long. The
        token is noted last, so that a run that is cut off is completed by the ordinary way.
        """
        if self.options.dry_run:
            return False
        arrivals = Arrivals(self.mirror, self.remote, self.report, lambda done: self.progress("fetch", done, 0))
        pages = _Pages(self.remote, "", data=True)
        portion: list[Change] = []
        self.mirror.unsettle()
        try:
            with self.status.in_bulk():
                for change in pages:
                    if change.etag is not None:
                        portion.append(change)
                    if len(portion) >= FILL:
                        arrivals.take_in(portion)
                        portion = []
                arrivals.take_in(portion)
        except (NoSyncError, TokenRefusedError):
            return False
        with self.status.change():
            self.status.set_fact("token", pages.token)
            self.status.set_fact("whole_at", self.now.isoformat())
        return True

    def token(self) -> str:
        """The token to go on with; "" where everything is to be listed."""
        if self.options.whole or self.status.fact("sync") == "no" or self.overdue():
            return ""
        return self.status.fact("token")

    def overdue(self) -> bool:
        last = self.status.fact("whole_at")
        return not last or self.now - datetime.fromisoformat(last) > WHOLE_AFTER

    def hear(self, token: str) -> bool:
        """One sync-collection, with all its pages; False when a delta looks like a silent full answer."""
        pages = _Pages(self.remote, token)
        return self.take(pages, pages, whole=not token)

    def take(self, changes: Iterator[Change] | _Pages, token: str | _Pages, *, whole: bool) -> bool:
        sound = self.status.apply(changes, lambda: token if isinstance(token, str) else token.token, whole=whole)
        if whole:
            with self.status.change():
                self.status.set_fact("whole_at", self.now.isoformat())
        return sound

    # --- acting

    def foresee(self) -> None:
        """The plan of a dry run, with the writes that would wait for a word."""
        departures = self.departures(last=False)
        for pair in self.status.pairs():
            action = plan(pair)
            if action is not None:
                self.report.planned.append(action)
                if isinstance(action, Upload | UpdateThere | DeleteThere):
                    departures.foresee(action)

    def departures(self, *, last: bool) -> Departures:
        return Departures(self.mirror, self.remote, self.options, self.report, last=last)

    def act(self, total: int, *, last: bool) -> bool:
        """Carry out what `compare` noted; True when the server moved on meanwhile and must be heard again."""
        self.report.begin_round()
        arrivals = Arrivals(self.mirror, self.remote, self.report, lambda done: self.progress("fetch", done, total))
        for pair in self.status.pairs():
            action = plan(pair)
            if isinstance(action, Download | UpdateHere | Merge):
                arrivals.expect(action)
        arrivals.finish()
        departures = self.departures(last=last)
        total = self.status.compare()
        for done, pair in enumerate(self.status.pairs(), 1):
            action = plan(pair)
            if isinstance(action, Upload | UpdateThere):
                departures.write(action)
                self.progress("send", done, total)
        for pair in self.status.pairs():
            action = plan(pair)
            if isinstance(action, DeleteThere):
                departures.delete(action)
            elif isinstance(action, DeleteHere):
                self.delete_here(action)
            elif isinstance(action, Forget):
                with self.status.change():
                    self.status.forget(pair.name)
        departures.finish()
        reread = departures.reread
        if reread:
            self.status.compare()
            again = Arrivals(self.mirror, self.remote, self.report, lambda _: None)
            for pair in self.status.pairs():
                action = plan(pair)
                if pair.href in reread and isinstance(action, UpdateHere | Merge):
                    again.expect(action)
            again.finish()
        return arrivals.again or departures.again or self.report.again

    def delete_here(self, action: DeleteHere) -> None:
        pair = action.pair
        assert pair.here is not None
        base = self.status.base(pair.name)
        try:
            self.mirror.remove(pair.name, pair.here)
        except ConflictError:
            self.report.again = True
            return
        with self.status.change():
            self.status.forget(pair.name)
        self.report.did(action, b"" if base is None else base.data)


class _Pages:
    """All pages of one sync-collection as one stream; `token` is the last page's."""

    def __init__(self, remote: DavCollection, token: str, *, data: bool = False) -> None:
        self._remote, self._data = remote, data
        self.token = token

    def __iter__(self) -> Iterator[Change]:
        for _ in range(PAGES):
            delta = self._remote.delta(self.token, data=self._data)
            yield from delta
            before, self.token = self.token, delta.token or ""
            if not delta.more:
                return
            if self.token in ("", before):
                break
        raise StoreError(f"{self._remote.dav.server} sends its list in pages that do not end; it was dropped.")
