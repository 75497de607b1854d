"""What the words say for an interview: in the title more than in the text."""

from __future__ import annotations

import re

from scheduler.model.interview import Signal
from scheduler.recognise.grounds import WEAK
from scheduler.recognise.hints import evidence
from scheduler.recognise.lexicon import Hit
from scheduler.recognise.noted_steps import noted_steps
from scheduler.recognise.text import on_demand, words
from scheduler.recognise.view import View

_TITLE = {
    "job": 3.7, "likely": 3.7, "interview": 3.2, "recruiting": 2.8, "applying": 2.0, "stage": 1.9,
    "process": 0.9, "role": 1.1, "talk": 0.8, "social": 0.8,
}  # fmt: skip
_BODY = {
    "job": 1.8, "likely": 1.3, "interview": 1.3, "applying": 1.1, "recruiting": 1.1, "stage": 0.6, "process": 0.7,
    "role": 0.5,
}  # fmt: skip
_MOST_OF_BODY = 3.0
# In the text of the user's own note the word for it tells as much as in its title.
_NOTED = 2.8
_AT = on_demand(r"(?:@|\b(?:at|with|bei|mit|chez|avec|con|com|na|no|en|bij|met|presso)\b)\s*[A-ZÀ-Þ][\w&.'’-]*")

_JOBS = frozenset({"job", "puesto", "poste", "vacante", "vaga", "stelle"})
_CALLED = frozenset({"zoom", "teams", "facetime", "skype", "tel"})
_SOMEBODYS = frozenset({"his", "her", "their", "new", "old", "sein", "ihr", "neuer", "neuen", "alter"})
_RINGS = frozenset({
    "rings", "calls", "ringing", "ruft", "rufen", "appelle", "appellent", "llama", "llaman", "liga", "ligam", "call",
})  # fmt: skip
_POSTS = frozenset({"role", "position", "post", "vacancy", "stelle", "poste", "puesto", "vaga", "vacante"})
_OURS = frozenset({
    "our", "my", "mein", "meine", "unser", "unsere", "mon", "notre", "mi", "nuestro", "nuestra", "nosso", "nossa",
})  # fmt: skip
_LONGEST_POST = 6
_CLAUSE = on_demand(r"[,;.\n!(]")
_JOB_APART = on_demand(r"[-–—,:(|]\s*job\b", re.I)
_POST_OF = on_demand(r"\b(?:puesto|poste|vacante|vaga)\s(?:de\s|d['’])|\bstelle\s(?:als|bei)\s", re.I)
_OFFERS = frozenset({
    "angebot", "vertragsangebot", "arbeitsvertrag", "vertrag", "konditionen", "offer", "contract", "offre", "contrat",
    "oferta", "contrato", "propuesta", "proposta",
})  # fmt: skip


def words_for(view: View) -> list[Signal]:
    """Signals of the title, then of the text."""
    return [
        *_title(view),
        *_at_a_company(view),
        *_of_work(view),
        *_of_a_job(view),
        *_of_an_offer(view),
        *noted_steps(view),
        *_body(view),
    ]


def _title(view: View) -> list[Signal]:
    best: dict[str, Hit] = {}
    recruiting = [h for h in view.title_hits if h.meaning in ("recruiting", "job", "likely")]
    for hit in view.title_hits:
        if hit.meaning not in _TITLE or hit.meaning in best:
            continue
        if hit.meaning == "role" and any(r.start <= hit.start < r.stop for r in recruiting):
            continue
        best[hit.meaning] = hit
    if "job" in best:
        best.pop("likely", None)
    if best.keys() & {"job", "likely"}:
        best.pop("interview", None)
    if "job" in best and (
        "applying" in best and best["applying"].start >= best["job"].start and best["applying"].stop <= best["job"].stop
    ):
        del best["applying"]
    if "social" in best and ("talk" in best or not (view.cast.outside and _has_a_purpose(view))):
        del best["social"]
    if (
        "talk" in best
        and not (
            view.cast.outside or view.cast.private or view.cast.service or best.keys() & {"recruiting", "applying"}
        )
        and not ("role" in best and "words" in view.grounds)
    ):
        del best["talk"]
    said = [(m, evidence(view.title_words, h)) for m, h in best.items()]
    return [Signal(f"title says {m}", _title_weight(view, m, text), text) for m, text in said]


def _title_weight(view: View, meaning: str, text: str) -> float:
    """A word that others use as well counts less where they write: in her own notes, and to her at work."""
    if meaning == "applying" and view.cast.noted and text in WEAK:
        return 1.4
    if meaning == "recruiting" and view.cast.at_work and view.cast.user.addresses_apart and not view.grounds:
        return 1.6
    if meaning == "stage" and view.cast.at_work and view.cast.user.addresses_apart and not view.grounds:
        return 1.0
    return _TITLE[meaning]


def _has_a_purpose(view: View) -> bool:
    """A coffee is only a step to a job where something else says so."""
    return any(h.meaning in _BODY for h in view.body_hits) or bool(
        view.title_meanings & {"process", "stage", "role", "applying"}
    )


def _at_a_company(view: View) -> list[Signal]:
    """'Onsite @ Halcyon Grid', noted down by the user: a stage of a process, and where."""
    if view.cast.noted and view.title_meanings & {"stage", "applying"} and (at := _AT().search(view.title)):
        return [Signal("a stage at a company", 0.9, at.group().strip())]
    return []


def _of_work(view: View) -> list[Signal]:
    """'Interview at the surgery, take CV', noted down by the user."""
    if not view.cast.noted or "work" not in view.grounds:
        return []
    if view.title_meanings & {"job", "likely", "interview", "stage"}:
        return [Signal("speaks of work", 0.5, "CV, job")]
    written = any(h.meaning in ("applying", "recruiting", "stage") for h in view.body_hits)
    return [Signal("speaks of work", 0.9, "CV, job")] if written else []


def _of_a_job(view: View) -> list[Signal]:
    """'Call with Dr. Patel about the practice manager job', 'Zoom w/ Bex @ Nettlefold - job', noted by the user."""
    said = view.title_words
    if (
        view.cast.noted
        and ("talk" in view.title_meanings or (_CALLED | _RINGS) & set(said))
        and _opens_with_a_post(view)
    ):
        return [Signal("a call about a job", 2.0, view.body.strip().split("\n")[0][:60])]
    if not view.cast.noted or not (_JOBS & set(said) and ("talk" in view.title_meanings or _CALLED & set(said))):
        return []
    if _SOMEBODYS & set(said):
        return []
    of_a_role = any(h.meaning == "role" and said[h.stop : h.stop + 1] == ["job"] for h in view.title_hits)
    if of_a_role or _POST_OF().search(view.title) or (_AT().search(view.title) and _JOB_APART().search(view.title)):
        return [Signal("a call about a job", 3.5, view.title[:60])]
    return []


def _opens_with_a_post(view: View) -> bool:
    """'puesto carretillero', 'ops coordinator role': the note below begins with the position and says little else."""
    from scheduler.recognise.roles import is_role

    clause = _CLAUSE().split(view.body.strip()[:100])[0]
    opening = words(clause)
    if not 1 < len(opening) <= _LONGEST_POST or not {opening[0], opening[-1]} & _POSTS or "for" in opening:
        return False
    # Whose post it is, is said near it.
    return not set(view.body_words[:20]) & (_SOMEBODYS | _OURS) and is_role(clause)


def _of_an_offer(view: View) -> list[Signal]:
    """'Discuss the contract', where the text speaks of a job and she is written to from outside."""
    offered = _OFFERS & set(view.title_words)
    if offered and view.cast.in_private and view.cast.outside and "words" in view.grounds:
        return [Signal("title says offer", 1.9, " ".join(sorted(offered)))]
    return []


def _body(view: View) -> list[Signal]:
    best: dict[str, list[Hit]] = {}
    # 'Opening night' is no opening.
    friendly = [h for h in view.body_hits if h.meaning == "friendly"]
    for hit in view.body_hits:
        if any(f.start <= hit.start and hit.stop <= f.stop for f in friendly):
            continue
        if hit.meaning in _BODY and not (view.booked and evidence(view.body_words, hit) in view.booked_words):
            best.setdefault(hit.meaning, []).append(hit)
    if "job" in best:
        best.pop("likely", None)
    if best.keys() & {"job", "likely"}:
        best.pop("interview", None)
    signals = []
    left = _MOST_OF_BODY
    for meaning, hits in best.items():
        texts = list(dict.fromkeys(evidence(view.body_words, h) for h in hits))
        known = _BODY[meaning] if not view.cast.noted or meaning not in ("job", "likely", "interview") else _NOTED
        weight = known + (0.4 if len(texts) > 1 and meaning == "applying" else 0.0)
        weight = min(weight, left)
        left -= weight
        if weight > 0:
            signals.append(Signal(f"text says {meaning}", round(weight, 2), ", ".join(texts[:3])))
    return signals
