"""The position, where the invitation states one: a labelled line, a part of the title, or a phrase of the text."""

import re
from collections.abc import Callable
from typing import NamedTuple

from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.text import on_demand, words
from scheduler.recognise.view import View

# What may stand before a colon, and the position behind it.
_LABELS = frozenset({
    "role", "position", "job title", "job", "applied position", "applied for", "application for", "vacancy", "opening",
    "stelle", "position als", "rolle", "bewerbung als", "poste", "candidature", "offre", "intitulé du poste",
    "intitule du poste", "puesto", "vacante", "vacante de interés", "vacante de interes", "posición", "posicion",
    "oferta", "cargo", "vaga", "vaga de interesse", "posição", "posiçao", "posicao", "função", "funçao", "funcao",
    "functie", "posizione",
})  # fmt: skip


class _Phrase(NamedTuple):
    """A way to name a position; tried only where one of its words occurs.

    After `naming` ('vaga de …', 'Stelle als …') comes a position even if no word of it is known.
    """

    triggers: frozenset[str]
    pattern: Callable[[], re.Pattern[str]]
    naming: bool = False


def _phrase(triggers: str, pattern: str, naming: bool = False) -> _Phrase:
    return _Phrase(frozenset(triggers.split()), on_demand(pattern), naming)


_PHRASES = (
    _phrase(
        "role position opening vacancy opportunity job",
        r"\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or|[Aa]bout|based|[Rr]e)\s+"
        r"([A-Z][\w/+#&.-]*(?:,? [\w/+#&.-]+){0,5}?)\s+(?:role|position|opening|vacancy|opportunity|job)\b",
    ),
    _phrase(
        "interviewing applying application applied interview joining reporting stage for",
        r"\b(?:interviewing for|[Aa]pplying (?:to|for)|[Aa]pplication (?:to|for)|applied (?:to|for)|[Ii]nterview for"
        r"|joining(?: us)? as|reporting to as|stage for|for each)\s+(?:the |our |an? )?(?:position of |role of )?"
        r"([A-Z][\w/+#&.-]*(?:,? (?:of |& )?[A-Z][\w/+#&.-]*){0,5}"
        r"|[a-z]+ (?:designer|engineer|developer|manager|analyst|scientist|nurse|teacher|assistant))",
    ),
    _phrase(
        "stelle position bewerbung rolle",
        r"\b(?:[Ss]telle|[Pp]osition|[Bb]ewerbung|[Rr]olle)\s+(?:(?:als|der|des|eines|einer)\s+)?"
        r"([A-ZÀ-Þ][^\n.,;:!?()]{3,60})",
        naming=True,
    ),
    _phrase("poste posto offre", r"\b(?:[Pp]oste|[Pp]osto|[Oo]ffre)\s+(?:de |d['’])\s*([^\n.,;:!?()]{3,70})"),
    _phrase(
        "vaga vacante puesto posicion posicao cargo funcao",
        r"\b(?:[Vv]aga|[Vv]acante|[Pp]uesto|[Pp]osici[oó]n|[Pp]osi[çc][aã]o|[Cc]argo|[Ff]un[çc][aã]o)\s+"
        r"(?:de |para |da |do )\s*([^\n.,;:!?()]{2,70})",
        naming=True,
    ),
    _phrase(
        "interest hiring recruiting need",
        r"\b(?:interest in|hiring(?: for)?|recruiting|need) (?:the |our |an? )?(?:(?:position|role|post) of )?"
        r"([A-Z][\w/+#&-]*(?:,? (?:of |& )?[A-Z][\w/+#&-]*){0,5})",
    ),
    _phrase(
        "interview team process call stage round",
        r"\b(?:for|to) the ([A-Z][\w/+#&-]*(?: (?:of |& )?[A-Z][\w/+#&-]*){0,5}) "
        r"(?:interview|team|process|call|stage|round)",
    ),
    _phrase(
        "as als comme como",
        r"\b(?:as|als|comme|como)\s+(?:an? |the |our )?"
        r"([A-ZÀ-Þ][\w/+#&.-]*(?: (?:of |& |der |de |für )?[A-ZÀ-Þ][\w/+#&.-]*){0,4})",
    ),
    _phrase(
        "role position opening vacancy job post",
        r"\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or) ((?:[\w/+#-]+ ){0,3}?[\w/+#-]+) "
        r"(?:role|position|opening|vacancy|job|post)\b",
    ),
    _phrase(
        "recherche recrute busca procura sucht looking cherche seeking zoekt cerca",
        r"\b(?:recherche|recrute|busca|procura|sucht|looking for|cherche|seeking|zoekt|cerca)\s+"
        r"(?:sa |son |ses |une? |un/une |an? |uma? |unos? |unas? |eine[nr]? |its |their |der )?([^\n.,;:!?()]{4,60})",
    ),
)
_NAMES = ("stelle", "posi", "rolle", "role", "poste", "puesto", "vacante", "vaga", "cargo", "job")
_NAMED = on_demand(
    r"^(?:(?:the|our|la|le|el|a|o|die|der|den)\s+)?(?:stelle|position|rolle|role|poste|puesto|vacante|"
    r"vaga|posici[oó]n|posi[çc][aã]o|cargo|job)\s+(?:als |of |as |de |da |do |d['’])?", re.I
)  # fmt: skip
# 'our Head of Design', 'the hiring manager': a person to meet.
_SOMEBODY = frozenset({"our", "notre", "nos", "the", "le", "la", "el", "o", "a", "der", "die", "dem"})
_OURS = ("unser", "nuestr", "noss")
_IN_TOWN = on_demand(r"\s(?:in|en|em|à)\s[A-ZÀ-Þ]\w+$")
_WHERE = on_demand(r"^\w+[- ]based ")
_CUT = on_demand(
    r"\s(?:que |qui |who |which |where |en (?:madrid|barcelona|nuestr)|em (?:lisboa|porto|s[aã]o|"
    r"regime)|no |na |at |bei |chez |@ |with |mit |avec |con |com |in (?:berlin|unser|our)|et vous|und |"
    r"y t[uú]|and |hat |haben |gefallen|"
    r"à |dans |ouvert|pour |para |für |to |zur |en lisboa|en m[eé]xico).*$|\s[-–—|]\s.*$",
    re.I,
)  # fmt: skip
_SEGMENTS = on_demand(r"\s+[-–—|·•]+\s+|\s*[|:·•]\s*|\s//\s|\s/\s|(?<=\w)\s*[()\[\]]|\s[-–—]|[-–—]\s")
_TITLE_FOR = on_demand(
    r"\b(?:for|für|fuer|pour|para|als|as|re|zur|zum|about|del puesto de|du poste de)\s+(?:the |our |"
    r"a |an |die |den |le poste de |le poste d['’]|la vacante de |a vaga de |el puesto de )?",
    re.I,
)
_TITLE_CUT = on_demand(
    r"\s(?:at|bei|chez|with|w/|mit|avec|con|com|en|na|no)\s.*$|\s?@.*$|\s+(?:role|position|vacancy|opening|stelle|interview|screen|job)$",
    re.I,
)
_TAIL = on_demand(
    r"[,(]\s*(?:\d.*|req\b.*|r-\d.*|ref\b.*)$|\s*\(?\b(?:m/w/d|w/m/d|m/f/d|f/m/d|h/f|f/h|m/f|m/f/x|"
    r"all genders|gn)\b\)?\s*$",
    re.I,
)
_EVENT_NAME = on_demand(
    r"(?:event (?:name|type)|event-name|event|what|was|nome do evento|nombre del evento|"
    r"nom de l['’][ée]v[ée]nement|veranstaltung)\s{0,3}(?::\s*(.*))?$", re.I
)  # fmt: skip
_OPENS = on_demand(
    r"^(?:hi|hello|hey|dear|hallo|liebe\w*|sehr geehrte\w*|bonjour|salut|hola|ol[áa]|oi|ciao|with|mit|"
    r"avec|con|com|interviewers?)\b",
    re.I,
)
_EDGES = " \t\n-–—|:,;.·/()[]*'\"’"
_LONGEST = 80
_LONGEST_VALUE = 120
_MOST_WORDS = 9


def position_of(view: View, company: str | None) -> str | None:
    """The name of the position as written; None where none is stated."""
    return (
        _labelled(view)
        or _in_line(view.title, company)
        or next((p for line in _headings(view) if (p := _in_line(line, company)) is not None), None)
        or _in_text(view, company)
    )


def _headings(view: View) -> list[str]:
    """The first line of the text and what a booking page calls the kind of meeting, where they are no sentences."""
    lines = [line.strip() for line in view.body[:1500].split("\n")]
    found = [line for line in lines[:1] if not _OPENS().search(line)]
    for at, line in enumerate(lines[:12]):
        match = _EVENT_NAME().match(line)
        if match is not None:
            found.append(match.group(1) or next((x for x in lines[at + 1 :] if x), ""))
    return [
        line
        for line in found
        if 2 < len(line) <= 70 and line[-1] not in ".!?;" and "http" not in line and "@" not in line
    ]


def _labelled(view: View) -> str | None:
    lines = view.body[:8000].replace("：", ":").split("\n")
    for at, line in enumerate(lines):
        label, colon, value = line.partition(":")
        if not colon or label.lstrip(" \t*•-").rstrip().lower() not in _LABELS:
            continue
        value = next((v for text in (value, *lines[at + 1 : at + 3]) if (v := text.strip())), "")[:_LONGEST_VALUE]
        if len(value) > 1:
            value = re.split(r"\s[-–—|]\s|https?://", value.partition("(")[0].rstrip())[0]
            return _tidy(_TITLE_CUT().sub("", value))
    return None


def _in_line(line: str, company: str | None) -> str | None:
    for segment in _SEGMENTS().split(line):
        hits = lexicon().find(words(segment))
        roles = [h for h in hits if h.meaning == "role"]
        taken = [h for h in hits if h.meaning in ("recruiting", "job", "likely", "stage", "conducting")]
        if not any(_free(r, taken) for r in roles):
            continue
        text = segment
        stated = _TITLE_FOR().search(text)
        if stated is not None and stated.end() < len(text):
            text = text[stated.end() :]
        text = _TITLE_CUT().sub("", _TAIL().sub("", text.strip()))
        text = _without_opening(text)
        found = _tidy(_TITLE_CUT().sub("", text))
        if found is not None:
            found = _tidy(_alone(found, company))
        if found is not None and _is_role(found) and not _is_somebody(found):
            return found
    return None


def _is_somebody(text: str) -> bool:
    first, space, _ = text.lower().partition(" ")
    return bool(space) and (first in _SOMEBODY or first.startswith(_OURS))


def _alone(text: str, company: str | None) -> str:
    """Without 'the position of' before it and the company at its edges."""
    if any(name in text.lower() for name in _NAMES):
        text = _NAMED().sub("", text)
    if company and len(company) > 2 and company.casefold() in text.casefold():
        for pattern in (rf"^{re.escape(company)}\b\s*", rf"\s*\b{re.escape(company)}$"):
            text = re.sub(pattern, "", text, flags=re.I)
    return text


def _is_role(text: str) -> bool:
    """A role is named in it; 'Engineering panel' has none."""
    found = words(text)
    return any(h.meaning == "role" and found[h.start] != "engineering" for h in lexicon().find(found))


def _free(role: Hit, taken: list[Hit]) -> bool:
    return not any(t.start <= role.start < t.stop for t in taken)


def _without_opening(text: str) -> str:
    """'Technical interview Backend Engineer': what names the interview goes."""
    found = words(text)
    cut = 0
    for hit in lexicon().find(found):
        if hit.meaning in ("job", "likely", "interview", "recruiting", "stage", "talk") and hit.start <= cut:
            cut = max(cut, hit.stop)
    if cut == 0 or cut >= len(found):
        return text
    tokens = list(re.finditer(r"[^\W_]+", text))
    return text[tokens[cut].start() :] if cut < len(tokens) else text


def _in_text(view: View, company: str | None) -> str | None:
    text = view.body[:5000]
    said = set(view.body_words)
    for phrase in _PHRASES:
        if not phrase.triggers & said:
            continue
        for match in phrase.pattern().finditer(text):
            value = re.split(r"[.!?]\s", _CUT().sub("", match.group(1).strip()))[0]
            found = _tidy(_IN_TOWN().sub("", _alone(_WHERE().sub("", value), company)))
            if found is not None and (_is_role(found) or (phrase.naming and _short_name(found))):
                return found
    return None


def _short_name(text: str) -> bool:
    return text[0].isupper() and len(text.split()) < 4


def _tidy(text: str) -> str | None:
    value = " ".join(_TAIL().sub("", text.strip()).split()).strip(_EDGES)
    if value.count("(") > value.count(")"):
        value = value.split("(")[0].strip(_EDGES)
    if not 2 <= len(value) <= _LONGEST or len(value.split()) > _MOST_WORDS:
        return None
    return value
