"""What a booking page calls the kind of meeting; the title it writes names only the two who meet."""

from __future__ import annotations

from scheduler.recognise.text import fold

_LABELS = frozenset({
    "event", "event name", "event type", "event-name", "what", "was", "nome do evento", "tipo de evento", "evento",
    "nombre del evento", "nom de l'evenement", "nom de l’evenement", "type d'evenement", "type d’evenement",
    "name des ereignisses", "name des events", "veranstaltung", "art des termins", "topic", "thema", "sujet", "tema",
})  # fmt: skip
_ALONE = frozenset({"event name", "nome do evento", "nombre del evento", "nom de l'evenement", "name des ereignisses"})
_EXAMINED = 12
_LONGEST = 120


def booked_as(body: str) -> str:
    """The kind of meeting, behind its label or below it; "" where no booking page says one."""
    lines = [line.strip() for line in body[:1500].split("\n", _EXAMINED)[:_EXAMINED]]
    for at, line in enumerate(lines):
        label, colon, value = line.partition(":")
        if len(label) > 24:
            continue
        named = fold(label.strip())
        if named in _LABELS if colon else named in _ALONE:
            return (value.strip() or next((x for x in lines[at + 1 :] if x), ""))[:_LONGEST]
    return ""
