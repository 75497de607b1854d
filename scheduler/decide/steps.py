"""What the user does with a packet, in order: their own link, the call, the voicemail, the mail, the answer."""

from __future__ import annotations

from scheduler.decide.channel import Channel
from scheduler.messages.facts import Appointment, Situation
from scheduler.model.interview import Person

_ANSWER = "Note their answer, so that nothing is left open (`interviews journal`)."


def steps(situation: Situation, about: Appointment, to: Person | None, channel: Channel) -> tuple[str, ...]:
    """Sentences for the user; `to` is the human written to, None where nobody is known yet."""
    who = _name(to)
    return (*_link(situation, about), *_contact(channel, who, about.phone), *_mail(channel, who, to), _ANSWER)


def _name(to: Person | None) -> str:
    if to is None:
        return "the interviewer"
    return to.name or to.address or "the interviewer"


def _link(situation: Situation, about: Appointment) -> tuple[str, ...]:
    """A link in the invitation comes first: it is the way that the employer chose."""
    if situation == "reschedule" and about.reschedule_link:
        return (f"Use their own link to choose another time: {about.reschedule_link}",)
    if situation.startswith("withdraw") and (link := about.cancel_link or about.reschedule_link):
        return (f"Use their own link to cancel: {link}",)
    return ()


def _contact(channel: Channel, who: str, phone: str | None) -> tuple[str, ...]:
    if channel in ("email", "platform"):
        return ()
    number = f" on {phone}" if phone else " (no number is known: look in the invitation or ask at the reception)"
    say = {
        "phone_emergency": " at once; say that it is an emergency (E14)",
        "apologise": " at once and apologise (E15)",
    }.get(channel, "; speak to the interviewer directly (E11)")
    return (
        f"Call {who}{number}{say}, with the phone script.",
        "Not reached: try another route, the recruiter or the reception, then leave the voicemail (E12).",
    )


def _mail(channel: Channel, who: str, to: Person | None) -> tuple[str, ...]:
    if channel == "platform":
        return (f"Write to {who} where you have been talking so far; send the email as well if you can (E13).",)
    address = f" <{to.address}>" if to is not None and to.address and to.address != who else ""
    when = "" if channel == "email" else " at once, whether or not you reached anybody"
    return (f"Send the email to {who}{address}{when}.",)
