"""The command as people start it: a process of its own, bounded in time and memory."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
START = "from cli.start import main; main()"


class Answer(NamedTuple):
    """What a process said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def interviews(
    *words: str | Path,
    stdin: bytes | None = None,
    env: Mapping[str, str] | None = None,
    seconds: float = 20,
    megabytes: int | None = None,
    cwd: Path = ROOT,
) -> Answer:
    """Run the command; raises TimeoutExpired. `megabytes` bounds its data (heap and private maps)."""

    def bounded() -> None:
        if megabytes is not None:
            resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1024**2, megabytes * 1024**2))

    done = subprocess.run(
        [sys.executable, "-c", START, *(str(w) for w in words)],
        input=stdin if stdin is not None else b"",
        capture_output=True,
        timeout=seconds,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        preexec_fn=bounded if megabytes is not None else None,
        check=False,
    )
    answer = Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in answer.err, answer.err
    assert answer.status in (0, 1, 2, 3), answer
    return answer
