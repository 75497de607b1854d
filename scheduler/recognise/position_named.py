"""Positions that are named as such: 'Role: …', 'Stelle als …', 'vaga de …', 'your application for …'."""

from __future__ import annotations

import re

from scheduler.recognise.lexicon import lexicon
from scheduler.recognise.position_aside import GENDER, NO_PART, OPENING, STATUS, belongs
from scheduler.recognise.position_phrases import CAP, PHRASES
from scheduler.recognise.roles import begins_with_role, field_of, is_role
from scheduler.recognise.sentences import first_sentence, sentences
from scheduler.recognise.text import fold, on_demand, squeezed, words
from scheduler.recognise.view import View

# What may stand before a colon, and the position behind it.
_LABELS = frozenset({
    "role", "position", "job title", "job", "applied position", "applied for", "application for", "vacancy",
    "opening", "stelle", "position als", "rolle", "bewerbung als", "poste", "candidature", "offre",
    "intitule du poste", "puesto", "vacante", "vacante de interes", "posicion", "oferta", "cargo", "vaga",
    "vaga de interesse", "posicao", "funcao", "functie", "posizione", "poste vise", "ausgeschriebene stelle", "titel",
    "title", "stellenbezeichnung", "bewerbung", "puesto ofertado", "posting", "job posting", "emploi",
    "offene stelle", "offer",
})  # fmt: skip
# A form asks for it in a sentence: 'Which role did you apply for?: Platform Engineer'.
_ASKED = frozenset({
    "role", "position", "job", "vacancy", "stelle", "rolle", "poste", "offre", "puesto", "vacante", "vaga", "cargo",
    "posicion", "posicao", "funcao", "oferta", "opening", "opportunity", "ausschreibung",
})  # fmt: skip
_NOT_ASKED = frozenset(
    {
        "salary",
        "salaire",
        "gehalt",
        "salarial",
        "why",
        "warum",
        "pourquoi",
        "start",
        "when",
        "cv",
        "travail",
        "trabajo",
        "trabalho",
    }
)
# 'Bewerbung Nr. 17'.
_NUMBERED = frozenset({"nr", "nr.", "no", "no.", "nummer", "number", "num", "ref", "id", "code"})
_LONGEST_LABEL = 70
_LONGEST = 80
_LONGEST_VALUE = 120
_MOST_WORDS = 9
EDGES = " \t\n-–—|:,;.·/[]*'\"’“”„«»!?"

_NAMED = on_demand(
    r"^(?:(?:the|our|la|le|el|a|o|die|der|den|your|ihre|votre|sua|tu)\s+)?(?:(?:open|new|offene) )?"
    r"(?:stelle|position|rolle|role|poste|puesto|vacante|vacancy|vacature|candidature|candidatura|bewerbung|"
    r"application|"
    r"vaga|plaza|posici[oó]n|posi[çc][aã]o|cargo|job|cdi|cdd|interim|festanstellung|opportunit[éy]|oportunidade?)\s+"
    r"(?:(?:als|of|as|de|da|do|del|du|des|der|for|pour|para|à|a)\s+|d['’]\s*)?"
    r"(?:(?:the|la|le|el|o|a|den|die)\s+)?", re.I
)  # fmt: skip
# 'your CV, the Principal Consultant'.
_LISTED = on_demand(r"^.*,\s(?:the|our|an?|la|le|el|die|der|den)\s")
_NOTED = on_demand(r"^(?:for |the |an? )*((?:[\w/+#-]+ ){0,2}[\w/+#-]+) (?:position|role|job|vacancy)\b", re.M)
# 'Poste de travail' is a desk.
_OF_WORK = frozenset({"travail", "trabajo", "trabalho", "empleo", "emprego", "police", "conduite", "secours"})
_NO_NAMES = frozenset({
    "the", "this", "that", "my", "your", "new", "next",
    "dream", "same", "about", "re", "good", "nice", "great", "old", "current", "permanent", "contract", "remote",
    "time",
    "hybrid", "open", "temp", "perm", "for", "of", "job", "best", "first", "what", "which", "is", "in", "other", "each",
    "call", "interview", "ask", "with", "a", "it", "no", "any", "one", "both",
})  # fmt: skip
_IN_TOWN = on_demand(r"\s(?:in|en|em|à)\s[A-ZÀ-Þ]\w+$")
_IN_A_MONTH = on_demand(
    r"\s(?:en|em|im|in)\s(?:jan(?:uar|vier|eiro)|enero|feb(?:ruar|rero)|février|fevereiro|march|märz|mars|marzo|março|"
    r"apri?l|abril|avril|mai|mayo|maio|may|june?|juni|junio|junho|juin|july|juli|julio|julho|juillet|ao[uû]t|august|"
    r"agosto|sept?(?:iembre|ember|embre|embro)|setembro|october|oktober|octubre|octobre|outubro|"
    r"nov(?:iem|em)(?:ber|bre|bro)|de[cz]ember|d[eé]cembre|diciembre|dezembro)\b.*$",
    re.I,
)
# 'Chargée de communication et': cut in the midst of what follows.
_JOINING = on_demand(r"\s(?:et|und|y|e|and|de|du|da|do|der|or|ou|oder)$")
_WHERE = on_demand(r"^\w+[- ]based ")
_CUT = on_demand(
    r"\s(?:que |qui |who |which |where |en (?:madrid|barcelona|nuestr)|em (?:lisboa|porto|s[aã]o|"
    r"regime)|no |na |at |bei |chez |@ |with |mit |avec |con |com |in (?:berlin|unser|our)|et vous|und |"
    r"y t[uú]|and |hat |haben |gefallen|au sein |auprès |sprechen|reden|"
    r"à |dans |ouvert|pour |para |für (?-i:[a-zß-ÿ\d])|to |zur |en lisboa|en m[eé]xico|"
    r"is |ist |est |es |nos |nas |bora |"
    r"quelqu|jemand|someone |alguien |algu[ée]m |has |was |we |wir |nous |vous |you ).*$|\s[-–—|]\s.*$"
    r"|\s(?:en pièce|en adjunto|em anexo|en annexe|im anhang|anbei|attached|ab |dès |desde |from |starting |partir |"
    r"turno |jusqu|aqu[ií] |here |hier |ici |bis |durante |pendant |während |during |"
    r"au (?:chaud|plus|sein|prochain|début)|"
    r"(?:on (?:mon|tues|wednes|thurs|fri)day|libre|vacant|frei|bleibt|reste)\b).*$"
    r"|\s(?:e|y|et) (?:(?:d[aeo]s?|del?|des) )?(?:tus?|tuas?|teus?|sus?|suas?|seus?|vos|votre|tes|nos|notre|nuestr\w+|"
    r"noss\w+) .*$"
    r"|\s(?:e|y|et) [a-zà-ÿ]+(?:ar|er|ir|ons|ez|emos|amos|imos)\s.*$"
    r"|\s(?:y el|y la|y los|et la|e o|e a|e os|e as) .*$|\set l['’e].*$"
    r"|,\s(?:i|we|you|please|ich|wir|bitte|je|nous|vous)\b.*$|,\s(?:hr|fr|herrn?|frau|mr|mrs|ms|mme|sra?|dra?)\b.*$",
    re.I,
)  # fmt: skip
# 'Data Analyst au chaud jusqu'à vendredi': two small words or more behind capitalised ones go on with the sentence.
_CAPITALISED = on_demand(
    rf"({CAP}(?: {CAP})+) (?!(?:(?:of|and|for|und|für|et|y|e|de|des|du|da|do|dos|das|del|la|le|en|em|in|im|to|à|au|aux|"
    r"pour|para|por|sur|junior|senior|sénior|pleno|confirmée?)\b|d'))[a-zß-ÿ]\w* [a-zß-ÿ]"
)
# Hours, a ward, a part of the country; asked where a number, a comma or such a word occurs.
_TERMS = on_demand(
    r"\s\d{1,2}(?:[.,]\d)? ?(?:std|stunden|h|hrs?|hours|heures|horas)\b.*$|\s(?:station|schicht|ward|gruppe)\s\d\w*$|"
    r"\s(?:media jornada|mi-temps|[àa] temps (?:plein|partiel))$|"
    r",\s(?:raum|region|großraum|standort|zona|zone|[áa]rea|secteur)\s.*$",
    re.I,
)
_HINTS = frozenset("0123456789,")
_NUMBER = on_demand(
    r",\s*\d.*$|,?\s(?:kennz\w*|kz|az|stellen-?id|job-?id|r[ée]f[ée]?\w*\.?:?\s?\d).*$|[,(]\s*(?:\d+\)?|req\b.*|r-\d.*|ref\b.*)$",
    re.I,
)
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
            value = first_sentence(
                re.split(
                    r"\s\|\s|https?://|,\s(?=[a-zß-ÿ]|(?:Hr|Fr|M|Mr|Ms|Mme|Sr|Sra|Kennz\w*|Ref|Job|ID|Nr)\b)",
                    value,
                )[0]
            )
            found = _with_aside(view, without_place(_before_dash(view, value, company), company, _STOP()), company)
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
    plain = text.replace("’", "'")
    for phrase in PHRASES:
        if not phrase.triggers & said:
            continue
        for match in phrase.pattern().finditer(plain):
            whole = text[match.start(1) : match.end(1)]
            # 'We talk about OTE. Sales Manager brief attached': it may begin with a sentence of its own.
            for name in dict.fromkeys((whole, sentences(whole)[-1])):
                found = _cleaned(view, name, company)
                if found is not None and (
                    (is_role(found) and not (phrase.begins and not begins_with_role(found)))
                    or (phrase.naming and _may_be_a_name(found))
                    or (phrase.lower and not set(words(found)) & _OF_WORK)
                ):
                    return found
    return _of_her_note(view, text) if view.cast.noted else None


def _of_her_note(view: View, text: str) -> str | None:
    """'store mgr position, ask for Colin': the user abbreviates as she likes."""
    for match in _NOTED().finditer(text[:400]):
        found = tidy(match.group(1))
        said = set(words(found or ""))
        if (
            found
            and not said & (_NO_NAMES | view.cast.names)
            and not {h.meaning for h in lexicon().find(words(found))} & OPENING
        ):
            return found
    return None


def _cleaned(view: View, value: str, company: str | None) -> str | None:
    value = first_sentence(_CUT().sub("", _LISTED().sub("", value.strip())))
    value = _IN_A_MONTH().sub("", value)
    value = without_place(without_naming(_WHERE().sub("", value)), company, _IN_TOWN())
    if (capitalised := _CAPITALISED().match(value.replace("’", "'"))) is not None:
        value = value[: capitalised.end(1)]
    if company and len(company) > 2:
        value = re.sub(
            rf"(?:\s(?:at|bei|chez|en|em|na|no|nel|da|do|de|von|of))?\s*\b{re.escape(company)}$", "", value, flags=re.I
        )
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


def without_place(text: str, company: str | None, place: re.Pattern[str]) -> str:
    """Without what `place` finds, unless it is the field of an 'Estágio em Logística'."""
    field = field_of(text)
    if field and not (company and squeezed(company) in squeezed(text[field:])):
        return text[:field] + place.sub("", text[field:])
    return place.sub("", text)


def _may_be_a_name(text: str) -> bool:
    """Capitalised and short, and no word for the interview itself."""
    meant = {h.meaning for h in lexicon().find(words(text))}
    return (
        text[0].isupper()
        and text.lower() not in _NUMBERED
        and len(text.split()) < 5
        and not meant & {"interview", "job", "likely", "applying", "talk"}
    )


def without_naming(text: str) -> str:
    """Without 'the position of', 'Stelle als', 'vaga de' before it."""
    return _NAMED().sub("", text)


def tidy(text: str) -> str | None:
    """One line without marks at its edges; None where it is too long or short for a name."""
    if not _HINTS.isdisjoint(text) or "jornada" in text or "temps" in text:
        text = _TERMS().sub("", text.strip())
    value = _JOINING().sub("", " ".join(_NUMBER().sub("", text.strip()).split()).strip(EDGES))
    if value.count("(") != value.count(")"):
        value = value.split("(")[0].strip(EDGES + ")")
    if not 2 <= len(value) <= _LONGEST or len(value.split()) > _MOST_WORDS:
        return None
    return value
