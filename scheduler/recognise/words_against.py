"""What the words say against it: somebody else's interview, practice, a journey, an office, the user as interviewer."""

from __future__ import annotations

from scheduler.model.interview import Signal
from scheduler.recognise.childs_place import childs_place
from scheduler.recognise.hints import evidence, sounds_like_an_employer
from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.other_trade import of_a_post, other_trade, watched
from scheduler.recognise.services import HIRING, label_of
from scheduler.recognise.text import squeezed, without_addresses, words
from scheduler.recognise.view import View

_AGAINST_TITLE = {
    "conducting": 4.0,
    "candidate": 1.5,
    "hiring_side": 3.5,
    "practice": 7.0,
    "hold": 2.8,
    "travel": 2.8,
    "research": 5.5,
    "press": 5.5,
    "staff": 3.8,
    "office": 4.4,
    "event": 5.0,
    "sales": 4.2,
    "onboarding": 4.0,
    "elsewhere": 4.0,
    "errand": 2.4,
}
_AGAINST_BODY = {
    "conducting": 1.8,
    "hiring_side": 0.8,
    "helper": 1.5,
    "friendly": 1.5,
    "research": 1.2,
    "press": 1.0,
    "staff": 0.6,
    "event": 0.6,
    "sales": 0.7,
    "onboarding": 1.6,
}
# A note of the user's own means what it says.
_NOTED_AGAINST = 1.4
_NOTED_ONLY = frozenset({"hold", "errand", "travel", "conducting", "practice"})
# Not counted where the name of a position or of the company contains the word.
_EXCUSABLE = frozenset(
    {"practice", "travel", "research", "press", "staff", "office", "event", "sales", "onboarding", "elsewhere"}
)
# What the user notes down for herself or her employer does; an invitation from outside that says so means it less.
_OWN_NOTES = frozenset({"hold", "errand", "travel", "staff", "hiring_side"})
_POSITIVE = frozenset({"job", "likely", "stage", "recruiting", "applying"})
# 'Call with candidates' is how who hires calls it on her booking page; it is a candidate who books it.
_BOOKED = 0.2
_THE_ENTRY = frozenset({"job", "likely", "interview", "applying", "work"})
_PLACES = frozenset({"office", "event", "practice", "research", "press"})
# Offices and schools are employers as well, where the word for a job interview is beyond doubt.
_EMPLOYERS_TOO = frozenset({
    "school", "schule", "ecole", "college", "lycee", "colegio", "escuela", "escola", "nursery", "kindergarten",
    "daycare", "kita", "hort", "creche", "guarderia", "hospital", "klinik", "krankenhaus", "hopital", "clinique",
    "clinica", "clinic", "mairie", "prefecture", "ayuntamiento", "tribunal", "court", "police", "policia", "gericht",
    "polizei", "universidad", "academia", "faculdade", "consulate", "embassy", "consulat", "ambassade", "konsulat",
    "botschaft", "bank", "praxis", "jugendamt", "caf", "cpam", "church", "dental", "dentist", "surgery", "medical",
    "vet", "practice", "cabinet", "grundschule", "consultorio", "banque", "banco", "garage", "academy", "instituto",
    "charity",
})  # fmt: skip
# 'Head of Supplier Quality'.
_OF = frozenset({"of", "de", "du", "des", "da", "do", "der", "fur", "for"})
# They teach her children, or she would.
_TAUGHT_BY = ("lehrer", "profesor", "professor", "teacher", "enseignant", "schul", "school")


def words_against(view: View) -> list[Signal]:
    """Signals of the title, the sender's name, the place and the text."""
    return [*_against_title(view), *_against_place(view), *_against_body(view), *other_trade(view), *childs_place(view)]


def _against_title(view: View) -> list[Signal]:
    signals: dict[str, Signal] = {}
    cast = view.cast
    outside = bool(cast.outside or cast.service) and not (cast.colleagues or cast.mine or cast.at_work)
    # 'Train to the interview' is a journey, 'Interview Hotel Adlon' and 'about the job at the hotel' are not.
    first = min((h.start for h in view.title_hits if h.meaning in _THE_ENTRY), default=len(view.title_words))
    for hit in view.title_hits:
        weight = _AGAINST_TITLE.get(hit.meaning)
        if weight is None or hit.meaning in signals or _part_of_more(hit, view.title_hits) or _excused(view, hit):
            continue
        if hit.meaning == "travel" and hit.start > first:
            continue
        if hit.meaning in _OWN_NOTES and outside:
            weight /= 2
        elif hit.meaning == "conducting" and _booked_by_her(view, hit):
            weight *= _BOOKED
        elif cast.noted and hit.meaning in _NOTED_ONLY:
            weight *= _NOTED_AGAINST
        elif hit.meaning in _EXCUSABLE:
            weight *= _doubt(view, hit)
        signals[hit.meaning] = Signal(f"title says {hit.meaning}", -weight, evidence(view.title_words, hit))
    if "conducting" in signals or "hiring_side" in signals:
        signals.pop("candidate", None)
    return list(signals.values())


def _booked_by_her(view: View, hit: Hit) -> bool:
    """It stands in the name of what she booked at her private address, and she speaks of a job there."""
    return (
        bool(view.booked)
        and hit.start >= len(words(without_addresses(view.title)))
        and view.cast.in_private
        and bool({"applying", "role"} & {h.meaning for h in view.body_hits})
    )


def _against_place(view: View) -> list[Signal]:
    """Who invites and where: an office, a school, a coach, a fair."""
    organizer = view.cast.organizer
    domain = view.cast.company_domain
    sender = f"{organizer.name if organizer else ''} {label_of(domain) if domain and not view.cast.at_work else ''}"
    for name, text, weight in (("sender", sender, 1.8), ("place", view.location, 1.0)):
        found = words(without_addresses(text[:200]))
        hits = lexicon().find(found)
        for hit in hits:
            if hit.meaning in _PLACES and not any(r.meaning == "role" and r.start >= hit.stop for r in hits):
                weight *= 0.3 if "role" in view.grounds or (view.cast.noted and view.grounds) else 1.0
                return [Signal(f"{name} says {hit.meaning}", -weight, evidence(found, hit))]
    return []


def _doubt(view: View, hit: Hit) -> float:
    """How much a word against counts: less where a hiring service or a sure word is for it, more where none is."""
    if view.cast.service in HIRING:
        return 0.6
    said = evidence(view.title_words, hit)
    if view.title_meanings & {"job", "likely"} and hit.meaning in ("office", "sales", "staff"):
        return 0.1 if said in _EMPLOYERS_TOO else 0.6
    if said in _EMPLOYERS_TOO and view.grounds:
        return 0.05
    if said.startswith(_TAUGHT_BY) and view.grounds & {"words", "work", "role"}:
        return 0.05
    return 1.0 if sounds_like_an_employer(view) else 1.3


def _part_of_more(hit: Hit, hits: list[Hit]) -> bool:
    """'study' of 'case study': a longer phrase for an interview covers it."""
    for other in hits:
        if other.meaning in _POSITIVE and other.start < hit.stop and hit.start < other.stop:
            longer = (other.stop - other.start) - (hit.stop - hit.start)
            if longer > 0 or (longer == 0 and other.meaning == "stage" and other.start != hit.start):
                return True
    return False


def _excused(view: View, hit: Hit) -> bool:
    """A word that only belongs to the name of a position ('Podcast Producer') or of the inviting company."""
    named = {w for p in (*view.cast.outside, *view.cast.private, *view.cast.colleagues) for w in words(p.name)}
    if set(view.title_words[hit.start : hit.stop]) <= named | view.cast.names or of_a_post(view, hit):
        return True
    # She is on the shortlist herself.
    if hit.meaning == "candidate" or view.title_words[hit.start].startswith("shortlist"):
        return view.cast.in_private and not view.cast.colleagues and bool(view.cast.outside or view.cast.service)
    if hit.meaning not in _EXCUSABLE:
        return False
    if hit.meaning == "press" and watched(view, hit):
        return True
    for role in view.title_hits:
        if role.meaning == "role" and hit.start == role.stop and view.title_words[role.stop - 1] in _OF:
            return True
        if role.meaning == "role" and (hit.stop <= role.start <= hit.stop + 1 or role.start <= hit.start < role.stop):
            return True
    domain = view.cast.company_domain
    if domain is None or view.cast.at_work or not sounds_like_an_employer(view):
        return False
    text = squeezed(evidence(view.title_words, hit))
    return len(text) > 3 and text in squeezed(label_of(domain))


def _against_body(view: View) -> list[Signal]:
    best: dict[str, list[str]] = {}
    # As an applicant within the house she is called one.
    internal = "internal" in view.title_meanings
    for hit in view.body_hits:
        if internal and hit.meaning == "conducting":
            continue
        if hit.meaning in _AGAINST_BODY and not _part_of_more(hit, view.body_hits):
            best.setdefault(hit.meaning, []).append(evidence(view.body_words, hit))
    # The user's own note says in its title what it is; its text holds what she wants to keep in mind.
    cast = view.cast
    private = cast.in_private and bool(cast.outside or cast.service) and not cast.colleagues
    less = 0.3 if view.cast.noted and view.title_meanings & {"job", "likely", "interview"} else 1.0
    return [
        Signal(
            f"text says {meaning}",
            round(
                (-_AGAINST_BODY[meaning] - (0.6 if len(set(texts)) > 1 else 0.0)) * _share(meaning, private, less), 2
            ),
            ", ".join(list(dict.fromkeys(texts))[:3]),
        )
        for meaning, texts in best.items()
    ]


def _share(meaning: str, private: bool, less: float) -> float:
    """Who writes to her private address from outside speaks of the applicants that she is one of."""
    return 0.3 * less if private and meaning in ("conducting", "hiring_side") else less
