"""[mail]: the account that messages leave through; without a host they are handed over to the user."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MailSettings:
    """There is no field for the password: it comes from a command, the environment or the keyring."""

    host: str = field(default="", metadata={"help": "the SMTP server; empty: messages are handed over to you"})
    port: int = field(default=0, metadata={"help": "its port; 0: 587 with starttls, 465 with tls, 25 with plain"})
    security: str = field(
        default="starttls", metadata={"help": "starttls, tls, or plain (only to this computer, as 127.0.0.1)"}
    )
    user: str = field(default="", metadata={"help": "the account's name at the server; empty: no login"})
    password_command: tuple[str, ...] = field(
        default=(), metadata={"help": 'a program that prints the password, as ["pass", "mail"]'}
    )
    password_env: str = field(default="", metadata={"help": "the environment variable that holds the password"})
    keyring: str = field(default="", metadata={"help": "the keyring service under which the password is kept"})
    ca_file: str = field(default="", metadata={"help": "certificates to trust instead of the system's (PEM file)"})
    timeout: int = field(default=30, metadata={"help": "seconds to wait for each answer of the server"})
    patience: int = field(default=300, metadata={"help": "seconds that one message may take in all"})
    max_size: int = field(default=5_000_000, metadata={"help": "bytes that a message may have"})
    answer_days: int = field(default=3, metadata={"help": "days without an answer before you are reminded"})
