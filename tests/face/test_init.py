"""`interviews init`: questions, options, a second run that loses nothing, the first scan."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from scheduler.app.init import is_server
from scheduler.settings.load import parse_settings
from tests.face.terminal import typed
from tests.oracle.cli import ROOT, interviews
from tests.sync.model_server import event
from tests.sync.real_servers import RealServer, radicale

SAMPLE = ROOT / "sample_calendars" / "candidate_week.ics"
GIVEN = ("--yes", "--zone", "Europe/Lisbon", "--me", "ana.silva@mail.example", "--now", "2027-03-05T09:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "no-settings.toml"


def test_every_question_is_asked_explained_and_asked_again(path: Path, tmp_path: Path) -> None:
    (tmp_path / "my.ics").write_bytes(SAMPLE.read_bytes())
    status, screen = typed(
        ["init", "--now", "2027-03-05T09:00"],
        [
            ("Zone (as this computer says) [UTC]: ", "Europe/Lissabon"),
            ("Did you mean Europe/Lisbon", ""),  # asked again; Enter takes this computer's
            ("Name: ", "Ana Silva"),
            ("Mail addresses: ", "ana.silva"),
            ("is no mail address", "ana.silva@mail.example, ana@work.example"),
            ("Phone: ", ""),
            ("Calendar (Enter: no more): ", "nothing.ics"),
            ("No such file", "my.ics"),
            ("May changes and holds be written there? [y/N]: ", "y"),
            ("Calendar (Enter: no more): ", ""),
            ("Hours [09:00-18:00]: ", "late"),
            ("is not understood", "9-17:30"),
            ("Minutes [15]: ", "20"),
            ("Minutes [30]: ", ""),
        ],
        {},
        tmp_path,
    )
    assert status == 1, screen
    settings = parse_settings(path.read_text(), "f")
    assert (settings.zone, settings.name, settings.phone) == ("UTC", "Ana Silva", "")
    assert settings.me == ("ana.silva@mail.example", "ana@work.example")
    assert (f"{settings.hours.end:%H:%M}", settings.limits.buffer, settings.limits.travel) == ("17:30", 20, 30)
    assert [(c.name, c.source) for c in settings.calendars] == [("my", str(tmp_path / "my.ics"))]
    assert [(c.write, c.holds) for c in settings.calendars] == [(True, True)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert 'name = "Ana Silva"' in screen
    assert "Your first scan" in screen
    assert "findings" in screen


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[RealServer]:
    """Radicale with a password, a full calendar and an empty one."""
    server = radicale(tmp_path, user="anna", password="geheim")
    try:
        home, _ = server.calendar("home"), server.calendar("office")
        server.ask("PUT", f"{home.removeprefix(server.origin)}a.ics", event("a"), Content_Type="text/calendar")
        yield server
    finally:
        server.stop()


def test_server_is_connected_synchronised_and_scanned(path: Path, tmp_path: Path, guarded: RealServer) -> None:
    """Wrong password first; no keyring takes it; one calendar is the employer's, holds go into the other."""
    status, screen = typed(
        ["init", "--zone", "UTC", "--me", "anna@x.example", "--hours", "9-17", "--now", "2027-03-01T09:00"],
        [
            ("Name: ", "Anna"),
            ("Phone: ", ""),
            ("Calendar (Enter: no more): ", guarded.origin),
            ("connected after these questions", ""),
            ("Minutes [15]: ", ""),
            ("Minutes [30]: ", ""),
            ("User name: ", "anna"),
            ("where there are such): ", "wrong"),
            ("where there are such): ", "geheim"),
            ("  home [y]: ", "perhaps"),
            ("is not one of", ""),
            ("  office [y]: ", "work"),
            ("Holds go into", ""),
            ("A command that prints the password", "$PW"),
        ],
        {"PW": "geheim", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "INTERVIEWS_DATA": str(tmp_path)},
        tmp_path,
    )
    assert status == 0, screen
    settings = parse_settings(path.read_text(), "f")
    assert [(c.name, c.kind, c.holds) for c in settings.calendars] == [
        ("home", "personal", True),
        ("office", "work", False),
    ]
    assert 'password_env = "PW"' in path.read_text()
    assert "geheim" not in path.read_text() + screen
    assert "home: 1 new here" in screen
    assert "Interview" in screen
    assert "problem" not in screen


def test_all_by_options(path: Path) -> None:
    answer = interviews(
        "init", *GIVEN, "--name", "Ana", "--phone", "+351 1", "--calendar", f"Mine={SAMPLE}",
        "--hours", "10-19", "--buffer", "5", "--travel", "45",
    )  # fmt: skip
    assert answer.status == 1
    assert "findings, 4 of them serious" in answer.out
    settings = parse_settings(path.read_text(), "f")
    assert settings.calendars[0].name == "Mine"
    assert "buffer = 5 # minutes to leave before and after an interview" in path.read_text()
    assert (settings.limits.buffer, settings.limits.travel, settings.phone) == (5, 45, "+351 1")


def test_again_changes_what_is_there_and_loses_nothing(path: Path, tmp_path: Path) -> None:
    text = (
        "# mine\n"
        'zone = "Europe/Berlin"  # where I live\n\n'
        f'[[calendars]]\nname = "x"\nsource = "{SAMPLE}"\n\n'
        '[mail]\nhost = "mail.example"\n'
    )
    path.write_text(text)
    path.chmod(0o640)
    answer = interviews(
        "init", "--yes", "--buffer", "20", "--calendar", SAMPLE, "--calendar", ROOT / "sample_calendars/vdir"
    )
    assert answer.status in (0, 1)
    after = path.read_text()
    assert [line for line in text.splitlines() if line not in after.splitlines()] == []
    settings = parse_settings(after, "f")
    assert [c.name for c in settings.calendars] == ["x", "vdir"]
    assert settings.limits.buffer == 20
    assert settings.zone == "Europe/Berlin"
    assert "  +buffer = 20" in answer.out
    assert "where I live" not in answer.out
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    again = interviews("init", "--yes", "--buffer", "20", "--calendar", SAMPLE)
    assert "Nothing has changed" in again.out
    assert path.read_text() == after


def test_enter_at_every_question_of_a_second_run_changes_nothing(path: Path, tmp_path: Path) -> None:
    text = f'me = ["a@b.example"]\n[[calendars]]\nname = "x"\nsource = "{SAMPLE}"\n[limits]\nbuffer = 7\n'
    path.write_text(text)
    prompts = ["Zone", "Name: ", "[a@b.example]: ", "Phone: ", "no more): ", "Hours [", "[7]: ", "[30]: "]
    status, screen = typed(["init"], [(p, "") for p in prompts], {}, tmp_path)
    assert status == 0, screen
    assert "Nothing has changed" in screen
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--zone", "Lisbon"), "Did you mean Europe/Lisbon?"),
        (("--me", "ana"), "'ana' is no mail address"),
        (("--calendar", "missing.ics"), "There is no file or folder"),
        (("--hours", "early"), "write it as 09:00-18:00"),
        (("--buffer", "-1"), "is negative"),
    ],
)
def test_wrong_answers_write_nothing(words: tuple[str, str], sentence: str, path: Path) -> None:
    answer = interviews("init", "--yes", *words)
    assert (answer.status, sentence in answer.err) == (2, True)
    assert not path.exists()


def test_nobody_to_ask(path: Path) -> None:
    answer = interviews("init")
    assert (answer.status, "give --yes" in answer.err) == (2, True)
    assert not path.exists()


def test_a_broken_file_is_not_touched(path: Path) -> None:
    path.write_text("zone = Berlin\n")
    assert interviews("init", "--yes", "--buffer", "3").status == 2
    assert path.read_text() == "zone = Berlin\n"


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("ana@mail.example", True),
        ("https://dav.example/", True),
        ("https://cloud.example/remote.php/dav/", True),
        ("https://cloud.example/", True),
        ("http://127.0.0.1:5232", True),
        ("https://mail.example/SOGo/dav/ana/", True),
        ("https://calendar.example/ana/basic.ics", False),
        ("webcal://calendar.example/x", False),
        ("my.ics", False),
        ("kim@work.example=kim.ics", False),
    ],
)
def test_what_is_connected_and_what_is_read(text: str, server: bool) -> None:
    assert is_server(text) is server


def test_what_may_be_written_is_said_once(path: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.ics", tmp_path / "two.ics"
    for file in (one, two):
        file.write_bytes(SAMPLE.read_bytes())
    address = "http://127.0.0.1:9/feed.ics"
    words = ("--write", "--calendar", one, "--calendar", f"Second={two}", "--calendar", address)
    interviews("init", *GIVEN, *words)
    settings = parse_settings(path.read_text(), "f")
    assert [(c.name, c.write, c.holds) for c in settings.calendars] == [
        ("one", True, True),
        ("Second", True, False),
        ("127.0.0.1", False, False),
    ]
    assert "false" not in path.read_text()
