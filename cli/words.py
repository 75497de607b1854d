"""The words that a newcomer cannot know, explained once; `interviews help WORD` and docs/words.md print them."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "SOURCE": (
        "Something to read: an .ics file, a folder with one event a file (a vdir), an address (https: or webcal:), a "
        "mail (.eml, mbox, Maildir), - for standard input, or the name of a calendar of your settings. OWNER=SOURCE (a "
        "mail address before the sign) says whose it is. Without a SOURCE, the calendars of your settings are read."
    ),
    "CALENDAR": "A calendar of your settings, by its name or a server, by the name that `interviews connect` gave it.",
    "vdir": (
        "A folder that holds one event a file, each with the ending .ics. khal, vdirsyncer and pimsync keep calendars "
        "this way, and `interviews sync` keeps its mirrors so."
    ),
    "REF": (
        "Which entry you mean: the short identifier that `interviews scan` and `interviews agenda` print (such as "
        "1e2cba), a part of the title or of the company's name (kestrel), or the UID. If it fits more than one entry, "
        "the candidates are listed; nothing is guessed."
    ),
    "WHEN": (
        "A day (2027-03-08), a moment (2027-03-08T14:00, on your clock, or with an offset such as +01:00). --from and "
        "--to take a word, too: now, today, tomorrow, yesterday, monday, next-monday, this-week, next-week, last-week, "
        "2027-W10, this-month, next-month, last-month."
    ),
    "SLOT": (
        "One of the times that were offered, by its number in the offer (1, 2, 3) or by its time (2027-03-09T14:00)."
    ),
    "window": (
        "The days that a command looks at: from now, for 14 days. --from, --to and --days name others. From a day "
        "(2027-03-08, today, monday) it is 14 days, too, unless you give --to or --days; a week (next-week, 2027-W10) "
        "or a month (next-month) is just that. An end is the first moment that is no longer in it."
    ),
    "finding": (
        "Something that does not work out: a collision, a gap that is too short, an hour at which nobody works, an "
        "invitation without your answer. !! is serious, ! is worth a look, · is good to know. A soft one may solve "
        "itself: one side is not certain yet."
    ),
    "soft": (
        "A finding is soft where it may solve itself: one side is tentative, not answered yet, or an entry for a whole "
        "day. A hard one needs a change."
    ),
    "rule": (
        "The etiquette of interviews, as rules E1 to E36. Findings name the one that they follow; `interviews help E1` "
        "says what it asks for."
    ),
    "notice": (
        "How long before an interview the employer hears of a change. 24 hours are expected; the last good moment is "
        "the last working hour of theirs before that. Later than that, a call comes first."
    ),
    "loop": "Sessions of one company that follow each other on one day. They count, and move, as one interview.",
    "packet": (
        "All that one message needs, in a folder of the outbox that you can look into: the mail (email.txt), the "
        "calendar message (invite.ics), what to say on the phone, and the steps around it. Its name is an ID such as "
        "lmai62."
    ),
    "ID": "A packet of the outbox, by its name or the beginning of it. `interviews outbox` lists them.",
    "outbox": (
        "The messages that are written and have not been sent. Nothing leaves it by itself: `interviews send ID` shows "
        "one exactly as it would leave, and asks."
    ),
    "journal": "What was said to whom and when, what they answered, and what you should follow up.",
    "hold": (
        "An entry of your own that keeps a time free while an employer chooses. It has a neutral title, invites "
        "nobody, and ends by itself on a date. When the employer has chosen, `interviews settle` turns it into the "
        "interview and takes the other holds away."
    ),
    "mirror": "The copy of a server's calendar on this computer, a vdir. Commands read it; `interviews sync` keeps it.",
    "index": "What was read from a large file, kept until the file changes, so that the next call is faster.",
    "samples": (
        "The calendars in sample_calendars/ of the project, for trying things out. So that nothing of yours is read or "
        "written meanwhile, work in a copy, with settings and data of its own: mkdir try; cp -r sample_calendars try; "
        "cd try; export INTERVIEWS_CONFIG=sample_calendars/settings.toml INTERVIEWS_DATA=data"
    ),
}
