"""What settings must say beyond their types; found when they are read, not in the middle of a command."""

from __future__ import annotations

from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from scheduler.errors import SettingsError
from scheduler.settings.core import CompanySetting, RuleSetting, Settings

_ANSWERS = ("", "yes", "no")
_KINDS = ("personal", "work", "shared")


def check(settings: Settings, path: str) -> None:
    """Raises SettingsError naming the address, calendar, company or rule and what to write."""
    for address in settings.me:
        if "@" not in address:
            raise SettingsError(f"{path}: me: '{address}' is no mail address; write it as ana@mail.example.")
    for calendar in settings.calendars:
        if calendar.kind not in _KINDS:
            raise SettingsError(
                f"{path}: the calendar '{calendar.name}': kind is '{calendar.kind}'; write {', '.join(_KINDS[:-1])} or "
                f"{_KINDS[-1]}."
            )
    for company in settings.companies:
        _check_company(company, f"{path}: the company '{company.name}'")
    for number, rule in enumerate(settings.rules, 1):
        _check_rule(rule, f"{path}: [[rules]] number {number}")


def _check_company(company: CompanySetting, where: str) -> None:
    if company.zone:
        try:
            ZoneInfo(company.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise SettingsError(
                f"{where}: '{company.zone}' is no time zone that is known; write an IANA name such as Europe/Berlin."
            ) from None
    if company.hours:
        try:
            first, last = map(time.fromisoformat, company.hours)
        except ValueError:
            raise SettingsError(f'{where}: write its hours as ["09:00", "17:00"].') from None
        if last <= first:
            raise SettingsError(f"{where}: its hours end before they start.")


def _check_rule(rule: RuleSetting, where: str) -> None:
    if not (rule.title or rule.category or rule.organizer or rule.calendar):
        raise SettingsError(f"{where} fits no entry; give it a title, category, organizer or calendar.")
    for name, value in (("interview", rule.interview), ("flexible", rule.flexible)):
        if value not in _ANSWERS:
            raise SettingsError(f"{where}: {name} is '{value}'; write yes or no.")
