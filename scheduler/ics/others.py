"""To-dos and journal entries beside the events: counted, so that none is left out without a word."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scheduler.ics.structure import Segment
from scheduler.model.event import Calendar
from scheduler.model.problem import Problem

_TODO, _JOURNAL = b"\nBEGIN:VTODO", b"\nBEGIN:VJOURNAL"
_CALLED = {_TODO: ("to-do", "to-dos", "VTODO"), _JOURNAL: ("journal entry", "journal entries", "VJOURNAL")}
# A stretch of a calendar in which one could stand is longer; most are just END:VCALENDAR.
_SHORTEST = 30


class Others:
    """Summed up by calendar: some keep each task in a file of its own."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, bytes]] = Counter()
        self._sources: dict[tuple[str, str, bytes], set[str]] = {}

    def look(self, data: bytes, segments: Sequence[Segment], calendar: Calendar) -> None:
        """Only where no events lie; a search per stretch and kind is all that it costs where there are none."""
        find = data.find
        for segment in segments:
            for low, high in segment.outside:
                if high - low < _SHORTEST or high <= segment.head_end:
                    continue
                if find(_TODO, low, high) >= 0 or find(_JOURNAL, low, high) >= 0:
                    self._count(data[low:high], calendar)

    def _count(self, text: bytes, calendar: Calendar) -> None:
        for mark in _CALLED:
            count = text.count(mark)
            if count:
                key = calendar.owner, calendar.name, mark
                self._counts[key] += count
                self._sources.setdefault(key, set()).add(calendar.source)

    def problems(self) -> Iterator[Problem]:
        """A note for each calendar and kind; the source where it is only one."""
        for key, count in self._counts.items():
            one, many, kind = _CALLED[key[2]]
            what = (
                f"1 {one} ({kind}) in the calendar '{key[1]}' is"
                if count == 1
                else (f"{count} {many} ({kind}) in the calendar '{key[1]}' are")
            )
            sources = self._sources[key]
            source = min(sources) if len(sources) == 1 else ""
            yield Problem("info", f"{what} not shown: only events are read.", source)
