"""Times in words: dates and zone names by Babel, in the recipient's zone and the sender's, with UTC offsets (E25)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scheduler.messages.facts import Language
from scheduler.model.time import Period

if TYPE_CHECKING:
    from babel import Locale

# Where the recipient's country is unknown; American English is not what the rest of the world reads dates in.
_DEFAULTS: dict[Language, str] = {"en": "en_GB", "de": "de_DE", "fr": "fr_FR", "es": "es_ES"}
_ABBREVIATION = re.compile(r"[A-Z]{2,5}\Z")


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant as one zone's clock shows it, in words.

    `label` is what stands in brackets behind the time: city, abbreviation where the language has one, UTC offset.
    `one` is true where the clock shows an hour that Spanish counts in the singular (`a la 1:30`).
    """

    date: str
    day: str
    time: str
    city: str
    label: str
    one: bool


@dataclass(frozen=True, slots=True)
class Clocks:
    """A period on the recipient's clock, and on the sender's where its offset differs (else `here` is None)."""

    there: Moment
    there_end: Moment
    here: Moment | None
    here_end: Moment | None

    @property
    def same_day(self) -> bool:
        return self.here is None or self.here.date == self.there.date


def clocks(period: Period, zone: str, employer_zone: str | None, language: Language) -> Clocks:
    """`period` for recipient and sender; without an employer's zone: the sender's clock, and UTC beside it."""
    theirs, mine = (employer_zone, zone) if employer_zone is not None else (zone, "UTC")
    locale = locale_for(language, theirs if employer_zone is not None else zone)
    there, there_end = (moment(i, theirs, locale) for i in (period.start, period.end))
    if _offset(period.start, theirs) == _offset(period.start, mine):
        return Clocks(there, there_end, None, None)
    return Clocks(there, there_end, moment(period.start, mine, locale), moment(period.end, mine, locale))


def moment(instant: datetime, zone: str, locale: Locale) -> Moment:
    """`instant` on the clock of `zone`."""
    from babel.dates import format_date

    local = instant.astimezone(ZoneInfo(zone))
    full = str(locale.date_formats["full"].pattern)
    city = _city(zone, locale)
    names = [] if city == "UTC" else [n for n in (city, _abbreviation(local, locale)) if n]
    offset = "UTC" if city == "UTC" else _offset(instant, zone)
    return Moment(
        date=_plain(format_date(local, "full", locale)),
        day=_plain(format_date(local, re.sub(r"(,|\s+'de')?\s*y+\Z", "", full), locale)),
        time=_time(local, locale),
        city=city,
        label=", ".join([*names, offset]),
        one=_time(local, locale).startswith("1:"),
    )


def date_words(day: date, language: Language, zone: str) -> str:
    """A date with its weekday and year."""
    from babel.dates import format_date

    return _plain(format_date(day, "full", locale_for(language, zone)))


def short_date(instant: datetime, zone: str, language: Language) -> str:
    """A date for a subject line: day, month in words, year."""
    from babel.dates import format_date

    local = instant.astimezone(ZoneInfo(zone))
    return _plain(format_date(local, "long", locale_for(language, zone)))


@cache
def locale_for(language: Language, zone: str) -> Locale:
    """The language as the country of `zone` writes it (dates, 12 or 24 hours), where Babel knows that country."""
    from babel import Locale, localedata
    from babel.core import get_global

    territory = get_global("zone_territories").get(zone)
    name = f"{language}_{territory}"
    return Locale.parse(name if territory and localedata.exists(name) else _DEFAULTS[language])


def _time(local: datetime, locale: Locale) -> str:
    from babel.dates import format_time

    if locale.language == "en" and "a" in str(locale.time_formats["short"].pattern):
        return _plain(format_time(local, "h:mm a", locale=locale))
    pattern = {"fr": "H 'h' mm", "en": "HH:mm"}.get(locale.language, "H:mm")
    return _plain(format_time(local, pattern, locale=locale))


def _city(zone: str, locale: Locale) -> str:
    from babel.dates import get_timezone_location

    if zone == "UTC" or zone.startswith("Etc/"):
        return "UTC"
    return _plain(get_timezone_location(ZoneInfo(zone), locale=locale, return_city=True))


def _abbreviation(local: datetime, locale: Locale) -> str:
    """A short zone name that readers of the language know, or ""; CLDR keeps some of them in one country's English."""
    from babel import Locale
    from babel.dates import get_timezone_name

    if locale.language == "fr" and locale.territory != "CA":
        return ""  # CLDR's French abbreviations (HNE, HNP) are read in Canada only
    others = [Locale.parse(n) for n in ("en_GB", "en_US", "en_AU")] if locale.language == "en" else []
    for candidate in (locale, *others):
        name = get_timezone_name(local, width="short", locale=candidate)
        if _ABBREVIATION.match(name):
            return name
    return ""


def _offset(instant: datetime, zone: str) -> str:
    """UTC+1, UTC-5, UTC+5:30, UTC+0."""
    offset = instant.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes >= 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")


def _plain(text: str) -> str:
    """Narrow and no-break spaces as plain ones: mail programs break and copy those the same everywhere."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")
