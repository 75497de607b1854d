"""Settings into the sides of a meeting: the user's, an employer's, a person's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from scheduler.app.calendar_days import country_of, holidays_of
from scheduler.app.here import zone_named
from scheduler.errors import SettingsError
from scheduler.model.problem import Problem
from scheduler.proposals.sides import Away, Clock, Protected, Side
from scheduler.settings.core import WEEKDAYS, CompanySetting, Settings
from scheduler.settings.people import PersonSetting
from scheduler.settings.proposals import ProposalSettings


@dataclass(slots=True)
class Sides:
    """Builds the sides of one call, with the holidays of `years`; `notes` collects what was assumed."""

    settings: Settings
    own: ProposalSettings
    zone: ZoneInfo
    years: tuple[int, ...]
    cache: Callable[[], Path]
    notes: list[Problem] = field(default_factory=list)

    def user(self) -> Side:
        """The user's side: hours, lunch, protected times, stays elsewhere, holidays."""
        hours, path = self.settings.hours, self.settings.path
        days, country = self._holidays(self.settings.country, self.zone)
        return Side(
            zone=self.zone,
            hours=_week(hours.days, clock((hours.start, hours.end), f"{path}: [hours]"), f"{path}: [hours]"),
            holidays=days,
            lunch=clock(self.own.lunch, f"{path}: [proposals] lunch") if self.own.lunch else None,
            protected=tuple(self._protected()),
            away=self._away(),
            country=country,
        )

    def employer(self, zone: str, company: CompanySetting | None) -> Side:
        """An employer's side; its usual hours where the settings do not name others."""
        path = self.settings.path
        where = f"{path}: [proposals] employer_hours"
        hours: Sequence[time] = self.own.employer_hours
        if company is not None and company.hours:
            where = f"{path}: [[companies]] {company.name}: hours"
            hours = [_time(text, where) for text in company.hours]
        known = zone_named(zone)
        days, country = self._holidays(company.country if company else "", known)
        return Side(known, _week(WEEKDAYS[:5], clock(hours, where), where), days, country=country)

    def person(self, person: PersonSetting) -> Side:
        """The side of a person of [[people]]."""
        where = f"{self.settings.path}: [[people]] {person.name}"
        zone = zone_named(person.zone) if person.zone else self.zone
        days, country = self._holidays(person.country, zone)
        return Side(zone, _week(person.days, clock((person.start, person.end), where), where), days, country=country)

    def always(self, zone: ZoneInfo) -> Side:
        """A side whose hours do not matter, such as a coordinator who does not take part."""
        return Side(zone, hours=((Clock(time(0), time(0)),),) * 7, away=self._away() if zone is self.zone else ())

    def _holidays(self, country: str, zone: ZoneInfo) -> tuple[dict[date, str], str]:
        """The holidays of a country, or of the one that the zone's name stands for; and its code."""
        if not self.own.holidays:
            return {}, ""
        if not country:
            country = country_of(zone.key)
            if country:
                text = f"Public holidays of {country} count, by the zone {zone.key}; set 'country' to change that."
                self.notes += [] if any(n.message == text for n in self.notes) else [Problem("info", text)]
        return holidays_of(country, self.years, self.cache), country.upper()

    def _protected(self) -> Iterator[Protected]:
        for setting in self.own.protected:
            where = f"{self.settings.path}: [[proposals.protected]] {setting.name}".rstrip()
            days = frozenset(_weekday(day, where) for day in setting.days)
            yield Protected(days, clock((setting.start, setting.end), where), setting.name)

    def _away(self) -> tuple[Away, ...]:
        """The stays in other zones; raises SettingsError where one ends before it begins or two overlap."""
        stays = sorted(
            (Away(a.first, a.last, zone_named(a.zone)) for a in self.own.away), key=lambda a: (a.first, a.last)
        )
        where = f"{self.settings.path}: [[proposals.away]]"
        for stay in stays:
            if stay.last < stay.first:
                raise SettingsError(f"{where}: it ends on {stay.last}, before it begins on {stay.first}; swap the two.")
        for one, other in pairwise(stays):
            if other.first <= one.last:
                raise SettingsError(f"{where}: two stays overlap from {other.first} on; let one end before the other.")
        return tuple(stays)


def clock(times: Sequence[time], where: str) -> Clock:
    """Two times of a day; raises SettingsError naming `where`."""
    if len(times) != 2:
        raise SettingsError(f'{where}: write two times, start and end, as ["09:00", "17:00"].')
    start, end = times
    if end <= start and end != time(0):
        raise SettingsError(f"{where}: it ends at {end:%H:%M}, not after {start:%H:%M}; 00:00 as end means midnight.")
    return Clock(start, end)


def _time(text: str, where: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise SettingsError(f'{where}: write a time of day such as "09:00", not "{text}".') from None


def _weekday(day: str, where: str) -> int:
    short = day.strip().casefold()[:2]
    if short not in WEEKDAYS:
        raise SettingsError(f"{where}: '{day}' is no day; write {', '.join(WEEKDAYS)}.")
    return WEEKDAYS.index(short)


def _week(days: Sequence[str], hours: Clock, where: str) -> tuple[tuple[Clock, ...], ...]:
    on = {_weekday(day, where) for day in days}
    return tuple((hours,) if weekday in on else () for weekday in range(7))
