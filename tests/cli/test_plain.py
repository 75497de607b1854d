"""What is understood without click means what click would have made of it."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.commands import agenda, scan
from cli.main import main
from cli.plain import plain_call, plain_options
from tests.oracle.cli import ROOT, START, interviews

COMMANDS = {"agenda": agenda.command, "scan": scan.command}
CALENDAR = str(ROOT / "sample_calendars/candidate_week.ics")
WEEK = (CALENDAR, "--now", "2027-03-05T09:00", "--zone", "Europe/Lisbon")
# Every option, whole, cut short and with its value in one word; values that are fine, odd, and look like options.
OPTIONS = sorted({name for command in COMMANDS.values() for param in command.params for name in param.opts})
VALUES = st.sampled_from(("a.ics", "7", "-7", "+7", " 7", "٧", "²", "007", "json", "", "-", "--", "-h", "-x", "--x"))
OPTION = st.sampled_from(OPTIONS)
WORDS = st.lists(
    st.one_of(
        st.tuples(OPTION, VALUES),
        st.tuples(st.one_of(OPTION, OPTION.map(lambda name: name[:-1]), OPTION.map(lambda name: f"{name}=7"), VALUES)),
        st.tuples(st.text(max_size=4)),
    ),
    max_size=6,
).map(lambda pieces: [word for piece in pieces for word in piece])
# The values that click gives to what was not asked for.
DEFAULTS = (None, (), False)


def by_click(command: click.Command, words: list[str]) -> dict[str, object]:
    with command.make_context("scan", words, help_option_names=["-h", "--help"]) as context:
        return asked(context.params)


def asked(options: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in options.items() if value not in DEFAULTS}


@pytest.mark.parametrize("name", COMMANDS)
@given(words=WORDS)
def test_what_is_understood_means_what_click_makes_of_it(name: str, words: list[str]) -> None:
    plain = plain_options(words)
    if plain is not None:
        assert asked(plain) == by_click(COMMANDS[name], words)


@pytest.mark.parametrize(
    "words",
    [
        ("a.ics", "b.ics", "--json", "--from", "monday", "--to", "2027-03-15", "--zone", "UTC", "--now", "2027-02-26"),
        ("--days", "7", "--me", "ana@mail.example", "--me", "ana@work.example", "--fresh", "--no-index", "--why"),
    ],
)
def test_ordinary_calls_are_understood(words: tuple[str, ...]) -> None:
    plain = plain_options(words)
    assert plain is not None
    assert asked(plain) == by_click(scan.command, [*words])


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("week",),
        ("--now", "monday"),
        ("scan", "--help"),
        ("scan", "--days", "²"),
        ("scan", "--days", "9" * 5000),
        ("scan", "--from"),
        ("scan", "-"),
    ],
)
def test_what_is_not_plain_is_left_to_click(words: tuple[str, ...]) -> None:
    assert plain_call(words) is None


def test_names_of_files_are_expanded_by_click_where_no_shell_does_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.plain._EXPANDED", frozenset("*?[~$%"))
    assert plain_call(("scan", "*.ics")) is None
    assert plain_call(("scan", "a.ics")) is not None


@pytest.mark.parametrize("more", [(), ("--json",), ("--why",)], ids=["table", "json", "why"])
@pytest.mark.parametrize("name", COMMANDS)
def test_both_ways_print_the_same(
    name: str, more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    words = (name, *WEEK, *more)
    call = plain_call(words)
    assert call is not None
    status = call()
    sys.stdout.flush()
    plain = capfdbinary.readouterr()
    monkeypatch.setattr("sys.argv", ["interviews", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert (status, plain) == (ended.value.code, capfdbinary.readouterr())
    assert plain.out


def test_an_error_is_one_sentence_and_its_status() -> None:
    done = interviews("scan", "no-such-calendar.ics", "--zone", "Nowhere/Land")
    assert done.status == 2
    assert done.err.startswith("interviews: ")
    assert done.err.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise there")
@pytest.mark.parametrize("way", [("--zone", "UTC"), ("--zone=UTC",)], ids=["plain", "click"])
def test_a_reader_that_goes_away_is_no_finding(way: tuple[str, ...]) -> None:
    source, sink = os.pipe()
    os.close(source)
    words = ("agenda", CALENDAR, "--now", "2027-03-05T09:00", "--json", *way)
    with os.fdopen(sink, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-c", START, *words], stdout=closed, stderr=subprocess.PIPE, timeout=20, check=False
        )
    assert (done.returncode, done.stderr) == (141, b"")
