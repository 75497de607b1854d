"""Which words of a text name a role: by the recogniser's table, the one of occupations, and German compounds."""

from __future__ import annotations

from functools import lru_cache

from scheduler.recognise.lexicon import Hit, Lexicon, lexicon
from scheduler.recognise.text import words

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
)  # fmt: skip
_SHORTEST = 9


@lru_cache(maxsize=1)
def _occupations() -> Lexicon:
    from scheduler.recognise.occupations import OCCUPATIONS

    return Lexicon({"role": OCCUPATIONS})


def roles_in(found: list[str]) -> list[Hit]:
    """The roles among folded words, in their order."""
    hits = [h for h in lexicon().find(found) if h.meaning == "role"]
    hits += _occupations().find(found)
    hits += [
        Hit("role", at, at + 1) for at, word in enumerate(found) if len(word) >= _SHORTEST and word.endswith(_ENDINGS)
    ]
    return sorted(hits, key=lambda h: (h.start, -h.stop))


def is_role(text: str) -> bool:
    """A role is named in it; 'Engineering panel' has none."""
    found = words(text)
    return any(found[h.start] != "engineering" for h in roles_in(found))
