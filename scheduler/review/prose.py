"""A mail taken apart: greeting, paragraphs, list of times, signature; and sentences with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+\S")
_QUOTED = re.compile(r"^>.*$", re.MULTILINE)
_STOP = re.compile(r"[.!?…][)\"”“»’]*(?=\s|\Z)")
_ABBREVIATION = re.compile(
    r"(?:\d|(?<!\w)(?:\w|[ap]\.m|Dr|Mr|Mrs|Ms|St|Inc|Ltd|Co|Mme|Mlle|Sr|Sra|Srta|Hr|Fr|Nr|bzw|z\.\s?B|etc|Mi|Do))\Z"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text with its place in the whole: text[start:end]."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Prose:
    """`paragraphs` are running text only; `times` are the lines of a list."""

    whole: str
    paragraphs: tuple[Piece, ...]
    times: tuple[Piece, ...]


def take_apart(text: str) -> Prose:
    """Quoted lines ('> …') are not the writer's; they count as blank."""
    own = _QUOTED.sub(lambda m: " " * len(m.group()), text)
    blocks = [Piece(m.group(), m.start()) for m in re.finditer(r"(?:.+(?:\n(?!\s*\n)|\Z|(?=\n)))+", own)]
    paragraphs: list[Piece] = []
    times: list[Piece] = []
    for block in blocks:
        listed = [Piece(m.group(), block.start + m.start()) for m in re.finditer(r"[^\n]+", block.text)]
        bullets = [line for line in listed if _BULLET.match(line.text)]
        times += bullets
        rest = [line for line in listed if line not in bullets]
        if rest and _is_prose(rest):
            start = rest[0].start
            paragraphs.append(Piece(own[start : rest[-1].end], start))
    return Prose(own, tuple(paragraphs), tuple(times))


def _is_prose(lines: list[Piece]) -> bool:
    """Running text: several words and the end of a sentence; a greeting or a signature has none."""
    words = sum(len(line.text.split()) for line in lines)
    ends = any(re.search(r"[.!?…:][)\"”“»’]*\s*$", line.text) for line in lines)
    return words > 5 and ends


def sentences(piece: Piece) -> list[Piece]:
    """The sentences of a paragraph, with their places in the whole text."""
    out: list[Piece] = []
    at = 0
    for stop in _STOP.finditer(piece.text):
        if _ends_here(piece.text, stop):
            out.append(Piece(piece.text[at : stop.end()], piece.start + at))
            at = stop.end()
    out.append(Piece(piece.text[at:], piece.start + at))
    return [p for p in out if p.text.strip()]


def _ends_here(text: str, stop: re.Match[str]) -> bool:
    """Not after a number (3. März) or an abbreviation, and not before a small letter."""
    rest = text[stop.end() :].lstrip()
    if rest and (rest[0].islower() or rest[0].isdigit()):
        return False
    return not (rest and stop.group()[0] == "." and _ABBREVIATION.search(text[: stop.start()]))
