"""From an address to calendars: RFC 6764, then principal, home and collections (RFC 5397, 4791, 6638).

The one place that imports python-caldav: its `discover_caldav` knows SRV and TXT records and checks that they stay in
the domain. Everything that carries a password goes through our own bounded client (`scheduler.sync.http` says why).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from scheduler.errors import SchedulerError, StoreError, UsageError
from scheduler.sync.dav import REDIRECTS, Dav, LoginError, RefusedError
from scheduler.sync.http import Connection, LostError
from scheduler.sync.xml import C, D, Multistatus, Part, request

WELL_KNOWN = "/.well-known/caldav"
_HOPS = 5
# Services whose mail domain does not lead to their calendars, or whose calendars live on sister hosts.
_KNOWN = {
    "icloud.com": ("https://caldav.icloud.com/", "icloud.com"),
    "me.com": ("https://caldav.icloud.com/", "icloud.com"),
    "mac.com": ("https://caldav.icloud.com/", "icloud.com"),
    "fastmail.com": ("https://caldav.fastmail.com/", "fastmail.com"),
    "fastmail.fm": ("https://caldav.fastmail.com/", "fastmail.com"),
}
# Where servers answer whose host tells nothing of it: SOGo, Nextcloud, Baikal, DAViCal, Cyrus.
_USUAL = ("/SOGo/dav/", "/remote.php/dav/", "/dav.php/", "/caldav.php/", "/davical/caldav.php/", "/dav/")
_PRINCIPAL = "<D:current-user-principal/><D:resourcetype/>"
_HOME = "<C:calendar-home-set/><C:calendar-user-address-set/><C:schedule-outbox-URL/>"
_CALENDAR = (
    "<D:resourcetype/><D:displayname/><D:current-user-privilege-set/><D:supported-report-set/>"
    "<C:supported-calendar-component-set/><C:max-resource-size/>"
)

Connect = Callable[[str], Connection]


@dataclass(frozen=True, slots=True)
class RemoteCalendar:
    """A calendar on a server; `sync` says whether it offers sync-collection, `largest` is in bytes (0: not said)."""

    name: str
    url: str
    writable: bool
    sync: bool
    largest: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """What a server says about itself and the user; `schedules` None: it did not say whether it mails people."""

    url: str
    principal: str
    me: tuple[str, ...]
    schedules: bool | None
    outbox: str
    calendars: tuple[RemoteCalendar, ...]


def find_account(address: str, connect: Connect) -> Account:
    """The account behind a mail address, a domain or a URL; `connect` opens a connection with the user's login.

    Raises the error of the last place that the address leads to, which is the one that says most; of the usual places
    none says anything, but that it refuses the login.
    """
    opened: list[Connection] = []

    def remembered(url: str) -> Connection:
        opened.append(connect(url))
        return opened[-1]

    try:
        return _found(address, remembered)
    finally:
        for connection in opened:
            connection.close()


def _found(address: str, connect: Connect) -> Account:
    failure: SchedulerError | None = None
    for url, domain in places(address):
        try:
            return _account(url, domain, connect)
        except RefusedError:
            raise
        except StoreError as error:
            failure = error
    if not isinstance(failure, LostError):
        for url, domain in usual_places(address):
            try:
                return _account(url, domain, connect)
            except LoginError:
                raise
            except StoreError:
                continue
    raise failure or UsageError(f"Nothing was found for {address}; give the address of the calendar server itself.")


def places(address: str) -> Iterator[tuple[str, str]]:
    """(URL, domain that its redirects may stay in), the most likely first."""
    if "://" in address:
        host = urlsplit(address).hostname or ""
        yield address, host
        if urlsplit(address).path in ("", "/"):
            yield urljoin(address, WELL_KNOWN), host
        return
    domain = address.rpartition("@")[2].strip().lower()
    if not domain or "/" in domain:
        raise UsageError(f"'{address}' is neither a mail address nor the address of a server (https://…).")
    if domain in _KNOWN:
        yield _KNOWN[domain]
        return
    if (found := _by_dns(domain)) is not None:
        if urlsplit(found).path in ("", "/"):
            # No TXT record told the path (RFC 6764 6, step 3).
            yield urljoin(found, WELL_KNOWN), domain
        yield found, domain
    yield f"https://{domain}{WELL_KNOWN}", domain


def usual_places(address: str) -> Iterator[tuple[str, str]]:
    """Where to look on a server of which only the name is known."""
    parts = urlsplit(address if "://" in address else f"https://{address.rpartition('@')[2].strip().lower()}")
    if parts.path in ("", "/") and parts.hostname and parts.hostname not in _KNOWN:
        for path in _USUAL:
            yield f"{parts.scheme}://{parts.netloc}{path}", parts.hostname


def _by_dns(domain: str) -> str | None:
    """The SRV record's server (RFC 6764 3); None where there is none or python-caldav is not installed."""
    try:
        from caldav.discovery import discover_caldav
        from caldav.lib.error import DAVError
    except ImportError:
        return None
    try:
        found = discover_caldav(domain, timeout=10, require_tls=True)
    except (DAVError, OSError):
        return None
    return str(found.url) if found is not None and found.source == "srv" else None


def _account(url: str, domain: str, connect: Connect) -> Account:
    dav, url, root = _entered(url, domain, connect)
    principal = next(iter(root.hrefs(D + "current-user-principal")), None)
    if principal is None and _is_calendar(root):
        return Account(url, url, (), _schedules(dav, url), "", tuple(_calendars(dav, url, depth="0")))
    start = urljoin(url, principal or url)
    about = dav.properties(_path(_inside(start, url, domain)), _HOME)
    homes = [] if about is None else about.hrefs(C + "calendar-home-set")
    if about is None or not homes:
        raise StoreError(
            f"{dav.server} answered, but names no calendars for this user; is the address right, and the user name?"
        )
    me = tuple(dict.fromkeys(m for h in about.hrefs(C + "calendar-user-address-set") if (m := _mail(h))))
    outbox = next((urljoin(url, h) for h in about.hrefs(C + "schedule-outbox-URL")), "")
    calendars: list[RemoteCalendar] = []
    schedules: bool | None = None
    for home in homes:
        at = _inside(urljoin(url, home), url, domain)
        with_home = dav if _origin(at) == dav.server else Dav(connect(at), _origin(at))
        said = _schedules(with_home, at)
        schedules = said if schedules is None or said else schedules
        calendars += _calendars(with_home, at, depth="1")
    return Account(url, start, me, schedules, outbox, tuple(calendars))


def _entered(url: str, domain: str, connect: Connect) -> tuple[Dav, str, Part]:
    """Go where the server says, as long as that stays in the domain and safe."""
    body = request("D:propfind", f"<D:prop>{_PRINCIPAL}</D:prop>")
    headers = {"Content-Type": "application/xml; charset=utf-8", "Depth": "0"}
    for _ in range(_HOPS):
        dav = Dav(connect(url), _origin(url))
        answer = dav.call("PROPFIND", _path(url), headers, body, redirects=True)
        if answer.status in REDIRECTS:
            answer.read()
            url = _inside(urljoin(url, answer.headers.get("location", "")), url, domain)
            continue
        if answer.status != 207:
            raise dav.failure(answer, f"Asking {url} for your calendars")
        part = next(iter(list(Multistatus(answer, dav.server))), None)
        if part is None:
            raise StoreError(f"{dav.server} gave an empty answer.")
        return dav, url, part
    raise StoreError(f"{url} sends us round in circles.")


def _inside(new: str, old: str, domain: str) -> str:
    """A place that a server sent us to; raises `StoreError` where the login must not go (RFC 6764 8)."""
    host, before = urlsplit(new).hostname or "", urlsplit(old)
    if _origin(new) == _origin(old):
        return new
    kin = host == domain or host.endswith("." + domain) or host == before.hostname
    if kin and urlsplit(new).scheme == "https":
        return new
    raise StoreError(
        f"{_origin(old)} sends us on to {_origin(new)}; your login was not sent there. If that is your calendar server,"
        f" run `interviews connect {_origin(new)}/`."
    )


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _path(url: str) -> str:
    return urlsplit(url).path or "/"


def _mail(href: str) -> str:
    return href[7:].lower() if href.lower().startswith("mailto:") else ""


def _schedules(dav: Dav, url: str) -> bool | None:
    """Whether the server mails people by itself (RFC 6638 2); None where it does not say what it can do."""
    answer = dav.call("OPTIONS", _path(url))
    answer.read()
    features = {f.strip().lower() for f in answer.headers.get("dav", "").split(",")}
    return ("calendar-auto-schedule" in features) if "calendar-access" in features else None


def _is_calendar(part: Part) -> bool:
    kind = part.props.get(D + "resourcetype")
    return kind is not None and kind.find(C + "calendar") is not None


def _calendars(dav: Dav, url: str, depth: str) -> Iterator[RemoteCalendar]:
    body = request("D:propfind", f"<D:prop>{_CALENDAR}</D:prop>")
    for part in dav.multistatus("PROPFIND", _path(url), depth, body):
        if not _is_calendar(part):
            continue
        kinds = part.props.get(C + "supported-calendar-component-set")
        if kinds is not None and not any(k.get("name", "").upper() == "VEVENT" for k in kinds):
            continue
        address = urljoin(dav.server, urlsplit(part.href).path)
        rights = part.props.get(D + "current-user-privilege-set")
        granted = set() if rights is None else {e.tag for e in rights.iter()}
        reports = part.props.get(D + "supported-report-set")
        largest = part.text(C + "max-resource-size") or ""
        yield RemoteCalendar(
            name=part.text(D + "displayname") or address.rstrip("/").rpartition("/")[2],
            url=address,
            writable=rights is None or bool(granted & {D + "write", D + "write-content", D + "all", D + "bind"}),
            sync=reports is not None and any(e.tag == D + "sync-collection" for e in reports.iter()),
            largest=int(largest) if largest.isdigit() else 0,
        )
