"""Runs the commands of a story, and writes it anew: `python -m tests.proposals.stories`, then read the difference."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

STORIES = Path(__file__).with_name("stories")
ROOT = Path(__file__).parents[2]


def run(line: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of `[NAME=VALUE] interviews …`, in a home without settings."""
    from cli.main import main

    words = shlex.split(line)
    given = dict(words.pop(0).split("=", 1) for _ in range(words.index("interviews")))
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with tempfile.TemporaryDirectory() as home, contextlib.chdir(ROOT), patch.object(sys, "argv", words):
        nowhere = {"HOME": home, "XDG_CACHE_HOME": home, "INTERVIEWS_CONFIG": f"{home}/none.toml", "TZ": "UTC", **given}
        nowhere = {"COLUMNS": "100", **nowhere}
        with patch.dict(os.environ, nowhere), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
            except SystemExit as end:
                status = end.code
    out.flush()
    assert isinstance(status, int)
    return status, out.buffer.getvalue().decode(), err.getvalue()  # type: ignore[attr-defined]


def told(story: Path) -> Iterator[str]:
    """The story with what its commands print now; what they say on standard error only where they fail."""
    for line in story.read_text("utf-8").splitlines():
        if line.startswith("$ "):
            status, out, err = run(line[2:])
            said = out + ("".join(f"! {x}\n" for x in err.splitlines()) if status > 1 else "")
            yield f"{line}\n{said}[{status}]\n"
        elif line.startswith("#"):
            yield f"{line}\n"


if __name__ == "__main__":
    for path in sorted(STORIES.glob("*.txt")):
        path.write_text("\n".join(told(path)), "utf-8")
