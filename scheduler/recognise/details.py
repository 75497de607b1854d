"""The facts of an interview, as far as the invitation or the settings state them."""

from __future__ import annotations

import re

from scheduler.model.attendee import Attendee
from scheduler.model.interview import Interview, Person
from scheduler.recognise.company import company_of, setting_for
from scheduler.recognise.employer_zone import employer_zone
from scheduler.recognise.links import first_of, join_link, other_time
from scheduler.recognise.phone import phone_of
from scheduler.recognise.position import position_of
from scheduler.recognise.services import domain_of, is_all_shared, is_robot, is_shared
from scheduler.recognise.text import fold, on_demand
from scheduler.recognise.view import View
from scheduler.settings.core import CompanySetting, Settings

_ADDRESS = on_demand(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}\b", re.I)
_NAME_BEFORE = on_demand(r"((?:[A-ZÀ-Þ][\w'’-]+\s+){1,3})[<(,:]?\s*$")
_VIRTUAL = on_demand(
    r"\b(?:zoom|teams|meet|webex|skype|hangouts?|facetime|whatsapp|jitsi|phone|tel|telephone|telefon\w*|telefon[eo]|telefonica|telephonique|mobile"
    r"|online|en ligne|en linea|remote|remoto|virtual\w*|virtuel\w*|video\w*|visio\w*|web|call|dial|"
    r"besprechung|meeting|distanciel|a distance)\b"
)  # fmt: skip
# A number to call; the house, the postcode and the room of an address stand apart.
_DIALLED = on_demand(r"(?:\d[\s()/.-]{0,2}){8}\d")
_BY_WIRE = on_demand(
    r"\b(?:phone|telephone|tel|telefon\w*|telephonique|zoom|teams|google meet|webex|skype|"
    r"video(?!\s?game)\w*|visio\w*|online|en ligne|remote|remota?o?|virtual"
    r"|call|anruf\w*|ruft an|appel|llamada|videollamada|chamada|ligacao|rings?|"
    r"(?:me|m) (?:llaman?|ligam?|appelle)|llaman? de|will call|ring me)\b"
)  # fmt: skip
_ON_SITE = on_demand(
    r"\b(?:onsite|on-site|on site|in person|in-person|vor ort|presencial|sur place|nos locaux|"
    r"nuestras oficinas|nossos? escritorios?|at our office|in our office"
    r"|probetag|probearbeiten|trial day|assessment cent\w+|reception|empfang|accueil|recepcion|rececao|recepcao"
    r"|(?:zimmer|raum|room|salle|sala|floor|etage|stock|piso|planta|andar) \d+|\d+(?:\.|st|nd|rd|th|e|o|a)? (?:og|"
    r"stock|etage|floor|andar|piso|planta)|code porte|digicode|(?:am|ao|al|no) (?:balcao|mostrador|tresen)|portaria"
    r"|pfortner|front desk)\b"
)  # fmt: skip
# Apart from the two above, since few invitations need them.
_WE_CALL = on_demand(
    r"\b(?:(?:vous|t['’]|te|le|lhe|voce) ?(?:r?appell?er\w*|llamar\w*|ligar\w*|telefonar\w*)"
    r"|rufe\w* (?:ich )?(?:sie|dich|euch)\b.{0,40}\ban)\b"
)
_PLACE_SAID = on_demand(
    r"\b(?:ort|treffpunkt|lieu|lugar|local|venue|place|adresse|address|direccion|morada|endereco)\b"
    r"[^:\n.,]{0,20}:\s(?=[^\W\d_])"
)
# Placeholders of scheduling services.
_LATER = ("integration:", "integrations:")
_UNDECIDED = frozenset({"tba", "tbc", "tbd", "to be announced", "to be confirmed", "to be decided", "n/a", "-", "?"})


def details_of(view: View, settings: Settings, user_zone: str) -> Interview:
    """Everything that the invitation says; the settings for the company complete it and win where they say more."""
    known = setting_for(view, settings)
    company = known.name if known is not None else company_of(view)
    links = view.links
    join = join_link(view.event, links)
    phone = phone_of(view, settings.phone)
    zone, zone_from = employer_zone(view, known, user_zone)
    return Interview(
        company=company,
        position=position_of(view, company),
        contact=_contact(view, known),
        organizer=_organizer(view),
        join_link=join,
        phone=phone or (known.phone or None if known is not None else None),
        reschedule_link=other_time(links),
        cancel_link=first_of(links, "cancel"),
        remote=_remote(view, join, phone),
        employer_zone=zone,
        zone_from=zone_from,
    )


def _organizer(view: View) -> Person | None:
    organizer = view.cast.organizer
    if organizer is None or organizer.cutype == "GROUP":
        return None
    return Person(organizer.name, organizer.address)


def _contact(view: View, known: CompanySetting | None) -> Person | None:
    """A human at the employer: of the settings, the organizer, whom the text names, the first other attendee."""
    if known is not None and known.contact:
        return _person(known.contact)
    cast = view.cast
    organizer = cast.organizer
    if organizer is not None and not cast.mine and organizer.cutype != "GROUP":
        address = organizer.address or _only_address(organizer.name)
        if address is not None and not _nobody(view, address):
            return Person(organizer.name, address)
    named = _in_text(view)
    if named is not None:
        return named
    if not cast.user.addresses:
        return None
    others = [
        p
        for p in (*cast.outside, *cast.private, *_within(view))
        if p.address is not None and not _nobody(view, p.address)
    ]
    return _as_person(others[0]) if others else None


def _within(view: View) -> tuple[Attendee, ...]:
    """Colleagues, where she applies within her own company."""
    cast = view.cast
    return () if cast.outside or cast.private else tuple(cast.colleagues)


def _as_person(attendee: Attendee) -> Person:
    name = "" if "@" in attendee.name else attendee.name
    return Person(name, attendee.address)


def _nobody(view: View, address: str) -> bool:
    return address in view.cast.user.addresses or is_robot(address) or is_shared(address)


def _only_address(text: str) -> str | None:
    """A CN that is a mail address: some calendars put it there and a path in the value."""
    bare = text.strip().lower()
    return bare if len(bare) < 320 and _ADDRESS().fullmatch(bare) else None


def _person(text: str) -> Person:
    """'Name <address>' of the settings."""
    found = _ADDRESS().search(text)
    if found is None:
        return Person(text.strip(), None)
    return Person(text[: found.start()].strip(" <>,\"'"), found.group().lower())


def _in_text(view: View) -> Person | None:
    within = _within(view)
    known = {p.address: p for p in (*view.cast.outside, *view.cast.private, *within)}
    for match in _ADDRESS().finditer(view.body[:8000]):
        address = match.group().lower()
        if (
            address in view.cast.user.addresses
            or is_robot(address)
            or is_all_shared(address)
            or (domain_of(address) in view.cast.user.employers and not within)
        ):
            continue
        if address in known:
            return _as_person(known[address])
        before = _NAME_BEFORE().search(view.body[max(0, match.start() - 60) : match.start()])
        return Person(_without_verbs(before.group(1)) if before else "", address)
    return None


_VERBS = frozenset({
    "contact", "email", "mail", "write", "ask", "call", "kontakt", "contactez", "contacter", "contacta", "contacto",
    "contacte", "contato", "to", "reply", "ansprechpartner", "ansprechpartnerin", "questions", "recruiter",
})  # fmt: skip


def _without_verbs(name: str) -> str:
    return " ".join(w for w in name.split() if fold(w) not in _VERBS)


def _remote(view: View, join: str | None, phone: str | None) -> bool | None:
    """By video or phone, at a place, or not said; a stated place wins over a link that calendars add by themselves."""
    place = fold(view.location)
    title = fold(view.title)
    if place and place not in _UNDECIDED and not place.startswith(_LATER) and "://" not in place:
        if _VIRTUAL().search(place) or (sum(c.isdigit() for c in place) >= 9 and _DIALLED().search(place)):
            return True
        return join is not None and _BY_WIRE().search(title) is not None and not _ON_SITE().search(title)
    if join is not None or _BY_WIRE().search(title):
        return True
    if _ON_SITE().search(title):
        return False
    body = fold(view.body[:2000])
    if phone is not None or _BY_WIRE().search(body) or _WE_CALL().search(body):
        return True
    return False if _ON_SITE().search(body) or _PLACE_SAID().search(body) else None
