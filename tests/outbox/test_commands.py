"""The commands as a user calls them."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from making import INTERVIEW, NOW, SLOTS, mail, packet

from cli.main import interviews
from scheduler.app import outbox as app
from scheduler.model.time import Period
from scheduler.settings.core import Settings


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTERVIEWS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("INTERVIEWS_CONFIG", str(tmp_path / "settings.toml"))
    (tmp_path / "settings.toml").write_text('zone = "Europe/Berlin"\n')
    return tmp_path / "data"


def call(*arguments: str) -> Result:
    done = CliRunner().invoke(interviews, list(arguments), standalone_mode=False)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def laid(**changes: object) -> str:
    """A packet whose interview and slots lie ahead, whatever today is."""
    ahead = [Period(p.start.replace(year=2099), p.end.replace(year=2099)) for p in (INTERVIEW, *SLOTS)]
    with app.entered(Settings()) as room:
        made = packet(**{"when": ahead[0], "alternatives": tuple(ahead[1:]), **changes})
        return app.lay(room, made, "key", NOW).id


def test_from_list_to_journal() -> None:
    assert call("outbox").output == "The outbox is empty.\n"
    name = laid()
    assert name in call("outbox").output
    shown = call("outbox", "show", name[:4]).output
    for words in (
        "Goes to: jane@acme.example",
        "by hand",
        "| I am sorry.",
        "| METHOD:COUNTER",
        "text/calendar, ",
        "draft",
    ):
        assert words in shown
    assert "Handed over." in call("send", name, "--yes").output
    assert json.loads(call("outbox", "--json").output)[0]["state"] == "handed-over"
    assert "sent" in call("outbox", "settle", name, "--sent").output
    assert call("outbox").output == "The outbox is empty.\n"
    assert call("journal", "--answer", name, "--result", "agreed", "--time", "2099-03-08T11:00").return_value == 0
    call("journal", "--add-call", "acme", "--result", "not-reached", "--note", "=1+1")
    told = json.loads(call("journal", "--json").output)
    assert [(e["direction"], e["result"], e["text"][:4]) for e in told["entries"]] == [
        ("out", "sent", "Dear"),
        ("in", "agreed", ""),
        ("out", "not_reached", "=1+1"),
    ]
    assert told["entries"][1]["start"] == "2099-03-08T10:00:00+00:00"
    assert [d["rule"] for d in told["due"]] == ["E12"]
    assert call("journal", "--due").return_value == 1
    rows = list(csv.reader(call("journal", "--csv").output.splitlines()[-1:]))
    assert "'=1+1" in rows[0]


def test_without_a_terminal_nothing_leaves() -> None:
    name = laid()
    done = call("send", name)
    assert done.return_value == 1
    assert "Nothing was sent." in done.output
    assert json.loads(call("outbox", "--json").output)[0]["state"] == "draft"


def test_dropping_and_exporting(tmp_path: Path) -> None:
    name = laid()
    call("outbox", "export", name, str(tmp_path / "mail.eml"))
    assert b"METHOD" not in (tmp_path / "mail.eml").read_bytes()[:10]
    call("outbox", "drop", name)
    assert call("outbox").output == "The outbox is empty.\n"
    assert name in call("outbox", "--all").output


def test_nothing_from_outside_reaches_the_terminal_raw() -> None:
    evil = "Ac\x1b]0;evil\x07me\u202e\x9b31m"
    name = laid(
        company=evil, subject=evil, steps=(evil,), phone=evil, calendar=evil.encode(), mail=mail(body=f"{evil}\nb\n")
    )
    for done in (call("outbox"), call("outbox", "show", name), call("send", name, "--yes"), call("outbox", "--all")):
        assert not set("\x1b\x07\u202e\x9b") & set(done.output)
    call("outbox", "settle", name, "--sent")
    assert json.loads(call("journal", "--json").output)["entries"][0]["company"] == evil
    for options in ([], ["--csv"], ["--json"]):
        assert not set("\x1b\x07\u202e\x9b") & set(call("journal", *options).output)


@pytest.mark.parametrize(
    "words",
    [
        ["journal", "--answer", "x"],
        ["journal", "--result", "agreed"],
        ["journal", "--add-call", "x", "--answer", "y", "--result", "reached"],
        ["outbox", "settle", "x"],
    ],
)
def test_half_said_is_asked_for(words: list[str]) -> None:
    import click

    with pytest.raises(click.UsageError):
        call(*words)


def schema(name: str) -> Any:
    path = Path(__file__).parents[2] / "docs" / "schema" / f"{name}.schema.json"
    found = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    text = json.dumps(found)
    assert text.count('"type": "object"') == text.count('"additionalProperties": false')
    return found


def test_outbox_json_keeps_its_schema_and_names_the_times_offered(data: Path) -> None:
    keeps = Draft202012Validator(schema("outbox"))
    keeps.validate(json.loads(call("outbox", "--json").output))
    name = laid()
    listed = json.loads(call("outbox", "--json").output)
    keeps.validate(listed)
    assert [a["start"] for a in listed[0]["alternatives"]] == [p.start.replace(year=2099).isoformat() for p in SLOTS]
    call("outbox", "show", name)
    call("send", name, "--yes")
    assert json.loads(call("outbox", "--json").output)[0]["state"] == "handed-over"
    call("outbox", "settle", name, "--sent")
    keeps.validate(json.loads(call("outbox", "--all", "--json").output))


def test_json_of_a_dropped_packet_whose_folder_was_deleted(data: Path) -> None:
    name = laid()
    call("outbox", "drop", name)
    shutil.rmtree(data / "outbox" / name)
    assert json.loads(call("outbox", "--all", "--json").output)[0]["alternatives"] == []


def test_journal_json_keeps_its_schema() -> None:
    keeps = Draft202012Validator(schema("journal"))
    keeps.validate(json.loads(call("journal", "--json").output))
    name = laid(kind="pause", alternatives=(), follow_up=date(2020, 1, 1))
    call("outbox", "show", name)
    call("send", name, "--yes")
    call("outbox", "settle", name, "--sent")
    call("journal", "--add-call", name, "--result", "voicemail", "--note", "<b>")
    told = json.loads(call("journal", "--json", "--due").output)
    keeps.validate(told)
    assert [d["rule"] for d in told["due"]] == ["E12"]
    call("journal", "--answer", name, "--result", "agreed", "--time", "2099-03-08T11:00")
    told = json.loads(call("journal", "--json").output)
    keeps.validate(told)
    assert [(e["direction"], e["result"]) for e in told["entries"]] == [
        ("out", "sent"),
        ("out", "voicemail"),
        ("in", "agreed"),
    ]


def test_an_address_stands_whole_in_a_narrow_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    name = laid(company="Brightwater Laboratories and Partners")
    who = json.loads(call("outbox", "--json").output)[0]["to"]
    lines = call("outbox").output.splitlines()
    assert any(name in line for line in lines)
    assert any(who in line for line in lines)
    assert max(map(len, lines)) <= 80
