"""Is an event an interview of the user's? Signals are weighed, the user's own rules decide, facts are read out."""

from typing import NamedTuple

from scheduler.model.event import Event
from scheduler.model.interview import Interview, Signal
from scheduler.model.marks import is_own
from scheduler.recognise.people import Cast, cast_of, has_strangers, user_of
from scheduler.recognise.text import LONGEST_TITLE
from scheduler.recognise.view import View, meanings_of, opening_tells
from scheduler.settings.core import RuleSetting, Settings


class Recognition(NamedTuple):
    """The verdict: `interview` is None where it is none; `score` is between 0 and 1, from 0.5 on it is one."""

    interview: Interview | None
    score: float
    signals: tuple[Signal, ...]


_ORDINARY = Recognition(None, 0.0, ())
# Meanings in the title that make a closer look worth while, whoever invites.
_TELLING = frozenset({"job", "likely", "interview", "recruiting", "applying", "stage", "role", "work"})


def recognise(
    event: Event, me: frozenset[str], settings: Settings, user_zone: str, *, why: bool = False
) -> Recognition:
    """Whether `event` is an interview of the user with the addresses `me`, and what it says.

    With `why`, signals are weighed even where nothing hints at an interview; otherwise such events have none.
    """
    rule, said = _ruled(event, settings) if settings.rules else (None, None)
    user = user_of(me, settings.name)
    cast = cast_of(event, user) if has_strangers(event, user) else None
    if said is None and not why and not _worth_a_look(event, cast):
        return _ORDINARY
    if said is None and is_own(event.component):
        return _ORDINARY
    view = View(event, cast or cast_of(event, user))
    from scheduler.recognise.details import details_of
    from scheduler.recognise.weigh import THRESHOLD, score_of, total, weigh

    signals = tuple(weigh(view))
    weight = total(list(signals))
    is_interview, score = weight >= THRESHOLD, score_of(weight)
    if rule is not None and said is not None:
        signals = (_spoken(rule, said), *signals)
        is_interview, score = said, 1.0 if said else 0.0
    if not is_interview:
        return Recognition(None, score, signals)
    facts = details_of(view, settings, user_zone)
    if rule is not None and rule.company:
        facts = facts._replace(company=rule.company)
    return Recognition(facts._replace(score=score, signals=signals), score, signals)


def _ruled(event: Event, settings: Settings) -> tuple[RuleSetting | None, bool | None]:
    """The rule for an event, and what it says."""
    from scheduler.recognise.rules import rule_for, verdict

    rule = rule_for(event, settings)
    return rule, None if rule is None else verdict(rule)


def _spoken(rule: RuleSetting, said: bool) -> Signal:
    given = [f"{n} '{v}'" for n in ("title", "category", "organizer", "calendar") if (v := getattr(rule, n))]
    return Signal("your rule", 100.0 if said else -100.0, ", ".join(given))


def _worth_a_look(event: Event, cast: Cast | None) -> bool:
    """Something in the title, the people, the categories or the beginning of the text hints at an interview."""
    if cast is not None and (cast.service is not None or (cast.outside and not cast.colleagues and not cast.mine)):
        return True
    if meanings_of(event.summary[:LONGEST_TITLE]) & _TELLING:
        return True
    if event.component.first("CATEGORIES") is not None:
        return True
    return opening_tells(event)
