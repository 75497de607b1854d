"""What a section may hold, read from its class: names, types, defaults, and the help beside each."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

# Stands where a setting has no default.
_NONE = object()


class Field(NamedTuple):
    """One setting of a section; `hint` without its help, which is "" for what no file may set."""

    name: str
    hint: Any
    help: str
    default: Any

    @property
    def required(self) -> bool:
        return self.default is _NONE


@cache
def fields_of(section: type) -> tuple[Field, ...]:
    """The fields of a NamedTuple or dataclass, in order; their help is the text in `Annotated[type, text]`."""
    hints = get_type_hints(section, include_extras=True)
    return tuple(Field(name, *_told(hints[name]), default) for name, default in _defaults(section))


def _defaults(section: Any) -> Iterator[tuple[str, Any]]:
    """Names with their defaults; not by `inspect`, which takes four milliseconds to load."""
    if hasattr(section, "_fields"):
        return ((name, section._field_defaults.get(name, _NONE)) for name in section._fields)
    from dataclasses import MISSING, fields

    return ((field.name, _NONE if field.default is MISSING else field.default) for field in fields(section))


def is_section(hint: Any) -> bool:
    """A type with fields of its own: a table inside a table."""
    return isinstance(hint, type) and (hasattr(hint, "_fields") or hasattr(hint, "__dataclass_fields__"))


def _told(hint: Any) -> tuple[Any, str]:
    if get_origin(hint) is not Annotated:
        return hint, ""
    kind, text = get_args(hint)
    return kind, text
