"""What makes it likely that somebody hires: reasons of different kinds, so that one ambiguous word is not enough."""

from __future__ import annotations

from scheduler.recognise.hints import evidence, recruits
from scheduler.recognise.lexicon import Hit
from scheduler.recognise.services import HIRING, is_recruiting
from scheduler.recognise.view import View

# Said by many who do not hire: alone no ground.
WEAK = frozenset({
    "position", "opportunity", "opening", "poste", "cargo", "etapa", "proposta", "proceso", "gestor", "salary",
    "salario", "salaire", "compensation", "relocation", "mobilite", "jornada", "role", "this role", "solicitud",
    "portfolio", "apply", "remuneration", "remuneracao", "teilzeit", "vollzeit", "curriculo", "curriculum",
    "candidat", "zeugnisse", "your questions", "your experience", "your profile", "your background", "ihre fragen",
    "vos questions", "tus preguntas", "suas perguntas", "notre offre", "nuestra oferta", "nossa oferta", "probezeit",
    "disponibilidad", "disponibilidade", "disponibilite", "posizione", "posicao", "posicion", "funcao", "functie",
    "wage", "headcount", "salary negotiation", "forward to meeting you", "looking forward to meeting you", "salaried",
    "aspirante", "kennenzulernen", "personlich kennenzulernen", "vertrag", "gehalt",
})  # fmt: skip
# Alone they weigh nothing, but beside the name of a surgery they say what the entry is.
_OF_WORK = frozenset({
    "job", "jobs", "cv", "lebenslauf", "curriculo", "curriculum", "zeugnisse", "stelle", "emploi", "empleo",
    "emprego", "puesto", "vaga", "vacancy", "hiring", "post",
})  # fmt: skip
# What nobody but an employer sets.
_EXERCISES = frozenset({
    "prueba tecnica", "test technique", "teste tecnico", "prova tecnica", "live coding", "pair programming", "coding",
    "coding exercise", "coding session", "coding challenge", "programming exercise", "system design", "take home",
    "technical round", "prueba de codigo", "case tecnico", "desafio tecnico", "reto tecnico", "exercice technique",
    "programmieraufgabe", "fachgesprach", "entrevista tecnica",
})  # fmt: skip
_WITH = frozenset({"with", "w", "mit", "avec", "con", "com", "a", "la", "le", "el", "o", "the", "der", "die", "dem"})


def grounds(view: View) -> frozenset[str]:
    """The kinds of ground: 'words', 'work', 'exercise', 'role', 'sender', 'link'.

    The name of a position in the text alone is none.
    """
    found = set()
    cast = view.cast
    # Who writes to her employer about recruiting sells it.
    sells = cast.at_work and cast.user.addresses_apart
    for hits, said in ((view.title_hits, view.title_words), (view.body_hits, view.body_words)):
        for hit in hits:
            if (
                hit.meaning == "job"
                or (hit.meaning == "recruiting" and not sells)
                or (hit.meaning == "applying" and evidence(said, hit) not in WEAK and not sells)
            ):
                found.add("words")
            elif hit.meaning in ("likely", "stage") and evidence(said, hit) in _EXERCISES and not sells:
                found.add("exercise")
    if not sells and _OF_WORK & {*view.title_words, *view.body_words[:60]}:
        found.add("work")
    if cast.noted and any(h.meaning == "applying" for h in view.title_hits):
        found.add("work")
    if _names_a_role(view) or (cast.noted and any(h.meaning == "role" and h.start == 0 for h in view.body_hits)):
        found.add("role")
    if cast.service in HIRING or recruits(cast) or any(p.address and is_recruiting(p.address) for p in cast.outside):
        found.add("sender")
    if any(link.use in ("candidate", "job_ad", "test") for link in view.links):
        found.add("link")
    return frozenset(found)


def _beside(role: Hit, other: Hit) -> bool:
    """What follows or overlaps; 'professor' within 'professor auxiliar' is no other."""
    within = role.start <= other.start and other.stop <= role.stop and other.stop - other.start < role.stop - role.start
    return not within and other.start <= role.stop + 1 and role.start < other.stop


def _names_a_role(view: View) -> bool:
    """A position in the title; 'with the director' is somebody to meet, and 'teacher' may be her child's."""
    others = [h for h in view.title_hits if h.meaning in ("office", "trade", "press")]
    for hit in view.title_hits:
        # 'Infirmier pré-opératoire': what follows says whose nurse it is.
        if hit.meaning != "role" or any(_beside(hit, other) for other in others):
            continue
        if hit.start == 0 or view.title_words[hit.start - 1] not in _WITH:
            return True
    return False
