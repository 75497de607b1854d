"""[watch]: how often `interviews watch` looks, and how it tells you what is new."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """[watch]: looking by itself."""

    every: int = field(default=15, metadata={"help": "minutes between two looks"})
    days: int = field(default=14, metadata={"help": "how many days ahead it looks"})
    near: int = field(
        default=24, metadata={"help": "hours before the last good moment to change an interview to remind you"}
    )
    notify: tuple[str, ...] = field(
        default=(), metadata={"help": "how to tell you, besides printing: any of desktop, command, mail"}
    )
    command: tuple[str, ...] = field(
        default=(), metadata={"help": 'your program for "command": gets a title as last word, text on its input'}
    )
    to: str = field(default="", metadata={"help": 'the address for "mail"; empty: the first of `me`'})
    patience: int = field(default=24, metadata={"help": "hours that a calendar may be out of reach before it says so"})
