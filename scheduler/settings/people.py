"""[[people]]: those whose time you organise, with their calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Annotated

from scheduler.settings.core import WEEKDAYS


@dataclass(frozen=True, slots=True)
class PersonSetting:
    """[[people]]: one person, named on the command line as --need NAME or --one-of NAME."""

    name: Annotated[str, "the short name that you use for them"]
    calendars: Annotated[tuple[str, ...], "files or addresses: calendars or free/busy"] = ()
    address: Annotated[str, "their mail address"] = ""
    zone: Annotated[str, "their time zone, an IANA name; empty: yours"] = ""
    country: Annotated[str, "their country, for public holidays (ISO 3166 code)"] = ""
    start: Annotated[time, "first moment of their working day"] = time(9)
    end: Annotated[time, "last moment of their working day"] = time(17)
    days: Annotated[tuple[str, ...], "their working days"] = WEEKDAYS[:5]
    per_day: Annotated[int, "interviews in a day at most; 0: no limit"] = 0
    buffer: Annotated[int, "minutes they need before and after an interview"] = 0
