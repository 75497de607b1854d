"""What the options of a reading command ask for, and the one place that asks the clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scheduler.app.read import ReadRequest

if TYPE_CHECKING:
    from scheduler.app.scan import Flags


def limits(options: dict[str, Any]) -> Flags:
    """What `limit_options` gave, taken out of `options`."""
    from scheduler.app.scan import Flags

    return Flags(**{name: options.pop(name) for name in Flags._fields})


def clock() -> datetime:
    """The present moment; nothing below the command line asks for it."""
    return datetime.now(UTC)


def read_request(
    sources: tuple[str, ...],
    start: str | None = None,
    end: str | None = None,
    days: int | None = None,
    zone: str | None = None,
    now: str | None = None,
    me: tuple[str, ...] = (),
    no_index: bool = False,
    fresh: bool = False,
) -> ReadRequest:
    """What `reading_options` gave; raises UsageError for a source that is none."""
    for source in sources:
        _is_named(source)
        _is_no_day(source)
    return ReadRequest(clock(), sources, start, end, days, zone, now, me, not no_index, fresh)


def _is_named(source: str) -> None:
    """Raises UsageError for a blank, as a shell makes it of a variable without a value."""
    from scheduler.errors import UsageError

    if not source.strip():
        raise UsageError(f"'{source}' is no source: name a file, a folder, an address or - for standard input.")


def _is_no_day(source: str) -> None:
    """Raises UsageError for a day or a week that was written where a calendar is named."""
    import os
    from zoneinfo import ZoneInfo

    if os.path.exists(source):
        return
    from scheduler.app.here import read_settings
    from scheduler.app.window import parse_window
    from scheduler.errors import UsageError

    try:
        parse_window(source, None, None, clock(), ZoneInfo("UTC"))
    except UsageError:
        return
    if all(c.name != source for c in read_settings().calendars):
        raise UsageError(f"'{source}' is a time, not a calendar: write --from {source}.")
