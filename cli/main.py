"""The `interviews` command: finds the module of a subcommand."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from cli.ending import ReaderGoneError, ended, stopped
from cli.examples import epilog
from scheduler import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# name -> (module, one-line help). Help stands here so that `interviews --help` imports no command.
COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("cli.commands.init", "Set up: a few questions, then a first scan."),
    "config": ("cli.commands.config", "Show every setting, where it comes from and what it means."),
    "agenda": ("cli.commands.agenda", "Show what is in the window."),
    "scan": ("cli.commands.scan", "Show what is wrong in the window, before the week begins."),
    "week": ("cli.commands.week", "Draw the week in the terminal."),
    "report": ("cli.commands.report", "Write the weeks as one page with pictures."),
    "propose": ("cli.commands.propose", "Find times to offer for an interview, and say why."),
    "plan": ("cli.commands.plan", "Clear the week: who moves, to when, and why."),
    "apply": ("cli.commands.apply", "Carry out a saved plan: move what is yours, draft every message, hold the times."),
    "availability": ("cli.commands.availability", "Free blocks to paste into a mail."),
    "decide": ("cli.commands.decide", "Reschedule, withdraw, pause, or keep? The rules' advice."),
    "reschedule": ("cli.commands.reschedule", "Ask an employer for another time."),
    "withdraw": ("cli.commands.withdraw", "Withdraw an application."),
    "pause": ("cli.commands.pause", "Ask them to hold an application until a date."),
    "accept": ("cli.commands.accept", "Confirm a time that the employer named."),
    "apologise": ("cli.commands.apologise", "Apologise for an interview that was missed."),
    "follow-up": ("cli.commands.follow_up", "Write the note after a call, or a reminder where no answer came."),
    "thank": ("cli.commands.thank", "Thank for an answer, an interview, a cancellation."),
    "clarify": ("cli.commands.clarify", "Put right a message that said too much."),
    "checklist": (
        "cli.commands.checklist",
        "The half hour before an interview: print it, or put it into your calendar.",
    ),
    "update": ("cli.commands.update", "Move or cancel what you organise or own, and tell those who are invited."),
    "check": ("cli.commands.check", "Say which rules of etiquette a text breaks."),
    "receive": ("cli.commands.receive", "Read a mail or calendar message that came in; draft the answer."),
    "outbox": ("cli.commands.outbox", "List, show, edit and settle the messages that wait."),
    "send": ("cli.commands.send", "Send one message, after showing exactly what leaves."),
    "journal": ("cli.commands.journal", "Show what was said to whom; note calls and answers."),
    "hold": ("cli.commands.hold", "Keep offered times free until they are answered."),
    "settle": ("cli.commands.settle", "A time was agreed: what was held for the rest goes."),
    "release": ("cli.commands.release", "Give held times back."),
    "connect": ("cli.commands.connect", "Connect the calendars of a server."),
    "sync": ("cli.commands.sync", "Bring connected calendars and their mirrors together, both ways."),
    "conflicts": ("cli.commands.conflicts", "Choose between versions that could not be merged."),
    "undo": ("cli.commands.undo", "Take back the last change that a command made to a calendar."),
    "watch": ("cli.commands.watch", "Look again and again, and say only what is new."),
    "completion": ("cli.commands.completion", "Make the Tab key of your shell know the commands."),
    "help": ("cli.commands.help", "Explain a command, a word (REF, vdir, packet, hold), or a rule (E1)."),
    "doctor": ("cli.commands.doctor", "Say what works and what does not."),
}

# How `interviews --help` orders them; a command that stands nowhere here comes at the end.
GROUPS: dict[str, tuple[str, ...]] = {
    "Look": ("scan", "week", "agenda", "report"),
    "Find times": ("propose", "plan", "apply", "availability"),
    "Decide and write": (
        *("decide", "reschedule", "withdraw", "pause", "accept", "apologise", "follow-up", "thank", "clarify"),
        *("update", "receive", "check"),
    ),
    "Send and remember": ("outbox", "send", "journal", "checklist"),
    "Keep calendars": ("hold", "settle", "release", "connect", "sync", "conflicts", "undo"),
    "Set up": ("init", "config", "watch", "doctor", "completion", "help"),
}


class LazyGroup(click.Group):
    """A group that imports the module of a command only when that command is called."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.MissingParameter as error:
            from cli.candidates import which

            raise which(error) from None
        except BrokenPipeError as error:
            raise ReaderGoneError from error  # Click would end with 1, which says that something was found.

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = import_module(entry[0]).command
        assert isinstance(command, click.Command)
        command.epilog = epilog(cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        placed = {name for names in GROUPS.values() for name in names}
        groups = {**GROUPS, "More": tuple(name for name in COMMANDS if name not in placed)}
        width = max(map(len, COMMANDS))
        for title, names in groups.items():
            rows = [(name.ljust(width), COMMANDS[name][1]) for name in names if name in COMMANDS]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names with their help, without importing every command for them."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(n, help=text) for n, (_, text) in COMMANDS.items() if n.startswith(incomplete)]
        return found or click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean '{near[0]}'?" if near else " `interviews --help` lists them."
            raise click.UsageError(f"There is no command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--now", metavar="TIME", help="Without a command: take this as the present.")
@click.version_option(__version__, prog_name="interviews", help="Show the version and exit.")
@click.pass_context
def interviews(ctx: click.Context, now: str | None) -> int:
    """Find what does not work out in an interview week, and clear it.

    Without a command: where you stand, and what to do next.
    """
    if ctx.invoked_subcommand is not None:
        if now is not None:
            raise click.UsageError(f"Write --now after the command: interviews {ctx.invoked_subcommand} … --now {now}")
        return 0
    from cli.home import show_home

    return show_home(now)


def main() -> None:
    """Run the command line; `cli.ending` says how it ends."""
    sys.exit(ended(_run))


def _run() -> object:
    """What the command returns; the sentences of click's errors are printed here."""
    try:
        return interviews.main(prog_name="interviews", standalone_mode=False)
    except click.exceptions.Abort:
        return stopped()
    except click.ClickException as error:
        error.show()
        return error.exit_code
