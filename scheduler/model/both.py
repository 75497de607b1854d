"""Two pieces of work that have nothing to do with each other, and who does them."""

from collections.abc import Callable
from typing import Protocol, TypeVar

_T = TypeVar("_T")


class Both(Protocol):
    """What two calls answer, done in whatever way is quickest; an answer may come back as an equal copy."""

    def __call__(self, first: Callable[[], _T], second: Callable[[], _T], /) -> tuple[_T, _T]: ...


def one_by_one(first: Callable[[], _T], second: Callable[[], _T]) -> tuple[_T, _T]:
    """The plain way."""
    return first(), second()
