"""What is due after a contact: each rule with the moment when it begins and what ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import INTERVIEW, NOW

from scheduler.model.time import Period
from scheduler.outbox.entry import ANSWER_RESULTS, CALL_RESULTS, Entry
from scheduler.outbox.follow import due, unsettled
from scheduler.outbox.journal import open_journal

BERLIN = ZoneInfo("Europe/Berlin")
FAR = Period(NOW + timedelta(days=30), NOW + timedelta(days=30, hours=1))


def contact(at: datetime = NOW, **changes: Any) -> Entry:
    made = Entry(at, "out", "email", "sent", "Acme", "u1", "reschedule", when=FAR)
    return replace(made, **changes)


def answer(at: datetime, result: str = "answered", **changes: Any) -> Entry:
    return replace(contact(at), direction="in", result=result, **changes)


def rules(entries: list[Entry], at: datetime) -> list[str]:
    return [f.rule for f in due(tuple(entries), at)]


def test_no_answer_after_three_days_over_another_route() -> None:
    """E31, E12."""
    assert rules([contact()], NOW + timedelta(days=3) - timedelta(seconds=1)) == []
    (one,) = due((contact(),), NOW + timedelta(days=3))
    assert (one.rule, one.since, one.message) == (
        "E31",
        NOW + timedelta(days=3),
        "No answer from Acme since 2027-03-01: call them, or write to another address.",
    )
    assert [f.since for f in due((contact(),), NOW + timedelta(days=9), answer_days=5)] == [NOW + timedelta(days=5)]


def test_an_interview_that_is_near_leaves_less_time() -> None:
    """E31: half of the time to the interview, but never less than two hours."""
    near = contact(when=Period(NOW + timedelta(hours=20), NOW + timedelta(hours=21)))
    assert [f.since for f in due((near,), NOW + timedelta(hours=10))] == [NOW + timedelta(hours=10)]
    nearer = contact(when=Period(NOW + timedelta(hours=1), NOW + timedelta(hours=2)))
    assert [f.since for f in due((nearer,), NOW + timedelta(hours=2))] == [NOW + timedelta(hours=2)]


def test_a_reminder_begins_the_waiting_anew() -> None:
    entries = [contact(), contact(NOW + timedelta(days=3), kind="remind")]
    assert rules(entries, NOW + timedelta(days=5)) == []
    assert rules(entries, NOW + timedelta(days=6)) == ["E31"]


@pytest.mark.parametrize("kind", ["withdraw", "withdraw_offer", "thank_interview", "new_job"])
def test_what_wants_no_answer_waits_for_none(kind: str) -> None:
    assert rules([contact(kind=kind)], NOW + timedelta(days=10)) == []


def test_a_withdrawal_after_a_request_ends_the_waiting() -> None:
    entries = [contact(), contact(NOW + timedelta(days=1), kind="withdraw")]
    assert rules(entries, NOW + timedelta(days=10)) == []


def test_a_call_that_reached_nobody_asks_for_the_mail_at_once() -> None:
    """E12."""
    call = contact(channel="phone", result="voicemail")
    assert rules([call], NOW) == ["E12"]
    assert rules([replace(call, result="not_reached")], NOW) == ["E12"]
    assert rules([replace(call, result="reached")], NOW) == []
    assert rules([call, contact(NOW + timedelta(minutes=5))], NOW + timedelta(hours=1)) == []


def test_an_answer_wants_a_reply() -> None:
    """E28."""
    entries = [contact(), answer(NOW + timedelta(hours=5))]
    assert rules(entries, NOW + timedelta(hours=5)) == ["E28"]
    assert rules(entries, NOW + timedelta(days=8)) == []
    assert rules([*entries, contact(NOW + timedelta(hours=6), kind="thank_answer")], NOW + timedelta(days=5)) == []
    (cross,) = due((contact(), answer(NOW, "cross")), NOW)
    assert "courteously" in cross.message


def test_a_pause_comes_back_on_the_promised_date_in_the_users_zone() -> None:
    """E5, E31."""
    promised = datetime(2027, 4, 1, tzinfo=BERLIN)
    pause = contact(kind="pause", follow_up=promised.date())
    assert rules([pause], promised - timedelta(seconds=1)) == []
    (one,) = due((pause,), promised)
    assert (one.rule, one.since) == ("E5", promised)
    assert "2027-04-01" in one.message
    assert rules([pause, contact(promised - timedelta(hours=9), kind="check_back")], promised) == []
    assert rules([pause, contact(promised - timedelta(days=2), kind="thank_answer")], promised) == ["E5"]
    assert rules([pause, answer(promised - timedelta(days=20), "declined")], promised) == []


def test_later_thanks_a_note_from_the_new_job_and_staying_in_touch() -> None:
    """E32."""
    agreed = answer(NOW, "agreed", when=INTERVIEW)
    over = INTERVIEW.end
    thanked = contact(NOW + timedelta(hours=1), kind="thank_answer")
    assert rules([contact(), agreed, thanked], over - timedelta(seconds=1)) == []
    assert rules([contact(), agreed, thanked], over) == ["E32"]
    assert rules([contact(), agreed, thanked, contact(over, kind="thank_interview")], over) == []
    assert rules([contact(), agreed, thanked], over + timedelta(days=3)) == []

    begins = datetime(2027, 4, 1, tzinfo=BERLIN)
    withdrawn = contact(kind="withdraw_offer", follow_up=begins.date())
    assert rules([withdrawn], begins - timedelta(seconds=1)) == []
    assert rules([withdrawn], begins) == ["E32"]
    assert rules([withdrawn, contact(begins, kind="new_job")], begins + timedelta(days=1)) == []

    assert rules([contact(kind="withdraw")], NOW + timedelta(days=90)) == ["E32"]
    assert rules([contact(kind="withdraw")], NOW + timedelta(days=151)) == []


def test_interviews_are_kept_apart() -> None:
    entries = [contact(), contact(uid="u2"), contact(recurrence_id="20270308T100000Z")]
    entries += [
        answer(NOW + timedelta(hours=1), uid="u2"),
        contact(NOW + timedelta(hours=2), uid="u2", kind="thank_answer"),
    ]
    assert [f.after.recurrence_id for f in due(tuple(entries), NOW + timedelta(days=4))] == [None, "20270308T100000Z"]


CONTACTS = st.builds(
    lambda hours, uid, kind, result: contact(
        NOW + timedelta(hours=hours),
        uid=uid,
        kind=kind,
        result=result,
        direction="in" if result in ANSWER_RESULTS else "out",
    ),
    st.integers(0, 500),
    st.sampled_from(["u1", "u2"]),
    st.sampled_from(["reschedule", "pause", "withdraw", "remind", "thank_answer"]),
    st.sampled_from(["sent", *CALL_RESULTS, *ANSWER_RESULTS]),
)


@given(
    st.lists(CONTACTS, max_size=8, unique_by=lambda e: (e.uid, e.at)),
    st.randoms(use_true_random=False),
    st.integers(0, 900),
)
def test_order_does_not_matter_and_nothing_is_due_before_its_time(
    entries: list[Entry], random: Any, hours: int
) -> None:
    at = NOW + timedelta(hours=hours)
    found = due(tuple(entries), at)
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert due(tuple(shuffled), at) == found
    assert all(f.since <= at and f.after.at <= at for f in found)
    assert len({(f.rule, f.after.uid) for f in found}) == len(found)


def test_unsettled_are_those_that_only_the_user_can_settle(tmp_path: Any) -> None:
    from making import packet

    from scheduler.outbox.folder import Outbox

    outbox = Outbox(tmp_path / "outbox")
    with open_journal(tmp_path / "j.sqlite3") as journal:
        for state in ("draft", "approved", "sending", "sent", "failed", "unknown", "handed-over", "dropped"):
            stored = outbox.add(packet(), state, NOW)
            journal.track(stored)
            journal.move(stored.id, ("draft",), state, NOW)  # type: ignore[arg-type]
        assert sorted(p.state for p in unsettled(journal.packets())) == ["handed-over", "unknown"]
