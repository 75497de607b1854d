"""What is left of a title once the interview, the company and the people in it are known."""

from __future__ import annotations

from scheduler.recognise.lexicon import lexicon
from scheduler.recognise.position_aside import NO_PART, OPENING, STATUS, belongs
from scheduler.recognise.position_named import tidy
from scheduler.recognise.text import squeezed, words
from scheduler.recognise.title_parts import Part, parts_of
from scheduler.recognise.view import View


def left_over(view: View, company: str | None) -> str | None:
    """'Acme Interview | Alex Moreau | Principal Risk Modeller': what is neither of the others, where she is named."""
    parts = [p for p in parts_of(view.title) if p.text]
    left = [p for p in parts if not explained(view, p.text, company)]
    hers = any(set(words(p.text)) & view.cast.names for p in parts)
    if len(parts) < 3 or not hers or len(left) != 1:
        return None
    found = tidy(left[0].text)
    if found is None or not found[0].isupper() or len(found) < 4 or NO_PART().search(found):
        return None
    return with_last(view, found, left[0], company)


def with_last(view: View, found: str, part: Part, company: str | None) -> str:
    return f"{found} ({part.last})" if part.last and belongs(view, part.last, company) else found


def explained(view: View, text: str, company: str | None) -> bool:
    """It names the interview, the user, somebody invited, the company or a number."""
    said = words(text)
    people = {w for p in (*view.cast.outside, *view.cast.private) for w in words(p.name)}
    meant = {h.meaning for h in lexicon().find(said)}
    known = bool(company) and (squeezed(company or "") in squeezed(text) or squeezed(text) in squeezed(company or ""))
    return not said or bool(
        set(said) & (view.cast.names | people) or set(said) & STATUS or meant & OPENING or known or said[0].isdigit()
    )
