"""Questions that several weighings ask of a view."""

from __future__ import annotations

from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.people import Cast
from scheduler.recognise.services import HIRING
from scheduler.recognise.text import words
from scheduler.recognise.view import View


def evidence(found: list[str], hit: Hit) -> str:
    """The words of a hit."""
    return " ".join(found[hit.start : hit.stop])


def recruits(cast: Cast) -> bool:
    """The organizer's name says so: 'Hiring Team', 'Service recrutement'."""
    if cast.organizer is None:
        return False
    hits = lexicon().find(words(cast.organizer.name))
    return any(h.meaning in ("recruiting", "job") for h in hits)


def sounds_like_an_employer(view: View) -> bool:
    said = {h.meaning for h in view.body_hits} | view.title_meanings
    return bool(said & {"job", "applying", "recruiting"}) or view.cast.service in HIRING or recruits(view.cast)


def speaks_of_a_job(view: View) -> bool:
    return sounds_like_an_employer(view) or any(h.meaning == "role" for h in (*view.title_hits, *view.body_hits))
