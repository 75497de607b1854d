"""What is offered, and its words: days and clocks of both sides (E25)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from scheduler.errors import UsageError
from scheduler.messages.clock import Moment, locale_for, moment
from scheduler.messages.facts import LANGUAGES
from scheduler.model.freebusy import FreeBusy
from scheduler.model.time import Period

if TYPE_CHECKING:
    from babel import Locale


class Offer(NamedTuple):
    """Free times for one recipient: what is free in `times` is offered.

    `mine` are the sender's zones, each with the instant from which on it holds; `theirs` is the recipient's zone,
    None where unknown: then UTC stands beside the sender's.
    """

    times: FreeBusy
    mine: tuple[tuple[datetime, str], ...]
    theirs: str | None = None
    language: str = "en"

    @property
    def blocks(self) -> tuple[Period, ...]:
        """The free stretches of the window."""
        found, at = [], self.times.window.start
        for busy in self.times.busy:
            if at < busy.period.start:
                found.append(Period(at, busy.period.start))
            at = max(at, busy.period.end)
        if at < self.times.window.end:
            found.append(Period(at, self.times.window.end))
        return tuple(found)

    def zones(self, instant: datetime) -> tuple[str, str]:
        """The zone that is read first, and the one beside it."""
        mine = next(name for since, name in reversed(self.mine) if since <= instant)
        return (self.theirs, mine) if self.theirs is not None else (mine, "UTC")


class Shown(NamedTuple):
    """A stretch on one clock in words: `label` is the zone with its offset; `date` only where the day differs."""

    hours: str
    label: str
    date: str = ""


class Row(NamedTuple):
    """One block on one clock, or on both where their offsets differ."""

    first: Shown
    second: Shown | None


def days(offer: Offer) -> Iterator[tuple[str, list[Row]]]:
    """The blocks by day on the first clock: the day in words, and its rows."""
    rows = [_row(offer, block) for block in offer.blocks]
    for day, group in groupby(rows, key=lambda pair: pair[0]):
        yield day, [row for _, row in group]


def _row(offer: Offer, block: Period) -> tuple[str, Row]:
    one, other = offer.zones(block.start)
    locale = locale_of(offer.language, one)
    begin, end = moment(block.start, one, locale), moment(block.end, one, locale)
    begin_there, end_there = moment(block.start, other, locale), moment(block.end, other, locale)
    first = Shown(_hours(begin, end), begin.label)
    if (begin.date, begin.time, end.time) == (begin_there.date, begin_there.time, end_there.time):
        return begin.date, Row(first, None)
    date = begin_there.day if begin_there.date != begin.date else ""
    return begin.date, Row(first, Shown(_hours(begin_there, end_there), begin_there.label, date))


def _hours(begin: Moment, end: Moment) -> str:
    """From and to, with the day of the end where it is another one."""
    return f"{begin.time}–{end.time}" if begin.date == end.date else f"{begin.time} – {end.day}, {end.time}"


def locale_of(language: str, zone: str) -> Locale:
    """The words of a language, as the country of `zone` writes dates where that is one of ours."""
    from babel import Locale, UnknownLocaleError

    for known in LANGUAGES:
        if language == known:
            return locale_for(known, zone)
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        raise UsageError(f"'{language}' is no known language; write a code such as en, de, fr, es or pt-BR.") from None
