"""The reading benchmarks: `python -m benchmarks.run [SCENARIO…]`.

Prints markdown for docs/performance.md; progress goes to standard error. The exit status is 1 if a process failed or
an answer differed from the reference's; a missed target alone does not change it, as machines differ.
"""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from pathlib import Path

from benchmarks.changes import changes
from benchmarks.fixtures import HERE, Fixtures, build_libical_peer
from benchmarks.measure import Stopwatch
from benchmarks.report import Report
from benchmarks.scenarios import SCENARIOS, Bench


def _product(command: str | None) -> tuple[str, ...] | None:
    """Return how to start the product, or None where it is not there yet."""
    if command:
        return tuple(shlex.split(command))
    script = Path(sys.executable).with_name("interviews")
    if script.exists():
        return (str(script),)
    if (HERE.parent / "cli").is_dir():
        return (sys.executable, "-m", "cli")
    return None


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("scenario", nargs="*", default=[], help=f"any of: {' '.join(ALL)} (default: all)")
    parser.add_argument("--rounds", type=int, default=7, help="interleaved rounds for each scenario (default 7)")
    parser.add_argument("--command", help="how to start the product (default: `interviews` beside this Python)")
    parser.add_argument("--data", type=Path, default=HERE / "data", help="folder that keeps the generated calendars")
    parser.add_argument("--timeout", type=int, default=300, help="seconds after which one process is killed")
    args = parser.parse_args()
    if unknown := [each for each in args.scenario if each not in ALL]:
        parser.error(f"there is no scenario {unknown[0]!r}; choose from {' '.join(ALL)}")
    return args


ALL = {**SCENARIOS, "changes": changes}


def main() -> int:
    """Run the chosen scenarios and print the report."""
    args = _arguments()
    report = Report()
    args.data.mkdir(parents=True, exist_ok=True)
    libical = build_libical_peer(args.data.resolve())
    if isinstance(libical, str):
        report.notes.append(f"libical was left out: {libical}")
    product = _product(args.command)
    if product is None:
        report.notes.append("the product was left out: there is neither an `interviews` command nor a package `cli`")
    with (
        tempfile.TemporaryDirectory(prefix="interviews-bench-") as place,
        Stopwatch(Path(place), args.timeout) as watch,
    ):
        bench = Bench(
            watch,
            Fixtures.under(args.data.resolve()),
            Path(place) / "caches",
            product,
            None if isinstance(libical, str) else libical,
            args.rounds,
            report,
        )
        for name in args.scenario or ALL:
            ALL[name](bench)
    print(report.markdown(shlex.join(["python", "-m", "benchmarks.run", *sys.argv[1:]])))
    return 0 if report.sound else 1


if __name__ == "__main__":
    sys.exit(main())
