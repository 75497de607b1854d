"""Plain calls of `agenda` and `scan`, understood without click, which takes nearly as long to load as Python itself.

Only what click would take without a word is understood here, and means the same; whatever else there is, from a mistake
to a call for help, is left to click. `tests/cli/test_plain.py` holds the two against each other.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

_FLAGS = {"--fresh": "fresh", "--no-index": "no_index", "--json": "as_json", "--why": "why"}
# What click makes names of files of, where no shell has done so.
_EXPANDED = frozenset("*?[~$%") if os.name == "nt" else frozenset()
_TEXTS = {"--from": "start", "--to": "end", "--zone": "zone", "--now": "now"}


def plain_call(words: Sequence[str]) -> Callable[[], int] | None:
    """The call that these words are; None where click is to look at them."""
    if not words or words[0] not in ("agenda", "scan") or not _EXPANDED.isdisjoint("".join(words)):
        return None
    options = plain_options(words[1:])
    return None if options is None else lambda: _call(words[0], **options)


def plain_options(words: Sequence[str]) -> dict[str, Any] | None:
    """Keywords as click would give them, but for what has its default; None where it is to look at them."""
    options: dict[str, Any] = {"sources": ()}
    rest = iter(words)
    for word in rest:
        if word in _FLAGS:
            options[_FLAGS[word]] = True
        elif not word.startswith("-"):
            options["sources"] += (word,)
        else:
            # An option stands where its value should.
            value = next(rest, "-")
            if value.startswith("-"):
                return None
            if word in _TEXTS:
                options[_TEXTS[word]] = value
            elif word == "--me":
                options["me"] = (*options.get("me", ()), value)
            elif word == "--days" and value.isdecimal() and len(value) < 10:
                options["days"] = int(value)
            else:
                return None
    return options


def _call(command: str, *, as_json: bool = False, why: bool = False, **options: Any) -> int:
    from cli.reading import show_agenda, show_scan
    from cli.request import read_request
    from scheduler.app.scan import Flags

    request = read_request(**options)
    form = "json" if as_json else "table"
    return show_agenda(request, form, why) if command == "agenda" else show_scan(request, Flags(), form, why)
