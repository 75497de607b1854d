"""One event as the recogniser sees it: its words, found phrases and links, each worked out when first asked for."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from scheduler.model.event import Event
from scheduler.recognise.lexicon import Hit, lexicon
from scheduler.recognise.people import Cast
from scheduler.recognise.text import (
    LONGEST_TITLE,
    OPENING,
    WEIGHED_BODY,
    fold,
    plain,
    without_addresses,
    words,
    written_by_people,
)

if TYPE_CHECKING:
    from scheduler.recognise.links import Link

_STEMS = (
    "interview", "entrevist", "entretien", "intervju", "colloqui", "sollicit", "gesprach", "bewerb", "candidat",
    "candidac", "applic", "applied", "applying", "recrui", "recrut", "reclut", "rekrut", "vacan", "vaga", "stelle",
    "puesto", "poste ", "embauche", "hiring", "position", "role", "deci", "entscheid", "an offer",
)  # fmt: skip


class View:
    """Texts are bounded here, so that whatever reads them cannot be made to work for long."""

    def __init__(self, event: Event, cast: Cast) -> None:
        self.event = event
        self.cast = cast
        self.title = event.summary[:LONGEST_TITLE]

    @cached_property
    def title_words(self) -> list[str]:
        return words(without_addresses(f"{self.title} | {self.booked}" if self.booked else self.title))

    @cached_property
    def title_hits(self) -> list[Hit]:
        return lexicon().find(self.title_words)

    @property
    def title_meanings(self) -> frozenset[str]:
        return frozenset(h.meaning for h in self.title_hits) if self.booked else meanings_of(self.title)

    @cached_property
    def booked(self) -> str:
        """The kind of meeting that somebody booked or was booked for; it belongs to the title."""
        if self.cast.organizer is None or self.cast.mine or self.cast.colleagues:
            return ""
        from scheduler.recognise.booking import booked_as

        return booked_as(self.body)

    @cached_property
    def body(self) -> str:
        return plain(self.event.description)

    @cached_property
    def body_words(self) -> list[str]:
        return words(without_addresses(written_by_people(self.body)[:WEIGHED_BODY]))

    @cached_property
    def body_hits(self) -> list[Hit]:
        return lexicon().find(self.body_words)

    @cached_property
    def grounds(self) -> frozenset[str]:
        """The kinds of ground to believe that somebody hires."""
        from scheduler.recognise.grounds import grounds

        return grounds(self)

    @property
    def booked_words(self) -> str:
        """For asking whether a phrase of the text is only that."""
        return " ".join(words(self.booked))

    @cached_property
    def location(self) -> str:
        return self.event.location[:LONGEST_TITLE].strip()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        from scheduler.recognise.links import links_of

        return links_of(self.event, self.body)


@lru_cache(maxsize=2048)
def meanings_of(title: str) -> frozenset[str]:
    """What the phrases of a title mean; titles repeat, in series and in people's habits."""
    return frozenset(h.meaning for h in lexicon().find(words(without_addresses(title))))


def opening_tells(event: Event) -> bool:
    """A word that belongs to hiring occurs in the beginning of the text: it is worth reading."""
    written = event.component.value("DESCRIPTION")
    if not written:
        return False
    # As it is written: escapes stand between words, and taking them out would cost more than looking.
    opening = fold(written[: OPENING + written.count("\\", 0, OPENING)])
    for stem in _STEMS:  # noqa: SIM110 - thousands of entries are asked this; a generator takes twice as long.
        if stem in opening:
            return True
    return False
