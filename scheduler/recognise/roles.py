"""Which words of a text name a role: by the recogniser's table, the one of occupations, and German compounds."""

from __future__ import annotations

import re
from functools import lru_cache

from scheduler.recognise.lexicon import Hit, Lexicon, lexicon
from scheduler.recognise.text import fold, on_demand, words

# German puts the trade before the role in one word.
_ENDINGS = (
    "leiter", "leiterin", "leitung", "ingenieur", "ingenieurin", "techniker", "technikerin", "berater", "beraterin",
    "entwickler", "entwicklerin", "assistenz", "assistent", "assistentin", "fachkraft", "pfleger", "pflegerin",
    "fahrer", "fahrerin", "manager", "managerin", "meister", "meisterin", "helfer", "helferin", "verkaufer",
    "verkauferin", "kaufmann", "kauffrau", "mechaniker", "mechanikerin", "elektroniker", "elektronikerin",
    "programmierer", "programmiererin", "sachbearbeiter", "sachbearbeiterin", "referent", "referentin", "planer",
    "planerin", "betreuer", "betreuerin", "redakteur", "redakteurin", "lehrer", "lehrerin", "trainer", "trainerin",
    "kraft", "sanitater", "sanitaterin", "arbeiter", "arbeiterin", "begleiter", "begleiterin", "begleitung",
    "angestellte", "angestellter", "beauftragte", "beauftragter", "beauftragten", "therapeut", "therapeutin",
    "padagoge", "padagogin", "mitarbeiter", "mitarbeiterin", "fuhrer", "fuhrerin", "macher", "macherin", "bauer",
    "bauerin", "warter", "warterin", "hilfe", "schreiber", "schreiberin", "spezialist", "spezialistin", "sekretar",
    "sekretarin", "dirigent", "dirigentin", "inspektor", "inspektorin", "direktor", "direktorin",
    "steuerer", "steuerin",
)  # fmt: skip
_SHORTEST = 9
# Where the trade is done, not who does it: 'Bäckerei', 'boulangerie', 'panadería'.
_WORKSHOPS = ("erei", "orei", "erie", "eria")
_OFFICES = frozenset({"gestoria", "asesoria", "notaria", "assessoria"})
_INCLUSIVE = on_demand(r"(?<=\w)·\w{1,5}(?:·s)?")
# 'Estágio em Logística', 'Lecturer in Law': a field follows, no place.
_OF_A_FIELD = on_demand(
    r"\b(?:est[aá]gi\w+|stages?|alternan\w+|apprenti\w*|pr[aá]ctic\w+|especialista|t[eé]cnic\w+|licenciad\w+|m[aá]ster|"
    r"doctorat|th[eè]se|expert\w*|ing[eé]nieur\w*|conseill\w+|responsable|formateur|formatrice|lecture\w*|reader\w*|"
    r"professor\w*|professeure?|fellow\w*|intern|internship|trainee\w*|apprentice\w*|degree|scholar\w*|praktikum|"
    r"ausbildung)\s(?:en|em|in|im)\s(?!(?:cdi|cdd|alternance|interim|int[eé]rim|t[eé]l[eé]travail)\b)"
    # In small letters it is no town: 'Juriste en droit des affaires'.
    r"|\b\w+\s(?:en|em)\s(?=(?-i:[a-zà-ÿ]))(?!nuestr|noss|nos\b|notre|vuestr|tu\b|su\b|la\b|el\b|una?\b|oficina|remoto|"
    r"presen|l[ií]n|ligne|persona|cd[id]\b|alternance|int[eé]rim|t[eé]l[eé]|visio|v[ií]deo|distan|vivo|dire[ck]?to?|casa|"
    r"sede|tienda|agence|magasin|cabinet|clini|empresa|portugu|ingl|espa|fran|regime|r[eé]gimen|grupo|groupe)",
    re.I,
)


@lru_cache(maxsize=1)
def _occupations() -> Lexicon:
    from scheduler.recognise.occupations import OCCUPATIONS

    return Lexicon({"role": OCCUPATIONS})


def roles_in(found: list[str]) -> list[Hit]:
    """The roles among folded words, in their order."""
    hits = [h for h in (*lexicon().find(found), *_occupations().find(found)) if h.meaning == "role"]
    hits = [h for h in hits if not is_workshop(found[h.start])]
    hits += [
        Hit("role", at, at + 1) for at, word in enumerate(found) if len(word) >= _SHORTEST and word.endswith(_ENDINGS)
    ]
    return sorted(hits, key=lambda h: (h.start, -h.stop))


def is_workshop(word: str) -> bool:
    """A folded word for the place of a trade, which begins like its master."""
    return word.endswith(_WORKSHOPS) or word in _OFFICES


def role_words(text: str) -> list[str]:
    """The words of a text in which French writes for everybody: 'Chargé·e' is 'charge'."""
    return words(_INCLUSIVE().sub("", text) if "·" in text else text)


def is_role(text: str) -> bool:
    """A role is named in it; 'Engineering panel' has none."""
    found = role_words(text)
    return any(found[h.start] != "engineering" for h in roles_in(found))


def begins_with_role(text: str) -> bool:
    """A role within its first two words: 'pastry commis', not 'we said you will meet the director'."""
    return any(h.start < 2 for h in roles_in(role_words(text)))


def field_of(text: str) -> int:
    """Where the name of a field begins in 'Estágio em Logística'; 0 in other texts."""
    match = _OF_A_FIELD().match(text)
    return match.end() if match is not None else 0


def names_a_field(text: str) -> bool:
    """`field_of` anywhere in the text."""
    return _OF_A_FIELD().search(text) is not None


def is_somebody(text: str) -> bool:
    """'our Head of Design', 'the hiring manager': a person to meet."""
    first, space, rest = text.lower().partition(" ")
    hers = first in _YOURS and fold(rest).startswith(_FUTURE)
    return bool(space) and (first in SOMEBODY or first.startswith(_OURS) or hers)


SOMEBODY = frozenset({"our", "notre", "nos", "the", "le", "la", "el", "o", "a", "der", "die", "dem", "my"})
_YOURS = frozenset({"your", "dein", "deine", "deinen", "ihr", "ihre", "ihren", "votre", "ta", "ton", "tu", "su", "sua"})
_FUTURE = ("future", "futur", "new ", "potential", "next ", "neue", "kunftig", "zukunftig", "nouve", "nuev", "nov")
_OURS = ("unser", "nuestr", "noss", "mein")
