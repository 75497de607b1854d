"""Words of another trade weigh against an interview, the more where nothing speaks of hiring."""

from __future__ import annotations

from scheduler.model.interview import Signal
from scheduler.recognise.hints import evidence
from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.services import HIRING
from scheduler.recognise.text import without_addresses, words
from scheduler.recognise.view import View

_TITLE, _BODY, _SEVERAL, _PLACE = 5.5, 2.2, 1.4, 1.5
# A real word of hiring leaves little of it; the name of a position alone may be that of whom she meets there.
_BESIDE_ROLE, _BESIDE_MORE = 0.45, 0.12
_COACHED = 4.5
_REWARDED = 4.0
_ADMITTED = 7.5
# Where many listen; plurals are of those who teach it.
_TO_MANY = frozenset({
    "live", "vivo", "direct", "directo", "direto", "interviews", "entrevistas", "entretiens", "vorstellungsgesprache",
    "webinar", "chat",
})  # fmt: skip
_POSTS = frozenset({"position", "role", "post", "vacancy", "opening", "stelle", "poste", "puesto", "vaga", "vacante"})
_LIVE = frozenset({"en direct", "en directo", "em direto", "live", "live on"})
# Who is asked live is on air.
_SPOKEN = frozenset({"interview", "entretien", "entrevista", "video", "panel"})
_AS = frozenset({"als", "as", "de", "d"})


def other_trade(view: View) -> list[Signal]:
    """Signals of the title, the place and the text."""
    signals = []
    less = _less(view)
    in_title = _said(view.title_words, _not_of_a_role(view), "trade")
    if in_title:
        signals.append(Signal("title says trade", round(-_TITLE * less, 2), ", ".join(in_title[:3])))
    in_body = [said for said in _said(view.body_words, view.body_hits, "trade") if said not in in_title]
    if in_body:
        weight = (_BODY + (_SEVERAL if len(in_body) > 1 else 0.0)) * less
        signals.append(Signal("text says trade", round(-weight, 2), ", ".join(in_body[:3])))
    found = words(without_addresses(view.location[:200]))
    at_place = _said(found, lexicon().find(found), "trade") if found else []
    if at_place:
        signals.append(Signal("place says trade", round(-_PLACE * less, 2), at_place[0]))
    return signals if view.cast.service in HIRING else [*signals, *_not_hired(view, less)]


def _not_hired(view: View, less: float) -> list[Signal]:
    """She is taught, listens, is recorded, is paid for her answers, or wants to study."""
    signals = []
    for meaning in ("coached", "audience", "guest"):
        told = _told(view, meaning)
        if told:
            signals.append(Signal(f"it says {meaning}", -_COACHED, ", ".join(told[:3])))
    many = _TO_MANY & {*view.title_words, *(("chat",) if "chat" in view.body_words else ())}
    if many and (told := _told(view, "registered")):
        signals.append(Signal("many have registered", -_COACHED, ", ".join(told[:3])))
    if told := _told(view, "rewarded"):
        signals.append(Signal("it says rewarded", round(-_REWARDED * less, 2), ", ".join(told[:3])))
    course = _said(view.title_words, view.title_hits, "course")
    if course and "role" not in view.grounds and (told := _told(view, "admission")):
        signals.append(Signal("a place to study", -_ADMITTED, ", ".join((*course, *told)[:3])))
    return signals


def _told(view: View, meaning: str) -> list[str]:
    return [*_said(view.title_words, view.title_hits, meaning), *_said(view.body_words, view.body_hits, meaning)]


def _not_of_a_role(view: View) -> list[Hit]:
    """Without 'podcast' of 'Podcast Producer'."""
    begins = {h.start for h in view.title_hits if h.meaning == "role"}
    return [
        h
        for h in view.title_hits
        if h.meaning != "trade"
        or (
            not watched(view, h)
            and (h.stop not in begins or h.stop - h.start > 1)
            and not of_a_post(view, h, begins=h.start in begins)
        )
    ]


def watched(view: View, hit: Hit) -> bool:
    """'Test technique en direct': on a stage's heels, or part of it; those who hire look on, nobody listens."""
    return evidence(view.title_words, hit) in _LIVE and any(
        h.meaning in ("stage", "likely") and (h.stop == hit.start or h.start < hit.start < hit.stop == h.stop)
        for h in view.title_hits
        if evidence(view.title_words, h).split(" ")[0] not in _SPOKEN
    )


def of_a_post(view: View, hit: Hit, *, begins: bool = False) -> bool:
    """'Nanny position', written by others, and 'Head of Year interview', which begins a role: a post of that trade."""
    following = view.title_words[hit.stop : hit.stop + 1]
    if begins and hit.stop - hit.start > 1 and following == ["interview"]:
        return True
    if view.cast.noted:
        return False
    before = view.title_words[max(hit.start - 2, 0) : hit.start]
    return bool(_POSTS & {*following}) or (len(before) == 2 and before[0] in _POSTS and before[1] in _AS)


def _less(view: View) -> float:
    kinds = view.grounds
    if not kinds:
        return 1.0
    return _BESIDE_ROLE if kinds == {"role"} else _BESIDE_MORE


def _said(found: list[str], hits: list[Hit], meaning: str) -> list[str]:
    return list(dict.fromkeys(evidence(found, h) for h in hits if h.meaning == meaning))
