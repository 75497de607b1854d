"""RFC 6764 by SRV and TXT records, from a name server on loopback."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator

import dns.message
import dns.resolver
import dns.rrset
import pytest

from scheduler.sync.discover import places

RECORDS = {
    ("_caldavs._tcp.mail.example.", "SRV"): "0 1 8443 cal.mail.example.",
    ("_caldavs._tcp.mail.example.", "TXT"): '"path=/dav/"',
    ("_caldavs._tcp.plain.example.", "SRV"): "0 1 443 cal.plain.example.",
    ("_caldavs._tcp.moved.example.", "SRV"): "0 1 443 cal.stranger.example.",
}


class Answering(socketserver.BaseRequestHandler):
    """One question, one answer, over UDP."""

    def handle(self) -> None:
        data, socket = self.request
        query = dns.message.from_wire(data)
        answer = dns.message.make_response(query)
        asked = query.question[0]
        kind = dns.rdatatype.to_text(asked.rdtype)
        record = RECORDS.get((asked.name.to_text(), kind))
        if record is not None:
            answer.answer.append(dns.rrset.from_text(asked.name, 60, "IN", kind, record))
        elif not any(name == asked.name.to_text() for name, _ in RECORDS):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        socket.sendto(answer.to_wire(), self.client_address)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The name server that this test's resolver asks, and no other."""
    with socketserver.ThreadingUDPServer(("127.0.0.1", 0), Answering) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers, resolver.port = ["127.0.0.1"], running.server_address[1]
        resolver.lifetime = 5
        monkeypatch.setattr(dns.resolver, "default_resolver", resolver)
        # What python-caldav asks the web for when there is no such record is ours to ask.
        monkeypatch.setattr("caldav.discovery._well_known_lookup", lambda *_: None)
        yield
        running.shutdown()


def test_srv_and_txt_lead_to_the_server(names: None) -> None:
    first, second = places("ana@mail.example")
    assert first == ("https://cal.mail.example:8443/dav/", "mail.example")
    assert second[0] == "https://mail.example/.well-known/caldav"


def test_srv_without_a_path_leads_to_the_well_known_one(names: None) -> None:
    first, second, *_ = places("ana@plain.example")
    assert first == ("https://cal.plain.example/.well-known/caldav", "plain.example")
    assert second == ("https://cal.plain.example/", "plain.example")


def test_srv_into_another_domain_is_not_followed(names: None) -> None:
    assert [url for url, _ in places("ana@moved.example")] == ["https://moved.example/.well-known/caldav"]
