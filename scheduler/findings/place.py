"""Where an entry takes place, as far as travel is concerned."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from scheduler.model.occurrence import Occurrence
from scheduler.recognise.text import on_demand

_ONLINE = on_demand(
    r"https?://|\b(zoom|teams|meet|skype|webex|online|remote|virtual|video|phone|telef\w*|visio\w*|call|slack|facetime"
    r"|anruf|fern\w*|distanc\w*|home\s?office|tbd|tba)\b",
    re.I,
)
_BETWEEN = on_demand(r"[\s,.;]+")
_SPAN = on_demand(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


def place_of(o: Occurrence) -> str | None:
    """The place where people meet in person, folded for comparison; None for what is online or says nothing."""
    if o.interview is not None and o.interview.remote:
        return None
    return _place(o.event.location)


@lru_cache(maxsize=4096)
def _place(location: str) -> str | None:
    if not location.strip() or _ONLINE().search(location):
        return None
    return _BETWEEN().sub(" ", location).strip().casefold()


def stated_travel(o: Occurrence) -> timedelta | None:
    """X-APPLE-TRAVEL-DURATION: the time on the way before this entry."""
    text = o.event.component.value("X-APPLE-TRAVEL-DURATION")
    match = None if text is None else _SPAN().fullmatch(text.strip().upper())
    if match is None or not any(match.groups()):
        return None
    days, hours, minutes, seconds = (int(g[:6]) if g else 0 for g in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
