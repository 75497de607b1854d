"""What the commands say: nothing acts on the terminal, numbers stay numbers, the user is one owner."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.output import clean
from tests.oracle.make import timed, vcalendar

NOW = ("--now", "2027-03-05T09:00", "--zone", "Europe/Lisbon")


def _run(*words: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "cli", *words], cwd=cwd, capture_output=True, timeout=60, check=False)


def _interview(uid: str, start: str, end: str, summary: str = "Job interview with Acme") -> bytes:
    return vcalendar(timed(start, end, uid=uid, summary=summary))


def test_a_title_in_an_error_does_not_act_on_the_terminal(tmp_path: Path) -> None:
    for name, day in (("a", "09"), ("b", "10")):
        title = "Job interview with Acme \x1b]0;pwned\x07\x1b[2J\u202e"
        data = _interview(name, f"202703{day}T100000Z", f"202703{day}T110000Z", title)
        (tmp_path / f"{name}.ics").write_bytes(data)
    done = _run("propose", "acme", "a.ics", "b.ics", *NOW, cwd=tmp_path)
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr
    assert b"\x07" not in done.stderr
    assert "\u202e" not in done.stderr.decode()
    assert len(done.stderr.splitlines()) == 3


def test_a_negative_number_in_csv_is_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(_interview("a", "20270309T100000Z", "20270309T110000Z"))
    (tmp_path / "b.ics").write_bytes(_interview("b", "20270309T103000Z", "20270309T113000Z", "=1+1"))
    done = _run("scan", "a.ics", "b.ics", *NOW, "--format", "csv", cwd=tmp_path)
    [overlap] = [r for r in csv.DictReader(done.stdout.decode().splitlines()) if r["kind"] == "overlap"]
    assert int(overlap["gap_minutes"]) == -30
    done = _run("agenda", "b.ics", *NOW, "--format", "csv", cwd=tmp_path)
    assert "'=1+1" in done.stdout.decode()


def test_who_owns_a_calendar_under_her_own_address_owns_it_as_the_user(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(_interview("a", "20270309T100000Z", "20270309T110000Z"))
    (tmp_path / "b.ics").write_bytes(_interview("b", "20270309T103000Z", "20270309T113000Z", "Dentist"))
    words = ("scan", "a.ics", "Ana@Mail.example=b.ics", "--me", "ana@mail.example", "--json", *NOW)
    found = json.loads(_run(*words, cwd=tmp_path).stdout)
    assert [f["kind"] for f in found["findings"]] == ["overlap"]
    assert {o["owner"] for o in found["occurrences"]} == {None}


def test_separators_of_lines_break_no_row() -> None:
    assert clean("Job\u2028inter\u2029view\x0b\x0c\x85") == "Job inter view"


def _in_shell(command: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    words = ["sh", "-c", f'"{sys.executable}" -m cli {command} {" ".join(NOW)}']
    return subprocess.run(words, cwd=cwd, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("agenda - <&-", 3),
        ("agenda a.ics >&-", 0),
        ("agenda a.ics --json >&-", 0),
        ("agenda none.ics 2>&-", 3),
        ("agenda a.ics >/dev/full", 3),
        ("agenda a.ics --json >/dev/full", 3),
        ("agenda a.ics --format csv >/dev/full", 3),
    ],
)
def test_closed_and_full_outputs_leave_a_status_and_no_traceback(command: str, status: int, tmp_path: Path) -> None:
    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (tmp_path / "a.ics").write_bytes(_interview("a", "20270309T100000Z", "20270309T110000Z"))
    done = _in_shell(command, tmp_path)
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.returncode == status


def test_a_declined_interview_asks_for_nothing_and_a_long_title_is_cut(tmp_path: Path) -> None:
    declined = timed(
        "20270309T100000Z",
        "20270309T110000Z",
        "ORGANIZER:mailto:hr@acme.example",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@mail.example",
        uid="a",
        summary="Job interview with Acme",
    )
    (tmp_path / "a.ics").write_bytes(vcalendar(declined))
    assert "declined" in _run("scan", "a.ics", "--me", "ana@mail.example", *NOW, cwd=tmp_path).stdout.decode()
    title = "Job interview with Acme " + "A" * 100_000
    (tmp_path / "b.ics").write_bytes(_interview("b", "20270309T100000Z", "20270309T110000Z", title))
    assert len(_run("scan", "b.ics", *NOW, cwd=tmp_path).stdout) < 5_000
