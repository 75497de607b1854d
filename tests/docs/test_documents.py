"""What the documents say is so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.docs.session import ROOT, fits, run, steps_of

SESSIONS = [ROOT / "README.md", ROOT / "docs" / "guide.md"]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "sample_calendars" / "README.md"])


@pytest.mark.parametrize("path", SESSIONS, ids=lambda p: p.name)
def test_every_command_says_what_the_document_shows(path: Path, tmp_path: Path) -> None:
    steps = steps_of(path.read_text("utf-8"))
    assert steps
    wrong = [
        f"{path.name}, line {step.line}: $ {step.command} (status {status}) says:\n" + "\n".join(lines)
        for step, (status, lines) in zip(steps, run(steps, tmp_path), strict=True)
        if status not in (0, 1) or not fits(step.output, lines)
    ]
    assert not wrong, "\n\n".join(wrong)


def test_make_demo_scans_the_sample_week(tmp_path: Path) -> None:
    """The first command of the README, without its set-up: this environment is one."""
    if not (Path(sys.prefix) / "bin" / "interviews").exists():
        pytest.skip("the command is not installed in this environment (make test does it)")
    words = ["make", "-s", "-o", f"{sys.prefix}/.runtime", f"VENV={sys.prefix}", "demo"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "COLUMNS": "80", "MAKEFLAGS": ""}
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    command, _, said = done.stdout.partition("\n")
    assert command.startswith("$ INTERVIEWS_CONFIG=sample_calendars/settings.toml ")
    assert "7 findings, 4 of them serious" in said
    typed = subprocess.run(
        ["sh", "-c", command[2:]], cwd=ROOT, capture_output=True, text=True, env=environment, check=False
    )
    assert typed.stdout == said


def test_what_is_made_from_the_code_is_as_the_code_is() -> None:
    words = [sys.executable, "scripts/make_docs.py", "--check"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, f"{done.stdout}Run: python scripts/make_docs.py\n{done.stderr}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" not in target and not target.startswith(("#", "mailto:")):
            assert (path.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_and_options_in_running_text_exist(path: Path) -> None:
    from cli.main import COMMANDS

    for words in re.findall(r"`interviews ([^`]*)`", path.read_text("utf-8")):
        name = words.split()[0] if words else ""
        if name and not name.startswith(("-", "[")) and not name.isupper() and name != "…":
            assert name in COMMANDS, words


@pytest.mark.parametrize("path", sorted(p for p in (ROOT / "contrib").rglob("*") if p.is_file()), ids=lambda p: p.name)
def test_what_the_units_and_the_cron_line_start_is_understood(path: Path) -> None:
    import click

    from cli.commands.watch import command

    for words in re.findall(r"bin/interviews watch(.*)$", path.read_text("utf-8"), re.MULTILINE):
        with command.make_context("watch", words.split()) as context:
            assert isinstance(context, click.Context)


def test_every_dependency_has_a_line_that_says_why() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[<>=\[; ]", d)[0] for d in wanted}
    named = set(re.findall(r"^\| `([^`]+)`", (ROOT / "docs" / "dependencies.md").read_text("utf-8"), re.MULTILINE))
    assert names - named == set(), "without a line"
    assert named - names == set(), "no longer used"


def test_a_line_of_dots_stands_for_any_lines() -> None:
    assert fits(["a", "…", "z"], ["a", "b", "c", "z"])
    assert fits(["…"], [])
    assert not fits(["a", "…"], ["b"])
    assert not fits(["a…"], ["abc"])
