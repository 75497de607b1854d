"""Where any entry is joined, interview or not: what a person needs a minute before it begins."""

from __future__ import annotations

from functools import lru_cache

from scheduler.model.event import Event
from scheduler.model.occurrence import Joining

_STATED = (
    "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)  # fmt: skip
_HINTS = ("zoom", "meet", "teams", "webex", "join", "call", "video", "whereby", "dial", "tel:", "conference")
PLACEHOLDER = "integrations:"


def meeting_of(event: Event) -> Joining:
    """(join link, phone number) of an entry; a quick look rules out most entries."""
    component = event.component
    location, description = event.location, event.description
    stated = [name for name in _STATED if component.first(name) is not None]
    if not stated and not _may_tell(location, description):
        return None, None
    link, phone = _in_texts(location, component.value("URL") or "", event.summary, description)
    if not stated:
        return link, phone
    from scheduler.recognise.links import stated_meetings
    from scheduler.recognise.phone import conference_phone

    return next(iter(stated_meetings(event)), link), conference_phone(event) or phone


# Calendars repeat many of their texts.
@lru_cache(maxsize=8192)
def _may_tell(location: str, description: str) -> bool:
    text = f"{location}\n{description}".lower()
    return ("http" in text or "+" in text) and any(h in text for h in _HINTS)


def _in_texts(location: str, url: str, title: str, description: str) -> Joining:
    """By the texts alone; few titles hold a number, and what they say besides makes no difference."""
    from scheduler.recognise.phone import may_hold_number

    return _in_few_texts(location, url, title if may_hold_number(title) else "", description)


@lru_cache(maxsize=8192)
def _in_few_texts(location: str, url: str, title: str, description: str) -> Joining:
    from scheduler.recognise.links import join_among, links_in
    from scheduler.recognise.phone import phone_in
    from scheduler.recognise.text import LONGEST_TITLE, plain

    body = plain(description)
    phone = phone_in(location[:LONGEST_TITLE].strip(), title[:LONGEST_TITLE], body, "")
    return join_among(links_in(location, url, body)), phone


def waits_for_link(event: Event) -> bool:
    """LOCATION is a scheduling service's placeholder: the link comes later."""
    written = event.component.value("LOCATION")
    if written is None or ":" not in written:  # As most places are written, which need no unescaping then.
        return False
    return event.location.strip().lower().startswith(PLACEHOLDER)
