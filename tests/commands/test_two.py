"""Two things at once: as one after the other, whatever becomes of the other process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from scheduler.app import two
from scheduler.errors import UsageError

HERE = os.getpid()


@pytest.fixture(autouse=True)
def with_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(two, "_has_room", lambda: hasattr(os, "fork"))


def test_the_second_is_done_in_another_process() -> None:
    mine, other = two.both_at_once(os.getpid, os.getpid)
    assert mine == HERE
    assert other != HERE or not hasattr(os, "fork")


def test_a_large_answer_comes_whole() -> None:
    assert two.both_at_once(list, lambda: list(range(300_000))) == ([], list(range(300_000)))


def test_a_process_that_dies_costs_nothing_but_time() -> None:
    def second() -> str:
        if os.getpid() != HERE:
            os.kill(os.getpid(), 9)
        return "done here"

    assert two.both_at_once(lambda: "first", second) == ("first", "done here")


def test_an_answer_that_cannot_travel_is_worked_out_here() -> None:
    first, second = two.both_at_once(lambda: None, lambda: lambda: 5)
    assert first is None
    assert second is not None
    assert second() == 5


@pytest.mark.parametrize("wrong", [0, 1])
def test_an_error_is_raised_here_and_leaves_no_process(wrong: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise UsageError("wrong")

    started: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: started.append(fork()) or started[0])
    work = [lambda: None, lambda: None]
    work[wrong] = fail
    with pytest.raises(UsageError):
        two.both_at_once(*work)
    with pytest.raises(ChildProcessError):
        os.waitpid(started[0], os.WNOHANG)


def test_without_a_process_to_spare_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused, raising=False)
    assert two.both_at_once(os.getpid, os.getpid) == (HERE, HERE)


def test_what_waits_to_be_printed_is_printed_once() -> None:
    script = (
        "import sys; from scheduler.app import two; two._has_room = lambda: True; "
        "sys.stdout.write('once'); two.both_at_once(lambda: None, lambda: None)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "once"


@pytest.mark.skipif(not hasattr(signal, "SIGCHLD"), reason="no child processes to be told of")
def test_a_caller_that_ignores_the_end_of_children_costs_no_answer() -> None:
    script = (
        "import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN); from scheduler.app import two; "
        "two._has_room = lambda: True; print(two.both_at_once(lambda: 1, lambda: 2))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "(1, 2)\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_an_interrupt_while_modules_are_loaded_ends_the_other_process_alone() -> None:
    script = (
        "import sys; from scheduler.app import two; two._has_room = lambda: True; here = two.os.getpid()\n"
        "class Loading:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if two.os.getpid() != here: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Loading())\n"
        "try: print(two.both_at_once(lambda: 1, lambda: 2))\n"
        "except KeyboardInterrupt: print('stopped')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "(1, 2)\n"


def test_an_error_here_does_not_wait_for_the_other_process() -> None:
    begun = time.monotonic()
    with pytest.raises(ZeroDivisionError):
        two.both_at_once(lambda: 1 / 0, lambda: time.sleep(30) or 0.0)
    assert time.monotonic() - begun < 10
