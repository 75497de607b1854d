"""A command on a terminal of its own, with somebody who types."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.oracle.cli import ROOT, START


def typed(
    words: Sequence[str], answers: Sequence[tuple[str, str]], env: Mapping[str, str], cwd: Path
) -> tuple[int, str]:
    """Exit status and screen; each answer is typed when its prompt has come."""
    here, there = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", START, *words],
        stdin=there, stdout=there, stderr=there, cwd=cwd, close_fds=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80", **env},
    )  # fmt: skip
    os.close(there)
    screen, at = b"", 0
    try:
        for prompt, answer in answers:
            screen = _until(here, screen, prompt.encode(), at)
            at = screen.index(prompt.encode(), at) + len(prompt.encode())
            os.write(here, answer.encode() + b"\n")
        screen = _until(here, screen, None, 0)
        return process.wait(timeout=20), screen.decode().replace("\r\n", "\n")
    finally:
        process.kill()
        process.wait()
        os.close(here)


def _until(terminal: int, screen: bytes, prompt: bytes | None, at: int) -> bytes:
    deadline = time.monotonic() + 20
    while prompt is None or prompt not in screen[at:]:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{prompt!r} did not come:\n{screen.decode()}")
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # The command has ended.
            piece = b""
        if not piece:
            if prompt is None:
                return screen
            raise EOFError(f"{prompt!r} did not come:\n{screen.decode()}")
        screen += piece
    return screen
