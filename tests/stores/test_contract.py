"""One suite over every store: a folder, a file, and calendars on servers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scheduler.errors import ConflictError
from scheduler.stores.contract import Item, Store, name_for_uid, uid_of
from scheduler.stores.single import FileStore
from scheduler.stores.vdir import VdirStore
from scheduler.sync.canon import same
from scheduler.sync.collection import DavCollection
from scheduler.sync.dav import Dav
from scheduler.sync.http import HttpConnection
from tests.sync.model_server import PATH, ModelServer, event
from tests.sync.real_servers import NAMES, Server

_numbers = itertools.count()
UMLAUTS = event("u1", "LOCATION:Zürich\\, Gleis 3", "X-ODD;B=2;A=1:x", summary="Gespräch mit 東京")


def _vdir(folder: Path, _: dict[str, Server]) -> Store:
    (folder / "cal").mkdir()
    return VdirStore(folder / "cal")


def _file(folder: Path, _: dict[str, Server]) -> Store:
    return FileStore(folder / "calendar.ics")


def _model(folder: Path, _: dict[str, Server]) -> Store:
    return DavCollection(Dav(ModelServer(), "https://x.example"), PATH)


def _real(name: str) -> Callable[[Path, dict[str, Server]], Store]:
    def make(folder: Path, servers: dict[str, Server]) -> Store:
        url = servers[name].calendar(f"contract{next(_numbers)}")
        return DavCollection(Dav(HttpConnection(url, servers[name].login), servers[name].origin), url)

    return make


@pytest.fixture(
    params=[_vdir, _file, _model, *map(_real, NAMES)],
    ids=["vdir", "file", "model", *NAMES],
)
def store(request: pytest.FixtureRequest, tmp_path: Path, servers: dict[str, Server]) -> Iterator[Store]:
    made = request.param(tmp_path, servers)
    yield made
    if isinstance(made, DavCollection):
        # Some servers take a UID only once in all calendars of a user.
        made.dav.call("DELETE", made.path).read()
        made.dav.close()


def one(store: Store, href: str) -> Item:
    (item,) = store.read([href])
    return item


def test_new_store_is_empty(store: Store) -> None:
    assert store.etags() == {}
    assert list(store.read(["nothing.ics"])) == []


def test_what_was_created_is_listed_and_read(store: Store) -> None:
    written = store.create(name_for_uid("u1"), UMLAUTS)
    (href,) = store.etags()
    assert href == written.href
    item = one(store, href)
    assert item.etag == store.etags()[href] == (written.etag or item.etag)
    assert same(item.data, UMLAUTS)
    assert uid_of(item.data) == "u1"


def test_created_twice_is_a_conflict(store: Store) -> None:
    store.create("u1.ics", UMLAUTS)
    with pytest.raises(ConflictError):
        store.create("u1.ics", event("u1", summary="Other"))
    assert same(one(store, next(iter(store.etags()))).data, UMLAUTS)


def test_replaced_with_the_right_etag(store: Store) -> None:
    href = store.create("u1.ics", UMLAUTS).href
    new = event("u1", summary="Other")
    store.replace(href, new, one(store, href).etag)
    assert same(one(store, href).data, new)


def test_replaced_with_an_old_etag_is_a_conflict(store: Store) -> None:
    href = store.create("u1.ics", UMLAUTS).href
    old = one(store, href).etag
    store.replace(href, event("u1", summary="Theirs"), old)
    with pytest.raises(ConflictError):
        store.replace(href, event("u1", summary="Mine"), old)
    assert b"Theirs" in one(store, href).data


def test_replacing_what_is_gone_is_a_conflict(store: Store) -> None:
    href = store.create("u1.ics", UMLAUTS).href
    etag = one(store, href).etag
    store.delete(href, etag)
    with pytest.raises(ConflictError):
        store.replace(href, UMLAUTS, etag)
    assert store.etags() == {}


def test_deleted_with_an_old_etag_is_a_conflict(store: Store) -> None:
    href = store.create("u1.ics", UMLAUTS).href
    old = one(store, href).etag
    store.replace(href, event("u1", summary="Theirs"), old)
    with pytest.raises(ConflictError):
        store.delete(href, old)
    assert list(store.etags()) == [href]


def test_many_are_read_at_once_and_the_missing_left_out(store: Store) -> None:
    hrefs = [store.create(f"m{i}.ics", event(f"m{i}", summary=f"Number {i}")).href for i in range(5)]
    gone = one(store, hrefs[0])
    store.delete(gone.href, gone.etag)
    found = {i.href: i for i in store.read(hrefs)}
    assert set(found) == set(hrefs[1:])
    assert b"Number 3" in found[hrefs[3]].data


def test_others_are_untouched(store: Store) -> None:
    first = store.create("a.ics", event("a", "X-VENDOR;Z=1;A=2:kept as it is")).href
    before = one(store, first)
    second = store.create("b.ics", event("b")).href
    store.replace(second, event("b", summary="New"), one(store, second).etag)
    store.delete(second, one(store, second).etag)
    assert one(store, first) == before


def test_odd_uids_are_names_like_others(store: Store) -> None:
    uid = "../über {x}?#%41;a/b"
    href = store.create(name_for_uid(uid), event(uid)).href
    assert uid_of(one(store, href).data) == uid
    store.delete(href, one(store, href).etag)
    assert store.etags() == {}
