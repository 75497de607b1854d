"""Who tells the others about a change: the calendar server, our message, or nobody; never two of them (RFC 6638 3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scheduler.errors import UsageError

Mailer = Literal["server", "us", "nobody"]
Kind = Literal["organizer", "attendee", "owner"]
# move: other times. guests: invited or dropped people. answer: the user's own PARTSTAT. counter: another time asked
# for. decline_counter: such a wish refused. private: holds, alarms, blocks, categories, properties of our own.
Change = Literal["move", "cancel", "guests", "delete", "answer", "counter", "decline_counter", "private"]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the place of an event does by itself; a plain file or folder does nothing.

    `schedules`: the server advertises calendar-auto-schedule. `addresses`: the user's addresses as the server knows
    them, in lower case; empty where it did not say.
    """

    schedules: bool = False
    addresses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Role:
    """What the user is in an event, and under which address; an owner has invited nobody."""

    kind: Kind
    address: str = ""


def who_mails(capabilities: Capabilities, role: Role, change: Change) -> Mailer:
    """Who tells the others; raises `UsageError` for what a role may not do (RFC 6638 3.2.2.1)."""
    if change == "private" or role.kind == "owner":
        return "nobody"
    if change in ("counter", "decline_counter"):
        return "us"
    if role.kind == "attendee" and change not in ("answer", "delete"):
        raise UsageError("Somebody else organises this; ask them (`interviews reschedule`, `interviews withdraw`).")
    if role.kind == "organizer" and change == "answer":
        return "nobody"
    return "server" if _server_knows(capabilities, role) else "us"


def _server_knows(capabilities: Capabilities, role: Role) -> bool:
    """A server speaks only for the addresses that it knows as the user's (RFC 6638 2.4.1, 3.1)."""
    known = not capabilities.addresses or not role.address or role.address.lower() in capabilities.addresses
    return capabilities.schedules and known
