"""`interviews config`: every setting, its value, where it comes from and what it means."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import NamedTuple

from scheduler.app.here import settings_path
from scheduler.errors import SettingsError, UsageError
from scheduler.settings.core import Settings
from scheduler.settings.every import Section, every_setting
from scheduler.settings.load import parse_settings


class Config(NamedTuple):
    """The sections asked for; `path` is the settings file, there or not."""

    path: Path
    there: bool
    sections: tuple[Section, ...]


def config(wanted: str = "") -> Config:
    """All settings, or those of one section or name; raises SettingsError for what is wrong in any section."""
    path = settings_path()
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Config(path, False, _chosen(every_setting(Settings(), ""), wanted))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from None
    return Config(path, True, _chosen(every_setting(parse_settings(text, str(path)), text), wanted))


def _chosen(sections: tuple[Section, ...], wanted: str) -> tuple[Section, ...]:
    """The section of a name with those inside it, or the settings of that name."""
    name = wanted.strip("[] ")
    if not name:
        return sections
    whole = tuple(s for s in sections if _public(s) == name or _public(s).startswith(f"{name}."))
    if whole:
        return whole
    found = tuple(
        s._replace(settings=kept)
        for s in sections
        if (kept := tuple(x for x in s.settings if name in (x.name, x.full, f"{_public(s)}.{x.name}")))
    )
    if found:
        return found
    known = {_public(s) for s in sections} | {x.name for s in sections for x in s.settings}
    near = difflib.get_close_matches(name, sorted(known), 1)
    hint = f" Did you mean '{near[0]}'?" if near else " `interviews config` shows all."
    raise UsageError(f"There is no setting '{wanted}'.{hint}")


def _public(section: Section) -> str:
    return section.header.strip("[]")
