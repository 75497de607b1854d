"""Facts into texts: the templates of a situation, the user's own first, filled with plain sentences' parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from scheduler.messages.clock import Clocks, clocks, date_words, short_date
from scheduler.messages.facts import Facts, Missing, Situation, Texts
from scheduler.messages.needs import calls_for_phone, missing
from scheduler.model.time import Period

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

# A line break that a template asks for; every other one inside a paragraph is only the template's own width.
BREAK = "\u2028"
PARAGRAPH = "\u2029"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Signature:
    """The sender's name, address and telephone number, each on one line."""

    name: str
    address: str
    phone: str


def write(situation: Situation, facts: Facts, user: BaseLoader | None = None) -> Texts | tuple[Missing, ...]:
    """The texts of a situation, or what has to be given first; nothing is invented (E20).

    Templates are `<language>/<situation>.j2` with the macros subject, email, phone and voicemail. One of `user` wins;
    a macro that it leaves out is taken from the built-in template, which is also there as `builtin/…`.
    """
    gaps = missing(situation, facts)
    if gaps:
        return gaps
    templates = environment(user)
    context = _context(facts)
    name = f"{facts.language}/{situation}.j2"
    modules = [templates.get_template(name).make_module(context)]
    if user is not None:
        modules.append(templates.get_template(f"builtin/{name}").make_module(context))

    def part(macro: str) -> str | None:
        found = next((m for m in modules if hasattr(m, macro)), None)
        return None if found is None else str(getattr(found, macro)())

    spoken = calls_for_phone(situation, facts)
    phone, voicemail = (part("phone"), part("voicemail")) if spoken else (None, None)
    return Texts(
        situation=situation,
        language=facts.language,
        subject=one_line(flow(part("subject") or "")),
        email=flow(part("email") or "") + "\n",
        phone=None if phone is None else flow(phone) + "\n",
        voicemail=None if voicemail is None else flow(voicemail) + "\n",
    )


def reason_words(facts: Facts, user: BaseLoader | None = None) -> str:
    """The one sentence of reason by itself, for the comment of a calendar message; "" where none was named."""
    if not facts.reason.sentence.strip() and not facts.reason.kind:
        return ""
    common = environment(user).get_template(f"{facts.language}/common.j2").make_module(_context(facts))
    return one_line(str(common.why()))  # type: ignore[attr-defined]


def one_line(text: str, longest: int = _LONGEST) -> str:
    """Text from a calendar as one line of bounded length, without control characters."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"


@lru_cache(maxsize=4)
def environment(user: BaseLoader | None) -> Environment:
    """The templates, the user's own first, without a way to anything but what they are given."""
    from jinja2 import ChoiceLoader, PackageLoader, PrefixLoader, StrictUndefined
    from jinja2.ext import Extension
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Paragraphs(Extension):
        """A blank line of the template is a new paragraph; one that an empty `if` leaves behind is not."""

        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
            return re.sub(r"\n[ \t]*(?=\n)", f"\n{PARAGRAPH}", source)

    built_in = PackageLoader("scheduler.messages", "templates")
    loaders: list[BaseLoader] = [] if user is None else [user]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*loaders, built_in, PrefixLoader({"builtin": built_in})]),
        undefined=StrictUndefined,
        autoescape=False,
        extensions=[Paragraphs],
    )
    environment.filters["de"] = de
    return environment


def _context(facts: Facts) -> dict[str, Any]:
    about = facts.appointment
    sender = facts.sender

    def on(period: Period) -> Clocks:
        return clocks(period, about.zone, about.employer_zone, facts.language)

    subject_zone = about.employer_zone or about.zone
    contact = about.contact.name if about.contact is not None and "@" not in about.contact.name else ""
    return {
        "br": BREAK,
        "contact": one_line(contact),
        "company": one_line(about.company or ""),
        "position": one_line(about.position or ""),
        "sender": Signature(one_line(sender.name), one_line(sender.address), one_line(sender.phone)),
        "when": on(about.period),
        "date": short_date(about.period.start, subject_zone, facts.language),
        "offered_date": "" if facts.offered is None else short_date(facts.offered.start, subject_zone, facts.language),
        "slots": tuple(on(p) for p in facts.alternatives),
        "offered": None if facts.offered is None else on(facts.offered),
        "until": None if facts.until is None else date_words(facts.until, facts.language, subject_zone),
        "reason": sentence(facts.reason.sentence),
        "reason_kind": facts.reason.kind,
        "mention": sentence(facts.mention),
        "correction": sentence(facts.correction),
        "late": facts.notice_hours < 24,
        "emergency": facts.emergency or facts.reason.kind == "emergency",
        "can_commit": facts.can_commit,
        "offer_remote": facts.offer_remote,
        "stay_in_touch": facts.stay_in_touch,
    }


def sentence(text: str) -> str:
    """The user's words as one line that begins with a capital and ends with a full stop; "" stays "" ."""
    flat = one_line(text, 400)
    if not flat:
        return ""
    flat = flat[0].upper() + flat[1:]
    return flat if flat.endswith((".", "!", "?", "…")) else flat + "."


def de(words: str) -> str:
    """French `de` or `d'` before words, as the ear wants it.

    >>> de("ingénieur"), de("Data Engineer"), de("Hôtelier")
    ('d’ingénieur', 'de Data Engineer', 'd’Hôtelier')
    """
    return f"d’{words}" if re.match(r"(?i)[aeiouàâäéèêëîïôöùûüæœ]|h[ôéyu]", words) else f"de {words}"


def flow(text: str) -> str:
    """Paragraphs as one line each; breaks only where the template asks for them."""
    broken = ([" ".join(i.split()) for i in p.split(BREAK)] for p in text.split(PARAGRAPH))
    return "\n\n".join("\n".join(lines) for lines in broken if any(lines))
