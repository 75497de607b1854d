"""Where a sentence ends, and where a dot only shortens a word: 'vaga: coord. de comunicação'."""

from __future__ import annotations

from scheduler.recognise.text import fold, on_demand

_STOP = on_demand(r"([^\W\d_]*)[.!?](?:\s+|$)|[;\n]\s*")
_SHORTENED = frozenset({
    "acad", "adm", "admin", "adv", "agt", "ass", "assist", "assoc", "asst", "ast", "aux", "ayte", "ayud", "bw", "bzw",
    "com", "comm", "coord", "dep", "dept", "depto", "dipl", "dir", "dpto", "dr", "eng", "engr", "enf", "exec", "fin",
    "gen", "gest", "ing", "inkl", "jnr", "jr", "jur", "kaufm", "kfm", "lic", "med", "mgr", "mktg", "mkt", "mitarb",
    "nat", "op", "oper", "ops", "padag", "pers", "prof", "profa", "prog", "proj", "psych", "rep", "resp", "sec", "secr",
    "sen", "sekr", "snr", "soz", "sr", "st", "stellv", "stv", "supt", "supv", "tec", "tech", "techn", "vend", "verk",
    "vertr", "wg", "wiss", "zahnmed",
})  # fmt: skip


def sentences(text: str) -> list[str]:
    """The sentences of a text without the marks that end them, empty ones left out; a line ends one as well."""
    found = []
    at = 0
    for match in _STOP().finditer(text):
        word = match.group(1)
        if word and fold(word) in _SHORTENED and match.end() < len(text):
            continue
        found.append(text[at : match.start() + len(word or "")])
        at = match.end()
    found.append(text[at:])
    return [s for s in found if s.strip()]


def first_sentence(text: str) -> str:
    return next(iter(sentences(text)), "")
