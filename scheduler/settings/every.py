"""Every setting there is: its value, where it comes from, and what it means."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from importlib import import_module
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from scheduler.settings.core import Settings
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
    """A dataclass's own settings, then the tables inside it."""
    hints = get_type_hints(kind)
    plain: list[Setting] = []
    inner: list[Section] = []
    for spec in fields(kind):
        if "help" not in spec.metadata:
            continue
        hint, name, help_ = hints[spec.name], _joined(full, spec.name), spec.metadata["help"]
        own: Any = getattr(value, spec.name) if present else _default(spec)
        if isinstance(hint, type) and is_dataclass(hint):
            inner += _sections(hint, own, f"[{name}]", name, help_, where)
        elif get_origin(hint) is tuple and is_dataclass(get_args(hint)[0]):
            inner += _listed(get_args(hint)[0], own, name, help_, where)
        else:
            plain.append(Setting(spec.name, name, _toml(own), _line(name, where) if present else None, help_))
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


def _default(spec: Field[Any]) -> object:
    return spec.default if spec.default is not MISSING else None


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
