"""`interviews` without a command."""

from __future__ import annotations

import click

from cli.output import exit_status, print_problems
from cli.request import clock
from scheduler.app.home import Beginning, home


def show_home(now: str | None) -> int:
    """Print the state of things, or how to begin; the exit status is that of `scan`."""
    state = home(clock(), now)
    if isinstance(state, Beginning):
        if state.settings:
            click.echo("Your settings name no calendar yet. Add one: interviews init --calendar my.ics")
        else:
            click.echo("Nothing is set up yet. Begin with: interviews init (a few questions)")
            click.echo("Or just look into a calendar: interviews scan my.ics (all else: interviews -h)")
        return 0
    from cli.home_page import print_home

    print_home(state)
    problems = state.result.situation.timeline.problems
    print_problems(p for p in problems if p.severity == "error")
    return exit_status(problems, bool(state.soon or state.later))
