"""Positions that are named as such: 'Role: …', 'Stelle als …', 'vaga de …', 'your application for …'."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from scheduler.recognise.lexicon import lexicon
from scheduler.recognise.position_aside import GENDER, NO_PART, STATUS, belongs
from scheduler.recognise.text import fold, on_demand, squeezed, words
from scheduler.recognise.view import View

# What may stand before a colon, and the position behind it.
_LABELS = frozenset({
    "role", "position", "job title", "job", "applied position", "applied for", "application for", "vacancy",
    "opening", "stelle", "position als", "rolle", "bewerbung als", "poste", "candidature", "offre",
    "intitule du poste", "puesto", "vacante", "vacante de interes", "posicion", "oferta", "cargo", "vaga",
    "vaga de interesse", "posicao", "funcao", "functie", "posizione", "poste vise", "ausgeschriebene stelle", "titel",
    "title", "stellenbezeichnung", "bewerbung", "puesto ofertado", "emploi", "offene stelle", "offer",
})  # fmt: skip
# A form asks for it in a sentence: 'Which role did you apply for?: Platform Engineer'.
_ASKED = frozenset({
    "role", "position", "job", "vacancy", "stelle", "rolle", "poste", "offre", "puesto", "vacante", "vaga", "cargo",
    "posicion", "posicao", "funcao", "oferta",
})  # fmt: skip
_NOT_ASKED = frozenset({"salary", "salaire", "gehalt", "salarial", "why", "warum", "pourquoi", "start", "when", "cv"})
_LONGEST_LABEL = 70
_LONGEST = 80
_LONGEST_VALUE = 120
_MOST_WORDS = 9
EDGES = " \t\n-–—|:,;.·/[]*'\"’“”„«»!?"

# A word of a name, with brackets that end it: 'Chargé(e)', and what may join two words of it.
_W = r"[^\W_][\w/+#&'’.*-]*(?:\([\w/]{1,6}\)|:in(?:nen)?\b)?[\w/]*"
_CAP = r"[A-ZÀ-Þ][\w/+#&'’.*-]*(?:\([\w/]{1,6}\)|:in(?:nen)?\b)?[\w/]*"
_JOIN = r"(?:of|and|&|de|da|do|des|du|del|der|für|for|the|und|et|y|e|d['’]|la|le|in|im|to|-|–|I|II|III)"
_NAME = rf"{_CAP}(?:,? (?:(?:{_JOIN} ){{0,2}}{_CAP}|\d{{4}})){{0,6}}(?: \([^()\n]{{2,24}}\))?"
# In French, Spanish and Portuguese only the first word is capitalised, if any.
_LOOSE = rf"{_W}(?: {_W}){{0,7}}(?: \([^()\n]{{2,24}}\))?"


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
        "role position opening vacancy opportunity job requisition stelle vaga vacante puesto poste",
        r"\b(?:[Rr]ole|[Pp]osition|[Vv]acancy|[Oo]pening|[Jj]ob|[Rr]equisition|[Ss]telle|[Vv]aga|[Vv]acante|[Pp]uesto|"
        rf"[Pp]oste)\s?[:=]\s?(?:[A-Z]{{1,4}}-?\d+\s)?({_LOOSE})",
        naming=True,
    ),
    _phrase(
        "role position vacancy job stelle vaga vacante puesto req requisition",
        rf"\b(?:[Rr]ole|[Pp]osition|[Vv]acancy|[Jj]ob|[Ss]telle|[Rr]eq|[Rr]equisition)\s"
        rf"(?:[Nn]o\.? |#|[Nn]r\.? )?[A-Z]{{0,4}}-?\d+,?\s"
        rf"\(?({_NAME})",
        naming=True,
    ),
    _phrase(
        "role position opening vacancy opportunity job search post",
        r"\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or|[Aa]bout|[Cc]onfidential|[Bb]ased|[Rr]e)\s+"
        r"(?:(?:confidential|new|open|\w+[- ]based) )?"
        rf"({_NAME})\s+(?:role|position|opening|vacancy|opportunity|job|search|post)\b",
        naming=True,
    ),
    _phrase(
        "role position vacancy post job opening",
        rf"\b(?:[Rr]ole|[Pp]osition|[Vv]acancy|[Pp]ost|[Jj]ob|[Oo]pening)\s(?:of|as|for)\s(?:an? |our |the )?({_NAME})",
        naming=True,
    ),
    _phrase(
        "interviewing applying application applied interview joining reporting stage for",
        r"\b(?:interviewing for|[Aa]pplying (?:to|for|as)|[Aa]pplication (?:to|for|as)|applied (?:to|for|as)"
        r"|[Ii]nterview for"
        r"|joining(?: us)? as|reporting to as|stage for|for each)\s+(?:the |our |an? )?(?:position of |role of )?"
        rf"({_NAME}|[a-z]+ (?:designer|engineer|developer|manager|analyst|scientist|nurse|teacher|assistant))",
    ),
    _phrase(
        "stelle position bewerbung rolle bewerben beworben bewirbst",
        r"\b(?:[Ss]telle|[Pp]osition|[Bb]ewerbung|[Rr]olle|beworben|bewirbst)\s+"
        rf"(?:(?:als|der|des|eines|einer|zur|zum|um|auf)\s+)?(?:die |den |der )?[„\"]?({_NAME})",
        naming=True,
    ),
    _phrase(
        "poste posto offre", rf"\b(?:[Pp]oste|[Pp]osto|[Oo]ffre|[Ee]mploi)\s+(?:de |d['’])\s*[«\"]?({_LOOSE})", True
    ),
    _phrase(
        "vaga vacante puesto rol posicion posicao cargo funcao vacantes",
        r"\b(?:[Vv]aga|[Vv]acante|[Pp]uesto|[Rr]ol|[Pp]osici[oó]n|[Pp]osi[çc][aã]o|[Cc]argo|[Ff]un[çc][aã]o)\s+"
        rf"(?:de |para |da |do )\s*[«\"]?({_LOOSE})",
        naming=True,
    ),
    _phrase(
        "candidatou candidatura candidature postule solicitud candidataste postulaste",
        r"\b(?:candidatou|candidataste|candidatura|[Cc]andidature|postul\w+|[Ss]olicitud|inscri\w+)\s+"
        rf"(?:a |à |ao |para |pra |al? |como |comme |pour |de |en tant que )"
        rf"(?:la |a |o |el |le |vaga de |puesto de )?({_CAP}(?: {_W}){{0,5}})",
    ),
    _phrase("search", rf"\b[Ss]earch for (?:an? |our |the |their )?({_NAME})"),
    _phrase(
        "interest hiring recruiting need",
        r"\b(?:interest in|hiring(?: for)?|recruiting|need) (?:the |our |an? )?(?:(?:position|role|post) of )?"
        rf"({_NAME})",
    ),
    _phrase(
        "interview team process call stage round",
        rf"\b(?:for|to) the ({_NAME}) (?:interview|process|call|stage|round|team)\b",
    ),
    _phrase(
        "as als comme como",
        rf"\b(?:as|als|comme|como)\s+(?:an? |the |our |unsere? )?(?:first |new |next |neue[rn]? )?({_NAME})",
    ),
    _phrase(
        "role position opening vacancy job post",
        r"\b(?:[Ff]or the|[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or) ((?:[\w/+#-]+ ){0,3}?[\w/+#-]+) "
        r"(?:role|position|opening|vacancy|job|post)\b",
    ),
    _phrase(
        "for para pour fur",
        rf"(?<![Aa]sk )\b(?:for|para|pour|für)\s+({_NAME})"
        r"(?=[.,;\n]|$|\s(?:and|y|e|et|und|with|a|at)\b)",
    ),
    _phrase(
        "recherche recrute busca procura sucht suche suchen looking cherche seeking zoekt cerca",
        r"\b(?:recherche|recrute|busca|procura|sucht|suche ich|suchen wir|looking for|cherche|seeking|zoekt|cerca)\s+"
        r"(?:sa |son |ses |une? |un/une |an? |uma? |unos? |unas? |eine[nr]? |its |their |der )?([^\n.,;:!?()]{4,60})",
    ),
)
_NAMED = on_demand(
    r"^(?:(?:the|our|la|le|el|a|o|die|der|den|your|ihre|votre|sua|tu)\s+)?(?:(?:open|new|offene) )?"
    r"(?:stelle|position|rolle|role|poste|puesto|vacante|vacancy|vacature|candidature|candidatura|bewerbung|"
    r"application|"
    r"vaga|posici[oó]n|posi[çc][aã]o|cargo|job|cdi|cdd|interim|festanstellung|opportunit[éy]|oportunidade?)\s+"
    r"(?:(?:als|of|as|de|da|do|del|du|des|der|for|pour|para|à|a)\s+|d['’]\s*)?"
    r"(?:(?:the|la|le|el|o|a|den|die)\s+)?", re.I
)  # fmt: skip
_IN_TOWN = on_demand(r"\s(?:in|en|em|à)\s[A-ZÀ-Þ]\w+$")
_WHERE = on_demand(r"^\w+[- ]based ")
_CUT = on_demand(
    r"\s(?:que |qui |who |which |where |en (?:madrid|barcelona|nuestr)|em (?:lisboa|porto|s[aã]o|"
    r"regime)|no |na |at |bei |chez |@ |with |mit |avec |con |com |in (?:berlin|unser|our)|et vous|und |"
    r"y t[uú]|and |hat |haben |gefallen|au sein |auprès |sprechen|reden|"
    r"à |dans |ouvert|pour |para |für |to |zur |en lisboa|en m[eé]xico|is |ist |est |es |nos |nas |bora |"
    r"has |was |we |wir |nous |vous |you ).*$|\s[-–—|]\s.*$"
    r"|\s(?:y el|y la|y los|et la|e o|e a|e os|e as) .*$|\set l['’e].*$"
    r"|,\s(?:hr|fr|herrn?|frau|mr|mrs|ms|mme|sra?|dra?)\b.*$",
    re.I,
)  # fmt: skip
_NUMBER = on_demand(r",\s*\d.*$|[,(]\s*(?:\d+\)?|req\b.*|r-\d.*|ref\b.*)$", re.I)
_STOP = on_demand(r"\s(?:at|bei|chez|@|with|mit|avec|con|com|na|no|en)\s.*$", re.I)


def labelled(view: View, company: str | None) -> str | None:
    """Behind a label, or as the answer to a form's question."""
    lines = view.body[:8000].replace("：", ":").split("\n")
    for at, line in enumerate(lines):
        label, colon, value = line.partition(":")
        if not colon or len(label) > _LONGEST_LABEL or not _asks_for_it(fold(label.lstrip(" \t*•-¿").rstrip())):
            continue
        value = next((v for text in (value, *lines[at + 1 : at + 3]) if (v := text.strip())), "")[:_LONGEST_VALUE]
        if len(value) > 1 and "?" not in value:
            value = re.split(
                r"\s\|\s|https?://|[;!]\s|(?<=\w\w\w)\.\s|,\s(?=[a-zß-ÿ]|(?:Hr|Fr|M|Mr|Ms|Mme|Sr|Sra|Kennz\w*|Ref|Job|ID|Nr)\b)",
                value,
            )[0]
            found = _with_aside(view, _STOP().sub("", _before_dash(view, value, company)), company)
            if found is not None and len(found.split()) <= _MOST_WORDS:
                return found
    return None


def _before_dash(view: View, value: str, company: str | None) -> str:
    """'Backend Engineer III – Ledger' stays; the company, a person and a number behind a dash go."""
    first, *rest = re.split(r"\s[-–—]\s", value)
    said = words(" ".join(rest))
    people = {w for p in (*view.cast.outside, *view.cast.private) for w in words(p.name)} | view.cast.names
    known = company is not None and squeezed(company) in squeezed(" ".join(rest))
    if len(rest) != 1 or len(said) > 3 or known or set(said) & (people | STATUS) or NO_PART().search(rest[0]):
        return first
    return value


def _asks_for_it(label: str) -> bool:
    if label in _LABELS:
        return True
    said = words(label)
    if not said or set(said) & _NOT_ASKED:
        return False
    return (label.endswith("?") and bool(set(said) & _ASKED)) or (said[0] in _ASKED and 1 < len(said) <= 5)


def named_in_text(view: View, company: str | None) -> str | None:
    """The first phrase of the text that names one."""
    return _named(view, view.body[:5000], set(view.body_words), company)


def named_in_title(view: View, company: str | None) -> str | None:
    """The first phrase of the title that names one."""
    return _named(view, view.title, set(view.title_words), company)


def _named(view: View, text: str, said: set[str], company: str | None) -> str | None:
    for phrase in _PHRASES:
        if not phrase.triggers & said:
            continue
        for match in phrase.pattern().finditer(text):
            found = _cleaned(view, match.group(1), company)
            if found is not None and (is_role(found) or (phrase.naming and _may_be_a_name(found))):
                return found
    return None


def _cleaned(view: View, value: str, company: str | None) -> str | None:
    value = re.split(r"[.!?]\s", _CUT().sub("", value.strip()))[0]
    value = _IN_TOWN().sub("", without_naming(_WHERE().sub("", value)))
    if company and len(company) > 2:
        value = re.sub(rf"\s*\b{re.escape(company)}$", "", value, flags=re.I)
    return _with_aside(view, value, company)


def _with_aside(view: View, value: str, company: str | None) -> str | None:
    """The name, and what stands in brackets behind it where that is of the position."""
    main, bracket, aside = value.strip().partition(" (")
    aside, closed, behind = aside.partition(")")
    if closed and behind.strip(EDGES) and GENDER().fullmatch(aside):
        return tidy(value)
    found = tidy(value if not bracket else main)
    if found is None or not bracket or not belongs(view, aside, company):
        return found
    return f"{found} ({aside})"


def _may_be_a_name(text: str) -> bool:
    """Capitalised and short, and no word for the interview itself."""
    meant = {h.meaning for h in lexicon().find(words(text))}
    return (
        text[0].isupper() and len(text.split()) < 5 and not meant & {"interview", "job", "likely", "applying", "talk"}
    )


def is_role(text: str) -> bool:
    """A role is named in it; 'Engineering panel' has none."""
    found = words(text)
    if any(w.endswith(_ENDINGS) and len(w) > 8 for w in found):
        return True
    return any(h.meaning == "role" and found[h.start] != "engineering" for h in lexicon().find(found))


# German puts the trade before the role in one word.
_ENDINGS = (
    "leiter", "leiterin", "leitung", "ingenieur", "ingenieurin", "techniker", "technikerin", "berater", "beraterin",
    "entwickler", "entwicklerin", "assistenz", "assistent", "assistentin", "fachkraft", "pfleger", "pflegerin",
    "fahrer", "fahrerin", "manager", "managerin", "meister", "meisterin", "helfer", "helferin", "verkaufer",
    "verkauferin", "kaufmann", "kauffrau", "mechaniker", "mechanikerin", "elektroniker", "elektronikerin",
    "programmierer", "programmiererin", "sachbearbeiter", "sachbearbeiterin", "referent", "referentin", "planer",
    "planerin", "betreuer", "betreuerin", "redakteur", "redakteurin", "lehrer", "lehrerin", "trainer", "trainerin",
    "kraft",
)  # fmt: skip


def without_naming(text: str) -> str:
    """Without 'the position of', 'Stelle als', 'vaga de' before it."""
    return _NAMED().sub("", text)


def tidy(text: str) -> str | None:
    """One line without marks at its edges; None where it is too long or short for a name."""
    value = " ".join(_NUMBER().sub("", text.strip()).split()).strip(EDGES)
    if value.count("(") != value.count(")"):
        value = value.split("(")[0].strip(EDGES + ")")
    if not 2 <= len(value) <= _LONGEST or len(value.split()) > _MOST_WORDS:
        return None
    return value
