"""The mail account's password: from a program, the environment or the keyring, never from the settings."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

from scheduler.errors import DeliveryError, MissingPartError, SettingsError
from scheduler.settings.mail import MailSettings

_COMMAND_SECONDS = 60


def password(account: MailSettings, environ: Mapping[str, str]) -> str:
    """The password, "" for an account without login.

    Whatever goes wrong, neither the password nor the setting that should name its place gets into the error: a user may
    have written the password itself there.
    """
    if not account.user:
        return ""
    if account.password_command:
        return _from_command(account.password_command)
    if account.password_env:
        if not environ.get(account.password_env):
            raise DeliveryError("The environment variable that [mail] password_env names is not set.")
        return environ[account.password_env]
    if account.keyring:
        return _from_keyring(account.keyring, account.user)
    raise SettingsError("[mail] has a user but says not where the password is: set password_command or keyring.")


def _from_command(command: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, timeout=_COMMAND_SECONDS, check=False)
    except FileNotFoundError:
        raise SettingsError("The program in [mail] password_command was not found.") from None
    except (OSError, ValueError):
        raise SettingsError("The program in [mail] password_command could not be started.") from None
    except subprocess.TimeoutExpired:
        raise DeliveryError(f"The program in [mail] password_command took over {_COMMAND_SECONDS} seconds.") from None
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode or not lines or not lines[0]:
        raise DeliveryError(
            f"The program in [mail] password_command gave no password (status {done.returncode}); try it by hand."
        )
    return lines[0]


def _from_keyring(service: str, user: str) -> str:
    try:
        import keyring
        import keyring.errors
    except ImportError:
        raise MissingPartError(
            "Reading the keyring needs an extra: python -m pip install keyring (or set [mail] password_command)."
        ) from None
    try:
        found = keyring.get_password(service, user)
    except keyring.errors.KeyringError:
        raise DeliveryError("The keyring could not be opened; unlock it, or set [mail] password_command.") from None
    if not found:
        raise DeliveryError("The keyring has no password under the service and user that [mail] names.")
    return str(found)
