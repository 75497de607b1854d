"""Links of an invitation and what each is for: to join, to ask for another time, to cancel, for interviewers."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from scheduler.model.component import Line
from scheduler.model.event import Event
from scheduler.recognise.services import HIRING, SCHEDULING, registered
from scheduler.recognise.text import LONGEST_LINE, fold, on_demand

Use = Literal["join", "reschedule", "cancel", "interviewer", "candidate", "job_ad", "test", "booking", "other"]

MOST_LINKS = 60
_URL = on_demand(r"https?://[^\s<>\"'\\^`{|}]{1,2000}", re.I)
_HOST = on_demand(r"https?://(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^#]*)", re.I)
# Meeting services, and how the path of a meeting begins; "" stands for any path.
_MEETINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("zoom.us", ("/j/", "/my/", "/w/", "/s/", "/wc/", "/meeting/")),
    ("zoomgov.com", ("/j/", "/my/", "/w/", "/s/")),
    ("zoom.com", ("/j/", "/my/", "/w/", "/s/")),
    ("meet.google.com", ("",)),
    ("teams.microsoft.com", ("/l/meetup-join", "/meet/", "/v2/?meetingjoin")),
    ("teams.live.com", ("/meet/",)),
    ("webex.com", ("/meet", "/join", "/m/", "/wbxmjs", "/webappng")),
    ("whereby.com", ("",)),
    ("meet.jit.si", ("",)),
    ("gotomeeting.com", ("/join", "/meeting")),
    ("gotomeet.me", ("",)),
    ("goto.com", ("/meeting", "/app/meeting", "/join")),
    ("bluejeans.com", ("",)),
    ("chime.aws", ("",)),
    ("join.skype.com", ("",)),
    ("facetime.apple.com", ("/join",)),
    ("ringcentral.com", ("/join/", "/j/")),
    ("8x8.vc", ("",)),
    ("around.co", ("/r/",)),
    ("dialpad.com", ("",)),
    ("lifesizecloud.com", ("",)),
    ("hirevue.com", ("",)),
    ("bigbluebutton.org", ("",)),
    ("gather.town", ("",)),
    ("butter.us", ("",)),
    ("daily.co", ("",)),
    ("cal.com", ("/video/",)),
)
# A booking page's own address of the meeting that was booked: /events/<id>/google_meet; its other addresses are pages.
_BOOKED = on_demand(r"/events/[0-9a-f-]{16,40}/[a-z_]+")
# How people call the host of their own meeting service: meet.example.org, bbb2.example.org.
_MEETING_HOSTS = frozenset({"meet", "video", "visio", "bbb", "conference", "konferenz", "jitsi", "webconf", "call"})
_NO_MEETING = (
    "meetingoptions", "/join-a-meeting", "support.", "/help", "learnmore", "dialin", "dial-in", "zoomconference",
    "tel.meet", "/privacy", ".pdf",
)  # fmt: skip
_TEL = on_demand(r"/tel\b")
_TESTS = frozenset({
    "coderpad.io", "codility.com", "hackerrank.com", "codesignal.com", "codeinterview.io", "hackerearth.com",
    "testgorilla.com", "coderbyte.com", "codepair.com", "qualified.io", "leetcode.com", "karat.io", "byteboard.dev",
})  # fmt: skip
_NO_PLACE_TO_MEET = (
    "maps.", "goo.gl/maps", "openstreetmap", "what3words", "linkedin.com", "drive.google", "docs.google", "notion.",
)  # fmt: skip
_MAPS = on_demand(r"/maps\b")
_INTERVIEWERS = on_demand(
    r"scorecard|feedback|/guides?/\d|/candidates/|/applicants?/|/people/|/evaluat|/app/people|/interviewer|/kit\b"
)
_JOB_ADS = on_demand(r"(?:jobs|boards|careers|job-boards|karriere|apply)\.")
_RESCHEDULE = (
    "reschedul", "another time", "another session", "another slot", "another day", "autre session", "otra sesion",
    "outra sessao", "other time", "change time", "change the time", "change your time", "change it",
    "make changes", "make a change", "need to change", "change something", "availability",
    "new time", "different time", "manage your", "manage this",
    "move the", "move this", "move it", "rebook", "verschieb", "umplan", "andern", "neuen termin", "anderen termin",
    "neuer termin", "anderer termin", "passt nicht", "umbuch", "verleg", "deplac", "reporter", "reprogramm", "modifi",
    "changer", "changement", "autre creneau", "autre date", "autre horaire", "replanif", "decaler", "reagend",
    "reprogram", "cambiar", "cambio", "otra hora", "otro horario", "otra fecha", "mover", "modifica", "remarc",
    "alterar", "mudar", "trocar", "outra hora", "outro horario", "outra data", "verzet", "verplaats", "spostare",
    "riprogramm", "boka om", "ne convient pas", "no te va bien", "no te viene bien", "nao da jeito", "doesn t work",
    "does not work", "can t make it", "cannot make",
)  # fmt: skip
_CANCEL = (
    "cancel", "declin", "absag", "stornier", "annul", "anular", "desmarcar", "refus", "afmeld", "annull", "disdi",
    "avboka", "withdraw",
)  # fmt: skip
_JOIN = (
    "join", "video", "meeting link", "link", "zoom", "teams", "meet:", "conference", "call:", "unirse", "unete",
    "enlace",
    "conectar", "participe", "participar", "rejoindre", "lien", "visio", "teilnehm", "beitret", "einwahl", "zugang",
    "entrar", "ingress", "sala", "ligacao", "deelnemen", "partecipa", "where", "location", "ort", "lieu", "lugar",
    "local",
)  # fmt: skip
_NOT_JOIN_LABEL = ("agenda", "portal", "guide", "job", "role", "stelle", "offre", "oferta", "vaga", "profil", "cv",
                   "resume", "portfolio", "directions", "map", "anfahrt", "itineraire", "website", "blog", "linkedin",
                   "learn more", "about", "privacy", "read")  # fmt: skip


# In the addresses of mail filters, which lead to another.
_WRAPPERS = ("safelinks", "urldefense", "linkprotect", "slack-redir", "google.com/url?")
_STATED = ("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK")


class Link(NamedTuple):
    """An http(s) address, the text that introduces it, the property it stood in, and what it is for."""

    url: str
    label: str
    where: str
    use: Use

    @property
    def domain(self) -> str:
        return registered(host_of(self.url))


def host_of(url: str) -> str:
    match = _HOST().match(url)
    return match.group(1).lower() if match else ""


def links_of(event: Event, body: str) -> tuple[Link, ...]:
    """The links of LOCATION, URL and the description, in this order; conference properties are `stated_meetings`."""
    return links_in(event.location, event.component.value("URL") or "", body)


def links_in(location: str, url: str, body: str) -> tuple[Link, ...]:
    """`links_of`, from the texts of an event."""
    found: list[Link] = []
    for where, text in (("LOCATION", location[:LONGEST_LINE]), ("URL", url[:LONGEST_LINE]), ("DESCRIPTION", body)):
        if "http" in text or "HTTP" in text:
            found += _in_text(text, where)
    return tuple(found[:MOST_LINKS])


def _first(event: Event, name: str) -> str:
    return (event.component.value(name) or "")[:LONGEST_LINE]


def _in_text(text: str, where: str) -> list[Link]:
    found: list[Link] = []
    before = ""
    for line in text.split("\n"):
        if "http" not in line and "HTTP" not in line:
            before = line.strip() or before
            continue
        line = line[: 2 * LONGEST_LINE]
        at = 0
        for match in _URL().finditer(line):
            label = line[at : match.start()].strip(" \t<>([|·•–—-")
            if not label and at == 0 and len(before) <= 60:
                label = before
            at = match.end()
            url = match.group().rstrip(".,;:!?)]*_")
            if any(wrapper in url for wrapper in _WRAPPERS):
                from scheduler.recognise.wrapped import unwrapped

                url = unwrapped(url)
            found.append(Link(url, label[-160:], where, use_of(url, label[-160:])))
            if len(found) >= MOST_LINKS:
                return found
        before = ""
    return found


@lru_cache(maxsize=4096)
def use_of(url: str, label: str) -> Use:
    """What a link is for, by its address first and by the words before it; people meet in the same rooms again."""
    match = _HOST().match(url)
    if match is None:
        return "other"
    host, path = match.group(1).lower(), match.group(2).lower()
    domain = registered(host)
    if domain in _TESTS:
        return "test"
    if is_meeting(url):
        return "join"
    words = fold(label)
    if domain in HIRING and _INTERVIEWERS().search(path):
        return "interviewer"
    if "reschedul" in path or "rebook" in path:
        return "reschedule"
    if any(w in words for w in _RESCHEDULE):
        return "reschedule"
    if "cancel" in path or "/decline" in path or any(w in words for w in _CANCEL):
        return "cancel"
    if domain in HIRING:
        return "job_ad" if _JOB_ADS().match(host) else "candidate"
    if domain in SCHEDULING:
        return "booking"
    return "other"


def is_meeting(url: str) -> bool:
    """An address of a known meeting service, or of a host that is called like one."""
    match = _HOST().match(url)
    if match is None:
        return False
    host, path = match.group(1).lower(), match.group(2).lower()
    if _joins_nothing(host + path):
        return False
    for known, begins in _MEETINGS:
        if host.endswith(known) and (host == known or host.endswith("." + known)):
            return len(path) > 2 and (path.startswith(begins) or (known == "webex.com" and "j.php" in path))
    if registered(host) == "calendly.com":
        return _BOOKED().match(path) is not None
    name, dot, _ = host.partition(".")
    return (
        bool(dot)
        and len(path) > 2
        and (name in _MEETING_HOSTS or (name[-1:].isdigit() and name[:-1] in _MEETING_HOSTS))
    )


def _joins_nothing(address: str) -> bool:
    """A page of help or settings, or the telephone's, of a meeting service; `address` in lower case."""
    return any(part in address for part in _NO_MEETING) or ("/tel" in address and bool(_TEL().search(address)))


def _leads_elsewhere(address: str) -> bool:
    """A map, a document or a profile; `address` in lower case."""
    return any(p in address for p in _NO_PLACE_TO_MEET) or ("/maps" in address and bool(_MAPS().search(address)))


def join_link(event: Event, links: tuple[Link, ...]) -> str | None:
    """Where to join, the most trusted place first: conference properties, LOCATION, URL, then the description."""
    for url in stated_meetings(event):
        return url
    return join_among(links)


def join_among(links: tuple[Link, ...]) -> str | None:
    for link in links:
        if link.where == "LOCATION" and link.use in ("join", "other") and not _leads_elsewhere(link.url.lower()):
            return link.url
    for link in links:
        if link.use == "join" and link.where in ("URL", "DESCRIPTION"):
            return link.url
    for link in links:
        if link.where == "DESCRIPTION" and link.use == "other" and _says_join(link):
            return link.url
    return None


def _says_join(link: Link) -> bool:
    words = fold(link.label)
    address = link.url.lower()
    if _leads_elsewhere(address) or _joins_nothing(address):
        return False
    return any(w in words for w in _JOIN) and not any(w in words for w in _NOT_JOIN_LABEL)


def stated_meetings(event: Event) -> list[str]:
    """http(s) addresses of CONFERENCE (VIDEO first; RFC 7986 5.11) and of Google's and Microsoft's properties."""
    conferences = [c for c in event.component.every("CONFERENCE")[:20] if _is_web(c.value)]
    conferences.sort(key=lambda c: "VIDEO" not in _features(c))
    found = [c.value.strip() for c in conferences if not _features(c) or _features(c) & {"VIDEO", "AUDIO", "SCREEN"}]
    for name in _STATED:
        value = _first(event, name).strip()
        if value and _is_web(value):
            found.append(value)
    return found


def _features(line: Line) -> set[str]:
    values = next((v for k, v in line.params if k == "FEATURE"), ())
    return {part.strip().upper() for value in values for part in value.split(",")}


def _is_web(value: str) -> bool:
    return _URL().fullmatch(value.strip()[:LONGEST_LINE]) is not None


def first_of(links: tuple[Link, ...], use: Use) -> str | None:
    return next((link.url for link in links if link.use == use), None)


def other_time(links: tuple[Link, ...]) -> str | None:
    """Where another time can be asked for: a link that says so, else the candidate's own page of a hiring service."""
    return first_of(links, "reschedule")
