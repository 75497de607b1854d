"""Help that teaches: an example for every command that works, words that are explained, completion."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli.examples import EXAMPLES, ON_A_SERVER
from cli.main import COMMANDS, GROUPS, interviews
from cli.rules import RULES
from cli.words import WORDS
from tests.oracle.cli import ROOT
from tests.oracle.cli import interviews as run


@pytest.fixture
def samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to try things out, as `interviews help samples` says, with `interviews` on the path."""
    folder = tmp_path / "try"
    shutil.copytree(ROOT / "sample_calendars", folder / "sample_calendars")
    program = tmp_path / "bin" / "interviews"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m cli "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("INTERVIEWS_CONFIG", "sample_calendars/settings.toml")
    monkeypatch.setenv("INTERVIEWS_DATA", str(folder / "data"))
    return folder


def test_every_command_has_an_example_and_a_place() -> None:
    assert set(COMMANDS) - set(EXAMPLES) - set(ON_A_SERVER) == set()
    assert set(EXAMPLES) | set(ON_A_SERVER) == set(COMMANDS)
    assert set(COMMANDS) <= {name for names in GROUPS.values() for name in names}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_works_on_the_samples(name: str, samples: Path) -> None:
    if name == "init":
        (samples / "sample_calendars" / "settings.toml").unlink()
    for line in EXAMPLES[name]:
        done = subprocess.run(
            ["bash", "-c", line], cwd=samples, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode in (0, 1), f"{line}\n{done.stderr}"
    assert done.stdout or name == "completion"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_shows_its_example_on_lines_of_its_own(name: str) -> None:
    root = click.Context(interviews)
    command = interviews.get_command(root, name)
    assert command is not None
    shown = command.get_help(click.Context(command, info_name=name, parent=root, terminal_width=80)).splitlines()
    for line in EXAMPLES.get(name) or ON_A_SERVER[name]:
        assert f"    {line}" in shown


def _all(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    found = [(path, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            found += _all(inner, f"{path} {name}".strip())
    return found


ALL = _all(interviews, "")


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path or "interviews" for path, _ in ALL])
def test_every_option_says_what_it_is(path: str, command: click.Command) -> None:
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            assert parameter.help, parameter.name


def test_every_word_in_a_usage_line_is_explained() -> None:
    """SOURCE, REF, SLOT and their like; what a shell or everybody knows is left out."""
    known = {"OPTIONS", "COMMAND", "ARGS", "ADDRESS", "URL", "NAME", "FILE", "WORD", "PLAN", "MAILDIR"}
    used: set[str] = set()
    for _, command in ALL:
        context = click.Context(command)
        for parameter in command.params:
            if isinstance(parameter, click.Argument):
                used |= set(re.findall(r"[A-Z]{2,}", parameter.make_metavar(context)))
    assert used - known - {word.upper() for word in WORDS} == set()


def test_help_knows_commands_and_near_misses() -> None:
    assert run("help", "refs").out.startswith("REF: Which entry you mean: the short identifier")
    assert "Usage: interviews scan" in run("help", "scan").out
    both = run("help", "hold").out
    assert "Usage: interviews hold" in both
    assert "hold: An entry of your own" in both
    wrong = run("help", "vdirs!")
    assert (wrong.status, "Did you mean 'vdir'?" in wrong.err) == (2, True)
    assert "interviews help WORD" in run("help").out


# Completion.


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shells_take_the_script(shell: str, tmp_path: Path) -> None:
    script = run("completion", shell)
    assert script.status == 0
    assert "_INTERVIEWS_COMPLETE" in script.out
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "script").write_text(script.out)
    subprocess.run([program, "-n", str(tmp_path / "script")], check=True, timeout=20)


def _completed(words: str) -> list[str]:
    count = str(len(words.split(" ")) - 1)
    answer = run(env={"_INTERVIEWS_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": count})
    assert answer.err == ""
    return answer.out.split()


def test_the_tab_key() -> None:
    assert _completed("interviews wi") == ["plain,withdraw"]
    assert {f"plain,{name}" for name in COMMANDS} == set(_completed("interviews "))
    assert "plain,--travel" in _completed("interviews scan --tr")
    assert _completed("interviews scan my") == ["file,my"]
    assert _completed("interviews scan --zone europe/lis") == ["plain,Europe/Lisbon"]
    assert _completed("interviews nothing x") == []


def test_completing_in_bash(samples: Path) -> None:
    script = (
        'eval "$(interviews completion bash)"; COMP_WORDS=(interviews resch); COMP_CWORD=1; '
        '_interviews_completion interviews; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", script], cwd=samples, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "reschedule"


def test_every_rule_of_the_etiquette_is_explained_by_its_number() -> None:
    text = (ROOT / "docs" / "etiquette.md").read_text()
    assert list(RULES) == [line.split()[1] for line in text.splitlines() if line.startswith("| E")]
    assert run("help", "e1").out.startswith("E1: Before an interview moves")
    assert "may solve itself" in run("help", "soft").out
