"""Problems: what is wrong or was assumed in a user's data, as a value with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one place in one source.

    `error`: something could not be read (exit status 3); `warning`: read, but not as written; `info`: an assumption.
    """

    severity: Severity
    message: str
    source: str = ""
    line: int | None = None
    uid: str | None = None
    summary: str | None = None
