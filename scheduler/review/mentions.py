"""The ways in which people write a date, a time and a zone, for finding them in a text."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.messages.clock import locale_for, moment
from scheduler.messages.facts import Appointment, Language
from scheduler.model.time import Period


def plain(text: str) -> str:
    """For comparing: no accents, no case, every dash and space the same; character by character."""
    return "".join(_plain(c) for c in text)


def _plain(char: str) -> str:
    if char in "‐‑‒–—−":
        return "-"
    if char.isspace():
        return " "
    base = unicodedata.normalize("NFKD", char)[0].casefold()
    return base[0] if base else char


def zones(about: Appointment) -> tuple[str, ...]:
    """The zones in which times are given: the recipient's and the sender's (or UTC), each once."""
    return tuple(dict.fromkeys((about.employer_zone or "UTC", about.zone)))


def has_date(text: str, moment_: datetime, about: Appointment, language: Language) -> bool:
    """The day of an instant, in one of the zones, in any usual form, with or without the year."""
    days = {moment_.astimezone(ZoneInfo(z)).date() for z in zones(about)}
    return any(_day(form, text) for day in days for form in _dates(day, about, language))


def _day(form: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plain(form))}(?!\w)", text) is not None


def _dates(day: date, about: Appointment, language: Language) -> set[str]:
    from babel.dates import format_date

    found = {day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.", f"{day.day}.{day.month}.{day.year}"}
    found |= {
        f"{day:%d/%m/%Y}",
        f"{day:%m/%d/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.month}/{day.day}/{day.year}",
    }
    for zone in zones(about):
        locale = locale_for(language, zone)
        patterns = ["long", "medium"]
        patterns += {
            "en": ["d MMMM", "MMMM d", "d MMM", "MMM d"],
            "de": ["d. MMMM", "d. MMM"],
            "fr": ["d MMMM", "d MMM"],
            "es": ["d 'de' MMMM", "d MMMM", "d MMM"],
        }[language]
        found |= {format_date(day, p, locale=locale) for p in patterns}
    ordinal = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
    if language == "en":
        month = day.strftime("%B")
        found |= {f"{day.day}{ordinal} {month}", f"{month} {day.day}{ordinal}", f"{day.day}{ordinal} of {month}"}
    if language == "fr" and day.day == 1:
        found |= {f"1er {form[2:]}" for form in set(found) if form.startswith("1 ")}
    return found


def has_time(text: str, instant: datetime, about: Appointment) -> bool:
    """The time of an instant in one of the zones: 15:30, 15.30, 15h30, 3:30 pm, 15 Uhr, 3 pm."""
    return any(_clock(text, instant.astimezone(ZoneInfo(z))) for z in zones(about))


def _clock(text: str, local: datetime) -> bool:
    hour, minute = local.hour, local.minute
    twelve, half = (hour % 12 or 12), "a" if hour < 12 else "p"
    forms = [rf"0?{hour} ?[:.h] ?{minute:02}", rf"0?{twelve}[:.]{minute:02} ?{half}\.?m"]
    if minute == 0:
        forms += [rf"0?{hour} ?(?:uhr|h)", rf"0?{twelve} ?{half}\.?m", *(["noon"] if hour == 12 else [])]
    return any(re.search(rf"(?<![\d:.]){form}(?![\d])", text) for form in forms)


def has_zone(text: str, instant: datetime, zone: str, language: Language) -> bool:
    """Any name of a zone at that instant: offset, abbreviation, city, long name, IANA name; `text` as written."""
    from babel.dates import get_timezone_name

    compared = plain(text)
    if has_offset(compared, instant, zone):
        return True
    locale = locale_for(language, zone)
    local = instant.astimezone(ZoneInfo(zone))
    city, *short = moment(instant, zone, locale).label.split(", ")[:-1] or [zone]
    names = (city, zone, get_timezone_name(local, "long", locale=locale))
    if any(re.search(rf"(?<!\w){re.escape(plain(n))}(?!\w)", compared) for n in names):
        return True
    # Abbreviations only in capitals: "est" and "ist" are words of their own.
    return any(re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text) for n in (*short, local.tzname() or "") if n.isalpha())


def has_offset(text: str, instant: datetime, zone: str) -> bool:
    """The UTC offset: UTC+1, GMT+01:00, UTC+5:30, +0100; UTC itself for none."""
    offset = instant.astimezone(ZoneInfo(zone)).utcoffset()
    assert offset is not None
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    if minutes == 0:
        return re.search(r"(?<!\w)(?:utc|gmt)(?!\s?[+-]\s?0?[1-9])", text) is not None
    sign = re.escape("+" if minutes > 0 else "-")
    tail = f":?{rest:02}" if rest else "(?::?00)?"
    return re.search(rf"(?:utc|gmt|(?<!\d)) ?{sign} ?0?{hours}{tail}(?![\d:])", text) is not None


def mentions(text: str, period: Period, about: Appointment, language: Language) -> bool:
    """Both day and time of a period stand in the text."""
    return has_date(text, period.start, about, language) and has_time(text, period.start, about)
