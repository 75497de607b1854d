"""`interviews send`: look again, show exactly what leaves, ask, and only then act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from scheduler.app.outbox import Room, find
from scheduler.errors import ConflictError, DeliveryError, UsageError
from scheduler.model.problem import Problem
from scheduler.outbox import sending, smtp
from scheduler.outbox.draft import draft_of, draft_text
from scheduler.outbox.entry import Tracked
from scheduler.outbox.folder import INVITE
from scheduler.outbox.handover import Handover, mailto
from scheduler.outbox.packet import Draft, Packet, Stored
from scheduler.outbox.recheck import Recheck, recheck
from scheduler.outbox.secret import password
from scheduler.outbox.wire import Letter, fingerprint, letter
from scheduler.settings.core import Limits

HANDED_OVER = "by hand: no mail account is set up ([mail] host)"
_ASKED_LONG_AGO = timedelta(minutes=1)

Clock = Callable[[], datetime]
RecheckCall = Callable[[Packet, datetime], Recheck]
CheckCall = Callable[[Packet, Draft], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Preview:
    """All that the user must see before agreeing: what leaves, to whom, over what, and what is wrong with it."""

    stored: Stored
    tracked: Tracked
    draft: Draft
    letter: Letter
    route: str
    fingerprint: str
    problems: tuple[Problem, ...]
    recheck: Recheck


@dataclass(frozen=True, slots=True)
class Sent:
    """The server took it; `reply` are its words."""

    reply: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The user did not agree: nothing left."""


Result = Sent | Handover | Kept


class Dialogue(Protocol):
    """How the user is shown things and asked; the command line has one, tests have theirs."""

    def show(self, preview: Preview) -> None: ...

    def ask(self, preview: Preview) -> bool: ...


def notice_only(limits: Limits) -> RecheckCall:
    """A second look without calendars: times that have passed, or come too soon."""
    return lambda packet, now: recheck(packet, now, limits.notice, None)


def no_check(_packet: Packet, _draft: Draft) -> tuple[Problem, ...]:
    return ()


def look(room: Room, prefix: str, now: datetime, again: RecheckCall, check: CheckCall) -> Preview:
    """What would leave now, with its problems, or, once it has left, what left.

    The words of `email.txt` are read anew each time.
    """
    tracked = find(room, prefix, now)
    stored = room.outbox.read(tracked.id)
    left = None if tracked.state in sending.SENDABLE else room.outbox.left(tracked.id)
    draft = room.outbox.draft(tracked.id) if left is None else draft_of(left)
    made = letter(room.outbox.mail(stored) if left is None else left, now, stored.message_id)
    route = _route(room)
    return Preview(
        stored=stored,
        tracked=tracked,
        draft=draft,
        letter=made,
        route=route,
        fingerprint=fingerprint(made, route),
        problems=check(stored.packet, draft) if left is None else (),
        recheck=again(stored.packet, now) if left is None else Recheck(),
    )


def show(room: Room, prefix: str, now: datetime, again: RecheckCall, check: CheckCall) -> Preview:
    """`look`, noted as seen: `send --yes` takes exactly this."""
    preview = look(room, prefix, now, again, check)
    room.journal.shown(preview.tracked.id, preview.fingerprint)
    return preview


def send(
    room: Room,
    prefix: str,
    dialogue: Dialogue,
    clock: Clock,
    *,
    yes: bool = False,
    anyway: bool = False,
    again: RecheckCall,
    check: CheckCall = no_check,
) -> Result:
    """Send one packet, or hand it over where there is no account.

    `yes` agrees without a question, and only to what was shown before in exactly this form. `anyway` sends in spite of
    what the checker calls an error. Raises DeliveryError where it did not go or may not have gone.
    """
    began = clock()
    preview = look(room, prefix, began, again, check)
    _sendable(preview.tracked)
    seen = preview.tracked.shown == preview.fingerprint
    dialogue.show(preview)
    room.journal.shown(preview.tracked.id, preview.fingerprint)
    _nothing_stops(preview, room.account.max_size, anyway)
    if yes and not seen:
        raise UsageError(
            f"The packet {preview.tracked.id} was not shown to you in this form before. It is above now: "
            "if it is right, say the same again."
        )
    if not yes and not dialogue.ask(preview):
        return Kept()
    if clock() - began > _ASKED_LONG_AGO or not yes:
        _still_the_same(room, preview, clock(), again, check)
    return _act(room, preview, clock)


def _route(room: Room) -> str:
    if not room.account.host:
        return HANDED_OVER
    smtp.check_account(room.account)
    return smtp.route(room.account)


def _act(room: Room, preview: Preview, clock: Clock) -> Result:
    identifier = preview.tracked.id
    if not room.account.host:
        sending.approve(room.journal, identifier, preview.fingerprint, clock())
        return _hand_over(room, preview, clock())
    secret = password(room.account, room.environ)
    sending.approve(room.journal, identifier, preview.fingerprint, clock())
    outcome = sending.send(room.outbox, room.journal, preview.stored, preview.letter, room.account, secret, clock)
    match outcome:
        case smtp.Taken(reply):
            return Sent(reply)
        case smtp.NotTaken(why):
            raise DeliveryError(f"{why} The packet {identifier} is kept: `interviews send {identifier}` tries again.")
        case smtp.Unclear(why):
            raise DeliveryError(
                f"{why} It may have arrived, so it is not sent again. Find out, then say: "
                f"interviews outbox settle {identifier} --sent (or --not-sent)"
            )


def _hand_over(room: Room, preview: Preview, now: datetime) -> Handover:
    url, whole = mailto(preview.draft)
    exported = sending.hand_over(room.outbox, room.journal, preview.tracked.id, preview.letter, now)
    invite = Path(preview.stored.folder) / INVITE
    return Handover(draft_text(preview.draft), url, whole, str(invite) if invite.exists() else None, exported)


def _sendable(tracked: Tracked) -> None:
    if tracked.state in sending.SENDABLE:
        return
    settle = f"interviews outbox settle {tracked.id} --sent (or --not-sent)"
    sentences = {
        "sent": "was sent already.",
        "sending": "is being sent by another command.",
        "unknown": f"may have arrived; it is not sent again until you say what happened: {settle}",
        "handed-over": f"was handed over to you; say whether it went: {settle}",
        "dropped": "was dropped; write the message anew.",
    }
    raise ConflictError(f"The packet {tracked.id} {sentences[tracked.state]}")


def _nothing_stops(preview: Preview, max_size: int, anyway: bool) -> None:
    """Raise where the packet must not leave as it is; what was shown before says the details."""
    name = f"The packet {preview.tracked.id}"
    if not preview.letter.recipients:
        raise UsageError(f"{name} has nobody to go to; write the address into the line 'To:' of its email.txt.")
    if len(preview.letter.data) > max_size:
        raise DeliveryError(
            f"{name} has {len(preview.letter.data)} bytes, more than [mail] max_size; nothing was sent."
        )
    if preview.recheck.too_late:
        raise DeliveryError(f"{name} comes too late: the interview has begun. Call, and use `interviews apologise`.")
    if preview.recheck.stale:
        raise DeliveryError(
            f"{name} offers times that can no longer be offered (see above); nothing was sent. Write it anew."
        )
    if not anyway and any(p.severity == "error" for p in preview.problems):
        raise UsageError(
            f"{name} breaks rules (see above); nothing was sent. Mend it: interviews outbox edit {preview.tracked.id} "
            "(or send it in spite of that: --anyway)"
        )


def _still_the_same(room: Room, preview: Preview, now: datetime, again: RecheckCall, check: CheckCall) -> None:
    """While the user thought about it, the world may have moved."""
    later = look(room, preview.tracked.id, now, again, check)
    if later.fingerprint != preview.fingerprint or later.recheck != preview.recheck:
        raise ConflictError(
            f"The packet {preview.tracked.id} or your calendar changed while you were asked; nothing was sent. "
            f"Look again: interviews send {preview.tracked.id}"
        )
