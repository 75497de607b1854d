"""[proposals]: what new times must respect and what they should avoid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from scheduler.settings.core import WEEKDAYS


@dataclass(frozen=True, slots=True)
class BufferSetting:
    """[[proposals.buffers]]: minutes around one kind of interview."""

    kind: Annotated[str, "in-person, remote, or the kind that `scan --why` shows"]
    before: Annotated[int, "free minutes before it"] = 15
    after: Annotated[int, "free minutes after it"] = 15


@dataclass(frozen=True, slots=True)
class ProtectedSetting:
    """[[proposals.protected]]: hours of the week that are never given away."""

    start: Annotated[time, "first moment, on your own clock"]
    end: Annotated[time, "last moment; 00:00 is midnight"]
    days: Annotated[tuple[str, ...], "on which days"] = WEEKDAYS
    name: Annotated[str, "what it is, shown to you only"] = ""


@dataclass(frozen=True, slots=True)
class AwaySetting:
    """[[proposals.away]]: days that you live in another time zone."""

    first: Annotated[date, "the first day there"]
    last: Annotated[date, "the last day there"]
    zone: Annotated[str, "the time zone there, an IANA name"]


@dataclass(frozen=True, slots=True)
class ProposalSettings:
    """[proposals]: how new times are chosen."""

    count: Annotated[int, "how many alternatives to offer"] = 3
    step: Annotated[int, "start on every 15, 30 or 60 minutes of the recipient's clock"] = 15
    horizon: Annotated[int, "days ahead in which a new time is looked for"] = 28
    buffer_mode: Annotated[str, "of two neighbours' buffers: max, the larger; or sum"] = "max"
    buffers: Annotated[tuple[BufferSetting, ...], "minutes around a kind of interview"] = ()
    lunch: Annotated[tuple[time, ...], "your lunch break: start, end; [] for none"] = (time(12), time(13))
    protected: Annotated[tuple[ProtectedSetting, ...], "hours never given away"] = ()
    holidays: Annotated[bool, "leave public holidays free, yours and the employer's"] = True
    away: Annotated[tuple[AwaySetting, ...], "days in another time zone"] = ()
    employer_hours: Annotated[tuple[time, ...], "an employer's working hours where nothing else is known"] = (
        time(9),
        time(17),
    )
    blocks: Annotated[int, "availability: blocks to offer at most"] = 6
    blocks_per_day: Annotated[int, "availability: blocks in one day at most"] = 2
    longest_block: Annotated[int, "availability: minutes of a block at most"] = 240
