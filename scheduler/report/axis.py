"""The time axis of a day or a week: minutes of the wall clock to lengths, long empty stretches folded away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scheduler.report.minutes import Minutes, merged

SCALE = 1.2  # units a minute: a quarter of an hour holds one line of text
FOLD = 26.0  # units for a folded stretch


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the axis: minutes [start, end) drawn from `top`, `height` units high."""

    start: float
    end: float
    top: float
    height: float
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    segments: tuple[Segment, ...]

    @property
    def height(self) -> float:
        return self.segments[-1].top + self.segments[-1].height if self.segments else 0.0

    def at(self, minute: float) -> float:
        """Where a minute lies, clamped to the axis."""
        for segment in self.segments:
            if minute < segment.end:
                inside = max(0.0, minute - segment.start) / (segment.end - segment.start)
                return round(segment.top + inside * segment.height, 1)
        return round(self.height, 1)

    def holds(self, minute: float) -> bool:
        return any(s.start <= minute <= s.end for s in self.segments if not s.folded)

    def hours(self) -> list[int]:
        """The full hours to label: none inside a fold."""
        found = {
            h
            for s in self.segments
            if not s.folded
            for h in range(24)
            if s.start <= h * 60 < s.end - 14 or h * 60 == s.start
        }
        return sorted(found)

    @property
    def folds(self) -> tuple[Segment, ...]:
        return tuple(s for s in self.segments if s.folded)


def axis(wanted: Iterable[Minutes], fold_from: float) -> Axis:
    """An axis over all wanted stretches; what lies between them is folded where it is `fold_from` minutes or more."""
    kept: list[Minutes] = []
    for stretch in merged(wanted):
        if kept and stretch.start - kept[-1].end < fold_from:
            kept[-1] = Minutes(kept[-1].start, stretch.end)
        else:
            kept.append(stretch)
    segments: list[Segment] = []
    top = 0.0
    for stretch in kept:
        if segments:
            segments.append(Segment(segments[-1].end, stretch.start, top, FOLD, folded=True))
            top += FOLD
        height = stretch.length * SCALE
        segments.append(Segment(stretch.start, stretch.end, top, height))
        top += height
    return Axis(tuple(segments))


def ends(stretch: Minutes, grain: int, most: float = 60.0) -> list[Minutes]:
    """The two ends of a stretch, rounded outwards to `grain` minutes: what lies between may be folded."""
    start = stretch.start // grain * grain
    end = min(1440.0, -(-max(stretch.end, stretch.start + 1) // grain) * grain)
    if end - start <= 2 * most:
        return [Minutes(start, end)]
    return [Minutes(start, start + most), Minutes(end - most, end)]
