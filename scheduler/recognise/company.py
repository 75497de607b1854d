"""The employer's name: from the settings, the people's domain, the sender's name, the title or the place."""

from __future__ import annotations

import re

from scheduler.recognise.company_named import in_full, labelled_company, of_a_portfolio, of_initials
from scheduler.recognise.company_noted import NOISE, SERVICE_NAMES, TOKEN, clean, noted_company
from scheduler.recognise.lexicon import lexicon
from scheduler.recognise.people import Cast
from scheduler.recognise.services import domain_of, is_robot, is_service, label_of, registered
from scheduler.recognise.text import on_demand, squeezed, without_addresses, words
from scheduler.recognise.view import View
from scheduler.settings.core import CompanySetting, Settings

_LONGEST_RUN = 6
_SHORTEST = 3
# What senders add to the company's name.
_SENDER = on_demand(
    r"\(?\b(?:via|through|über|par|por)\b.*$|\b(?:the|your|das|le|la|el|los|team|"
    r"teams?)?\s*\b(?:recruit\w*|hiring(?: team| ops)?|scheduling|scheduler"
    r"|talent(?: acquisition| team| partners?)?|careers?|jobs?|people(?: team| ops)?|hr|rh|"
    r"rr\.? ?hh\.?|interviews?|bewerbermanagement"
    r"|bewerbung(?:en)?|karriere|personal(?:abteilung)?|recrut\w*|recursos humanos|service|"
    r"selecci[oó]n|reclut\w*|coordination|team"
    r"|notifications?|calendar|department|no-?reply|candidatures?|candidaturas)\b",
    re.I,
)  # fmt: skip
_EDGES = " \t-–—|:,;.·/()[]<>@'\"’&"
_OWNING = on_demand(r"['’]s$")
_LEGAL_FORMS = (
    "Ltd", "Limited", "LLC", "LLP", "Inc", "PLC", "plc", "GmbH", "AG", "SE", "KG", "SARL", "SAS", "S.L.", "S.L", "SL.",
    "SL", "Lda", "Ltda", "S.A.", "B.V.", "B.V", "BV.", "BV", "A/S", "Oy", "SpA", "Srl",
)  # fmt: skip
_LEGAL = on_demand(rf"((?:[A-ZÀ-Þ][\w&'’.-]* ){{1,4}}(?:{'|'.join(map(re.escape, _LEGAL_FORMS))}))\b")
_CAPITALISED = on_demand(r"(?:^|[\s(])([A-ZÀ-Þ][\w&'’-]*) $")
_PLACE_AFTER = on_demand(r"(?:@\s*|\b(?:at|bei|chez)\s+)(?=[A-ZÀ-Þ0-9])")


def setting_for(view: View, settings: Settings) -> CompanySetting | None:
    """What the settings know about the employer, by its domain first, then by its name in the texts."""
    if not settings.companies:
        return None
    cast = view.cast
    people = [*cast.outside, *([cast.organizer] if cast.organizer is not None else [])]
    domains = {p.address.rsplit("@", 1)[-1] for p in people if p.address} | {link.domain for link in view.links}
    for company in settings.companies:
        for known in company.domains:
            if any(d == known.lower() or d.endswith("." + known.lower()) for d in domains):
                return company
    texts = [view.title, cast.organizer.name if cast.organizer else "", view.location]
    found = " ".join(f" {' '.join(words(t))} " for t in texts)
    return next((c for c in settings.companies if c.name and f" {' '.join(words(c.name))} " in found), None)


def company_of(view: View) -> str | None:
    """The employer as the invitation names it, else as its domain does; None where nothing says it."""
    cast = view.cast
    domain = cast.company_domain
    if domain is None and cast.colleagues and cast.user.employers:
        own = domain_of(cast.colleagues[0].address or "")
        return _shown(view, own) or _from_label(label_of(own))
    address = cast.organizer.address if cast.organizer is not None else None
    through_a_service = cast.service is not None or (
        address is not None and is_robot(address) and len(cast.outside) > 1
    )
    sender = _sender(cast) if through_a_service else None
    legal = _LEGAL().search(view.title) if any(form in view.title for form in _LEGAL_FORMS) else None
    if legal is not None:
        return clean(view, legal.group(1)) or legal.group(1)
    if sender is not None:
        return sender
    if (held := of_a_portfolio(view)) is not None:
        return held
    # Without the user's addresses the only other one may be her own.
    if not cast.user.addresses and not (address is not None and domain == domain_of(address)):
        domain = None
    if domain is not None and not cast.mine:
        shown = _shown(view, domain)
        if shown is not None:
            return of_initials(view, shown)
        return in_full(view, domain) or _stated_at(view) or _from_label(label_of(domain))
    return noted_company(view) or labelled_company(view) or _slug(view) or _from_place(view)


def _sender(cast: Cast) -> str | None:
    """'Acme Recruiting' through a hiring service is Acme."""
    if cast.organizer is None:
        return None
    name = cast.organizer.name.strip()
    for _ in range(3):
        name = _SENDER().sub(" ", name, count=1).strip(_EDGES)
    people = {squeezed(p.name) for p in (*cast.outside, *cast.private)}
    if len(name) < 2 or "@" in name or squeezed(name) in people or squeezed(name) in SERVICE_NAMES:
        return None
    return " ".join(name.split())


def _shown(view: View, domain: str) -> str | None:
    """How the texts write the name of a domain: 'Marrow & Vane' for marrowvane.example."""
    label = squeezed(label_of(domain))
    wanted = {
        label,
        label.replace("and", ""),
        label.replace("und", ""),
        label.replace("ae", "a").replace("oe", "o").replace("ue", "u"),
    }
    cast = view.cast
    names = [
        p.name for p in (*cast.outside, *([cast.organizer] if cast.organizer else [])) if p.name and "@" not in p.name
    ]
    texts = [view.title, *names[:10], view.location, without_addresses(view.body[:3000])]
    for text in texts:
        run = _run(text, wanted)
        if run is not None:
            return _whole_name(view, run) if text is view.title else run
    for text in texts:
        run = _beginning(text, label)
        if run is not None:
            return run
    return None


def _run(text: str, wanted: set[str]) -> str | None:
    tokens = list(TOKEN().finditer(text[:3000]))
    folded = [squeezed(_OWNING().sub("", t.group())) for t in tokens]
    longest = max(len(w) for w in wanted)
    for at in range(len(tokens)):
        joined = ""
        for stop in range(at, min(at + _LONGEST_RUN, len(tokens))):
            joined += folded[stop]
            if len(joined) > longest:
                break
            if joined in wanted:
                return text[tokens[at].start() : tokens[stop].end()]
    return None


def _whole_name(view: View, run: str) -> str:
    """'Example Corp' where the domain says only 'corp': capitalised words right before belong to the name."""
    before = view.title[: view.title.find(run)]
    name = run
    while (match := _CAPITALISED().search(before)) is not None:
        word = match.group(1)
        folded = words(word)
        if not folded or set(folded) & (NOISE | view.cast.names) or lexicon().find(folded):
            break
        name = f"{word} {name}"
        before = before[: match.start(1)]
    return name


def _beginning(text: str, label: str) -> str | None:
    """'Northmere' for northmere-group.example: a capitalised word with which the label begins."""
    for token in TOKEN().finditer(text[:3000]):
        word = token.group()
        folded = squeezed(word)
        if len(folded) >= 4 and word[0].isupper() and label.startswith(folded):
            return word
    return None


def _stated_at(view: View) -> str | None:
    """'Interview at Globex', sent by an agency: the employer is Globex."""
    match = _PLACE_AFTER().search(view.title)
    return clean(view, view.title[match.end() :]) if match else None


def _from_label(label: str) -> str:
    return " ".join(part.capitalize() for part in label.replace("_", "-").split("-") if part)


def _slug(view: View) -> str | None:
    """The company's corner of a hiring service: saltholm.teamtailor.com, jobs.lever.co/copperline."""
    for link in view.links:
        if not is_service(link.domain) or link.use in ("join", "test"):
            continue
        host, _, path = link.url.split("://", 1)[1].partition("/")
        before = host.lower().removesuffix(registered(host)).strip(".").split(".")[0]
        if before and before not in ("www", "app", "jobs", "hire", "my", "you", "boards", "job-boards", "api", "links"):
            return _from_label(before)
        first = path.split("/")[0]
        if before in ("jobs", "boards", "job-boards", "you") and re.fullmatch(r"[a-z][a-z-]{2,40}", first):
            return _from_label(first)
    return None


def _from_place(view: View) -> str | None:
    first = view.location.split(",")[0].strip()
    if not first or "://" in first or any(c.isdigit() for c in first) or len(first.split()) > 4:
        return None
    return clean(view, first)
