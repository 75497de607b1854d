"""Passwords from the keyring, a command or the environment; they never show in a text."""

from __future__ import annotations

import os
import shlex
import subprocess

from scheduler.errors import MissingPartError, SettingsError
from scheduler.settings.servers import ServerSetting

SERVICE = "interviews"
_MISSING = "is not installed"
_TRIAL = "trial of interviews doctor"


class Secret:
    """A password or token that does not print itself."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The text itself, for the one header that needs it."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"


def read_secret(server: ServerSetting) -> Secret:
    """The password of a server: from its command, its environment variable, or the keyring."""
    if server.password_command:
        return Secret(_from_command(server))
    if server.password_env:
        value = os.environ.get(server.password_env, "")
        if not value:
            raise SettingsError(f"The environment variable {server.password_env} (password of {server.name}) is empty.")
        return Secret(value)
    return Secret(_from_keyring(server))


def store_secret(server: ServerSetting, secret: Secret) -> None:
    """Keep a password in the keyring of this computer."""
    import keyring.errors

    try:
        keyring.set_password(SERVICE, _entry(server), secret.reveal())
    except keyring.errors.KeyringError:
        # The text of the keyring's own error is not repeated: what it holds is not known.
        raise MissingPartError(_no_keyring("did not take the password")) from None


def try_keyring() -> None:
    """Write a word into the keyring, read it and take it away; raises MissingPartError where that fails."""
    try:
        import keyring
        import keyring.errors
    except ImportError:
        raise MissingPartError(_no_keyring(_MISSING)) from None
    try:
        keyring.set_password(SERVICE, _TRIAL, _TRIAL)
        kept = keyring.get_password(SERVICE, _TRIAL)
        keyring.delete_password(SERVICE, _TRIAL)
    except keyring.errors.KeyringError:
        raise MissingPartError(_no_keyring("takes no password")) from None
    if kept != _TRIAL:
        raise MissingPartError(_no_keyring("does not keep what it is given"))


def _from_command(server: ServerSetting) -> str:
    try:
        words = shlex.split(server.password_command)
        done = subprocess.run(words, capture_output=True, timeout=60, check=False, stdin=subprocess.DEVNULL)
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise SettingsError(
            f"The password command of {server.name} could not be run ({type(error).__name__})."
        ) from None
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode != 0 or not lines or not lines[0]:
        raise SettingsError(
            f"The password command of {server.name} gave no password (exit status {done.returncode}); run it by hand."
        )
    return lines[0]


def _from_keyring(server: ServerSetting) -> str:
    try:
        import keyring
        import keyring.errors
    except ImportError:
        raise MissingPartError(_no_keyring(_MISSING)) from None
    try:
        value = keyring.get_password(SERVICE, _entry(server))
    except keyring.errors.KeyringError:
        raise MissingPartError(_no_keyring("cannot be opened")) from None
    if not value:
        raise SettingsError(
            f"The keyring holds no password for {server.name} ({server.user}). Run `interviews connect` again, or set"
            " password_command or password_env for this server."
        )
    return value


def _entry(server: ServerSetting) -> str:
    return f"{server.user}@{server.url}"


def _no_keyring(what: str) -> str:
    how = " (where this program is: `python -m pip install keyring`)" if what == _MISSING else ""
    return (
        f"The keyring {what}{how}. Without it, a command (password_command) or a variable (password_env) gives the"
        " password."
    )
