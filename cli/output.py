"""What leaves the program for a terminal, a file or another program; text from calendars cannot act there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any

from scheduler.app.json_text import TURNING, json_bytes
from scheduler.model.problem import Problem

if TYPE_CHECKING:
    from rich.console import Console

    from scheduler.model.finding import Finding

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_MOST_PROBLEMS = 20
_ITEMS = 100
# Of a title; --json has it whole.
LONGEST = 200


def clean(text: str) -> str:
    """Text without control characters and without marks that turn the direction of writing."""
    return "".join(c if c >= " " and not "\x7f" <= c <= "\x9f" and c not in TURNING else _stand_in(c) for c in text)


def _stand_in(char: str) -> str:
    return " " if char in "\n\t\r\u2028\u2029" else ""


def cell(text: str) -> str:
    """Text for a spreadsheet: what a program would take for a formula is quoted."""
    plain = clean(text)
    return "'" + plain if plain.lstrip().startswith(_FORMULA) and not _is_number(plain) else plain


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Says on a terminal what takes longer than a second, and takes the line away again; silent when piped."""
    if not sys.stderr.isatty():
        yield
        return
    import threading

    done = threading.Event()

    def tell() -> None:
        for second in count(1):
            if done.wait(1):
                return
            sys.stderr.write(f"\r{what} … {second} s")
            sys.stderr.flush()

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def print_json(value: dict[str, Any] | list[Any]) -> None:
    """JSON in UTF-8, an item of a list a line; the same bytes for the same value."""
    if isinstance(value, list):
        _write(chain(_items(map(json_bytes, value)), (b"\n",)))
    else:
        parts = value.items()
        print_parts((k, map(json_bytes, part) if isinstance(part, list) else json_bytes(part)) for k, part in parts)


def print_parts(parts: Iterable[tuple[str, bytes | Iterable[bytes]]]) -> None:
    """A JSON object of parts that are JSON already: each whole, or as the items of a list, written as they come."""
    _write(_object(parts))


def _object(parts: Iterable[tuple[str, bytes | Iterable[bytes]]]) -> Iterator[bytes]:
    before = b"{\n "
    for key, part in parts:
        yield before + json_bytes(key) + b": "
        if isinstance(part, bytes):
            yield part
        else:
            yield from _items(part)
        before = b",\n "
    yield b"\n}\n" if before != b"{\n " else b"{\n\n}\n"


def _items(items: Iterable[bytes]) -> Iterator[bytes]:
    """Many items at a time, but never all of them."""
    rest = iter(items)
    before = b"[\n  "
    while several := b",\n  ".join(islice(rest, _ITEMS)):
        yield before
        yield several
        before = b",\n  "
    yield b"[]" if before == b"[\n  " else b"\n ]"


def _write(pieces: Iterable[bytes]) -> None:
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)


def print_csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\r\n" if os.name == "nt" else "\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([cell(text) for text in row])


def console() -> Console:
    """A rich console on standard output: colour only on a terminal, NO_COLOR respected, links off."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 100
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=False, width=width)


def framed(text: str) -> list[str]:
    """Lines of a text from elsewhere, behind a bar, so that none of them can pass for a line of ours.

    On a terminal long lines are folded at words, the rest behind a colon: the terminal would go on at its left edge.
    """
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    return [f"  {mark} {piece}".rstrip() for line in lines for mark, piece in _folded(clean(line))]


def _folded(line: str) -> list[tuple[str, str]]:
    if not sys.stdout.isatty():
        return [("|", line)]
    import shutil
    import textwrap

    width = max(20, shutil.get_terminal_size().columns - 5)
    pieces = textwrap.wrap(line, width, break_on_hyphens=False) or [""]
    return [("|" if n == 0 else ":", piece) for n, piece in enumerate(pieces)]


def _fold(sentence: str) -> str:
    """A sentence on standard error; on a terminal folded at words."""
    if not sys.stderr.isatty():
        return sentence
    import shutil
    import textwrap

    width = max(20, shutil.get_terminal_size().columns - 1)
    return textwrap.fill(sentence, width, subsequent_indent="  ", break_on_hyphens=False, break_long_words=False)


def print_problems(problems: Iterable[Problem]) -> None:
    """Errors and warnings one a line, assumptions behind them, on standard error."""
    ordered = sorted(problems, key=lambda p: ("error", "warning", "info").index(p.severity))
    for problem in ordered[:_MOST_PROBLEMS]:
        named = not problem.source or (problem.message.startswith(problem.source) and problem.line is None)
        place = "" if named else f" [{problem.source}{f', line {problem.line}' if problem.line else ''}]"
        word = {"error": "problem", "warning": "check", "info": "note"}[problem.severity]
        sys.stderr.write(_fold(f"{word}: {clean(problem.message)}{clean(place)}") + "\n")
    if len(ordered) > _MOST_PROBLEMS:
        sys.stderr.write(f"… and {len(ordered) - _MOST_PROBLEMS} more; --json has them all.\n")


def not_found_too(problems: Iterable[Problem], findings: Iterable[Finding]) -> Iterator[Problem]:
    """Without the notes that an entry is shown once, where a finding says that it stands twice."""
    twice = {event.uid for f in findings if f.kind == "duplicate" for event in f.events}
    return (p for p in problems if p.severity != "info" or p.uid not in twice or "also stands as" not in p.message)


def exit_status(problems: Iterable[Problem], found: bool) -> int:
    """0 nothing found, 1 findings, 3 something could not be read (wins over 1; assumptions are not 3)."""
    if any(p.severity == "error" for p in problems):
        return 3
    return 1 if found else 0
