"""`interviews scan`: what is wrong in the window, before the week begins."""

from __future__ import annotations

from typing import Any

import click

from cli.options import form_of, limit_options, reading_options
from cli.reading import show_scan
from cli.request import limits, read_request


@click.command("scan")
@reading_options
@limit_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON (docs/schema/scan.schema.json).")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), help="Form of output.")
@click.option("--why", is_flag=True, help="Say for each entry why it is taken for an interview or not.")
def command(
    as_json: bool,
    form: str | None,
    why: bool,
    **options: Any,
) -> int:
    """Show every collision, tight gap and notice deadline around your interviews.

    SOURCE is what `interviews agenda --help` says. Each finding names its entries, says which side moves first and
    why, and how the employer can still be told in time.

    Exit status: 0 nothing found, 1 findings, 2 wrong usage, 3 something could not be read.
    """
    flags = limits(options)
    return show_scan(read_request(**options), flags, form_of(as_json, form, why), why)
