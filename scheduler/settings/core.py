"""The sections that every reading command needs; each other room keeps its own section beside its code."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time

WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


@dataclass(frozen=True, slots=True)
class CalendarSetting:
    """[[calendars]]: one calendar that is read when no source is named."""

    name: str = field(metadata={"help": "what you call it"})
    source: str = field(metadata={"help": "a file, a folder, an address, or the folder of a synchronised mirror"})
    owner: str = field(default="", metadata={"help": "whose it is, if not yours: a mail address, or a name of [[people]]"})
    kind: str = field(default="personal", metadata={"help": "personal, work or shared"})
    write: bool = field(default=False, metadata={"help": "changes may be written here"})
    holds: bool = field(default=False, metadata={"help": "holds and preparation blocks go here"})


@dataclass(frozen=True, slots=True)
class CompanySetting:
    """[[companies]]: what you know about an employer."""

    name: str = field(metadata={"help": "the company, as it appears in invitations"})
    domains: tuple[str, ...] = field(default=(), metadata={"help": "its mail domains"})
    zone: str = field(default="", metadata={"help": "its time zone, an IANA name"})
    country: str = field(default="", metadata={"help": "its country, for public holidays (ISO 3166 code)"})
    contact: str = field(default="", metadata={"help": "the human to write to: Name <address>"})
    phone: str = field(default="", metadata={"help": "the number to call"})
    rank: int = field(default=0, metadata={"help": "1 is the company that you want most; 0 is unranked"})
    language: str = field(default="", metadata={"help": "the language to write in: en, de, fr or es"})
    hours: tuple[str, ...] = field(default=(), metadata={"help": "its working hours: start, end, as 09:00"})


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """[[rules]]: your own word on events; it always wins over what the program would think.

    An event matches when every condition given matches (case does not matter).
    """

    title: str = field(default="", metadata={"help": "words in the title"})
    category: str = field(default="", metadata={"help": "one of its categories"})
    organizer: str = field(default="", metadata={"help": "the organizer's address or domain"})
    calendar: str = field(default="", metadata={"help": "the calendar's name"})
    interview: str = field(default="", metadata={"help": "yes or no: is it an interview of yours?"})
    company: str = field(default="", metadata={"help": "the company it belongs to"})
    flexible: str = field(default="", metadata={"help": "yes: may be moved; no: locked"})


@dataclass(frozen=True, slots=True)
class Hours:
    """[hours]: when you are willing to meet, on your own clock."""

    start: time = field(default=time(9), metadata={"help": "first moment of your working day"})
    end: time = field(default=time(18), metadata={"help": "last moment of your working day"})
    days: tuple[str, ...] = field(default=WEEKDAYS[:5], metadata={"help": "your working days"})


@dataclass(frozen=True, slots=True)
class Limits:
    """[limits]: minutes and counts behind the findings."""

    buffer: int = field(default=15, metadata={"help": "minutes to leave before and after an interview"})
    travel: int = field(default=30, metadata={"help": "minutes between two different places"})
    preparation: int = field(default=30, metadata={"help": "free minutes before an interview, to prepare"})
    per_day: int = field(default=3, metadata={"help": "interviews in a day before it is too many"})
    notice: int = field(default=24, metadata={"help": "hours of notice that an employer can expect"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything from the settings file that reading and finding use.

    `other` holds the tables of the other rooms as read, for `scheduler.settings.load.section`. `path` is where the
    settings came from, "" when there is no file.
    """

    me: tuple[str, ...] = field(default=(), metadata={"help": "your mail addresses, the one you write from first"})
    name: str = field(default="", metadata={"help": "your name, as messages sign it"})
    phone: str = field(default="", metadata={"help": "your phone number, as messages and scripts give it"})
    zone: str = field(default="", metadata={"help": "your time zone, an IANA name; empty: this computer's"})
    country: str = field(default="", metadata={"help": "your country, for public holidays (ISO 3166 code)"})
    language: str = field(default="en", metadata={"help": "the language of messages: en, de, fr or es"})
    hours: Hours = field(default=Hours(), metadata={"help": "when you are willing to meet"})
    limits: Limits = field(default=Limits(), metadata={"help": "minutes and counts behind the findings"})
    calendars: tuple[CalendarSetting, ...] = field(default=(), metadata={"help": "the calendars to read"})
    companies: tuple[CompanySetting, ...] = field(default=(), metadata={"help": "employers"})
    rules: tuple[RuleSetting, ...] = field(default=(), metadata={"help": "your own word on events"})
    other: tuple[tuple[str, object], ...] = ()
    path: str = ""
