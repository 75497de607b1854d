"""What the user asked to see, and as whom."""

from typing import NamedTuple
from zoneinfo import ZoneInfo

from scheduler.model.time import Period
from scheduler.settings.core import Settings


class View(NamedTuple):
    """What the user asked to see: the window (UTC), her zone, her settings, her addresses in lower case."""

    window: Period
    zone: ZoneInfo
    settings: Settings
    me: frozenset[str]

    @property
    def zone_name(self) -> str:
        return self.zone.key

    def addresses(self, owner: str) -> frozenset[str]:
        return frozenset({owner.lower()}) if owner else self.me
