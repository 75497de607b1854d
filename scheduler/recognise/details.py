"""The facts of an interview, as far as the invitation states them."""

from __future__ import annotations

from scheduler.model.interview import Interview
from scheduler.recognise.links import first_of, join_link, other_time
from scheduler.recognise.phone import phone_of
from scheduler.recognise.view import View
from scheduler.settings.core import Settings


def details_of(view: View, settings: Settings, user_zone: str) -> Interview:
    """Everything that the view says, the settings for the company first."""
    links = view.links
    return Interview(
        join_link=join_link(view.event, links),
        phone=phone_of(view, settings.phone),
        reschedule_link=other_time(links),
        cancel_link=first_of(links, "cancel"),
    )
