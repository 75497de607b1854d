"""What this computer says about the user: the settings file, the zone, the folders. Only the shell asks it.

Paths are texts until somebody wants to do something with them: most calls never load `pathlib`.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from scheduler.errors import SettingsError, UsageError
from scheduler.settings.core import Settings

if TYPE_CHECKING:
    from pathlib import Path

APP = "interviews"
# In the folder for data.
JOURNAL, OUTBOX = "journal.sqlite3", "outbox"
_XDG = {
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "cache": ("XDG_CACHE_HOME", "~/.cache"),
    "data": ("XDG_DATA_HOME", "~/.local/share"),
}


def settings_path() -> Path:
    """The settings file: INTERVIEWS_CONFIG, else settings.toml in the platform's folder for settings."""
    return _path(_settings_file())


def _settings_file() -> str:
    named = os.environ.get("INTERVIEWS_CONFIG")
    return os.path.expanduser(named) if named else os.path.join(_folder("config"), "settings.toml")


def _path(text: str) -> Path:
    from pathlib import Path

    return Path(text)


def _folder(kind: Literal["config", "cache", "data"]) -> str:
    """The platform's folder; on Linux by the XDG rules, as platformdirs has them.

    Importing platformdirs would add a tenth to the start of every command there.
    """
    platform: str = sys.platform
    if platform.startswith("linux"):
        variable, usual = _XDG[kind]
        return os.path.join(os.environ.get(variable, "").strip() or os.path.expanduser(usual), APP)
    import platformdirs

    find = {
        "config": platformdirs.user_config_dir,
        "cache": platformdirs.user_cache_dir,
        "data": platformdirs.user_data_dir,
    }
    return find[kind](APP)


def read_settings() -> Settings:
    """The settings, or the defaults where there is no file; raises SettingsError."""
    path = _settings_file()
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from None
    from scheduler.settings.load import parse_settings

    return parse_settings(text, path)


def cache_folder() -> Path:
    return _path(_folder("cache"))


def data_folder() -> Path:
    """Where the journal, the outbox and saved plans live: INTERVIEWS_DATA, else the platform's folder for data."""
    return _path(_data())


def journal_kept() -> Path | None:
    """The journal, where one has been begun."""
    journal = os.path.join(_data(), JOURNAL)
    return _path(journal) if os.path.exists(journal) else None


def _data() -> str:
    named = os.environ.get("INTERVIEWS_DATA")
    return os.path.expanduser(named) if named else _folder("data")


def zone_named(name: str) -> ZoneInfo:
    """An IANA zone (or a name of Windows) that the user wrote; raises UsageError with the nearest right name."""
    from scheduler.ics.zones import iana_zone, windows_zone

    zone = iana_zone(name.strip()) or windows_zone(name)
    if zone is not None:
        return zone
    import difflib
    from zoneinfo import available_timezones

    known = sorted(available_timezones())
    near = difflib.get_close_matches(name, known, 1, 0.5) or [
        z for z in known if name.lower().replace(" ", "_") in z.lower()
    ]
    hint = f" Did you mean {near[0]}?" if near else ""
    raise UsageError(f"'{name}' is no time zone that is known.{hint} Write an IANA name such as Europe/Lisbon.")


def local_zone() -> ZoneInfo | None:
    """This computer's zone by its IANA name, from TZ or the system; None where it cannot be told."""
    named = os.environ.get("TZ", "").lstrip(":")
    candidates = [named] if named else []
    if not named:
        try:
            target = os.path.realpath("/etc/localtime")
        except OSError:
            target = ""
        if "zoneinfo/" in target:
            candidates.append(target.rpartition("zoneinfo/")[2])
        # Not every system has this file.
        with suppress(OSError, UnicodeDecodeError), open("/etc/timezone", encoding="ascii") as file:
            candidates.append(file.read().strip())
    for name in candidates:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None
