"""A place for the user's child: a nursery or school asks the parents, with the words of those who hire."""

from __future__ import annotations

from scheduler.model.interview import Signal
from scheduler.recognise.roles import is_role
from scheduler.recognise.text import fold, on_demand, words
from scheduler.recognise.view import View

_NURSERIES = (
    "creche", "infantario", "escol", "escuel", "guarderia", "colegio", "kita", "kindergart", "krippe", "hort", "schul",
    "tagesmutter", "nursery", "preschool", "school", "daycare", "ecole", "maternelle", "halte", "jardin", "academy",
    "playgroup",
)  # fmt: skip
# 'Vaga da Matilde', 'Platz für Emil', 'Mia's place': whose place it is, in the title as written.
_OF_A_CHILD = on_demand(
    r"\b(?i:vaga|plaza|place|platz|kitaplatz|lugar|spot)\s"
    r"(?:d[aeo]|para(?: [ao])?|pour|für|for|del?)\s(?:[Bb]ebé|[Bb]aby|([A-ZÀ-Þ][a-zß-ÿ]+))(?=\s*(?:$|[)\],.–-]))"
    r"|\b([A-ZÀ-Þ][a-zß-ÿ]+)['’]s place\b"
)
# What parents bring along.
_BROUGHT = on_demand(
    r"\b(?:boletim de vacinas|vacinas|vacunas|libro de familia|cartilla|carnet de sante|red book|u-?heft|impfpass|"
    r"fraldas?|panal(?:es)?|couches|doudou|windeln?|nappies|diapers|wechsel(?:kleidung|sachen|wasche)|spare clothes|"
    r"chupeta|chupete|tetine|schnuller|kuscheltier|horario alargado|comedor|eingewohnung)\b"
)
_WEIGHT = 4.5


def childs_place(view: View) -> list[Signal]:
    """Where the title or the place names a nursery or school, and no position."""
    if "role" in view.grounds or "school" in view.cast.names:
        return []
    named = {*view.title_words, *words(view.location)}
    if not any(word.startswith(_NURSERIES) for word in named) and not _sent_by_one(view):
        return []
    match = _OF_A_CHILD().search(view.title)
    if match is not None and not is_role(match.group()):
        return [Signal("a child's place", -_WEIGHT, match.group())]
    brought = _BROUGHT().search(fold(view.body[:1000]))
    return [] if brought is None else [Signal("a child's place", -_WEIGHT, brought.group())]


def _sent_by_one(view: View) -> bool:
    domain = view.cast.company_domain
    return domain is not None and fold(domain).startswith(_NURSERIES)
