"""Without an address of the user nobody knows her answers, and she is told so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.oracle.make import timed, vcalendar

NOW = ("--now", "2027-03-05T09:00", "--zone", "UTC")
ATTENDED = "ATTENDEE;PARTSTAT=DECLINED:mailto:ana@mail.example"


@pytest.mark.parametrize(
    ("day", "more", "words", "told"),
    [
        ("20270310", (ATTENDED,), (), 1),
        ("20270310", (), (), 0),
        ("20280310", (ATTENDED,), (), 0),
        ("20270310", (ATTENDED,), ("--me", "ana@mail.example"), 0),
    ],
)
@pytest.mark.parametrize("owner", ["", "tom@firm.example="])
def test_it_is_said_once_where_an_answer_cannot_be_told(
    call: Call, tmp_path: Path, owner: str, day: str, more: tuple[str, ...], words: tuple[str, ...], told: int
) -> None:
    path = tmp_path / "c.ics"
    entries = (timed(f"{day}T1{i}0000Z", f"{day}T1{i}3000Z", *more, uid=str(i), summary="Talk") for i in range(3))
    path.write_bytes(vcalendar(*entries))
    err = " ".join(call("agenda", f"{owner}{path}", *NOW, *words).err.split())
    assert err.count("Whose calendar this is is not known") == (0 if owner else told)
