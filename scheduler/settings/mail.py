"""[mail]: the account that messages leave through; without a host they are handed over to the user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class MailSettings:
    """There is no field for the password: it comes from a command, the environment or the keyring."""

    host: Annotated[str, "the SMTP server; empty: messages are handed over to you"] = ""
    port: Annotated[int, "its port; 0: 587 with starttls, 465 with tls, 25 with plain"] = 0
    security: Annotated[str, "starttls, tls, or plain (only to this computer, as 127.0.0.1)"] = "starttls"
    user: Annotated[str, "the account's name at the server; empty: no login"] = ""
    password_command: Annotated[tuple[str, ...], 'a program that prints the password, as ["pass", "mail"]'] = ()
    password_env: Annotated[str, "the environment variable that holds the password"] = ""
    keyring: Annotated[str, "the keyring service under which the password is kept"] = ""
    ca_file: Annotated[str, "certificates to trust instead of the system's (PEM file)"] = ""
    timeout: Annotated[int, "seconds to wait for each answer of the server"] = 30
    patience: Annotated[int, "seconds that one message may take in all"] = 300
    max_size: Annotated[int, "bytes that a message may have"] = 5_000_000
    answer_days: Annotated[int, "days without an answer before you are reminded"] = 3
