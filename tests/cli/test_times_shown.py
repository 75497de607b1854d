"""Times as the tables and CSV show them: on the user's clock, and on the entry's own where that differs."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from scheduler.findings.words import span
from tests.cli.conftest import Call
from tests.oracle.make import UTC_ZONE, read, timed, vcalendar, vevent

JOB = "DESCRIPTION:Job interview for the position of Engineer"
BERLIN = ("--now", "2027-03-05T09:00", "--zone", "Europe/Berlin")


def _file(folder: Path, *events: str) -> Path:
    path = folder / "c.ics"
    path.write_bytes(vcalendar(*events))
    return path


@pytest.fixture
def clash(tmp_path: Path) -> Path:
    """New York's 10:00 on the day on which its clock is five hours behind Berlin, and a dentist there."""
    york = "20270315T100000 America/New_York", "20270315T110000 America/New_York"
    return _file(
        tmp_path,
        timed(*york, JOB, uid="a", summary="Interview with Acme"),
        timed("20270315T150000 Europe/Berlin", "20270315T160000 Europe/Berlin", uid="b", summary="Dentist"),
    )


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_own_time_stands_in_every_table(
    monkeypatch: pytest.MonkeyPatch, call: Call, clash: Path, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for command in ("scan", "agenda"):
        out = call(command, clash, *BERLIN).out
        assert "Mon 10:00 New York" in " ".join(out.split())
        assert "Berlin" not in out.partition("\n")[2]
        assert all(len(line.rstrip()) <= width for line in out.splitlines())


def test_a_finding_says_the_own_time_of_each_entry(call: Call, clash: Path) -> None:
    interview = call("agenda", clash, *BERLIN, "--json").json["occurrences"][1]
    lines = [line.rstrip() for line in call("scan", clash, *BERLIN).out.splitlines()]
    assert f"   By its own zone: {interview['id']} Mon 10:00 New York" in lines


def test_a_zone_that_is_guessed_is_named_and_not_called_its_own(call: Call, tmp_path: Path) -> None:
    hour = "20270310T100000Z", "20270310T110000Z"
    path = _file(
        tmp_path,
        timed(*hour, JOB, "LOCATION:1 Road\\, London", uid="a", summary="Interview with Acme"),
        timed(*hour, JOB, "LOCATION:Torstr. 1\\, Berlin", uid="b", summary="Interview with Beta"),
    )
    out, err = call("scan", path, *BERLIN, "--why")[1:3]
    assert "By the employer's zone: " in out
    assert "By its own zone" not in out
    assert "the employer's zone, Europe/London, by its place ('London')" in out
    note = "'Interview with Acme': the employer's zone, Europe/London, was taken from its place ('London')."
    assert " ".join(err.split()).count("zone, Europe") == 1
    assert note in " ".join(err.split())


def test_the_same_clock_by_another_name_is_not_said_twice(call: Call, clash: Path) -> None:
    assert (
        "York"
        not in call("scan", clash, "--now", "2027-03-05T09:00", "--zone", "America/Toronto").out.split("By its")[0]
    )


@pytest.mark.parametrize("written", ["20270310T100000 Europe/Berlin", "20270310T090000Z"])
def test_an_employer_whose_zone_is_not_known_has_no_clock(call: Call, tmp_path: Path, written: str) -> None:
    day, zone = written[:8], written[15:]
    path = _file(tmp_path, timed(written, f"{day}T110000{zone}", JOB, uid="a", summary="Interview with Acme"))
    interview = call("agenda", path, *BERLIN, "--json").json["occurrences"][0]
    table, _, note = " ".join(call("scan", path, *BERLIN).out.split()).partition("The employer's time zone")
    assert "UTC" not in table
    assert note.startswith(f" is not known; in UTC: {interview['id']} Wed 09:00.")


@pytest.mark.parametrize("command", ["agenda", "scan"])
def test_csv_has_both_times(call: Call, clash: Path, command: str) -> None:
    rows = list(csv.DictReader(io.StringIO(call(command, clash, *BERLIN, "--format", "csv").out)))
    own = {start for row in rows for name in ("own_start", "own_starts") for start in row.get(name, "").split()}
    assert own == {"2027-03-15T10:00:00-04:00", "2027-03-15T15:00:00+01:00"}
    for row in rows:
        if command == "scan":
            assert len(row["starts"].split()) == len(row["own_starts"].split()) == len(row["events"].split())


def test_floating_times_and_days_have_no_clock_of_their_own(call: Call, tmp_path: Path) -> None:
    path = _file(tmp_path, timed("20270310T100000", "20270310T110000", uid="a"), timed("20270311", "20270312", uid="b"))
    rows = csv.DictReader(io.StringIO(call("agenda", path, *BERLIN, "--format", "csv").out))
    assert [row["own_start"] for row in rows] == ["2027-03-10T10:00:00+01:00", "2027-03-11"]


def test_an_entry_over_several_days_shows_its_last(call: Call, tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        timed("20270310", "20270313", uid="a", summary="Fair"),
        timed("20270310", "20270311", uid="b", summary="Birthday"),
        vevent("DTSTART;VALUE=DATE:20270310", uid="c", summary="Holiday"),
        timed("20270311T100000 Europe/Berlin", "20270311T110000 Europe/Berlin", JOB, uid="d", summary="Interview"),
    )
    lines = call("agenda", path, *BERLIN).out.splitlines()
    times = {line.split()[-1]: line for line in lines if any(w in line for w in ("Fair", "Birthday", "Holiday"))}
    assert "to Fri 12 Mar" in times["Fair"]
    assert "all day" in times["Birthday"]
    assert "all day" in times["Holiday"]
    spans = [span(o, UTC_ZONE) for o in read(path.read_bytes()).occurrences if o.all_day]
    assert sorted(spans) == ["Wed 10 Mar to Fri 12 Mar, all day", "Wed 10 Mar, all day", "Wed 10 Mar, all day"]


@pytest.mark.parametrize(
    ("now", "says", "moves"),
    [
        ("2027-03-05T09:00", "by Fri 12 Mar", True),
        ("2027-03-15T15:30", "going on now", True),
        ("2027-03-16T09:00", "over", False),
    ],
)
def test_nothing_is_advised_about_what_is_over(call: Call, clash: Path, now: str, says: str, moves: bool) -> None:
    out = call("scan", clash, "--from", "2027-03-15", "--zone", "Europe/Berlin", "--now", now).out
    assert says in out.partition("finding")[0]
    assert "overlap by 1 h" in " ".join(out.split())
    assert ("Move 'Dentist' first" in " ".join(out.split())) is moves
    assert "apologise" not in out


@pytest.mark.parametrize("width", [40, 48, 60, 75])
@pytest.mark.parametrize("command", ["agenda", "scan"])
def test_a_narrow_terminal_shows_ids_times_and_titles(
    monkeypatch: pytest.MonkeyPatch, call: Call, clash: Path, command: str, width: int
) -> None:
    interview = call("agenda", clash, *BERLIN, "--json").json["occurrences"][1]
    monkeypatch.setenv("COLUMNS", str(width))
    lines = [line.rstrip() for line in call(command, clash, *BERLIN).out.splitlines()]
    day = "" if command == "agenda" else "Mon 15 Mar "
    at = lines.index(f"{interview['id']}  {day}15:00–16:00")
    assert lines[at + 1].startswith("        ● Interview with Acme")
    assert all(len(line) <= width for line in lines)
