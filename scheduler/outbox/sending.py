"""The way of a packet through its states; each is written down before what it announces is done."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import assert_never

from scheduler.errors import ConflictError, StoreError
from scheduler.outbox.draft import draft_of, people_text
from scheduler.outbox.entry import Entry, Tracked
from scheduler.outbox.folder import LEAVING, Outbox
from scheduler.outbox.journal import Journal
from scheduler.outbox.packet import State, Stored
from scheduler.outbox.smtp import NotTaken, Outcome, Taken, Unclear, transmit
from scheduler.outbox.wire import Letter
from scheduler.settings.mail import MailSettings

# From these the user may agree to a (new) attempt.
SENDABLE: tuple[State, ...] = ("draft", "approved", "failed")
# Mail programs open such a file as a draft, ready to be sent.
_UNSENT = b"X-Unsent: 1\r\n"
_NOT_SENT = "interrupted before anything was transmitted"
_PERHAPS_SENT = "interrupted while the message was being transmitted"

Clock = Callable[[], datetime]


def recover(outbox: Outbox, journal: Journal, now: datetime) -> tuple[Tracked, ...]:
    """Settle what interrupted commands left behind, and list every packet.

    A packet in the folder that the journal does not know was cut off while it was laid there: it is a draft. One that
    was being sent by a command that is no more has failed, or, once its content had begun to leave, is unknown.
    Nothing is ever sent here.
    """
    known = {p.id for p in journal.packets()}
    for identifier in outbox.ids():
        if identifier not in known:
            journal.track(outbox.read(identifier))
    with _lock(outbox.root) as free:
        if free:
            _settle_interrupted(journal, now)
    return journal.packets()


def approve(journal: Journal, identifier: str, fingerprint: str, now: datetime) -> None:
    """Note that the user agreed to what has this fingerprint."""
    journal.shown(identifier, fingerprint)
    journal.move(identifier, SENDABLE, "approved", now, "")


def send(
    outbox: Outbox, journal: Journal, stored: Stored, letter: Letter, account: MailSettings, secret: str, clock: Clock
) -> Outcome:
    """Make one attempt with an approved packet, and note what came of it."""
    with _lock(outbox.root) as free:
        if not free:
            raise ConflictError("Another `interviews send` is at work; nothing was sent. Try again when it is done.")
        journal.move(stored.id, ("approved",), "sending", clock())
        outbox.keep(stored.id, LEAVING, letter.data)
        outcome = transmit(letter, account, secret, lambda: journal.transmitting(stored.id, clock()))
        try:
            _note(journal, stored.id, letter, outcome, clock())
        except StoreError as error:
            raise StoreError(_not_noted(stored.id, outcome, error)) from None
        return outcome


def hand_over(outbox: Outbox, journal: Journal, identifier: str, letter: Letter, now: datetime) -> str:
    """Write the `.eml` and note that the user sends it by hand, and has not yet said that it went; the file's path."""
    path = outbox.keep(identifier, LEAVING, _UNSENT + letter.data)
    journal.move(identifier, ("approved",), "handed-over", now)
    return str(path)


def settle(outbox: Outbox, journal: Journal, identifier: str, went: bool, now: datetime) -> None:
    """Note what the user knows about a packet that is unknown or handed over."""
    tracked = journal.tracked(identifier)
    if went:
        entry = _entry_of(tracked, tracked.changed, outbox.left(identifier))
        journal.move(identifier, ("unknown", "handed-over"), "sent", now, "you said that it went", entry)
    elif tracked.state == "handed-over":
        journal.move(identifier, ("handed-over",), "draft", now, "you said that it did not go")
    else:
        journal.move(identifier, ("unknown",), "failed", now, "you said that it did not go")


def _note(journal: Journal, identifier: str, letter: Letter, outcome: Outcome, now: datetime) -> None:
    match outcome:
        case Taken(reply):
            entry = _entry_of(journal.tracked(identifier), now, letter.data)
            journal.move(identifier, ("sending",), "sent", now, reply, entry)
        case NotTaken(why):
            journal.move(identifier, ("sending",), "failed", now, why)
        case Unclear(why):
            journal.move(identifier, ("sending",), "unknown", now, why)
        case _:
            assert_never(outcome)


def _not_noted(identifier: str, outcome: Outcome, error: StoreError) -> str:
    """What the user must know when the outcome could not be written down: the next command will not know it."""
    match outcome:
        case Taken(reply):
            return (
                f"The message was sent (the server said: {reply}), but that could not be noted: {error} "
                f"When that is mended, say so: interviews outbox settle {identifier} --sent"
            )
        case NotTaken(why) | Unclear(why):
            return f"{why} That could not be noted: {error}"
        case _:
            assert_never(outcome)


def _settle_interrupted(journal: Journal, now: datetime) -> None:
    """Only with the lock in hand: nobody else is sending."""
    for packet in journal.packets():
        if packet.state == "sending" and packet.transmitting:
            journal.move(packet.id, ("sending",), "unknown", now, _PERHAPS_SENT)
        elif packet.state == "sending":
            journal.move(packet.id, ("sending",), "failed", now, _NOT_SENT)


def _entry_of(tracked: Tracked, at: datetime, mail: bytes | None) -> Entry:
    """The contact that a message was, with the words that left, as the user would read them (E30)."""
    draft = None if mail is None else draft_of(mail)
    return Entry(
        at=at,
        direction="out",
        channel="email",
        result="sent",
        company=tracked.company,
        uid=tracked.uid,
        kind=tracked.kind,
        recurrence_id=tracked.recurrence_id,
        when=tracked.when,
        who=tracked.who if draft is None else people_text((*draft.to, *draft.cc)),
        subject=tracked.subject if draft is None else draft.subject,
        text="" if draft is None else draft.body,
        message_id=tracked.message_id,
        packet=tracked.id,
        follow_up=tracked.follow_up,
    )


@contextmanager
def _lock(root: Path) -> Iterator[bool]:
    """True where no other process is sending; the system lets go of it when a process ends, however it ends."""
    descriptor = os.open(root / ".sending", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(descriptor)
