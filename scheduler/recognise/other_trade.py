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


def other_trade(view: View) -> list[Signal]:
    """Signals of the title, the place and the text."""
    signals = []
    less = _less(view)
    in_title = _said(view.title_words, view.title_hits, "trade")
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
    for meaning in ("coached", "audience"):
        told = [*_said(view.title_words, view.title_hits, meaning), *_said(view.body_words, view.body_hits, meaning)]
        if told and view.cast.service not in HIRING:
            signals.append(Signal(f"it says {meaning}", -_COACHED, ", ".join(told[:3])))
    return signals


def _less(view: View) -> float:
    kinds = view.grounds
    if not kinds:
        return 1.0
    return _BESIDE_ROLE if kinds == {"role"} else _BESIDE_MORE


def _said(found: list[str], hits: list[Hit], meaning: str) -> list[str]:
    return list(dict.fromkeys(evidence(found, h) for h in hits if h.meaning == meaning))
