"""What to do with each pair, from the base, here and there; pure."""

from __future__ import annotations

from dataclasses import dataclass

# A store with fewer objects may well have been emptied by hand.
GUARDED = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """One object on both sides: versions are content hashes (here) and etags (there); None where it is not.

    `name` or `href` is "" for a side that never had it.
    """

    name: str
    href: str
    base_here: str | None
    base_there: str | None
    here: str | None
    there: str | None


@dataclass(frozen=True, slots=True)
class Download:
    """New there: write it here. `restores`: it was deleted here but changed there, and a change is worth more."""

    pair: Pair
    restores: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """New here: write it there. `restores`: it was deleted there but changed here."""

    pair: Pair
    restores: bool = False


@dataclass(frozen=True, slots=True)
class UpdateHere:
    """Changed there only."""

    pair: Pair


@dataclass(frozen=True, slots=True)
class UpdateThere:
    """Changed here only."""

    pair: Pair


@dataclass(frozen=True, slots=True)
class DeleteHere:
    """Deleted there, untouched here."""

    pair: Pair


@dataclass(frozen=True, slots=True)
class DeleteThere:
    """Deleted here, untouched there."""

    pair: Pair


@dataclass(frozen=True, slots=True)
class Merge:
    """Changed on both sides: to be merged against the base, or kept as a conflict."""

    pair: Pair


@dataclass(frozen=True, slots=True)
class Forget:
    """Gone on both sides."""

    pair: Pair


Action = Download | Upload | UpdateHere | UpdateThere | DeleteHere | DeleteThere | Merge | Forget


def plan(pair: Pair) -> Action | None:
    """The one thing to do for a pair; None when both sides are as the base."""
    known = pair.base_here is not None
    same_here, same_there = pair.here == pair.base_here, pair.there == pair.base_there
    if pair.here is None and pair.there is None:
        return Forget(pair) if known else None
    if pair.there is None:
        return DeleteHere(pair) if known and same_here else Upload(pair, restores=known)
    if pair.here is None:
        return DeleteThere(pair) if known and same_there else Download(pair, restores=known)
    if not known:
        return Merge(pair)
    if same_here and same_there:
        return None
    if same_here:
        return UpdateHere(pair)
    return UpdateThere(pair) if same_there else Merge(pair)


def emptied(base: int, here: int, there: int) -> str | None:
    """Which side ("here", "there") suddenly looks empty, though the other side and the base are not.

    An unmounted disk or a server's fault must not count as the wish to delete everything.
    """
    if base < GUARDED:
        return None
    if here == 0 and there > 0:
        return "here"
    return "there" if there == 0 and here > 0 else None


def side(action: Action) -> str:
    """Where an action writes: here, there, both or nowhere."""
    match action:
        case Download() | UpdateHere() | DeleteHere():
            return "here"
        case Upload() | UpdateThere() | DeleteThere():
            return "there"
        case Merge():
            return "both"
        case Forget():
            return "nowhere"
