"""A planted secret shows up nowhere: no error, no output, no status database, no settings file."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.commands.connect import command as connect
from cli.commands.doctor import command as doctor
from cli.commands.sync import command as sync
from scheduler.errors import SchedulerError, SettingsError
from scheduler.settings.servers import ServerSetting
from scheduler.sync.secrets import Secret, read_secret
from tests.sync.real_servers import RealServer
from tests.sync.test_hostile import CASES, SECRET, run, says, server

NOW = datetime(2027, 3, 1, tzinfo=UTC)


def everything_in(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())


def test_secret_does_not_print_itself() -> None:
    secret = Secret(SECRET)
    assert SECRET not in f"{secret} {secret!r} {[secret]}"


def test_password_command_and_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PW", SECRET)
    assert read_secret(ServerSetting("x", "https://x.example", password_env="PW")).reveal() == SECRET
    command = f"{sys.executable} -c \"print('{SECRET}')\""
    assert read_secret(ServerSetting("x", "https://x.example", password_command=command)).reveal() == SECRET


@pytest.mark.parametrize("code", [f"print('{SECRET}'); exit(3)", f"raise SystemExit('{SECRET}')"])
def test_failing_password_command_says_nothing_of_its_output(code: str) -> None:
    server = ServerSetting("x", "https://x.example", password_command=f'{sys.executable} -c "{code}"')
    with pytest.raises(SettingsError) as caught:
        read_secret(server)
    assert "exit status" in str(caught.value)
    assert SECRET not in str(caught.value)


def test_missing_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PW", raising=False)
    with pytest.raises(SettingsError, match="PW"):
        read_secret(ServerSetting("x", "https://x.example", password_env="PW"))


@pytest.mark.parametrize("name", ["redirect", "login refused", "broken XML", "sign-in page", "wait a week"])
def test_no_error_and_no_file_holds_the_secret(name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with server(CASES[name][0]) as (url, seen), pytest.raises(SchedulerError) as caught:
        run(url, tmp_path, timeout=2)
    assert seen[0][1].startswith("Basic ")
    chain: BaseException | None = caught.value
    while chain is not None:
        assert SECRET not in f"{chain!s}{chain!r}{chain.args}"
        assert seen[0][1][6:] not in f"{chain!s}{chain!r}{chain.args}"
        chain = chain.__cause__ or chain.__context__
    assert SECRET not in caplog.text
    assert SECRET.encode() not in everything_in(tmp_path)


def test_server_that_repeats_the_secret_is_not_quoted(tmp_path: Path) -> None:
    play = says(400, f"your password {SECRET} is wrong".encode(), "text/plain")
    with server(play) as (url, _), pytest.raises(SchedulerError) as caught:
        run(url, tmp_path)
    assert SECRET not in str(caught.value)


def test_whole_way_through_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, servers: dict[str, RealServer], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("INTERVIEWS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("PW", SECRET)
    servers["radicale"].calendar("secrets")
    runner = CliRunner()
    origin = servers["radicale"].origin
    words = [origin + "/", "--user", "anna", "--password-env", "PW", "--calendar", "secrets"]
    outputs = [runner.invoke(connect, words, standalone_mode=False)]
    assert outputs[0].return_value == 0, outputs[0].output
    outputs += [runner.invoke(c, [], standalone_mode=False) for c in (sync, doctor)]
    assert [o.return_value for o in outputs] == [0, 0, 0], [o.output for o in outputs]
    assert SECRET not in "".join(o.output for o in outputs) + caplog.text
    assert SECRET.encode() not in everything_in(tmp_path)
    assert b"password_env" in (tmp_path / "settings.toml").read_bytes()
