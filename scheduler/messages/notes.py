"""The few words around a calendar message: an entry moved, cancelled, accepted, declined; about that entry alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from scheduler.messages.clock import clocks, short_date
from scheduler.messages.facts import Language, Reason, Sender
from scheduler.messages.texts import Signature, environment, flow, one_line, sentence
from scheduler.model.time import Period

if TYPE_CHECKING:
    from jinja2 import BaseLoader

# ask: an attendee asks the organizer to move it; the others say what the organizer or the attendee has decided.
NoteKind = Literal["update", "cancel", "drop", "accept", "tentative", "decline", "decline_counter", "ask"]


@dataclass(frozen=True, slots=True)
class Note:
    """What such a mail says. `period` is where the entry is (or was), `to` where it goes; `zone` is the sender's.

    `contact` is the one person written to, "" for several.
    """

    kind: NoteKind
    title: str
    sender: Sender
    language: Language
    zone: str
    period: Period
    to: Period | None = None
    contact: str = ""
    their_zone: str | None = None
    reason: Reason = field(default_factory=Reason)


def write_note(note: Note, user: BaseLoader | None = None) -> tuple[str, str]:
    """Subject and text; the user's own template is `<language>/note.j2`."""
    sender = note.sender
    shown = note.to if note.to is not None and note.kind in ("update", "accept", "tentative") else note.period
    context = {
        "br": "\u2028",
        "kind": note.kind,
        "title": one_line(note.title) or "…",
        "contact": one_line(note.contact) if "@" not in note.contact else "",
        "sender": Signature(one_line(sender.name), one_line(sender.address), one_line(sender.phone)),
        "old": clocks(note.period, note.zone, note.their_zone, note.language),
        "new": None if note.to is None else clocks(note.to, note.zone, note.their_zone, note.language),
        "moved": note.to != note.period,
        "date": short_date(shown.start, note.their_zone or note.zone, note.language),
        "reason": sentence(note.reason.sentence),
        "reason_kind": note.reason.kind,
    }
    module = environment(user).get_template(f"{note.language}/note.j2").make_module(context)
    subject, email = str(module.subject()), str(module.email())  # type: ignore[attr-defined]
    return one_line(flow(subject)), flow(email) + "\n"
