"""Words of other entries in a text: found and pointed at, never quoted (E19)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from scheduler.messages.clock import locale_for, moment
from scheduler.messages.facts import Facts, Language
from scheduler.review.lexicon import found, lexicon
from scheduler.review.mentions import plain, zones

_WORD = re.compile(r"\w+", re.UNICODE)
_SHORTEST = 4


def foreign_words(text: str, others: Iterable[str], facts: Facts, language: Language) -> list[tuple[int, int]]:
    """The places of words that only other entries' titles, places and people explain.

    A word counts when it is not one of this interview's, not one that such mails use anyway, and not a number.
    A whole title counts however short its words are.
    """
    compared = plain(text)
    own = _own(facts) | _usual(language)
    common = lexicon(language).common
    words: set[str] = set()
    places: set[tuple[int, int]] = set()
    for other in others:
        tokens = _WORD.findall(plain(other))
        strange = {t for t in tokens if t not in own and not t.isdigit() and not found(common, t)}
        words |= {t for t in strange if len(t) >= _SHORTEST or not t.isascii()}
        if strange and len(tokens) > 1:
            phrase = re.compile(r"(?<!\w)" + r"\W+".join(re.escape(t) for t in tokens) + r"(?!\w)")
            places |= {m.span() for m in phrase.finditer(compared)}
    places |= {m.span() for m in _WORD.finditer(compared) if m.group() in words}
    return sorted(p for p in places if not any(q != p and q[0] <= p[0] and p[1] <= q[1] for q in places))


def _own(facts: Facts) -> set[str]:
    """The words of this interview and of the sender."""
    about = facts.appointment
    start = about.period.start
    cities = (moment(start, z, locale_for(facts.language, z)).city for z in zones(about))
    people = [p for p in (about.contact, about.organizer) if p is not None]
    texts = [
        about.company or "",
        about.position or "",
        about.location,
        about.kind,
        about.invited_as or "",
        facts.sender.name,
        facts.sender.address,
        *(f"{p.name} {p.address or ''}" for p in people),
        *(z for z in (about.zone, about.employer_zone) if z),
        *cities,
    ]
    return {t for text in texts for t in _WORD.findall(plain(text))}


@cache
def _usual(language: Language) -> frozenset[str]:
    """What every such mail says: the words of the built-in templates, days, months, cities of zones."""
    from importlib.resources import files

    from babel import Locale

    folder = files("scheduler.messages") / "templates" / language
    texts = [f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".j2")]
    locale = Locale.parse(language)
    named = [
        n
        for width in ("wide", "abbreviated")
        for n in (*locale.days["format"][width].values(), *locale.months["format"][width].values())
    ]
    return frozenset(t for text in (*texts, *named) for t in _WORD.findall(plain(text)))
