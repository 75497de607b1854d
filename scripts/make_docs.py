"""Write the documents that are made from the code: docs/commands/, docs/words.md, docs/settings.md, docs/interviews.1.

`python scripts/make_docs.py` writes them, `--check` only says which are no longer true (exit status 1).
"""

# ruff: noqa: T201 (it is a program of its own)
from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cli.examples import EXAMPLES, ON_A_SERVER  # noqa: E402
from cli.main import COMMANDS, GROUPS, interviews  # noqa: E402
from cli.words import WORDS  # noqa: E402
from scheduler.settings.core import Settings  # noqa: E402
from scheduler.settings.every import every_setting  # noqa: E402

DOCS = ROOT / "docs"
MADE = "<!-- Made by scripts/make_docs.py from the code; change it there. -->\n"
STATUS = (
    ("0", "nothing found, or done"),
    ("1", "findings, or something to decide"),
    ("2", "wrong usage, or settings that cannot be used"),
    ("3", "something could not be read or done; what could is reported all the same"),
)
VARIABLES = (
    ("INTERVIEWS_CONFIG", "the settings file, instead of the one in the platform's folder (`interviews config path`)"),
    ("INTERVIEWS_DATA", "the folder of outbox, journal, plans and mirrors, instead of the platform's"),
    ("TZ", "your time zone, where the settings name none"),
    ("NO_COLOR", "no colours"),
    ("COLUMNS", "the width of tables, where no terminal says it"),
)


def documents() -> dict[Path, str]:
    """Every made document and its text."""
    made = {DOCS / "commands" / f"{name}.md": _page(name, command) for name, command in _commands()}
    made[DOCS / "commands" / "README.md"] = _index()
    made[DOCS / "words.md"] = _words()
    made[DOCS / "settings.md"] = _settings()
    made[DOCS / "interviews.1"] = _manual()
    return made


def _commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(interviews, info_name="interviews")
    for names in GROUPS.values():
        for name in names:
            command = interviews.get_command(context, name)
            if command is not None:
                yield name, command


def _inner(command: click.Command) -> list[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        return []
    context = click.Context(command)
    return [(n, c) for n in command.list_commands(context) if (c := command.get_command(context, n)) is not None]


def _usage(path: str, command: click.Command) -> str:
    return " ".join([f"interviews {path}", *command.collect_usage_pieces(click.Context(command))])


def _paragraphs(command: click.Command) -> Iterator[tuple[str, bool]]:
    """The paragraphs of a help text, and whether their lines stand as they are."""
    for block in cleandoc(command.help or "").split("\n\n"):
        as_is = block.startswith("\b")
        yield (block.removeprefix("\b").strip("\n") if as_is else " ".join(block.split())), as_is


def _options(command: click.Command) -> Iterator[tuple[str, str]]:
    """Arguments with their words explained, then options with their help."""
    context = click.Context(command)
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Argument):
            metavar = parameter.make_metavar(context)
            words = [WORDS[w] for w in re.findall("[A-Z]{2,}", metavar) if w in WORDS]
            if words:
                yield metavar, " ".join(words)
        elif record is not None:
            yield record


# Markdown.


def _page(name: str, command: click.Command) -> str:
    lines = [MADE, f"# interviews {name}", "", *_section(name, command)]
    for inner_name, inner in _inner(command):
        lines += ["", f"## interviews {name} {inner_name}", "", *_section(f"{name} {inner_name}", inner)]
    if name in EXAMPLES:
        lines += ["", "## Example", "", "On the sample calendars (see [samples](../words.md)):", "", "```sh"]
        lines += [*EXAMPLES[name], "```"]
    else:
        lines += ["", "## Example", "", "`make demo-caldav` shows it on a server of its own.", "", "```sh"]
        lines += [*ON_A_SERVER[name], "```"]
    return "\n".join(lines) + "\n"


def _section(path: str, command: click.Command) -> list[str]:
    lines = ["```", _usage(path, command), "```"]
    for text, as_is in _paragraphs(command):
        lines += ["", "```", text, "```"] if as_is else ["", _safe(text)]
    lines += ["", "| option | meaning |", "|---|---|"]
    return lines + [f"| {_code(option)} | {_safe(meaning)} |" for option, meaning in _options(command)]


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


def _safe(text: str) -> str:
    """Text for a table or a paragraph: angle brackets are no HTML, bars no columns."""
    return text.replace("<", "&lt;").replace("|", "\\|")


def _index() -> str:
    lines = [
        MADE,
        "# Commands",
        "",
        "`interviews` alone shows where you stand. Words in CAPITALS: [words](../words.md).",
    ]
    for title, names in GROUPS.items():
        lines += ["", f"## {title}", ""]
        lines += [f"- [{n}]({n}.md): {_safe(COMMANDS[n][1])}" for n in names if n in COMMANDS]
    lines += ["", "## Exit status", "", *(f"- {code}: {meaning}" for code, meaning in STATUS)]
    lines += ["", "## Environment", "", *(f"- `{name}`: {meaning}" for name, meaning in VARIABLES)]
    return "\n".join(lines) + "\n"


def _words() -> str:
    lines = [MADE, "# Words", "", "`interviews help WORD` prints the same.", ""]
    lines += [f"- **{word}**: {_safe(text)}" for word, text in WORDS.items()]
    return "\n".join(lines) + "\n"


def _settings() -> str:
    lines = [MADE, "# Settings", ""]
    lines += ["One TOML file; every line is optional. `interviews init` asks for the most important ones,", ""]
    lines += ["`interviews config` shows yours. Secrets never stand in it."]
    for section in every_setting(Settings(), ""):
        title = f"`{section.header}`: {section.help}" if section.header else f"Above all tables: {section.help}"
        lines += ["", f"## {title}", "", "| setting | default | meaning |", "|---|---|---|"]
        lines += [f"| `{s.name}` | {_code(s.value)} | {_safe(s.help)} |" for s in section.settings]
    return "\n".join(lines) + "\n"


# The manual page (man 7 groff_man).


def _manual() -> str:
    lines = ['.TH INTERVIEWS 1 "" interviews "User Commands"', ".SH NAME"]
    lines += [f"interviews \\- {_roff('find what does not work out in an interview week, and clear it')}"]
    lines += [".SH SYNOPSIS", ".B interviews", _roff("[COMMAND] [OPTIONS] [ARGS]..."), ".SH DESCRIPTION"]
    for text, _ in _paragraphs(interviews):
        lines += [".PP", _roff(text)]
    lines += [".PP", _roff("interviews help COMMAND shows one command, interviews help WORD explains a word.")]
    for title, names in GROUPS.items():
        lines.append(f".SH {_roff(title.upper())}")
        for name, command in _commands():
            if name in names:
                lines += _manual_command(name, command)
    lines.append(".SH WORDS")
    for word, text in WORDS.items():
        lines += [".TP", f".B {_roff(word)}", _roff(text)]
    lines.append(".SH EXIT STATUS")
    for code, meaning in STATUS:
        lines += [".TP", f".B {code}", _roff(meaning)]
    lines.append(".SH ENVIRONMENT")
    for name, meaning in VARIABLES:
        lines += [".TP", f".B {_roff(name)}", _roff(meaning)]
    return "\n".join(lines) + "\n"


def _manual_command(path: str, command: click.Command) -> list[str]:
    lines = [f".SS {_roff(_usage(path, command))}"]
    for text, as_is in _paragraphs(command):
        lines += [".PP", ".nf", *map(_roff, text.split("\n")), ".fi"] if as_is else [".PP", _roff(text)]
    for option, meaning in _options(command):
        if "--help" not in option:
            lines += [".TP", f".B {_roff(option)}", _roff(meaning)]
    for name, inner in _inner(command):
        lines += _manual_command(f"{path} {name}", inner)
    for example in EXAMPLES.get(path, ()):
        lines += [".PP", ".nf", _roff(f"  $ {example}"), ".fi"]
    return lines


def _roff(text: str) -> str:
    """Text as roff takes it: nothing in it is a request or an escape."""
    plain = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("…", "...").replace("·", "\\(bu")
    )
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def main() -> int:
    check = "--check" in sys.argv[1:]
    made = documents()
    stale = [p for p, text in made.items() if not p.exists() or p.read_text("utf-8") != text]
    left = [p for p in (DOCS / "commands").glob("*.md") if p not in made]
    for path in [*stale, *left]:
        print(f"{'no longer true' if check else 'written' if path in made else 'removed'}: {path.relative_to(ROOT)}")
        if not check and path in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[path], "utf-8")
        elif not check:
            path.unlink()
    return 1 if check and (stale or left) else 0


if __name__ == "__main__":
    sys.exit(main())
