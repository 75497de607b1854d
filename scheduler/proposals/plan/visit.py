"""A day of interviews for one visitor: its sessions, each with the people it needs, as new items of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from scheduler.errors import UsageError
from scheduler.model.time import Period
from scheduler.proposals.plan.model import Block, Candidate, Item, PlanProblem, Sequence, minute
from scheduler.proposals.plan.starts import Starts
from scheduler.proposals.rules import Party

HOW = "write it as 'Kim: alice 45; bob+carol 60; dan|erin 30' (people and minutes; + all of them, | one of them)"


@dataclass(frozen=True, slots=True)
class Session:
    """One session: everybody of `all_of`, and one of `one_of` where there are any."""

    minutes: int
    all_of: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """The sessions of one visitor; `pause` is the least time between two, `span` the longest the whole may take."""

    name: str
    sessions: tuple[Session, ...]
    pause: int = 0
    span: int = 0
    ordered: bool = False

    @property
    def people(self) -> frozenset[str]:
        return frozenset(p for s in self.sessions for p in (*s.all_of, *s.one_of))


def parse_visit(text: str, pause: int, span: int, ordered: bool) -> Visit:
    """A visit as it is written in a call; raises UsageError that says how."""
    name, colon, rest = text.partition(":")
    parts = [part.strip() for part in rest.split(";") if part.strip()]
    if not colon or not name.strip() or not parts:
        raise UsageError(f"--visit '{text}': {HOW}.")
    if pause < 0 or span < 0:
        raise UsageError("--break and --within are minutes, 0 or more.")
    sessions = tuple(_session(part) for part in parts)
    shortest = sum(s.minutes for s in sessions) + pause * (len(sessions) - 1)
    if span and span < shortest:
        raise UsageError(f"--within {span}: the sessions and breaks of {name.strip()} take {shortest} minutes.")
    return Visit(name.strip(), sessions, pause, span or shortest + 120, ordered)


def _session(text: str) -> Session:
    match = re.fullmatch(r"([^\d;]+?)\s+(\d{1,3})\s*(?:min)?", text)
    minutes = int(match[2]) if match else 0
    if match is None or not 0 < minutes <= 480:
        raise UsageError(f"--visit: '{text}' is no session; {HOW}.")
    names = match[1]
    if "|" in names:
        return Session(minutes, one_of=_names(names, "|", text))
    return Session(minutes, all_of=_names(names, "+", text))


def _names(text: str, between: str, whole: str) -> tuple[str, ...]:
    names = tuple(n.strip() for n in text.split(between))
    if not all(names) or len(set(names)) != len(names):
        raise UsageError(f"--visit: '{whole}' is no session; {HOW}.")
    return names


def with_visits(
    problem: PlanProblem, visits: Iterable[Visit], parties: Iterable[Party], starts: Starts, window: Period
) -> PlanProblem:
    """The problem with new sessions to be placed in the window, and what their people have in their calendars."""
    parties = tuple(parties)
    items, sequences = list(problem.items), list(problem.sequences)
    for party in parties:
        items += _busy(party, starts)
    for number, visit in enumerate(visits, 1):
        made = [_item(visit, number, n, starts, window) for n in range(len(visit.sessions))]
        items += made
        if len(made) > 1:
            sequences.append(Sequence(tuple(i.key for i in made), visit.span, visit.ordered))
    caps = {**dict(problem.terms.caps), **{p.name: p.per_day for p in parties if p.per_day}}
    terms = replace(problem.terms, caps=tuple(sorted(caps.items())))
    return PlanProblem(tuple(items), terms, tuple(sequences))


def _busy(party: Party, starts: Starts) -> list[Item]:
    """What a person's calendar holds; nothing of it moves."""
    who = frozenset((party.name,))
    found = []
    for n, taken in enumerate(party.taken):
        block = Block(minute(taken.period.start), minute(taken.period.end, up=True), who)
        counts = bool(party.per_day) and taken.needs.kind == "interview"
        found.append(
            Item(
                key=f"busy {party.name} {n:05}",
                kind="interview" if counts else "others",
                blocks=(block,),
                length=block.end - block.start,
                people=who,
                days=frozenset((starts.day(block.start),)),
                soft=taken.hardness == "tentative",
                title=f"an entry of {party.name}",
                why_fixed=f"it is in {party.name}'s calendar",
            )
        )
    return found


def _item(visit: Visit, number: int, n: int, starts: Starts, window: Period) -> Item:
    session = visit.sessions[n]
    visitor = f"visitor {visit.name}"
    teams = [frozenset((*session.all_of, one)) for one in session.one_of] or [frozenset(session.all_of)]
    candidates: list[Candidate] = []
    for team in teams:
        people = team | {visitor}
        all_times = starts.anywhere("interview", session.minutes, team)
        last = minute(window.end) - session.minutes
        here = [c for c in all_times if minute(window.start) <= c.start <= last]
        candidates += here if len(teams) == 1 else [replace(c, people=people) for c in here]
    who = " or ".join(session.one_of) or " and ".join(session.all_of)
    return Item(
        key=f"visit {number:02} {n:02}",
        kind="interview",
        length=session.minutes,
        people=teams[0] | {visitor},
        before=visit.pause,
        after=visit.pause,
        candidates=tuple(candidates),
        company=visit.name,
        title=f"{visit.name} with {who}",
    )
