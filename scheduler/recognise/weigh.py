"""The weights: every reason for and against taking an event for an interview of the user's."""

from __future__ import annotations

import re
from math import exp

from scheduler.model.interview import Signal
from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.people import Cast
from scheduler.recognise.services import HIRING, SCHEDULING, is_recruiting, is_robot, is_shared, label_of
from scheduler.recognise.text import squeezed, without_addresses, words
from scheduler.recognise.view import View

# The sum from which an event is taken for an interview: one plain word for it in the title is just enough.
THRESHOLD = 3.0

_TITLE = {
    "job": 3.7, "interview": 3.2, "recruiting": 2.8, "applying": 2.0, "stage": 1.9, "process": 0.9, "role": 1.1, "talk": 0.8,
}  # fmt: skip
_BODY = {"job": 1.8, "interview": 1.3, "applying": 1.1, "recruiting": 1.1, "stage": 0.6, "process": 0.7, "role": 0.5}
_MOST_OF_BODY = 3.0
# In the text of the user's own note the word for it tells as much as in its title.
_NOTED = 2.8
_AGAINST_TITLE = {
    "conducting": 3.0,
    "candidate": 1.5,
    "hiring_side": 3.5,
    "practice": 4.6,
    "hold": 2.8,
    "travel": 2.8,
    "research": 4.2,
    "press": 4.2,
    "staff": 3.8,
    "office": 3.6,
    "event": 4.0,
    "sales": 3.6,
    "onboarding": 4.0,
    "elsewhere": 4.0,
    "errand": 2.4,
}
_AGAINST_BODY = {
    "conducting": 1.8,
    "hiring_side": 0.8,
    "helper": 1.5,
    "research": 1.2,
    "press": 1.0,
    "staff": 0.6,
    "event": 0.6,
    "sales": 0.7,
    "onboarding": 1.6,
}
# A note of the user's own means what it says.
_NOTED_AGAINST = 1.4
_NOTED_ONLY = frozenset({"hold", "errand", "travel", "conducting", "practice"})
# Not counted where the name of a position or of the company contains the word.
_EXCUSABLE = frozenset({"practice", "travel", "research", "press", "staff", "office", "event", "sales", "onboarding"})
# What the user notes down for herself or her employer does; an invitation from outside that says so means it less.
_OWN_NOTES = frozenset({"hold", "errand", "travel", "staff", "hiring_side"})
AT = re.compile(r"(?:@|\b(?:at|with|bei|mit|chez|avec|con|com|na|no|en|bij|met|presso)\b)\s*[A-ZÀ-Þ][\w&.'’-]*")
_POSITIVE = frozenset({"job", "stage", "recruiting", "applying"})
_PLACES = frozenset({"office", "event", "practice", "research", "press"})
# Offices and schools are employers as well, where the word for a job interview is beyond doubt.
_EMPLOYERS_TOO = frozenset("""
school schule ecole college lycee colegio escuela escola nursery kindergarten daycare kita hort creche guarderia hospital klinik
krankenhaus hopital clinique clinica clinic mairie prefecture ayuntamiento tribunal court police policia gericht polizei universidad
academia faculdade consulate embassy consulat ambassade konsulat botschaft bank praxis jugendamt caf cpam church
""".split())  # fmt: skip
_HELPERS = ("coach", "mentor", "mock", "tutor", "prep", "training", "academy", "cvclinic")
# Names of senders who ask other questions than employers, unless something speaks of a job.
_OTHER_TRADES = (
    "research", "studies", "survey", "study", "podcast", "radio", "news", "gazette", "herald", "journal", "jornal",
    "magazine", "press", "zeitung", "noticias", "informe", "film", "clinic", "klinik", "praxis", "dental", "physio",
    "health", "immigr", "visa", "consul", "embass", "school", "schule", "escola", "escuela", "colegio", "ecole", "lycee",
    "univ", "mortgage", "insur", "versicher", "assurance", "seguros", "solar", "immobil", "wedding", "donor", "club",
)  # fmt: skip


def weigh(view: View) -> list[Signal]:
    """All signals of an event, in the order in which they are read."""
    signals = [*_title(view), *_at_a_company(view), *_body(view), *_people(view), *_links(view), *_shape(view)]
    signals += _against_title(view)
    signals += _against_body(view)
    return signals


def total(signals: list[Signal]) -> float:
    return sum(s.weight for s in signals)


def score_of(weight: float) -> float:
    """Between 0 and 1; 0.5 is the threshold."""
    bounded = max(-30.0, min(30.0, weight - THRESHOLD))
    return round(1 / (1 + exp(-bounded)), 3)


def _evidence(found: list[str], hit: Hit) -> str:
    return " ".join(found[hit.start : hit.stop])


def _title(view: View) -> list[Signal]:
    best: dict[str, Hit] = {}
    recruiting = [h for h in view.title_hits if h.meaning in ("recruiting", "job")]
    for hit in view.title_hits:
        if hit.meaning not in _TITLE or hit.meaning in best:
            continue
        if hit.meaning == "role" and any(r.start <= hit.start < r.stop for r in recruiting):
            continue
        best[hit.meaning] = hit
    if "job" in best:
        best.pop("interview", None)
        if "applying" in best and best["applying"].start >= best["job"].start and best["applying"].stop <= best["job"].stop:
            del best["applying"]
    if "talk" in best and not (view.cast.outside or view.cast.service or best.keys() & {"recruiting", "applying"}):
        del best["talk"]
    return [
        Signal(f"title says {m}", _TITLE[m], _evidence(view.title_words, h))
        for m, h in best.items()
    ]  # fmt: skip


def _at_a_company(view: View) -> list[Signal]:
    """'Onsite @ Halcyon Grid', noted down by the user: a stage of a process, and where."""
    if view.cast.organizer is None and view.title_meanings & {"stage", "applying"} and (at := AT.search(view.title)):
        return [Signal("a stage at a company", 0.9, at.group().strip())]
    return []


def _body(view: View) -> list[Signal]:
    best: dict[str, list[Hit]] = {}
    for hit in view.body_hits:
        if hit.meaning in _BODY:
            best.setdefault(hit.meaning, []).append(hit)
    if "job" in best:
        best.pop("interview", None)
    signals = []
    left = _MOST_OF_BODY
    for meaning, hits in best.items():
        texts = list(dict.fromkeys(_evidence(view.body_words, h) for h in hits))
        known = _BODY[meaning] if view.cast.organizer is not None or meaning not in ("job", "interview") else _NOTED
        weight = known + (0.4 if len(texts) > 1 and meaning == "applying" else 0.0)
        weight = min(weight, left)
        left -= weight
        if weight > 0:
            signals.append(Signal(f"text says {meaning}", round(weight, 2), ", ".join(texts[:3])))
    return signals


def _people(view: View) -> list[Signal]:
    cast = view.cast
    signals = _conducting(view)
    if cast.service in HIRING and not signals:
        signals.append(Signal("sent by a hiring service", 2.4, cast.service or ""))
    elif cast.service in SCHEDULING:
        signals.append(Signal("sent by a booking service", 0.4, cast.service or ""))
    if cast.mine or cast.colleagues or not (cast.organizer is not None and (cast.outside or cast.service)):
        return signals
    outside = cast.company_domain
    if outside is not None:
        signals.append(Signal("invited by another company", 1.7, outside))
        if _names_company(view, outside):
            signals.append(Signal("the company is named in the title", 0.7, outside))
        if sum(1 for p in cast.outside if p.address and p.address.endswith(outside)) > 1:
            signals.append(Signal("several people of one company", 0.3, outside))
    signals += _kind_of_sender(cast)
    if cast.in_private:
        signals.append(Signal("invited at a private address", 0.7, cast.invited_at or ""))
    elif cast.invited_at is not None and (len(cast.user.addresses) == 1 or len(cast.user.employers) > 1):
        signals.append(Signal("invited at an address that may be private", 0.4, cast.invited_at))
    elif cast.at_work and any(squeezed(label_of(d)) in squeezed(view.title) for d in cast.user.employers):
        signals.append(Signal("the user's employer is one of the two sides", -2.0, view.title[:60]))
    elif cast.at_work and len(cast.user.employers) == 1 and len(cast.user.addresses) > 1:
        signals.append(Signal("invited at the work address", -1.8, cast.invited_at or ""))
    if any(p.address and is_recruiting(p.address) for p in cast.outside) or _recruits(cast):
        signals.append(Signal("the inviting side recruits", 1.4, cast.organizer.name or cast.organizer.address or ""))
    names = set(view.title_words) & cast.names
    if names and cast.invited_at:
        signals.append(Signal("the user is named in the title", 0.4, " ".join(sorted(names))))
    if "<>" in view.title or " x " in view.title.lower():
        signals.append(Signal("two sides in the title", 0.5, "<>" if "<>" in view.title else "x"))
    if outside is not None and any(h in label_of(outside) for h in _HELPERS):
        signals.append(Signal("invited by a coach or school", -2.0, outside))
    elif outside is not None and not _speaks_of_a_job(view) and any(h in label_of(outside) for h in _OTHER_TRADES):
        signals.append(Signal("invited by another trade", -2.4, outside))
    return signals


def _kind_of_sender(cast: Cast) -> list[Signal]:
    """Employers invite by a person or a recruiting mailbox; courses and surgeries by info@."""
    address = cast.organizer.address if cast.organizer is not None else None
    if address is None or not cast.outside or cast.outside[0].address != address or is_recruiting(address):
        return []
    if is_shared(address) or is_robot(address):
        return [Signal("sent from a general mailbox", -0.8, address)]
    return [Signal("sent by a person", 0.35, address)]


def _recruits(cast: Cast) -> bool:
    if cast.organizer is None:
        return False
    hits = lexicon().find(words(cast.organizer.name))
    return any(h.meaning in ("recruiting", "job") for h in hits)


def _names_company(view: View, domain: str) -> bool:
    label = squeezed(label_of(domain))
    return len(label) > 2 and (label in squeezed(view.title) or any(label.startswith(w) for w in view.title_words if len(w) > 4))


def _conducting(view: View) -> list[Signal]:
    """The user's own side invites: her employer's people, or a hiring service in her employer's name."""
    cast = view.cast
    if any(h.meaning == "internal" for h in (*view.title_hits, *view.body_hits)) and not cast.outside and not cast.private:
        return [Signal("an application within the own company", 1.5, "internal")]
    if cast.colleagues and not cast.outside and not cast.private and _applies_herself(view):
        return [Signal("an interview named after the user", -0.5, view.title[:60])]
    if cast.mine:
        others = (*cast.outside, *cast.private, *cast.colleagues)
        if not others:
            return []
        weight = -4.0 if cast.at_work else -0.5 if cast.outside else -2.5
        return [Signal("the user invites others", weight, others[0].address or "")]
    if cast.colleagues:
        return [Signal("colleagues take part", -4.5, cast.colleagues[0].address or "")]
    if cast.organizer is not None and cast.at_work:
        name = squeezed(cast.organizer.name)
        for employer in cast.user.employers:
            label = squeezed(label_of(employer))
            if len(label) > 3 and label in name:
                return [Signal("sent in the name of the user's employer", -4.5, cast.organizer.name)]
        if cast.service in HIRING and cast.private and not cast.outside:
            return [Signal("a hiring service brings a private person to the work address", -3.0, cast.service or "")]
    return []


def _applies_herself(view: View) -> bool:
    """'Interview: Team Lead – Alex Moreau' for Alex Moreau."""
    full = len(set(view.title_words) & view.cast.names) > 1
    return full and bool(view.title_meanings & {"job", "interview"}) and "role" in view.title_meanings


def _links(view: View) -> list[Signal]:
    signals = []
    uses = {link.use: link for link in reversed(view.links)}
    if "interviewer" in uses:
        signals.append(Signal("link for interviewers", -4.5, uses["interviewer"].domain))
    elif any(link.domain in HIRING for link in view.links if link.use in ("candidate", "reschedule", "cancel")):
        signals.append(Signal("link of a hiring service for candidates", 2.0, _service_of(view)))
    elif "job_ad" in uses:
        signals.append(Signal("link to a job ad", 1.2, uses["job_ad"].domain))
    if "test" in uses:
        signals.append(Signal("link to a coding test", 1.2, uses["test"].domain))
    if "join" in uses or view.event.component.first("X-GOOGLE-CONFERENCE") is not None:
        signals.append(Signal("meeting link", 0.2, uses["join"].domain if "join" in uses else "meet.google.com"))
    return signals


def _service_of(view: View) -> str:
    return next(link.domain for link in view.links if link.domain in HIRING)


def _shape(view: View) -> list[Signal]:
    event = view.event
    signals = []
    if event.start.is_date:
        signals.append(Signal("all day", -0.8, "no time of day"))
    elif (minutes := _minutes(view)) is not None:
        if 15 <= minutes <= 120:
            signals.append(Signal("length", 0.2, f"{minutes} min"))
        elif minutes > 600:
            signals.append(Signal("length", -0.8, f"{minutes} min"))
    if event.component.first("RRULE") is not None:
        signals.append(Signal("repeats", -2.5, "RRULE"))
    if event.status == "TENTATIVE" and event.organizer is None:
        signals.append(Signal("entered as tentative", -0.8, "STATUS:TENTATIVE"))
    for category in event.categories[:10]:
        meanings = {h.meaning for h in lexicon().find(words(category[:100]))}
        if meanings & {"interview", "job", "recruiting"}:
            signals.append(Signal("category", 2.5, category[:60]))
            break
    return signals


def _minutes(view: View) -> int | None:
    event = view.event
    if event.duration is not None:
        return event.duration.days * 24 * 60 + event.duration.seconds // 60
    if event.end is None or event.end.zone is not event.start.zone:
        return None
    return int((event.end.wall - event.start.wall).total_seconds() // 60)


def _against_title(view: View) -> list[Signal]:
    signals: dict[str, Signal] = {}
    cast = view.cast
    outside = bool(cast.outside or cast.service) and not (cast.colleagues or cast.mine or cast.at_work)
    for hit in view.title_hits:
        weight = _AGAINST_TITLE.get(hit.meaning)
        if weight is None or hit.meaning in signals or _part_of_more(hit, view.title_hits) or _excused(view, hit):
            continue
        if hit.meaning in _OWN_NOTES and outside:
            weight /= 2
        elif cast.organizer is None and hit.meaning in _NOTED_ONLY:
            weight *= _NOTED_AGAINST
        elif hit.meaning in _EXCUSABLE:
            weight *= _doubt(view, hit)
        signals[hit.meaning] = Signal(f"title says {hit.meaning}", -weight, _evidence(view.title_words, hit))
    if "conducting" in signals or "hiring_side" in signals:
        signals.pop("candidate", None)
    return [*signals.values(), *_against_place(view)]


def _against_place(view: View) -> list[Signal]:
    """Who invites and where: an office, a school, a coach, a fair."""
    organizer = view.cast.organizer
    domain = view.cast.company_domain
    sender = f"{organizer.name if organizer else ''} {label_of(domain) if domain and not view.cast.at_work else ''}"
    for name, text, weight in (("sender", sender, 1.8), ("place", view.location, 1.0)):
        found = words(without_addresses(text[:200]))
        hits = lexicon().find(found)
        for hit in hits:
            if hit.meaning in _PLACES and not any(r.meaning == "role" and r.start >= hit.stop for r in hits):
                return [Signal(f"{name} says {hit.meaning}", -weight, _evidence(found, hit))]
    return []


def _doubt(view: View, hit: Hit) -> float:
    """How much a word against counts: less where an employer or an unmistakable word speaks for it, more where none does."""
    if view.cast.service in HIRING or _recruits(view.cast):
        return 0.6
    if "job" in view.title_meanings and hit.meaning in ("office", "sales", "staff"):
        return 0.1 if _evidence(view.title_words, hit) in _EMPLOYERS_TOO else 0.6
    return 1.0 if _sounds_like_an_employer(view) else 1.3


def _part_of_more(hit: Hit, hits: list[Hit]) -> bool:
    """'study' of 'case study': a longer phrase for an interview covers it."""
    for other in hits:
        if other.meaning in _POSITIVE and other.start < hit.stop and hit.start < other.stop:
            longer = (other.stop - other.start) - (hit.stop - hit.start)
            if longer > 0 or (longer == 0 and other.meaning == "stage" and other.start != hit.start):
                return True
    return False


def _excused(view: View, hit: Hit) -> bool:
    """A word that only belongs to the name of a position ('Podcast Producer') or of the inviting company."""
    if hit.meaning == "candidate":
        return view.cast.in_private and not view.cast.colleagues and bool(view.cast.outside or view.cast.service)
    if hit.meaning not in _EXCUSABLE:
        return False
    for role in view.title_hits:
        if role.meaning == "role" and (hit.stop <= role.start <= hit.stop + 1 or role.start <= hit.start < role.stop):
            return True
    domain = view.cast.company_domain
    if domain is None or view.cast.at_work or not _sounds_like_an_employer(view):
        return False
    text = squeezed(_evidence(view.title_words, hit))
    return len(text) > 3 and text in squeezed(label_of(domain))


def _sounds_like_an_employer(view: View) -> bool:
    said = {h.meaning for h in view.body_hits} | view.title_meanings
    return bool(said & {"job", "applying", "recruiting"}) or view.cast.service in HIRING or _recruits(view.cast)


def _speaks_of_a_job(view: View) -> bool:
    return _sounds_like_an_employer(view) or any(h.meaning == "role" for h in (*view.title_hits, *view.body_hits))


def _against_body(view: View) -> list[Signal]:
    best: dict[str, list[str]] = {}
    for hit in view.body_hits:
        if hit.meaning in _AGAINST_BODY and not _part_of_more(hit, view.body_hits):
            best.setdefault(hit.meaning, []).append(_evidence(view.body_words, hit))
    return [
        Signal(
            f"text says {meaning}",
            -_AGAINST_BODY[meaning] - (0.6 if len(set(texts)) > 1 else 0.0),
            ", ".join(list(dict.fromkeys(texts))[:3]),
        )
        for meaning, texts in best.items()
    ]
