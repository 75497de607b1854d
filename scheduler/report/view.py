"""A laid-out week as values: what stands where. HTML, SVG and the terminal draw from these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scheduler.report.axis import Axis
from scheduler.report.minutes import Minutes

BlockKind = Literal["interview", "entry", "option", "moved", "more"]
BandKind = Literal["buffer", "off", "missing", "twice", "loop", "clash", "tight"]


@dataclass(frozen=True, slots=True)
class Badge:
    """Points from the picture to a finding by its number; `kind` is the finding's, in words."""

    number: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One rectangle with text. `looks` are words for the style: tentative, free, cancelled, was, clash, tight.

    `name` is the company where it is known, else the title. `time` is on the user's clock, `theirs` on the employer's,
    "" where it is the same or unknown; `spoken` is the latter in full. One of kind `more` stands for `count` entries.
    """

    kind: BlockKind
    minutes: Minutes
    lane: int
    lanes: int
    name: str
    title: str
    time: str
    theirs: str = ""
    spoken: str = ""
    note: str = ""
    looks: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch behind the blocks, or (`clash`, `tight`) a bar beside them; `number` is a finding's, 0 for none."""

    kind: BandKind
    minutes: Minutes
    text: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Banner:
    """An all-day entry, or one that fills the day."""

    kind: BlockKind
    title: str
    looks: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A notice deadline on this day: until `time`, act on `what`."""

    time: str
    act: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """One day. `axis` is the day's own, for narrow pictures; the week's is in WeekView."""

    date: date
    axis: Axis
    blocks: tuple[Block, ...] = ()
    bands: tuple[Band, ...] = ()
    banners: tuple[Banner, ...] = ()
    flags: tuple[Flag, ...] = ()
    badges: tuple[Badge, ...] = ()
    now: float | None = None
    clock_note: str = ""

    @property
    def empty(self) -> bool:
        return not (self.blocks or self.banners or self.flags or self.clock_note)


@dataclass(frozen=True, slots=True)
class Hour:
    """What another clock shows at `minute` of the user's day; `day` is "" or how far its date is off ("−1d")."""

    minute: int
    clock: str
    day: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """Hours of one clock beside the axis; `shift` is how far it is off the user's."""

    city: str
    shift: str
    labels: tuple[Hour, ...]


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week of the window; `quiet` is one without interview, finding or deadline."""

    title: str
    days: tuple[DayView, ...]
    axis: Axis
    rulers: tuple[Ruler, ...]
    quiet: bool
    summary: str
