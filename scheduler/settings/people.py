"""[[people]]: those whose time you organise, with their calendars."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time

from scheduler.settings.core import WEEKDAYS


@dataclass(frozen=True, slots=True)
class PersonSetting:
    """[[people]]: one person, named on the command line as --need NAME or --one-of NAME."""

    name: str = field(metadata={"help": "the short name that you use for them"})
    calendars: tuple[str, ...] = field(default=(), metadata={"help": "files or addresses: calendars or free/busy"})
    address: str = field(default="", metadata={"help": "their mail address"})
    zone: str = field(default="", metadata={"help": "their time zone, an IANA name; empty: yours"})
    country: str = field(default="", metadata={"help": "their country, for public holidays (ISO 3166 code)"})
    start: time = field(default=time(9), metadata={"help": "first moment of their working day"})
    end: time = field(default=time(17), metadata={"help": "last moment of their working day"})
    days: tuple[str, ...] = field(default=WEEKDAYS[:5], metadata={"help": "their working days"})
    per_day: int = field(default=0, metadata={"help": "interviews in a day at most; 0: no limit"})
    buffer: int = field(default=0, metadata={"help": "minutes they need before and after an interview"})
