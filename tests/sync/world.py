"""Two sides that people edit at random while everything breaks; and the proof that no edit got lost.

An edit is a unique value of one property of one event. It may vanish only when somebody who saw it wrote over it,
deleted the event, or chose the other version of a conflict.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from scheduler.errors import SchedulerError
from scheduler.ics.parse import parse_component
from scheduler.model.component import Component, Line
from scheduler.stores import files
from scheduler.stores.contract import uid_of
from scheduler.sync import status as status_module
from scheduler.sync.canon import same
from scheduler.sync.collection import DavCollection
from scheduler.sync.conflicts import keep
from scheduler.sync.dav import Dav
from scheduler.sync.http import Answer, Connection, LostError
from scheduler.sync.mirror import Mirror
from scheduler.sync.report import Options
from scheduler.sync.runner import synchronise
from tests.sync.model_server import ModelAnswer, busy, event

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
PROPERTIES = ("SUMMARY", "LOCATION", "DESCRIPTION", "X-NOTE", "DTSTART", "CATEGORIES", "COMMENT")
Token = tuple[str, str, str]


class Killed(BaseException):
    """The process ended here."""


class Remote(Protocol):
    """The server as another client uses it."""

    mails: list[tuple[str, str]]

    def store(self, name: str, data: bytes) -> object: ...

    def drop(self, name: str) -> None: ...

    def contents(self) -> dict[str, bytes]: ...

    def forget_tokens(self) -> None: ...

    def connection(self) -> Connection: ...


@dataclass(frozen=True)
class Step:
    """One thing that happens; `number` makes it repeatable."""

    kind: str
    number: int


KINDS = (
    ["edit here"] * 5 + ["edit there"] * 5 + ["new here", "new there", "delete here", "delete there", "rename here"]
    + ["move there", "drop property here", "drop property there", "forget tokens", "confirm", "choose"]
    + ["sync"] * 5 + ["lost before", "lost after", "412", "403", "429", "503", "cut", "slow", "kill at request"]
    + ["kill at file"] * 3 + ["kill at commit"] * 3 + ["disk full", "disk full", "edit during"] * 2
)  # fmt: skip


def random_steps(seed: int, count: int) -> list[Step]:
    dice = random.Random(seed)
    return [Step(dice.choice(KINDS), dice.randrange(1 << 30)) for _ in range(count)]


class Faults:
    """A connection that breaks once, as told."""

    def __init__(self, inner: Connection, fault: Callable[[int, bool], ModelAnswer | None]) -> None:
        self._inner, self._fault, self._number = inner, fault, 0

    def send(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Answer:
        self._number += 1
        early = self._fault(self._number, False)
        if early is not None:
            return early
        answer = self._inner.send(method, target, headers, body)
        late = self._fault(self._number, True)
        if late is not None:
            whole = ModelAnswer(answer.status, answer.headers, answer.read())
            whole.cut = late.cut
            return whole
        return answer

    def early(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> None:
        self._inner.early(method, target, headers, body)

    def close(self) -> None:
        self._inner.close()


class World:
    """A mirror, a server, everybody's edits, and what must be true of them."""

    def __init__(
        self,
        folder: Path,
        remote: Remote,
        path: str,
        *,
        schedules: bool,
        monkeypatch: pytest.MonkeyPatch,
        me: str = "me@x.example",
        meetings: bool = True,
    ):
        self.folder = folder / "home"
        self.remote, self.path = remote, path
        self.options = Options(me=(me,), schedules=schedules)
        self.people = (f"ORGANIZER:mailto:{me}", "ATTENDEE:mailto:boss@y.example") if meetings else ()
        self.monkeypatch = monkeypatch
        self.live: dict[Token, str] = {}
        self.superseded: set[Token] = set()
        self.confirmed: set[str] = set()
        self.deleted: set[str] = set()
        self.counter = 0
        self.crashes = 0
        self.folder.mkdir(parents=True)
        for anchor in ("anchor1", "anchor2", "anchor3"):
            self.remote.store(f"{anchor}.ics", self.fresh(anchor, meeting=False))

    # --- edits

    def fresh(self, uid: str, *, meeting: bool) -> bytes:
        people = self.people if meeting else ()
        self.counter += 1
        data = event(uid, *people, summary=f"value {self.counter}")
        self.note(uid, None, data)
        return data

    def note(self, uid: str, before: bytes | None, after: bytes | None) -> None:
        """An edit was made by somebody who saw `before`."""
        old, new = tokens(uid, before), tokens(uid, after)
        self.superseded |= old - new
        self.live.update(dict.fromkeys(new - old, uid))

    def here(self) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in sorted(self.folder.glob("*.ics")) if not p.name.startswith(".")}

    def edited(self, data: bytes, dice: random.Random, *, drop: bool) -> bytes:
        self.counter += 1
        root = parse_component(data)
        (inner,) = [c for c in root.children if c.name == "VEVENT"]
        name = dice.choice(PROPERTIES)
        if drop:
            inner = inner.without(name) if name != "DTSTART" else inner
        elif name == "DTSTART":
            start = datetime(2027, 1, 1, tzinfo=UTC) + timedelta(minutes=self.counter)
            inner = inner.with_line(Line(name, start.strftime("%Y%m%dT%H%M00Z")))
        elif name in ("CATEGORIES", "COMMENT"):
            inner = inner.adding(Line(name, f"value {self.counter}"))
        else:
            inner = inner.with_line(Line(name, f"value {self.counter}"))
        return Component(root.name, (*root.lines, inner), root.begin, root.end).to_bytes()

    def step(self, step: Step) -> None:
        dice = random.Random(step.number)
        match step.kind.split():
            case [("edit" | "drop") as what, *_, "here"]:
                self.edit_here(dice, drop=what == "drop")
            case [("edit" | "drop") as what, *_, "there"]:
                self.edit_there(dice, drop=what == "drop")
            case ["new", side]:
                self.make(dice, side)
            case ["delete", "here"]:
                self.delete_here(dice)
            case ["delete", "there"]:
                self.delete_there(dice)
            case ["rename", _]:
                self.rename(dice)
            case ["move", _]:
                self.move(dice)
            case ["forget", _]:
                self.remote.forget_tokens()
            case ["confirm"]:
                self.confirm(dice)
            case ["choose"]:
                self.choose(dice)
            case _:
                self.sync(step.kind, dice)

    def edit_here(self, dice: random.Random, *, drop: bool = False) -> None:
        everything = self.here()
        if not everything:
            return
        name = dice.choice(sorted(everything))
        data = everything[name]
        new = self.edited(data, dice, drop=drop)
        self.note(uid_of(data) or "", data, new)
        if dice.random() < 0.3:
            (self.folder / name).write_bytes(new)
        else:
            temporary = self.folder / "x.tmp"
            temporary.write_bytes(new)
            temporary.replace(self.folder / name)

    def edit_there(self, dice: random.Random, *, drop: bool = False) -> None:
        everything = self.remote.contents()
        name = dice.choice(sorted(everything))
        data = everything[name]
        new = self.edited(data, dice, drop=drop)
        self.note(uid_of(data) or "", data, new)
        self.remote.store(name, new)

    def make(self, dice: random.Random, side: str) -> None:
        self.counter += 1
        uid = f"uid{self.counter}"
        data = self.fresh(uid, meeting=dice.random() < 0.3)
        if side == "here":
            (self.folder / f"{dice.choice(['a', 'b'])}{self.counter}.ics").write_bytes(data)
        else:
            self.remote.store(f"{dice.choice(['', 'odd name ', 'x+y@'])}{uid}.ics", data)

    def delete_here(self, dice: random.Random) -> None:
        names = [n for n, d in self.here().items() if b"anchor" not in d]
        if names:
            path = self.folder / dice.choice(names)
            uid = uid_of(path.read_bytes()) or ""
            self.note(uid, path.read_bytes(), None)
            self.deleted.add(uid)
            path.unlink()

    def delete_there(self, dice: random.Random) -> None:
        everything = {n: d for n, d in self.remote.contents().items() if b"anchor" not in d}
        if everything:
            name = dice.choice(sorted(everything))
            uid = uid_of(everything[name]) or ""
            self.note(uid, everything[name], None)
            self.deleted.add(uid)
            self.remote.drop(name)

    def rename(self, dice: random.Random) -> None:
        names = sorted(self.here())
        if names:
            self.counter += 1
            (self.folder / dice.choice(names)).rename(self.folder / f"renamed{self.counter}.ics")

    def move(self, dice: random.Random) -> None:
        """Another client stores an event under a new name."""
        everything = self.remote.contents()
        name = dice.choice(sorted(everything))
        self.counter += 1
        self.remote.drop(name)
        self.remote.store(f"moved{self.counter}.ics", everything[name])

    def confirm(self, dice: random.Random) -> None:
        with self.mirror() as mirror:
            held = mirror.status.held()
            if held:
                one = dice.choice(held)
                base = mirror.status.base(one.name)
                here = self.here().get(one.name)
                self.confirmed.add(uid_of(here or (base.data if base else b"")) or "")
                mirror.status.confirm(one.id)

    def choose(self, dice: random.Random) -> None:
        with self.mirror() as mirror:
            conflicts = mirror.status.conflicts()
            if conflicts:
                one = dice.choice(conflicts)
                side = dice.choice(["here", "there"])
                current = self.here().get(one.name)
                if current != one.here:
                    return
                keep(mirror, one, "here" if side == "here" else "there")
                uid = uid_of(one.here) or ""
                lost, kept = (one.there, one.here) if side == "here" else (one.here, one.there)
                self.superseded |= tokens(uid, lost) - tokens(uid, kept)

    # --- synchronising

    @contextmanager
    def mirror(self) -> Iterator[Mirror]:
        mirror = Mirror(self.folder)
        try:
            yield mirror
        finally:
            mirror.close()

    def sync(self, fault: str = "sync", dice: random.Random | None = None) -> bool:
        """One run; False when it ended early."""
        dice = dice or random.Random(0)
        at = dice.randint(1, 4)
        connection = Faults(self.remote.connection(), lambda n, after: self.fault(fault, dice, n == at, after))
        with self.mirror() as mirror, self.broken_disk(fault, dice):
            dav = Dav(connection, "https://server.example", sleep=lambda _: None)
            try:
                synchronise(mirror, DavCollection(dav, self.path), self.options, NOW)
            except SchedulerError:
                return False
            except Killed:
                self.crashes += 1
                return False
            finally:
                dav.close()
        return True

    def fault(self, kind: str, dice: random.Random, now: bool, after: bool) -> ModelAnswer | None:
        if not now:
            return None
        match kind, after:
            case ("lost before", False) | ("lost after", True) | ("slow", True):
                raise LostError(kind)
            case "kill at request", _ if dice.random() < 0.5:
                raise Killed
            case (("412" | "403"), False):
                return ModelAnswer(int(kind), {}, b"")
            case (("429" | "503"), False):
                return busy(dice.choice([None, "1", "date", "100000"]), int(kind))
            case "cut", True:
                return ModelAnswer(0, {}, b"", cut=True)
            case "edit during", _:
                self.step(
                    Step(
                        dice.choice(["edit here", "edit there", "delete here", "delete there"]),
                        dice.random().__hash__(),
                    )
                )
        return None

    @contextmanager
    def broken_disk(self, kind: str, dice: random.Random) -> Iterator[None]:
        """The process or the disk ends at the n-th write."""
        left = [dice.randint(1, 12)]

        def tick() -> None:
            left[0] -= 1
            if left[0] == 0:
                if kind == "disk full":
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                raise Killed

        with self.monkeypatch.context() as patch:
            if kind in ("kill at file", "disk full"):
                for name in ("_write_all", "_name", "flush_folder"):
                    patch.setattr(files, name, _ticking(getattr(files, name), tick))
            if kind == "kill at commit":
                change = status_module.Status.change

                @contextmanager
                def dying(this: status_module.Status) -> Iterator[None]:
                    tick()
                    with change(this):
                        yield
                        tick()
                    tick()

                patch.setattr(status_module.Status, "change", dying)
            yield

    # --- what must be true

    def check(self) -> None:
        """After the faults stop, two runs make both sides equal, and everything that anybody wrote is somewhere."""
        assert self.sync()
        assert self.sync()
        with self.mirror() as mirror:
            conflicts, held = mirror.status.conflicts(), mirror.status.held()
        here, there = by_uid(self.here()), by_uid(self.remote.contents())
        open_ = {uid_of(c.here) for c in conflicts}
        waiting = {n.name for n in held}
        held_uids = {u for u, (n, _) in here.items() if n in waiting}
        held_uids |= {u for u in there if u not in here and held}
        for uid in (here.keys() | there.keys()) - open_ - held_uids:
            assert uid in here, f"{uid} is only on the server"
            assert uid in there, f"{uid} is only here"
            assert same(here[uid][1], there[uid][1]), f"{uid}: {here[uid][1]!r} here, {there[uid][1]!r} there"
        kept = {t for u, (_, d) in (*here.items(), *there.items()) for t in tokens(u, d)}
        for c in conflicts:
            uid = uid_of(c.here) or ""
            kept |= tokens(uid, c.here) | tokens(uid, c.there)
        lost = self.live.keys() - self.superseded - kept
        assert not lost, f"lost edits: {sorted(lost)}"
        assert {u for _, u in self.remote.mails} <= self.confirmed
        if not self.crashes:
            back = {u for u in self.deleted & (here.keys() & there.keys()) if not self.alive(u)} - open_
            assert not back, f"deleted events came back: {back}"

    def alive(self, uid: str) -> bool:
        return any(t not in self.superseded for t, u in self.live.items() if u == uid)


def tokens(uid: str, data: bytes | None) -> set[Token]:
    if data is None:
        return set()
    root = parse_component(data)
    return {
        (uid, i.name, v)
        for c in root.children
        if c.name == "VEVENT"
        for i in c.lines
        if i.name in PROPERTIES
        for v in ([i.value] if i.name != "CATEGORIES" else i.value.split(","))
        if v.startswith("value") or (i.name == "DTSTART" and v != "20270302T100000Z")
    }


def by_uid(everything: dict[str, bytes]) -> dict[str, tuple[str, bytes]]:
    out: dict[str, tuple[str, bytes]] = {}
    for name, data in everything.items():
        uid = uid_of(data) or ""
        assert uid not in out, f"{uid} is there twice: {name}, {out[uid][0]}"
        out[uid] = (name, data)
    return out


def _ticking(inner: Callable[..., None], tick: Callable[[], None]) -> Callable[..., None]:
    def outer(*args: object, **kwargs: object) -> None:
        tick()
        inner(*args, **kwargs)

    return outer


def shrunk(steps: list[Step], fails: Callable[[list[Step]], bool]) -> list[Step]:
    """A shorter list of steps that still fails."""
    size = len(steps) // 2
    while size:
        at = 0
        while at < len(steps):
            shorter = steps[:at] + steps[at + size :]
            if fails(shorter):
                steps = shorter
            else:
                at += size
        size //= 2
    return steps


def scratch(tmp_path: Path) -> Path:
    """A folder in memory where there is one: these tests are about order, not about the disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        return tmp_path
    folder = memory / f"interviews-{os.getpid()}-{tmp_path.name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


__all__ = ["NOW", "Remote", "Step", "World", "random_steps", "replace", "scratch", "shrunk"]
