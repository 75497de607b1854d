"""`interviews plan` from calendar to table; `python -m tests.proposals.plan.test_command` writes the stories anew."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scheduler.model.marks import request_key
from tests.proposals.stories import ROOT, run, told

STORIES = Path(__file__).with_name("stories")
ANA = "INTERVIEWS_CONFIG=sample_calendars/settings.toml interviews plan --now 2027-03-05T09:00"
ME = "INTERVIEWS_CONFIG={settings} interviews plan {calendar} --now 2027-03-05T09:00 --zone Europe/Lisbon --json"


@pytest.mark.parametrize("story", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_story(story: Path) -> None:
    assert "\n".join(told(story)) == story.read_text("utf-8")


@pytest.mark.parametrize("words", ["", "--what-if 'cancel Lumen Health'", "--all", "--days 2"])
def test_json_keeps_its_schema(words: str) -> None:
    schema = json.loads((ROOT / "docs/schema/plan.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    status, out, _ = run(f"{ANA} --json {words}")
    assert status == 0
    Draft202012Validator(schema).validate(json.loads(out))


def event(uid: str, start: str, end: str, title: str, *lines: str) -> str:
    times = f"DTSTAMP:20270101T000000Z\nDTSTART:202703{start}00Z\nDTEND:202703{end}00Z\n"
    return f"BEGIN:VEVENT\nUID:{uid}\n{times}SUMMARY:{title}\n" + "".join(f"{x}\n" for x in lines) + "END:VEVENT\n"


def answer(folder: Path, events: list[str], words: str = "", settings: str = "", status: int = 0) -> dict[str, object]:
    calendar, toml = folder / "me.ics", folder / "settings.toml"
    calendar.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + "".join(events) + "END:VCALENDAR\n", "utf-8")
    toml.write_text('me = ["me@mail.example"]\n[proposals]\nholidays = false\n' + settings, "utf-8")
    found, out, err = run(f"INTERVIEWS_DATA={folder}/data " + ME.format(settings=toml, calendar=calendar) + " " + words)
    assert found == status, err
    return json.loads(out)  # type: ignore[no-any-return]


def moves(plan: dict[str, object]) -> dict[str, tuple[str, list[str]]]:
    return {m["title"]: (m["action"], [s["start"][5:16] for s in m["after"]]) for m in plan["moves"]}  # type: ignore[attr-defined]


ACME = event("a", "09T1000", "09T1100", "Interview with Acme", "ORGANIZER:mailto:kim@acme.example")
GLOBEX = event("g", "09T1030", "09T1130", "Interview with Globex", "ORGANIZER:mailto:lee@globex.example")
GYM = event("gym", "09T1045", "09T1145", "Gym")


def test_own_entries_move_and_interviews_stay(tmp_path: Path) -> None:
    plan = answer(tmp_path, [ACME, GYM])
    assert moves(plan) == {"Gym": ("move", ["03-09T11:30"])}


def test_a_locked_entry_makes_the_interview_move_with_alternatives_on_different_days(tmp_path: Path) -> None:
    plan = answer(tmp_path, [ACME, GYM], settings='[[rules]]\ntitle = "gym"\nflexible = "no"\n')
    action, times = moves(plan)["Interview with Acme"]
    assert action == "offer"
    assert len({t[:5] for t in times}) == 3
    assert "'Gym'" in plan["moves"][0]["reasons"][0]  # type: ignore[index]
    assert "you locked it" in plan["moves"][0]["reasons"][1]  # type: ignore[index]


def test_a_flight_stays_unless_the_user_frees_it(tmp_path: Path) -> None:
    flight = event("f", "09T1045", "09T1145", "Flight to Lisbon (TP 535)")
    plan = answer(tmp_path, [ACME, flight])
    assert [(t, a) for t, (a, _) in moves(plan).items()] == [("Interview with Acme", "offer")]
    assert any("cannot move: a flight does not move" in r for r in plan["moves"][0]["reasons"])  # type: ignore[index]
    freed = answer(tmp_path, [ACME, flight], settings='[[rules]]\ntitle = "flight"\nflexible = "yes"\n')
    assert [(t, a) for t, (a, _) in moves(freed).items()] == [("Flight to Lisbon (TP 535)", "move")]


def test_what_somebody_else_alone_has_never_moves(tmp_path: Path) -> None:
    events = "".join([ACME, event("s", "09T1045", "09T1145", "School")])
    (tmp_path / "ana.ics").write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{events}END:VCALENDAR\n", "utf-8")
    for rule in ("", '[[rules]]\ntitle = "school"\nflexible = "yes"\n'):
        plan = answer(tmp_path, [], f"ana@x.example={tmp_path}/ana.ics", rule)
        assert "School" not in moves(plan)
        assert "it is ana's own entry" in json.dumps(plan)


def test_says_where_scan_names_the_other_side(tmp_path: Path) -> None:
    """Scan judges one collision, the plan the week: one long interview moves, so that two can stay."""
    long = event("l", "09T1000", "09T1200", "Interview with Longform", "ORGANIZER:mailto:lee@longform.example")
    early = event("e", "09T1000", "09T1030", "Interview with Early", "ORGANIZER:mailto:kim@early.example")
    late = event("t", "09T1130", "09T1200", "Interview with Tardy", "ORGANIZER:mailto:jo@tardy.example")
    plan = answer(tmp_path, [long, early, late])
    assert list(moves(plan)) == ["Interview with Longform"]
    reasons = plan["moves"][0]["reasons"]  # type: ignore[index]
    assert (
        "moving 'Interview with Tardy' (Tue 9 Mar 11:30–12:00) instead would cost more, all in all (`interviews scan` "
        "names it first, as it judges that collision alone)"
    ) in reasons
    assert not any("scan" in r for m in answer(tmp_path, [ACME, GYM])["moves"] for r in m["reasons"])  # type: ignore


def test_a_loop_moves_as_one(tmp_path: Path) -> None:
    second = event("a2", "09T1115", "09T1200", "Interview with Acme, part 2", "ORGANIZER:mailto:kim@acme.example")
    locked = event("x", "09T1130", "09T1230", "Surgery")
    plan = answer(tmp_path, [ACME, second, locked], settings='[[rules]]\ntitle = "surgery"\nflexible = "no"\n')
    (only,) = plan["moves"]  # type: ignore[misc]
    assert len(only["sessions"]) == 2
    for slot in only["after"]:
        start, end = (datetime.fromisoformat(slot[k]) for k in ("start", "end"))
        assert end - start == timedelta(hours=2)


def test_a_plan_made_again_keeps_what_was_offered_and_does_not_offer_again_what_was_refused(tmp_path: Path) -> None:
    events = [ACME, GLOBEX]
    first = answer(tmp_path, events, "--save")
    ((title, (_, offered)),) = moves(first).items()
    kept = answer(tmp_path, events, "--again last --save")
    assert moves(kept) == {title: ("keep", offered)}
    refused = answer(tmp_path, events, f"--again last --answer {title.split()[-1]}=none --save")
    ((other, (action, times)),) = moves(refused).items()
    assert action == "offer"
    assert other != title or not set(times) & set(offered)
    agreed = answer(tmp_path, events, f"--again {first['id']} --answer {title.split()[-1]}=2027-{offered[0]}")
    assert moves(agreed) == {title: ("agreed", offered[:1])}
    locked = '[[rules]]\ntitle = "{}"\nflexible = "no"\n'.format("Globex" if "Acme" in title else "Acme")
    words = f"--again {first['id']} --answer {title.split()[-1]}=none"
    ((same, (_, times)),) = moves(answer(tmp_path, events, words, locked)).items()
    assert same == title
    assert not set(times) & set(offered)


def test_a_new_collision_with_an_offer_is_solved_around_the_offer(tmp_path: Path) -> None:
    first = answer(tmp_path, [ACME, GLOBEX], "--save")
    ((title, (_, offered)),) = moves(first).items()
    start = offered[0].replace("03-", "").replace(":", "")
    clash = event("late", start, start[:3] + f"{int(start[3:5]) + 1:02}" + start[5:], "Dentist")
    again = moves(answer(tmp_path, [ACME, GLOBEX, clash], "--again last"))
    assert again[title] == ("keep", offered)
    assert again["Dentist"][0] == "move"


def test_holds_in_the_calendar_are_offers_that_stand(tmp_path: Path) -> None:
    key = request_key("a")
    holds = [
        event(f"h{n}", start, end, "Hold", "STATUS:TENTATIVE", f"X-INTERVIEWS-HOLD;AT=20270309T100000Z:{key}")
        for n, (start, end) in enumerate([("10T1400", "10T1500"), ("11T1400", "11T1500")])
    ]
    standing = moves(answer(tmp_path, [ACME, GLOBEX, *holds]))
    assert standing == {"Interview with Acme": ("keep", ["03-10T14:00", "03-11T14:00"])}
    agreed = [*holds[:1], holds[1].replace("END:VEVENT", "X-INTERVIEWS-HOLD-AGREED:1\nEND:VEVENT")]
    settled = moves(answer(tmp_path, [ACME, GLOBEX, *agreed]))
    assert settled == {"Interview with Acme": ("agreed", ["03-11T14:00"])}
    of_nobody = [h.replace(key, "0" * 32) for h in holds]
    others = moves(answer(tmp_path, [ACME, GLOBEX, *of_nobody]))
    assert all(action == "offer" for action, _ in others.values())
    assert not {"03-10T14:00", "03-11T14:00"} & {t for _, times in others.values() for t in times}


def test_what_nothing_can_solve_is_said_with_what_would_have_to_give(tmp_path: Path) -> None:
    rules = '[[rules]]\ntitle = "interview"\nflexible = "no"\n'
    plan = answer(tmp_path, [ACME, GLOBEX], settings=rules, status=1)
    assert plan["moves"] == []
    assert "overlap" in plan["unsolved"][0]  # type: ignore[index]
    assert len(plan["would_have_to_give"]) == 1  # type: ignore[arg-type]


def test_a_visit_is_placed_with_people_who_are_free_within_their_load(tmp_path: Path) -> None:
    for name, events in {
        "alice": [event("1", "08T0900", "08T1600", "Offsite")],
        "bob": [event("2", "08T0900", "08T1700", "Away"), event("3", "09T0900", "09T1700", "Away")],
        "carol": [event("4", "10T0900", "10T1000", "Interview: Ben")],
        "dan": [],
    }.items():
        text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + "".join(events) + "END:VCALENDAR\n"
        (tmp_path / f"{name}.ics").write_text(text, "utf-8")
    people = "".join(
        f'[[people]]\nname = "{n}"\ncalendars = ["{tmp_path}/{n}.ics"]\nper_day = 1\n'
        for n in ("alice", "bob", "carol", "dan")
    )
    words = "--visit 'Kim: alice 45; bob 60; carol|dan 30' --break 15 --in-order --within 180"
    plan = answer(tmp_path, [], words, people)
    slots = [m["after"][0] for m in plan["moves"]]  # type: ignore[attr-defined]
    assert len(slots) == 3
    times = [(s["start"], s["end"]) for s in slots]
    assert times == sorted(times)
    assert {t[0][:10] for t in times} == {"2027-03-10"}
    assert times[0][1] < times[1][0]
    assert [p for p in slots[2]["people"] if not p.startswith("visitor")] == ["dan"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('order = ["unsolvd"]', "did you mean 'unsolved'?"),
        ('order = ["people", "people"]', "each cost stands there once"),
        ("alternatives = 5", "write 2 or 3, not 5"),
        ("step = 7", "write 15, 30 or 60, not 7"),
        ("reach = -1", "-1 is negative"),
        ('own_hours = ["20:00", "08:00"]', "write two times, start and end"),
        ("setp = 15", "did you mean 'step'?"),
    ],
)
def test_settings_that_make_no_sense_are_named(settings: str, said: str, tmp_path: Path) -> None:
    toml, calendar = tmp_path / "s.toml", tmp_path / "c.ics"
    toml.write_text(f"[plan]\n{settings}\n", "utf-8")
    calendar.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n", "utf-8")
    status, _, err = run(ME.format(settings=toml, calendar=calendar))
    assert status == 2
    assert said in err


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": "interviews-plan"}', '{"format": "other", "version": 1}'])
def test_a_file_that_is_no_plan_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, "utf-8")
    status, _, err = run(f"{ANA} --again {path}")
    assert status == 2
    assert "is no saved plan" in err


def test_a_plan_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"format": "interviews-plan", "version": 2}', "utf-8")
    assert "this program reads version 1" in run(f"{ANA} --again {path}")[2]


def test_without_the_solver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    status, _, err = run(ANA)
    assert status == 2
    assert "[solver]" in err


def test_a_kept_plan_is_for_the_user_only(tmp_path: Path) -> None:
    answer(tmp_path, [ACME, GYM], "--save")
    (path,) = (tmp_path / "data/plans").glob("*.json")
    assert path.stat().st_mode & 0o777 == 0o600


if __name__ == "__main__":
    for file in sorted(STORIES.glob("*.txt")):
        file.write_text("\n".join(told(file)), "utf-8")
