"""Who invites whom: another company the user, or the user's own side a candidate."""

from __future__ import annotations

from scheduler.model.interview import Signal
from scheduler.recognise.grounds import WEAK
from scheduler.recognise.hints import evidence, recruits, sounds_like_an_employer, speaks_of_a_job
from scheduler.recognise.lexicon import lexicon
from scheduler.recognise.people import Cast
from scheduler.recognise.services import HIRING, SCHEDULING, is_recruiting, is_robot, is_shared, label_of
from scheduler.recognise.text import squeezed, words
from scheduler.recognise.view import View

# 'your application', 'applying for': of the one who is addressed.
_HERS = (
    "your ",
    "applying",
    "for applying",
    "you applied",
    "ihre ",
    "deine ",
    "votre ",
    "ta ",
    "tu ",
    "su ",
    "tua ",
    "sua ",
)
_HELPERS = ("career", "coach", "mentor", "mock", "tutor", "prep", "training", "academy", "cvclinic")
# Names of senders who ask other questions than employers, unless something speaks of a job.
_OTHER_TRADES = (
    "research", "studies", "survey", "study", "podcast", "radio", "news", "gazette", "herald", "journal", "jornal",
    "magazine", "press", "zeitung", "noticias", "informe", "film", "clinic", "klinik", "praxis", "dental", "physio",
    "health", "immigr", "visa", "consul", "embass", "school", "schule", "escola", "escuela", "colegio", "ecole",
    "lycee",
    "univ", "mortgage", "insur", "versicher", "assurance", "seguros", "solar", "immobil", "wedding", "donor", "club",
    "hearing", "hearwell", "sleep", "allerg", "medic", "doctor", "arzt", "hospital", "hopital", "clinique", "clinica",
    "vermoegen", "finanz", "financ", "patrimoine", "abogad", "anwalt", "avocat", "advog", "taxes", "college", "academ",
    "televis", "citizen", "theat", "orchest", "choir", "fitness", "yoga", "tennis", "chess", "sport", "tierheim",
    "tierarzt", "hunde", "rescue", "rental", "mietwohn", "wohnen", "housing", "estates", "opinion", "umfrage", "panel",
    "hochzeit", "fotograf", "photograph", "fahrschule", "autoecole", "autoescuela", "garage", "heizung", "chauffage",
    "volunteer", "ehrenamt", "verein", "kirche", "church", "parish", "nachhilfe", "tutor", "volkshoch", "screening",
    "vacun", "impf", "optik", "optic", "hebamme", "osteo", "kine", "cardio", "ortho", "derma", "zahn", "dentist",
    "prefecture", "buergeramt", "rathaus", "mairie", "auslaender", "einbuerger", "startupweekend", "accelerat",
    "student", "project", "notar", "condo", "therap", "kita", "creche", "relocat", "gestoria", "steuer", "lawfirm",
    "legal",
)  # fmt: skip


def people_weighed(view: View) -> list[Signal]:
    """Signals of the organizer and the attendees."""
    cast = view.cast
    signals = _conducting(view)
    if cast.service in HIRING and not signals:
        signals.append(Signal("sent by a hiring service", 2.4, cast.service or ""))
    elif cast.service in SCHEDULING:
        signals.append(Signal("sent by a booking service", 0.4, cast.service or ""))
    if cast.mine or cast.colleagues or cast.organizer is None:
        return signals
    if cast.outside or cast.service:
        return [*signals, *_outside(view), *_kind_of_sender(cast), *_address(view), *_trade(view)]
    if cast.private and sounds_like_an_employer(view):
        signals.append(Signal("a private person writes about a job", 0.8, cast.private[0].address or ""))
    return signals


def _outside(view: View) -> list[Signal]:
    cast = view.cast
    signals = []
    outside = cast.company_domain
    if outside is not None:
        signals.append(Signal("invited by another company", 1.7, outside))
        if _names_company(view, outside):
            signals.append(Signal("the company is named in the title", 0.7, outside))
        if sum(1 for p in cast.outside if p.address and p.address.endswith(outside)) > 1:
            signals.append(Signal("several people of one company", 0.3, outside))
    if any(p.address and is_recruiting(p.address) for p in cast.outside) or recruits(cast):
        who = cast.organizer
        signals.append(Signal("the inviting side recruits", 1.4, (who.name or who.address or "") if who else ""))
    names = set(view.title_words) & cast.names
    if names and cast.invited_at:
        signals.append(Signal("the user is named in the title", 0.4, " ".join(sorted(names))))
    if "<>" in view.title or " x " in view.title.lower():
        signals.append(Signal("two sides in the title", 0.5, "<>" if "<>" in view.title else "x"))
    return signals


def _address(view: View) -> list[Signal]:
    """Employers write to the private address, suppliers to the one at work."""
    cast = view.cast
    invited = cast.invited_at
    if invited is None:
        return []
    if cast.in_private:
        return [Signal("invited at a private address", 0.7, invited)]
    if not cast.user.addresses_apart:
        return [Signal("invited at an address that may be private", 0.4, invited)]
    if any(squeezed(label_of(d)) in squeezed(view.title) for d in cast.user.employers):
        return [Signal("the user's employer is one of the two sides", -3.0, view.title[:60])]
    return [Signal("invited at the work address", -1.8 if _applied(view) else -3.6, invited)]


def _applied(view: View) -> bool:
    """'Your application', 'Ihre Bewerbung': she is the one who applies; or a position is offered in the title."""
    said = [evidence(view.body_words, h) for h in view.body_hits if h.meaning == "applying"]
    said += [evidence(view.title_words, h) for h in view.title_hits if h.meaning == "applying"]
    return any(text.startswith(_HERS) and text not in WEAK for text in said)


def _trade(view: View) -> list[Signal]:
    domain = view.cast.company_domain
    if domain is None:
        return []
    if any(h in label_of(domain) for h in _HELPERS):
        return [Signal("invited by a coach or school", -2.0, domain)]
    if not speaks_of_a_job(view) and any(h in label_of(domain) for h in _OTHER_TRADES):
        return [Signal("invited by another trade", -3.6, domain)]
    return []


def _kind_of_sender(cast: Cast) -> list[Signal]:
    """Employers invite by a person or a recruiting mailbox; courses and surgeries by info@."""
    address = cast.organizer.address if cast.organizer is not None else None
    if address is None or not cast.outside or cast.outside[0].address != address or is_recruiting(address):
        return []
    if is_shared(address) or is_robot(address):
        return [Signal("sent from a general mailbox", -0.8, address)]
    return [Signal("sent by a person", 0.15, address)]


def _names_company(view: View, domain: str) -> bool:
    label = squeezed(label_of(domain))
    return len(label) > 2 and (
        label in squeezed(view.title) or any(label.startswith(w) for w in view.title_words if len(w) > 4)
    )


def _conducting(view: View) -> list[Signal]:
    """The user's own side invites: her employer's people, or a hiring service in her employer's name."""
    cast = view.cast
    if (
        any(h.meaning == "internal" for h in (*view.title_hits, *view.body_hits))
        and not cast.outside
        and not cast.private
    ):
        return [Signal("an application within the own company", 3.3 if _hers(view) else 1.5, "internal")]
    if cast.colleagues and not cast.outside and not cast.private and _applies_herself(view):
        return [Signal("an interview named after the user", -0.5, view.title[:60])]
    if cast.mine:
        others = (*cast.outside, *cast.private, *cast.colleagues)
        if not others:
            return []
        weight = -9.0 if cast.at_work else -0.5 if cast.outside else -2.5
        return [Signal("the user invites others", weight, others[0].address or "")]
    if cast.colleagues:
        return [Signal("colleagues take part", -9.0, cast.colleagues[0].address or "")]
    if cast.organizer is not None and cast.at_work:
        for employer in cast.user.employers:
            if _speaks_for(cast.organizer.name, squeezed(label_of(employer))):
                return [Signal("sent in the name of the user's employer", -9.0, cast.organizer.name)]
        # Who may choose another time is the candidate, at an address that may be her own.
        hers = not cast.user.addresses_apart and any(link.use in ("reschedule", "cancel") for link in view.links)
        if cast.service in HIRING and not hers and (cast.user.addresses_apart or not cast.outside):
            return [Signal("a hiring service writes to the work address", -6.0, cast.service or "")]
    return []


def _hers(view: View) -> bool:
    """The internal application of the one who is addressed, for a position that the title names."""
    titled = view.title_meanings
    return "internal" in titled and "role" in titled and not titled & {"staff", "hiring_side", "event", "press"}


def _speaks_for(name: str, label: str) -> bool:
    """'Atelier Numérique RH' for atelier-numerique.example; words such as 'candidate' are nobody's name."""
    found = words(name)
    runs = {"".join(found[i:j]) for i in range(len(found)) for j in range(i + 1, min(i + 5, len(found)) + 1)}
    return len(label) > 2 and label in runs and not lexicon().find([label])


def _applies_herself(view: View) -> bool:
    """'Interview: Team Lead – Alex Moreau' for Alex Moreau."""
    full = len(set(view.title_words) & view.cast.names) > 1
    return full and bool(view.title_meanings & {"job", "likely", "interview"}) and "role" in view.title_meanings
