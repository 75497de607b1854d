"""A call that does not say what it is about (REF, ID) is answered with what it could be about."""

from __future__ import annotations

from collections.abc import Sequence
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from cli.request import clock, read_request
from scheduler.errors import SchedulerError, UsageError

if TYPE_CHECKING:
    from scheduler.app.candidates import Candidate

_MOST = 8
_WIDE = 1000  # columns, where it is no terminal


def missing(name: str, otherwise: str) -> click.MissingParameter:
    """The error of a command whose REF may be left out in other cases; `LazyGroup` makes a list of it."""
    return click.MissingParameter(otherwise, click.get_current_context(), param_hint=name, param_type="argument")


def which(error: click.MissingParameter) -> click.MissingParameter | UsageError:
    """The error with the candidates and the command to type; another argument's error as it is."""
    ctx = error.ctx
    name = error.param_hint or (error.param.metavar if error.param is not None else None)
    if ctx is None or name is None or name not in ("REF", "ID", "FILE|ID|-"):
        return error
    name = "REF" if name == "REF" else "ID"
    otherwise = [error.message] if error.message else []
    try:
        noun, none, found = _found(ctx, name)
    except SchedulerError as failure:
        return UsageError("\n".join([f"Say which, as: {ctx.command_path} {name}. {failure}", *otherwise]))
    head = f"Say which {noun}, as: {ctx.command_path} {found[0].ref if found else f'{name}. {none}'}"
    return UsageError("\n".join([head, *rows(found), *otherwise]))


def rows(found: Sequence[Candidate]) -> list[str]:
    """The first candidates, a line each; cut where a terminal ends."""
    shown = found[:_MOST]
    width, columns = max((len(c.stands) for c in shown), default=0), get_terminal_size((_WIDE, 1)).columns
    whole = (f"  {c.ref}  {c.stands:{width}}  {' '.join(c.about.split())}" for c in shown)
    lines = [line if len(line) <= columns else f"{line[: columns - 1]}…" for line in whole]
    return [*lines, f"  … and {len(found) - _MOST} more"] if len(found) > _MOST else lines


def _found(ctx: click.Context, name: str) -> tuple[str, str, list[Candidate]]:
    """What is asked for, the sentence where there is none, and what there is."""
    from scheduler.app import candidates as app

    command = ctx.info_name or ""
    if name == "ID" and command == "settle":
        return "message", "None waits for that.", app.packets(clock(), ("unknown", "handed-over"))
    if name == "ID":
        return "message", "None waits to be sent.", app.packets(clock(), ("draft", "approved", "failed"))
    start, days, zone, now = (ctx.params.get(option) for option in ("start", "days", "zone", "now"))
    read = read_request((), start, None, days, zone, now, ctx.params.get("me") or (), no_index=False)
    if command == "update":
        return "entry", "No entry of yours is ahead.", app.own_entries(read)
    if command == "release":
        return "interview", "Nothing is held.", app.requests(read)
    if command in ("apologise", "thank", "follow-up"):
        return "interview", "None has begun.", app.begun_interviews(read)
    return "interview", "None is ahead.", app.interviews(read)
