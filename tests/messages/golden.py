"""The mails, scripts and voicemails that people would get, kept as files: situation by notice, in every language.

`python -m tests.messages.golden` writes them anew; read the difference as the reader of the mail would.
"""

from __future__ import annotations

from pathlib import Path

from scheduler.messages.facts import LANGUAGES, SITUATIONS, Facts, Language, Reason, Situation, Texts
from scheduler.messages.texts import write
from tests.messages.people import facts

FOLDER = Path(__file__).parent / "golden"


def variants(situation: Situation, language: Language) -> list[tuple[str, Facts]]:
    """The cases of a situation that read differently, with a heading each."""
    match situation:
        case "reschedule":
            return [
                ("two days before, a conflict, three times", facts(language)),
                ("twelve hours before", facts(language, notice_hours=12.0, reason=Reason("work"))),
                (
                    "two hours before, an emergency",
                    facts(language, notice_hours=2.0, reason=Reason("emergency"), emergency=True),
                ),
                (
                    "no times of one's own, ill, the same clock, a video call offered",
                    facts(
                        language,
                        alternatives=(),
                        reason=Reason("health"),
                        employer_zone="Europe/Paris",
                        offer_remote=True,
                    ),
                ),
                (
                    "nobody known by name, no company, no zone, no reason",
                    facts(language, contact=None, company=None, employer_zone=None, reason=Reason()),
                ),
            ]
        case "withdraw_offer" | "withdraw_concern" | "withdraw":
            return [
                ("two days before", facts(language, reason=Reason())),
                ("twelve hours before, the door left open", facts(language, notice_hours=12.0, stay_in_touch=True)),
            ]
        case "pause":
            return [
                ("two days before", facts(language, reason=Reason())),
                ("twelve hours before, for the family", facts(language, notice_hours=12.0, reason=Reason("family"))),
            ]
        case "apologise":
            return [
                ("an hour after, able to come", facts(language, notice_hours=-1.0, reason=Reason("travel"))),
                (
                    "an hour after, not to be tried again",
                    facts(language, notice_hours=-1.0, reason=Reason("preparation"), can_commit=False),
                ),
            ]
        case "remind":
            return [("no answer yet", facts(language)), ("no times to offer", facts(language, alternatives=()))]
        case "follow_up" | "thank_answer":
            return [("a new time is agreed", facts(language)), ("nothing agreed yet", facts(language, offered=None))]
        case _:
            return [("", facts(language))]


def rendered(situation: Situation, language: Language) -> str:
    parts = []
    for title, given in variants(situation, language):
        texts = write(situation, given)
        assert isinstance(texts, Texts), texts
        parts.append(f"######## {title}\n" if title else "")
        parts.append(f"Subject: {texts.subject}\n\n{texts.email}\n")
        for heading, spoken in (("telephone", texts.phone), ("voicemail", texts.voicemail)):
            parts.append("" if spoken is None else f"---- {heading}\n\n{spoken}\n")
    return "".join(parts)


def path(situation: Situation, language: Language) -> Path:
    return FOLDER / language / f"{situation}.txt"


if __name__ == "__main__":
    for each in LANGUAGES:
        for case in SITUATIONS:
            path(case, each).parent.mkdir(parents=True, exist_ok=True)
            path(case, each).write_text(rendered(case, each), "utf-8")
