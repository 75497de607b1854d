"""`interviews plan`: clear the week; who moves, to when, and why."""

from __future__ import annotations

from time import monotonic
from typing import Any

import click

from cli.options import reading_options
from cli.output import exit_status, print_json, print_problems, waiting
from cli.request import read_request
from scheduler.app.plan import PlanRequest, plan
from scheduler.app.plan_store import save_plan


@click.command()
@reading_options
@click.option(
    "--what-if",
    multiple=True,
    metavar="'cancel REF'",
    help="Also show what would differ: cancel REF (a company's name: all of its), keep REF, free REF.",
)
@click.option("--save", is_flag=True, help="Keep the plan, for `interviews apply` or --again.")
@click.option("--again", metavar="PLAN", default="", help="Go on from a saved plan (or 'last'): its offers stand.")
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="REF=TIME",
    help="What came of an offer of that plan: the time agreed on, or 'none'.",
)
@click.option(
    "--visit",
    "visits",
    multiple=True,
    metavar="'NAME: SESSIONS'",
    help="Place a visitor's sessions: 'Kim: alice 45; bob+carol 60; dan|erin 30'.",
)
@click.option("--break", "pause", type=int, default=0, metavar="MIN", help="Minutes between two sessions of a visit.")
@click.option("--within", type=int, default=0, metavar="MIN", help="The longest that a visit may take.")
@click.option("--in-order", is_flag=True, help="The sessions of a visit follow each other as they are written.")
@click.option("--seconds", type=int, metavar="S", help="How long to search for the proof (10).")
@click.option("--all", "everything", is_flag=True, help="Also clear collisions that touch no interview.")
@click.option("--json", "as_json", is_flag=True, help="The plan as JSON (docs/schema/plan.schema.json).")
def command(
    what_if: tuple[str, ...],
    save: bool,
    again: str,
    answers: tuple[str, ...],
    visits: tuple[str, ...],
    pause: int,
    within: int,
    in_order: bool,
    seconds: int | None,
    everything: bool,
    as_json: bool,
    **reading: Any,
) -> int:
    """Clear the window: the smallest change that solves all collisions and tight gaps, proven to be that.

    Own entries move before other people are asked, and an interview moves last. Nothing is changed or sent; --save
    keeps the plan, `interviews apply` carries it out. Exit status: 0 all is solved, 1 something is left.
    """
    request = PlanRequest(
        read_request(**reading), what_if, again, answers, visits, pause, within, in_order, seconds, everything
    )
    with waiting("Planning"):
        answer = plan(request, monotonic)
    kept = save_plan(answer.json()) if save else None
    if as_json:
        print_json(answer.json())
    else:
        from cli.plan_tables import print_plan

        print_plan(answer)
        if kept is not None:
            click.echo(f"Kept as {kept.stem}: {kept}")
    print_problems(answer.problems)
    return exit_status(answer.problems, bool(answer.report.left))
