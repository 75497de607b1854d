"""How a title is put together: a note around an interview, somebody's own interview, a question."""

from __future__ import annotations

import re

from scheduler.model.interview import Signal
from scheduler.recognise.hints import recruits, sounds_like_an_employer
from scheduler.recognise.services import HIRING
from scheduler.recognise.text import on_demand
from scheduler.recognise.view import View

_AROUND = frozenset({
    "furs", "fuers", "ins", "for", "before", "after", "to", "towards", "re", "about", "until", "p", "para", "pour",
    "avant", "apres", "pendant", "fur", "vor", "nach", "zum", "zur", "wegen", "bis", "antes", "despues", "depois",
    "per", "voor", "na",
})  # fmt: skip
# What may stand before 'for the interview' and still be the interview itself.
_THE_THING = (
    "invit", "einlad", "convoc", "convit", "termin", "date", "slot", "time", "call", "meeting", "cita", "rdv", "rendez",
    "confirm", "bestat", "appointment", "session", "gesprach", "talk", "chat", "visit", "zoom", "teams", "hora", "uhr",
    "reuni", "conver", "visio", "video", "llamada", "chamada", "appel", "booked", "schedul", "candidat", "bewerb",
    "applic",
    "on", "auf",
)  # fmt: skip
_ARTICLES = frozenset({
    "the", "a", "an", "le", "la", "les", "l", "un", "une", "el", "los", "las", "uno", "una", "der", "die", "das",
    "den", "dem", "ein", "eine", "einen", "o", "os", "as", "um", "uma", "il", "lo", "i",
})  # fmt: skip
_OURS = frozenset({
    "our", "my", "unser", "unsere", "unseren", "unserer", "unserem", "mein", "meine", "meiner", "meinem", "notre",
    "nos", "mon", "ma", "nuestro", "nuestra", "mi", "nosso", "nossa", "minha", "meu",
})  # fmt: skip
_FORMAL = frozenset({
    "frau", "herr", "herrn", "fr", "hr", "mme", "mlle", "mr", "mrs", "ms", "miss", "sra", "sr", "srta", "dona",
})  # fmt: skip
_PLURALS = frozenset({
    "interviews", "entretiens", "entrevistas",
})  # fmt: skip
_AT_NAME = on_demand(r"(?:@|\b(?:at|with|bei|chez|en|con|com|na|no)\b)\s*[A-ZÀ-Þ]")
_FOR = frozenset({
    "for", "pour", "para", "fur", "ao", "aos", "al", "por", "per", "voor",
})  # fmt: skip
_WITH = frozenset({
    "with", "w", "con", "com", "avec", "mit", "met",
})  # fmt: skip
_THEIRS = frozenset({
    "company", "firma", "empresa", "entreprise", "boite", "startup", "team", "equipe", "equipo", "equipa", "time",
    "agency", "agencia", "agence", "client", "panel",
})  # fmt: skip


def phrasing(view: View) -> list[Signal]:
    """Signals of word order; in the user's own notes more than in what companies write."""
    first = next((h for h in view.title_hits if h.meaning in ("job", "likely", "interview")), None)
    if first is None:
        return []
    cast = view.cast
    signals = []
    if cast.noted or (cast.private and not cast.outside and not cast.service):
        signals += _around(view.title_words, first.start)
        signals += _with_somebody(view, first.stop)
    if cast.noted:
        signals += _of_hers(view, first.start, first.stop)
    if cast.noted and "?" in view.title:
        signals.append(Signal("the title asks", -0.6, "?"))
    if cast.outside and not (cast.service in HIRING or recruits(cast)):
        signals += _for_somebody(view, first.stop)
    return signals


def _of_hers(view: View, at: int, stop: int) -> list[Signal]:
    """'Interview Carla – our junior role', 'Interview Fr. Demir', '2 interviews': those that she conducts or plans."""
    found = view.title_words
    rest = set(found[:at] + found[stop:])
    if rest & _OURS and (view.title_meanings & {"role", "process", "applying"} or rest & _THEIRS):
        return [Signal("for a position of the user's own side", -3.2, " ".join(sorted(rest & _OURS)))]
    if stop < len(found) and found[stop] in _FORMAL:
        return [Signal("named after an applicant", -1.0, " ".join(found[at : stop + 2]))]
    if found[at] in _PLURALS and stop - at == 1 and not _AT_NAME().search(view.title):
        return [Signal("several at once", -0.8, found[at])]
    return []


def _around(found: list[str], at: int) -> list[Signal]:
    """'shirt for the Acme interview': what stands before the interview is the entry."""
    for back in range(at - 1, max(at - 5, 0), -1):
        if found[back] in _AROUND:
            before = found[:back]
            if not any(word.startswith(_THE_THING) for word in before):
                return [Signal("a note around an interview", -2.6, " ".join(found[: at + 1]))]
            return []
    return []


def _with_somebody(view: View, at: int) -> list[Signal]:
    """'Interview with the housemates': no company's name, no role."""
    found = view.title_words
    if at + 2 >= len(found) or found[at] not in _WITH or found[at + 1] not in _ARTICLES:
        return []
    known = {i for h in view.title_hits if h.meaning in _SPEAKS for i in range(h.start, h.stop)}
    noun = found[at + 2]
    if at + 2 in known or noun in _THEIRS or re.search(rf"\\b{noun[:1].upper()}", view.title[1:]):
        return []
    return [Signal("with somebody who is no company", -0.8, " ".join(found[at : at + 3]))]


_SPEAKS = frozenset({"job", "recruiting", "role", "stage", "applying", "process"})


def _for_somebody(view: View, at: int) -> list[Signal]:
    """'Interview for the Dispatch', from outside, with no role or job named: a paper's or a study's."""
    found = view.title_words
    if at + 1 >= len(found) or found[at] not in _FOR or sounds_like_an_employer(view):
        return []
    if found[at] not in ("ao", "aos", "al") and found[at + 1] not in _ARTICLES | {
        "our",
        "my",
        "your",
        "notre",
        "unser",
        "unsere",
        "nuestro",
        "nosso",
    }:
        return []
    if view.title_meanings & {"applying", "recruiting"} or any(
        h.meaning == "role" and h.start >= at for h in view.title_hits[:20] if h.start <= at + 4
    ):
        return []
    return [Signal("an interview for somebody's use", -2.0, " ".join(found[at : at + 3]))]
