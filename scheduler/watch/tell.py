"""Ways to tell the user: the platform's notification, a program of hers, a mail to herself."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import NamedTuple

from scheduler.errors import DeliveryError, MissingPartError, SchedulerError, SettingsError
from scheduler.outbox.secret import password
from scheduler.outbox.smtp import NotTaken, transmit
from scheduler.outbox.wire import Letter
from scheduler.settings.mail import MailSettings
from scheduler.settings.watch import WatchSettings
from scheduler.watch.news import News

WAYS = ("desktop", "command", "mail")
_SECONDS = 60
_MOST = 6
_OSASCRIPT = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)


class Message(NamedTuple):
    """One look's news as one message: plain text, no control characters."""

    title: str
    text: str


class Means(NamedTuple):
    """What telling needs besides the words."""

    own: WatchSettings
    account: MailSettings
    me: tuple[str, ...]
    environ: Mapping[str, str]


def message_of(news: Sequence[News]) -> Message:
    """The news in one message; titles of calendars cannot act in it."""
    title = news[0].title if len(news) == 1 else f"{len(news)} things are new"
    lines = [n.text if len(news) == 1 else f"{n.title}: {n.text}" for n in news]
    return Message(plain(title), "\n".join(plain(line) for line in lines))


def plain(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def tell(ways: Sequence[str], message: Message, means: Means, now: datetime) -> list[SchedulerError]:
    """Try every way; what failed. The message counts as told when one of them worked."""
    failed: list[SchedulerError] = []
    for way in ways:
        try:
            match way:
                case "desktop":
                    _desktop(message)
                case "command":
                    _command(message, means.own.command)
                case "mail":
                    _mail(message, means, now)
                case _:
                    raise SettingsError(f"[watch] notify: '{way}' is no way to tell you; write {', '.join(WAYS)}.")
        except SchedulerError as error:
            failed.append(error)
    return failed


def _desktop(message: Message) -> None:
    """The platform's own program; words of calendars are arguments, never part of a script or of markup."""
    lines = message.text.split("\n")
    text = "\n".join([*lines[:_MOST], *([f"… and {len(lines) - _MOST} more"] if len(lines) > _MOST else [])])
    if notify := shutil.which("notify-send"):
        words = [notify, "--app-name=interviews", "--", message.title, html.escape(text, quote=False)]
    elif script := shutil.which("osascript"):
        words = [script, *(w for line in _OSASCRIPT for w in ("-e", line)), message.title, text]
    else:
        raise MissingPartError(
            "There is no program for desktop notifications: install notify-send (Debian: libnotify-bin), "
            'or set [watch] notify to ["command"] or ["mail"].'
        )
    _run(words, "", "The desktop notification")


def _command(message: Message, command: tuple[str, ...]) -> None:
    if not command:
        raise SettingsError('[watch] notify has "command", but no command is set; write command = ["program", "…"].')
    _run([*command, message.title], message.text + "\n", "The program in [watch] command")


def _run(words: Sequence[str], text: str, what: str) -> None:
    try:
        done = subprocess.run(words, input=text.encode(), stdout=subprocess.DEVNULL, timeout=_SECONDS, check=False)
    except OSError as error:
        raise SettingsError(f"{what} could not be started: {error.strerror}.") from None
    except subprocess.TimeoutExpired:
        raise DeliveryError(f"{what} took over {_SECONDS} seconds.") from None
    if done.returncode:
        raise DeliveryError(f"{what} failed with status {done.returncode}.")


def _mail(message: Message, means: Means, now: datetime) -> None:
    """A mail from the user to herself, over the account of [mail]."""
    sender = means.me[0] if means.me else ""
    to = means.own.to or sender
    if not sender or not means.account.host:
        raise SettingsError('[watch] notify has "mail": that needs `me` and an account in [mail].')
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, to, f"interviews: {message.title}"
    mail["Date"], mail["Message-ID"] = format_datetime(now), make_msgid(domain="interviews.invalid")
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.text + "\n")
    secret = password(means.account, means.environ)
    outcome = transmit(Letter(sender, (to,), mail.as_bytes()), means.account, secret, lambda: None)
    if isinstance(outcome, NotTaken):
        raise DeliveryError(outcome.why)
