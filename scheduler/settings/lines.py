"""Where each setting stands in the text of a settings file."""

from __future__ import annotations

import re
import tomllib

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|'
    r"'''.*?'{3,5}|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|#[^\n]*|[\[\]{}]|\n|=|[^\"'#\[\]{}\n=]+",
    re.DOTALL,
)


def lines_of(text: str) -> dict[str, int]:
    """The 1-based line of each table and key, by its full name: hours, hours.start, calendars.0.name.

    The text is valid TOML (`parse_settings` has read it); keys inside inline tables stand where their table stands.
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    prefix, line, depth, statement, begun = "", 1, 0, "", 1
    in_value = False
    for match in _TOKEN.finditer(text + "\n"):
        token = match.group()
        if token.startswith("#"):
            continue
        if token == "\n" and depth == 0:
            if statement.strip() and not in_value:
                prefix = _header(statement.strip(), found, counts, begun)
            statement, in_value = "", False
        elif token == "=" and depth == 0 and not in_value:
            found.setdefault(_joined(prefix, _names(statement), counts), begun)
            in_value = True
        elif token in "[{":
            depth += 1 if in_value else 0
        elif token in "]}":
            depth -= 1 if in_value else 0
        if token != "\n" and not in_value:
            begun = line if not statement.strip() else begun
            statement += token
        line += token.count("\n")
    return found


def _header(statement: str, found: dict[str, int], counts: dict[str, int], line: int) -> str:
    """The full name that [table] or [[table]] opens."""
    several = statement.startswith("[[")
    name = _joined("", _names(statement.strip("[] \t")), counts, last=not several)
    if several:
        counts[name] = counts.get(name, -1) + 1
        found.setdefault(name, line)
        name = f"{name}.{counts[name]}"
    found.setdefault(name, line)
    return name


def _joined(prefix: str, names: list[str], counts: dict[str, int], *, last: bool = False) -> str:
    """A full name; a list of tables on the way (and at its end, with `last`) means its latest table."""
    name = prefix
    for position, part in enumerate(names):
        name = f"{name}.{part}" if name else part
        if name in counts and (last or position < len(names) - 1):
            name = f"{name}.{counts[name]}"
    return name


def _names(key: str) -> list[str]:
    """The parts of a key, bare, quoted or dotted."""
    table: object = tomllib.loads(f"{key} = 0")
    names = []
    while isinstance(table, dict):
        (name,) = table
        names.append(name)
        table = table[name]
    return names
