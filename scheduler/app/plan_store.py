"""Where plans are kept, and what the journal knows about earlier moves."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from scheduler.app.here import data_folder, journal_kept
from scheduler.errors import UsageError
from scheduler.proposals.plan.saved import SavedPlan, read_saved

FOLDER = "plans"


def moved_before() -> dict[str, int]:
    """How many messages asked each company for another time, by the journal, where there is one."""
    path = journal_kept()
    if path is None:
        return {}
    from scheduler.outbox.journal import open_journal

    with open_journal(path) as journal:
        asked = [e for e in journal.entries() if e.direction == "out" and e.kind == "reschedule"]
    return Counter(e.company for e in asked if e.result in ("sent", "reached"))


def save_plan(data: dict[str, Any]) -> Path:
    """Keep a plan in the data folder; its name is its identifier."""
    import json
    import os

    folder = data_folder() / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{data['id']}.json"
    fresh = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    fresh.replace(path)
    return path


def load_plan(name: str) -> SavedPlan:
    """A plan by its file, its identifier (or the beginning of it), or 'last'; raises UsageError."""
    folder = data_folder() / FOLDER
    path = Path(name)
    if not path.is_file():
        kept = sorted(folder.glob("*.json"), key=lambda p: (p.stat().st_mtime_ns, p.name))
        fits = kept[-1:] if name == "last" else [p for p in kept if p.stem.startswith(name)]
        if len(fits) != 1:
            known = ", ".join(p.stem for p in kept) or "none yet; `interviews plan --save` keeps one"
            raise UsageError(f"'{name}' names {'no' if not fits else 'more than one'} saved plan (there are: {known}).")
        path = fits[0]
    try:
        return read_saved(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.") from None
