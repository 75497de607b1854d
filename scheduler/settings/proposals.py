"""[proposals]: what new times must respect and what they should avoid."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from scheduler.settings.core import WEEKDAYS


@dataclass(frozen=True, slots=True)
class BufferSetting:
    """[[proposals.buffers]]: minutes around one kind of interview."""

    kind: str = field(metadata={"help": "in-person, remote, or the kind that `scan --why` shows"})
    before: int = field(default=15, metadata={"help": "free minutes before it"})
    after: int = field(default=15, metadata={"help": "free minutes after it"})


@dataclass(frozen=True, slots=True)
class ProtectedSetting:
    """[[proposals.protected]]: hours of the week that are never given away."""

    start: time = field(metadata={"help": "first moment, on your own clock"})
    end: time = field(metadata={"help": "last moment; 00:00 is midnight"})
    days: tuple[str, ...] = field(default=WEEKDAYS, metadata={"help": "on which days"})
    name: str = field(default="", metadata={"help": "what it is, shown to you only"})


@dataclass(frozen=True, slots=True)
class AwaySetting:
    """[[proposals.away]]: days that you live in another time zone."""

    first: date = field(metadata={"help": "the first day there"})
    last: date = field(metadata={"help": "the last day there"})
    zone: str = field(metadata={"help": "the time zone there, an IANA name"})


@dataclass(frozen=True, slots=True)
class ProposalSettings:
    """[proposals]: how new times are chosen."""

    count: int = field(default=3, metadata={"help": "how many alternatives to offer"})
    step: int = field(default=15, metadata={"help": "start on every 15, 30 or 60 minutes of the recipient's clock"})
    horizon: int = field(default=28, metadata={"help": "days ahead in which a new time is looked for"})
    buffer_mode: str = field(default="max", metadata={"help": "of two neighbours' buffers: max, the larger; or sum"})
    buffers: tuple[BufferSetting, ...] = field(default=(), metadata={"help": "minutes around a kind of interview"})
    lunch: tuple[time, ...] = field(
        default=(time(12), time(13)), metadata={"help": "your lunch break: start, end; [] for none"}
    )
    protected: tuple[ProtectedSetting, ...] = field(default=(), metadata={"help": "hours never given away"})
    holidays: bool = field(default=True, metadata={"help": "leave public holidays free, yours and the employer's"})
    away: tuple[AwaySetting, ...] = field(default=(), metadata={"help": "days in another time zone"})
    employer_hours: tuple[time, ...] = field(
        default=(time(9), time(17)), metadata={"help": "an employer's working hours where nothing else is known"}
    )
    blocks: int = field(default=6, metadata={"help": "availability: blocks to offer at most"})
    blocks_per_day: int = field(default=2, metadata={"help": "availability: blocks in one day at most"})
    longest_block: int = field(default=240, metadata={"help": "availability: minutes of a block at most"})
