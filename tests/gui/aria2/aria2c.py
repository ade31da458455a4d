"""The real aria2c, with a site that it can fetch from; the measure of what is said here."""

from __future__ import annotations

import contextlib
import http.server
import json
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from aria2_bench import SECRET

from fake_fetch import SIZE

PROGRAM = shutil.which("aria2c")
START = 300


class Said(NamedTuple):
    """An answer: the status of HTTP, and the JSON."""

    status: int
    answer: Any


class _Site(http.server.BaseHTTPRequestHandler):
    """/gone.bin is not there, /slow.bin stops in the middle, everything else is SIZE bytes."""

    stop = threading.Event()

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if "gone" in self.path:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(SIZE))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(b"x" * START)
            if "slow" in self.path:
                self.stop.wait(30)
            self.wfile.write(b"x" * (SIZE - START))


class Aria2c:
    """Asked over HTTP, as programs do."""

    def __init__(self, port: int, site: str) -> None:
        self._address = f"http://127.0.0.1:{port}/jsonrpc"
        self.site = site

    def say(self, asked: bytes) -> Said:
        request = urllib.request.Request(self._address, data=asked)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return Said(answer.status, json.load(answer))
        except urllib.error.HTTPError as refused:
            with refused:
                return Said(refused.code, json.load(refused))

    def until_it_answers(self) -> None:
        for _ in range(500):
            with contextlib.suppress(OSError):
                self.say(b"{}")
                return
            time.sleep(0.01)
        raise AssertionError("aria2c does not answer")


@contextlib.contextmanager
def aria2c(folder: Path) -> Iterator[Aria2c]:
    """One that runs; `PROGRAM` has to be there."""
    assert PROGRAM is not None
    _Site.stop.clear()
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    serving = threading.Thread(target=site.serve_forever, args=(0.01,))
    serving.start()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [PROGRAM, "--no-conf", "--enable-rpc", f"--rpc-listen-port={port}", "--quiet"]
    command += [f"--rpc-secret={SECRET}", f"--dir={folder}", "--continue=true"]
    process = subprocess.Popen(command)
    try:
        theirs = Aria2c(port, f"http://127.0.0.1:{site.server_port}")
        theirs.until_it_answers()
        yield theirs
    finally:
        process.kill()
        process.wait(10)
        _Site.stop.set()
        site.shutdown()
        serving.join(10)
        site.server_close()
