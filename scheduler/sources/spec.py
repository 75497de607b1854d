"""What a source is, by what the user wrote and by what is there."""

from typing import NamedTuple

from scheduler.ics.read import Document
from scheduler.model.event import Calendar
from scheduler.model.problem import Problem
from scheduler.sources.bounded import Room


class Spec(NamedTuple):
    """One source as named in the call or the settings; `name` is what the user calls it."""

    address: str
    name: str = ""
    owner: str = ""
    kind: str = "personal"


class Gathered(NamedTuple):
    """The calendars read, what could not be read or was assumed, and the room for what the source has packed."""

    documents: list[Document]
    problems: list[Problem]
    room: Room

    def fail(self, source: str, sentence: str) -> None:
        self.problems.append(Problem("error", f"{source} {sentence}", source))

    def add(self, spec: Spec, source: str, name: str, data: bytes) -> None:
        self.documents.append(Document(Calendar(spec.name or name, source, spec.owner, spec.kind), data))
