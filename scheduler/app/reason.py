"""The reason in the user's words: one of a few words that stand for a neutral sentence, or a sentence of her own."""

from __future__ import annotations

import difflib
from typing import get_args

from scheduler.decide.course import NEUTRAL, Why
from scheduler.errors import UsageError
from scheduler.messages.facts import Reason, ReasonKind, Situation

KINDS: tuple[str, ...] = tuple(k for k in get_args(ReasonKind) if k)
WHYS: tuple[Why, ...] = get_args(Why)
_WITHDRAWALS: dict[str, Situation] = {"offer_accepted": "withdraw_offer", "concern": "withdraw_concern"}


def reason_of(text: str) -> Reason:
    """A word such as `conflict` or `ill`, or a whole sentence; raises UsageError for a word that says nothing."""
    word = _word(text)
    if not word:
        return Reason()
    for kind in get_args(ReasonKind):
        if word == kind:
            return Reason(kind)
    for why in WHYS:
        if word == why:
            return Reason(NEUTRAL.get(why, ""))
    if len(text.split()) > 1:
        return Reason(sentence=text.strip())
    raise UsageError(_unknown("--reason", text, (*KINDS, *WHYS), " or a sentence of your own"))


def why_of(text: str, option: str = "--reason") -> Why:
    """What stands in the way, as `decide` knows it."""
    word = _word(text)
    for why in WHYS:
        if word == why:
            return why
    raise UsageError(_unknown(option, text, WHYS, ""))


def withdrawal_of(text: str) -> tuple[Situation, Reason]:
    """The kind of withdrawal, and its reason; an accepted offer and a concern have texts of their own."""
    situation = _WITHDRAWALS.get(_word(text))
    return (situation, Reason()) if situation is not None else ("withdraw", reason_of(text))


def spelled(word: str) -> str:
    """As options are written: offer-accepted."""
    return word.replace("_", "-")


def _word(text: str) -> str:
    return text.strip().lower().replace("-", "_")


def _unknown(option: str, text: str, known: tuple[str, ...], more: str) -> str:
    words = list(dict.fromkeys(spelled(k) for k in known))
    near = difflib.get_close_matches(text.strip().lower(), words, 1)
    hint = f"Did you mean {near[0]}? " if near else ""
    return f"{option} '{text}' is not understood. {hint}Write {', '.join(words)}{more}."
