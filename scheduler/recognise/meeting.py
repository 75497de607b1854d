"""Where any entry is joined, interview or not: what a person needs a minute before it begins."""

from __future__ import annotations

from scheduler.model.event import Event

_STATED = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
_HINTS = ("zoom", "meet", "teams", "webex", "join", "call", "video", "whereby", "dial", "tel:", "conference")
PLACEHOLDER = "integrations:"


def meeting_of(event: Event) -> tuple[str | None, str | None]:
    """(join link, phone number) of an entry; a quick look rules out most entries."""
    component = event.component
    if not any(component.first(name) is not None for name in _STATED):
        text = f"{event.location}\n{event.description}".lower()
        if ("http" not in text and "+" not in text) or not any(h in text for h in _HINTS):
            return None, None
    from scheduler.recognise.links import join_link, links_of
    from scheduler.recognise.people import cast_of, user_of
    from scheduler.recognise.phone import phone_of
    from scheduler.recognise.view import View

    view = View(event, cast_of(event, user_of(frozenset(), "")))
    return join_link(event, links_of(event, view.body)), phone_of(view, "")


def waits_for_link(event: Event) -> bool:
    """LOCATION is a scheduling service's placeholder: the link comes later."""
    return event.location.strip().lower().startswith(PLACEHOLDER)
