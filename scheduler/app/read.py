"""Gather for every reading command: settings, zone, window and sources into a Situation."""

import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.app.here import cache_folder, local_zone, read_settings, zone_named
from scheduler.app.two import both_at_once
from scheduler.app.window import midnight, parse_moment, parse_window
from scheduler.errors import UsageError
from scheduler.holds.entries import is_hold
from scheduler.ics.values import mail_address
from scheduler.model.problem import Problem
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.settings.core import CalendarSetting, Settings
from scheduler.sources.gather import gather_sources
from scheduler.sources.spec import Spec
from scheduler.timeline.build import build_timeline, within
from scheduler.timeline.view import View

_WHOSE = Problem(
    "info",
    "Whose calendar this is is not known, so what was declined or not answered cannot be told; give --me or set 'me' "
    "in the settings.",
)


class ReadRequest(NamedTuple):
    """What a reading command was asked; texts as the user wrote them. `clock` is the real time, aware.

    `fresh` synchronises the mirrors among the sources first.
    """

    clock: datetime
    sources: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    days: int | None = None
    zone: str | None = None
    now: str | None = None
    me: tuple[str, ...] = ()
    use_index: bool = True
    fresh: bool = False


class Situation(NamedTuple):
    """Everything a command decides on: `now` in UTC, the user's settings and zone, the timeline.

    `days` is the timeline of the window's whole days: what an entry collides with may lie beyond the window.
    """

    now: datetime
    settings: Settings
    view: View
    timeline: Timeline
    days: Timeline
    specs: tuple[Spec, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        return self.view.zone


def gather(request: ReadRequest, window: Period | None = None) -> Situation:
    """Read everything the request names; `window` overrides its window. Raises UsageError and SettingsError."""
    settings = read_settings()
    zone, notes = _zone(request, settings)
    now = request.clock if request.now is None else parse_moment(request.now, "--now", zone)
    if window is None:
        window = parse_window(request.start, request.end, request.days, now, zone)
    settings = settings._replace(me=_addresses(request.me)) if request.me else settings
    me = frozenset(a for text in settings.me if (a := mail_address(text)) is not None)
    specs = tuple(_of_user(s, me, settings) for s in _specs(request.sources, settings))
    if request.fresh:
        from scheduler.app.mirrors import refresh

        notes += refresh(settings, specs, request.clock)
    notes += [_without_address(s) for s in specs if s.owner and mail_address(s.owner) is None]
    view = View(window, zone, settings, me)
    days = _days(request, specs, view)
    if any(map(is_hold, days.occurrences)):
        from scheduler.holds.states import freed

        days = freed(days, now)
    timeline = within(days, window)
    if not me and any(not o.owner and o.event.attendees for o in timeline.occurrences):
        notes.append(_WHOSE)
    return Situation(now, settings, view, timeline._replace(problems=(*notes, *timeline.problems)), days, specs)


def _days(request: ReadRequest, specs: tuple[Spec, ...], view: View) -> Timeline:
    """The whole days of the window, by the index where one is worth it and fits, else read anew."""
    days = view._replace(window=_whole_days(view))
    stamps = None
    if request.use_index:
        from scheduler.sources.stamps import stamps_of

        stamps = stamps_of(specs)
    if stamps is None:
        return _read(request, specs, days)
    from scheduler.sources.index import key_of, load, save

    key = key_of(stamps, (specs, days.window, sorted(days.me), days.settings), days.zone.key)
    folder = cache_folder() / "index"
    kept = load(folder, key)
    if kept is None:
        kept = _read(request, specs, days)
        save(folder, key, stamps, kept, int(request.clock.timestamp() * 1e9))
    return kept


def _read(request: ReadRequest, specs: tuple[Spec, ...], view: View) -> Timeline:
    gathered = gather_sources(specs, read_stdin, cache_folder, request.clock.timestamp())
    timeline = build_timeline(gathered.documents, view, both=both_at_once)
    return timeline._replace(problems=(*gathered.problems, *timeline.problems))


def _whole_days(view: View) -> Period:
    """The window from midnight to midnight on the user's clock, so that calls of one day ask the same."""
    first = view.window.start.astimezone(view.zone).date()
    last = (view.window.end - timedelta(microseconds=1)).astimezone(view.zone).date()
    try:
        return Period(midnight(first, view.zone), midnight(last + timedelta(days=1), view.zone))
    except OverflowError:
        return view.window


def _zone(request: ReadRequest, settings: Settings) -> tuple[ZoneInfo, list[Problem]]:
    if request.zone:
        return zone_named(request.zone), []
    if settings.zone:
        return zone_named(settings.zone), []
    local = local_zone()
    if local is not None:
        return local, []
    sentence = "This computer does not say its time zone; UTC was assumed. Give --zone, or set 'zone' in the settings."
    return ZoneInfo("UTC"), [Problem("info", sentence)]


def _addresses(texts: Sequence[str]) -> tuple[str, ...]:
    """Several addresses, also in one word with commas; raises UsageError for what is no mail address."""
    found = [piece.strip() for text in texts for piece in text.split(",") if piece.strip()]
    for piece in found:
        if mail_address(piece) is None:
            raise UsageError(f"--me '{piece}' is no mail address; write it as ana@mail.example.")
    return tuple(found)


def _specs(sources: tuple[str, ...], settings: Settings) -> tuple[Spec, ...]:
    if sources:
        known = {c.name.casefold(): c for c in settings.calendars}
        return tuple(_named(text, known) for text in sources)
    if not settings.calendars:
        raise UsageError(
            "There is nothing to read. Name a calendar (`interviews scan my.ics`), "
            "or put your calendars into the settings (`interviews init`)."
        )
    return tuple(Spec(c.source, c.name, c.owner, c.kind) for c in settings.calendars)


def _of_user(spec: Spec, me: frozenset[str], settings: Settings) -> Spec:
    """Whoever names the user herself as owner means the user: her calendars collide with each other."""
    owner = address_of(spec.owner, settings)
    return spec._replace(owner="" if owner in me or owner.casefold() == settings.name.casefold() else owner)


def address_of(owner: str, settings: Settings) -> str:
    """An owner's mail address, by the settings' [[people]] where a name was given; the name itself where none is known.

    Without an address nobody knows which invitations the owner has declined.
    """
    address = mail_address(owner)
    if address is not None or not owner:
        return address or ""
    from scheduler.settings.load import section_list
    from scheduler.settings.people import PersonSetting

    people = section_list(settings, "people", PersonSetting)
    wanted = owner.strip().casefold()
    return next((a for p in people if p.name.casefold() == wanted and (a := mail_address(p.address))), owner.strip())


def _without_address(spec: Spec) -> Problem:
    sentence = (
        f"The calendar '{spec.name}' belongs to '{spec.owner}', whose mail address is not known, so their answers to "
        f"invitations were left out of account; give it in [[people]]."
    )
    return Problem("info", sentence)


def _named(text: str, known: dict[str, CalendarSetting]) -> Spec:
    """OWNER=SOURCE gives a source an owner; a calendar of the settings can be called by its name."""
    calendar = known.get(text.casefold())
    if calendar is not None:
        return Spec(calendar.source, calendar.name, calendar.owner, calendar.kind)
    owner, equals, address = text.partition("=")
    if equals and mail_address(owner) is not None:
        return Spec(address, owner=owner.strip().lower())
    return Spec(text)


def read_stdin() -> bytes:
    """Standard input, as far as it is bounded; raises SourceError."""
    from scheduler.sources.bounded import read_stream

    return read_stream(sys.stdin.buffer, "<stdin>")
