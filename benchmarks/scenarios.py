"""The scenarios: which calendars are read by whom, and what the product has to reach."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import generate
from benchmarks.answers import differences, of_peer, of_product
from benchmarks.fixtures import HERE, Fixtures
from benchmarks.measure import Contender, Results, Stopwatch
from benchmarks.report import Report

PASS = "python -c pass"
AGENDA = "agenda --no-index"
FIRST = "first scan"
SECOND = "second scan"
FINDINGS = "scan --no-index"
REFERENCE = "reference"
LIBICAL = "libical"
STAT = "bare stat"
WINDOW = ("--from", "2027-03-01", "--to", "2027-03-15", "--zone", "UTC", "--now", "2027-02-26T09:00Z")
FOUND_SOMETHING = frozenset({0, 1})
GROWTH_SLACK = 1.3
MEASURABLE = 0.01
MEMORY_OVER_SIZE_MB = 100


@dataclass(frozen=True, slots=True)
class Bench:
    """What a scenario works with; `product` and `libical` are None where they are missing."""

    stopwatch: Stopwatch
    fixtures: Fixtures
    caches: Path
    product: tuple[str, ...] | None
    libical: Path | None
    rounds: int
    report: Report

    def ours(self, name: str, command: str, source: Path, *options: str, fresh: bool = False) -> list[Contender]:
        """Return the product on that source with an index of its own, or nothing while it is missing."""
        if self.product is None:
            return []
        argv = (*self.product, command, *options, *WINDOW, str(source))
        cache = self.caches / f"{source.name}-{name}".replace(" ", "-")
        terminal = "--json" not in options
        return [Contender(name, argv, terminal=terminal, cache=cache, fresh=fresh, good=FOUND_SOMETHING)]

    def agenda(self, source: Path) -> list[Contender]:
        """Return the product doing exactly the peers' work."""
        return self.ours(AGENDA, "agenda", source, "--json", "--no-index")

    def peers(self, source: Path, reference_runs: int | None, libical_runs: int | None = None) -> list[Contender]:
        """Return the reference and libical, which may run less often where they are slow."""
        script = str(HERE / "reference.py")
        reference = (sys.executable, script, "2027-03-01", "2027-03-15", str(source))
        peers = [Contender(REFERENCE, reference, runs=reference_runs)]
        if self.libical:
            argv = (str(self.libical), "20270301T000000Z", "20270315T000000Z", str(source))
            peers.append(Contender(LIBICAL, argv, runs=libical_runs))
        return peers

    def compare(self, calendar: str, contenders: list[Contender], rounds: int | None = None) -> Results:
        """Measure them and compare what they found with the reference's answer."""
        print(f"{calendar}: {', '.join(each.name for each in contenders)} …", file=sys.stderr, flush=True)
        results = self.stopwatch.compare(contenders, rounds or self.rounds)
        self.report.add_costs(calendar, results)
        if results.ran(REFERENCE):
            self._compare_answers(calendar, results)
        return results

    def _compare_answers(self, calendar: str, results: Results) -> None:
        expected = of_peer(results.output[REFERENCE])
        for name in results.runs:
            if name in (LIBICAL, AGENDA, FIRST, SECOND, FINDINGS):
                found = (of_peer if name == LIBICAL else of_product)(results.output[name])
                self.report.answers += differences(f"{calendar}: {name}", found, expected)

    def faster(self, calendar: str, results: Results, ours: str, targets: dict[str, float | None]) -> None:
        """Report how many times faster `ours` is than each of the others."""
        for other, target in targets.items():
            if results.ran(ours) and results.ran(other):
                self.report.at_least(calendar, f"{ours}: faster than {other}", results.ratio(other, ours), target)

    def within(self, calendar: str, results: Results, ours: str, other: str, target: float) -> None:
        """Report how many times as long as the other `ours` takes."""
        if results.ran(ours) and results.ran(other):
            self.report.at_most(calendar, f"{ours}: time of {other}", results.ratio(ours, other), target)


def startup(bench: Bench) -> None:
    """Thirty events: what counts is what is imported."""
    source = bench.fixtures.file("30", lambda: generate.mixed(30, near=0.35))
    contenders = [Contender(PASS, (sys.executable, "-c", "pass"))]
    contenders += bench.ours("scan --json", "scan", source, "--json") + bench.ours("scan table", "scan", source)
    results = bench.compare("30 events", contenders, rounds=3 * bench.rounds)
    bench.within("30 events", results, "scan --json", PASS, 4)
    bench.within("30 events", results, "scan table", PASS, 6)


def small(bench: Bench) -> None:
    """Small calendars against the peers; there is no target."""
    for name, count, near in (("30", 30, 0.35), ("1k", 1000, 0.0)):
        source = bench.fixtures.file(name, lambda count=count, near=near: generate.mixed(count, near=near))  # type: ignore[misc]
        results = bench.compare(f"{name} events", bench.agenda(source) + bench.peers(source, None))
        bench.faster(f"{name} events", results, AGENDA, {REFERENCE: None, LIBICAL: None})


def ten_thousand(bench: Bench) -> None:
    """A file of 7 MB."""
    source = bench.fixtures.file("10k", lambda: generate.mixed(10_000))
    results = bench.compare("10k events", bench.agenda(source) + bench.peers(source, 3))
    bench.faster("10k events", results, AGENDA, {REFERENCE: 45, LIBICAL: 3})


def hundred_thousand(bench: Bench) -> None:
    """A file of 69 MB: without an index, writing one, and with one."""
    source = bench.fixtures.file("100k", lambda: generate.mixed(100_000))
    contenders = bench.agenda(source) + bench.ours(FIRST, "scan", source, "--json", fresh=True)
    contenders += bench.ours(SECOND, "scan", source, "--json") + bench.peers(source, 1)
    results = bench.compare("100k events", contenders)
    bench.faster("100k events", results, AGENDA, {REFERENCE: 60, LIBICAL: 3.5})
    bench.faster("100k events", results, FIRST, {REFERENCE: 60, LIBICAL: 3.5})
    bench.faster("100k events", results, SECOND, {REFERENCE: 150, LIBICAL: None})
    limit = source.stat().st_size / 2**20 + MEMORY_OVER_SIZE_MB
    for name in (AGENDA, FIRST, SECOND):
        if results.ran(name):
            bench.report.at_most("100k events", f"{name}: peak memory", results.peak_mb(name), limit, "MB")


def folder(bench: Bench) -> None:
    """A vdir of 20,000 files."""
    source = bench.fixtures.vdir("20k", lambda: generate.mixed(20_000))
    contenders = [Contender(STAT, (sys.executable, str(HERE / "bare_stat.py"), str(source)))]
    contenders += bench.agenda(source) + bench.ours(FIRST, "scan", source, "--json", fresh=True)
    contenders += bench.ours(SECOND, "scan", source, "--json") + bench.peers(source, 2, 1)
    results = bench.compare("20k files", contenders)
    bench.faster("20k files", results, AGENDA, {REFERENCE: 25, LIBICAL: None})
    bench.faster("20k files", results, FIRST, {REFERENCE: 25, LIBICAL: None})
    bench.within("20k files", results, SECOND, STAT, 4)
    loop = float(results.output[STAT].read_text().split()[0])
    bench.report.notes.append(f"20k files: the bare stat's loop alone took {1000 * loop:.0f} ms of its process")


def endless(bench: Bench) -> None:
    """A thousand daily series without end."""
    source = bench.fixtures.file("endless", lambda: generate.endless(1000))
    results = bench.compare("1,000 endless series", bench.agenda(source) + bench.peers(source, 1))
    bench.within("1,000 endless series", results, AGENDA, LIBICAL, 3)
    bench.faster("1,000 endless series", results, AGENDA, {REFERENCE: None})


STEPS = (12_500, 25_000, 50_000)


def dense(bench: Bench) -> None:
    """Fifty thousand occurrences in the window: first three at a time, then a hundred."""
    for kind, calendar, options in (("dense", "{:,} in the window", ("--all",)), ("crowded", "{:,} crowded", ())):
        taken = {}
        for count in STEPS:
            name = calendar.format(count)
            source = bench.fixtures.file(f"{kind}-{count}", lambda k=kind, n=count: generate.MIXES[k](n))  # type: ignore[misc]
            contenders = bench.agenda(source) + bench.ours(FINDINGS, "scan", source, "--json", "--no-index", *options)
            last = count == STEPS[-1]
            results = bench.compare(name, contenders + (bench.peers(source, 1) if last else []))
            if not (results.ran(AGENDA) and results.ran(FINDINGS)):
                continue
            taken[count] = results.median_of(lambda each: each[FINDINGS] - each[AGENDA], AGENDA, FINDINGS)
            if last:
                share = results.median_of(lambda each: each[FINDINGS] / each[AGENDA] - 1, AGENDA, FINDINGS)
                bench.report.at_most(name, "findings (scan less agenda): time of agenda", share, 1)
        if len(taken) == len(STEPS):
            slack = GROWTH_SLACK if kind == "dense" else None
            _growth(bench.report, calendar.format(STEPS[-1]), taken, slack)


def _growth(report: Report, calendar: str, taken: dict[int, float], target: float | None) -> None:
    """Report how the cost of the findings grew, as a multiple of n log n.

    Among the crowded there is no target: with the same fortnight ever fuller, the findings themselves grow faster.
    """
    low, high = min(taken), max(taken)
    expected = high * math.log(high) / (low * math.log(low))
    grown = max(taken[high], MEASURABLE) / max(taken[low], MEASURABLE)
    what = f"findings grow from {low:,} to {high:,}, as a multiple of n log n"
    report.at_most(calendar, what, grown / expected, target)


SCENARIOS: dict[str, Callable[[Bench], None]] = {
    "startup": startup,
    "small": small,
    "10k": ten_thousand,
    "100k": hundred_thousand,
    "folder": folder,
    "endless": endless,
    "dense": dense,
}
