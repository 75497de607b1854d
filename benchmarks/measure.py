"""Times whole processes in interleaved rounds, and compares them by the medians of ratios."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

STOPWATCH = Path(__file__).with_name("stopwatch.py")


Figure = Callable[[dict[str, float]], float]


@dataclass(frozen=True, slots=True)
class Contender:
    """A command that takes part.

    `runs`: at most so many rounds (None: all of them). `fresh`: its cache folder is emptied before each run.
    `good`: the exit statuses that count as success.
    """

    name: str
    argv: Sequence[str]
    runs: int | None = None
    terminal: bool = False
    cache: Path | None = None
    fresh: bool = False
    good: frozenset[int] = frozenset({0})


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process; memory is its largest resident size.

    Where `seconds` is much more than `cpu_seconds`, the machine was busy with something else.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float
    exit_status: int


@dataclass(slots=True)
class Results:
    """What each contender took, by round; and the place of its last output."""

    runs: dict[str, dict[int, Run]] = field(default_factory=dict)
    output: dict[str, Path] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    def ran(self, name: str) -> bool:
        """Say whether there is anything to report for that contender."""
        return bool(self.runs.get(name))

    def seconds(self, name: str) -> float:
        """Return the median seconds."""
        return statistics.median(run.seconds for run in self.runs[name].values())

    def cpu_seconds(self, name: str) -> float:
        """Return the median of the processor time, user and system."""
        return statistics.median(run.cpu_seconds for run in self.runs[name].values())

    def peak_mb(self, name: str) -> float:
        """Return the largest peak of all its runs."""
        return max(run.peak_mb for run in self.runs[name].values())

    def ratio(self, above: str, below: str) -> float:
        """Return the median of `above` / `below` over the rounds; who sat one out counts with its median."""
        return self.median_of(lambda each: each[above] / each[below], above, below)

    def median_of(self, figure: Figure, *names: str) -> float:
        """Return the median over the rounds of a figure that is computed from the seconds of the named."""
        rounds = max((self.runs[name] for name in names), key=len)
        usual = {name: self.seconds(name) for name in names}
        return statistics.median(
            figure({name: self.runs[name][at].seconds if at in self.runs[name] else usual[name] for name in names})
            for at in rounds
        )


def _empty(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _environment(home: Path, cache: Path) -> dict[str, str]:
    """Return an environment without anybody's settings, in which nothing else differs from the user's."""
    return {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(cache),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm-256color",
        "COLUMNS": "120",
        "LINES": "40",
    }


def _failure(contender: Contender, run: Run, output: Path) -> str | None:
    """Return why the run does not count; a traceback is told from findings, both of which end with status 1."""
    if run.exit_status == -1:
        return "took too long"
    said = (output if contender.terminal else output.with_suffix(".err")).read_text(errors="replace")
    if run.exit_status in contender.good and "Traceback" not in said:
        return None
    return f"ended with status {run.exit_status}: {(said.strip().splitlines() or ['no message'])[-1]}"


class Stopwatch:
    """The small process that starts the measured ones."""

    def __init__(self, workplace: Path, timeout: int) -> None:
        """`timeout` is in seconds, for each run; outputs and caches go to `workplace`."""
        self._workplace = workplace
        self._timeout = timeout
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-E", str(STOPWATCH)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=10)

    def output(self, contender: Contender) -> Path:
        """Return where the contender's output goes."""
        return self._workplace / f"{contender.name.replace(' ', '_').replace('/', '_')}.out"

    def run(self, contender: Contender) -> Run:
        """Run it once."""
        cache = contender.cache or self._workplace / "cache"
        if contender.fresh:
            _empty(cache)
        cache.mkdir(parents=True, exist_ok=True)
        out = self.output(contender)
        order = {
            "argv": list(contender.argv),
            "env": _environment(self._workplace, cache),
            "out": str(out),
            "err": str(out.with_suffix(".err")),
            "terminal": contender.terminal,
            "timeout": self._timeout,
        }
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(order), file=self._process.stdin, flush=True)
        result = json.loads(self._process.stdout.readline())
        return Run(result["seconds"], result["cpu_seconds"], result["peak_kb"] / 1024, result["exit_status"])

    def compare(self, contenders: Sequence[Contender], rounds: int) -> Results:
        """Run all of them in each round, each time in another order; quick ones once before, unmeasured."""
        results = Results()
        for contender in contenders:
            results.output[contender.name] = self.output(contender)
            if contender.runs is None and not contender.fresh:
                self.run(contender)
        for at in range(rounds):
            turn = at % len(contenders)
            for contender in (*contenders[turn:], *contenders[:turn]):
                if contender.name in results.failures or at >= (contender.runs or rounds):
                    continue
                run = self.run(contender)
                if failure := _failure(contender, run, self.output(contender)):
                    results.failures[contender.name] = failure
                else:
                    results.runs.setdefault(contender.name, {})[at] = run
        return results
