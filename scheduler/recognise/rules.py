"""The user's own word on events ([[rules]]): it wins over every signal."""

from __future__ import annotations

from scheduler.model.event import Event
from scheduler.recognise.text import LONGEST_TITLE, fold
from scheduler.settings.core import RuleSetting, Settings


def rule_for(event: Event, settings: Settings) -> RuleSetting | None:
    """The first rule that matches and says whether it is an interview, else the first that matches."""
    matching = [r for r in settings.rules if matches(r, event)]
    decided = [r for r in matching if verdict(r) is not None]
    return next(iter(decided or matching), None)


def verdict(rule: RuleSetting) -> bool | None:
    """Whether the rule calls it an interview; None where it does not say."""
    said = rule.interview.strip().lower()
    return True if said in ("yes", "true", "1") else False if said in ("no", "false", "0") else None


def matches(rule: RuleSetting, event: Event) -> bool:
    """Every condition given holds; a rule without conditions matches nothing."""
    checks: list[bool] = []
    if rule.title:
        checks.append(fold(rule.title) in fold(event.summary[:LONGEST_TITLE]))
    if rule.category:
        checks.append(fold(rule.category) in {fold(c) for c in event.categories})
    if rule.organizer:
        checks.append(_is_from(event, rule.organizer.lower().removeprefix("@")))
    if rule.calendar:
        checks.append(fold(rule.calendar) == fold(event.calendar.name))
    return bool(checks) and all(checks)


def _is_from(event: Event, wanted: str) -> bool:
    address = event.organizer.address if event.organizer is not None else None
    if address is None:
        return False
    domain = address.rsplit("@", 1)[-1]
    return address == wanted or domain == wanted or domain.endswith("." + wanted)
