"""What a synchronisation is asked to do and what it tells afterwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from scheduler.ics.parse import parse_component
from scheduler.model.problem import Problem
from scheduler.sync.plan import Action
from scheduler.sync.schema import Conflicting, Held


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: `schedules` says whether the server mails people by itself (None: not known, so it may)."""

    me: tuple[str, ...] = ()
    schedules: bool | None = None
    read_only: bool = False
    dry_run: bool = False
    whole: bool = False
    may_empty: frozenset[str] = frozenset()


@dataclass(slots=True)
class Report:
    """The outcome: counts of actions by name, and whatever the user must know or decide."""

    done: Counter[str] = field(default_factory=Counter)
    planned: list[Action] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    conflicts: list[Conflicting] = field(default_factory=list)
    again: bool = False

    def begin_round(self) -> None:
        """What was held or in conflict is found again, or it no longer is."""
        self.held.clear()
        self.conflicts.clear()
        self.again = False

    def did(self, action: Action, data: bytes = b"") -> None:
        self.done[type(action).__name__] += 1
        if getattr(action, "restores", False):
            self.note(f"'{title(data)}' was deleted on one side and changed on the other; the changed version stays.")

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    def problem(self, message: str, source: str, data: bytes = b"") -> None:
        found = Problem("error", message, source, summary=title(data) or None)
        if found not in self.problems:
            self.problems.append(found)


def title(data: bytes) -> str:
    """The summary of an object, for words to the user."""
    for child in parse_component(data).children if data else ():
        if child.name != "VTIMEZONE" and (text := child.text("SUMMARY")):
            return text
    return ""
