"""Bytes of one component into a `Component`; unfolding is linear and keeps the raw bytes of every line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scheduler.ics.on_demand import on_demand
from scheduler.ics.text import any_printable, decode_bytes
from scheduler.model.component import Component, Line

_PARAM = re.compile(r';([^=;:"]*)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_SEPARATOR = on_demand(r"[;:]")
_NAME = re.compile(r"[A-Za-z0-9_.\-/]+")
_TIME_AT_END = on_demand(r":\d{8}(?:T\d{4,6}Z?)?$")
# An open component: name, raw BEGIN line, its number, what it holds so far.
_Frame = tuple[str, bytes, int, list[Line | Component]]


def logical_lines(data: bytes, number: int = 1) -> Iterator[tuple[bytes, bytes, int]]:
    """(unfolded bytes, raw bytes, number of the first physical line) of each content line; blank lines are skipped."""
    pending: list[bytes] = []
    start = number
    printables = any_printable(data)
    if printables:
        from scheduler.ics.printable import breaks_softly, is_printable
    printable = soft = False
    for physical in data.splitlines(keepends=True):
        # A physical line that is only the fold's white space is still a continuation (RFC 5545 3.1).
        if pending and (physical[:1] in (b" ", b"\t") or (soft and physical[:4].upper() not in (b"BEGI", b"END:"))):
            pending.append(physical)
        else:
            if pending:
                yield _joined(pending, printable), b"".join(pending), start
            pending = [physical] if physical.strip() else []
            start = number
            printable = printables and is_printable(physical)
        soft = printable and breaks_softly(physical)
        number += 1
    if pending:
        yield _joined(pending, printable), b"".join(pending), start


def _joined(pending: list[bytes], printable: bool) -> bytes:
    if len(pending) == 1:
        return pending[0].rstrip(b"\r\n")
    if printable and pending[0].rstrip(b"\r\n").endswith(b"="):
        return b"".join(pending).rstrip(b"\r\n")  # Its soft breaks are taken out when it is decoded.
    first, *rest = pending
    return first.rstrip(b"\r\n") + b"".join(p.rstrip(b"\r\n")[1:] for p in rest)


def parse_component(data: bytes, number: int = 1) -> Component:
    """The component that begins in the first line of `data`; a missing END closes what is open.

    A line without a name and colon continues the line before it (exports that forgot to fold, RFC 5545 3.1).
    """
    stack: list[_Frame] = []
    open_names: Counter[str] = Counter()
    loose: list[tuple[str, bytes]] = []
    printables = any_printable(data)
    for unfolded, raw, at in logical_lines(data, number):
        text, _ = decode_bytes(unfolded)
        upper = text[:6].upper()
        edge = upper == "BEGIN:" or upper[:4] == "END:"
        line = None if edge or not stack else _line(text, raw, at, printables)
        if stack and not edge and line is None:
            loose.append((text, raw))
            continue
        _join(stack, loose)
        if line is not None:
            stack[-1][3].append(line)
        elif upper == "BEGIN:":
            stack.append((text[6:].strip().upper(), raw, at, []))
            open_names[stack[-1][0]] += 1
        elif stack and open_names[name := text[4:].strip().upper()]:
            while len(stack) > 1 and stack[-1][0] != name:
                open_names[stack[-1][0]] -= 1
                _close(stack, b"")
            open_names[name] -= 1
            if len(stack) == 1:
                return _built(stack[0], raw)
            _close(stack, raw)
    _join(stack, loose)
    while len(stack) > 1:
        _close(stack, b"")
    return _built(stack[0], b"") if stack else Component("")


def _line(text: str, raw: bytes, number: int, printables: bool) -> Line | None:
    if printables:
        from scheduler.ics.printable import decoded, is_printable, plain_head

        if is_printable(raw):
            line = parse_line(plain_head(text), raw, number)
            return None if line is None else decoded(line)
    return parse_line(text, raw, number)


def _join(stack: list[_Frame], loose: list[tuple[str, bytes]]) -> None:
    """Text that is no content line continues the line before it, as a line break in its value; in linear time."""
    items = stack[-1][3] if stack else []
    if loose and items and isinstance(last := items[-1], Line):
        value = "\\n".join([last.value, *(text for text, _ in loose)])
        raw = b"".join([last.raw or b"", *(raw for _, raw in loose)])
        items[-1] = Line(last.name, value, last.params, raw, last.number)
    loose.clear()


def _close(stack: list[_Frame], raw_end: bytes) -> None:
    child = _built(stack.pop(), raw_end)
    stack[-1][3].append(child)


def _built(frame: _Frame, raw_end: bytes) -> Component:
    name, raw, at, items = frame
    return Component(name, tuple(items), raw, raw_end or None, at)


def parse_line(text: str, raw: bytes | None = None, number: int | None = None) -> Line | None:
    """An unfolded content line; None where the text has no name and colon.

    Unquoted colons, commas and semicolons in names of people (`CN=Smith: HR:mailto:x@y.example`) and of zones are taken
    as they were meant.
    """
    name_match = _NAME.match(text)
    if name_match is None:
        return None
    at = name_match.end()
    name = name_match.group().upper()
    if text[at : at + 1] == ":":
        return Line(name, text[at + 1 :], (), raw, number)
    if text[at : at + 1] != ";":
        return None
    params, at = _params(text, at)
    if at >= len(text):
        return None
    value = text[at + 1 :]
    lower = value.lower() if name in ("ATTENDEE", "ORGANIZER") else ""
    if not lower.startswith("mailto:") and (cut := lower.rfind(":mailto:")) > 0:
        rest, semicolon, more = value[:cut].partition(";")
        params = [*params[:-1], _extended(params, rest), *_params(semicolon + more, 0)[0]]
        return Line(name, value[cut + 1 :], tuple(params), raw, number)
    if ":" in value and params and params[-1][0] == "TZID" and (cut := _last_time(value)) > 0:
        return Line(name, value[cut + 1 :], (*params[:-1], _extended(params, value[:cut])), raw, number)
    return Line(name, value, tuple(params), raw, number)


def _params(text: str, at: int) -> tuple[list[tuple[str, tuple[str, ...]]], int]:
    """The parameters from `at` on, and where the colon behind them is, or the end of the text.

    What is none (a lone quote, an escaped semicolon in a name) costs only itself.
    """
    params: list[tuple[str, tuple[str, ...]]] = []
    while at < len(text) and text[at] != ":":
        match = _PARAM.match(text, at)
        if match is None:
            found = _SEPARATOR().search(text, at + 1)
            at = len(text) if found is None else found.start()
            continue
        key, values = match.group(1).strip().upper(), _param_values(match.group(2))
        params.append((key, (",".join(values),) if key == "TZID" else values))
        at = match.end()
    return params, at


def _last_time(value: str) -> int:
    """The colon before the time where a zone's name holds colons itself, as in TZID=tzone://…:20270310T100000."""
    match = None if value[:8].isdigit() else _TIME_AT_END().search(value)
    return -1 if match is None else match.start()


def _extended(params: list[tuple[str, tuple[str, ...]]], more: str) -> tuple[str, tuple[str, ...]]:
    key, values = params[-1] if params else ("CN", ("",))
    return key, (*values[:-1], f"{values[-1]}:{more}")


def _param_values(text: str) -> tuple[str, ...]:
    if '"' not in text:
        return tuple(_uncaret(v) for v in text.split(","))
    found = re.findall(r'"([^"]*)"|([^",]+)', text)
    return tuple(_uncaret(quoted or bare) for quoted, bare in found) or ("",)


def _uncaret(text: str) -> str:
    if "^" not in text:
        return text
    return re.sub(r"\^([n'^])", lambda m: {"n": "\n", "'": '"', "^": "^"}[m.group(1)], text)
