"""To-dos and journal entries are not shown, and that is said."""

from __future__ import annotations

import pytest

from scheduler.ics.read import Document, read_documents
from scheduler.model.event import Calendar
from tests.oracle.make import timed, vcalendar

EVENT = timed("20270310T100000Z", "20270310T110000Z", "DESCRIPTION:and\\nBEGIN:VTODO", uid="e")
TODO = "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Task\r\nEND:VTODO\r\n"
JOURNAL = "BEGIN:VJOURNAL\r\nUID:j\r\nSUMMARY:Diary\r\nEND:VJOURNAL\r\n"
ZONE = "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nEND:VTIMEZONE\r\n"
TWO = "2 to-dos (VTODO) in the calendar 'work' are not shown: only events are read."


def _said(*files: bytes) -> list[tuple[str, str]]:
    found = (Document(Calendar("work", f"{i}.ics"), data) for i, data in enumerate(files))
    return [(p.message, p.source) for p in read_documents([*found], None).problems]


@pytest.mark.parametrize(
    "parts",
    [(TODO, TODO), (TODO, EVENT, TODO), (EVENT, TODO, TODO), (TODO, TODO, EVENT), (EVENT, TODO, EVENT, ZONE, TODO)],
)
@pytest.mark.parametrize("change", [lambda d: d, lambda d: d.replace(b"BEGIN:VTODO", b"begin:vtodo")])
def test_to_dos_are_counted_wherever_they_stand(parts: tuple[str, ...], change: object) -> None:
    assert callable(change)
    assert _said(change(vcalendar(*parts))) == [(TWO, "0.ics")]


def test_one_note_for_all_files_of_a_calendar() -> None:
    file = vcalendar(TODO)
    assert _said(file, file, vcalendar(EVENT)) == [(TWO, "")]


def test_a_journal_entry_is_another_kind_and_events_are_not_counted() -> None:
    note = "1 journal entry (VJOURNAL) in the calendar 'work' is not shown: only events are read."
    assert _said(vcalendar(ZONE, EVENT, JOURNAL)) == [(note, "0.ics")]
    assert _said(vcalendar(ZONE, EVENT)) == []
