"""Three versions of one object into one, property by property; pure.

The result begins as the version here, keeps its bytes and its order, and takes over what changed there since the base.
What cannot be decided is never decided: the answer is then a `Clash` with its reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from scheduler.ics.parse import parse_component
from scheduler.model.component import Component, Line
from scheduler.sync.canon import BOOKKEEPING, Canon, address, canon, shape

# These make sense only together: a new start with the old end would be nobody's version.
_TIME = ("DTSTART", "DTEND", "DURATION", "RRULE")
_TIME_KEY = ("time",)
# Lines of these names are members of a set, each by itself.
_SETS = frozenset(
    {"EXDATE", "RDATE", "EXRULE", "CATEGORIES", "COMMENT", "ATTACH", "CONTACT", "RELATED-TO", "RESOURCES", "CONFERENCE"}
    | {"REQUEST-STATUS", "IMAGE", "LINK", "REFID", "CONCEPT"}
)
_INSTANCES = frozenset({"EXDATE", "RDATE", "EXRULE"})

Key = tuple[object, ...]
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Merged:
    """The version that holds both sides' changes."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Clash:
    """What both sides changed differently, as words such as 'SUMMARY' or 'the time'."""

    reasons: tuple[str, ...]


def merge(base: bytes | None, here: bytes, there: bytes) -> Merged | Clash:
    """Merge two versions that grew out of `base`; without a base only what differs nowhere can be merged."""
    if here == there or base == there:
        return Merged(here)
    if base == here:
        return Merged(there)
    root = Component("VCALENDAR") if base is None else parse_component(base)
    clashes: list[str] = []
    merged = _component(root, parse_component(here), parse_component(there), clashes)
    return Clash(tuple(dict.fromkeys(clashes))) if clashes else Merged(merged.to_bytes())


def _component(base: Component, here: Component, there: Component, clashes: list[str]) -> Component:
    if _moved_under(base, here, there) or _moved_under(base, there, here):
        clashes.append("the time of a series and its single dates")
    lines = _lines(base, here, there, clashes)
    children = _children(base, here, there, clashes)
    return _assembled(here, there, lines, children)


def _moved_under(base: Component, one: Component, other: Component) -> bool:
    """One side moved the whole series, the other changed which dates it has: the two do not add up."""
    before, moved = _grouped(base).get(_TIME_KEY), _grouped(one).get(_TIME_KEY)
    if before is None or moved is None or _forms(before) == _forms(moved):
        return False
    return _dates(base) != _dates(other) and _dates(one) != _dates(other)


def _dates(component: Component) -> frozenset[Canon]:
    return frozenset(canon(i) for i in component.lines if i.name in _INSTANCES)


def _key(line: Line) -> Key:
    if line.name in _TIME:
        return _TIME_KEY
    if line.name == "ATTENDEE":
        return (line.name, address(line))
    if line.name in _SETS:
        return (line.name, canon(line))
    return (line.name,)


def _grouped(component: Component) -> dict[Key, list[Line]]:
    groups: dict[Key, list[Line]] = {}
    for line in component.lines:
        groups.setdefault(_key(line), []).append(line)
    return groups


def _forms(lines: list[Line] | None) -> object:
    return None if lines is None else sorted(canon(i) for i in lines)


def _lines(base: Component, here: Component, there: Component, clashes: list[str]) -> dict[Key, list[Line]]:
    b, h, t = _grouped(base), _grouped(here), _grouped(there)
    out: dict[Key, list[Line]] = {}
    for key in dict.fromkeys([*h, *t]):
        chosen = _choose(b.get(key), h.get(key), t.get(key), _forms)
        if chosen is None:
            chosen = (_bookkeeping(h.get(key), t.get(key)),) if key[0] in BOOKKEEPING else (h.get(key),)
            if key[0] not in BOOKKEEPING:
                clashes.append(_word(key))
        if chosen[0] is not None:
            out[key] = chosen[0]
    return out


def _choose(
    base: V | None, here: V | None, there: V | None, form: Callable[[V | None], object]
) -> tuple[V | None] | None:
    """The version to keep, in a tuple as it may be None (removed); None when both sides changed it differently."""
    if form(here) == form(there) or form(there) == form(base):
        return (here,)
    if form(here) == form(base):
        return (there,)
    return None


def _bookkeeping(here: list[Line] | None, there: list[Line] | None) -> list[Line] | None:
    """The later stamp or the higher number; a line that one side lacks stays."""
    if here is None or there is None:
        return here or there
    return max(here, there, key=lambda lines: _rank(lines[0].value))


def _rank(value: str) -> tuple[int, str]:
    return (int(value), "") if value.isascii() and value.isdigit() and len(value) < 12 else (0, value)


def _word(key: Key) -> str:
    return "the time" if key == _TIME_KEY else " ".join(str(k) for k in key if isinstance(k, str))


def _identities(component: Component) -> dict[Key, Component]:
    """Sub-components by what makes them the same on both sides."""
    out: dict[Key, Component] = {}
    for child in component.children:
        key: Key = (child.name, *_identity(child))
        number = 0
        while (*key, number) in out:
            number += 1
        out[(*key, number)] = child
    return out


def _identity(child: Component) -> Iterable[object]:
    match child.name:
        case "VTIMEZONE":
            return (child.value("TZID"),)
        case "VALARM":
            return (child.value("ACTION"), child.value("TRIGGER"))
        case _:
            recurrence = child.first("RECURRENCE-ID")
            return (child.value("UID"), None if recurrence is None else canon(recurrence))


def _children(base: Component, here: Component, there: Component, clashes: list[str]) -> dict[Key, Component]:
    b, h, t = _identities(base), _identities(here), _identities(there)
    out: dict[Key, Component] = {}
    for key in dict.fromkeys([*h, *t]):
        chosen = _choose(b.get(key), h.get(key), t.get(key), _shape)
        mine, theirs = h.get(key), t.get(key)
        if chosen is None and key[0] == "VTIMEZONE":
            chosen = (mine or theirs,)
        if chosen is None and (mine is None or theirs is None):
            clashes.append(f"{key[0]} removed on one side and changed on the other")
            chosen = (mine or theirs,)
        elif chosen is None or _only_bookkeeping(mine, theirs):
            assert mine is not None
            assert theirs is not None
            chosen = (_component(b.get(key, Component(mine.name)), mine, theirs, clashes),)
        if chosen[0] is not None:
            out[key] = chosen[0]
    return out


def _only_bookkeeping(mine: Component | None, theirs: Component | None) -> bool:
    return mine is not None and theirs is not None and mine.name != "VTIMEZONE" and shape(mine) == shape(theirs)


def _shape(component: Component | None) -> object:
    return None if component is None else shape(component)


def _assembled(
    here: Component, there: Component, lines: Mapping[Key, list[Line]], children: Mapping[Key, Component]
) -> Component:
    """The parts in the order of `here`; what only the other side has comes after the last line, or last."""
    left_lines, left_children = dict(lines), dict(children)
    names = {id(child): key for key, child in _identities(here).items()}
    items: list[Line | Component] = []
    last_line = 0
    for item in here.items:
        if isinstance(item, Line):
            items.extend(left_lines.pop(_key(item), []))
            last_line = len(items)
        elif (child := left_children.pop(names[id(item)], None)) is not None:
            items.append(child)
    items[last_line:last_line] = [line for group in left_lines.values() for line in group]
    zones = [c for c in left_children.values() if c.name == "VTIMEZONE"]
    at = next((i for i, x in enumerate(items) if isinstance(x, Component)), len(items))
    items[at:at] = zones
    items.extend(c for c in left_children.values() if c.name != "VTIMEZONE")
    return Component(here.name, tuple(items), here.begin or there.begin, here.end or there.end, here.number)
