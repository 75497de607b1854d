"""Collects what the scenarios measured and prints it as markdown for docs/performance.md."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measure import Results


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; `passed` is None where there is no target."""

    scenario: str
    what: str
    measured: str
    target: str
    passed: bool | None


@dataclass(frozen=True, slots=True)
class Cost:
    """What one contender took on one calendar."""

    calendar: str
    contender: str
    seconds: float
    cpu_seconds: float
    peak_mb: float
    runs: int


@dataclass(slots=True)
class Report:
    """Everything that one run of the benchmark has to say."""

    figures: list[Figure] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add_costs(self, calendar: str, results: Results) -> None:
        """Take over the medians of a comparison, and what failed in it."""
        for name, runs in results.runs.items():
            self.costs.append(
                Cost(calendar, name, results.seconds(name), results.cpu_seconds(name), results.peak_mb(name), len(runs))
            )
        for name, why in results.failures.items():
            self.answers.append(f"{calendar}: {name}: FAILED: {why}")

    def at_least(self, scenario: str, what: str, ratio: float, target: float | None) -> None:
        """Note how many times faster something is."""
        verdict = None if target is None else ratio >= target
        aim = "" if target is None else f"≥ {target:g} ×"
        self.figures.append(Figure(scenario, what, f"{ratio:.3g} ×", aim, verdict))

    def at_most(self, scenario: str, what: str, figure: float, target: float | None, unit: str = "×") -> None:
        """Note a figure that should be small."""
        verdict = None if target is None else figure <= target
        aim = "" if target is None else f"≤ {target:.4g} {unit}"
        self.figures.append(Figure(scenario, what, f"{figure:.3g} {unit}", aim, verdict))

    @property
    def sound(self) -> bool:
        """Say whether everything ran and all answers were equal."""
        return not any("DIFFERS" in line or "FAILED" in line for line in self.answers)

    def markdown(self, command: str) -> str:
        """Return the whole report."""
        lines = [*_setting(command), "", "| calendar | figure | measured | target | |", "|---|---|---|---|---|"]
        lines += [
            f"| {each.scenario} | {each.what} | {each.measured} | {each.target} | {_verdict(each.passed)} |"
            for each in self.figures
        ]
        lines += [
            "",
            "| calendar | contender | seconds (median) | processor | peak MB | runs |",
            "|---|---|---|---|---|---|",
        ]
        lines += [
            f"| {each.calendar} | {each.contender} | {each.seconds:.3f} | {each.cpu_seconds:.3f} "
            f"| {each.peak_mb:.0f} | {each.runs} |"
            for each in self.costs
        ]
        for title, texts in (("Answers", self.answers), ("Notes", self.notes)):
            if texts:
                lines += ["", f"{title}:", "", *(f"- {text}" if text[0] != " " else f" {text}" for text in texts)]
        return "\n".join(lines)


def _verdict(passed: bool | None) -> str:
    return {True: "PASS", False: "**MISS**", None: ""}[passed]


def _setting(command: str) -> list[str]:
    names = ("icalendar", "recurring-ical-events", "python-dateutil")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
    libical = subprocess.run(["pkg-config", "--modversion", "libical"], capture_output=True, text=True, check=False)
    return [
        f"`{command}`",
        "",
        f"{os.cpu_count()} cores ({_processor()}), {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, {versions}, libical {libical.stdout.strip() or 'missing'}. "
        "Whole processes, interleaved; ratios are medians of the rounds' ratios.",
    ]


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    if about.exists():
        for line in about.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine() or sys.platform
