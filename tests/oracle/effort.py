"""How hard property tests try: few examples in every run, many in a campaign."""

from __future__ import annotations

from hypothesis import settings


def examples(number: int) -> settings:
    """`number` examples; twenty times as many with --campaign."""
    return settings(max_examples=number * (1 if settings().derandomize else 20))
