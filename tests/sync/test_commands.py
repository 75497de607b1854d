"""The commands on a real server: sync with its plan and its held writes, conflicts, undo, doctor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner

from cli.commands.agenda import command as agenda
from cli.commands.conflicts import command as conflicts
from cli.commands.connect import command as connect
from cli.commands.doctor import command as doctor
from cli.commands.sync import command as sync
from cli.commands.undo import command as undo
from scheduler.app.connect import Choice, settle
from scheduler.app.here import read_settings
from scheduler.app.servers import servers_of
from scheduler.app.sync import synced_at
from scheduler.errors import UsageError
from scheduler.settings.servers import ServerSetting
from scheduler.sync.discover import Account, RemoteCalendar
from tests.sync.model_server import event
from tests.sync.real_servers import Server
from tests.sync.real_world import Real

MEETING = ("ORGANIZER:mailto:me@x.example", "ATTENDEE:mailto:boss@y.example")


class Desk:
    """Settings of their own, one connected calendar on Radicale, and the commands."""

    def __init__(self, folder: Path, server: Server, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.settings = folder / "settings.toml"
        monkeypatch.setenv("INTERVIEWS_CONFIG", str(self.settings))
        monkeypatch.setenv("INTERVIEWS_DATA", str(folder / "data"))
        monkeypatch.setenv("PW", "x")
        self.settings.write_text("# mine\nname = 'Ana' # stays\n")
        self.remote = Real(server, name)
        words = ("--user", "anna", "--password-env", "PW", "--calendar", name)
        self.connected = self.run(connect, server.origin + "/", *words)[1]
        self.calendar = servers_of(read_settings())[0].calendars[0]
        self.mirror = Path(self.calendar.folder)

    def run(self, command: Command, *words: str) -> tuple[int, str]:
        result = CliRunner().invoke(command, list(words), standalone_mode=False)
        if result.exception is not None:
            raise result.exception
        return result.return_value, result.output


@pytest.fixture
def desk(
    tmp_path: Path, servers: dict[str, Server], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Desk:
    return Desk(tmp_path, servers["radicale"], request.node.name.replace("_", "-"), monkeypatch)


def test_connect_keeps_what_stands_in_the_settings(desk: Desk) -> None:
    text = desk.settings.read_text()
    assert text.startswith("# mine\nname = 'Ana' # stays\n")
    empty = ("me", "zone") if not read_settings().me else ("zone",)
    assert f"Then: interviews init (still empty: {', '.join(empty)})" in desk.connected
    assert servers_of(read_settings())[0].schedules == "no"
    assert read_settings().calendars[0].source == str(desk.mirror)
    with pytest.raises(UsageError, match="already"):
        desk.run(connect, servers_of(read_settings())[0].url, "--user", "anna", "--password-env", "PW")


def test_sync_and_its_dry_run(desk: Desk) -> None:
    desk.remote.store("a.ics", event("a"))
    status, text = desk.run(sync, "--dry-run")
    assert (status, "would be new here: a.ics" in text) == (0, True)
    assert not list(desk.mirror.glob("*.ics"))
    assert desk.run(sync)[1].strip() == f"{desk.calendar.name}: 1 new here"
    assert synced_at(desk.mirror) is not None
    status, text = desk.run(sync, "--json")
    assert json.loads(text)[0]["requests"] == 1
    (desk.mirror / "a.ics").write_bytes(event("a", summary="Mine"))
    assert "would be changed there: 'Mine' (a.ics)" in desk.run(sync, "--dry-run")[1]
    desk.run(sync)
    with pytest.raises(UsageError, match="nobody"):
        desk.run(sync, "nobody")


@pytest.mark.parametrize("words", [(), ("--json",)], ids=["table", "json"])
def test_fresh_reads_what_the_server_has_by_now(desk: Desk, words: tuple[str, ...]) -> None:
    desk.run(sync)
    desk.remote.store("a.ics", event("a", summary="Interview with Acme"))
    day = ("--from", "2020-01-01", "--to", "2040-01-01", *words)
    assert "Interview with Acme" not in desk.run(agenda, *day)[1]
    status, text = desk.run(agenda, *day, "--fresh")
    assert (status, "Interview with Acme" in text, "synchronised just now" in text) == (0, True, True)
    desk.settings.write_text(desk.settings.read_text().replace('password_env = "PW"', 'password_env = "NO_SUCH"'))
    status, text = desk.run(agenda, *day, "--fresh")
    assert (status, "Interview with Acme" in text, "could not be synchronised" in text) == (0, True, True)


def test_write_that_mails_waits_for_a_word(desk: Desk) -> None:
    desk.settings.write_text(desk.settings.read_text().replace('schedules = "no"', 'schedules = "yes"'))
    desk.remote.store("m.ics", event("m", *MEETING))
    desk.remote.store("n.ics", event("n"))
    desk.run(sync)
    (desk.mirror / "m.ics").unlink()
    status, text = desk.run(sync)
    assert status == 1
    assert "would mail boss@y.example, me@x.example" in text
    assert "m.ics" in desk.remote.contents()
    with pytest.raises(UsageError, match="Nothing waits"):
        desk.run(sync, "--confirm", "ffffffff")
    (held,) = json.loads(desk.run(sync, "--json")[1])[0]["held"]
    assert desk.run(sync, "--confirm", held["id"])[0] == 0
    assert "m.ics" not in desk.remote.contents()


def _differ(desk: Desk) -> None:
    desk.remote.store("a.ics", event("a"))
    desk.run(sync)
    theirs = event("a", "LOCATION:Room 2", summary="Theirs").replace(b"T100000Z", b"T090000Z")
    desk.remote.store("a.ics", theirs)
    (desk.mirror / "a.ics").write_bytes(event("a", summary="Mine").replace(b"T100000Z", b"T101500Z"))
    assert desk.run(sync)[0] == 1


@pytest.mark.parametrize("side", ["here", "there"])
def test_conflict_chosen_and_taken_back(desk: Desk, side: str) -> None:
    _differ(desk)
    desk.run(conflicts, "min", "--keep", side)
    assert desk.run(sync)[0] == 0
    kept = b"Mine" if side == "here" else b"Theirs"
    assert kept in desk.remote.contents()["a.ics"]
    assert kept in (desk.mirror / "a.ics").read_bytes()
    if side == "there":
        assert "Taken back" in desk.run(undo)[1]
        desk.run(sync)
        assert b"Mine" in desk.remote.contents()["a.ics"]


def test_conflicts_say_what_differs_on_the_users_clock(desk: Desk) -> None:
    desk.settings.write_text('zone = "Europe/Berlin"\n' + desk.settings.read_text())
    _differ(desk)
    status, text = desk.run(conflicts)
    assert status == 1
    rows = [line.split("  ") for line in text.splitlines()]
    cells = [[c.strip() for c in row if c.strip()] for row in rows]
    assert cells[0][:2] == ["c1", "Mine"]
    assert ["start", "Tue 2 Mar 11:15", "Tue 2 Mar 10:00"] in cells
    assert ["title", "Mine", "Theirs"] in cells
    assert ["place", "nothing", "Room 2"] in cells
    assert ["interviews conflicts c1 --keep there"] in cells
    assert "BEGIN:" not in text + desk.run(conflicts, "mine")[1]
    assert "BEGIN:VEVENT" in json.loads(desk.run(conflicts, "--json")[1])[0]["there"]
    with pytest.raises(UsageError, match="no conflict"):
        desk.run(conflicts, "zebra", "--keep", "here")


def test_doctor_names_what_is_wrong(desk: Desk) -> None:
    assert desk.run(doctor)[0] == 0
    text = desk.settings.read_text()
    desk.settings.write_text(text.replace(desk.calendar.url, desk.calendar.url.rstrip("/") + "-gone/"))
    status, said = desk.run(doctor)
    assert status == 1
    assert "no longer on the server" in said
    assert "not synchronised yet" in said


def test_calendar_that_fails_does_not_stop_the_others(desk: Desk) -> None:
    text = desk.settings.read_text()
    broken = f'\n[[servers]]\nname = "off"\nurl = "http://127.0.0.1:9/"\n[[servers.calendars]]\nname = "off"\nurl = "http://127.0.0.1:9/c/"\nfolder = "{desk.mirror.parent / "off"}"\n'  # noqa: E501
    desk.settings.write_text(text + broken)
    desk.remote.store("a.ics", event("a"))
    status, said = desk.run(sync)
    assert status == 3
    assert "1 new here" in said
    assert "nothing listens there" in said


def test_calendars_of_one_name_are_kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Same names, and names that leave nothing for a folder; addresses that the server knows are yours."""
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("INTERVIEWS_DATA", str(tmp_path))
    (tmp_path / "settings.toml").write_text("# mine\n[[calendars]]\nname = 'Work'\nsource = 'x.ics'\n")
    calendars = [RemoteCalendar(n, f"https://x.example/{i}/", True, True) for i, n in enumerate(["Work", "仕事", "家"])]
    account = Account("https://x.example/", "/p/", ("me@x.example",), False, "", tuple(calendars))
    server = ServerSetting("x", "https://x.example/", user="me", password_env="PW")
    done = settle(server, account, [Choice(c, c.name) for c in calendars], None)
    assert [c.name for c in done.calendars] == ["Work 2", "仕事", "家"]
    assert [Path(c.folder).name for c in done.calendars] == ["work-2", "calendar", "calendar-2"]
    assert read_settings().me == ("me@x.example",)
    assert [c.name for c in read_settings().calendars] == ["Work", "Work 2", "仕事", "家"]
    assert (tmp_path / "settings.toml").read_text().startswith("# mine")


def test_settings_end_with_a_line_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the file did not, and its last table is none that `connect` adds to."""
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("INTERVIEWS_DATA", str(tmp_path))
    before = (
        "[[servers]]\nname='y'\nurl='https://y.example/'\n[[calendars]]\nname='w'\nsource='x.ics'\n[limits]\nbuffer=5"
    )
    (tmp_path / "settings.toml").write_text(before)
    calendar = RemoteCalendar("Work", "https://x.example/1/", True, True)
    account = Account("https://x.example/", "/p/", ("me@x.example",), False, "", (calendar,))
    settle(
        ServerSetting("x", "https://x.example/", user="me", password_env="PW"), account, [Choice(calendar, "W")], None
    )
    assert (tmp_path / "settings.toml").read_text().endswith("buffer=5\n")
