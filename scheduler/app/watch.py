"""`interviews watch`: looks again and again, and tells only what is new."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from scheduler.app.here import data_folder, read_settings
from scheduler.app.home import waiting_for
from scheduler.app.read import ReadRequest
from scheduler.app.scan import Flags, scan
from scheduler.errors import SchedulerError
from scheduler.settings.core import Settings
from scheduler.settings.load import section
from scheduler.settings.mail import MailSettings
from scheduler.settings.watch import WatchSettings
from scheduler.stores.files import locked
from scheduler.watch.news import Look, News, Terms, compare
from scheduler.watch.state import load, save
from scheduler.watch.tell import Means, message_of, tell

# Interviews are followed this much further than findings are looked for, so that one that moves away is found again.
_BEYOND = 60
# A suspended computer's sleep ends late by as long as it was away: sleep in slices, and ask the wall clock.
_SLICE = 30.0
_LOCK = "watch.lock"
_STUCK = {"failed": "did not go", "unknown": "may have gone; say whether it did"}

Clock = Callable[[], datetime]
Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class WatchRequest:
    """What the command line said; None where the settings hold. `reading` has the sources, the zone and `me`."""

    reading: ReadRequest
    every: int | None = None
    near: int | None = None
    notify: tuple[str, ...] | None = None


class Looked(NamedTuple):
    """How one look went; `at` on the user's clock. `notes` is what did not work."""

    at: datetime
    news: tuple[News, ...]
    notes: tuple[str, ...]


def watch(request: WatchRequest, clock: Clock, sleep: Sleep) -> Iterator[Looked]:
    """Look for ever; what goes wrong in a look is a note of it, and the next one tries again."""
    with locked(data_folder() / _LOCK, wait=0):
        for now in moments(lambda: _every(request), clock, sleep):
            try:
                yield _look(replace(request, reading=request.reading._replace(clock=now)))
            except SchedulerError as error:
                yield Looked(now.astimezone(), (), (str(error),))


def once(request: WatchRequest) -> Looked:
    """One look, for cron; raises what a reading command raises."""
    with locked(data_folder() / _LOCK, wait=0):
        return _look(request)


def moments(every: Callable[[], timedelta], clock: Clock, sleep: Sleep) -> Iterator[datetime]:
    """When to look, by the wall clock: soon after a suspended computer wakes up, and at once when it is set back."""
    while True:
        now = clock()
        yield now
        due = now + every()
        while now <= (here := clock()) < due:
            sleep(min((due - here).total_seconds(), _SLICE))


def _every(request: WatchRequest) -> timedelta:
    """The time between looks, by the settings as they are now; the usual one while they cannot be read."""
    minutes = request.every
    if minutes is None:
        try:
            minutes = section(read_settings(), "watch", WatchSettings).every
        except SchedulerError:
            minutes = WatchSettings().every
    return timedelta(minutes=max(1, minutes))


def _look(request: WatchRequest) -> Looked:
    """Synchronise, read, compare with what is known, tell; what is known changes only when the news were told."""
    settings = read_settings()
    own = section(settings, "watch", WatchSettings)
    notes, failed = _synchronise(settings, request.reading)
    reading = request.reading._replace(days=own.days + _BEYOND)
    result = scan(reading, Flags())
    situation = result.situation
    path = _state_path(request.reading.sources)
    known = load(path)
    errors = [p for p in situation.timeline.problems if p.severity == "error"]
    look = Look(
        now=situation.now,
        zone=situation.zone,
        until=situation.now + timedelta(days=own.days),
        seen_to=situation.timeline.window.end,
        interviews=tuple(o for o in situation.timeline.occurrences if o.interview is not None and not o.owner),
        findings=result.findings,
        notices=result.notices,
        me=situation.view.me,
        failed=frozenset(p.source for p in errors if p.line is None and p.uid is None) | failed,
        partly=frozenset(p.source for p in errors if p.line is not None or p.uid is not None),
        other=tuple(_beyond_calendars(settings, situation.now)),
    )
    near = own.near if request.near is None else request.near
    news, after = compare(known, look, Terms(timedelta(hours=near), timedelta(hours=own.patience)))
    notes += [p.message for p in errors]
    ways = own.notify if request.notify is None else request.notify
    if news and ways:
        means = Means(own, section(settings, "mail", MailSettings), settings.me, os.environ)
        failed_ways = tell(ways, message_of(news), means, situation.now)
        notes += [str(error) for error in failed_ways]
        if len(failed_ways) == len(ways):
            # Nobody has heard of it: the next look says it again.
            return Looked(situation.now.astimezone(situation.zone), news, tuple(notes))
    save(path, after)
    return Looked(situation.now.astimezone(situation.zone), news, tuple(notes))


def _synchronise(settings: Settings, reading: ReadRequest) -> tuple[list[str], frozenset[str]]:
    """Bring the mirrors up to date, where there are any; what did not work, and the calendars it concerns."""
    if reading.sources or "servers" not in dict(settings.other):
        return [], frozenset()
    from scheduler.app.sync import SyncRequest, sync

    outcomes = [o for o in sync(SyncRequest(reading.clock), settings=settings) if o.error is not None]
    return [f"{o.calendar.name}: {o.error}" for o in outcomes], frozenset(o.calendar.name for o in outcomes)


def _beyond_calendars(settings: Settings, now: datetime) -> Iterator[News]:
    """Unanswered and stuck messages, changes that wait for a word."""
    waiting = waiting_for(settings, now)
    for due in waiting.due:
        yield News(f"due:{due.rule}:{due.after.id}", "Follow up", due.message)
    for packet in waiting.packets:
        if packet.state in _STUCK:
            who = packet.company or packet.who
            sentence = f"The message to {who} {_STUCK[packet.state]}: interviews outbox show {packet.id}"
            yield News(f"packet:{packet.id}:{packet.state}", "Message stuck", sentence)
    for held in waiting.held:
        sentence = f"A change to '{held.summary}' would mail people; it waits for your word: interviews sync"
        yield News(f"held:{held.id}", "Your word is needed", sentence)
    for name in waiting.conflicts:
        sentence = f"{name} was changed here and on the server: interviews conflicts"
        yield News(f"conflict:{name}", "Two versions", sentence)


def _state_path(sources: tuple[str, ...]) -> Path:
    """A file of its own for each set of sources; the calendars of the settings have the plain name."""
    if not sources:
        return data_folder() / "watch.json"
    return data_folder() / f"watch-{hashlib.sha256(repr(sorted(sources)).encode()).hexdigest()[:12]}.json"
