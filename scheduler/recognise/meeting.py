"""Where any entry is joined, interview or not: what a person needs a minute before it begins."""

from __future__ import annotations

from functools import lru_cache

from scheduler.model.event import Event

_STATED = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
_HINTS = ("zoom", "meet", "teams", "webex", "join", "call", "video", "whereby", "dial", "tel:", "conference")
PLACEHOLDER = "integrations:"


def meeting_of(event: Event) -> tuple[str | None, str | None]:
    """(join link, phone number) of an entry; a quick look rules out most entries."""
    component = event.component
    location, description = event.location, event.description
    if not any(component.first(name) is not None for name in _STATED):
        text = f"{location}\n{description}".lower()
        if ("http" not in text and "+" not in text) or not any(h in text for h in _HINTS):
            return None, None
    from scheduler.recognise.links import stated_meetings
    from scheduler.recognise.phone import conference_phone, may_hold_number

    title = event.summary if may_hold_number(event.summary) else ""
    link, phone = _meeting_in(location, component.value("URL") or "", title, description)
    return next(iter(stated_meetings(event)), link), conference_phone(event) or phone


@lru_cache(maxsize=8192)
def _meeting_in(location: str, url: str, title: str, description: str) -> tuple[str | None, str | None]:
    """By the texts alone, of which a calendar repeats many."""
    from scheduler.recognise.links import join_among, links_in
    from scheduler.recognise.phone import phone_in
    from scheduler.recognise.text import LONGEST_TITLE, plain

    body = plain(description)
    phone = phone_in(location[:LONGEST_TITLE].strip(), title[:LONGEST_TITLE], body, "")
    return join_among(links_in(location, url, body)), phone


def waits_for_link(event: Event) -> bool:
    """LOCATION is a scheduling service's placeholder: the link comes later."""
    return event.location.strip().lower().startswith(PLACEHOLDER)
