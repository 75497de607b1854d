"""The employer's time zone and why it is believed: settings, the text, the place, the organizer's own TZID."""

from __future__ import annotations

import re

from scheduler.recognise.cities import CITIES, city_in
from scheduler.recognise.text import fold, on_demand
from scheduler.recognise.view import View
from scheduler.settings.core import CompanySetting

_AREAS = (
    "Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/",
)  # fmt: skip
_IANA = on_demand(rf"\b(?:{'|'.join(_AREAS)})[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b")
_AT_TIME = on_demand(
    r"\b\d{1,2}(?:[:.h]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|uhr|hrs?|h)?\s?[(\[]?"
    r"(ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT|GMT|BST|IST|WET|WEST|CET|CEST|MEZ|MESZ|EET|EEST|"
    r"JST|SGT|AEST|AEDT|NZST|NZDT|BRT)\b", re.I
)  # fmt: skip
_ABBREVIATIONS = {
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York",
    "CT": "America/Chicago", "CST": "America/Chicago", "CDT": "America/Chicago",
    "MT": "America/Denver", "MST": "America/Denver", "MDT": "America/Denver",
    "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "GMT": "Europe/London", "BST": "Europe/London", "IST": "Asia/Kolkata", "WET": "Europe/Lisbon",
    "WEST": "Europe/Lisbon",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "JST": "Asia/Tokyo", "SGT": "Asia/Singapore",
    "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney", "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
    "BRT": "America/Sao_Paulo",
}  # fmt: skip
_NAMED = {
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
}  # fmt: skip
_CITY_TIME = on_demand(
    r"\b([a-z]+(?: [a-z]+)?) (?:local )?(?:time|zeit|ortszeit)\b|\b(?:hora (?:local )?de|"
    r"heure (?:locale )?de|hora (?:local )?em|uhr|heure|hora) ([a-z]+(?: [a-z]+){0,2})\b"
)
# Said of the user's own clock.
_HERS = (
    "invitee", "your time", "your local", "ihre zeit", "deine zeit", "ihrer zeit", "votre fuseau", "votre heure",
    "tu zona", "tu hora", "teu fuso", "seu fuso", "teu horario", "seu horario", "votre zone", "local time",
)  # fmt: skip
_EXAMINED = 6000
_MOST_LINES = 200


def employer_zone(view: View, known: CompanySetting | None, user_zone: str) -> tuple[str | None, str | None]:
    """An IANA name and the reason, or (None, None) where nothing says it."""
    if known is not None and known.zone:
        return known.zone, "your settings for the company"
    stated = _stated(view, user_zone)
    if stated is not None:
        return stated
    city = city_in(view.location)
    if city is not None:
        return CITIES[city], f"its place ('{city.title()}')"
    own = _organizers(view, user_zone)
    return (own, "the organizer's calendar") if own is not None else (None, None)


def _stated(view: View, user_zone: str) -> tuple[str, str] | None:
    """What the text says about a time; a line about the user's own clock does not count."""
    texts = [("title", view.title), ("place", view.location)]
    texts += [("text", line[:400]) for line in view.body[:_EXAMINED].split("\n", _MOST_LINES)[:_MOST_LINES]]
    hers: tuple[str, str] | None = None
    for where, text in texts:
        if len(text) < 3:
            continue
        folded = fold(text)
        if any(said in folded for said in _HERS):
            continue
        found = _zone_in(text, folded)
        if found is None:
            continue
        zone, words = found
        if zone != user_zone:
            return zone, f"its {where} ('{words}')"
        hers = hers or (zone, f"its {where} ('{words}')")
    return hers


def _zone_in(text: str, folded: str) -> tuple[str, str] | None:
    """A zone and the words that name it."""
    if any(area in text for area in _AREAS) and (iana := _IANA().search(text)) is not None:
        return (iana.group(), iana.group()) if _is_zone(iana.group()) else None
    if any(name in text for name in _ABBREVIATIONS):
        stated = _AT_TIME().search(text)
        if stated is not None and stated.group(1).isupper():
            return _ABBREVIATIONS[stated.group(1)], stated.group()
    if "time" in folded or "zeit" in folded or "hora" in folded or "heure" in folded or "uhr" in folded:
        for match in _CITY_TIME().finditer(folded):
            name = match.group(1) or match.group(2)
            for part in (name, name.split()[-1], name.split()[0]):
                if part in CITIES:
                    return CITIES[part], part.title()
                if part in _NAMED and match.group(1):
                    return _NAMED[part], part.title()
    return None


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _organizers(view: View, user_zone: str) -> str | None:
    """The zone of DTSTART, where somebody else wrote it and it is neither UTC nor the user's own."""
    start, organizer = view.event.start, view.cast.organizer
    if organizer is None or view.cast.mine or start.tzid is None:
        return None
    key = getattr(start.zone, "key", None)
    if not isinstance(key, str) or key == user_zone or key in ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu"):
        return None
    return key
