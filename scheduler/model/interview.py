"""What is known about an interview, apart from its time."""

from typing import NamedTuple


class Person(NamedTuple):
    """A human (or a robot, where said): name as written, address in lower case."""

    name: str
    address: str | None


class Signal(NamedTuple):
    """One reason for or against taking an event for an interview, with its weight."""

    name: str
    weight: float
    evidence: str


class Interview(NamedTuple):
    """The facts that messages, findings and proposals use; None where the invitation does not state them.

    `employer_zone` is an IANA name, with `zone_from` saying why it is believed. `remote` is None where unknown.
    """

    company: str | None = None
    position: str | None = None
    contact: Person | None = None
    organizer: Person | None = None
    join_link: str | None = None
    phone: str | None = None
    reschedule_link: str | None = None
    cancel_link: str | None = None
    remote: bool | None = None
    employer_zone: str | None = None
    zone_from: str | None = None
    kind: str = "interview"
    score: float = 0.0
    signals: tuple[Signal, ...] = ()

    @property
    def guessed_zone(self) -> str | None:
        """The employer's zone where words of the invitation's place or text are all that it is taken from."""
        return self.employer_zone if (self.zone_from or "").startswith("its ") else None
