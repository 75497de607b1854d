"""The people of an event."""

from typing import NamedTuple


class Attendee(NamedTuple):
    """An ATTENDEE or ORGANIZER; `address` is a lower-case mail address, or None where there is none."""

    address: str | None
    name: str = ""
    partstat: str = "NEEDS-ACTION"
    role: str = "REQ-PARTICIPANT"
    cutype: str = "INDIVIDUAL"
    sent_by: str | None = None
