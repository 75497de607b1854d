"""`interviews clarify`: one short message that puts an earlier one right."""

from __future__ import annotations

from typing import Any

import click

from cli.writing import run, writing_options
from scheduler.app.write import Wishes


@click.command(short_help="Put right a message that said too much.")
@writing_options
@click.option("--correction", default="", metavar="TEXT", help="What the earlier message should have said.")
def command(correction: str, **options: Any) -> int:
    """Write one short clarification of an earlier message."""
    return run("clarify", Wishes(correction=correction), options)
