"""What `scan` finds in a scenario folder, told in lines that a person can compare."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.oracle.cli import interviews

HERE = Path(__file__).parent


def folders() -> list[Path]:
    return sorted(p.parent for p in HERE.glob("*/args.txt"))


def told(folder: Path) -> str:
    """Exit status, interviews with their notice, findings, problems."""
    words = (folder / "args.txt").read_text("utf-8").split()
    settings = {"INTERVIEWS_CONFIG": str(folder / "settings.toml")} if (folder / "settings.toml").exists() else {}
    env = {"INTERVIEWS_CONFIG": os.devnull, "INTERVIEWS_DATA": str(folder / "no-data"), **settings}
    answer = interviews("scan", *words, "--json", cwd=folder, env=env)
    return "\n".join([f"exit status {answer.status}", *_lines(answer.json)]) + "\n"


def _lines(found: dict[str, Any]) -> Iterator[str]:
    for o in found["occurrences"]:
        if o["interview"] is not None:
            notice = o["interview"]["notice"]
            yield (
                f"interview {o['uid']} {o['start']} {o['busy']}: {notice['channel']}, {notice['hours']} h left, "
                f"by {notice['working_moment']}"
            )
    for f in found["findings"]:
        events = ", ".join(e["uid"] + (f" ({e['start']})" if f["kind"] == "overload" else "") for e in f["events"])
        gap = "" if f["gap_minutes"] is None else f", {f['gap_minutes']} of {f['needed_minutes']} min"
        yield f"\n{f['kind']}, {f['severity']}, {'hard' if f['hard'] else 'soft'}{gap}: {events}"
        yield f"  {f['message']}"
        if f["moves_first"] is not None:
            yield f"  moves first: {f['moves_first']['uid']}"
    for p in found["problems"]:
        yield f"\n{p['severity']}, line {p['line']}: {p['message']}"
