"""Problems: what is wrong or was assumed in a user's data, as a value with its place."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Problem(NamedTuple):
    """One sentence about one place in one source.

    `error`: something could not be read (exit status 3); `warning`: read, but not as written; `info`: an assumption.
    """

    severity: Severity
    message: str
    source: str = ""
    line: int | None = None
    uid: str | None = None
    summary: str | None = None
