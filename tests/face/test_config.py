"""`interviews config`: values, origins, meanings; typos in every room's section."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from scheduler.settings.core import Settings
from scheduler.settings.describe import fields_of
from scheduler.settings.every import every_setting
from scheduler.settings.lines import lines_of
from scheduler.settings.load import SECTIONS, parse_settings
from scheduler.settings.write import NewCalendar, changed
from tests.oracle.cli import ROOT, interviews

SAMPLE = {"INTERVIEWS_CONFIG": str(ROOT / "sample_calendars" / "settings.toml")}

ODD = '''# [not] a table
me = ["a@b.example",  # x ]
  "c]=d@e.example"]
"na\\"me" = 1
text = """
[hours]
x = 1
"""
hours.start = "09:00"

[ proposals . "lunch" ]   # [x]
inner = { c = 1, d = [1, 2] }
[[servers]]
name = 's]'
[[servers.calendars]]
url = "u"
[[servers]]
[[servers.calendars]]
url = "v"
'''


def test_lines_are_found_in_odd_files() -> None:
    found = lines_of(ODD)
    expected = {
        "me": 2, 'na"me': 4, "text": 5, "hours.start": 9, "proposals.lunch": 11, "proposals.lunch.inner": 12,
        "servers.0.name": 14, "servers.0.calendars.0.url": 16, "servers.1": 17, "servers.1.calendars.0.url": 19,
    }  # fmt: skip
    assert {name: found[name] for name in expected} == expected
    assert "hours" not in found


_KEYS = st.text("abcxyz-_ .\"'#=[]é", min_size=1, max_size=6)
_VALUES = st.one_of(
    st.integers(), st.booleans(), st.text("ab\n\"'#=[]{}\\é ", max_size=8), st.lists(st.text("a#]=", max_size=3))
)


@given(st.dictionaries(_KEYS, st.one_of(_VALUES, st.dictionaries(_KEYS, _VALUES, max_size=3)), max_size=5))
def test_every_key_of_a_file_has_the_line_that_begins_with_it(data: dict[str, Any]) -> None:
    text = tomlkit.dumps(data)
    lines = text.split("\n")
    found = lines_of(text)
    for key, value in data.items():
        if isinstance(value, dict):
            for inner in value:
                line = lines[found[f"{key}.{inner}"] - 1]
                assert next(iter(_key_of(line))) == inner
        else:
            assert next(iter(_key_of(lines[found[key] - 1]))) == key


def _key_of(line: str) -> dict[str, Any]:
    """The key of `key = value`, whatever the value (which may go on in other lines)."""
    for cut in range(len(line)):
        if line[cut] == "=":
            try:
                return tomllib.loads(line[:cut] + "= 0")
            except tomllib.TOMLDecodeError:
                continue
    raise AssertionError(line)


def test_every_field_of_every_section_is_shown_with_its_help() -> None:
    shown = {s.full for section in every_setting(Settings(), "") for s in section.settings}
    for name, place in {**SECTIONS, "": "scheduler.settings.core:Settings"}.items():
        module, _, kind = place.partition(":")
        for field in fields_of(getattr(import_module(module), kind)):
            full = f"{name}.{field.name}" if name else field.name
            if full not in ("other", "path"):  # Not set by the file, but made of it.
                assert field.help
                assert full in shown or any(s.startswith(f"{full}.") for s in shown)
    assert all(s.help for section in every_setting(Settings(), "") for s in section.settings)
    assert all(section.help for section in every_setting(Settings(), ""))


def test_values_and_origins() -> None:
    text = 'zone = "UTC"\nhours = {start = "08:30"}\n\n[[companies]]\nname = "A"\n'
    found = {x.full: x for s in every_setting(parse_settings(text, "f"), text) for x in s.settings}
    assert (found["zone"].value, found["zone"].line) == ('"UTC"', 1)
    assert (found["hours.start"].value, found["hours.start"].line) == ('"08:30"', 2)
    assert (found["hours.end"].value, found["hours.end"].line) == ('"18:00"', None)
    assert (found["companies.0.name"].line, found["companies.0.rank"].line) == (5, None)
    assert found["mail.host"].value == '""'


@pytest.mark.parametrize("name", SECTIONS)
def test_a_typo_in_any_section_is_named_with_the_nearest_word(name: str, tmp_path: Path) -> None:
    module, _, kind = SECTIONS[name].partition(":")
    known = fields_of(getattr(import_module(module), kind))[0].name
    header = f"[[{name}]]" if name in ("people", "servers") else f"[{name}]"
    (tmp_path / "no-settings.toml").write_text(f"{header}\n{known}x = 1\n")
    answer = interviews("config")
    assert answer.status == 2
    assert f"unknown setting '{known}x' (did you mean '{known}'?)" in answer.err


def test_the_command_shows_a_section_a_setting_and_the_path() -> None:
    limits = interviews("config", "limits", env=SAMPLE).out
    assert "buffer = 15                                   # line 17\n" in limits
    assert "[hours]" not in limits
    one = interviews("config", "notice", env=SAMPLE).out
    assert "notice = 24" in one
    assert "buffer" not in one
    assert interviews("config", "path", env=SAMPLE).out.strip() == SAMPLE["INTERVIEWS_CONFIG"]
    wrong = interviews("config", "notce", env=SAMPLE)
    assert (wrong.status, "Did you mean 'notice'?" in wrong.err) == (2, True)
    records = interviews("config", "--json", env=SAMPLE).json["settings"]
    assert {k: v for k, v in next(r for r in records if r["name"] == "limits.buffer").items() if k != "help"} == {
        "name": "limits.buffer",
        "value": "15",
        "line": 17,
        "present": True,
    }


def test_the_output_is_a_settings_file() -> None:
    shown = interviews("config", env=SAMPLE).out
    present = "\n".join(line for block in shown.split("\n\n") if "(none)" not in block for line in block.split("\n"))
    again = parse_settings(present, "shown")
    sample = parse_settings(Path(SAMPLE["INTERVIEWS_CONFIG"]).read_text(), "sample")
    assert (again.me, again.hours, again.companies, again.rules) == (
        sample.me, sample.hours, sample.companies, sample.rules
    )  # fmt: skip


# Writing.


FILES = [
    "",
    'zone = "UTC"\n',
    "# c\n[hours] # mine\nstart = '07:00' # s\n",
    "calendars = []\n",
    'hours = {end = "17:00"}\n\n[mail]\nhost = "h"\n',
    '[[calendars]]\nname="q"\nsource="z"\n\n[mail]\nhost="h"\n',
]
_NAMES = st.sampled_from(["zone", "name", "hours.start", "hours.end", "limits.buffer"])
_CALENDARS = st.builds(NewCalendar, st.text('ab"\\é', min_size=1, max_size=4), st.text("c/'\n", max_size=4))


@given(st.sampled_from(FILES), st.dictionaries(_NAMES, st.just("x")), st.lists(_CALENDARS, max_size=2))
def test_changing_keeps_all_else(text: str, names: dict[str, str], calendars: list[NewCalendar]) -> None:
    after = changed(text, names, calendars)
    data, expected = tomllib.loads(after), tomllib.loads(text)
    for name, value in names.items():
        table, _, key = name.rpartition(".")
        (expected.setdefault(table, {}) if table else expected)[key] = value
    if calendars:
        expected.setdefault("calendars", []).extend(
            {k: v for k, v in c._asdict().items() if v is not False} for c in calendars
        )
    assert data == expected
    for line in text.splitlines():
        assert line.partition("#")[2] in after


@pytest.mark.parametrize(
    ("backend", "says"), [("fail", "The keyring takes no password"), ("null", "does not keep what it is given")]
)
def test_the_doctor_tries_the_keyring(backend: str, says: str) -> None:
    pytest.importorskip("keyring", reason="keyring is not installed")
    out = interviews("doctor", "--offline", env={"PYTHON_KEYRING_BACKEND": f"keyring.backends.{backend}.Keyring"}).out
    assert says in out
    assert "ok    The keyring" not in out


def test_the_doctor_says_what_is_empty_and_what_that_costs(tmp_path: Path) -> None:
    settings = tmp_path / "no-settings.toml"
    settings.write_text(f"[[calendars]]\nname = 'a'\nsource = '{tmp_path}'\n")
    out = interviews("doctor", "--offline").out
    empty = ("'me' is empty", "'name' is empty", "'zone' is empty", "[mail] names no host")
    assert all(text in out for text in (*empty, "says write = true", "says holds = true"))
    settings.write_text(
        f"me = ['a@x.example']\nname = 'A'\nzone = 'UTC'\n[mail]\nhost = 'localhost'\n"
        f"[[calendars]]\nname = 'a'\nsource = '{tmp_path}'\nwrite = true\n"
    )
    out = interviews("doctor", "--offline").out
    assert not any(text in out for text in ("is empty", "names no host", "says write", "says holds"))


def test_the_doctor_sees_a_typo_in_a_section_that_reading_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "no-settings.toml").write_text("[mail]\nhosst = 'x'\n")
    answer = interviews("doctor", "--offline")
    assert (answer.status, "did you mean 'host'?" in answer.out) == (1, True)
