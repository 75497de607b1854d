"""Busy times of colleagues from the connected servers, for `propose --with`."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from scheduler.app.servers import login_of, servers_of
from scheduler.model.time import Period
from scheduler.settings.core import Settings
from scheduler.sync.dav import Dav
from scheduler.sync.freebusy import Asked, ask_outbox
from scheduler.sync.http import HttpConnection


def ask_servers(settings: Settings, addresses: Sequence[str], period: Period, now: datetime) -> list[Asked]:
    """Ask each server that offers it about those whom the ones before did not know; the unknown keep their reason."""
    answers = {a.lower(): Asked(a, None, "no connected server answers such questions") for a in addresses}
    for server in servers_of(settings):
        open_ = [a.address for a in answers.values() if a.data is None]
        me = next(iter((*server.me, *settings.me)), "")
        if not server.outbox or not me or not open_:
            continue
        connection = HttpConnection(server.outbox, login_of(server), plain_http=server.plain_http)
        dav = Dav(connection, connection.origin)
        try:
            found = ask_outbox(dav, server.outbox, me, open_, period, now, str(uuid.uuid4()))
        finally:
            dav.close()
        answers.update({a.address.lower(): a for a in found if a.address.lower() in answers})
    return list(answers.values())
