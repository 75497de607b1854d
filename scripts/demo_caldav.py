"""CalDAV without an account: a throw-away Radicale with the sample week, connected, synchronised and scanned.

`python scripts/demo_caldav.py`; every command is printed before it runs. Needs radicale (`pip install radicale`).
Nothing of yours is read or written: settings, mirror and server live in a temporary folder, and go with it.
"""

# ruff: noqa: T201 (it is a show)
from __future__ import annotations

import http.client
import os
import shlex
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEEK = ROOT / "sample_calendars" / "candidate_week.ics"
WINDOW = ("--now", "2027-03-05T09:00", "--zone", "Europe/Lisbon", "--me", "ana.silva@mail.example")
PASSWORD = "demo"
NAMED = (
    '<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>'
    "<D:displayname>Week</D:displayname></D:prop></D:set></C:mkcalendar>"
)


def say(text: str) -> None:
    print(f"\n# {text}", flush=True)


class Demo:
    """A server, settings of its own, and a shell that shows what it does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []
        with socket.socket() as sock:
            sock.bind(("127.0.0.1", 0))
            self.port = sock.getsockname()[1]
        self.env = {
            **os.environ,
            "INTERVIEWS_CONFIG": str(folder / "settings.toml"),
            "INTERVIEWS_DATA": str(folder / "data"),
            "DEMO_PASSWORD": PASSWORD,
        }

    def serve(self) -> subprocess.Popen[bytes]:
        (self.folder / "users").write_text(f"anna:{PASSWORD}\n")
        config = self.folder / "radicale.conf"
        config.write_text(
            f"[server]\nhosts = 127.0.0.1:{self.port}\n[auth]\ntype = htpasswd\nhtpasswd_encryption = plain\n"
            f"htpasswd_filename = {self.folder / 'users'}\n[storage]\nfilesystem_folder = {self.folder / 'server'}\n"
            "[logging]\nlevel = error\n"
        )
        command = [sys.executable, "-m", "radicale", "--config", str(config)]
        with (self.folder / "radicale.log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log)
        for _ in range(200):
            try:
                self.ask("OPTIONS", "/")
                return process
            except OSError:
                time.sleep(0.05)
        process.terminate()
        raise SystemExit("Radicale did not start.")

    def ask(self, method: str, path: str, body: str = "") -> int:
        from base64 import b64encode

        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        login = b64encode(f"anna:{PASSWORD}".encode()).decode()
        connection.request(method, path, body, {"Authorization": f"Basic {login}"})
        status = connection.getresponse().status
        connection.close()
        return status

    def fill(self) -> int:
        """Put every event of the sample week on the server; how many there are."""
        from scheduler.stores.contract import name_for_uid
        from scheduler.stores.single import FileStore
        from scheduler.sync.collection import DavCollection
        from scheduler.sync.dav import Dav
        from scheduler.sync.http import HttpConnection, Login
        from scheduler.sync.secrets import Secret

        self.ask("MKCOL", "/anna/")
        self.ask("MKCALENDAR", "/anna/week/", NAMED)
        url = f"http://127.0.0.1:{self.port}/anna/week/"
        dav = Dav(HttpConnection(url, Login("anna", Secret(PASSWORD))), url)
        week, calendar = FileStore(WEEK), DavCollection(dav, url)
        items = list(week.read(week.etags()))
        for item in items:
            self.names.append(calendar.create(name_for_uid(item.href), item.data).href)
        dav.close()
        return len(items)

    def run(self, *words: str) -> None:
        print(f"\n$ interviews {shlex.join(words)}", flush=True)
        done = subprocess.run([sys.executable, "-m", "cli", *words], env=self.env, cwd=ROOT, check=False)
        # 1 is findings, or something to decide; that is what is to be seen here.
        if done.returncode not in (0, 1):
            raise SystemExit(f"The demo stopped: exit status {done.returncode}.")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo(Path(folder))
        server = demo.serve()
        try:
            say(f"A Radicale runs on 127.0.0.1:{demo.port}; it gets the sample week.")
            print(f"{demo.fill()} events are on it.")
            say(
                "Connect it: found, logged in, written into settings of its own. The password stays in the environment."
            )
            address = f"http://127.0.0.1:{demo.port}/"
            demo.run(
                "connect",
                address,
                "--user",
                "anna",
                "--password-env",
                "DEMO_PASSWORD",
                "--name",
                "demo",
                "--holds",
                "Week",
            )
            say("Synchronise: the mirror is a folder with one file an event.")
            demo.run("sync")
            say("Once more: one request, nothing to do.")
            demo.run("sync")
            say("Look at the week from the mirror; the server is not asked.")
            demo.run("scan", *WINDOW)
            say("Keep three times free for an interview that has to move: entries of one's own, nobody is mailed.")
            demo.run("hold", "brightwater", "--yes", *WINDOW)
            demo.run("sync")
            say("The employer agreed to the second one: it stays until their invitation comes, the others go.")
            demo.run("settle", "brightwater", "2", *WINDOW)
            demo.run("sync")
            demo.run("hold", *WINDOW)
            say("Another program deletes an event on the server; the next run hears of it.")
            demo.ask("DELETE", f"/anna/week/{demo.names[0]}")
            demo.run("sync", "--dry-run")
            demo.run("sync")
            say("What works and what does not:")
            demo.run("doctor")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
