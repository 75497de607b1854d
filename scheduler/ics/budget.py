"""How much work the rules of a series may make."""

from __future__ import annotations

BUDGET = 200_000


class TooMuchWorkError(Exception):
    """The rule cannot be followed to the end of the window within the budget."""


class Budget:
    """The steps that the rules of one series may take together."""

    __slots__ = ("left",)

    def __init__(self, steps: int = BUDGET) -> None:
        self.left = steps

    def spend(self, steps: int = 1) -> None:
        self.left -= steps
        if self.left < 0:
            raise TooMuchWorkError
