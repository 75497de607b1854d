"""`interviews doctor`: what works and what does not."""

from __future__ import annotations

import click

from cli.output import clean, print_json
from scheduler.app.doctor import examine


@click.command()
@click.option("--offline", is_flag=True, help="Do not ask the servers.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(offline: bool, as_json: bool) -> int:
    """Look at settings, optional parts, calendars and servers, and say what to do about what does not work."""
    checks = examine(online=not offline)
    if as_json:
        print_json([{"good": c.good, "what": c.what} for c in checks])
    else:
        for check in checks:
            click.echo({True: "ok    ", False: "WRONG ", None: "note  "}[check.good] + clean(check.what))
    return 1 if any(c.good is False for c in checks) else 0
