"""The sections that every reading command needs; each other room keeps its own section beside its code.

Nothing here is a dataclass, and no annotation is postponed: either would be compiled whenever a command starts.
"""

from datetime import time
from typing import Annotated, NamedTuple

WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


class CalendarSetting(NamedTuple):
    """[[calendars]]: one calendar that is read when no source is named."""

    name: Annotated[str, "what you call it"]
    source: Annotated[str, "a file, a folder, an address, or the folder of a synchronised mirror"]
    owner: Annotated[str, "whose it is, if not yours: a mail address, or a name of [[people]]"] = ""
    kind: Annotated[str, "personal, work or shared"] = "personal"
    write: Annotated[bool, "changes may be written here"] = False
    holds: Annotated[bool, "holds and preparation blocks go here"] = False


class CompanySetting(NamedTuple):
    """[[companies]]: what you know about an employer."""

    name: Annotated[str, "the company, as it appears in invitations"]
    domains: Annotated[tuple[str, ...], "its mail domains"] = ()
    zone: Annotated[str, "its time zone, an IANA name"] = ""
    country: Annotated[str, "its country, for public holidays (ISO 3166 code)"] = ""
    contact: Annotated[str, "the human to write to: Name <address>"] = ""
    phone: Annotated[str, "the number to call"] = ""
    rank: Annotated[int, "1 is the company that you want most; 0 is unranked"] = 0
    language: Annotated[str, "the language to write in: en, de, fr or es"] = ""
    hours: Annotated[tuple[str, ...], "its working hours: start, end, as 09:00"] = ()


class RuleSetting(NamedTuple):
    """[[rules]]: your own word on events; it always wins over what the program would think.

    An event matches when every condition given matches (case does not matter).
    """

    title: Annotated[str, "words in the title"] = ""
    category: Annotated[str, "one of its categories"] = ""
    organizer: Annotated[str, "the organizer's address or domain"] = ""
    calendar: Annotated[str, "the calendar's name"] = ""
    interview: Annotated[str, "yes or no: is it an interview of yours?"] = ""
    company: Annotated[str, "the company it belongs to"] = ""
    flexible: Annotated[str, "yes: may be moved; no: locked"] = ""


class Hours(NamedTuple):
    """[hours]: when you are willing to meet, on your own clock."""

    start: Annotated[time, "first moment of your working day"] = time(9)
    end: Annotated[time, "last moment of your working day"] = time(18)
    days: Annotated[tuple[str, ...], "your working days"] = WEEKDAYS[:5]


class Limits(NamedTuple):
    """[limits]: minutes and counts behind the findings."""

    buffer: Annotated[int, "minutes to leave before and after an interview"] = 15
    travel: Annotated[int, "minutes between two different places"] = 30
    preparation: Annotated[int, "free minutes before an interview, to prepare"] = 30
    per_day: Annotated[int, "interviews in a day before it is too many"] = 3
    notice: Annotated[int, "hours of notice that an employer can expect"] = 24


class Settings(NamedTuple):
    """Everything from the settings file that reading and finding use.

    `other` holds the tables of the other rooms as read, for `scheduler.settings.load.section`. `path` is where the
    settings came from, "" when there is no file.
    """

    me: Annotated[tuple[str, ...], "your mail addresses, the one you write from first"] = ()
    name: Annotated[str, "your name, as messages sign it"] = ""
    phone: Annotated[str, "your phone number, as messages and scripts give it"] = ""
    zone: Annotated[str, "your time zone, an IANA name; empty: this computer's"] = ""
    country: Annotated[str, "your country, for public holidays (ISO 3166 code)"] = ""
    language: Annotated[str, "the language of messages: en, de, fr or es"] = "en"
    hours: Annotated[Hours, "when you are willing to meet"] = Hours()
    limits: Annotated[Limits, "minutes and counts behind the findings"] = Limits()
    calendars: Annotated[tuple[CalendarSetting, ...], "the calendars to read"] = ()
    companies: Annotated[tuple[CompanySetting, ...], "employers"] = ()
    rules: Annotated[tuple[RuleSetting, ...], "your own word on events"] = ()
    other: tuple[tuple[str, object], ...] = ()
    path: str = ""
