"""Texts of invitations made comparable: accents folded, tags and addresses taken out, length bounded."""

from __future__ import annotations

import re

from scheduler.ics.on_demand import on_demand as on_demand

LONGEST_TITLE = 400
LONGEST_BODY = 20_000
LONGEST_LINE = 2_000
# Words are only looked for in the beginning of a long description; links further down still count.
WEIGHED_BODY = 5_000
OPENING = 600

_FOLDED = {
    **dict.fromkeys("àáâãåāăą", "a"),
    **dict.fromkeys("èéêëēėęě", "e"),
    **dict.fromkeys("ìíîïīı", "i"),
    **dict.fromkeys("òóôõøō", "o"),
    **dict.fromkeys("ùúûūůų", "u"),
    **dict.fromkeys("ýÿ", "y"),
    **dict.fromkeys("çćč", "c"),
    **dict.fromkeys("ñńň", "n"),
    **dict.fromkeys("šśș", "s"),
    **dict.fromkeys("žźż", "z"),
    **dict.fromkeys("ťț", "t"),
    "ä": "a",
    "ö": "o",
    "ü": "u",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ł": "l",
    "ř": "r",
    "ď": "d",
    "đ": "d",
    # Ordinals stand at numbers: '2ª', '2º', '3.ª'.
    "ª": "a",
    "º": "o",
}
# 'Interview' in scripts that put no spaces between words.
_UNSPACED = (("面接", " interview "), ("面试", " interview "), ("面試", " interview "), ("면접", " interview "))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")
_TAG = on_demand(
    r"<(/?)(p|br|div|li|ul|ol|tr|table|td|h\d|span|b|i|u|em|strong|a|html|body|font|hr)\b([^<>]{0,500})>", re.I
)
_HREF = on_demand(r"href\s{0,3}=\s{0,3}[\"']?([^\"'\s>]{1,1000})", re.I)
_BREAKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "hr", "table", "ul", "ol"})
_ENTITIES = {"&amp;": "&", "&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}
_ADDRESSES = on_demand(r"(?:https?://|www\.|mailto:|tel:)\S{1,2000}|[\w.+-]{1,64}@[\w.-]{1,253}", re.I)


# What Teams and Meet add below a text begins and ends so; its words ('conference', 'options') say nothing.
_BLOCKS = (("_" * 20, "_" * 20), ("-::~", "::-"))
_LONGEST_BLOCK = 6_000
# As booking pages write below every meeting; elsewhere attendees are an audience.
_HOW_TO_JOIN = "Attendees can join this meeting from"


def written_by_people(text: str) -> str:
    """The text without the blocks that meeting services add."""
    for begin, end in _BLOCKS:
        at = text.find(begin)
        if at < 0:
            continue
        kept = [text[:at]]
        while at >= 0:
            inside = at + len(begin)
            while text.startswith("_", inside):
                inside += 1
            stop = text.find(end, inside, inside + _LONGEST_BLOCK)
            if stop < 0:
                break
            stop += len(end)
            while text.startswith("_", stop):
                stop += 1
            at = text.find(begin, stop)
            kept.append(text[stop : at if at >= 0 else len(text)])
        text = " ".join(kept)
    return text.replace(_HOW_TO_JOIN, "")


def fold(text: str) -> str:
    """Lower case without accents, for comparing; the length may change.

    >>> fold("Vorstellungsgespräch bei Müller & Söhne")
    'vorstellungsgesprach bei muller & sohne'
    """
    if text.isascii():
        return text.lower()
    lower = text.lower()
    for char in set(_NOT_ASCII.findall(lower)):  # In a long text a tenth of what `translate` takes.
        lower = lower.replace(char, _FOLDED.get(char, char))
    for written, meant in _UNSPACED:
        if written in lower:
            lower = lower.replace(written, meant)
    return lower


def words(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words("RR. HH.: 2.ª entrevista – Marejada")
    ['rr', 'hh', '2', 'a', 'entrevista', 'marejada']
    """
    return _WORD.findall(fold(text))


def squeezed(text: str) -> str:
    """Folded letters and digits without anything between: 'Marrow & Vane' is 'marrowvane'."""
    return "".join(_WORD.findall(fold(text)))


def without_addresses(text: str) -> str:
    """The text without web, mail and phone addresses, whose parts would pass for words."""
    if "http" in text or "@" in text or "www." in text or "tel:" in text:
        return _ADDRESSES().sub(" ", text)
    return text


def plain(text: str) -> str:
    """The text of an HTML description, links kept as their addresses; other text stays as it is, bounded."""
    text = text[:LONGEST_BODY]
    if "<" in text and ("</" in text or "<br" in text.lower()):
        text = _TAG().sub(_tag, text)
    if "&" in text:
        for entity, char in _ENTITIES.items():
            text = text.replace(entity, char)
    return text


def _tag(match: re.Match[str]) -> str:
    closing, name, inside = match.groups()
    if name.lower() == "a" and not closing:
        link = _HREF().search(inside)
        return f" {link.group(1)} " if link else " "
    return "\n" if name.lower() in _BREAKS else ""
