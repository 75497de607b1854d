"""Which side of a collision moves first (E1), and why, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from scheduler.findings.terms import Terms
from scheduler.model.finding import Move
from scheduler.model.occurrence import Occurrence
from scheduler.settings.core import RuleSetting
from scheduler.timeline.busy import own_answer


class Side:
    """An entry as one side of collisions; what decides whether it moves is worked out once."""

    __slots__ = ("_move", "_order", "o", "terms")

    def __init__(self, o: Occurrence, terms: Terms) -> None:
        self.o, self.terms = o, terms
        self._order: tuple[int, float, str] | Literal[False] | None = None
        self._move: Move | None = None

    @property
    def order(self) -> tuple[int, float, str] | Literal[False]:
        """What moves with the least effort comes first, then the latest; False where the settings lock it."""
        if self._order is None:
            o = self.o
            self._order = not locked(o, self.terms.rules) and (
                _effort(o, self.terms),
                -o.period.start.timestamp(),
                o.key,
            )
        return self._order

    @property
    def move(self) -> Move:
        """That it moves, as what is no interview."""
        if self._move is None:
            self._move = Move(self.o, _why(self.o, self.terms))
        return self._move


def moves_first(sides: Sequence[Side], terms: Terms) -> Move | None:
    """The entry to move; None where all are locked. Deterministic in any order of `sides`."""
    first: Side | None = None
    least: tuple[int, float, str] | None = None
    for side in sides:
        if side.o.interview is None and (order := side.order) and (least is None or order < least):
            first, least = side, order
    if first is not None:
        return first.move
    interviews = [side.o for side in sides if side.o.interview is not None and side.order]
    if not interviews:
        return None
    if len(interviews) == 1:
        return Move(interviews[0], "everything else is locked by your settings")
    return _between_interviews(interviews, terms)


def locked(o: Occurrence, rules: Sequence[object]) -> bool:
    return any(isinstance(r, RuleSetting) and r.flexible == "no" and rule_matches(r, o) for r in rules)


def flexible(o: Occurrence, rules: Sequence[object]) -> bool:
    return any(isinstance(r, RuleSetting) and r.flexible == "yes" and rule_matches(r, o) for r in rules)


def rule_matches(rule: RuleSetting, o: Occurrence) -> bool:
    """Every condition that the rule states holds; a rule without conditions matches nothing."""
    event = o.event
    organizer = event.organizer.address if event.organizer is not None else None
    checks = [
        not rule.title or rule.title.casefold() in event.summary.casefold(),
        not rule.category or rule.category.casefold() in (c.casefold() for c in event.categories),
        not rule.organizer or (organizer or "").endswith(rule.organizer.lower().lstrip("@")),
        not rule.calendar or rule.calendar.casefold() == event.calendar.name.casefold(),
    ]
    return any((rule.title, rule.category, rule.organizer, rule.calendar)) and all(checks)


def _effort(o: Occurrence, terms: Terms) -> int:
    """How many people a move disturbs, roughly: marked flexible, all-day, alone, own meeting, others' meeting."""
    if flexible(o, terms.rules):
        return 0
    if o.all_day:
        return 1
    if not o.event.attendees and o.event.organizer is None:
        return 2
    organizer = o.event.organizer.address if o.event.organizer is not None else None
    return 3 if organizer in terms.addresses(o) or not o.event.attendees else 4


def _why(o: Occurrence, terms: Terms) -> str:
    return (
        "you marked it as flexible",
        "it is an all-day entry; check whether it needs you at that time",
        "it is your own entry, and an interview moves last (E1)",
        "you organise it yourself, and an interview moves last (E1)",
        "it is no interview, and an interview moves last (E1)",
    )[_effort(o, terms)]


def _between_interviews(interviews: list[Occurrence], terms: Terms) -> Move:
    """The lower-ranked company; else the one with more notice left; else the one answered later."""
    ranks = {o.key: c.rank if (c := terms.company(o)) is not None and c.rank else 0 for o in interviews}
    ranked = [r for r in ranks.values() if r]
    if ranked and len(set(ranks.values())) > 1:
        worst = max(interviews, key=lambda o: (ranks[o.key] or 10**6, o.period.start, o.key))
        return Move(worst, "its company ranks lower in your settings")
    latest = max(o.period.start for o in interviews)
    later = [o for o in interviews if o.period.start == latest]
    if len(later) < len(interviews):
        chosen = min(later, key=lambda o: o.key)
        return Move(chosen, "of the interviews it leaves more notice")
    chosen = max(interviews, key=lambda o: (_unanswered(o, terms), o.event.stamp, o.key))
    if _unanswered(chosen, terms):
        return Move(chosen, "you have not answered it yet")
    return Move(chosen, "both begin at once, and it was answered later")


def _unanswered(o: Occurrence, terms: Terms) -> bool:
    return own_answer(o.event, terms.addresses(o)) == "NEEDS-ACTION"
