"""libical's RFC 5546 tables through ctypes: what they say against a message."""

from __future__ import annotations

import ctypes
import ctypes.util
import functools


@functools.cache
def library() -> ctypes.CDLL | None:
    """libical 3, or None where it is not installed."""
    name = ctypes.util.find_library("ical") or "libical.so.3"
    try:
        found = ctypes.CDLL(name)
    except OSError:
        return None
    found.icalparser_parse_string.restype = ctypes.c_void_p
    found.icalparser_parse_string.argtypes = [ctypes.c_char_p]
    found.icalrestriction_check.restype = ctypes.c_int
    found.icalrestriction_check.argtypes = [ctypes.c_void_p]
    found.icalcomponent_as_ical_string.restype = ctypes.c_char_p
    found.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
    found.icalcomponent_count_errors.restype = ctypes.c_int
    found.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
    found.icalcomponent_free.argtypes = [ctypes.c_void_p]
    return found


def complaints(message: bytes) -> list[str]:
    """The X-LIC-ERROR lines after parsing and checking; empty when the message is right."""
    lib = library()
    assert lib is not None
    component = lib.icalparser_parse_string(message)
    if not component:
        return ["libical cannot parse it"]
    try:
        fine = lib.icalrestriction_check(component)
        text = lib.icalcomponent_as_ical_string(component).decode().replace("\r\n ", "")
        errors = [line for line in text.splitlines() if line.startswith("X-LIC-ERROR")]
        return errors or ([] if fine and not lib.icalcomponent_count_errors(component) else ["refused without a word"])
    finally:
        lib.icalcomponent_free(component)
