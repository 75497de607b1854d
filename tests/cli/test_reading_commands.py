"""`agenda` and `scan` as other programs and people meet them: shape, exit status, words for time, safe output."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import Call
from tests.oracle.cli import ROOT, START, interviews
from tests.oracle.make import timed, vcalendar, vevent

SAMPLES = ROOT / "sample_calendars"
ANA = (
    SAMPLES / "candidate_week.ics",
    "--now",
    "2027-03-05T09:00",
    "--zone",
    "Europe/Lisbon",
    "--me",
    "ana.silva@mail.example",
)
UTC = ("--now", "2027-03-05T09:00", "--zone", "UTC")
QUIET = vcalendar(timed("20270310T100000Z", "20270310T110000Z", summary="Dentist"))
JOB = "DESCRIPTION:Job interview for the position of Engineer"
CLASH = vcalendar(
    timed("20270310T100000Z", "20270310T110000Z", JOB, uid="a", summary="Interview with Acme"),
    timed("20270310T103000Z", "20270310T113000Z", uid="b", summary="Dentist"),
)
BROKEN = vcalendar(vevent("DTSTART:20270310T99", uid="x", summary="Interview with Lost"))


def _file(folder: Path, data: bytes, name: str = "c.ics") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _schema(name: str) -> Any:
    return json.loads((ROOT / "docs" / "schema" / f"{name}.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("command", ["agenda", "scan"])
def test_json_fits_its_schema(call: Call, command: str, tmp_path: Path) -> None:
    schema = _schema(command)
    jsonschema.Draft202012Validator.check_schema(schema)
    odd = vcalendar(
        timed("20270310", "20270312", summary="Fair"),
        vevent("DTSTART:20270311T100000", JOB, uid="i", summary="Interview with Bolt, phone"),
        vevent("DTSTART;TZID=Nowhere:20270312T100000", uid="n"),
        timed("20270312T100000Z", "20270312T110000Z", "STATUS:CANCELLED", "RRULE:FREQ=DAILY;COUNT=3", uid="r"),
        vevent("DTSTART:soon", uid="broken"),
    )
    sources = (
        ANA,
        (SAMPLES / "dst_week.ics", "--now", "2027-03-22T09:00", "--zone", "Europe/Berlin"),
        (SAMPLES / "vdir", *UTC),
        (SAMPLES / "invitation.eml", *UTC),
        (f"her@x.example={SAMPLES / 'candidate_week.ics'}", SAMPLES / "candidate_week.ics", *UTC),
        (_file(tmp_path, CLASH), *UTC),
        (_file(tmp_path, odd, "odd.ics"), *UTC),
        (_file(tmp_path, b"<html>", "html.ics"), *UTC),
    )
    for words in sources:
        answer = call(command, *words, "--json")
        jsonschema.validate(answer.json, schema)
        assert answer.json["occurrences"] or answer.json["problems"]


def test_the_schema_is_strict() -> None:
    for name in ("agenda", "scan"):
        text = json.dumps(_schema(name))
        assert text.count('"type": "object"') == text.count('"additionalProperties": false')


def test_scan_json_is_agenda_json_and_more(call: Call) -> None:
    agenda, scan = call("agenda", *ANA, "--json").json, call("scan", *ANA, "--json").json
    for o in scan["occurrences"]:
        if o["interview"] is not None:
            assert o["interview"].pop("notice") is not None
    findings = scan.pop("findings")
    assert scan == agenda
    known = {o["id"] for o in agenda["occurrences"]}
    for finding in findings:
        if finding["kind"] != "duplicate":
            assert {e["id"] for e in finding["events"]} <= known


def test_identifiers_stay_in_other_windows_and_commands(call: Call) -> None:
    whole = {(o["uid"], o["recurrence_id"]): o["id"] for o in call("agenda", *ANA, "--json").json["occurrences"]}
    narrow = call("scan", *ANA, "--from", "2027-03-09", "--days", "2", "--json").json["occurrences"]
    assert len(narrow) > 3
    for o in narrow:
        assert whole[o["uid"], o["recurrence_id"]] == o["id"]


@pytest.mark.parametrize("command", ["agenda", "scan"])
def test_the_same_bytes_in_every_process(command: str) -> None:
    answers = {interviews(command, *ANA, "--json", env={"PYTHONHASHSEED": seed}).out for seed in ("0", "1", "4242")}
    assert len(answers) == 1


@pytest.mark.parametrize("form", [[], ["--json"], ["--format", "csv"], ["--format", "json"], ["--why"]])
def test_exit_status(call: Call, tmp_path: Path, form: list[str]) -> None:
    quiet, clash, broken = (_file(tmp_path, d, f"{n}.ics") for n, d in enumerate((QUIET, CLASH, BROKEN)))
    assert call("scan", quiet, *UTC, *form).status == 0
    assert call("scan", clash, *UTC, *form).status == 1
    assert call("agenda", clash, *UTC, *form).status == 0
    assert call("scan", broken, *UTC, *form).status == 3
    both = call("scan", clash, broken, *UTC, *form)
    assert both.status == 3
    assert "Acme" in both.out
    assert call("agenda", broken, *UTC, *form).status == 3
    assert call("scan", clash, "--zone", "Nowhere", *form).status == 2


def test_assumptions_are_no_failure(call: Call, tmp_path: Path) -> None:
    floating = _file(tmp_path, vcalendar(vevent("DTSTART:20270310T100000")))
    answer = call("agenda", floating, *UTC, "--json")
    assert answer.status == 0
    assert [p["severity"] for p in answer.json["problems"]] == ["info"]


def test_no_length_is_not_made_up(call: Call, tmp_path: Path) -> None:
    data = vcalendar(vevent("DTSTART:20270310T100000Z", JOB, summary="Interview with Acme"))
    [occurrence] = call("agenda", _file(tmp_path, data), *UTC, "--json").json["occurrences"]
    assert occurrence["start"] == occurrence["end"] == "2027-03-10T10:00:00+00:00"
    assert occurrence["assumed_end"] == "2027-03-10T11:00:00+00:00"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ([], "2027-03-05T09:00", "2027-03-19T00:00"),
        (["--days", "1"], "2027-03-05T09:00", "2027-03-06T00:00"),
        (["--from", "today"], "2027-03-05T00:00", "2027-03-19T00:00"),
        (["--from", "tomorrow"], "2027-03-06T00:00", "2027-03-20T00:00"),
        (["--from", "tomorrow", "--days", "1"], "2027-03-06T00:00", "2027-03-07T00:00"),
        (["--from", "next-week"], "2027-03-08T00:00", "2027-03-15T00:00"),
        (["--from", "next week"], "2027-03-08T00:00", "2027-03-15T00:00"),
        (["--from", "this-week"], "2027-03-01T00:00", "2027-03-08T00:00"),
        (["--from", "next-month"], "2027-04-01T00:00", "2027-05-01T00:00"),
        (["--from", "monday", "--days", "3"], "2027-03-08T00:00", "2027-03-11T00:00"),
        (["--from", "FRI"], "2027-03-05T00:00", "2027-03-19T00:00"),
        (["--from", "2027-W10"], "2027-03-08T00:00", "2027-03-15T00:00"),
        (["--from", "2027w10"], "2027-03-08T00:00", "2027-03-15T00:00"),
        (["--from", "2027-W10-2"], "2027-03-09T00:00", "2027-03-23T00:00"),
        (["--from", "now"], "2027-03-05T09:00", "2027-03-19T00:00"),
        (["--from", "2027-03-08"], "2027-03-08T00:00", "2027-03-22T00:00"),
        (["--from", "2027-03-08", "--to", "2027-03-10"], "2027-03-08T00:00", "2027-03-10T00:00"),
        (["--to", "next-week"], "2027-03-05T09:00", "2027-03-08T00:00"),
        (["--from", "nextweek"], "2027-03-08T00:00", "2027-03-15T00:00"),
        (["--from", "Thisweek"], "2027-03-01T00:00", "2027-03-08T00:00"),
        (["--from", "next monday"], "2027-03-08T00:00", "2027-03-22T00:00"),
        (["--from", "next-friday", "--days", "1"], "2027-03-12T00:00", "2027-03-13T00:00"),
        (["--from", "next-wed", "--to", "next-friday"], "2027-03-10T00:00", "2027-03-12T00:00"),
        (["--from", "next-week", "--to", "next-tue"], "2027-03-08T00:00", "2027-03-09T00:00"),
        (["--from", "yesterday"], "2027-03-04T00:00", "2027-03-18T00:00"),
        (["--from", "last-week"], "2027-02-22T00:00", "2027-03-01T00:00"),
        (["--from", "last_month"], "2027-02-01T00:00", "2027-03-01T00:00"),
        (["--from", "last-week", "--to", "now"], "2027-02-22T00:00", "2027-03-05T09:00"),
        (["--from", "next-week", "--to", "friday"], "2027-03-08T00:00", "2027-03-12T00:00"),
        (["--from", "monday", "--to", "sun"], "2027-03-08T00:00", "2027-03-14T00:00"),
        (["--from", "today", "--to", "friday"], "2027-03-05T00:00", "2027-03-12T00:00"),
        (["--from", "2027-02-01", "--to", "friday"], "2027-02-01T00:00", "2027-03-05T00:00"),
        (["--from", "2027-03-08T14:00", "--days", "1"], "2027-03-08T14:00", "2027-03-09T00:00"),
        (["--from", "2027-03-08T14:00+02:00", "--to", "2027-03-08T15:00Z"], "2027-03-08T12:00", "2027-03-08T15:00"),
        (["--days", "36500"], "2027-03-05T09:00", "2127-02-09T00:00"),
        (["--from", "0001-01-01", "--to", "9999-12-31"], "0001-01-01T00:00", "9999-12-31T00:00"),
    ],
)
def test_words_for_the_window(call: Call, tmp_path: Path, words: list[str], start: str, end: str) -> None:
    window = call("agenda", _file(tmp_path, QUIET), *UTC, *words, "--json").json["window"]
    assert (window["start"], window["end"], window["zone"]) == (f"{start}:00+00:00", f"{end}:00+00:00", "UTC")


@pytest.mark.parametrize("now", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("word", ["today", "tomorrow", "yesterday", "this-week", "last-month", "next-month", "monday"])
def test_words_at_the_edges_of_time(call: Call, tmp_path: Path, now: str, word: str) -> None:
    answer = call("agenda", _file(tmp_path, QUIET), "--zone", "UTC", "--now", now, "--from", word)
    assert answer.status in (0, 2)
    assert answer.status == 0 or "past the years 1 to 9999" in answer.err


def test_days_are_days_of_the_users_zone(call: Call, tmp_path: Path) -> None:
    words = ("--now", "2027-03-27T09:00", "--zone", "Europe/Berlin", "--from", "2027-03-27", "--days", "2", "--json")
    window = call("agenda", _file(tmp_path, QUIET), *words).json["window"]
    assert (window["start"], window["end"]) == ("2027-03-27T00:00:00+01:00", "2027-03-29T00:00:00+02:00")
    length = datetime.fromisoformat(window["end"]) - datetime.fromisoformat(window["start"])
    assert length.total_seconds() == 47 * 3600


@pytest.mark.parametrize(
    "words",
    [
        ["--from", "someday"],
        ["--from", ""],
        ["--to", "2027-03-01"],
        ["--from", "2027-03-10", "--to", "2027-03-10"],
        ["--days", "0"],
        ["--days", "-3"],
        ["--days", "1000000"],
        ["--days", "x"],
        ["--days", "3", "--to", "2027-04-01"],
        ["--from", "9999-12-30", "--days", "10"],
        ["--from", "0001-01-01", "--zone", "Asia/Tokyo"],
        ["--to", "9999-12-31", "--zone", "America/New_York", "--from", "9999-12-31T23:00"],
        ["--now", "yesterday-ish"],
        ["--now", "9999-12-31T23:59"],
        ["--zone", "Europe/Berln"],
        ["--zone", "../../etc/passwd"],
        ["--me", "not an address"],
        ["--hours", "18:00-09:00"],
        ["--hours", "noon"],
        ["--buffer", "-1"],
        ["--buffer", "99999"],
        ["--travel", "99999999999999999999"],
        ["--notice", "99999999999"],
        ["--per-day", "-2"],
        ["--format", "xml"],
        ["--nonsense"],
    ],
)
def test_wrong_words_are_named_in_a_sentence(call: Call, tmp_path: Path, words: list[str]) -> None:
    answer = call("scan", _file(tmp_path, CLASH), *UTC, *words)
    assert answer.status == 2, answer
    assert answer.out == ""
    assert 10 < len(answer.err) < 900


def test_only_what_an_option_takes_is_proposed(call: Call) -> None:
    said = call("scan", "x.ics", "--now", "monday").err
    assert "write a date (2027-03-08) or a time" in said
    assert "word" not in said
    assert "a word such as today" in call("scan", "x.ics", "--from", "someday").err


@pytest.mark.parametrize("day", ["2026-11-31", "2026-13-01", "2026-02-29T10:00"])
def test_a_day_that_is_none_is_called_so(call: Call, day: str) -> None:
    for option in ("--from", "--to", "--now"):
        assert "there is no such day" in call("scan", "x.ics", option, day).err


@pytest.mark.parametrize("source", ["", "  "])
def test_a_blank_is_no_source(call: Call, tmp_path: Path, source: str) -> None:
    answer = call("agenda", _file(tmp_path, QUIET), source, *UTC)
    assert (answer.status, answer.out) == (2, "")
    assert f"'{source}' is no source" in answer.err


def test_near_misses_are_suggested(call: Call) -> None:
    assert "Europe/Berlin" in call("scan", "x.ics", "--zone", "Europe/Berln").err
    assert "scan" in call("scna").err


@pytest.mark.parametrize("command", ["scan", "agenda"])
def test_where_nothing_could_be_read_nothing_is_called_right(call: Call, tmp_path: Path, command: str) -> None:
    (tmp_path / "photo.ics").write_bytes(b"\x89PNG")
    for sources in ([tmp_path / "photo.ics"], ["nope.ics"], ["nope.ics", tmp_path / "photo.ics"]):
        answer = call(command, *sources, *UTC)
        assert (answer.status, answer.out.splitlines()[1:]) == (3, ["Nothing could be read."])
    some = call(command, "nope.ics", _file(tmp_path, QUIET), *UTC, "--from", "2030-01-01")
    assert (some.status, "Nothing could" in some.out) == (3, False)


@pytest.mark.parametrize("command", ["scan", "agenda"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "2030-01-01"], "Nothing is in it; there are entries at other times."),
        (
            ["--from", "2027-03-10T20:00", "--to", "2027-03-10T21:00"],
            "Nothing is in it; there are entries at other times.",
        ),
    ],
)
def test_an_empty_window_of_a_calendar_with_entries(
    call: Call, tmp_path: Path, command: str, words: list[str], said: str
) -> None:
    assert said in call(command, _file(tmp_path, QUIET), *UTC, *words).out.splitlines()
    (tmp_path / "empty.ics").write_bytes(vcalendar())
    assert "Nothing is in it." in call(command, tmp_path / "empty.ics", *UTC, *words).out.splitlines()


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ([], "Fri 5 Mar to Thu 18 Mar 2027"),
        (["--days", "1"], "Fri 5 Mar 2027 09:00 to 24:00"),
        (["--from", "today", "--days", "1"], "Fri 5 Mar 2027"),
        (["--from", "2027-03-10T10:00", "--to", "2027-03-10T12:00"], "Wed 10 Mar 2027 10:00 to 12:00"),
        (["--from", "2027-03-10", "--to", "2027-03-10T12:00"], "Wed 10 Mar 2027 00:00 to 12:00"),
        (["--from", "2027-03-10T10:00"], "Wed 10 Mar 10:00 to Tue 23 Mar 2027"),
        (["--to", "2027-03-10T12:00"], "Fri 5 Mar to Wed 10 Mar 2027 12:00"),
        (["--from", "2027-12-27"], "Mon 27 Dec 2027 to Sun 9 Jan 2028"),
        (["--from", "2027-12-27T08:00", "--days", "366"], "Mon 27 Dec 2027 08:00 to Tue 26 Dec 2028"),
    ],
)
def test_the_heading_says_all_of_the_window(call: Call, tmp_path: Path, words: list[str], heading: str) -> None:
    for command in ("scan", "agenda"):
        said = call(command, _file(tmp_path, QUIET), *UTC, *words).out.splitlines()[0]
        assert said.split(", times in")[0] == heading


def test_nothing_to_read_is_said(call: Call) -> None:
    answer = call("scan")
    assert answer.status == 2
    assert "Name a calendar" in answer.err


@pytest.mark.parametrize("source", ["missing.ics", "missing/folder", "ftp://x.example/a.ics", "file:///etc/hosts"])
def test_a_source_that_is_not_there(call: Call, tmp_path: Path, source: str) -> None:
    answer = call("scan", source, _file(tmp_path, CLASH), *UTC)
    assert answer.status == 3
    assert "Acme" in answer.out
    assert answer.err.startswith(f"problem: {source} ")


EVIL = "\x1b[31mred\x1b[0m \x07bell \x9b2J \u202egnp.exe"


def _evil() -> bytes:
    texts = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1",
        "  =1+1",
        "＝1+1",
        EVIL,
        "[bold]x[/bold]",
    ]
    return vcalendar(
        *(
            timed(
                f"202703{10 + n}T100000Z",
                f"202703{10 + n}T110000Z",
                JOB,
                uid=f"u{n}",
                summary=f"{t} Interview with Acme",
            )
            for n, t in enumerate(texts)
        ),
        timed("20270310T103000Z", "20270310T120000Z", uid="=evil()", summary=EVIL),
        vevent("DTSTART:soon", uid="bad\x1b[31m", summary=EVIL),
    )


@pytest.mark.parametrize("command", ["agenda", "scan"])
@pytest.mark.parametrize("form", [[], ["--why"], ["--json"], ["--format", "csv"]])
def test_control_characters_never_reach_the_terminal(call: Call, tmp_path: Path, command: str, form: list[str]) -> None:
    answer = call(command, _file(tmp_path, _evil(), "a\x1b[31m.ics"), *UTC, *form)
    for text in (answer.out, answer.err):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text), text
    assert "red" in answer.out


@pytest.mark.parametrize("command", ["agenda", "scan"])
def test_no_cell_is_a_formula(call: Call, tmp_path: Path, command: str) -> None:
    answer = call(command, _file(tmp_path, _evil()), *UTC, "--format", "csv")
    header, *rows = list(csv.reader(io.StringIO(answer.out)))
    assert len(rows) > 1
    for row in rows:
        assert len(row) == len(header)
        for name, text in zip(header, row, strict=True):
            number = name.endswith("minutes") and re.fullmatch(r"-?\d+", text)
            assert number or not text.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), (name, text)
    if command == "scan":
        gaps = [row[header.index("gap_minutes")] for row in rows]
        assert any(re.fullmatch(r"-\d+", g) for g in gaps), "an overlap is a negative gap, as a number"


@pytest.mark.parametrize("command", ["agenda", "scan"])
@pytest.mark.parametrize("width", [80, 60, 120])
def test_the_width_is_respected(monkeypatch: pytest.MonkeyPatch, call: Call, command: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    answer = call(command, *ANA)
    assert max(len(line) for line in answer.out.splitlines()) <= width
    assert "…" not in answer.out.split("finding")[0] or command == "scan"


def test_no_colour_unless_on_a_terminal() -> None:
    import pty

    def on_terminal(**env: str) -> str:
        parent, child = pty.openpty()
        done = subprocess.Popen(
            [sys.executable, "-c", START, "scan", *map(str, ANA)],
            stdout=child,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **env},
        )
        os.close(child)
        pieces = []
        try:
            while piece := os.read(parent, 65536):
                pieces.append(piece)
        except OSError:
            pass  # The other end is closed.
        done.wait(20)
        os.close(parent)
        return b"".join(pieces).decode()

    assert "\x1b[1;31m" in on_terminal()
    plain = on_terminal(NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain)
    assert "\x1b" not in interviews("scan", *ANA).out


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    many = vcalendar(*(timed("20270310T100000Z", "20270310T110000Z", uid=f"u{n}") for n in range(3000)))
    path = _file(tmp_path, many)
    for form in ("table", "json", "csv"):
        words = f'agenda "{path}" --zone UTC --now 2027-03-05T09:00 --format {form}'
        script = f'"{sys.executable}" -c "{START}" {words} | head -1'
        done = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, timeout=60, check=False)
        assert done.returncode == 0
        assert done.stderr.decode() == ""
        assert done.stdout


def test_standard_input(tmp_path: Path) -> None:
    answer = interviews("agenda", "-", *UTC, "--json", stdin=CLASH)
    assert [o["summary"] for o in answer.json["occurrences"]] == ["Interview with Acme", "Dentist"]
    assert interviews("agenda", "-", *UTC, stdin=b"").status == 3


def test_why_prints_the_signals(call: Call, tmp_path: Path) -> None:
    out = call("scan", _file(tmp_path, CLASH), *UTC, "--why").out
    assert re.search(r"Interview with Acme: interview \(\d", out)
    assert re.search(r"Dentist: no interview", out)
    assert re.search(r"\+\d\.\d\d ", out)


TYPOS = {
    "zone = 'Europe/Berln'": "Europe/Berlin",
    "[hour]\nstart = '09:00'": "hours",
    "[hours]\nstrat = '09:00'": "start",
    "[hours]\nstart = 'nine'": "time of day",
    "[hours]\nstart = '19:00'": "before they start",
    "[hours]\ndays = ['someday']": "weekday",
    "[limits]\nbuffer = 'much'": "whole number",
    "[limits]\nbuffer = -5": "negative",
    "me = 'ana@x.example'": "list",
    "me = [1]": "text in quotes",
    "[[calendars]]\nname = 'x'": "source",
    "[[companies]]\nname = 'Acme'\nhours = ['9 to 5', 'x']": "hours",
    "[[companies]]\nname = 'Acme'\nzone = 'Mars/Olympus'": "Mars/Olympus",
    "[[rules]]\ntitle = 'x'\ninterview = 'perhaps'": "yes or no",
    "[[rules]]\ntitle = 'x'\nflexible = true": "text in quotes",
    "zone = ": "TOML",
    "calendars = 3": "list",
}


@pytest.mark.parametrize("text", TYPOS)
def test_typos_in_the_settings_are_named(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(text, "utf-8")
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(settings))
    answer = call("scan", _file(tmp_path, CLASH), "--now", "2027-03-05T09:00")
    assert answer.status == 2, answer
    assert TYPOS[text] in answer.err


def test_the_settings_name_calendars_and_their_owners(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mine, hers = _file(tmp_path, QUIET, "mine.ics"), _file(tmp_path, CLASH, "hers.ics")
    settings = tmp_path / "settings.toml"
    settings.write_text(
        f"zone = 'Europe/Lisbon'\n[[calendars]]\nname = 'Mine'\nsource = '{mine}'\n"
        f"[[calendars]]\nname = 'Hers'\nsource = '{hers}'\nowner = 'her@x.example'\n",
        "utf-8",
    )
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(settings))
    found = call("agenda", "--now", "2027-03-05T09:00", "--json").json
    assert found["window"]["zone"] == "Europe/Lisbon"
    assert [(o["calendar"], o["owner"]) for o in found["occurrences"]] == [
        ("Mine", None),
        ("Hers", "her@x.example"),
        ("Hers", "her@x.example"),
    ]
    by_name = call("agenda", "hers", "--now", "2027-03-05T09:00", "--json").json
    assert {o["calendar"] for o in by_name["occurrences"]} == {"Hers"}


def test_an_owner_may_be_named_as_people_are(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What Kim has declined takes none of her time; that is known only by her address."""
    theirs = vcalendar(
        timed(
            "20270310T100000Z",
            "20270310T110000Z",
            "ORGANIZER:mailto:boss@x.example",
            "ATTENDEE;PARTSTAT=DECLINED:mailto:Kim@x.example",
        )
    )
    calendar = f"[[calendars]]\nname = 'Hers'\nsource = '{_file(tmp_path, theirs)}'\nowner = 'kim'\n"
    settings = tmp_path / "settings.toml"
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(settings))
    settings.write_text(calendar + "[[people]]\nname = 'Kim'\naddress = 'kim@x.example'\n", "utf-8")
    found = call("agenda", *UTC, "--json").json
    assert [(o["owner"], o["busy"]) for o in found["occurrences"]] == [("kim@x.example", "free")]
    assert found["problems"] == []
    settings.write_text(calendar, "utf-8")
    found = call("agenda", *UTC, "--json").json
    assert [(o["owner"], o["busy"]) for o in found["occurrences"]] == [("kim", "busy")]
    assert ["is not known" in p["message"] for p in found["problems"]] == [True]
    settings.write_text("name = 'Kim'\n" + calendar, "utf-8")
    assert [o["owner"] for o in call("agenda", *UTC, "--json").json["occurrences"]] == [None]


def test_two_people_do_not_collide(call: Call, tmp_path: Path) -> None:
    one, two = _file(tmp_path, QUIET, "one.ics"), _file(tmp_path, CLASH, "two.ics")
    findings = call("scan", one, f"her@x.example={two}", "--all", *UTC, "--json").json["findings"]
    assert [len(f["events"]) for f in findings if f["kind"] == "overlap"] == [2]


def test_what_touches_no_interview_of_hers_is_not_kept_quiet(call: Call, tmp_path: Path) -> None:
    guests = ("ORGANIZER:mailto:me@corp.example", "ATTENDEE:mailto:kofi@corp.example", "ATTENDEE:mailto:c@mail.example")
    hosted = vcalendar(
        timed("20270310T100000Z", "20270310T110000Z", *guests, uid="a", summary="Interview with candidate Carla"),
        timed("20270310T103000Z", "20270310T113000Z", *guests, uid="b", summary="Technical interview: Bruno"),
    )
    (tmp_path / "kofi.ics").write_bytes(hosted)
    (tmp_path / "quiet.ics").write_bytes(QUIET)
    me = ("--me", "me@corp.example", *UTC)
    kofi = f"kofi@corp.example={tmp_path / 'kofi.ics'}"
    said = call("scan", kofi, *me)
    assert said.status == 0
    assert "1 collision touches no interview of yours: --all shows them." in said.out
    assert "collision" not in call("scan", tmp_path / "quiet.ics", *me).out
    everything = " ".join(call("scan", "--all", kofi, *me).out.split())
    assert "kofi: 'Interview with candidate Carla'" in everything
    assert "first: it is an interview that you host" in everything
    assert "Technical interview: Bruno (kofi)" in call("agenda", kofi, *me).out


def test_what_an_entry_of_the_window_collides_with_may_lie_beyond_it(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "clash.ics"
    path.write_bytes(CLASH)
    found = call("scan", path, *UTC, "--from", "2027-03-10T09:00", "--to", "2027-03-10T10:30", "--json").json
    assert [o["uid"] for o in found["occurrences"]] == ["a"]
    assert [sorted(e["uid"] for e in f["events"]) for f in found["findings"] if f["kind"] == "overlap"] == [["a", "b"]]
    after = call("scan", path, *UTC, "--from", "2027-03-10T11:30", "--to", "2027-03-10T18:00", "--json").json
    assert after["findings"] == []


def test_help_says_the_exit_status(call: Call) -> None:
    for command in ("agenda", "scan"):
        answer = call(command, "--help")
        assert answer.status == 0
        assert "Exit status" in answer.out


def test_why_speaks_of_appointments_and_not_of_offices(call: Call, tmp_path: Path) -> None:
    (tmp_path / "c.ics").write_bytes(
        vcalendar(timed("20270310T100000Z", "20270310T110000Z", summary="Zahnarzt interview"))
    )
    out = call("scan", tmp_path / "c.ics", "--now", "2027-03-05T09:00", "--zone", "UTC", "--why").out
    assert "title says an appointment of another kind: zahnarzt" in out
    assert "title says an interview: interview" in out


@pytest.mark.parametrize("word", ["next-week", "monday", "2027-03-08"])
def test_a_day_in_the_place_of_a_calendar_gets_its_option(word: str) -> None:
    for command in ("week", "scan"):
        done = interviews(command, word)
        assert (done.status, f"--from {word}" in done.err) == (2, True)


def test_what_a_finding_says_is_no_note_as_well(call: Call) -> None:
    sample = ROOT / "sample_calendars" / "candidate_week.ics"
    done = call("scan", sample, "--now", "2027-03-05T09:00", "--zone", "Europe/Lisbon")
    assert "it counts once" in " ".join(done.out.split())
    assert "shown once" not in done.err
    assert "shown once" in call("agenda", sample, "--now", "2027-03-05T09:00", "--zone", "Europe/Lisbon").err


def test_agenda_says_declined_and_scan_counts_what_it_leaves_out(call: Call, tmp_path: Path) -> None:
    interviews = [
        timed("20270310T100000Z", "20270310T110000Z", JOB, state, who, "ORGANIZER:mailto:hr@acme.example", uid=uid)
        for uid, state, who in (
            ("a", "STATUS:CANCELLED", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@x.example"),
            ("b", "STATUS:CONFIRMED", "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@x.example"),
        )
    ]
    path = _file(tmp_path, vcalendar(*interviews))
    agenda = call("agenda", path, *UTC, "--me", "ana@x.example").out
    assert sorted(re.findall(r"(declined|cancelled|free)\s*$", agenda, re.MULTILINE)) == ["cancelled", "declined"]
    assert "2 of them interviews" in agenda
    assert "1 cancelled interview is not listed." in call("scan", path, *UTC, "--me", "ana@x.example").out


@pytest.mark.parametrize("command", ["agenda", "scan"])
@pytest.mark.parametrize(
    "words", [("--format", "csv", "--why"), ("--json", "--format", "csv"), ("--json", "--format", "table")]
)
def test_forms_that_contradict_each_other_are_refused(call: Call, command: str, words: tuple[str, ...]) -> None:
    answer = call(command, *ANA, *words)
    assert (answer.status, answer.out) == (2, "")
    assert words[-1] in answer.err
