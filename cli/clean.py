"""Texts from calendars, mails and servers, made harmless for terminals and spreadsheets."""

from __future__ import annotations

import unicodedata

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_KEPT = "\n\t"


def plain(text: str) -> str:
    """The text without control characters and without marks that turn the direction of writing; lines stay.

    >>> plain("a\\x1b[31mb\\u202ec")
    'a[31mbc'
    """
    return "".join(c for c in text if c in _KEPT or not (unicodedata.category(c) in ("Cc", "Cs") or _turns(c)))


def on_one_line(text: str) -> str:
    """`plain`, with its lines joined."""
    return " ".join(plain(text).split())


def cell(text: str) -> str:
    """The text for a CSV field: a spreadsheet takes it for text, never for a formula.

    >>> cell("=1+1"), cell("a\\x00b")
    ("'=1+1", 'ab')
    """
    clean = plain(text)
    return f"'{clean}" if clean.lstrip(" \n").startswith(_FORMULA) else clean


def _turns(character: str) -> bool:
    return character in "\u061c\u200e\u200f" or "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
