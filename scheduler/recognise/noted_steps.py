"""Steps to a job as the user notes them down: a call about it, a shift on trial, the meal before they decide."""

from __future__ import annotations

import re

from scheduler.model.interview import Signal
from scheduler.recognise.text import fold, on_demand, words
from scheduler.recognise.view import View

# Asked of every note, so that none of the patterns below is needed for most.
_CALLS = frozenset({"call", "ring", "phone", "speak", "liga", "ligar", "chamada"})
_CALLED = ("telefonat", "anruf", "appel", "llam")
_TRIALS = frozenset({"essai", "trial", "vorstellung", "prueba", "prova", "experimental", "experiencia"})
_TRIED = ("probe",)
_MEALS = frozenset({
    "lunch", "brunch", "coffee", "breakfast", "dinner", "drinks", "tea", "mittagessen", "kaffee", "fruhstuck",
    "dejeuner", "cafe", "comida", "almuerzo", "desayuno", "almoco",
})  # fmt: skip
_OFFERS = frozenset({"offer", "angebot", "offre", "oferta", "proposta", "propuesta"})
# 'Re: job at the clinic': what it is about, and where.
_ABOUT_A_JOB = on_demand(
    r"(?:\b(?:re:?|about|for|wegen|wg\.?|pour|por|pelo|pela|sobre|para)|[-–,])\s*"
    r"(?:the |der |dem |die |le |l['’]|el |la |o |a )?"
    r"(?:(?!paint|print|repair|roof|boiler|plumb|build)\w+ )?"
    r"(?:job|stelle|poste|emploi|boulot|puesto|trabajo|empleo|emprego|trabalho|vaga)\b"
    r"(?P<where>\s(?:at|in|im|bei|beim|chez|a|à|au|en|na|no|nos|nas)\s(?P<place>[^()\n]{2,40}))?"
)
# Whose it is, is said before it; who congratulates does not apply.
_SOMEBODYS = frozenset({
    "his", "her", "their", "new", "old", "congratulate", "congrats", "sein", "seine", "seinem", "neuer", "neuen",
    "neue", "son", "sa", "nouveau", "nuevo", "nueva", "novo", "nova", "felicitar", "feliciter", "gratulieren",
})  # fmt: skip
_OF_ANOTHER = on_demand(
    r"\b(?:his|her|their|our|sein\w*|ihre?[rmn]?|unser\w*|son|sa|notre|nuestr[oa]|noss[oa]) (?:\w+ )?"
    r"(?:job|role|position|stelle|poste|puesto|vaga|emprego|empleo|trabajo|trabalho)\b"
)
# Where people are employed, and do not have something repaired.
_WORKPLACES = frozenset({
    "clinic", "pharmacy", "nursery", "school", "surgery", "practice", "restaurant", "shop", "store", "hotel", "cafe",
    "bakery", "salon", "library", "museum", "warehouse", "hospital", "office", "praxis", "klinik", "apotheke", "kita",
    "schule", "laden", "backerei", "bibliothek", "lager", "clinique", "pharmacie", "creche", "ecole", "magasin",
    "boulangerie", "mairie", "mediatheque", "clinica", "farmacia", "guarderia", "colegio", "tienda", "panaderia",
    "gestoria", "escola", "loja", "padaria", "biblioteca", "almacen", "armazem",
})  # fmt: skip
# No shift: 'court trial', 'free trial', a dress, a car.
_NO_TRIAL = on_demand(
    r"\b(?:free|court|clinical|murder|robe|mari\w+|coiffure|voiture|auto|moto|vestido|traje|boda|menu|coche|carro|"
    r"fahrt|equipee?|kleid)\b"
)
_CLAUSE = on_demand(r"[,;.\n!()]")
_POST = on_demand(r"(?:poste|puesto|vaga|stelle|position|role)\b")
_WITH_THEM = on_demand(
    r"\b(?:team\w*|equip[eoa]|time|crew|staff|colleagues|kolleg\w+|collegues|companer\w+|colegas|partners?|founders?|"
    r"owners?|boss|manager|chef\w*|inhaber\w*|grunder\w*|fondat\w+|fundador\w*|soci[oa]s|dono|duen[oa]s?)\b"
)
_LAST_STEP = on_demand(
    r"\b(?:(?:last|final) (?:step|round|stage)|letzte[rn]? (?:schritt|runde|stufe)|derniere? (?:etape|tour)|"
    r"ultim[oa] (?:paso|etapa|ronda|fase|passo|rodada))\b"
)
# They, not 'we': those who choose.
_THEY_DECIDE = on_demand(
    r"\b(?:they(?: will|['’]ll)? decide|(?:an|the|their) (?:offer|decision)|"
    r"(?:dann|danach|sie) entscheiden|(?:der|ihrer) entscheidung|leur decision|(?:qu['’])?(?:ils|elles) decident|"
    r"(?:se )?decid(?:an|en|irem|em|am)|su decision|decisao)\b"
)
_PAY = on_demand(
    r"\b(?:salary|start date|notice period|holidays?|gehalt|eintritt\w*|kundigungsfrist|salaire|date de debut|preavis|"
    r"sueldo|salario|incorporacion)\b"
)
_OPENING = 400


def noted_steps(view: View) -> list[Signal]:
    """None where others write."""
    if not view.cast.noted:
        return []
    title, body = fold(view.title), fold(view.body[:_OPENING])
    return [
        *_call_about_a_job(view, title),
        *_on_trial(view, title),
        *_before_they_decide(view, title, body),
        *_about_the_offer(view, body),
    ]


def _has(view: View, known: frozenset[str], begins: tuple[str, ...] = ()) -> bool:
    said = view.title_words
    return not known.isdisjoint(said) or (bool(begins) and any(word.startswith(begins) for word in said))


def _call_about_a_job(view: View, title: str) -> list[Signal]:
    """'Call Jasmine re: job at the vet clinic'; a plumber's job at the flat is another."""
    if not _has(view, _CALLS, _CALLED) or (about := _ABOUT_A_JOB().search(title)) is None:
        return []
    if _SOMEBODYS & set(view.title_words) or _OF_ANOTHER().search(fold(view.body[:_OPENING])):
        return []
    ends = not title[about.end() :].strip(" .!)")
    at_work = _WORKPLACES & set(words(about["place"] or (title if ends else "")))
    if not at_work and not _opens_with_a_role(view):
        return []
    return [Signal("a call about a job", 3.5, view.title[:60])]


def _on_trial(view: View, title: str) -> list[Signal]:
    """'Essai cuisine chez Léonie', 'poste commis': a shift for a position that the note names."""
    if not _has(view, _TRIALS, _TRIED) or _NO_TRIAL().search(title) or not _opens_with_a_role(view):
        return []
    if view.title_meanings & {"job", "likely"}:
        return []
    return [Signal("on trial for a position", 2.5, view.title[:60])]


def _opens_with_a_role(view: View) -> bool:
    """One of the clauses of the note begins with the position: 'receptionist, 3 days', 'poste commis'."""
    from scheduler.recognise.roles import begins_with_role

    clauses = [c.strip() for c in _CLAUSE().split(view.body[:_OPENING])[:8]]
    return any(c and (_POST().match(fold(c)) or begins_with_role(c)) for c in clauses)


def _before_they_decide(view: View, title: str, body: str) -> list[Signal]:
    """'Lunch with the team', 'last step before they decide'."""
    if (
        not _has(view, _MEALS)
        or not _WITH_THEM().search(title)
        or not _LAST_STEP().search(body)
        or (said := _THEY_DECIDE().search(body)) is None
    ):
        return []
    return [Signal("the last step of a process", 3.0, re.sub(r"\s+", " ", said.group()))]


def _about_the_offer(view: View, body: str) -> list[Signal]:
    """'Final chat re offer', 'salary, start date'; what is offered for a house has a price."""
    if "talk" not in view.title_meanings or not _has(view, _OFFERS) or (pay := _PAY().search(body)) is None:
        return []
    return [Signal("a call about an offer", 2.0, pay.group())]
