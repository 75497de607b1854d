"""Other people's calendars and free/busy answers as parties of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scheduler.app.here import cache_folder
from scheduler.app.read import Situation, address_of, read_stdin
from scheduler.app.sides import Sides
from scheduler.errors import SettingsError, SourceError, UsageError
from scheduler.holds.entries import keys_of
from scheduler.ics.freebusy import holds_freebusy, read_freebusy
from scheduler.ics.read import Document
from scheduler.model.freebusy import FreeBusy
from scheduler.model.occurrence import Occurrence
from scheduler.model.problem import Problem
from scheduler.model.time import Period
from scheduler.model.timeline import Timeline
from scheduler.proposals.ground import party_of_freebusy, taken_in
from scheduler.proposals.rules import MINUTE, PLAIN, Needs, Party, Pool, Taken
from scheduler.recognise.hosted import speaks_of_interview
from scheduler.settings.load import section_list
from scheduler.settings.people import PersonSetting
from scheduler.sources.gather import gather_sources
from scheduler.sources.spec import Spec
from scheduler.timeline.build import build_timeline
from scheduler.timeline.view import View

CONDUCTED = Needs(kind="interview")


@dataclass(slots=True)
class Others:
    """Reads people of the settings and named sources over one window; `problems` collects what could not be read.

    `moving` are the keys of what is to be placed: its present time is free again in everybody's calendar.
    """

    situation: Situation
    sides: Sides
    window: Period
    moving: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)

    def pool(self, text: str) -> Pool:
        """'carol,dan' is one of them; '2:carol,dan,eve' is two of them."""
        count, colon, names = text.partition(":")
        need, listed = (count, names) if colon and count.strip().isdigit() else ("1", text)
        parties = self.all_of(listed)
        if not 0 < int(need) <= len(parties):
            raise UsageError(f"--one-of '{text}': write how many of the {len(parties)} are needed, as 1:{listed}.")
        return Pool(parties, int(need))

    def all_of(self, text: str) -> tuple[Party, ...]:
        """The parties of a list of names."""
        names = [name.strip() for name in text.split(",") if name.strip()]
        if not names:
            raise UsageError("Name the people, as --need alice,bob.")
        return tuple(self.person(name) for name in names)

    def person(self, name: str) -> Party:
        """A person of [[people]], by name or address."""
        person = self._known(name)
        if person is None:
            names = ", ".join(p.name for p in self._people()) or "nobody yet"
            raise UsageError(f"'{name}' is nobody that the settings know ({names}); add a [[people]] table.")
        asked = None if person.calendars else self._asked(person.name, person.address)
        if asked is None and not person.calendars:
            where = f"{self.situation.settings.path}: [[people]] {person.name}"
            raise SettingsError(f'{where}: no calendar; write calendars = ["FILE or address"].')
        buffer = person.buffer * MINUTE
        found = asked or self._read(person.name, person.calendars, person.address or person.name)
        return found._replace(
            side=self.sides.person(person), per_day=person.per_day or None, needs=Needs(buffer, buffer)
        )

    def source(self, text: str) -> Party:
        """A person by name or address, else a file or address with a calendar or a free/busy answer."""
        if self._known(text) is not None:
            return self.person(text)
        asked = self._asked(text, text)
        if asked is not None:
            return asked
        return self._read(text.rstrip("/").rpartition("/")[2], (text,), text)

    def guests(self, addresses: Sequence[str]) -> tuple[Party, ...]:
        """Those of the guests whose calendars are read or stand in [[people]]; what is not there is not asked for."""
        found = tuple(party for address in addresses if (party := self._guest(address)) is not None)
        if found:
            names = [p.name for p in found]
            whose = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
            take = "takes part, so that calendar counts" if len(names) == 1 else "take part, so their calendars count"
            self.problems.append(Problem("info", f"{whose} {take} too, as with --need ('--need me': yours alone)."))
        return found

    def _guest(self, address: str) -> Party | None:
        read = {spec.address for spec in self.situation.specs if spec.owner.casefold() == address}
        person = self._known(address) or PersonSetting(address.partition("@")[0], address=address)
        further = [source for source in person.calendars if source not in read]
        if not read and not further:
            return None
        party = Party(person.name, self.sides.person(person), per_day=person.per_day or None)
        try:
            taken = self._read(person.name, further, address).taken if further else ()
        except SourceError as error:
            self.problems.append(Problem("warning", str(error)))
            if not read:
                return None
            taken = ()
        buffer = person.buffer * MINUTE
        taken = tuple(sorted((*taken, *self._taken(self.situation.timeline, address)))) if read else taken
        return party._replace(taken=taken, needs=Needs(buffer, buffer))

    def _asked(self, name: str, who: str) -> Party | None:
        """What a connected server says of somebody (RFC 4791 7.10, RFC 6638 5); None where none can be asked."""
        if not any(key == "servers" for key, _ in self.situation.settings.other):
            return None
        from scheduler.app.freebusy import busy_of

        reading = busy_of(self.situation.settings, who, self.window, self.situation.now)
        if reading is None:
            return None
        self.problems += reading.problems
        return party_of_freebusy(name, reading.answers, self.sides.always(self.situation.zone))

    def _people(self) -> tuple[PersonSetting, ...]:
        """The people of [[people]], and the owners of other people's [[calendars]]."""
        settings = self.situation.settings
        people = section_list(settings, "people", PersonSetting)
        named = {p.name.casefold() for p in people}
        owned = (c for c in settings.calendars if c.owner and c.name.casefold() not in named)
        return (*people, *(PersonSetting(c.name, (c.source,), address_of(c.owner, settings)) for c in owned))

    def _known(self, name: str) -> PersonSetting | None:
        wanted = name.strip().casefold()
        people = self._people()
        return next((p for p in people if wanted in (p.name.casefold(), p.address.casefold() or None)), None)

    def _read(self, name: str, sources: Sequence[str], owner: str) -> Party:
        """What takes somebody's time; raises SourceError where a source says nothing, for then nobody knows."""
        specs = [Spec(source, name, owner.casefold()) for source in sources]
        gathered = gather_sources(specs, read_stdin, cache_folder, self.situation.now.timestamp())
        if not gathered.documents or any(p.severity == "error" for p in gathered.problems):
            why = "; ".join(p.message for p in gathered.problems) or "there is no calendar in it"
            raise SourceError(f"{name} cannot be taken into account: {why}")
        answers: list[FreeBusy] = []
        calendars: list[Document] = []
        for document in gathered.documents:
            if holds_freebusy(document.data):
                reading = read_freebusy(document.data, document.calendar.source)
                answers += reading.answers
                self.problems += reading.problems
            else:
                calendars.append(document)
        self.problems += gathered.problems
        side = self.sides.always(self.situation.zone)
        party = party_of_freebusy(name, answers, side) if answers else Party(name, side, needs=PLAIN)
        return party._replace(taken=(*party.taken, *self._calendars(calendars, owner.casefold())))

    def _calendars(self, documents: Sequence[Document], owner: str) -> tuple[Taken, ...]:
        view = View(self.window, self.situation.zone, self.situation.settings, frozenset())
        timeline = build_timeline(documents, view)
        self.problems += [p for p in timeline.problems if p.severity != "info"]
        return self._taken(timeline, owner)

    def _taken(self, timeline: Timeline, owner: str) -> tuple[Taken, ...]:
        moving = {o.id for o in timeline.occurrences if self.moving.intersection(keys_of(o))} if self.moving else ()
        return taken_in(timeline, owner, lambda o: CONDUCTED if _is_interview(o) else PLAIN, moving)


def _is_interview(occurrence: Occurrence) -> bool:
    """For the load of a day the interviews that somebody conducts count like those that she gives."""
    return occurrence.interview is not None or speaks_of_interview(occurrence.summary)
