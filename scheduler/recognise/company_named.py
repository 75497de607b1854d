"""An employer named in full: a signature that fits the domain's letters, a label, a portfolio company."""

from __future__ import annotations

import re

from scheduler.recognise.services import label_of
from scheduler.recognise.text import fold, on_demand, squeezed, without_addresses, words
from scheduler.recognise.view import View

_CAPITALISED = r"[A-ZÀ-Þ][\w&'’-]*(?: (?:[A-ZÀ-Þ0-9][\w&'’-]*|& ?[A-ZÀ-Þ]\w*)){0,3}"
_PORTFOLIO = on_demand(rf"\b[Pp]ortfolio (?:company|business|startup|start-up|firm),? ({_CAPITALISED})")
_LABELLED = on_demand(
    r"(?:^|[.;]\s)(?:company|employer|practice|school|firma|arbeitgeber|unternehmen|praxis|klinik|empresa|entreprise|"
    rf"soci[ée]t[ée]|cabinet)\s?:\s?((?-i:{_CAPITALISED}))",
    re.I | re.M,
)
# What companies put before their name where the name alone was taken: getacme.example.
_FORMS = frozenset({"gmbh", "ag", "ev", "e", "v", "plc", "ltd", "llp", "sa", "sl", "sas"})
_PREFIXES = ("get", "try", "use", "join", "hello", "go", "meet", "with", "my")
_LONGEST_LINE = 70
_MOST_WORDS = 7
_SHORTEST, _LONGEST_SHORT = 4, 4
_FEWEST_INITIALS = 3


def of_a_portfolio(view: View) -> str | None:
    """'The CTO role at our portfolio company Acme': Acme hires, not the fund that writes."""
    match = _PORTFOLIO().search(view.body[:3000]) if "ortfolio " in view.body[:3000] else None
    return match.group(1) if match else None


def labelled_company(view: View) -> str | None:
    """'Practice: Elmfield Surgery', in the user's note."""
    match = _LABELLED().search(view.body[:1500])
    return match.group(1) if match else None


def in_full(view: View, domain: str) -> str | None:
    """'Department for Waterways' for dept-waterways.example, 'Plover' for getplover.example."""
    label = squeezed(label_of(domain))
    cast = view.cast
    people = {w for p in (*cast.outside, *cast.private) for w in words(p.name)} | cast.names
    for text in _candidates(view):
        said = words(text)
        if not 1 < len(said) <= _MOST_WORDS or not text[0].isupper() or set(said) & people:
            continue
        if _fits(label, _names(text), began=False, whole=False):
            return text
    for prefix in _PREFIXES:
        bare = label.removeprefix(prefix)
        if bare != label and len(bare) >= _SHORTEST:
            for text in (view.title, without_addresses(view.body[:3000])):
                for token in re.finditer(r"[A-ZÀ-Þ]\w+", text):
                    if squeezed(token.group()) == bare:
                        return token.group()
    return None


def of_initials(view: View, short: str) -> str:
    """'Institute for Coastal Modelling' where 'ICM' writes and the text has it in full; else `short`."""
    if not (_FEWEST_INITIALS <= len(short) <= _MOST_WORDS and short.isalpha() and short.isupper()):
        return short
    for text in re.split(r"[\n,;:()|]|\.\s|\s[-–—]\s", without_addresses(view.body[:3000])):
        names = [word for word in text.split() if word[0].isupper()]
        if len(names) == len(short) and "".join(word[0] for word in names) == short and text.strip()[0].isupper():
            return text.strip()
    return short


def _candidates(view: View) -> list[str]:
    """Short lines of the text, and what stands between commas in them, the place and the title."""
    organizer = view.cast.organizer
    lines = [view.location, organizer.name if organizer else "", view.title]
    lines += [line for line in without_addresses(view.body[:3000]).split("\n") if len(line) <= _LONGEST_LINE]
    parts = [p.strip(" .–—-*") for line in lines for p in re.split(r",\s|\s[-–—|]\s", line)]
    return [p for p in parts if p]


def _names(text: str) -> list[str]:
    """The words of a name; 'Aldhelm's' is one."""
    return [squeezed(token) for token in fold(text).split() if squeezed(token)]


def _fits(label: str, names: list[str], *, began: bool, whole: bool) -> bool:
    """The label is made of the words in order, one at least whole, others shortened or left out."""
    if not label:
        return whole and all(name in _FORMS for name in names)
    if not names:
        return False
    first, rest = names[0], names[1:]
    if label.startswith(first) and _fits(label[len(first) :], rest, began=True, whole=whole or len(first) >= _SHORTEST):
        return True
    # One letter tells too little of two words.
    for size in range(min(_LONGEST_SHORT, len(label)), 0 if began or len(rest) > 1 else 1, -1):
        if _shortened(label[:size], first) and _fits(label[size:], rest, began=True, whole=whole):
            return True
    return began and _fits(label, rest, began=True, whole=whole)


def _shortened(short: str, word: str) -> bool:
    """'dept' of 'department', 'ayto' of 'ayuntamiento': its letters in order from the first."""
    if short[0] != word[0]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)
