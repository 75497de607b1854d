"""`interviews plan`: gather, solve, say; keeping a plan and making it again after an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, get_args
from zoneinfo import ZoneInfo

from scheduler.app.find import find_occurrence
from scheduler.app.here import cache_folder, local_zone, read_settings, zone_named
from scheduler.app.plan_store import load_plan, moved_before
from scheduler.app.read import ReadRequest, Situation, gather
from scheduler.app.scan import Flags, scan_terms
from scheduler.app.shape import problem_json
from scheduler.app.sides import Sides
from scheduler.app.window import parse_moment, parse_window
from scheduler.errors import SettingsError, UsageError
from scheduler.findings.find import find
from scheduler.findings.notice import Notices
from scheduler.model.problem import Problem
from scheduler.model.time import Period
from scheduler.proposals.plan.build import Facts, Week, week_of
from scheduler.proposals.plan.meetings import Meeting, Standing, meetings_of
from scheduler.proposals.plan.model import ORDER, Level
from scheduler.proposals.plan.report import Report, report_of
from scheduler.proposals.plan.saved import SavedPlan, plan_json
from scheduler.proposals.plan.search import solve
from scheduler.proposals.sides import Side
from scheduler.settings.load import section, section_list
from scheduler.settings.people import PersonSetting
from scheduler.settings.plan import PlanSettings
from scheduler.settings.proposals import ProposalSettings

if TYPE_CHECKING:
    from scheduler.proposals.plan.starts import Starts

DAY = timedelta(days=1)
OFFERED = ("offer", "keep")  # the actions of a saved plan that wait for an answer
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What `plan` was asked.

    `what_if`: 'cancel REF', 'keep REF' or 'free REF'. `again`: a saved plan to go on from, with `answers` to its offers
    as 'REF=TIME' or 'REF=none'. `visits` as `visit.parse_visit` reads them.
    """

    read: ReadRequest
    what_if: tuple[str, ...] = ()
    again: str = ""
    answers: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    pause: int = 0
    within: int = 0
    in_order: bool = False
    seconds: int | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class PlanAnswer:
    """The plan, and (`instead`) what it would be under the what-if."""

    situation: Situation
    window: Period
    report: Report
    seconds: float
    instead: Report | None = None
    problems: tuple[Problem, ...] = field(default=())

    @property
    def status(self) -> int:
        """0 nothing is left unsolved, 1 something is, 3 something could not be read."""
        if any(p.severity == "error" for p in self.problems):
            return 3
        return 1 if self.report.left else 0

    def json(self) -> dict[str, Any]:
        zone, now = self.situation.zone, self.situation.now
        found = plan_json(self.report, self.window, zone, now)
        if self.instead is not None:
            found["instead"] = plan_json(self.instead, self.window, zone, now)
        found["problems"] = [problem_json(p) for p in self.problems]
        return found


def plan(request: PlanRequest, clock: Clock) -> PlanAnswer:
    """Read the calendars and plan the window; raises UsageError, SettingsError and MissingPartError."""
    began = clock()
    settings = read_settings()
    own, wanted = section(settings, "proposals", ProposalSettings), section(settings, "plan", PlanSettings)
    _check(wanted, settings.path)
    if request.seconds is not None and request.seconds < 1:
        raise UsageError(f"--seconds {request.seconds}: write 1 or more.")
    zone = zone_named(request.read.zone or settings.zone) if request.read.zone or settings.zone else None
    window, horizon = _windows(request.read, zone or local_zone() or ZoneInfo("UTC"), own.horizon)
    situation = gather(request.read, horizon.widened(2 * DAY, 2 * DAY))
    desk = _Desk(situation, own, wanted, window, horizon, request)
    facts = desk.facts()
    seconds = wanted.seconds if request.seconds is None else request.seconds
    supposed = desk.supposed(facts.standing)
    week = desk.week(facts)
    alone = _alone(situation, facts)
    report = report_of(week, solve(week.problem, clock, seconds), situation.zone, alone)
    instead = None
    if request.what_if:
        other = desk.week(replace(facts, standing=supposed))
        instead = report_of(other, solve(other.problem, clock, seconds), situation.zone, alone)
    problems = (*situation.timeline.problems, *desk.problems, *desk.sides.notes)
    return PlanAnswer(situation, window, report, clock() - began, instead, problems)


def _alone(situation: Situation, facts: Facts) -> set[tuple[str, str]]:
    """What `scan` would move (first) and keep (second), each collision by itself; keys of meetings."""
    key = {o.key: m.key for m in meetings_of(situation.timeline) for o, _ in m.sessions}
    return {
        (key[move.occurrence.key], key[o.key])
        for found in find(situation.timeline, facts.terms, Notices(facts.terms))
        if (move := found.moves_first) is not None and move.occurrence.key in key
        for o in found.events
        if o.key in key
    }


def _check(wanted: PlanSettings, path: str) -> None:
    where = f"{path}: [plan]"
    known = get_args(Level)
    for level in wanted.order:
        if level not in known:
            import difflib

            near = difflib.get_close_matches(level, known, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"write some of {', '.join(known)}."
            raise SettingsError(f"{where} order: there is no cost '{level}'; {hint}")
    if len(set(wanted.order)) != len(wanted.order):
        raise SettingsError(f"{where} order: each cost stands there once.")
    if wanted.alternatives not in (2, 3):
        raise SettingsError(f"{where} alternatives: write 2 or 3, not {wanted.alternatives}.")
    if wanted.step not in (15, 30, 60):
        raise SettingsError(f"{where} step: write 15, 30 or 60, not {wanted.step}.")
    if len(wanted.own_hours) != 2 or wanted.own_hours[1] <= wanted.own_hours[0]:
        raise SettingsError(f'{where} own_hours: write two times, start and end, as ["08:00", "20:00"].')


def _windows(read: ReadRequest, zone: ZoneInfo, days: int) -> tuple[Period, Period]:
    """What is to be cleared, and where new times may lie; raises UsageError for days that are over."""
    now = read.clock if read.now is None else parse_moment(read.now, "--now", zone)
    window = parse_window(read.start, read.end, read.days, now, zone)
    if window.end <= now:
        raise UsageError(f"The days asked for are over ({window.end.astimezone(zone):%Y-%m-%d}); give a later --to.")
    return window, Period(min(now, window.start), max(window.end, window.start + days * DAY))


@dataclass(slots=True)
class _Desk:
    """Everything that one call decides on."""

    situation: Situation
    own: ProposalSettings
    wanted: PlanSettings
    window: Period
    horizon: Period
    request: PlanRequest
    problems: list[Problem] = field(default_factory=list)
    sides: Sides = field(init=False)
    meetings: tuple[Meeting, ...] = field(init=False)

    def __post_init__(self) -> None:
        years = tuple(range(self.horizon.start.year, self.horizon.end.year + 1))
        self.sides = Sides(self.situation.settings, self.own, self.situation.zone, years, cache_folder)
        self.meetings = meetings_of(self.situation.timeline)

    def facts(self) -> Facts:
        terms = scan_terms(self.situation, Flags(everything=self.request.everything))
        rest = tuple(level for level in ORDER if level not in self.wanted.order)
        order: tuple[Level, ...] = tuple(level for level in ORDER if level in self.wanted.order)
        named: list[Level] = sorted(order, key=self.wanted.order.index)
        return Facts(
            terms=terms,
            window=self.window,
            horizon=self.horizon,
            limits=self.situation.settings.limits,
            own=self.own,
            plan=self.wanted,
            order=(*named, *rest),
            user=self.sides.user(),
            employers=dict(self._employers()),
            people=self._people(),
            standing=self._standing(),
        )

    def week(self, facts: Facts) -> Week:
        week, starts = week_of(self.situation.timeline, facts)
        return self._with_visits(week, facts, starts) if self.request.visits else week

    def _with_visits(self, week: Week, facts: Facts, starts: Starts) -> Week:
        from scheduler.app.others import Others
        from scheduler.proposals.plan.visit import parse_visit, with_visits

        asked = self.request
        visits = [parse_visit(text, asked.pause, asked.within, asked.in_order) for text in asked.visits]
        others = Others(self.situation, self.sides, self.situation.timeline.window)
        parties = [others.person(name) for name in sorted(frozenset().union(*(v.people for v in visits)))]
        self.problems += others.problems
        starts.people = {**facts.people, **{p.name: (p.side, p.per_day or 0) for p in parties}}
        return replace(week, problem=with_visits(week.problem, visits, parties, starts, self.window))

    def _employers(self) -> Iterable[tuple[str, Side]]:
        """The side of each interview's employer, where its zone is known; equal ones are one."""
        known: dict[tuple[str, str], Side] = {}
        companies = self.situation.settings.companies
        for meeting in self.meetings:
            interview = meeting.head.interview
            if interview is None:
                continue
            name = (interview.company or "").casefold()
            company = next((c for c in companies if name and c.name.casefold() == name), None)
            zone = (company.zone if company else "") or interview.employer_zone or ""
            if zone:
                key = (zone, company.name if company else "")
                if key not in known:
                    known[key] = self.sides.employer(zone, company)
                yield meeting.key, known[key]

    def _people(self) -> dict[str, tuple[Side, int]]:
        """Those whose calendars are read, other than the user: their side and the most interviews in a day."""
        settings = section_list(self.situation.settings, "people", PersonSetting)
        found: dict[str, tuple[Side, int]] = {}
        for owner in sorted(frozenset().union(*(m.people for m in self.meetings)) - {""}):
            person = next((p for p in settings if owner in (p.address.casefold(), p.name.casefold())), None)
            side = Side(self.situation.zone) if person is None else self.sides.person(person)
            found[owner] = (side, 0 if person is None else person.per_day)
        return found

    def _standing(self) -> Standing:
        """What an earlier plan offered and what came of it; and how often each company was asked before."""
        moved = moved_before()
        if not self.request.again:
            if self.request.answers:
                raise UsageError("--answer says what came of a saved plan; name it, as --again last.")
            return Standing(moved_before=moved)
        saved = load_plan(self.request.again)
        now_at = {m.key: m.period for m in self.meetings}
        moves = [m for m in saved.moves if m.key in now_at]
        offers = {m.key: m.after for m in moves if m.action in OFFERED}
        refused = {m.key: frozenset(m.refused) for m in moves}
        agreed = {m.key: m.after[0] for m in moves if m.action == "agreed"}
        agreed |= {k: now_at[k] for k, times in offers.items() if now_at[k].start in (p.start for p in times)}
        unsuitable = set()
        for key, time in self._answers(saved):
            if time is not None and key in now_at:
                agreed[key] = Period(time, time + now_at[key].length)
            elif key in offers:
                unsuitable.add(key)
                refused[key] |= {p.start for p in offers[key]}
        offered = {k: v for k, v in offers.items() if k not in agreed and k not in unsuitable}
        return Standing(offered, agreed, refused, frozenset(unsuitable), moved)

    def _answers(self, saved: SavedPlan) -> Iterable[tuple[str, datetime | None]]:
        for text in self.request.answers:
            ref, equals, word = (part.strip() for part in text.rpartition("="))
            if not equals or not ref or not word:
                raise UsageError(f"--answer '{text}': write REF=TIME, as acme=2027-03-10T14:00, or REF=none.")
            found = [m for m in saved.moves if m.action in OFFERED and _names(m.id, m.title, m.company, ref)]
            if len(found) != 1:
                offers = ", ".join(f"{m.id} ({m.company or m.title})" for m in saved.moves if m.action in OFFERED)
                raise UsageError(f"--answer '{ref}' names {len(found)} offers of the plan; it has {offers or 'none'}.")
            yield found[0].key, None if word == "none" else parse_moment(word, "--answer", self.situation.zone)

    def supposed(self, standing: Standing) -> Standing:
        """The standing with what --what-if supposes."""
        sets: dict[str, set[str]] = {"cancel": set(), "keep": set(), "free": set()}
        for text in self.request.what_if:
            verb, _, ref = text.strip().partition(" ")
            if verb not in sets or not ref.strip():
                raise UsageError(f"--what-if '{text}': write 'cancel REF', 'keep REF' or 'free REF'.")
            sets[verb] |= self._keys(ref.strip())
        return replace(
            standing, cancelled=frozenset(sets["cancel"]), kept=frozenset(sets["keep"]), freed=frozenset(sets["free"])
        )

    def _keys(self, ref: str) -> set[str]:
        """All interviews of a company of that name, else the one entry that REF names."""
        named = {m.key for m in self.meetings if _is_company(m, ref)}
        if named:
            return named
        found = find_occurrence(self.situation.timeline, ref)
        same = (found.uid, found.recurrence_id)
        return {m.key for m in self.meetings if any((o.uid, o.recurrence_id) == same for o, _ in m.sessions)}


def _is_company(meeting: Meeting, ref: str) -> bool:
    interview = meeting.head.interview
    return interview is not None and (interview.company or "").casefold() == ref.casefold()


def _names(identifier: str, title: str, company: str, ref: str) -> bool:
    folded = ref.casefold()
    return identifier.startswith(folded) or folded in title.casefold() or folded in company.casefold()
