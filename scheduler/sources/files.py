"""Files and folders: one calendar a file, one event a file (vdir), mails in the shapes in which people keep them."""

from __future__ import annotations

import os
import stat
from errno import EISDIR
from typing import TYPE_CHECKING

from scheduler.errors import SourceError
from scheduler.model.problem import Problem
from scheduler.sources.spec import Gathered, Spec

if TYPE_CHECKING:
    from scheduler.sources.bounded import Readable

MAX_FILE = 2 * 1024**3
# Account, calendar, file: no program lies deeper. Links that go in circles end here too.
MAX_DEPTH = 3
# A pipe that nobody writes to would stop everything.
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_MAIL_ENDINGS = (".eml", ".mbox", ".mbx")
# With what mails begin that were saved or piped without such an ending.
_HEADERS = frozenset(
    b"authentication-results bcc cc date delivered-to dkim-signature envelope-to from importance in-reply-to message-id"
    b" mime-version organization priority received received-spf references reply-to return-path sender status subject"
    b" to user-agent".split()
)
_HEADER_FAMILIES = (b"arc-", b"content-", b"list-", b"thread-", b"x-")
_CALENDAR_ENDINGS = (".ics", ".ical", ".ifb", ".icalendar", ".vcs")
_IN_FOLDERS = (*_CALENDAR_ENDINGS, ".ics.gz", ".eml", ".mbox")


def read_path(spec: Spec, gathered: Gathered) -> None:
    """A file, a vdir or a Maildir; what cannot be read becomes a problem."""
    path = os.path.expanduser(spec.address)
    try:
        if os.path.isdir(path):
            _read_folder(spec, path.rstrip("/") or path, gathered)
        else:
            read_file(spec, path, gathered)
    except OSError as error:
        gathered.fail(spec.address, f"cannot be read: {error.strerror or error}.")


def read_file(spec: Spec, path: str, gathered: Gathered) -> None:
    """One file: a calendar or mail; raises OSError."""
    # By its descriptor: a folder has thousands of these.
    descriptor = os.open(path, _AT_ONCE)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            _take_other(spec, path, descriptor, status.st_mode, gathered)
            return
        if status.st_size > MAX_FILE:
            gathered.fail(path, f"is too large to read ({status.st_size // 1024**2} MB).")
            return
        data = _whole(descriptor, status.st_size)
    finally:
        os.close(descriptor)
    take_bytes(spec, path, data, gathered)


def _take_other(spec: Spec, path: str, descriptor: int, mode: int, gathered: Gathered) -> None:
    """What is no ordinary file: a named pipe is read; raises OSError."""
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), path)
    if not stat.S_ISFIFO(mode):
        gathered.fail(path, "is a device, no file; '-' reads from standard input.")
        return
    os.set_blocking(descriptor, True)
    with open(descriptor, "rb", 0, closefd=False) as pipe:
        _take_stream(spec, path, pipe, gathered)


def _whole(descriptor: int, size: int) -> bytes:
    """All of a file, in one read where it has kept its size."""
    data = os.read(descriptor, size + 1)
    if len(data) == size:
        return data
    pieces = [data]
    while piece := os.read(descriptor, 1 << 24):
        pieces.append(piece)
    return b"".join(pieces)


def _take_stream(spec: Spec, source: str, file: Readable, gathered: Gathered) -> None:
    """A named pipe, as far as it is bounded; raises OSError."""
    from scheduler.sources.bounded import read_stream

    try:
        data = read_stream(file, source)
    except SourceError as error:
        gathered.problems.append(Problem("error", str(error), source))
        return
    take_bytes(spec, source, data, gathered)


def take_bytes(spec: Spec, source: str, data: bytes, gathered: Gathered) -> None:
    """Bytes of a file or of standard input: mails are opened, everything else is read as a calendar."""
    if data[:2] == b"\x1f\x8b":
        from scheduler.sources.bounded import unpacked

        try:
            data = unpacked(data, source, gathered.room)
        except SourceError as error:
            gathered.problems.append(Problem("error", str(error), source))
            return
    if is_mail(source, data):
        from scheduler.sources.mail import take_mails

        take_mails(spec, source, data, gathered)
    else:
        gathered.add(spec, source, spec.name or os.path.splitext(os.path.basename(_plain_name(source)))[0], data)


def is_mail(source: str, data: bytes) -> bool:
    """A mail or mbox: by its ending, else by a header in its first line."""
    name = source.lower().removesuffix(".gz")
    if name.endswith(_CALENDAR_ENDINGS):
        return False
    if name.endswith(_MAIL_ENDINGS):
        return True
    head = data[:2000].lstrip(b"\xef\xbb\xbf\r\n ")
    if head[:6].upper() == b"BEGIN:" or head.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        return False
    first = head.split(b"\n", 1)[0].lower()
    header, colon, _ = first.partition(b":")
    return first.startswith(b"from ") or bool(colon and (header in _HEADERS or header.startswith(_HEADER_FAMILIES)))


def _plain_name(source: str) -> str:
    """The name without the ending that says only how it is packed."""
    return source[:-3] if source.lower().endswith(".gz") else source


def _read_folder(spec: Spec, folder: str, gathered: Gathered) -> None:
    before = len(gathered.documents), len(gathered.problems)
    _read_level(spec, folder, 0, set(), gathered)
    # What a synchronised calendar (scheduler.sync.mirror) has beside it, however empty it is.
    known = os.path.isdir(os.path.join(folder, "cur")) or os.path.exists(folder.rstrip(os.sep) + ".status.sqlite3")
    if (len(gathered.documents), len(gathered.problems)) == before and not known:
        gathered.fail(folder, "holds no calendar files (*.ics) and is no Maildir.")


def _read_level(spec: Spec, folder: str, depth: int, seen: set[str], gathered: Gathered) -> None:
    """One folder and those below it, each once; one that cannot be read costs only itself."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        gathered.fail(folder, f"cannot be read: {error.strerror or error}.")
        return
    if {"cur", "new"} <= set(names):
        from scheduler.sources.mail import take_maildir

        take_maildir(spec, folder, gathered)
        return
    seen.add(os.path.realpath(folder))
    subfolders = _read_vdir(spec, folder, names, gathered)
    if subfolders and depth == MAX_DEPTH:
        sentence = f"{folder} has folders that lie too deep and were not read; name them in the call."
        gathered.problems.append(Problem("warning", sentence, folder))
        return
    for path in (os.path.join(folder, name) for name in subfolders):
        if os.path.realpath(path) not in seen:
            _read_level(spec, path, depth + 1, seen, gathered)


def _read_vdir(spec: Spec, folder: str, names: list[str], gathered: Gathered) -> list[str]:
    """The *.ics files and mails of one folder; hidden files are other programs' business. Returns its subfolders."""
    calendar = _display_name(folder, names) or os.path.basename(os.path.abspath(folder))
    inner = Spec(spec.address, spec.name or calendar, spec.owner, spec.kind)
    inside = os.path.join(folder, "")
    subfolders = []
    for name in names:
        if name.startswith("."):
            continue
        path = inside + name
        if not name.lower().endswith(_IN_FOLDERS):
            if os.path.isdir(path):
                subfolders.append(name)
            continue
        try:
            read_file(inner, path, gathered)
        except IsADirectoryError:
            subfolders.append(name)
        except OSError as error:
            gathered.fail(path, f"cannot be read: {error.strerror or error}.")
    return subfolders


def _display_name(folder: str, names: list[str]) -> str:
    """The `displayname` file of a vdir."""
    if "displayname" not in names:
        return ""
    try:
        with open(os.path.join(folder, "displayname"), encoding="utf-8", errors="replace") as file:
            return file.read().strip()[:80]
    except OSError:
        return ""
