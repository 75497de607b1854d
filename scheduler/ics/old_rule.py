"""Recurrence rules of vCalendar 1.0 ("W1 MO WE #10"), said in the words of RFC 5545."""

from __future__ import annotations

import re

_START = re.compile(r"(MP|MD|YM|YD|D|W|M)(\d{1,3})")
_FREQ = {"M": "MINUTELY", "D": "DAILY", "W": "WEEKLY", "MP": "MONTHLY", "MD": "MONTHLY", "YM": "YEARLY", "YD": "YEARLY"}
_LIST = {"MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}
_WEEKDAY = re.compile(r"MO|TU|WE|TH|FR|SA|SU")
_PLACE = re.compile(r"([1-5])([+-])")
_NUMBER = re.compile(r"(\d{1,3})([+-]?)")
_UNTIL = re.compile(r"\d{8}(?:T\d{6}Z?)?")


def modern(text: str) -> str | None:
    """The same rule as an RRULE; None for what is no old rule, or one with times of day or rules inside each other.

    Without an end it happens twice, and #0 is for ever, as vCalendar 1.0 says.
    """
    words = text.upper().split()
    match = _START.fullmatch(words[0]) if words else None
    if match is None:
        return None
    kind, interval = match.groups()
    rest = words[1:]
    end = "COUNT=2"
    if rest and (rest[-1].startswith("#") or _UNTIL.fullmatch(rest[-1])):
        last = rest.pop()
        if last == "#0":
            end = ""
        elif last.startswith("#"):
            end = f"COUNT={last[1:]}"
        else:
            end = f"UNTIL={last}"
    by = _by(kind, rest)
    return None if by is None else ";".join(filter(None, (f"FREQ={_FREQ[kind]}", f"INTERVAL={interval}", end, by)))


def _by(kind: str, words: list[str]) -> str | None:
    if not words:
        return ""
    if kind == "W" and all(map(_WEEKDAY.fullmatch, words)):
        return "BYDAY=" + ",".join(words)
    if kind == "MP":
        return _places(words)
    if kind in _LIST:
        found = [_number(word) for word in words]
        return None if None in found else f"{_LIST[kind]}=" + ",".join(filter(None, found))
    return None


def _places(words: list[str]) -> str | None:
    """1+ MO TU 2- FR: places in the month, each with the weekdays that follow it."""
    found: list[str] = []
    place = ""
    for word in words:
        match = _PLACE.fullmatch(word)
        if match is not None:
            place = ("-" if match.group(2) == "-" else "") + match.group(1)
        elif place and _WEEKDAY.fullmatch(word):
            found.append(place + word)
        else:
            return None
    return "BYDAY=" + ",".join(found) if found else None


def _number(word: str) -> str | None:
    """15, 2- for the second from the end, LD for the last day."""
    if word == "LD":
        return "-1"
    match = _NUMBER.fullmatch(word)
    return None if match is None else ("-" if match.group(2) == "-" else "") + match.group(1)
