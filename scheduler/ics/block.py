"""What a VEVENT block looks like: one pattern that cuts it out and, of nearly all, takes what the window asks for."""

from __future__ import annotations

import re

from scheduler.ics.on_demand import on_demand

# Bytes up to which it takes longer to compile what tells of plain events than to look at each of them by itself.
FEW = 100_000


def _lines(names: bytes) -> bytes:
    """Whole lines: those that begin with no letter that matters, and those of the names; it never goes back over one.

    Not among them is what needs a closer look: RDATE, DURATION, names in small letters or broken by a fold.
    """
    dull = rb"(?:[^BDERUa-z\n][^\n]*+\n)*+"
    return dull + rb"(?:(?:" + names + rb")[^\n]*+\n" + dull + rb")*+"


_HARMLESS = (
    rb"D(?:TSTAMP|ESCRIPTION)|EXDATE[:;]|URL"
    rb"|R(?:RULE[:;]|ESOURCES|ELATED-TO|EQUEST-STATUS|ECURRENCE-ID(?:;TZID=[^:;\n]*+|;VALUE=DATE(?:-TIME)?)*+:[0-9])"
)
_BEFORE = _lines(_HARMLESS)
_BEHIND = _lines(_HARMLESS + rb"|DTEND[:;]")
# Behind the UID and the start of the event itself stand its alarms.
_REST = _lines(_HARMLESS + rb"|DT(?:START|END)[:;]|UID[:;]|(?:BEGIN|END):VALARM")
_UID = rb"UID:([^\n]*+)\n(?![ \t])"
_VALUE = rb"(?::|;[^:\n]*+:)"
# A day that every year has.
_DAY = rb"[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|1[0-9]|2[0-8]|29(?<!0229)|30(?<!0230)|31(?<!0[2469]31)(?<!1131))"
_START = rb"DTSTART" + _VALUE + rb"(" + _DAY + rb")(?=[T\r\n])[^\n]*+\n"
_END = rb"DTEND" + _VALUE + rb"([0-9]{8})(?=[T\r\n])[^\n]*+\n"
# An alternative with nothing is quicker than a question mark.
_PLAIN = b"".join(
    (
        _BEFORE,
        rb"(?:" + _END + _BEFORE + rb"|)",
        rb"(?:" + _UID + _BEFORE + rb"|)",
        rb"(?:" + _END + _BEFORE + rb"|)",
        _START,
        rb"(?:" + _END + rb"|)",
        _BEHIND,
        rb"(?(2)|" + _UID + rb")",
        _REST,
    )
)
_ANY = rb"(?:[^BE\n][^\n]*+\n|(?!(?:BEGIN|END):VEVENT)[^\n]*+\n)*+"

# From the line break before BEGIN:VEVENT up to END:VEVENT. Of a plain event or series its day of end, UID, day of end,
# day of start, day of end and UID, each where it was found in this order; all None where the event is not plain.
_BLOCK = on_demand(rb"\nBEGIN:VEVENT[^\n]*+\n(?:" + _PLAIN + rb"|" + _ANY + rb")END:VEVENT")
# The same, in which no event is plain.
_BLOCK_OF_FEW = on_demand(rb"\nBEGIN:VEVENT[^\n]*+\n(?:(?!)()()()()()()|" + _ANY + rb")END:VEVENT")


def block_pattern(size: int) -> re.Pattern[bytes]:
    """The pattern for calendars of that many bytes altogether."""
    return _BLOCK() if size > FEW else _BLOCK_OF_FEW()
