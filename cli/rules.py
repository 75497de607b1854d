"""The rules of etiquette that findings and `decide` name by number; `interviews help E1` prints one."""

from __future__ import annotations

RULES: dict[str, str] = {
    "E1": "Before an interview moves, move the other thing: your own entry first, an employer's time last.",
    "E2": "Before you change an interview, ask yourself three questions: whether you want this job, whether the other "
    "thing could move, and whether you would come at another time.",
    "E3": "Withdraw when you have decided: you took another offer, or the position is not for you.",
    "E4": "Ask for another time when you still want the job and only the time does not suit.",
    "E5": "Ask for a pause when you cannot say yet, name the date on which you come back to it, and keep that date.",
    "E6": "Cold feet are no reason to withdraw: sleep on it, and go.",
    "E7": "Where the place or the way is the trouble, ask about remote work before you withdraw.",
    "E8": "Nothing is decided or sent without you: you see it as it leaves, and you confirm it.",
    "E9": "Before you withdraw, look at what you have agreed to; mention an agreement only if you want to.",
    "E10": "Tell the employer as soon as you know, and at least 24 hours before the interview.",
    "E11": "With 24 hours or more left, write a mail; with less, call first.",
    "E12": "If nobody answers the call, try another number, leave a voicemail and write at once, and ask them to "
    "confirm that they got it.",
    "E13": "Use a platform (such as LinkedIn) only if you have been talking there all along, and never a text message.",
    "E14": "If it is an emergency, say that it is one, and call whoever can be reached.",
    "E15": "If you missed an interview, apologise and explain at once; ask for a new time only if you can come then.",
    "E16": "Keep a message to one or two short paragraphs.",
    "E17": "A message names date, time, zone and position, gives one sentence of reason, apologises, thanks, offers "
    "other times, and says who writes.",
    "E18": "The subject says what the message is about: what you ask for, who you are, which position.",
    "E19": "Never mention the other interview, and nothing from your other entries.",
    "E20": "Nothing is invented: no illness, no emergency and no reason that you did not name.",
    "E21": "No drama, no private details, nothing vague, and nobody is to blame.",
    "E22": "Say that you are still interested, and be flexible about the new time.",
    "E23": "Apologise to everybody whose time it costs, not only to the one you write to.",
    "E24": "A withdrawal is direct and grateful, and does not negotiate.",
    "E25": "Give times on both clocks with their UTC offsets; a call by video may be offered instead of a visit.",
    "E26": "Have a few words ready before you call, and fewer for a voicemail, with your number.",
    "E27": "After the call, write a short note that repeats what was agreed.",
    "E28": "Thank them for their answer, whatever it is, and do not defend yourself.",
    "E29": "If you said too much, correct it once, briefly, and leave it there.",
    "E30": "Keep a record of every message: what was said, to whom, when, and what they answered.",
    "E31": "If no answer comes, follow up over another way; after a pause, on the date that you named.",
    "E32": "Later, thank them, stay in touch, and recommend somebody if you know one.",
    "E33": "Leave time before and after an interview: to prepare, to travel, and in case it runs over.",
    "E34": "Offer specific times, and never 'any time'.",
    "E35": "Go through the checklist before each interview: time, zone, link, number, place, names.",
    "E36": "Times that you have offered are held until they are answered, and promised to nobody else.",
}
