"""A company in the title that the user, or a service without a sender's name, has written."""

from __future__ import annotations

import re

from scheduler.recognise.lexicon import lexicon
from scheduler.recognise.roles import is_workshop, names_a_field, roles_in
from scheduler.recognise.text import fold, on_demand, squeezed, without_addresses, words
from scheduler.recognise.view import View

TOKEN = on_demand(r"[^\W_]+(?:['’.][^\W_]+)*")
_SPLIT = on_demand(r"\s[-–—]+\s|[|:,;·•/()\[\]<>@+?!]+|\s[-–—]|[-–—]\s|//|\bx\b(?=\s[A-Z])")
_AFTER = on_demand(
    r"(?:@\s*|\b(?:at|with|bei(?:m|\sder)?|mit(?:\sder)?|chez|avec|en|con|com(?:\sa|\so)?|na|no|da|do|presso|bij|met|w/)\s+|\bw\s+(?:the\s+)?(?=[A-ZÀ-Þ]))(?=[^\W\d_])",
    re.I,
)
_MET_AT = on_demand(r"(?:\bw/|\b(?:with|mit|avec|con|com))\s[A-ZÀ-Þ]\w+\s?@(?=\s?[A-ZÀ-Þ])")
_FROM = on_demand(
    r"\b(?:from|von der|de chez|da empresa|de la empresa|llaman? de(?:sde)?|ligam? d[aeo]|appell?e? de|anruf von)"
    r"\s+(?:(?:la|l['’]|du|der|a|o)\s*[a-zà-ÿ]+\s+)?(?=[A-ZÀ-Þ])"
)
_FORMAL = frozenset({
    "fr", "hr", "frau", "herr", "herrn", "mme", "mlle", "mr", "mrs", "ms", "sra", "sr", "dr", "dra", "don",
})  # fmt: skip
_CONNECT = frozenset({
    "de", "du", "des", "da", "do", "dos", "das", "del", "of", "and", "und", "et", "y", "e", "la", "le", "les", "the",
    "van", "von", "für", "for",
})  # fmt: skip
_AND = frozenset({"and", "und", "et", "y", "e"})
_NOISE_MEANINGS = frozenset({"job", "likely", "interview", "recruiting", "stage", "talk", "applying", "role"})
NOISE = frozenset({
    "zoom", "teams", "meet", "google", "webex", "skype", "online", "remote", "telefon", "tel", "phone", "video",
    "videocall", "visio", "rdv", "uhr", "am", "pm", "h", "min", "mins", "minutes", "minuten", "hrs", "hr", "mon",
    "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "montag",
    "dienstag", "mittwoch", "donnerstag", "freitag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "lunes",
    "martes", "miercoles", "jueves", "viernes", "segunda", "terca", "quarta", "quinta", "sexta", "re", "fwd", "fw",
    "aw", "wg", "canceled", "cancelled", "rescheduled", "updated", "moved", "new", "time", "confirmed",
    "confirmation", "invitation", "invite", "einladung", "bestatigung", "termin", "cita", "convocatoria", "convite",
    "invitacion", "abgesagt", "verschoben", "annule", "reporte", "cancelada", "cancelado", "aplazada", "adiada",
    "1st", "2nd", "3rd", "first", "second", "third", "final", "last", "erste", "zweite", "dritte", "premier",
    "deuxieme", "primera", "primeira", "job", "work", "travail", "trabajo", "emprego", "emploi", "arbeit", "mein",
    "meine", "my", "ma", "mi", "meu", "minha", "um", "uma", "un", "una", "for", "fur", "pour", "para", "with", "at",
    "bei", "mit", "chez", "avec", "en", "con", "com", "na", "no", "al", "zu", "zum", "zur", "im", "in", "on", "to",
    "a", "an", "the", "der", "die", "das", "le", "la", "el", "o", "os", "as", "and", "und", "et", "y", "e", "about",
    "uber", "sobre", "from", "de", "da", "do", "du", "des", "von", "van", "tech", "technical", "technisches",
    "technisch", "wegen", "round", "rounds", "runde", "ronda", "rodada", "tour", "stage", "step", "part", "session",
    "day", "tag", "internal", "interne", "interna", "interno", "intern", "application", "bewerbung", "candidature",
    "candidatura", "ligar", "llamar", "appeler", "anrufen", "ring", "p", "technique", "tecnica", "tecnico", "rh",
    "client", "kunde", "salle", "cuisine", "cocina", "cozinha", "kuche", "kueche", "backstube", "tienda", "magasin",
    "boutique", "werkstatt", "em", "au", "aux", "beim", "vom", "presso", "team", "crew", "por",
})  # fmt: skip

SERVICE_NAMES = frozenset({
    "greenhouse", "lever", "ashby", "goodtime", "calendly", "workday", "calcom", "zoom", "smartrecruiters",
    "teamtailor", "personio", "recruitee", "workable", "candidate", "candidates", "doodle", "savvycal",
})  # fmt: skip
_BY_CALL = frozenset({
    "call", "chat", "screen", "coffee", "zoom", "phone", "kaffee", "telefonat", "charla", "llamada", "appel",
    "conversa",
})  # fmt: skip


def noted_company(view: View) -> str | None:
    """The company in a title that the user, or a service without a sender's name, has written."""
    title = without_addresses(view.title)
    # With whom, then where: 'zoom w/ Bex @ Nettlefold'.
    if not view.title_meanings & {"job", "likely", "interview"} and (met := _MET_AT().search(title)) is not None:
        title = title[met.end() - 1 :]
    outer = re.sub(r"\([^()]*\)", " | ", title)
    inner = " | ".join(re.findall(r"\(([^()]*)\)", title))
    for match in (*_FROM().finditer(outer), *_AFTER().finditer(outer)):
        if names_a_field(_SPLIT().split(outer[: match.end()])[-1] + " "):
            continue
        found = clean(view, outer[match.end() :])
        if found is not None:
            return _of_somebody(view, found) or found
    spare = None
    for part in _SPLIT().split(outer):
        found = None if _people(view, part) else clean(view, part)
        if found is not None and not _names_a_position(part, found):
            return found
        spare = spare or found
    for part in reversed(_SPLIT().split(inner)):
        found = clean(view, part)
        if found is not None and len(found) > 2 and found[0].isupper() and squeezed(found) not in SERVICE_NAMES:
            return found
    return spare


def _of_somebody(view: View, name: str) -> str | None:
    """'Call with Finbar (Acme)': the company of the one who calls."""
    if len(name.split()) > 1 or "interview" in view.title_meanings or not _BY_CALL & set(view.title_words):
        return None
    match = re.search(rf"{re.escape(name)}\s+\(([^()]+)\)", view.title)
    found = clean(view, match.group(1)) if match else None
    return found if found and found[0].isupper() and squeezed(found) not in squeezed(view.location) else None


def _names_a_position(part: str, found: str) -> bool:
    """'warehouse night supervisor', 'Estágio em Logística': the rest of it is no company if another part has one."""
    said = words(part)
    if names_a_field(part):
        return True
    if {h.meaning for h in lexicon().find(said)} & (_NOISE_MEANINGS - {"role"}):
        return False
    left = words(found)
    return found[0].islower() or any(h.stop == len(left) for h in roles_in(left))


def _formal(part: str) -> bool:
    """'Fr. Kern': a person, not a company; 'Dr. Oetker GmbH' is longer."""
    said = words(part)
    return 1 < len(said) < 3 and said[0] in _FORMAL


def _people(view: View, part: str) -> bool:
    """'Ana Silva and Mo Diaz', as booking pages call a meeting by the two who have it."""
    folded = {fold(t.group()) for t in TOKEN().finditer(part)}
    return bool(folded & view.cast.names) and (" & " in part or bool(folded & _AND))


def clean(view: View, text: str) -> str | None:
    """The first run of words that are neither the interview, nor a role, nor the user, nor a time."""
    part = next((p for p in _SPLIT().split(text) if p.strip() and not _formal(p)), "")
    tokens = list(TOKEN().finditer(part))
    folded = [fold(t.group()) for t in tokens]
    flat = [w for f in folded for w in (words(f) or [f])]
    owner = [i for i, f in enumerate(folded) for _ in (words(f) or [f])]
    noise = {i for i, f in enumerate(folded) if f.rstrip(".") in NOISE or f[0].isdigit() or f in view.cast.names}
    # 'Dr. Patel' is somebody; 'Dr. Oetker GmbH' was found by its form.
    noise |= {j for i, f in enumerate(folded[:-1]) if f.rstrip(".") in _FORMAL and len(folded) > 2 for j in (i, i + 1)}
    for hit in lexicon().find(flat):
        if hit.meaning in _NOISE_MEANINGS and not (hit.meaning == "role" and is_workshop(flat[hit.start])):
            noise.update(owner[hit.start : hit.stop])
            # 'practice manager': small letters before a role are of its name.
            before = owner[hit.start] - 1
            if hit.meaning == "role" and before > 0 and tokens[before].group().islower():
                noise.add(before)
    people = {w for p in (*view.cast.outside, *view.cast.private) for w in words(p.name.split("@", 1)[0])}
    run: list[int] = []
    for i, word in enumerate(folded):
        if i in noise and not (run and word in _CONNECT and i + 1 < len(tokens) and i + 1 not in noise):
            if run:
                break
            continue
        run.append(i)
    if not run or all(folded[i] in people for i in run):
        return None
    # 'La Table d'Augustin': a capitalised article that begins the part.
    begins = run[0] == 1 and folded[0] in _CONNECT | {"el", "los", "las", "il"} and text.strip()[0].isupper()
    found = part[tokens[0 if begins and part is not view.title else run[0]].start() : tokens[run[-1]].end()]
    return found if len(squeezed(found)) >= 2 else None
