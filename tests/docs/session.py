"""Run the sessions in the documents: every ```console block, its commands and its output.

A document is one session, in a folder with a copy of sample_calendars and a home of its own. A line `…` stands for any
lines. `python -m tests.docs.session FILE…` writes what the commands say now into the documents, to be looked at.
"""

# ruff: noqa: T201 (it can be run by itself)
from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HOME = "/home/ana"


class Step(NamedTuple):
    """A command (its lines joined) and the output that the document shows; `line` is where it stands."""

    command: str
    output: list[str]
    line: int


def steps_of(text: str) -> list[Step]:
    """The commands of all console blocks, in order."""
    found: list[Step] = []
    for block in BLOCK.finditer(text):
        first = text.count("\n", 0, block.start(1)) + 1
        for number, line in enumerate(block.group(1).splitlines(), first):
            if line.startswith("$ "):
                found.append(Step(line[2:], [], number))
            elif line.startswith("> ") and not found[-1].output:
                found[-1] = found[-1]._replace(command=f"{found[-1].command}\n{line[2:]}")
            else:
                found[-1].output.append(line.rstrip())
    return found


def run(steps: list[Step], folder: Path) -> Iterator[tuple[int, list[str]]]:
    """Exit status and output of each, one shell for all; paths are told as somebody at home would see them."""
    home, out = folder / "ana", folder / "out"
    shutil.copytree(ROOT / "sample_calendars", home / "try" / "sample_calendars")
    out.mkdir()
    program = folder / "bin" / "interviews"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m cli "$@"\n')
    program.chmod(0o755)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("INTERVIEWS_", "XDG_", "PYTHON"))}
    env = {
        **kept,
        "HOME": str(home),
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "TZ": "Europe/Lisbon",
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
    }
    script = "".join(
        f"{{\n{step.command}\n}} >{out}/{n} 2>&1 </dev/null\necho $? >{out}/{n}.status\n"
        for n, step in enumerate(steps)
    )
    subprocess.run(["bash", "-c", script], cwd=home / "try", env=env, check=False, timeout=300)
    for n in range(len(steps)):
        text = (out / str(n)).read_text("utf-8").replace(str(home), HOME)
        lines = [line.rstrip() for line in text.splitlines()]
        while lines and not lines[-1]:
            lines.pop()
        yield int((out / f"{n}.status").read_text()), lines


def fits(expected: list[str], actual: list[str]) -> bool:
    """Whether the output is as shown; `…` alone on a line stands for any lines."""
    pattern = "".join("(?:.*\n)*" if line.strip() == "…" else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in actual)) is not None


def rewritten(text: str, outputs: list[list[str]]) -> str:
    """The document with what the commands say now, where it differs."""
    remaining = iter(outputs)

    def block(match: re.Match[str]) -> str:
        lines: list[str] = []
        for step in steps_of(match.group(0)):
            now = next(remaining)
            lines += ["$ " + step.command.replace("\n", "\n> "), *(step.output if fits(step.output, now) else now)]
        return "```console\n" + "\n".join(lines) + "\n```"

    return BLOCK.sub(block, text)


def main() -> None:
    for name in sys.argv[1:]:
        path = Path(name)
        text = path.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            steps = steps_of(text)
            results = list(run(steps, Path(folder)))
        for step, (status, lines) in zip(steps, results, strict=True):
            print(f"{name}:{step.line} {'same' if fits(step.output, lines) else 'NEW'} ({status}) {step.command[:60]}")
        path.write_text(rewritten(text, [lines for _, lines in results]), "utf-8")


if __name__ == "__main__":
    main()
