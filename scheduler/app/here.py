"""What this computer says about the user: the settings file, the zone, the folders. Only the shell asks it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from scheduler.errors import SettingsError, UsageError
from scheduler.settings.core import Settings

APP = "interviews"
_XDG = {
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "cache": ("XDG_CACHE_HOME", "~/.cache"),
    "data": ("XDG_DATA_HOME", "~/.local/share"),
}


def settings_path() -> Path:
    """The settings file: INTERVIEWS_CONFIG, else settings.toml in the platform's folder for settings."""
    named = os.environ.get("INTERVIEWS_CONFIG")
    if named:
        return Path(named).expanduser()
    return _folder("config") / "settings.toml"


def _folder(kind: Literal["config", "cache", "data"]) -> Path:
    """The platform's folder; on Linux by the XDG rules, as platformdirs has them.

    Importing platformdirs would add a tenth to the start of every command there.
    """
    platform: str = sys.platform
    if platform.startswith("linux"):
        variable, usual = _XDG[kind]
        return Path(os.environ.get(variable, "").strip() or os.path.expanduser(usual), APP)
    import platformdirs

    find = {
        "config": platformdirs.user_config_path,
        "cache": platformdirs.user_cache_path,
        "data": platformdirs.user_data_path,
    }
    return find[kind](APP)


def read_settings() -> Settings:
    """The settings, or the defaults where there is no file; raises SettingsError."""
    path = settings_path()
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}.") from None
    from scheduler.settings.load import parse_settings

    return parse_settings(text, str(path))


def cache_folder() -> Path:
    return _folder("cache")


def data_folder() -> Path:
    """Where the journal, the outbox and saved plans live: INTERVIEWS_DATA, else the platform's folder for data."""
    named = os.environ.get("INTERVIEWS_DATA")
    if named:
        return Path(named).expanduser()
    return _folder("data")


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
        with suppress(OSError, UnicodeDecodeError):  # Not every system has this file.
            candidates.append(Path("/etc/timezone").read_text("ascii").strip())
    for name in candidates:
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None
