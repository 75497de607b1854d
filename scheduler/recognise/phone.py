"""The number that a candidate may call, as written; meeting IDs, PINs, dates and prices are none."""

from __future__ import annotations

import re
from itertools import islice

from scheduler.model.event import Event
from scheduler.recognise.text import LONGEST_TITLE, fold, on_demand
from scheduler.recognise.view import View

_NUMBER = on_demand(
    r"(?<![\w/.:#=@%-])(\+|00)?[ ]?(\(?\d{1,15}\)?(?:[ .\-/\u00a0\u2011]{1,3}\(?\d{1,8}\)?){0,8})(?![\w@%/=]|[.:-]\d)"
)
_DIGIT = re.compile(r"\d")
_LINK = on_demand(r"https?://\S{1,2000}")
_DATE = on_demand(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[.:h]\d\d")
# Words right before a number that make it something else.
_ID = on_demand(
    r"(?:\bid|\bno\.?|\bnr\.?|\bnumber|\bn[°º]|(?:\b|meeting|konferenz)id\b[^,;]{0,20}|kennung|pass ?code|"
    r"passwor[dt]|pin|code|codigo|kenncode|senha|secret|req|ref"
    r"|meeting|reunion|reuniao|konferenz-?id|conference id|room|raum|sala|salle|zimmer|kit|cp|plz|"
    r"flight|gleis|usd|eur|gbp|[$€£])"
    r"[ :.#°º()]*$"
)  # fmt: skip
# 'Kim will call you at', 'ruft Sie unter': the candidate's own number.
_HERS = on_demand(
    r"\b(?:(?:call|ring|phone|dial|reach|telephone)(?:ing|s)? you (?:back )?(?:at|on)(?: your \w+| the number)?"
    r"|r[uu]f\w* (?:sie|dich)(?: \w+){0,3} (?:unter|auf)(?: der| ihrer| deiner)?(?: nummer)?"
    r"|(?:vous|t['’]) ?(?:appel\w+|rappel\w+|joindr\w+)(?: \w+){0,3} au(?: numero)?"
    r"|(?:te|le|la|lo) (?:llam\w+|marc\w+)(?: \w+){0,3} (?:al|en el)(?: numero| telefono| movil)?"
    r"|(?:te|lhe|voce) (?:lig\w+|telefon\w+)(?: \w+){0,3} (?:para|no|pelo)(?: o)?(?: numero)?"
    r"|lig\w+[ -](?:te|lhe|para voce)(?: \w+){0,3} (?:para|no|pelo)(?: o)?(?: numero)?"
    r"|your (?:(?:phone|mobile|cell) )?number"
    r"|(?:call|ring|phone) your (?:mobile|cell|phone|line)|ihre nummer|deine nummer|votre numero|ton numero|tu numero|"
    r"seu numero|teu numero)\W{0,4}$"
)
_CALL = on_demand(
    r"\b(?:call\w*|ring\w*|phone|tel\w*|mobile|cell|dial\w*|reach|text me|whatsapp|ruf\w*|anruf\w*|"
    r"einw\w*|handy|mobil|durchwahl|nummer"
    r"|appel\w*|joindre|joign\w*|portable|numero|llam\w*|movil|marcar|marque|contact\w*|lig\w*|telef\w*|chamada|telemovel|celular|bel\w*)\b"
)  # fmt: skip
_AROUND = 60
_FEWEST, _MOST = 7, 15
_MOST_NUMBERS = 40


def phone_of(view: View, own: str) -> str | None:
    """The first number of CONFERENCE, LOCATION, the title and the description that is not the user's own."""
    return conference_phone(view.event) or phone_in(view.location, view.title, view.body, own)


def phone_in(location: str, title: str, body: str, own: str) -> str | None:
    """`phone_of`, from the texts of an event, bounded by whoever asks."""
    mine = _digits(own)
    for text, sure in ((location, True), (title, False), (body[:8000], False)):
        if not may_hold_number(text):
            continue
        if "http" in text:
            text = _LINK().sub(lambda m: " " * len(m.group()), text)
        for match in islice(_NUMBER().finditer(text), _MOST_NUMBERS):
            number = match.group().strip().rstrip("(")
            digits = _digits(number)
            if (
                _FEWEST <= len(digits) <= _MOST
                and _is_phone(text, match, sure)
                and (not mine or digits[-7:] != mine[-7:])
            ):
                return number
    return None


def may_hold_number(text: str) -> bool:
    return len(_DIGIT.findall(text)) >= _FEWEST


def conference_phone(event: Event) -> str | None:
    for line in event.component.every("CONFERENCE")[:20]:
        value = line.value.strip()[:LONGEST_TITLE]
        if value.lower().startswith("tel:"):
            return re.split(r"[,;\\]", value[4:])[0].strip() or None
    return None


def _is_phone(text: str, match: re.Match[str], sure: bool) -> bool:
    number = match.group().strip()
    line_start = text.rfind("\n", 0, match.start()) + 1
    before = fold(text[max(line_start, match.start() - _AROUND) : match.start()])
    if _DATE().fullmatch(number) or (not number.startswith("+") and before.strip() and _ID().search(before)):
        return False
    if text[match.end() : match.end() + 1] == "#" or (not sure and _HERS().search(before)):
        return False
    grouped = len(re.findall(r"\d+", number)) >= 3
    if number.startswith(("+", "00")):
        return True
    if _CALL().search(before):
        return True
    digits = len(_digits(number))
    if number.startswith("0") and 10 <= len(_digits(number)) <= 12 and len(re.findall(r"\d+", number)) > 1:
        return True
    if sure:
        return digits >= 9 or grouped
    return grouped and digits >= 9


def _digits(number: str) -> str:
    return "".join(c for c in number if c.isdigit())
