"""`interviews agenda`: what is in the window."""

from __future__ import annotations

from typing import Any

import click

from cli.options import form_of, reading_options
from cli.reading import show_agenda
from cli.request import read_request


@click.command("agenda")
@reading_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON (docs/schema/agenda.schema.json).")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), help="Form of output.")
@click.option("--why", is_flag=True, help="Say for each entry why it is taken for an interview or not.")
def command(as_json: bool, form: str | None, why: bool, **reading: Any) -> int:
    """Show what is in the window: every occurrence of every calendar named.

    A SOURCE is an .ics file, a folder with one event a file (a vdir), an address (https:, webcal:), a mail (.eml,
    mbox, Maildir) or - for standard input; OWNER=SOURCE (a mail address before the sign) says whose it is. Without a
    SOURCE, the calendars of your settings are read.

    Exit status: 0 all read, 2 wrong usage, 3 something could not be read.
    """
    return show_agenda(read_request(**reading), form_of(as_json, form, why), why)
