"""What all trials of packages share: a server to fetch from, patience, and what must be so."""

import hashlib
import http.server
import json
import os
import signal
import subprocess
import threading
import time
from pathlib import Path

from clean_system import TroubleError

PATIENCE = 60
CONTENT = os.urandom(4_000_000)


class Server(http.server.ThreadingHTTPServer):
    """Serves one content; stalls after a quarter of it while told to. Notes where it began."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.stalls = False
        self.ranges = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, name):
        """Any name will do."""
        return f"http://127.0.0.1:{self.server_port}/{name}"


class Handler(http.server.BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """All of it, or from where it is wanted; a page with a link below /page/."""
        if self.path.startswith("/page/"):
            self._send_page(self.path.removeprefix("/page"))
            return
        asked = self.headers.get("Range", "")
        first = int(asked.removeprefix("bytes=").split("-")[0]) if asked else 0
        last = asked.partition("-")[2] or str(len(CONTENT) - 1)
        body = CONTENT[first : int(last) + 1]
        self.server.ranges.append(first)
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(CONTENT)}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", '"one"')
        self.end_headers()
        if self.server.stalls:
            self.wfile.write(body[: len(CONTENT) // 4])
            self.wfile.flush()
            while self.server.stalls:
                time.sleep(0.1)
        else:
            self.wfile.write(body)

    def _send_page(self, link):
        body = f'<!DOCTYPE html><title>page</title><a href="{link}">a file</a>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_ignored):
        """Said by nobody."""


def until(what, is_so):
    """Wait for it. Raises TroubleError when it does not come."""
    end = time.monotonic() + PATIENCE
    while not (found := is_so()):
        if time.monotonic() > end:
            raise TroubleError(f"waited {PATIENCE} s in vain until {what}")
        time.sleep(0.1)
    return found


def must(fact, otherwise):
    """Raises TroubleError unless the fact is one."""
    if not fact:
        raise TroubleError(otherwise)


def is_whole(path):
    """Whether the file came home as it was sent."""
    return (
        path.is_file()
        and hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(CONTENT).digest()
    )


def jobs(system, program):
    """The names and states of all jobs."""
    lines = system.run(program, "list", "--json").splitlines()
    return sorted((job["name"], job["state"]) for job in map(json.loads, lines))


def stop(process):
    """As a session that ends does; it must go by itself."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        raise TroubleError("it does not end when it is told to") from None


def end_all(system):
    """What runs in the background there ends when it is told to."""
    inside = str(system.root).encode()
    for place in Path("/proc").iterdir():
        if place.name.isdigit() and _is_ours(place, inside):
            os.kill(int(place.name), signal.SIGTERM)
            until("it ends", lambda place=place: not place.exists())


def _is_ours(place, inside):
    try:
        return (
            os.fsencode((place / "root").readlink()) == inside
            and b"holdfast" in (place / "cmdline").read_bytes()
        )
    except OSError:
        return False


def step(text):
    """Say where we are."""
    print(f"  {text}", flush=True)
