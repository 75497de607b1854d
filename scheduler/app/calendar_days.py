"""Public holidays with a cache on disk, and the country that a time zone belongs to."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from zoneinfo import TZPATH

from scheduler.proposals.holidays import public_holidays

FILE = "holidays.json"


def holidays_of(country: str, years: Iterable[int], folder: Callable[[], Path]) -> dict[date, str]:
    """The holidays of a country in these years; raises UsageError for an unknown code.

    The library is only loaded for a country and year that the cache does not have, or when it has changed since.
    """
    if not country:
        return {}
    path = folder() / FILE
    edition = _edition()
    kept = _read(path, edition)
    found: dict[date, str] = {}
    missing = []
    for year in years:
        names = kept.get(f"{country.upper()} {year}")
        if names is None:
            missing.append(year)
        else:
            found.update({date.fromisoformat(day): name for day, name in names.items()})
    for year in missing:
        new = public_holidays(country, [year])
        kept[f"{country.upper()} {year}"] = {day.isoformat(): name for day, name in new.items()}
        found.update(new)
    if missing:
        _write(path, edition, kept)
    return found


def _edition() -> str:
    """Changes when the library is changed; found without importing it."""
    spec = importlib.util.find_spec("holidays")
    if spec is None or spec.origin is None:
        return ""
    state = Path(spec.origin).with_name("version.py").stat()
    return f"{state.st_mtime_ns} {state.st_size}"


def _read(path: Path, edition: str) -> dict[str, dict[str, str]]:
    """The kept years; a file that is missing, broken or of another edition is as good as empty: it is only a cache."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["edition"] == edition:
            return {str(key): {str(d): str(n) for d, n in names.items()} for key, names in data["years"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return {}


def _write(path: Path, edition: str, years: dict[str, dict[str, str]]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        other = path.with_suffix(f".{os.getpid()}")
        other.write_text(json.dumps({"edition": edition, "years": years}, ensure_ascii=False), "utf-8")
        other.replace(path)
    except OSError:
        return  # Without a cache the next call only takes longer.


def country_of(zone: str) -> str:
    """The ISO 3166 code of the country that a zone's name stands for (tzdata's zone.tab); "" where it has none."""
    for path in _tables():
        try:
            text = path.read_text("utf-8")
        except OSError:
            continue
        for line in text.splitlines():
            parts = line.split("\t")
            if len(parts) > 2 and parts[2] == zone and not line.startswith("#"):
                return parts[0]
        return ""
    return ""


def _tables() -> Iterable[Path]:
    for folder in TZPATH:
        yield Path(folder) / "zone.tab"
    spec = importlib.util.find_spec("tzdata")
    if spec is not None and spec.origin is not None:
        yield Path(spec.origin).with_name("zoneinfo") / "zone.tab"
