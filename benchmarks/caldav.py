"""Synchronising against vdirsyncer: `python -m benchmarks.caldav [--events N] [--rounds N]`.

One Radicale on loopback, warmed (it has listed and given out every event once), one folder of events. Both programs run
as whole processes, interleaved, on mirrors of their own; wall time, the server's own processor time and the number of
requests (from Radicale's log) of each step are printed as medians, with the targets. Peak memory is measured for the
first download of a tenth of the events and of all of them.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:VEVENT\r\nUID:e{0}@bench.example\r\n"
    "DTSTAMP:20270101T000000Z\r\nDTSTART:2027{1:02}{2:02}T{3:02}0000Z\r\nDTEND:2027{1:02}{2:02}T{3:02}4500Z\r\n"
    "SUMMARY:Interview {0}{4}\r\nLOCATION:Room {2}\r\nDESCRIPTION:{5}\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)
STEPS = ("first download", "nothing changed", "one changed there", "one changed here")
# Times are ours by vdirsyncer's; requests are ours.
TARGETS = {"first download": (0.5, None), "nothing changed": (1 / 3, 3), "one changed there": (None, 4),
           "one changed here": (None, 4)}  # fmt: skip


@dataclass
class Measured:
    """What the rounds gave for one program and step."""

    seconds: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    requests: list[int] = field(default_factory=list)


def event(number: int, mark: str = "") -> bytes:
    text = EVENT.format(number, number % 12 + 1, number % 28 + 1, number % 24, mark, "about the day. " * 20)
    return text.encode()


class Radicale:
    """A server process with one calendar of events laid straight into its storage."""

    def __init__(self, folder: Path, events: int) -> None:
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 0))
            self.port = sock.getsockname()[1]
        self.log = folder / "radicale.log"
        config = folder / "radicale.conf"
        config.write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\ntimeout = 600\n[auth]\ntype = none\n[logging]\nlevel = info\n"
            f"[storage]\nfilesystem_folder = {folder / 'data'}\n"
        )
        command = [sys.executable, "-m", "radicale", "--config", str(config)]
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=out)
        self.url = f"http://127.0.0.1:{self.port}/anna/bench/"
        self._wait()
        for method, path in (("MKCOL", "/anna/"), ("MKCALENDAR", "/anna/bench/")):
            self.ask(method, path)
        self.calendar = folder / "data/collection-root/anna/bench"
        for number in range(events):
            (self.calendar / f"e{number}.ics").write_bytes(event(number))

    def _wait(self) -> None:
        for _ in range(200):
            try:
                self.ask("OPTIONS", "/")
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("Radicale does not start")

    def ask(self, method: str, path: str, body: bytes = b"") -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        connection.request(method, path, body, {"Depth": "1", "Content-Type": "application/xml"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status

    def warm(self) -> None:
        props = b"<prop><getetag/><c:calendar-data xmlns:c='urn:ietf:params:xml:ns:caldav'/></prop>"
        self.ask("PROPFIND", "/anna/bench/", b"<propfind xmlns='DAV:'><prop><getetag/></prop></propfind>")
        body = b"<sync-collection xmlns='DAV:'><sync-token/><sync-level>1</sync-level>" + props + b"</sync-collection>"
        for _ in range(2):
            self.ask("REPORT", "/anna/bench/", body)

    def seconds(self) -> float:
        """Processor time of the server so far."""
        words = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def requests(self) -> int:
        return self.log.read_text(errors="replace").count(" request for ")


class Ours:
    """`interviews sync` with settings of its own."""

    def __init__(self, folder: Path, url: str) -> None:
        self.mirror = folder / "mirrors" / "bench"
        settings = folder / "settings.toml"
        settings.write_text(
            f'[[servers]]\nname = "bench"\nurl = "{url}"\nschedules = "no"\n[[servers.calendars]]\nname = "bench"\n'
            f'url = "{url}"\nfolder = "{self.mirror}"\n'
        )
        self.env = {**os.environ, "INTERVIEWS_CONFIG": str(settings), "INTERVIEWS_DATA": str(folder / "data")}

    def sync(self) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "cli", "sync", "--json"], env=self.env, capture_output=True, check=False, timeout=900
        )
        if done.returncode or "error" in json.loads(done.stdout)[0]:
            raise SystemExit(f"interviews sync failed: {done.stdout!r} {done.stderr!r}")


class Vdirsyncer:
    """`vdirsyncer sync` of the same calendar."""

    def __init__(self, folder: Path, url: str) -> None:
        self.mirror = folder / "mirror"
        self.mirror.mkdir(parents=True)
        config = folder / "config"
        config.write_text(
            f'[general]\nstatus_path = "{folder / "status"}"\n[pair p]\na = "here"\nb = "there"\ncollections = null\n'
            f'[storage here]\ntype = "filesystem"\npath = "{self.mirror}"\nfileext = ".ics"\n'
            f'[storage there]\ntype = "caldav"\nurl = "{url}"\nusername = "anna"\npassword = "x"\n'
        )
        self.env = {**os.environ, "VDIRSYNCER_CONFIG": str(config)}
        self.program = str(Path(sys.executable).with_name("vdirsyncer"))
        subprocess.run([self.program, "discover"], env=self.env, capture_output=True, check=True, input=b"")

    def sync(self) -> None:
        done = subprocess.run([self.program, "sync"], env=self.env, capture_output=True, check=False, timeout=900)
        if done.returncode:
            raise SystemExit(f"vdirsyncer failed: {done.stderr!r}")


def timed(server: Radicale, into: Measured, run: Callable[[], None]) -> None:
    requests, busy, start = server.requests(), server.seconds(), time.perf_counter()
    run()
    into.seconds.append(time.perf_counter() - start)
    into.server.append(server.seconds() - busy)
    into.requests.append(server.requests() - requests)


def peak(folder: Path, events: int) -> float:
    """Peak memory of our first download, in MB, measured in a process that starts nothing else."""
    server = Radicale(folder, events)
    try:
        server.warm()
        (folder / "peak").mkdir()
        ours = Ours(folder / "peak", server.url)
        code = (
            "import resource,subprocess,sys;"
            "subprocess.run([sys.executable,'-m','cli','sync','--json'],capture_output=True,check=True);"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        done = subprocess.run([sys.executable, "-c", code], env=ours.env, capture_output=True, check=True)
        return int(done.stdout) / (1024 if sys.platform != "darwin" else 1 << 20)
    finally:
        server.process.terminate()
        server.process.wait()


def rounds(server: Radicale, folder: Path, count: int) -> dict[tuple[str, str], Measured]:
    results = {(p, s): Measured() for p in ("interviews", "vdirsyncer") for s in STEPS}
    for number in range(count):
        here = folder / f"round{number}"
        (here / "ours").mkdir(parents=True)
        programs: dict[str, Ours | Vdirsyncer] = {
            "interviews": Ours(here / "ours", server.url),
            "vdirsyncer": Vdirsyncer(here / "v", server.url),
        }
        order = list(programs.items())
        if number % 2:
            order.reverse()
        for step in STEPS:
            if step == "one changed there":
                (server.calendar / "e7.ics").write_bytes(event(7, f" there {number}"))
            for name, program in order:
                if step == "one changed here":
                    # Each an event of its own, or the second would meet the first one's change.
                    which = 8 if name == "interviews" else 9
                    mine = f"UID:e{which}@".encode()
                    file = next(f for f in program.mirror.glob("*.ics") if mine in f.read_bytes())
                    file.write_bytes(event(which, f" {name} {number}"))
                timed(server, results[name, step], program.sync)
                print(f"round {number + 1}: {name}, {step}: {results[name, step].seconds[-1]:.2f} s", file=sys.stderr)
            if step == "one changed here":
                for _, program in order:
                    program.sync()
        shutil.rmtree(here)
    return results


def table(results: dict[tuple[str, str], Measured]) -> None:
    print("| step | interviews s | vdirsyncer s | ratio | target | server s, ours / theirs | requests, ours / theirs |")
    print("|---|---|---|---|---|---|---|")
    for step in STEPS:
        ours, theirs = results["interviews", step], results["vdirsyncer", step]
        mine, other = statistics.median(ours.seconds), statistics.median(theirs.seconds)
        ratio, most = TARGETS[step]
        target = ", ".join(
            [f"<= {ratio:.2f}" for _ in [0] if ratio is not None] + [f"<= {most} requests" for _ in [0] if most]
        )
        print(
            f"| {step} | {mine:.2f} | {other:.2f} | {mine / other:.2f} | {target} |"
            f" {statistics.median(ours.server):.2f} / {statistics.median(theirs.server):.2f} |"
            f" {max(ours.requests)} / {max(theirs.requests)} |"
        )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.caldav", description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--folder", type=Path, default=None, help="where to work (default: the system's temporary folder)"
    )
    args = parser.parse_args()
    if not Path(sys.executable).with_name("vdirsyncer").exists():
        print("vdirsyncer is not installed beside this Python (pip install vdirsyncer); nothing was measured.")
        return 2
    folder = Path(tempfile.mkdtemp(dir=args.folder))
    try:
        for part in ("small", "large", "rounds"):
            (folder / part).mkdir()
        server = Radicale(folder / "rounds", args.events)
        try:
            print("warming the server", file=sys.stderr)
            server.warm()
            table(rounds(server, folder, args.rounds))
        finally:
            server.process.terminate()
            server.process.wait()
        few, many = peak(folder / "small", args.events // 10), peak(folder / "large", args.events)
        print(f"\nPeak memory of our first download: {few:.0f} MB for {args.events // 10} events, {many:.0f} MB for"
              f" {args.events}.")  # fmt: skip
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
