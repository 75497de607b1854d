"""`interviews availability`: free blocks to paste into a mail; nothing but free and busy comes out."""

from __future__ import annotations

import sys
from typing import Any
from uuid import uuid4

import click

from cli.meeting_options import asked_of, meeting_options
from cli.options import window_options
from cli.output import print_json, waiting
from cli.request import read_request
from scheduler.app.availability import AvailabilityRequest, Available, availability_for


@click.command(short_help="Free blocks to paste into a mail.")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--for", "ref", metavar="REF", default="", help="For this interview: its length, buffers and recipient.")
@click.option("--blocks", type=int, metavar="N", help="How many blocks at most (6).")
@click.option("--language", metavar="CODE", default="", help="Language of the day names, such as de or pt-BR.")
@click.option("--html", "form", flag_value="html", help="A table for mail programs.")
@click.option("--ics", "form", flag_value="ics", help="A VFREEBUSY answer.")
@click.option("--json", "form", flag_value="json", help="JSON.")
@meeting_options
@window_options
def command(
    sources: tuple[str, ...], ref: str, blocks: int | None, language: str, form: str | None, **options: Any
) -> int:
    """Print specific blocks of free time on both clocks, to paste into a mail.

    No title, place or name of any entry is printed, and not even when entries are: what is not offered looks the
    same whether it is taken or not.
    """
    asked = asked_of(options)
    with waiting("Reading"):
        found = availability_for(AvailabilityRequest(read_request(sources, **options), ref, blocks, language, asked))
    unread = sum(p.severity == "error" for p in found.problems)
    if unread:
        # Their sentences name entries, and what is on this screen is about to be pasted (E19).
        click.echo(
            f"{unread} things could not be read, and may take more time; `interviews scan` names them.", err=True
        )
    if form != "json" and not found.offer.blocks:
        click.echo("There is no free block; `interviews propose` says what is in the way.", err=True)
    else:
        _print(found, form)
    return found.status


def _print(found: Available, form: str | None) -> None:
    from scheduler.offers.data import as_data, as_vfreebusy
    from scheduler.offers.text import as_html, as_text

    match form:
        case "json":
            print_json(as_data(found.offer))
        case "ics":
            sys.stdout.buffer.write(as_vfreebusy(found.offer, str(uuid4()), found.now, found.address))
        case "html":
            click.echo(as_html(found.offer), nl=False)
        case _:
            click.echo(as_text(found.offer), nl=False)
