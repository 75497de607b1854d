"""Without a mail account: what the user needs to send a message by hand."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from scheduler.model.interview import Person
from scheduler.outbox.draft import ascii_address
from scheduler.outbox.packet import Draft

# What mail programs and desktops take without cutting it off.
MAILTO_LENGTH = 1900


@dataclass(frozen=True, slots=True)
class Handover:
    """What the user gets: the text, a mailto: URL, and the files to attach or open.

    `whole` is False where not all of it fits into the URL.
    """

    text: str
    mailto: str
    whole: bool
    invite: str | None
    export: str


def mailto(draft: Draft) -> tuple[str, bool]:
    """A mailto: URL (RFC 6068) of bounded length, and whether the text is in it."""
    fields = [
        ("cc", _addresses(draft.cc)),
        ("bcc", _addresses(draft.bcc)),
        ("subject", _encoded(draft.subject)),
        ("body", _encoded(draft.body.strip("\n").replace("\n", "\r\n"))),
    ]
    used = [f"{name}={value}" for name, value in fields if value]
    # What does not fit is left out as a whole, from the end: a half text would be sent as if it were all.
    for count in range(len(used), -1, -1):
        url = f"mailto:{_addresses(draft.to)}" + ("?" + "&".join(used[:count]) if count else "")
        if len(url) <= MAILTO_LENGTH:
            return url, count == len(used)
    return "mailto:", False


def _addresses(people: tuple[Person, ...]) -> str:
    return ",".join(quote(ascii_address(p.address or ""), safe="@") for p in people)


def _encoded(text: str) -> str:
    return quote(text, safe="")
