"""The one family of exceptions; what is wrong in a user's data is a `Problem` value, never one of these."""

from __future__ import annotations


class SchedulerError(Exception):
    """A call cannot go on; the text says what the user can do, and never holds a secret."""

    exit_status = 2


class UsageError(SchedulerError):
    """The words of the call do not fit: unknown zone, empty window, REF that matches nothing."""


class SettingsError(SchedulerError):
    """The settings file cannot be used as it stands."""


class SourceError(SchedulerError):
    """A source could not be read at all."""

    exit_status = 3


class StoreError(SchedulerError):
    """A calendar could not be changed, or only in part."""

    exit_status = 3


class ConflictError(StoreError):
    """Somebody else changed the thing since it was read; nothing was written."""


class MissingPartError(SchedulerError):
    """An optional part (an extra, a program) is not installed; the text names it and how to get it."""


class DeliveryError(SchedulerError):
    """A message did not leave, or it is not known whether it did."""

    exit_status = 3
