"""The position, where the invitation states one: a labelled line, a part of the title, or a phrase of the text."""

from __future__ import annotations

import re

from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.text import words
from scheduler.recognise.view import View

_LABELLED = re.compile(
    r"(?:^|\n)[ \t*•-]*(?:role|position|job title|job|applied position|applied for|application for|"
    r"vacancy|opening|stelle|position als|rolle|bewerbung als"
    r"|poste|candidature|offre|intitul[ée] du poste|puesto|vacante(?: de inter[ée]s)?|posici[oó]n|"
    r"oferta|cargo|vaga(?: de interesse)?|posi[çc][aã]o|fun[çc][aã]o"
    r"|functie|posizione)\s{0,3}[:：]\s{0,3}([^\n]{3,120})",
    re.I,
)  # fmt: skip
_PHRASES = tuple(
    re.compile(p)
    for p in (
        r"(?:\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or|[Aa]bout|based|"
        r"[Rr]e)\s+)((?-i:[A-Z])[\w/+#&.-]*(?:,? [\w/+#&.-]+){0,5}?)\s+(?:role|position|opening|vacancy|"
        r"opportunity|job)\b",
        r"\b(?:interviewing for|[Aa]pplying (?:to|for)|[Aa]pplication (?:to|for)|applied (?:to|for)|"
        r"[Ii]nterview for|joining(?: us)? as|reporting to as|last stage for|stage for|for each)\s+(?:the "
        r"|our |an? )?(?:position of |role of )?((?-i:[A-Z])[\w/+#&.-]*(?:,? (?:of |& "
        r")?(?-i:[A-Z])[\w/+#&.-]*){0,5}|[a-z]+ (?:designer|engineer|developer|manager|analyst|scientist|"
        r"nurse|teacher|assistant))",
        r"\b(?:[Ss]telle|[Pp]osition|[Bb]ewerbung|[Rr]olle)\s+(?:(?:als|der|des|eines|einer)\s+)?((?-i:[A-ZÀ-Þ])[^\n.,;:!?()]{3,60})",
        r"\b(?:[Pp]oste|[Pp]osto|[Oo]ffre)\s+(?:de |d['’])\s*([^\n.,;:!?()]{3,70})",
        r"\b(?:[Vv]aga|[Vv]acante|[Pp]uesto|[Pp]osici[oó]n|[Pp]osi[çc][aã]o|[Cc]argo|"
        r"[Ff]un[çc][aã]o)\s+(?:de |para |da |do )\s*([^\n.,;:!?()]{2,70})",
        r"\b(?:interest in|hiring(?: for)?|recruiting|need) (?:the |our |an? )?(?:(?:position|role|"
        r"post) of )?((?-i:[A-Z])[\w/+#&-]*(?:,? (?:of |& )?(?-i:[A-Z])[\w/+#&-]*){0,5})",
        r"\b(?:for|to) the ((?-i:[A-Z])[\w/+#&-]*(?: (?:of |"
        r"& )?(?-i:[A-Z])[\w/+#&-]*){0,5}) (?:interview|team|process|call|stage|round)",
        r"\b(?:as|als|comme|como)\s+(?:an? |the |our )?((?-i:[A-ZÀ-Þ])[\w/+#&.-]*(?: (?:of |& |der |"
        r"de |für )?(?-i:[A-ZÀ-Þ])[\w/+#&.-]*){0,4})",
        r"\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or) ((?:[\w/+#-]+ ){0,3}?[\w/+#-]+) (?:role|position|"
        r"opening|vacancy|job|post)\b",
        r"\b(?:recherche|recrute|busca|procura|sucht|looking for|cherche|seeking|zoekt|"
        r"cerca)\s+(?:sa |son |ses |une? |un/une |an? |uma? |unos? |unas? |eine[nr]? |its |their |"
        r"der )?([^\n.,;:!?()]{4,60})",
    )
)  # fmt: skip
# 'vaga de …', 'Stelle als …': what follows is a position even if no word of it is known.
_NAMING = (_PHRASES[2], _PHRASES[4])
_NAMED = re.compile(
    r"^(?:(?:the|our|la|le|el|a|o|die|der|den)\s+)?(?:stelle|position|rolle|role|poste|puesto|vacante|"
    r"vaga|posici[oó]n|posi[çc][aã]o|cargo|job)\s+(?:als |of |as |de |da |do |d['’])?", re.I
)  # fmt: skip
# 'our Head of Design', 'the hiring manager': a person to meet.
_SOMEBODY = re.compile(r"^(?:our|notre|nos|unser\w*|nuestr\w*|noss\w*|the|le|la|el|o|a|der|die|dem)\s", re.I)
_IN_TOWN = re.compile(r"\s(?:in|en|em|à)\s[A-ZÀ-Þ]\w+$")
_WHERE = re.compile(r"^\w+[- ]based ")
_CUT = re.compile(
    r"\s(?:que |qui |who |which |where |en (?:madrid|barcelona|nuestr)|em (?:lisboa|porto|s[aã]o|"
    r"regime)|no |na |at |bei |chez |@ |with |mit |avec |con |com |in (?:berlin|unser|our)|et vous|und |"
    r"y t[uú]|and |hat |haben |gefallen|"
    r"à |dans |ouvert|pour |para |für |to |zur |en lisboa|en m[eé]xico).*$|\s[-–—|]\s.*$",
    re.I,
)  # fmt: skip
_SEGMENTS = re.compile(r"\s+[-–—|·•]+\s+|\s*[|:·•]\s*|\s//\s|\s/\s|(?<=\w)\s*[()\[\]]|\s[-–—]|[-–—]\s")
_TITLE_FOR = re.compile(
    r"\b(?:for|für|fuer|pour|para|als|as|re|zur|zum|about|del puesto de|du poste de)\s+(?:the |our |"
    r"a |an |die |den |le poste de |le poste d['’]|la vacante de |a vaga de |el puesto de )?",
    re.I,
)
_TITLE_CUT = re.compile(
    r"\s(?:at|bei|chez|with|w/|mit|avec|con|com|en|na|no)\s.*$|\s?@.*$|\s+(?:role|position|vacancy|opening|stelle|interview|screen|job)$",
    re.I,
)
_TAIL = re.compile(
    r"[,(]\s*(?:\d.*|req\b.*|r-\d.*|ref\b.*)$|\s*\(?\b(?:m/w/d|w/m/d|m/f/d|f/m/d|h/f|f/h|m/f|m/f/x|"
    r"all genders|gn)\b\)?\s*$",
    re.I,
)
_EVENT_NAME = re.compile(
    r"(?:event (?:name|type)|event-name|event|what|was|nome do evento|nombre del evento|"
    r"nom de l['’][ée]v[ée]nement|veranstaltung)\s{0,3}(?::\s*(.*))?$", re.I
)  # fmt: skip
_OPENS = re.compile(
    r"^(?:hi|hello|hey|dear|hallo|liebe\w*|sehr geehrte\w*|bonjour|salut|hola|ol[áa]|oi|ciao|with|mit|"
    r"avec|con|com|interviewers?)\b",
    re.I,
)
_EDGES = " \t\n-–—|:,;.·/()[]*'\"’"
_LONGEST = 80
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
    found = [line for line in lines[:1] if not _OPENS.search(line)]
    for at, line in enumerate(lines[:12]):
        match = _EVENT_NAME.match(line)
        if match is not None:
            found.append(match.group(1) or next((x for x in lines[at + 1 :] if x), ""))
    return [
        line
        for line in found
        if 2 < len(line) <= 70 and line[-1] not in ".!?;" and "http" not in line and "@" not in line
    ]


def _labelled(view: View) -> str | None:
    match = _LABELLED.search(view.body[:8000])
    if match is None:
        return None
    value = re.sub(r"\s*\(.*$", "", match.group(1).strip())
    value = re.split(r"\s[-–—|]\s|https?://", value)[0]
    return _tidy(_TITLE_CUT.sub("", value))


def _in_line(line: str, company: str | None) -> str | None:
    for segment in _SEGMENTS.split(line):
        hits = lexicon().find(words(segment))
        roles = [h for h in hits if h.meaning == "role"]
        taken = [h for h in hits if h.meaning in ("recruiting", "job", "stage", "conducting")]
        if not any(_free(r, taken) for r in roles):
            continue
        text = segment
        stated = _TITLE_FOR.search(text)
        if stated is not None and stated.end() < len(text):
            text = text[stated.end() :]
        text = _TITLE_CUT.sub("", _TAIL.sub("", text.strip()))
        text = _without_opening(text)
        found = _tidy(_TITLE_CUT.sub("", text))
        if found is not None:
            found = _tidy(_alone(found, company))
        if found is not None and _is_role(found) and not _SOMEBODY.match(found):
            return found
    return None


def _alone(text: str, company: str | None) -> str:
    """Without 'the position of' before it and the company at its edges."""
    text = _NAMED.sub("", text)
    if company and len(company) > 2:
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
        if hit.meaning in ("job", "interview", "recruiting", "stage", "talk") and hit.start <= cut:
            cut = max(cut, hit.stop)
    if cut == 0 or cut >= len(found):
        return text
    tokens = list(re.finditer(r"[^\W_]+", text))
    return text[tokens[cut].start() :] if cut < len(tokens) else text


def _in_text(view: View, company: str | None) -> str | None:
    text = view.body[:5000]
    for pattern in _PHRASES:
        for match in pattern.finditer(text):
            value = re.split(r"[.!?]\s", _CUT.sub("", match.group(1).strip()))[0]
            found = _tidy(_IN_TOWN.sub("", _alone(_WHERE.sub("", value), company)))
            if found is not None and (
                _is_role(found) or (pattern in _NAMING and found[0].isupper() and len(found.split()) < 4)
            ):
                return found
    return None


def _tidy(text: str) -> str | None:
    value = " ".join(_TAIL.sub("", text.strip()).split()).strip(_EDGES)
    if value.count("(") > value.count(")"):
        value = value.split("(")[0].strip(_EDGES)
    if not 2 <= len(value) <= _LONGEST or len(value.split()) > _MOST_WORDS:
        return None
    return value
