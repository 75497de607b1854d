"""A title taken apart at its dashes, bars and colons; brackets that belong to a word stay."""

import re
from typing import NamedTuple

from scheduler.recognise.text import on_demand

_SEPARATOR = on_demand(r"\s+[-–—|·•/]+\s+|\s*[|•]\s*|\s+·\s*|·\s+|\s*:\s+|\s//\s|\s[-–—]|[-–—]\s|\s<>\s")
_ASIDE = on_demand(r"(?<=[\s\w.])\s*[(\[]([^()\[\]]*)[)\]]")
# 'Chargé(e)', 'Entwickler(in)': the brackets belong to the word.
_ENDING = on_demand(r"(?<=\w)\((\w{1,3})\)")
# 'Call (Underwriter, Marine [Rotterdam])'.
_NESTED = on_demand(r"\(([^()\[\]]*)\[([^\[\]]*)\]([^()]*)\)")
# 'Referent (m/w/d)': who writes so names a position, known or not.
GENDERED = on_demand(r"\s?\(((?:[mwfdhx]|div|gn)(?:\s?[/|*,]\s?(?:[mwfdhx]|div|gn|i)){1,3})\)", re.I)


class Part(NamedTuple):
    """A part of a title between separators, what stands in brackets in it, and at its end."""

    text: str
    asides: tuple[str, ...]
    last: str


def parts_of(line: str) -> list[Part]:
    """The parts of a title; brackets inside a word stay, others are set apart."""
    line = _NESTED().sub("(\\1\x04\\2\x05\\3)", line)
    kept = _ENDING().sub("\x02\\1\x03", GENDERED().sub(_held, line))
    found = []
    for text in _SEPARATOR().split(kept):
        asides = tuple(m.strip() for m in _ASIDE().findall(text))
        main = _ASIDE().sub(" ", text).strip()
        last = _back(asides[-1]) if asides and text.rstrip()[-1:] in (")", "]") else ""
        found.append(Part(_back(main), tuple(_back(a) for a in asides if a), last))
    return found


def _held(match: re.Match[str]) -> str:
    """Kept together through the splitting; a blank before the bracket stays."""
    return (" " if match.group()[0].isspace() else "") + f"\x02{match.group(1)}\x03"


def _back(text: str) -> str:
    return text.replace("\x02", "(").replace("\x03", ")").replace("\x04", "[").replace("\x05", "]")
