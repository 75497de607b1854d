"""Scenarios of calendar messages: an old event, an action, and the message or object that has to come out.

A file holds many; each begins with `=== what it shows` and has lines `key: value`, then `expect:` and the outcome.
`old` names a file of `calendars`. VTIMEZONEs stand in the outcome as one line, `(VTIMEZONE name as stored)` or
`(VTIMEZONE name made)`; that they are verbatim is checked apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from scheduler.ics.parse import parse_component
from scheduler.messages.change import Refused, Target, answered, cancelled, dropped, moved
from scheduler.messages.facts import Appointment
from scheduler.messages.itip import Itip, cancel, counter, decline_counter, reply, request
from scheduler.messages.objects import Stored
from scheduler.messages.stored import clean, only, uid_of
from scheduler.model.component import Component
from scheduler.model.time import Period

HERE = Path(__file__).parent
NOW = datetime(2027, 2, 20, 12, tzinfo=UTC)
ZONE = "Europe/Berlin"
_VERB = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True)
class Scenario:
    name: str
    old: str
    do: str
    expect: str
    me: str = "ada@example.org"
    now_at: str = "2027-03-03T09:00Z 60"
    instance: str | None = None

    @property
    def stored(self) -> Component:
        calendar = parse_component((HERE / "calendars" / f"{self.old}.ics").read_bytes())
        uid = uid_of(next(c for c in calendar.children if c.name == "VEVENT"))
        return only(uid, calendar)


def read(path: Path) -> list[Scenario]:
    out = []
    for block in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, expect = block.partition("\nexpect:\n")
        name, *lines = head.splitlines()
        keys = {k: v.strip() for k, _, v in (line.partition(":") for line in lines if line.strip())}
        out.append(
            Scenario(
                name=name.strip(),
                old=keys["old"],
                do=keys["do"],
                expect=expect.rstrip() + "\n",
                me=keys.get("me", "ada@example.org"),
                now_at=keys.get("at", "2027-03-03T09:00Z 60"),
                instance=keys.get("instance"),
            )
        )
    return out


def everything() -> list[Scenario]:
    return [s for path in sorted((HERE / "scenarios").glob("*.txt")) for s in read(path)]


def period(text: str) -> Period:
    start, minutes = text.split()
    begin = datetime.fromisoformat(start)
    return Period(begin, begin + timedelta(minutes=int(minutes)))


def appointment(s: Scenario) -> Appointment:
    stored = s.stored
    uid = uid_of(next(c for c in stored.children if c.name == "VEVENT"))
    return Appointment(uid, period(s.now_at), ZONE, recurrence_id=s.instance, invited_as=s.me or None, stored=stored)


def run(s: Scenario) -> Itip | Component | Refused:
    """The action carried out: a message, or the stored object after it."""
    verb, *words = [quoted or bare for quoted, bare in _VERB.findall(s.do)]
    about = appointment(s)
    stored = Stored(s.stored, ZoneInfo(ZONE))
    target = Target(stored, about.period, (s.me,), s.instance)
    match verb:
        case "counter":
            return counter(about, period(" ".join(words[:2])), NOW, *words[2:])
        case "accept" | "decline" | "tentative":
            states = {"accept": "ACCEPTED", "decline": "DECLINED", "tentative": "TENTATIVE"}
            return reply(about, states[verb], NOW, *words)
        case "move":
            after = moved(target, period(" ".join(words[:2])), NOW)
            return (
                after
                if isinstance(after, Refused)
                else request(Stored(after, stored.floating), s.instance, NOW, *words[2:])
            )
        case "move-object":
            return moved(target, period(" ".join(words[:2])), NOW)
        case "cancel":
            return cancel(stored, s.instance, NOW, *words)
        case "cancel-for":
            return cancel(stored, s.instance, NOW, only=tuple(words))
        case "drop-object":
            return dropped(target, tuple(words), NOW)
        case "cancel-object":
            return cancelled(target, NOW)
        case "answer-object":
            return answered(target, words[0], NOW)
        case "refuse-counter":
            came = counter(about, period(" ".join(words[:2])), NOW)
            assert isinstance(came, Itip)
            return decline_counter(came.calendar, NOW, *words[2:])
    raise AssertionError(f"unknown action {verb}")


def shown(outcome: Itip | Component | Refused, s: Scenario) -> str:
    """The outcome as the files have it."""
    if isinstance(outcome, Refused):
        return f"refused: {outcome.reason}\n"
    calendar = outcome.calendar if isinstance(outcome, Itip) else outcome
    head = f"to: {', '.join(outcome.to)}\n" if isinstance(outcome, Itip) else ""
    known = {z.to_bytes() for z in s.stored.children if z.name == "VTIMEZONE"}
    zones = [
        f"(VTIMEZONE {z.text('TZID')} {'as stored' if z.to_bytes() in known else 'made'})"
        for z in calendar.children
        if z.name == "VTIMEZONE"
    ]
    rest = Component("VCALENDAR", tuple(i for i in calendar.items if i.name != "VTIMEZONE"))
    lines = unfolded(clean(rest).to_bytes()).split("\n")
    at = next((i for i, line in enumerate(lines) if line == "BEGIN:VEVENT"), len(lines))
    return head + "\n".join([*lines[:at], *zones, *lines[at:]]).rstrip() + "\n"


def unfolded(data: bytes) -> str:
    return re.sub(r"\r\n[ \t]", "", data.decode()).replace("\r\n", "\n")
