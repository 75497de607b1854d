"""What gives a sentence away, language by language: patterns from `words/<language>.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from scheduler.messages.facts import Language


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each thing to look for, regular expressions for whole words."""

    apology: tuple[str, ...]
    everyone: tuple[str, ...]
    thanks: tuple[str, ...]
    interest: tuple[str, ...]
    request_times: tuple[str, ...]
    confirm: tuple[str, ...]
    reschedule: tuple[str, ...]
    withdraw: tuple[str, ...]
    pause: tuple[str, ...]
    reason: tuple[str, ...]
    blame: tuple[str, ...]
    private: tuple[str, ...]
    drama: tuple[str, ...]
    vague: tuple[str, ...]
    any_time: tuple[str, ...]
    sms: tuple[str, ...]
    other_interview: tuple[str, ...]
    negotiation: tuple[str, ...]
    in_writing: tuple[str, ...]
    common: tuple[str, ...]


def every(patterns: tuple[str, ...], text: str) -> list[re.Match[str]]:
    """All places where one of the patterns matches whole words."""
    return list(_compiled(patterns).finditer(text))


def found(patterns: tuple[str, ...], text: str) -> bool:
    return _compiled(patterns).search(text) is not None


@cache
def lexicon(language: Language) -> Lexicon:
    """The patterns of a language."""
    import tomllib
    from importlib.resources import files

    data = tomllib.loads((files("scheduler.review") / "words" / f"{language}.toml").read_text("utf-8"))
    return Lexicon(**{f.name: tuple(data[f.name]) for f in fields(Lexicon)})


@cache
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
