"""[watch]: how often `interviews watch` looks, and how it tells you what is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """[watch]: looking by itself."""

    every: Annotated[int, "minutes between two looks"] = 15
    days: Annotated[int, "how many days ahead it looks"] = 14
    near: Annotated[int, "hours before the last good moment to change an interview to remind you"] = 24
    notify: Annotated[tuple[str, ...], "how to tell you, besides printing: any of desktop, command, mail"] = ()
    command: Annotated[tuple[str, ...], 'your program for "command": gets a title as last word, text on its input'] = ()
    to: Annotated[str, 'the address for "mail"; empty: the first of `me`'] = ""
    patience: Annotated[int, "hours that a calendar may be out of reach before it says so"] = 24
