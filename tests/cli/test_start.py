"""What a call imports is most of what it costs on a small calendar."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.oracle.cli import ROOT

# The modules that a call brings in beyond those that Python and its environment load by themselves.
COUNTING = """
import sys
before = set(sys.modules)
from cli.start import main
try:
    main()
finally:
    print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
NEVER = {
    *("icalendar", "dateutil", "caldav", "babel", "jinja2", "holidays", "ortools", "keyring", "tomlkit"),
    *("pathlib", "urllib.parse", "ipaddress", "hashlib", "_hashlib", "socket", "ssl", "email", "mailbox", "sqlite3"),
    *("difflib", "tempfile", "subprocess", "importlib.metadata", "logging", "csv", "xml"),
    *("cli.commands.agenda", "scheduler.holds.hold", "scheduler.sources.mail", "scheduler.sources.web"),
    *("scheduler.outbox", "scheduler.stores", "scheduler.messages", "scheduler.proposals", "scheduler.settings.every"),
    "scheduler.sources.index",
}
# Click, and what nobody but it asks for.
CLICK = {"click", "inspect", "uuid", "gettext", "cli.main"}
WEEK = ("sample_calendars/candidate_week.ics", "--now", "2027-03-05T09:00", "--zone", "Europe/Lisbon")


def imported(*words: str, settings: str = "no-such-settings.toml") -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", COUNTING, *words],
        capture_output=True,
        timeout=20,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "INTERVIEWS_CONFIG": settings, "INTERVIEWS_DATA": "no-such-folder"},
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return set(done.stderr.decode().splitlines()[-1].split())


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (
            ("scan", *WEEK, "--json"),
            {*CLICK, "rich", "dataclasses", "tomllib", "pickle", "scheduler.settings.load", "cli.tables"},
        ),
        (("scan", *WEEK), {"click", "json", "tomllib", "scheduler.settings.load", "scheduler.app.shape"}),
        (("--version",), {"json", "rich", "zoneinfo", "scheduler.ics", "scheduler.model", "scheduler.app"}),
    ],
    ids=["json", "table", "version"],
)
def test_a_call_imports_nothing_that_it_does_not_use(words: tuple[str, ...], more: set[str]) -> None:
    assert imported(*words) & (NEVER | more) == set()


def test_settings_bring_in_what_reads_them_and_no_more() -> None:
    found = imported("scan", *WEEK, "--json", settings="sample_calendars/settings.toml")
    assert "tomllib" in found
    assert found & (NEVER | CLICK | {"rich"}) == set()


def test_ordinary_entries_bring_in_nothing_that_reads_interviews(tmp_path_factory: pytest.TempPathFactory) -> None:
    calendar = tmp_path_factory.mktemp("calendar") / "lunch.ics"
    event = "UID:1\r\nDTSTAMP:20270301T090000Z\r\nDTSTART:20270308T120000Z\r\nDURATION:PT1H\r\nSUMMARY:Lunch\r\n"
    body = f"BEGIN:VEVENT\r\n{event}END:VEVENT\r\n"
    calendar.write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:t\r\n{body}END:VCALENDAR\r\n", newline="")
    found = imported("scan", str(calendar), *WEEK[1:], "--json")
    weighing = {f"scheduler.recognise.{name}" for name in ("weigh", "details", "company", "position", "links", "phone")}
    assert found & (NEVER | CLICK | weighing) == set()


def test_nobody_looks_for_cycles_from_the_first_module_to_the_last() -> None:
    looking = "gc.callbacks.append(lambda *_: print(len(gc.get_objects()), file=sys.stderr))"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import gc, sys; from cli.start import main; gc.collect(); {looking}; main()",
            "scan",
            *WEEK,
            "--format",
            "csv",
        ],
        capture_output=True,
        timeout=20,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "INTERVIEWS_CONFIG": "no-such-settings.toml"},
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    looked_at = [int(line) for line in done.stderr.decode().splitlines() if line.isdigit()]
    assert max(looked_at, default=0) < 1000, "Python looks once more as it ends, but not at what is frozen"


# Of a named tuple its constructor is compiled as well.
WATCHING = """
import sys
def watch(event, given):
    if event == "compile" and given[1] == "<string>" and not given[0].startswith(b"lambda _cls, "):
        print(given[0], file=sys.stderr)
sys.addaudithook(watch)
from cli.start import main
main()
"""


def test_no_annotation_is_compiled() -> None:
    """Those of named tuples are, where they are postponed, and the first of them takes a millisecond."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHING, "scan", *WEEK, "--json"],
        capture_output=True,
        timeout=20,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "INTERVIEWS_CONFIG": "no-such-settings.toml"},
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (1, "")
