"""The position, where the invitation states one: a labelled line, a part of the title, or a phrase of the text."""

import re

from scheduler.recognise.booking import booked_as
from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.position_aside import KINDS, NO_PART, OPENING, STATUS, TERMS
from scheduler.recognise.position_left import explained, left_over, with_last
from scheduler.recognise.position_named import (
    EDGES,
    labelled,
    named_in_text,
    named_in_title,
    tidy,
    without_naming,
    without_place,
)
from scheduler.recognise.roles import SOMEBODY, is_role, is_somebody, role_words, roles_in
from scheduler.recognise.sentences import sentences
from scheduler.recognise.text import on_demand, squeezed, words
from scheduler.recognise.title_parts import GENDERED, parts_of
from scheduler.recognise.view import View

_TITLE_FOR = on_demand(
    r"\b(?:for|für|fuer|pour|para|als|as|re|zur|zum|about|wegen|sobre|regarding)\b:?\s+"
    r"(?:the |our |a |an |die |den |der |"
    r"l['’]|la |le |el |o |a )?",
    re.I,
)
_TITLE_CUT = on_demand(
    r"\s(?:at|bei|beim|chez|with|w/|mit|avec|con|com|en|na|no|nos|nas|in der|dans)\s.*$|\s?@.*$"
    r"|(?<!,)\s+(?:role|position|vacancy|opening|stelle|screen|job|search|post|opportunity|chat|call|conversation|intro|"
    r"assessment cent(?:re|er)|assessment day)$|(?<!,)\s+interview\b.*$",
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
# 'wg. techn. Zeichner', 'for asst. buyer'.
_ABOUT = on_demand(
    r"^(?:for|re|wg|wegen|als|as|pour|para|about|sobre)\b[.:]?\s+(?:the |an? |la |le |el |o |die |den )?", re.I
)
# With whom she meets, in the part before: what stands in brackets is said of that person.
_WITH = frozenset({"with", "w", "mit", "avec", "con", "com", "und", "and", "y", "e", "et", "meet", "meeting"})
_NAMED_WITH = on_demand(r"[+&]|\b(?:with|w/|mit|avec|con|com|und|and|et|y|e|meet)\b", re.I)
_TEAMS = frozenset({"team", "equipa", "equipe", "equipo", "panel", "jury", "committee", "partners", "rh", "hr", "rrhh"})
_CHIEFS = frozenset(
    {"ceo", "cto", "cfo", "coo", "cpo", "cmo", "vp", "md", "founder", "founders", "director", "hr", "rh"}
)
_INTERVIEW = frozenset({"job", "likely", "interview", "recruiting", "stage"})


# 'Graduate Scheme' is what takes her on; for which position, the text may say.
_SCHEMES = frozenset({"graduate", "scheme", "programme", "program", "trainee", "traineeprogramm", "early", "careers"})
_LETTERS = frozenset("mwfdhx") | {"gn", "div"}


def position_of(view: View, company: str | None) -> str | None:
    """The name of the position as written; None where none is stated, or only what kind of contract it has."""
    found = (
        labelled(view, company)
        or _in_full(view, named_in_title(view, company) or _in_line(view, view.title, company), company)
        or _stated_for(view, company)
        or named_in_text(view, company)
        or _in_a_heading(view, company)
        or left_over(view, company)
        or _of_a_note(view, company)
    )
    if found is None or set(words(found)) - KINDS:
        return found if found is None or set(words(found)) - _SCHEMES else named_in_text(view, company) or found
    return _of_a_kind(view, company)


def _of_a_kind(view: View, company: str | None) -> str | None:
    """'Ausbildung 2026' in the title is the training for what the text names."""
    named = named_in_text(view, company)
    return named if named is not None and set(words(named)) - KINDS else None


def _in_full(view: View, found: str | None, company: str | None) -> str | None:
    """'EM' is what the text calls Engineering Manager."""
    if found is None or not _ACRONYM().fullmatch(found):
        return found
    named = named_in_text(view, company)
    if named is None or not "".join(w[0] for w in words(named)).startswith(found.lower()):
        return found
    return named


def _in_a_heading(view: View, company: str | None) -> str | None:
    """In the first line of the text, or in what a booking page calls the kind of meeting."""
    first = view.body[:1500].split("\n", 1)[0].strip()
    for line, aside in ((first, False), (booked_as(view.body), True)):
        if _is_a_heading(line) and (found := _in_line(view, line, company, aside=aside)) is not None:
            return found
    return None


def _is_a_heading(line: str) -> bool:
    """No sentence, greeting or address."""
    return (
        2 < len(line) <= 70
        and not _OPENS().search(line)
        and not _names_somebody(line)
        and line[-1] not in ".!?;"
        and ". " not in line
        and "http" not in line
        and "@" not in line
    )


def _names_somebody(line: str) -> bool:
    """'Chef : Romain': whom to ask for."""
    said, colon, _ = line.partition(":")
    return bool(colon) and len(said.split()) == 1 and is_role(said)


def _in_line(view: View, line: str, company: str | None, *, aside: bool = True) -> str | None:
    for part in parts_of(line):
        found = _role_in(part.text, company, titled=aside)
        if found is not None:
            return with_last(view, found, part, company)
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
    people = {w for p in view.cast.outside for w in words(p.name)}
    if said - set(words(company or "")) <= _CHIEFS and people & set(words(before)):
        return None
    for said_of_it in aside.split(","):
        named = without_naming(said_of_it.strip())
        if named != said_of_it.strip() and is_role(named):
            return tidy(named)
    of_the_process = {h.meaning for h in lexicon().find(words(aside))} & {"recruiting", "job"}
    if (
        _meets_somebody(before, said, company)
        and not of_the_process
        and not {h.meaning for h in lexicon().find(words(before))} & {"recruiting", "job"}
    ):
        return None
    return _role_in(aside.split(",")[-1] if "," in aside and not is_role(aside.split(",")[0]) else aside, company)


def _meets_somebody(before: str, aside: set[str], company: str | None) -> bool:
    """What follows in brackets is said of a person; 'Interview with Acme (Loss Adjuster)' names none."""
    met = _NAMED_WITH().search(before)
    if met is None:
        return False
    whom = words(before[met.end() :])
    named = squeezed(company or "")
    at_company = bool(named) and any(squeezed(" ".join(whom[at:])).startswith(named) for at in (0, 1))
    team = bool(whom) and whom[-1] in _TEAMS
    return not (at_company or team) or aside <= _CHIEFS


def _role_in(text: str, company: str | None, *, titled: bool = True) -> str | None:
    """The position in a part of a title, or in what stands behind 'for', 'als' or 'vaga'."""
    if text.count("(") != text.count(")"):
        text = text.strip("()")
    said = role_words(text)
    taken = [h for h in lexicon().find(said) if h.meaning in _INTERVIEW | {"conducting"}]
    stated = _TITLE_FOR().search(text)
    # 'Professur für Bauphysik' is one name.
    if stated is not None and (is_role(text[stated.end() :]) or not is_role(text[: stated.start()])):
        text = text[stated.end() :] or text
    bare = without_naming(text)
    naming = bare != text or GENDERED().search(text) is not None
    if not naming and not any(_free(role, taken) for role in roles_in(said)):
        return None
    bare = without_place(_before_comma(bare.strip(), company, titled=titled), company, _TITLE_CUT())
    found = tidy(without_place(_without_opening(bare), company, _TITLE_CUT()))
    if found is not None:
        found = tidy(without_naming(_without_company(found, company)))
    if found is not None and is_role(bare := _PROCESS().sub("", found)):
        found = bare
    if found is None or is_somebody(found):
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
    known = (company and squeezed(company) in squeezed(rest)) or set(words(rest)) <= TERMS
    if not rest or known or not all(_names(w) for w in rest.split()) or NO_PART().search(rest) or len(rest.split()) > 3:
        return first
    return text


def _names(word: str) -> bool:
    """A capitalised word, a number or what joins two: of the name, not of a sentence."""
    first = word.lstrip("[(")[:1]
    return first.isupper() or first.isdigit() or word in _SMALL


_SMALL = frozenset({"and", "&", "of", "und", "für", "et", "de", "y", "e"})


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
        if hit.meaning in OPENING and (hit.start <= cut or set(found[cut : hit.start]) <= STATUS):
            cut = max(cut, hit.stop)
    if cut == 0 or cut >= len(found):
        return text
    tokens = list(re.finditer(r"[^\W_]+", text))
    return text[tokens[cut].start() :] if cut < len(tokens) else text


def _stated_for(view: View, company: str | None) -> str | None:
    """'Interview with Acme for Principal Risk Modeller', as hiring services write: a capitalised name behind 'for'."""
    if not (view.cast.outside or view.cast.service):
        return None
    for part in parts_of(view.title):
        match = _FOR().search(part.text)
        if match is None or not {h.meaning for h in lexicon().find(words(part.text[: match.start()]))} & OPENING:
            continue
        found = tidy(_TITLE_CUT().sub("", match.group(1)))
        if found is not None and not explained(view, found, company):
            return with_last(view, found, part, company)
    return None


def _of_a_note(view: View, company: str | None) -> str | None:
    """'Sachbearbeitung Netzanschluss. Zeugnisse mitnehmen!': a short sentence of her note that only names it."""
    if not view.cast.noted:
        return None
    for sentence in sentences(view.body[:400])[:4]:
        text = _ABOUT().sub("", sentence.strip(EDGES))
        if ":" in text:
            continue
        text = without_naming(text)
        text = tidy(_TITLE_CUT().sub("", text).split(",")[0]) or ""
        said = words(text)
        hits = lexicon().find(said)
        # The position begins it; 'ask the manager' and 'with CTO' do not.
        begins = any(h.meaning == "role" and h.start <= 1 for h in hits)
        met = bool(said) and said[0] in _WITH | SOMEBODY
        if begins and len(said) <= 5 and not met and not any(h.meaning in OPENING for h in hits):
            return _without_company(text, company)
    return None
