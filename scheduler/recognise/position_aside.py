"""What stands in brackets behind a position: of the position itself, or of something else."""

from __future__ import annotations

import re

from scheduler.recognise.lexicon import lexicon
from scheduler.recognise.text import on_demand, squeezed, words
from scheduler.recognise.view import View

OPENING = frozenset({"job", "likely", "interview", "recruiting", "stage", "talk"})
GENDER = on_demand(r"(?:[mwfdhx]|div|gn|a|all genders|e|in|i)(?:\s?[/|*,]\s?(?:[mwfdhx]|div|gn|e|in|i)){0,3}", re.I)
NO_PART = on_demand(r"\d{2}|\breq\b|\br-\d|\bref\b|^\d+$|\d\s?(?:h|min|uhr|am|pm)\b", re.I)
_PERCENT = on_demand(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%")
# 'E13', 'A 12', 'W3', 'TVöD 9b': by what it is paid.
_GRADE = on_demand(
    r"(?:TV\w{1,4}\s)?(?:EG?|A|W|S)\s?\d{1,2}[abc]?(?:\s?TV\w{1,4}(?:-\w)?)?|TV\w{1,4}\s\d{1,2}[abc]?", re.I
)
# What kind of contract.
TERMS = frozenset({
    "cdd", "cdi", "teilzeit", "vollzeit", "befristet", "unbefristet", "interim", "freelance", "contract", "permanent",
    "temporary", "part", "full", "time", "fixed", "term", "jornada", "completa", "parcial", "temporal", "indefinido",
    "stage", "alternance", "estagio", "clt", "pj", "tempo", "integral", "minijob", "mois", "meses", "months",
    "monate",
})  # fmt: skip


def belongs(view: View, aside: str, company: str | None) -> bool:
    """'(m/w/d)', '(German)', '(Lisboa)' are of the position; a time, a company, a person and a status are not."""
    if GENDER().fullmatch(aside) or _PERCENT().fullmatch(aside) or _GRADE().fullmatch(aside):
        return True
    said = words(aside)
    if not said or len(said) > 3 or set(said) & view.cast.names or (company and squeezed(company) == squeezed(aside)):
        return False
    people = {w for p in (*view.cast.outside, *view.cast.private) for w in words(p.name)}
    if (
        set(said) & people
        or set(said) - ({"remote", "online", "onsite"} if len(said) > 1 else set()) & STATUS
        or NO_PART().search(aside)
    ):
        return False
    rest = [w for w in said if w not in TERMS]
    return not any(h.meaning in OPENING | {"applying", "practice", "hold"} for h in lexicon().find(rest))


STATUS = frozenset({
    "nouvel", "nouvelle", "horaire", "new", "neuer", "neue", "nuevo", "nueva", "novo", "nova", "hora", "horario",
    "confidential", "confidentiel", "confidencial", "vertraulich", "rescheduled", "updated", "moved", "cancelled",
    "canceled", "cancelado", "cancelada", "annule", "annulee", "invitation", "einladung", "convite", "convocatoria",
    "invitacion", "abgesagt", "verschoben", "zoom", "teams", "meet", "video", "online", "remote", "onsite", "tbc",
    "virtual", "visio", "telefon", "phone", "tel", "hr", "rh", "min", "mins", "minutes", "final", "internal",
    "intern", "interna", "interne", "interno", "coderpad", "hackerrank", "skype", "webex", "uhr", "termin",
    "confirmed", "private", "internes", "interner",
})  # fmt: skip

# An 'Ausbildung 2026' names no position.
KINDS = frozenset({
    "ausbildung", "praktikum", "ausbildungsplatz", "stage", "alternance", "practicas", "curriculares",
    "extracurriculares", "estagio", "curricular", "internship", "apprenticeship", "traineeship", "apprentissage",
    *(str(year) for year in range(2020, 2040)),
})  # fmt: skip
