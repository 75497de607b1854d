"""Choosing between two versions that could not be merged."""

from __future__ import annotations

from typing import Literal

from scheduler.errors import ConflictError
from scheduler.stores.contract import uid_of
from scheduler.stores.vdir import digest
from scheduler.sync.mirror import Mirror
from scheduler.sync.schema import Base, Conflicting


def keep(mirror: Mirror, conflict: Conflicting, side: Literal["here", "there"]) -> None:
    """Settle a conflict: the other version is given up on the next `interviews sync`.

    Raises `ConflictError` when the file is no longer the version that was shown. A version that changes on the server
    after this is merged again, not written over.
    """
    found = mirror.read(conflict.name)
    if found is None or found[0] != conflict.here:
        raise ConflictError(f"{conflict.name} was changed since the conflict was found; run `interviews sync` first.")
    stamp = ""
    if side == "there":
        mirror.overwrite(conflict.name, conflict.there, digest(conflict.here))
        stamp = mirror.stamp_of(conflict.name)
    base = Base(conflict.name, conflict.href, conflict.etag, uid_of(conflict.there) or "", stamp, conflict.there)
    with mirror.status.change():
        mirror.status.set_base(base)
