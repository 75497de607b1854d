"""How every call ends: the one place where our errors do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper

from scheduler.errors import SchedulerError


class ReaderGoneError(Exception):
    """Whoever was to read what is printed has closed the pipe."""


def ended(call: Callable[[], object]) -> int:
    """The exit status of a call: 0 nothing found, 1 findings, 2 wrong usage, 3 something could not be read.

    The sentences of our errors are printed here and nowhere else.
    """
    _open_what_is_closed()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        status = call()
        sys.stdout.flush()  # A full disk shows here, and not when nobody can say so any more.
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\n")  # The terminal shows ^C on a line of its own.
        return stopped()
    except SchedulerError as error:
        return _said(f"interviews: {error}", error.exit_status)
    except (BrokenPipeError, ReaderGoneError):
        # The reader went away (`| head`): end quietly, and keep the interpreter's last flush from complaining.
        sys.stdout = None
        return 141
    except OSError as error:
        sys.stdout = None
        return _said(f"interviews: it could not be read or written: {error}.", 3)
    return status if isinstance(status, int) else 0


def stopped() -> int:
    """Whoever called stopped it; the status for that."""
    sys.stderr.write("Stopped; nothing more was done.\n")
    return 130


def _said(sentence: str, status: int) -> int:
    """The sentence may name entries, and a title must not act on the terminal."""
    from cli.output import clean

    sys.stderr.write("\n".join(map(clean, sentence.split("\n"))) + "\n")
    return status


def _open_what_is_closed() -> None:
    """Who starts us without standard input or output (`>&-`) gets the exit status alone."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull)  # noqa: SIM115 - to the end of the process
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115
