"""Times the plan for full calendars: `python -m benchmarks.plan [seeds]`.

30 interviews and 60 other events over three weeks, as whole processes of `interviews plan --json` on a calendar file
(a proven optimum is wanted), then 200 interviews with 40 interviewers over two weeks (a plan that fits, and its gap;
the solver's time without the import). All times at random, so that about a third of all entries collide: a hard case.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import monotonic

from scheduler.proposals.plan.model import Block, Candidate, Item, PlanProblem, PlanSolution, Terms
from scheduler.proposals.plan.search import solve

DAY = 24 * 60
COMPANIES = [f"company {n}" for n in range(20)]


def working_days(weeks: int) -> list[int]:
    return [d for d in range(7 * weeks) if d % 7 < 5]


def grid(days: list[int], first: int, last: int, step: int, length: int) -> tuple[Candidate, ...]:
    """Starts on every `step` minutes; lunch time costs, whole hours are best."""
    found = []
    for day in days:
        for at in range(first, last - length + 1, step):
            cost = 60 * (at < 13 * 60 and at + length > 12 * 60) + (at % 60 > 0) + 3 * (at % 30 > 0)
            found.append(Candidate(day * DAY + at, cost, day))
    return tuple(found)


def full_calendar(interviews: int, others: int, weeks: int, seed: int = 1) -> PlanProblem:
    """A candidate's weeks: every interview may move, half of the other entries are her own, a third of others'."""
    rng = Random(seed)
    days = working_days(weeks)
    items = [_interview(rng, n, days, frozenset(("",))) for n in range(interviews)]
    for n in range(others):
        day, length = rng.choice(days), rng.choice((30, 60, 60, 120))
        start = day * DAY + 8 * 60 + rng.randrange(0, 660, 30)
        kind = rng.choices(("own", "others"), (2, 1))[0]
        may = rng.random() < 0.7
        near = [d for d in days if abs(d - day) <= 3]
        items.append(
            Item(
                key=f"event {n:03}",
                kind=kind,  # type: ignore[arg-type]
                blocks=(Block(start, start + length),),
                length=length,
                days=frozenset((day,)),
                candidates=grid(near, 8 * 60, 20 * 60, 15 if kind == "own" else 30, length) if may else (),
                disturbs=0 if kind == "own" else rng.randint(1, 6),
                last_resort=kind == "others" and rng.random() < 0.3,
            )
        )
    return PlanProblem(tuple(items), Terms(caps=(("", 4),)))


def _interview(rng: Random, n: int, days: list[int], people: frozenset[str]) -> Item:
    day, length = rng.choice(days), rng.choice((30, 45, 60, 60, 90))
    start = day * DAY + 9 * 60 + rng.randrange(0, 9 * 60 - length, 15)
    place = rng.choice(("", "", "", "north", "south"))
    return Item(
        key=f"interview {n:03}",
        kind="interview",
        blocks=(Block(start, start + length, people, place),),
        length=length,
        people=people,
        place=place,
        before=15,
        after=15,
        travel=30,
        days=frozenset((day,)),
        candidates=grid([d for d in days if d > 1], 9 * 60, 18 * 60, 30, length),
        offers=(2, 3),
        company=rng.choice(COMPANIES),
        rank=rng.choice((0, 0, 0, 1, 2, 3)),
        short_notice=day < 1,
    )


def panels(interviews: int, interviewers: int, weeks: int, placed: float = 0.7, seed: int = 1) -> PlanProblem:
    """A coordinator's weeks: interviews with one to three interviewers, some of them without a time yet."""
    rng = Random(seed)
    days = working_days(weeks)
    staff = [f"p{n:02}@example.com" for n in range(interviewers)]
    items = []
    for n in range(interviews):
        people = frozenset((*rng.sample(staff, rng.choice((1, 1, 2, 3))), f"candidate {n // 2}"))
        item = _interview(rng, n, days, people)
        if rng.random() >= placed:
            item = Item(
                key=item.key, kind="interview", length=item.length, people=people, before=15, after=15,
                candidates=item.candidates, company=item.company,
            )  # fmt: skip
        items.append(item)
    return PlanProblem(tuple(items), Terms(caps=tuple((p, 4) for p in staff)))


MONDAY = datetime(2027, 3, 1, tzinfo=UTC)


def calendar_text(problem: PlanProblem, seed: int) -> str:
    """The same weeks as a calendar: interviews as their companies invite to them, own entries, others' meetings."""
    rng = Random(seed)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//interviews//benchmark plan//EN"]
    for item in problem.items:
        start, end = (MONDAY + timedelta(minutes=m) for m in (item.blocks[0].start, item.blocks[0].end))
        lines += [
            "BEGIN:VEVENT", f"UID:{item.key.replace(' ', '-')}@plan.example", "DTSTAMP:20270201T000000Z",
            f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}",
        ]  # fmt: skip
        if item.kind == "interview":
            number = item.company.rpartition(" ")[2]
            place = f"{item.place} street 1" if item.place else "https://meet.example/room"
            lines += [
                f"SUMMARY:Interview with Company{number} for Data Engineer", f"LOCATION:{place}",
                f"ORGANIZER;CN=Kim:mailto:kim@company{number}.example",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@mail.example",
            ]  # fmt: skip
        elif item.kind == "others":
            people = rng.sample(range(99), max(1, item.disturbs))
            lines += [
                "SUMMARY:Budget review",
                "ORGANIZER:mailto:boss@atelier.example",
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@atelier.example",
            ]
            lines += [f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:p{n}@atelier.example" for n in people]
        else:
            lines.append("SUMMARY:Own entry")
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def whole_process(seed: int, folder: Path) -> None:
    """One run of the command line, timed from outside."""
    path = folder / f"weeks{seed}.ics"
    path.write_text(calendar_text(full_calendar(30, 60, 3, seed), seed), "utf-8")
    call = [
        sys.executable,
        "-m",
        "cli",
        "plan",
        str(path),
        "--from",
        "2027-03-01",
        "--days",
        "21",
        "--zone",
        "Europe/Lisbon",
    ]
    call += ["--now", "2027-02-26T12:00", "--me", "me@mail.example,me@atelier.example", "--json", "--seconds", "60"]
    env = {**os.environ, "INTERVIEWS_CONFIG": str(folder / "settings.toml"), "XDG_CACHE_HOME": str(folder)}
    Path(env["INTERVIEWS_CONFIG"]).touch()
    times, answer = [], ""
    for _ in range(3):
        began = monotonic()
        answer = subprocess.run(call, capture_output=True, text=True, env=env, check=False).stdout
        times.append(monotonic() - began)
    plan = json.loads(answer)
    cost = " ".join(f"{c['level']}={c['value']}" for c in plan["costs"] if c["value"])
    state = "proven optimal" if plan["proven"] else "NOT proven"
    print(
        f"30 + 60, three weeks, seed {seed}: {state} in {median(times):.2f} s; {len(plan['moves'])} move; {cost}",
        flush=True,
    )


def tell(name: str, solution: PlanSolution, seconds: float) -> None:
    state = "optimal" if solution.optimal else "feasible"
    gaps = [f"{c.level} {c.value} (at least {c.bound})" for c in solution.costs if not c.proven][:1]
    cost = " ".join(f"{c.level}={c.value}" for c in solution.costs if c.value)
    print(
        f"{name}: {state} in {seconds:.2f} s; {len(solution.decisions)} moved or placed; {cost}; {' '.join(gaps)}",
        flush=True,
    )


def main() -> None:
    seeds = range(1, 1 + (int(sys.argv[1]) if len(sys.argv) > 1 else 3))
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            whole_process(seed, Path(folder))
    for seed in seeds:
        for seconds in (2, 30):
            began = monotonic()
            solution = solve(panels(200, 40, 2, seed=seed), monotonic, seconds)
            tell(f"200 with 40, two weeks, seed {seed}, --seconds {seconds}", solution, monotonic() - began)
            if solution.optimal:
                break


if __name__ == "__main__":
    main()
