"""The same work with icalendar + recurring-ical-events: what overlaps the window, one JSON line an occurrence.

    python benchmarks/reference.py 2027-03-01 2027-03-15 SOURCE...

A source is an .ics file or a folder of them. Floating times are taken as UTC, as the benchmark's `--zone UTC` does.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import icalendar
import recurring_ical_events


def _files(source: Path) -> Iterator[Path]:
    if source.is_dir():
        yield from source.glob("*.ics")
    else:
        yield source


def _moment(value: dt.date) -> str:
    if not isinstance(value, dt.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        value = value.replace(tzinfo=dt.UTC)
    return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def main() -> None:
    """Print every occurrence of the sources in the window."""
    start, end = (dt.datetime.fromisoformat(each).replace(tzinfo=dt.UTC) for each in sys.argv[1:3])
    for source in sys.argv[3:]:
        for path in _files(Path(source)):
            calendar = icalendar.Calendar.from_ical(path.read_bytes())
            for event in recurring_ical_events.of(calendar).between(start, end):
                line = [str(event["UID"]), _moment(event["DTSTART"].dt), _moment(event["DTEND"].dt)]
                print(json.dumps(line))


if __name__ == "__main__":
    main()
