"""`interviews checklist`: the half hour before an interview (E35), printed, or as entries beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scheduler.app.blocks import CHECKLIST, TITLES, Block, blocks_for, renamed, write_blocks
from scheduler.app.case import Case, case_of, situation_of
from scheduler.app.hold_places import writing
from scheduler.app.offered import in_the_way
from scheduler.app.read import ReadRequest
from scheduler.errors import UsageError
from scheduler.findings.place import place_of
from scheduler.messages.clock import locale_for, moment
from scheduler.model.marks import BLOCK

_LINE = "____________________________________________"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do; `details` are lines under it."""

    what: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """What to do in the half hour from `begins` on; `clocks` is the interview's time on the user's clock and theirs."""

    case: Case
    begins: datetime
    clocks: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """The entries that now stand beside the interview; `over` are sentences on what else stands at their times."""

    checklist: Checklist
    blocks: tuple[Block, ...]
    calendar: str
    over: tuple[str, ...]


def checklist(read: ReadRequest, ref: str) -> Checklist:
    """The checklist of the interview that REF names."""
    return checklist_of(case_of(situation_of(read), ref, "ahead"))


def checklist_of(case: Case) -> Checklist:
    return Checklist(case, case.about.period.start - CHECKLIST, tuple(_clocks(case)), tuple(_items(case)))


def add(read: ReadRequest, ref: str, calendar: str = "", *, titles: bool = False) -> Added:
    """Write preparation, checklist, travel and notes beside the interview; said again, they are made anew.

    Raises UsageError where no calendar of the user's own may be written, and for an interview that has begun.
    """
    case = case_of(situation_of(read._replace(use_index=False)), ref, "ahead")
    if case.notice_hours <= 0:
        raise UsageError(f"{case.title} has begun already.")
    made = checklist_of(case)
    limits = case.situation.settings.limits
    blocks = blocks_for(case.sessions[0], case.sessions[-1], limits, text_of(made), TITLES)
    if titles:
        blocks = renamed(blocks, case.about.company or case.occurrence.summary)
    with writing("checklist", case.situation.now) as room:
        place = write_blocks(blocks, case.occurrence, case.situation, room, calendar)
    names = [
        f"'{o.summary}' stands at the time of '{b.title}'."
        for b in blocks
        for o in in_the_way(case, b.period)
        if o.busy == "busy" and not o.uid.startswith(BLOCK)
    ]
    return Added(made, tuple(blocks), place.name, tuple(dict.fromkeys(names)))


def text_of(made: Checklist) -> str:
    """The checklist as plain text, to print or to keep in an entry."""
    lines = [*made.clocks, ""]
    for item in made.items:
        lines += [f"[ ] {item.what}", *(f"    {d}" for d in item.details)]
    return "\n".join(lines)


def _clocks(case: Case) -> list[str]:
    about = case.about
    lines = [_clock(case, about.zone, "your clock")]
    if about.employer_zone is not None and about.employer_zone != about.zone:
        lines.append(_clock(case, about.employer_zone, "their clock"))
    return lines


def _clock(case: Case, zone: str, whose: str) -> str:
    period, locale = case.about.period, locale_for("en", zone)
    start, end = (moment(m, zone, locale) for m in period)
    return f"{start.date}, {start.time}–{end.time} ({start.label}), {whose}"


def _items(case: Case) -> list[Item]:
    about = case.about
    interview = case.occurrence.interview
    link = interview.join_link if interview is not None else None
    items = [Item("Confirm the time and the zone: does your clock say the same as the first line above?")]
    where = place_of(case.occurrence)
    if link:
        items.append(Item("Test the technology: camera, microphone, network, power; no notifications.", (link,)))
    elif where is not None or about.remote is False:
        place = " ".join(about.location.split())
        items.append(Item("Know the way: leave early, take an identity card.", (place,) if place else ()))
    else:
        number = about.phone or "the number is in the invitation"
        items.append(Item("Test the technology: a charged phone, a quiet room, a good line.", (number,)))
    items.append(Item("Three talking points", tuple(f"{n}. {_LINE}" for n in (1, 2, 3))))
    items.append(Item(f"Read the job description again{f': {about.position}' if about.position else ''}."))
    contact = about.contact
    reach = [p for p in (contact.name if contact else "", contact.address if contact else "", about.phone) if p]
    if reach:
        items.append(Item("If anything goes wrong, tell them at once", (", ".join(reach),)))
    return items
