"""Random small weeks for the plan."""

from __future__ import annotations

from random import Random

from scheduler.proposals.plan.model import ORDER, Block, Candidate, Item, PlanProblem, Sequence, Terms

DAY = 24 * 60
PLACES = ("", "", "north", "south")


def week(rng: Random, people: tuple[str, ...] = ("",)) -> PlanProblem:
    """Two to four items that may move, up to four that may not, crowded into a few hours of three days."""
    movable = rng.randint(2, 4)
    items = [_item(rng, f"m{n}", people, movable) for n in range(movable)]
    items += [_item(rng, f"f{n}", people, 0) for n in range(rng.randint(0, 4))]
    rng.shuffle(items)
    order = list(ORDER)
    if rng.random() < 0.2:
        rng.shuffle(order)
    caps = ((people[0], rng.randint(1, 3)),) if rng.random() < 0.4 else ()
    terms = Terms(tuple(order), caps, rng.choice((0, 60)), rng.random() < 0.2, rng.random() < 0.3)
    return PlanProblem(tuple(items), terms, _sequences(rng, items))


def _sequences(rng: Random, items: list[Item]) -> tuple[Sequence, ...]:
    single = [i.key for i in items if i.candidates and i.offers == (1, 1)]
    if len(single) < 2 or rng.random() < 0.5:
        return ()
    return (Sequence(tuple(single[:3]), rng.choice((120, 180, 600)), rng.random() < 0.5),)


def _item(rng: Random, key: str, people: tuple[str, ...], movable: int) -> Item:
    kind = rng.choice(("interview", "interview", "own", "others"))
    many = kind == "interview" and rng.random() < 0.8
    day, length = rng.choice((0, 0, 1)), rng.choice((30, 60, 90))
    who = frozenset(rng.sample(people, rng.randint(1, min(2, len(people)))))
    start = day * DAY + 600 + rng.randrange(0, 210, 15)
    place = rng.choice(PLACES)
    unplaced = movable and not many and rng.random() < 0.2
    blocks = _blocks(rng, start, length, who, place)
    count = rng.randint(3, 7 if movable < 4 else 5) if movable else 0
    candidates = {}
    for _ in range(count):
        on = rng.randint(0, 2)
        swap = frozenset((rng.choice(people),)) if len(people) > 1 and rng.random() < 0.3 else None
        at = on * DAY + 600 + rng.randrange(0, 480, 15)
        candidates[at] = Candidate(at, rng.choice((0, 0, 5, 20)), on, swap)
    interview = kind == "interview"
    return Item(
        key=key,
        kind=kind,  # type: ignore[arg-type]
        blocks=() if unplaced else blocks,
        length=blocks[-1].end - blocks[0].start,
        people=who,
        place=place,
        before=rng.choice((0, 15, 15, 30)) if interview else 0,
        after=rng.choice((0, 15, 15)) if interview else 0,
        travel=rng.choice((0, 30)),
        buffer_now=rng.choice((None, None, 0, 15)) if interview else None,
        days=frozenset() if unplaced else frozenset((day,)),
        candidates=tuple(candidates.values()),
        offers=rng.choice(((2, 3), (2, 2), (2, 3))) if many else (1, 1),
        company=rng.choice(("acme", "globex", "")) if interview else "",
        rank=rng.choice((0, 0, 1, 2)) if interview else 0,
        soft=rng.random() < 0.15,
        short_notice=rng.random() < 0.2 and kind != "own",
        last_resort=kind == "others" and rng.random() < 0.4,
        outside=not movable and rng.random() < 0.3,
        disturbs=rng.randint(1, 5) if kind == "others" else 0,
        moved_before=rng.choice((0, 0, 1)) if interview else 0,
    )


def _blocks(rng: Random, start: int, length: int, who: frozenset[str], place: str) -> tuple[Block, ...]:
    if rng.random() < 0.8:
        return (Block(start, start + length, who, place),)
    second = start + length + rng.choice((0, 30))
    return (Block(start, start + length, who, place), Block(second, second + 30, who, place))
