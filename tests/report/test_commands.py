"""`interviews report` and `interviews week` as processes, on the sample calendars."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
ANA = ["--now", "2027-03-05T09:00", "--zone", "Europe/Lisbon", "--me", "ana.silva@mail.example"]
SAMPLE = str(ROOT / "sample_calendars" / "candidate_week.ics")
HIDDEN = ("Dentist", "Gym", "Stand-up", "Sprint", "Release Candidate", "birthday", "Flight", "Yearly review")


def run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "INTERVIEWS_CONFIG": str(folder / "none.toml"),
        "INTERVIEWS_DATA": str(folder / "data"),
        "COLUMNS": "80",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        [sys.executable, "-m", "cli", *words],
        input=Path(SAMPLE).read_text("utf-8") if "-" in words else "",
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


def test_report_writes_one_page_that_only_the_user_can_read(tmp_path: Path) -> None:
    done = run("report", SAMPLE, *ANA, folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Written: interviews.html\n")
    page = tmp_path / "interviews.html"
    assert page.stat().st_mode & 0o077 == 0
    text = page.read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert "Dentist, Dr. Moura" in text
    assert [p.name for p in tmp_path.iterdir()] == ["interviews.html"]


def test_svg_alone_and_private(tmp_path: Path) -> None:
    done = run("report", SAMPLE, *ANA, "--svg", "-", "--private", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    text = "".join(ElementTree.fromstring(done.stdout).itertext())
    assert [h for h in HIDDEN if h in text] == []
    assert "Kestrel" in text
    assert list(tmp_path.iterdir()) == []


def test_private_page_and_terminal_name_no_other_entry(tmp_path: Path) -> None:
    page = run("report", SAMPLE, *ANA, "-o", "-", "--private", folder=tmp_path).stdout
    week = run("week", SAMPLE, *ANA, "--private", folder=tmp_path).stdout
    assert "Kestrel" in page
    assert "Kestrel" in week
    assert [h for h in HIDDEN if h in page + week] == []


def test_offers_stand_in_the_picture(tmp_path: Path) -> None:
    text = run("report", SAMPLE, *ANA, "-o", "-", "--offers", folder=tmp_path).stdout
    assert "Times to offer" in text
    assert "Option 1: " in text


def test_a_plan_is_shown_with_before_and_after_made_or_kept(tmp_path: Path) -> None:
    pytest.importorskip("ortools", reason="the solver is not installed (the extra 'solver')")
    made = run("report", SAMPLE, *ANA, "-o", "-", "--plan", "new", folder=tmp_path).stdout
    assert "New time: Dentist, Dr. Moura" in made
    assert "another time is asked for" in made
    assert "it is your own entry" in made
    run("plan", SAMPLE, *ANA, "--save", folder=tmp_path)
    kept = run("report", SAMPLE, *ANA, "-o", "-", "--plan", "last", folder=tmp_path)
    assert "New time: Dentist, Dr. Moura" in kept.stdout
    private = run("report", SAMPLE, *ANA, "-o", "-", "--plan", "last", "--private", folder=tmp_path).stdout
    assert "New time: Private" in private
    assert [h for h in HIDDEN if h in private] == []


def test_week_draws_in_eighty_columns(tmp_path: Path) -> None:
    from rich.cells import cell_len

    done = run("week", SAMPLE, *ANA, folder=tmp_path)
    assert done.returncode == 1
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= 80
    assert "╳" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["report", SAMPLE, *ANA, "-o", "no/such/folder/x.html"], 3, "cannot be written"),
        (["report", "missing.ics", *ANA], 3, "missing.ics"),
        (["week", SAMPLE, "--zone", "Europe/Lisbonn"], 2, "Europe/Lisbon"),
        (["report", "-", *ANA, "--offers"], 2, "file first"),
    ],
)
def test_bad_input_gets_a_sentence(tmp_path: Path, words: list[str], status: int, says: str) -> None:
    done = run(*words, folder=tmp_path)
    assert "Traceback" not in done.stderr
    assert says in done.stderr
    assert done.returncode == status
