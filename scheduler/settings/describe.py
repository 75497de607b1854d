"""What a section may hold, read from its class: names, types, defaults, and the help beside each."""

from __future__ import annotations

from functools import cache
from inspect import Parameter, signature
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints


class Field(NamedTuple):
    """One setting of a section; `hint` without its help, which is "" for what no file may set."""

    name: str
    hint: Any
    help: str
    default: Any

    @property
    def required(self) -> bool:
        return self.default is Parameter.empty


@cache
def fields_of(section: type) -> tuple[Field, ...]:
    """The fields of a NamedTuple or dataclass, in order; their help is the text in `Annotated[type, text]`."""
    hints = get_type_hints(section, include_extras=True)
    return tuple(Field(p.name, *_told(hints[p.name]), p.default) for p in signature(section).parameters.values())


def is_section(hint: Any) -> bool:
    """A type with fields of its own: a table inside a table."""
    return isinstance(hint, type) and (hasattr(hint, "_fields") or hasattr(hint, "__dataclass_fields__"))


def _told(hint: Any) -> tuple[Any, str]:
    if get_origin(hint) is not Annotated:
        return hint, ""
    kind, text = get_args(hint)
    return kind, text
