"""Journeys by a timetable: nobody moves a flight to make room."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from scheduler.model.occurrence import Occurrence
from scheduler.recognise.text import LONGEST_TITLE, fold, on_demand

Journey = Literal["flight", "train", "ferry", "coach"]

# KDE's calendars keep the ticket there, in the types of schema.org.
_RESERVATION = "X-KDE-KITINERARY-RESERVATION"
_RESERVATIONS: tuple[tuple[str, Journey], ...] = (
    ("FlightReservation", "flight"),
    ("TrainReservation", "train"),
    ("BoatReservation", "ferry"),
    ("BusReservation", "coach"),
)
_BEFORE = r"^(?:(?:my|our|return|outbound|inbound|early|morning|evening|night|direct|mein|meu|mon|mi)\s)?"
_TOWARDS = r"(?:home|zuruck|(?:to|from|nach|von|ab|para|de|a|ao|pour|vers|depuis|per|da|naar|van|hacia|desde|do)\s\S)"
_ROUTE = r"(?:.{0,80}\S\s?(?:→|⇒|➔|->|>|–)\s?\S|.{0,80}\b[a-z]{3}-[a-z]{3}\b|.{1,60}\S\s[-/]\s\S)"
_WHERE = rf"(?=\W*(?:$|\(|{_TOWARDS}|{_ROUTE}))"
# 'Train' alone may be a workout: these need the way they go, or a number.
_GOING = rf"(?=\W*(?:{_TOWARDS}|[a-z]{{0,4}}\s?\d|{_ROUTE}))"
# Airlines by their IATA designators: any two letters would take 'CS 101' for a flight.
_AIRLINES = (
    "a3|aa|ac|af|ai|ar|ay|az|ba|bt|cx|dl|dy|ei|ek|et|ew|ey|fi|fr|hv|ib|jl|kl|kq|la|lg|lh|lo|lx|ly|ms|nh|os|pc|qf|qr|ro"
    "|sk|sn|sq|sv|tk|to|tp|u2|ua|ux|v7|vs|vy|w4|w6|wf|wn|ws"
)
# What carries the user, how its title begins, and what must follow.
_TITLES: tuple[tuple[Journey, str, str], ...] = (
    ("flight", r"(?:flights?|flug|hinflug|ruckflug|voo|vuelo|vlucht|volo)\b", ""),
    ("flight", r"vol\b", _GOING),
    ("flight", rf"(?:{_AIRLINES})\s?\d{{3,4}}\b", _WHERE),
    ("train", r"(?:zugfahrt|bahnfahrt|treinreis|eurostar)\b", ""),
    ("train", r"(?:train|zug|bahn|comboio|trem|tren|treno|trein|tgv|ouigo)\b", _GOING),
    ("train", r"(?:ice|ic|ec|ece|tgv|ave|rjx?|nj|ouigo)\s?\d{2,5}\b", _WHERE),
    ("ferry", r"(?:ferry|fahre|autofahre|traghetto|veerboot|veerpont)\b", ""),
    ("ferry", r"(?:ferri|balsa)\b", _GOING),
    ("coach", r"(?:flixbus|busfahrt)\b", ""),
    ("coach", r"(?:coach|bus|autobus|autocar|autocarro|onibus|pullman)\b", _GOING),
)
_PATTERNS = tuple((journey, on_demand(f"{_BEFORE}{begin}{rest}")) for journey, begin, rest in _TITLES)
# Most titles begin like none of them, and to compile all these takes as long as to read a hundred events.
_BEGINNING = on_demand(f"{_BEFORE}(?:{'|'.join(begin for _, begin, _ in _TITLES)})")
# What is done about a journey, or only sounds like one, the user can move.
_ABOUT = on_demand(
    r"\b(?:book(?:ing)?|buy|check(?:in)?|claim|refund|cancel|compare|find|search|pack|buchen|kaufen|reservar|reserver"
    r"|comprar|marcar|acheter|prenotare|comprare|boeken|simulator|school|lessons?|deck|club|reviews?|test|training"
    r"|planning|software|crew|meeting|call|sync|team|status)\b"
)


def journey_of(o: Occurrence) -> Journey | None:
    """What carries the user at that time, as a program's reservation or the title says; None where nothing does."""
    if o.interview is not None or o.all_day:
        return None
    reserved = o.event.component.value(_RESERVATION) or ""
    for word, journey in _RESERVATIONS:
        if word in reserved:
            return journey
    return _by_title(o.summary[:LONGEST_TITLE])


# Calendars repeat many of their titles.
@lru_cache(maxsize=4096)
def _by_title(summary: str) -> Journey | None:
    title = " ".join(fold(summary).split()).lstrip("✈️🛫🛬🚆🚄🚂🚌⛴ ")
    if _BEGINNING().match(title) is None or _ABOUT().search(title):
        return None
    return next((journey for journey, pattern in _PATTERNS if pattern().match(title)), None)
