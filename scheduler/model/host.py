"""Hosts by name or address."""

from __future__ import annotations

import ipaddress


def is_loopback(host: str) -> bool:
    """This very computer, where nobody on the way can read along."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
