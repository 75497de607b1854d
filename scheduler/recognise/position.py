"""The position, where the invitation states one: a labelled line, a part of the title, or a phrase of the text."""

import re
from typing import NamedTuple

from scheduler.recognise.booking import booked_as
from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.position_aside import NO_PART, OPENING, STATUS, belongs
from scheduler.recognise.position_named import (
    EDGES,
    labelled,
    named_in_text,
    named_in_title,
    tidy,
    without_naming,
)
from scheduler.recognise.roles import is_role, roles_in
from scheduler.recognise.text import fold, on_demand, squeezed, words
from scheduler.recognise.view import View

_SEPARATOR = on_demand(r"\s+[-–—|·•/]+\s+|\s*[|·•]\s*|\s*:\s+|\s//\s|\s[-–—]|[-–—]\s|\s<>\s")
_ASIDE = on_demand(r"(?<=[\s\w.])\s*[(\[]([^()\[\]]*)[)\]]")
# 'Chargé(e)', 'Entwickler(in)': the brackets belong to the word.
_ENDING = on_demand(r"(?<=\w)\((\w{1,3})\)")
# 'Call (Underwriter, Marine [Rotterdam])'.
_NESTED = on_demand(r"\(([^()\[\]]*)\[([^\[\]]*)\]([^()]*)\)")
# 'Referent (m/w/d)': who writes so names a position, known or not.
_GENDERED = on_demand(r"\s?\(((?:[mwfdhx]|div|gn)(?:\s?[/|*,]\s?(?:[mwfdhx]|div|gn|i)){1,3})\)", re.I)
_TITLE_FOR = on_demand(
    r"\b(?:for|für|fuer|pour|para|als|as|re|zur|zum|about|wegen|sobre|regarding)\b:?\s+"
    r"(?:the |our |a |an |die |den |der |"
    r"l['’]|la |le |el |o |a )?",
    re.I,
)
_TITLE_CUT = on_demand(
    r"\s(?:at|bei|beim|chez|with|w/|mit|avec|con|com|en|na|no|nos|nas|in der|dans)\s.*$|\s?@.*$"
    r"|(?<!,)\s+(?:role|position|vacancy|opening|stelle|interview|screen|job|search|post|opportunity)$",
    re.I,
)
_PROCESS = on_demand(
    r"^(?:projekt|mandat|proceso selectivo|processo seletivo|processo de recrutamento|proceso de selecci[oó]n|"
    r"recrutement|auswahlverfahren|bolsa de recrutamento|concurso|concours)[:,]?\s(?:de |d['’]|para )?",
    re.I,
)
_ACRONYM = on_demand(r"[A-Z]{2,4}")
_FOR = on_demand(r"\b(?:for|für|pour|para|als|as)\s((?:[A-ZÀ-Þ]).*)$")
_OPENS = on_demand(
    r"^(?:hi|hello|hey|dear|hallo|liebe\w*|sehr geehrte\w*|bonjour|salut|hola|ol[áa]|oi|ciao|with|mit|"
    r"avec|con|com|interviewers?)\b",
    re.I,
)
# With whom she meets, in the part before: what stands in brackets is said of that person.
_WITH = frozenset({"with", "w", "mit", "avec", "con", "com", "und", "and", "y", "e", "et", "meet", "meeting"})
_NAMED_WITH = on_demand(r"[+&]|\b(?:with|w/|mit|avec|con|com|und|and|et|y|e|meet)\b", re.I)
_INTERVIEW = frozenset({"job", "likely", "interview", "recruiting", "stage"})


_LETTERS = frozenset("mwfdhx") | {"gn", "div"}


class _Part(NamedTuple):
    """A part of a title between separators, what stands in brackets in it, and at its end."""

    text: str
    asides: tuple[str, ...]
    last: str


def position_of(view: View, company: str | None) -> str | None:
    """The name of the position as written; None where none is stated."""
    return (
        labelled(view, company)
        or _in_full(view, named_in_title(view, company) or _in_line(view, view.title, company), company)
        or _stated_for(view, company)
        or named_in_text(view, company)
        or next((p for line in _headings(view) if (p := _in_line(view, line, company, aside=False)) is not None), None)
        or _left_over(view, company)
        or _of_a_note(view, company)
    )


def _in_full(view: View, found: str | None, company: str | None) -> str | None:
    """'EM' is what the text calls Engineering Manager."""
    if found is None or not _ACRONYM().fullmatch(found):
        return found
    named = named_in_text(view, company)
    if named is None or not "".join(w[0] for w in words(named)).startswith(found.lower()):
        return found
    return named


def _headings(view: View) -> list[str]:
    """The first line of the text and what a booking page calls the kind of meeting, where they are no sentences."""
    lines = [line.strip() for line in view.body[:1500].split("\n")]
    found = [line for line in lines[:1] if not _OPENS().search(line)]
    found.append(booked_as(view.body))
    return [
        line
        for line in found
        if 2 < len(line) <= 70
        and not _names_somebody(line)
        and line[-1] not in ".!?;"
        and ". " not in line
        and "http" not in line
        and "@" not in line
    ]


def _names_somebody(line: str) -> bool:
    """'Chef : Romain': whom to ask for."""
    said, colon, _ = line.partition(":")
    return bool(colon) and len(said.split()) == 1 and is_role(said)


def _parts(line: str) -> list[_Part]:
    """The parts of a title; brackets inside a word stay, others are set apart."""
    line = _NESTED().sub("(\\1\x04\\2\x05\\3)", line)
    kept = _ENDING().sub("\x02\\1\x03", _GENDERED().sub(_held, line))
    parts = []
    for text in _SEPARATOR().split(kept):
        asides = tuple(m.strip() for m in _ASIDE().findall(text))
        main = _ASIDE().sub(" ", text).strip()
        last = _back(asides[-1]) if asides and text.rstrip()[-1:] in (")", "]") else ""
        parts.append(_Part(_back(main), tuple(_back(a) for a in asides if a), last))
    return parts


def _held(match: re.Match[str]) -> str:
    """Kept together through the splitting; a blank before the bracket stays."""
    return (" " if match.group()[0].isspace() else "") + f"\x02{match.group(1)}\x03"


def _back(text: str) -> str:
    return text.replace("\x02", "(").replace("\x03", ")").replace("\x04", "[").replace("\x05", "]")


def _in_line(view: View, line: str, company: str | None, *, aside: bool = True) -> str | None:
    for part in _parts(line):
        found = _role_in(part.text, company, titled=aside)
        if found is not None:
            return _with_last(view, found, part, company)
        for said in part.asides if aside else ():
            found = _in_aside(view, part.text, said, company)
            if found is not None:
                return found
    return None


def _in_aside(view: View, before: str, aside: str, company: str | None) -> str | None:
    """A position in brackets, unless it is said of the one she meets: 'Coffee with Bram (CTO, Acme)'."""
    said = set(words(aside))
    if not said - _LETTERS:
        return None
    if said & view.cast.names:
        rest = [p for p in aside.split(",") if p.strip() and not set(words(p)) & view.cast.names]
        return tidy(rest[0]) if len(rest) == 1 and len(rest[0].split()) <= 4 else None
    for said_of_it in aside.split(","):
        named = without_naming(said_of_it.strip())
        if named != said_of_it.strip() and is_role(named):
            return tidy(named)
    of_the_process = {h.meaning for h in lexicon().find(words(aside))} & {"recruiting", "job"}
    if (
        _NAMED_WITH().search(before)
        and not of_the_process
        and not {h.meaning for h in lexicon().find(words(before))} & {"recruiting", "job"}
    ):
        return None
    return _role_in(aside.split(",")[-1] if "," in aside and not is_role(aside.split(",")[0]) else aside, company)


def _role_in(text: str, company: str | None, *, titled: bool = True) -> str | None:
    """The position in a part of a title, or in what stands behind 'for', 'als' or 'vaga'."""
    if text.count("(") != text.count(")"):
        text = text.strip("()")
    said = words(text)
    taken = [h for h in lexicon().find(said) if h.meaning in _INTERVIEW | {"conducting"}]
    stated = _TITLE_FOR().search(text)
    if stated is not None and stated.end() < len(text):
        text = text[stated.end() :]
    bare = without_naming(text)
    naming = bare != text or _GENDERED().search(text) is not None
    if not naming and not any(_free(role, taken) for role in roles_in(said)):
        return None
    bare = _TITLE_CUT().sub("", _before_comma(bare.strip(), company, titled=titled))
    found = tidy(_TITLE_CUT().sub("", _without_opening(bare)))
    if found is not None:
        found = tidy(without_naming(_without_company(found, company)))
    if found is not None and is_role(bare := _PROCESS().sub("", found)):
        found = bare
    if found is None or _is_somebody(found):
        return None
    return found if is_role(found) or (naming and found[0].isupper() and len(found.split()) <= 6) else None


def _before_comma(text: str, company: str | None, *, titled: bool) -> str:
    """'Engineering Manager, Billing' stays; ', 45 min with Kim' and ', Acme' go; a role behind the comma wins."""
    first, comma, rest = text.partition(",")
    if not comma:
        return text
    rest = (
        re.sub(rf"\s*(?:@|\bat\b|\bbei\b|\bchez\b)\s*{re.escape(company)}$", "", rest.strip())
        if company
        else rest.strip()
    )
    met = _NAMED_WITH().search(first)
    if met is not None and not (company and squeezed(company) in squeezed(first[met.end() :])):
        return first
    if not is_role(first):
        return next((p for p in rest.split(",") if is_role(p)), first) if titled else first
    known = company and squeezed(company) in squeezed(rest)
    if not rest or known or not all(_names(w) for w in rest.split()) or NO_PART().search(rest) or len(rest.split()) > 3:
        return first
    return text


def _names(word: str) -> bool:
    """A capitalised word, a number or what joins two: of the name, not of a sentence."""
    first = word.lstrip("[(")[:1]
    return first.isupper() or first.isdigit() or word in _SMALL


_SMALL = frozenset({"and", "&", "of", "und", "für", "et", "de", "y", "e"})


def _is_somebody(text: str) -> bool:
    """'our Head of Design', 'the hiring manager': a person to meet."""
    first, space, rest = text.lower().partition(" ")
    hers = first in _YOURS and fold(rest).startswith(_FUTURE)
    return bool(space) and (first in _SOMEBODY or first.startswith(_OURS) or hers)


_SOMEBODY = frozenset({"our", "notre", "nos", "the", "le", "la", "el", "o", "a", "der", "die", "dem", "my"})
_YOURS = frozenset({"your", "dein", "deine", "deinen", "ihr", "ihre", "ihren", "votre", "ta", "ton", "tu", "su", "sua"})
_FUTURE = ("future", "futur", "new ", "potential", "next ", "neue", "kunftig", "zukunftig", "nouve", "nuev", "nov")
_OURS = ("unser", "nuestr", "noss", "mein")


def _without_company(text: str, company: str | None) -> str:
    if company and len(company) > 2 and company.casefold() in text.casefold():
        for pattern in (rf"^{re.escape(company)}\b\s*", rf"\s*\b{re.escape(company)}$"):
            text = re.sub(pattern, "", text, flags=re.I)
    return text


def _free(role: Hit, taken: list[Hit]) -> bool:
    return not any(t.start <= role.start < t.stop for t in taken)


def _without_opening(text: str) -> str:
    """'Technical interview Backend Engineer': what names the interview goes."""
    found = words(text)
    cut = 0
    for hit in lexicon().find(found):
        if hit.meaning in OPENING and hit.start <= cut:
            cut = max(cut, hit.stop)
    if cut == 0 or cut >= len(found):
        return text
    tokens = list(re.finditer(r"[^\W_]+", text))
    return text[tokens[cut].start() :] if cut < len(tokens) else text


def _stated_for(view: View, company: str | None) -> str | None:
    """'Interview with Acme for Principal Risk Modeller', as hiring services write: a capitalised name behind 'for'."""
    if not (view.cast.outside or view.cast.service):
        return None
    for part in _parts(view.title):
        match = _FOR().search(part.text)
        if match is None or not {h.meaning for h in lexicon().find(words(part.text[: match.start()]))} & OPENING:
            continue
        found = tidy(_TITLE_CUT().sub("", match.group(1)))
        if found is not None and not _explained(view, found, company):
            return _with_last(view, found, part, company)
    return None


def _left_over(view: View, company: str | None) -> str | None:
    """'Acme Interview | Alex Moreau | Principal Risk Modeller': what is neither of the others, where she is named."""
    parts = [p for p in _parts(view.title) if p.text]
    left = [p for p in parts if not _explained(view, p.text, company)]
    hers = any(set(words(p.text)) & view.cast.names for p in parts)
    if len(parts) < 3 or not hers or len(left) != 1:
        return None
    found = tidy(left[0].text)
    if found is None or not found[0].isupper() or len(found) < 4 or NO_PART().search(found):
        return None
    return _with_last(view, found, left[0], company)


def _with_last(view: View, found: str, part: _Part, company: str | None) -> str:
    return f"{found} ({part.last})" if part.last and belongs(view, part.last, company) else found


def _explained(view: View, text: str, company: str | None) -> bool:
    """It names the interview, the user, somebody invited, the company or a number."""
    said = words(text)
    people = {w for p in (*view.cast.outside, *view.cast.private) for w in words(p.name)}
    meant = {h.meaning for h in lexicon().find(said)}
    known = bool(company) and (squeezed(company or "") in squeezed(text) or squeezed(text) in squeezed(company or ""))
    return not said or bool(
        set(said) & (view.cast.names | people) or set(said) & STATUS or meant & OPENING or known or said[0].isdigit()
    )


def _of_a_note(view: View, company: str | None) -> str | None:
    """'Sachbearbeitung Netzanschluss. Zeugnisse mitnehmen!': a short sentence of her note that only names it."""
    if not view.cast.noted:
        return None
    for sentence in re.split(r"[.;!?\n]\s*", view.body[:400])[:4]:
        if ":" in sentence:
            continue
        text = without_naming(sentence.strip(EDGES))
        text = tidy(_TITLE_CUT().sub("", text).split(",")[0]) or ""
        said = words(text)
        hits = lexicon().find(said)
        # The position begins it; 'ask the manager' and 'with CTO' do not.
        begins = any(h.meaning == "role" and h.start <= 1 for h in hits)
        met = bool(said) and said[0] in _WITH | _SOMEBODY
        if begins and len(said) <= 5 and not met and not any(h.meaning in OPENING for h in hits):
            return _without_company(text, company)
    return None
