"""Who stands on which side of an invitation: the user, her colleagues, people of one outside company, services."""

from functools import lru_cache
from typing import NamedTuple

from scheduler.model.attendee import Attendee
from scheduler.model.event import Event
from scheduler.recognise.services import domain_of, is_private, is_service, is_shared, kind_of, label_of
from scheduler.recognise.text import squeezed, words

_SHORTEST_LABEL = 3


class User(NamedTuple):
    """The user's addresses, what her names are made of (folded), and the domains that are her employers'.

    A domain that provides mailboxes or is called like herself is not an employer's.
    """

    addresses: frozenset[str]
    names: frozenset[str]
    employers: frozenset[str]

    @property
    def addresses_apart(self) -> bool:
        """She has an address at work and another one, so that the one she is invited at tells something."""
        return len(self.employers) == 1 and any(domain_of(a) not in self.employers for a in self.addresses)


@lru_cache(maxsize=64)
def user_of(me: frozenset[str], name: str) -> User:
    """The user as her settings know her."""
    parts = {w for w in words(name) if len(w) > 1}
    for address in me:
        parts.update(w for w in words(address.split("@", 1)[0].replace("_", " ")) if len(w) > 2)
    domains = {domain_of(a) for a in me if "@" in a}
    employers = {d for d in domains if not is_private(d) and not is_own_name(d, me, parts)}
    return User(me, frozenset(parts), frozenset(employers))


def is_own_name(domain: str, addresses: frozenset[str], names: set[str]) -> bool:
    """A domain that is called like its owner ('jonas@weidmann.example'): hers, but no employer's."""
    label = squeezed(label_of(domain))
    if len(label) < _SHORTEST_LABEL:
        return False
    locals_ = {squeezed(a.split("@", 1)[0]) for a in addresses}
    return label in names or any(local.endswith(label) or local == label for local in locals_)


class Cast(NamedTuple):
    """The people of one event.

    `outside` are humans or robots of companies that are not the user's employer, the organizer first; `colleagues`
    have an address of her employer; `private` are other people with an address that names no company.
    """

    user: User
    organizer: Attendee | None
    mine: bool
    invited_at: str | None
    service: str | None
    outside: tuple[Attendee, ...]
    colleagues: tuple[Attendee, ...]
    private: tuple[Attendee, ...]
    names: frozenset[str]

    @property
    def noted(self) -> bool:
        """Typed by the user for herself: nobody invites and nobody else is invited."""
        return self.organizer is None or (self.mine and not (self.outside or self.colleagues or self.private))

    @property
    def company_domain(self) -> str | None:
        """The outside domain that most of the people share; the organizer's where they are as many."""
        counts: dict[str, int] = {}
        for person in self.outside:
            assert person.address is not None
            counts[domain_of(person.address)] = counts.get(domain_of(person.address), 0) + 1
        return max(counts, key=lambda d: counts[d]) if counts else None

    @property
    def at_work(self) -> bool:
        """Invited only at an address of her employer."""
        return self.invited_at is not None and domain_of(self.invited_at) in self.user.employers

    @property
    def in_private(self) -> bool:
        """Invited at an address that is nobody's but hers."""
        return self.invited_at is not None and domain_of(self.invited_at) not in self.user.employers


def has_strangers(event: Event, user: User) -> bool:
    """Somebody of a service or of another company takes part: a quick look, which few events of a calendar pass."""
    everyone = event.attendees if event.organizer is None else (event.organizer, *event.attendees)
    for person in everyone:
        if person.address is not None:
            domain = domain_of(person.address)
            kind = kind_of(domain)
            if kind == "service" or (kind == "company" and domain not in user.employers):
                return True
    return False


def cast_of(event: Event, user: User) -> Cast:
    """Sorts the organizer and the attendees of an event."""
    organizer = event.organizer
    if organizer is None and not event.attendees:
        return _nobody(user)
    if organizer is not None and organizer.address is None and not organizer.name:
        organizer = None
    service = None
    address = organizer.address if organizer is not None else None
    if address is not None and is_service(domain_of(address)):
        service = domain_of(address)
    invited = None
    outside: list[Attendee] = []
    colleagues: list[Attendee] = []
    private: list[Attendee] = []
    names = user.names
    seen: set[str] = set()
    everyone = event.attendees if organizer is None else (organizer, *event.attendees)
    for person in everyone[:200]:
        where = person.address
        if where is None or where in seen or person.cutype in ("GROUP", "RESOURCE", "ROOM"):
            continue
        seen.add(where)
        domain = domain_of(where)
        if where in user.addresses:
            invited = where if invited is None or domain_of(invited) in user.employers else invited
            names = names.union(w for w in words(person.name.split("@", 1)[0]) if len(w) > 1)
        elif domain in user.employers:
            colleagues.append(person)
        elif (kind := kind_of(domain)) == "service":
            continue
        elif kind == "private" or _is_owner(person, domain):
            private.append(person)
        else:
            outside.append(person)
    return Cast(
        user,
        organizer,
        address is not None and address in user.addresses,
        invited,
        service,
        tuple(outside),
        tuple(colleagues),
        tuple(private),
        names,
    )


@lru_cache(maxsize=64)
def _nobody(user: User) -> Cast:
    """What an entry without people says of them."""
    return Cast(user, None, False, None, None, (), (), (), user.names)


def _is_owner(person: Attendee, domain: str) -> bool:
    """A person with a domain of her own name: 'Imran Qazi', imran@qazi.example, speaks for no company.

    'Acme Sales', sales@acme.example, does.
    """
    label = squeezed(label_of(domain))
    named = words(person.name)
    if person.address is None or len(label) < _SHORTEST_LABEL or label not in named or is_shared(person.address):
        return False
    local = words(person.address.split("@", 1)[0].replace("_", " "))
    return any(word != label and word in named for word in local)
