"""`holdfast serve` as a process, and those who ask it: real clients, and bare requests."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from program import Holdfast, Run

SECRET = "0123456789abcdef0123"


def free_port() -> int:
    """One that nobody listens at, at either address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A `holdfast serve` that runs, with a secret that was given to it."""

    def __init__(self, holdfast: Holdfast, folder: Path, *words: object) -> None:
        self.port = free_port()
        self.folder = folder
        holdfast.environment["HOLDFAST_RPC_SECRET"] = SECRET
        self.run: Run = holdfast.start("serve", "--port", self.port, *words)
        del holdfast.environment["HOLDFAST_RPC_SECRET"]
        until_heard(self.run, self.port)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/jsonrpc"

    def call(self, method: str, *params: Any) -> Any:
        """The result of a method; raises RuntimeError with the message of an error."""
        answer = post(self.port, {"method": method, "params": [f"token:{SECRET}", *params]})
        if "error" in answer:
            raise RuntimeError(answer["error"]["message"])
        return answer["result"]

    def add(self, url: str, **options: str) -> str:
        """Its gid."""
        gid: str = self.call("aria2.addUri", [url], {"dir": str(self.folder), **options})
        return gid

    def until(self, gid: str, status: str) -> dict[str, Any]:
        """Wait until aria2's word for its state is this."""
        return self.until_it(gid, lambda told: told["status"] == status)

    def until_it(self, gid: str, is_it: Any) -> dict[str, Any]:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            told: dict[str, Any] = self.call("aria2.tellStatus", gid)
            if is_it(told):
                return told
            time.sleep(0.05)
        pytest.fail(f"it never was: {told}")

    def aria2p(self, *words: object) -> subprocess.CompletedProcess[str]:
        """The command line of aria2p, pointed here."""
        where = ["--host", "http://127.0.0.1", "--port", str(self.port), "--secret", SECRET]
        return subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "aria2p", *where, *map(str, words)],
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "COLUMNS": "200"},
            check=False,
        )


def until_heard(run: Run, port: int) -> None:
    """Wait until somebody listens at the port, or the run is over."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and run.process.poll() is None:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port)).close()
            return
        time.sleep(0.05)
    pytest.fail(f"nobody listens: {run.outcome()}")


def post(port: int, call: Any, **lines: str) -> Any:
    """The answer to a bare request, as JSON."""
    body = json.dumps({"jsonrpc": "2.0", "id": "1", **call})
    return json.loads(request(port, body, **lines)[1])


def request(port: int, body: str, **lines: str) -> tuple[int, bytes]:
    """Status and words of a bare request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        headers = {name.replace("_", "-"): value for name, value in lines.items()}
        connection.request("POST", "/jsonrpc", body, headers)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()
