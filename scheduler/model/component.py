"""Components and content lines that keep their bytes, so that what is not understood survives a write."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

FOLD_AT = 75
# Of what may stand more than once, what says when an event takes place.
REPEATED = frozenset({"RRULE", "RDATE", "EXDATE", "EXRULE"})
# The parameters of a line as (NAME, (values…)), in order.
Params = tuple[tuple[str, tuple[str, ...]], ...]


class Line(NamedTuple):
    """One content line: NAME, its parameters as (NAME, (values…)) in order, the value as written (still escaped).

    `raw` are the bytes as they stood, folds and line end included; a line made here has none and is folded on output.
    """

    name: str
    value: str
    params: Params = ()
    raw: bytes | None = None
    number: int | None = None

    def __eq__(self, other: object) -> bool:
        """What it says counts, not how it was written or where."""
        return isinstance(other, Line) and self[:3] == other[:3]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:3])

    def param(self, name: str) -> str | None:
        """The first value of a parameter, unquoted, with RFC 6868 carets decoded."""
        for key, values in self.params:
            if key == name:
                return values[0] if values else ""
        return None

    def to_bytes(self) -> bytes:
        if self.raw is not None:
            return self.raw
        return fold(self.unfolded())

    def unfolded(self) -> str:
        """NAME;PARAM=…:VALUE without folds."""
        parts = [self.name]
        for key, values in self.params:
            parts.append(f";{key}=" + ",".join(_quoted(v) for v in values))
        return "".join(parts) + ":" + self.value

    def with_value(self, value: str) -> "Line":
        return self._replace(value=value, raw=None)

    def with_param(self, name: str, value: str | None) -> "Line":
        """The line with one parameter set in its place, appended, or (None) removed."""
        kept = [(k, v) for k, v in self.params if k != name or value is not None]
        if value is not None:
            at = next((i for i, (k, _) in enumerate(kept) if k == name), len(kept))
            kept[at : at + 1] = [(name, (value,))]
        return self._replace(params=tuple(kept), raw=None)


class Property(Protocol):
    """What a content line says: its value as written, and its parameters."""

    @property
    def value(self) -> str: ...

    def param(self, name: str) -> str | None: ...


class Late(NamedTuple):
    """What is known of a component before it is parsed: which properties it has, and what some of them say.

    `repeated` are all of REPEATED; None where it has to be parsed for them.
    """

    raw: bytes
    parse: Callable[[bytes], "Component"]
    names: frozenset[str]
    values: Mapping[str, str]
    repeated: Mapping[str, Sequence[Property]] | None


class Component:
    """A component with its lines and sub-components in their order; `begin`/`end` are the raw bytes of its edges.

    It is never changed: `with_items` and the like make another one. Two are equal that say the same.
    """

    __slots__ = ("_late", "begin", "end", "items", "name", "number")

    def __init__(
        self,
        name: str,
        items: "tuple[Line | Component, ...]" = (),
        begin: bytes | None = None,
        end: bytes | None = None,
        number: int | None = None,
    ) -> None:
        self.name, self.items, self.begin, self.end, self.number = name, items, begin, end, number
        self._late: Late | None = None

    @staticmethod
    def late(name: str, late: Late) -> "Component":
        """A component that is parsed when its lines are first looked at: most events of a calendar never are."""
        component = object.__new__(Component)
        component.name, component._late = name, late
        return component

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Component) and (self.name, self.items) == (other.name, other.items)

    def __hash__(self) -> int:
        return hash((self.name, self.items))

    def __repr__(self) -> str:
        return f"Component({self.name!r}, {self.items!r})"

    def __reduce__(self) -> "tuple[Callable[..., Component], tuple[object, ...]]":
        """A late component stays late in the index."""
        if self._late is not None:
            return Component.late, (self.name, self._late)
        return Component, (self.name, self.items, self.begin, self.end, self.number)

    def __getattr__(self, attribute: str) -> object:
        """Called only for slots that are not set yet, which a late component fills now."""
        if attribute not in ("items", "begin", "end", "number"):
            raise AttributeError(attribute)
        late = self._late
        if late is None:
            raise AttributeError(attribute)
        parsed = late.parse(late.raw)
        for slot in ("items", "begin", "end", "number"):
            setattr(self, slot, getattr(parsed, slot))
        self._late = None
        return getattr(self, attribute)

    @property
    def unparsed(self) -> Late | None:
        """What there is to parse, as long as nobody has looked."""
        return self._late

    @property
    def lines(self) -> Iterator[Line]:
        return (i for i in self.items if isinstance(i, Line))

    @property
    def children(self) -> "Iterator[Component]":
        return (i for i in self.items if isinstance(i, Component))

    def first(self, name: str) -> Line | None:
        if self._late is not None and name not in self._late.names:
            return None
        for item in self.items:
            if item.name == name and isinstance(item, Line):
                return item
        return None

    def every(self, name: str) -> list[Line]:
        if self._late is not None and name not in self._late.names:
            return []
        return [i for i in self.items if i.name == name and isinstance(i, Line)]

    def value(self, name: str) -> str | None:
        """The raw value of the first line of that name."""
        if self._late is not None and name in self._late.values:
            return self._late.values[name]
        line = self.first(name)
        return None if line is None else line.value

    def text(self, name: str) -> str | None:
        """The TEXT value of the first line of that name, unescaped (RFC 5545 3.3.11)."""
        value = self.value(name)
        return None if value is None else unescape(value)

    def properties(self, name: str) -> Sequence[Property]:
        """What every line of that name says, without its bytes."""
        late = self._late
        if late is None or late.repeated is None or name not in REPEATED:
            return self.every(name)
        return late.repeated.get(name, ())

    def with_items(self, items: "tuple[Line | Component, ...]") -> "Component":
        """The component with other lines and sub-components between its edges."""
        return Component(self.name, items, self.begin, self.end, self.number)

    def without(self, *names: str) -> "Component":
        """The component without the lines (not the sub-components) of these names."""
        kept = tuple(i for i in self.items if not (isinstance(i, Line) and i.name in names))
        return self.with_items(kept)

    def with_line(self, line: Line) -> "Component":
        """The component with `line` in the place of the first of that name (others go), or after the last line."""
        at = next((i for i, x in enumerate(self.items) if isinstance(x, Line) and x.name == line.name), None)
        if at is None:
            return self.adding(line)
        before, after = self.items[:at], self.items[at + 1 :]
        rest = tuple(i for i in after if not (isinstance(i, Line) and i.name == line.name))
        return self.with_items((*before, line, *rest))

    def adding(self, *lines: Line) -> "Component":
        """The component with more lines after its last line (before its sub-components)."""
        at = max((i + 1 for i, x in enumerate(self.items) if isinstance(x, Line)), default=0)
        return self.with_items((*self.items[:at], *lines, *self.items[at:]))

    def with_children(self, children: "tuple[Component, ...]") -> "Component":
        """The component with its sub-components replaced (after all lines)."""
        return self.with_items((*self.lines, *children))

    def to_bytes(self) -> bytes:
        begin = self.begin if self.begin is not None else f"BEGIN:{self.name}\r\n".encode()
        end = self.end if self.end is not None else f"END:{self.name}\r\n".encode()
        return begin + b"".join(i.to_bytes() for i in self.items) + end


def _quoted(value: str) -> str:
    """A parameter value as RFC 5545 3.2 and RFC 6868 want it; control characters cannot get through."""
    clean = "".join(c for c in value.replace("\r\n", "\n") if c >= " " or c in "\n\t")
    escaped = clean.replace("^", "^^").replace('"', "^'").replace("\n", "^n")
    return f'"{escaped}"' if any(c in escaped for c in ",;:") else escaped


def escape(text: str) -> str:
    """TEXT as written in a content line (RFC 5545 3.3.11); other control characters are dropped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c for c in text if c >= " " or c in "\n\t")
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def unescape(value: str) -> str:
    if "\\" not in value:
        return value
    if "\\\\" not in value:  # Else a backslash could be taken for the beginning of what follows it.
        plain = value.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";")
        if "\\" not in plain:
            return plain
    return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) in "nN" else m.group(1), value, flags=re.S)


def fold(text: str) -> bytes:
    """A content line in UTF-8, folded at 75 octets between characters, with its CRLF (RFC 5545 3.1)."""
    out: list[bytes] = []
    current = b""
    room = FOLD_AT
    for char in text.replace("\r", "").replace("\n", ""):
        octets = char.encode("utf-8", "replace")
        if len(current) + len(octets) > room:
            out.append(current)
            current, room = b"", FOLD_AT - 1
        current += octets
    out.append(current)
    return b"\r\n ".join(out) + b"\r\n"
