"""Every setting there is: its value, where it comes from, and what it means."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date, time
from importlib import import_module
from typing import Any, NamedTuple, get_args, get_origin

from scheduler.settings.core import Settings
from scheduler.settings.describe import fields_of, is_section
from scheduler.settings.lines import lines_of
from scheduler.settings.load import LISTS, SECTIONS, section, section_list


class Setting(NamedTuple):
    """One setting; `value` as TOML, `line` in the settings file or None for a default, `full` such as limits.buffer."""

    name: str
    full: str
    value: str
    line: int | None
    help: str


class Section(NamedTuple):
    """The settings under one header; `present` is False for a list ([[...]]) that the file has none of."""

    header: str
    full: str
    help: str
    present: bool
    settings: tuple[Setting, ...]


class Where(NamedTuple):
    """The settings file as data, and the line of each name in it."""

    data: dict[str, Any]
    lines: dict[str, int]


def every_setting(settings: Settings, text: str) -> tuple[Section, ...]:
    """All sections in the order of the code; raises SettingsError where another room's section is wrong.

    `text` is the file that `settings` was read from, "" where there is none.
    """
    where = Where(tomllib.loads(text), lines_of(text))
    found = list(_sections(Settings, settings, "", "", "who and where you are", where))
    for name, place in SECTIONS.items():
        module, _, kind_name = place.partition(":")
        room = import_module(module)
        kind = getattr(room, kind_name)
        about = (room.__doc__ or "").partition(": ")[2].partition(";")[0].rstrip(".\n")
        if name in LISTS:
            found += _listed(kind, section_list(settings, name, kind), name, about, where)
        else:
            found += _sections(kind, section(settings, name, kind), f"[{name}]", name, about, where)
    return tuple(found)


def _sections(
    kind: type, value: object, header: str, full: str, about: str, where: Where, *, present: bool = True
) -> Iterator[Section]:
    """A section's own settings, then the tables inside it."""
    plain: list[Setting] = []
    inner: list[Section] = []
    for field in fields_of(kind):
        if not field.help:
            continue
        hint, name = field.hint, _joined(full, field.name)
        own: Any = getattr(value, field.name) if present else None if field.required else field.default
        if is_section(hint):
            inner += _sections(hint, own, f"[{name}]", name, field.help, where)
        elif get_origin(hint) is tuple and is_section(get_args(hint)[0]):
            inner += _listed(get_args(hint)[0], own, name, field.help, where)
        else:
            plain.append(Setting(field.name, name, _toml(own), _line(name, where) if present else None, field.help))
    yield Section(header, full, about, present, tuple(plain))
    yield from inner


def _listed(kind: Any, values: tuple[object, ...], full: str, about: str, where: Where) -> Iterator[Section]:
    """Each table of a list; what one may hold where there is none."""
    public = ".".join(part for part in full.split(".") if not part.isdigit())
    if not values:
        yield from _sections(kind, None, f"[[{public}]]", full, about, where, present=False)
    for number, value in enumerate(values):
        yield from _sections(kind, value, f"[[{public}]]", f"{full}.{number}", about, where)


def _line(full: str, where: Where) -> int | None:
    """The line of a setting, or of the inline table that it stands in; None where the file has it not."""
    value: Any = where.data
    for part in full.split("."):
        try:
            value = value[int(part)] if isinstance(value, list) else value[part]
        except (KeyError, IndexError):
            return None
    while full not in where.lines:
        full = full.rpartition(".")[0]
    return where.lines[full]


def _joined(full: str, name: str) -> str:
    return f"{full}.{name}" if full else name


def _toml(value: object) -> str:
    match value:
        case None:
            return "…"
        case bool():
            return "true" if value else "false"
        case time():
            return f'"{value:%H:%M}"'
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)
