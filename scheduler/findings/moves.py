"""Which side of a collision moves first (E1), and why, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from scheduler.findings.journey import journey_of
from scheduler.findings.terms import Terms
from scheduler.findings.words import title, whose
from scheduler.model.finding import Move
from scheduler.model.occurrence import Occurrence
from scheduler.recognise.hosted import speaks_of_interview
from scheduler.settings.core import RuleSetting
from scheduler.timeline.busy import own_answer

_UNKNOWN = (-1, 0.0, "")


class Side:
    """An entry as one side of collisions; `order`: the least moves first, interviews last, what is fixed never."""

    __slots__ = ("_move", "interview", "o", "order", "terms")

    def __init__(self, o: Occurrence, terms: Terms) -> None:
        self.o, self.terms = o, terms
        self.interview = o.interview is not None
        # Worked out when asked for: most entries collide with nothing, some with hundreds.
        self.order = _UNKNOWN
        self._move: Move | None = None

    def settle(self) -> None:
        """Work out the order."""
        o, terms = self.o, self.terms
        effort = _FIXED if fixed(o, terms.rules) else _LAST if o.interview is not None else _effort(o, terms)
        # The latest of those that are as easily moved.
        self.order = effort, -o.period.start.timestamp(), o.key

    @property
    def move(self) -> Move:
        """That it moves, as what is no interview."""
        if self._move is None:
            self._move = Move(self.o, _why(self.o, self.order[0], self.terms))
        return self._move


_ORDER, _INTERVIEW = attrgetter("order"), attrgetter("interview")
LOCKED = "you locked it"


def moves_first(sides: Sequence[Side], terms: Terms) -> Move | None:
    """The entry to move; None where none may. Deterministic in any order of `sides`."""
    for side in sides:
        if side.order is _UNKNOWN:
            side.settle()
    first = min(sides, key=_ORDER)
    effort = first.order[0]
    if effort == _FIXED:
        return None
    if effort and all(side is first or side.order[0] == _FIXED for side in sides):
        return Move(first.o, _only(sides))
    if effort != _LAST:
        if terms.everything and not any(map(_INTERVIEW, sides)):
            return _between_others(first, sides)
        return first.move
    return _between_interviews([side.o for side in sides if side.order[0] == _LAST], terms)


def fixed(o: Occurrence, rules: Sequence[object]) -> str:
    """Why an entry does not move, whatever it collides with; "" where it may.

    A rule of the user's can free a journey, but not what only somebody else has in a calendar.
    """
    if locked(o, rules):
        return LOCKED
    if private_to(o):
        return f"it is {whose(o)}'s own entry"
    journey = None if flexible(o, rules) else journey_of(o)
    return f"a {journey} does not move" if journey is not None else ""


def private_to(o: Occurrence) -> str:
    """The other person who alone has this entry; "" where the user or several people have it."""
    if not o.owner or o.interview is not None:
        return ""
    host = (o.event.organizer,) if o.event.organizer is not None else ()
    return o.owner if all(a.address == o.owner for a in (*host, *o.event.attendees)) else ""


def _only(sides: Sequence[Side]) -> str:
    """Why it is the only one that moves: what holds the others."""
    whys = {fixed(s.o, s.terms.rules): s.o for s in sides if s.order[0] == _FIXED}
    if set(whys) == {LOCKED}:
        return "everything else is locked by your settings"
    said = [f"{title(o)} is {whose(o)}'s own entry" if private_to(o) else why for why, o in whys.items()]
    return " and ".join(sorted(why if why != LOCKED else "the rest is locked by your settings" for why in said))


def locked(o: Occurrence, rules: Sequence[object]) -> bool:
    return bool(rules) and any(isinstance(r, RuleSetting) and r.flexible == "no" and rule_matches(r, o) for r in rules)


def flexible(o: Occurrence, rules: Sequence[object]) -> bool:
    return bool(rules) and any(isinstance(r, RuleSetting) and r.flexible == "yes" and rule_matches(r, o) for r in rules)


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


_WHY = (
    "you marked it as flexible",
    "it is an all-day entry; check whether it needs you at that time",
)
_ALONE, _ORGANISED, _INVITED, _LAST, _FIXED = range(2, 7)


def _why(o: Occurrence, effort: int, terms: Terms) -> str:
    """Why it makes way for an interview of its owner's."""
    if effort < len(_WHY):
        return _WHY[effort]
    if effort > _ALONE and speaks_of_interview(o.summary):
        own = f"{whose(o)}'s" if o.owner else "your"
        return f"{_nature(o, effort, terms)}, and an interview of {own} own moves last (E1)"
    nature = "it is no interview" if effort == _INVITED else _nature(o, effort, terms)
    return f"{nature}, and an interview moves last (E1)"


def _nature(o: Occurrence, effort: int, terms: Terms) -> str:
    """What an entry is that is no interview of its owner's; in a calendar of somebody else, by that name."""
    owner = whose(o)
    if effort == _ALONE:
        return f"it is {owner}'s own entry" if owner else "it is your own entry"
    host = _organizer(o)
    if speaks_of_interview(o.summary):
        if host in terms.me or (effort == _ORGANISED and not owner):
            return "it is an interview that you host"
        return f"it is an interview that {owner} hosts" if effort == _ORGANISED else "it is an interview of others"
    if effort == _INVITED:
        return "others organise it"
    return f"{owner} organises it" if owner else "you organise it yourself"


def _between_others(first: Side, sides: Sequence[Side]) -> Move:
    """Where no interview of the owner's is concerned (--all)."""
    effort, latest, _ = first.order
    reason = _WHY[effort] if effort < len(_WHY) else _nature(first.o, effort, first.terms)
    rest = [side.order[1] for side in sides if side is not first and side.order[0] == effort]
    if rest and latest < min(rest):
        reason += ", and it leaves more notice"
    return Move(first.o, reason)


def _effort(o: Occurrence, terms: Terms) -> int:
    """How many people a move disturbs, roughly: marked flexible, all-day, alone, own meeting, others' meeting."""
    if flexible(o, terms.rules):
        return 0
    if o.all_day:
        return 1
    if not o.event.attendees and o.event.organizer is None:
        return _ALONE
    return _ORGANISED if _organizer(o) in terms.addresses(o) or not o.event.attendees else _INVITED


def _organizer(o: Occurrence) -> str | None:
    return o.event.organizer.address if o.event.organizer is not None else None


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
